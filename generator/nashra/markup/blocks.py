"""Markdown -> blocks and back: the paragraphs, headings, lists that fingerprints, translation and pages work on.

They are the outermost blocks of the tree that pages are built from, so what a translator sees is what readers get.
`join(split(text)) == text`, always.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from typing import Literal, cast

from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node

Kind = Literal["paragraph", "heading", "list", "quote", "table", "code", "html", "rule", "footnote", "reference"]

# Blocks of these kinds hold no words to translate.
LITERAL_KINDS = frozenset({"code", "html", "rule", "reference"})


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Markdown.

    text: its source, without the blank lines around it.
    gap:  the line ends (and blanks) that follow it in the file, kept so that a file can be put together again.
    line: its first line within the body, 0-based.
    nodes: what the tree of the body has for it. start: where it begins in the body.
    """

    kind: Kind
    text: str
    gap: str = "\n\n"
    line: int = 0
    nodes: tuple[Node, ...] = field(default=(), compare=False, repr=False)
    start: int = field(default=0, compare=False, repr=False)


def fingerprint(text: str) -> str:
    """8 hexadecimal digits that stand for a text; blanks at line ends and around it do not count."""
    squeezed = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    return sha256(squeezed.encode("utf-8")).hexdigest()[:8]


def join(blocks: Iterable[Block]) -> str:
    """The Markdown of `blocks`, byte for byte what `split` got."""
    return "".join(block.text + block.gap for block in blocks)


# One version is looked at several times in a row: for its HTML, its lead, its alignment.
@lru_cache(maxsize=16)
def split(body: str) -> tuple[Block, ...]:
    """The blocks of `body`, whose lines end in "\n". Blank lines at the very start belong to no block and are lost."""
    lines = body.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    groups = _groups(read(body).root.children, lines)
    result = []
    for number, nodes in enumerate(groups):
        start, end = nodes[0].start, nodes[-1].end
        stop = groups[number + 1][0].start if number + 1 < len(groups) else len(lines)
        text = "\n".join(lines[start:end])
        gap = body[starts[start] + len(text) : starts[stop]]
        result.append(Block(cast(Kind, nodes[-1].kind), text, gap, start, nodes, starts[start]))
    return tuple(result)


def labels(body: str) -> frozenset[str]:
    """The labels, folded, of the reference links that `body` has targets for."""
    return frozenset(read(body).references)


def _groups(nodes: list[Node], lines: list[str]) -> list[tuple[Node, ...]]:
    """The nodes that make a block each. Words right under the target of a reference are a block of their own.

    Unless they would be something else there: a list numbered from 2 on, for one, can only stand inside a paragraph.
    """
    groups: list[tuple[Node, ...]] = []
    for node in nodes:
        under_reference = groups and groups[-1][-1].kind == "reference" and groups[-1][-1].end == node.start
        if under_reference and node.kind != "reference":
            alone = read("\n".join(lines[node.start : node.end])).root.children
            if [one.kind for one in alone] != [node.kind]:
                groups.append((*groups.pop(), node))
                continue
        groups.append((node,))
    return groups
