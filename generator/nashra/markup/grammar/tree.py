"""The tree of a Markdown text: what the renderer builds pages from and what translation, search and checks see.

Every node knows its lines, every text its place in the source, so that an edit writes back only what it changed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

NodeKind = Literal[
    "document", "quote", "list", "item", "footnote",  # hold other blocks
    "paragraph", "heading", "code", "html", "rule", "table", "row", "cell", "reference",
]  # fmt: skip

CONTAINERS = frozenset({"document", "quote", "list", "item", "footnote"})


@dataclass(slots=True)
class Piece:
    """A line of text: where it begins in the source, and its characters, without indent and without line end."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Where it ends in the source."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Node:
    """A block.

    start, end: its first line and the line after its last, counted from 0.
    pieces:     its text, line by line (paragraph, heading, cell).
    literal:    its characters as they are shown (code) or handed on (html); of a row, the cells that have no column.
    level:      of a heading. marker: of a list or item, its sign. number: of an ordered list, its first.
    offset:     of an item or footnote, the columns that its contents are indented by; of a fence, its own indent.
    label:      of a footnote, a reference; the first word after a fence.
    task:       of an item, whether it is done; None where it is no task. may_be_task: whether nothing but blanks stands
                before its sign, since GitHub has no tasks in quotes.
    loose:      of a list, whether blank lines part its items.
    columns:    of a table, the alignment of each: "left", "right", "center" or "".
    """

    kind: NodeKind
    start: int
    end: int
    children: list[Node] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    literal: list[str] = field(default_factory=list)
    level: int = 0
    marker: str = ""
    number: int | None = None
    offset: int = 0
    label: str = ""
    task: bool | None = None
    may_be_task: bool = False
    loose: bool = False
    columns: tuple[str, ...] = ()
    fence: str = ""
    ending: str = ""

    @property
    def text(self) -> str:
        """Its lines of text, one under the other."""
        text = "\n".join(piece.text for piece in self.pieces)
        # a "|" in a cell has its backslash for the table, whatever it stands in
        return text.replace("\\|", "|") if self.kind == "cell" else text


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a reference leads. typed: its address as the editor wrote it."""

    address: str
    title: str | None = None
    typed: str = ""


@dataclass(slots=True)
class Tree:
    """root: the document. references: label, folded -> target. notes: the same -> footnote, in order."""

    root: Node
    references: dict[str, Target]
    notes: dict[str, Node]


def fold_label(label: str) -> str:
    """A label as it is compared: no regard to case or to how its blanks are set."""
    return " ".join(label.split()).casefold()
