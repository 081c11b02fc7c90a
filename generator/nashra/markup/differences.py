"""What GitHub's preview of a text shows otherwise than readers get it, on purpose: the table in docs/content.md.

What is read otherwise is known to the rules of the grammar themselves; here it is only gathered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nashra.kit.spaces import shortened
from nashra.markup.grammar.document import read
from nashra.markup.grammar.growth import MAX_DEPTH
from nashra.markup.grammar.inline import span as spans_of
from nashra.markup.grammar.inline.reader import Known
from nashra.markup.grammar.inline.reader import read as read_words
from nashra.markup.grammar.inline.span import Span
from nashra.markup.grammar.tree import Node, Tree
from nashra.markup.notes import referred

DifferenceKind = Literal[
    "emphasis", "number", "address", "bracket", "picture", "target", "unused note", "note with blanks", "blank line",
    "deep", "alert", "formula", "embed",
]  # fmt: skip

_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\Z", re.IGNORECASE)
_FORMULA = re.compile(r"\$\$[^$]+\$\$|\$`[^`$]+`\$")
_EMBED = re.compile(r"<(?:iframe|video|audio|embed)\b[^<>]*>", re.IGNORECASE)
_WORDS = 40


@dataclass(frozen=True, slots=True)
class Difference:
    """kind: what is different. line: of the body, from 0. words: the beginning of what stands there."""

    kind: DifferenceKind
    line: int
    words: str


def differences(body: str) -> list[Difference]:
    """All of `body`, line by line."""
    tree = read(body)
    lines = body.split("\n")
    found = [*_of_blocks(tree, lines), *_of_words(tree), *_blank_lines(tree.root, lines)]
    return sorted(found, key=lambda difference: difference.line)


def _of_blocks(tree: Tree, lines: Sequence[str]) -> Iterator[Difference]:
    for node, depth in _nodes(tree.root, 0):
        here = lines[node.start] if node.start < len(lines) else ""
        for kind in _kinds(node, depth):
            yield _difference(kind, node.start, here)
        for above, below in pairwise(node.children):
            if above.kind == "reference" and below.kind == "table" and above.end == below.start:
                yield _difference("target", above.start, lines[above.start])
    used = referred(tree.root.children, Known(tree.references, tree.notes))
    for label, note in tree.notes.items():
        if label not in used:
            yield _difference("unused note", note.start, lines[note.start])


def _kinds(node: Node, depth: int) -> Iterator[DifferenceKind]:
    if node.kind == "item" and node.marker[:-1].isdigit() and not node.marker.isascii():
        yield "number"
    elif node.kind == "footnote" and any(char.isspace() for char in node.label):
        yield "note with blanks"
    elif node.kind == "quote" and _starts_with(node, _ALERT):
        yield "alert"
    elif node.kind == "html" and _EMBED.search("\n".join(node.literal)):
        yield "embed"
    if depth == MAX_DEPTH:
        yield "deep"


def _starts_with(node: Node, pattern: re.Pattern[str]) -> bool:
    first = node.children[0] if node.children else None
    return first is not None and bool(first.pieces) and pattern.match(first.pieces[0].text) is not None


def _of_words(tree: Tree) -> Iterator[Difference]:
    known = Known(tree.references, tree.notes)
    for node, _ in _nodes(tree.root, 0):
        if not node.pieces or node.kind == "reference":
            continue
        text = node.text
        for span in _spans(read_words(text, known)):
            kind: DifferenceKind | Literal[""] = span.ours
            if span.kind == "html" and _EMBED.match(span.text):
                kind = "embed"
            elif span.depth == spans_of.MAX_DEPTH:
                kind = "deep"
            if kind:
                yield _difference(kind, node.start + text.count("\n", 0, span.start), text[span.start : span.end])
        if formula := _FORMULA.search(text):
            yield _difference("formula", node.start + text.count("\n", 0, formula.start()), formula[0])


def _blank_lines(root: Node, lines: Sequence[str]) -> Iterator[Difference]:
    """Lines of no-break spaces and the like, which look empty."""
    verbatim = {
        number for node, _ in _nodes(root, 0) if node.kind in ("code", "html") for number in range(node.start, node.end)
    }
    for number, line in enumerate(lines):
        if line.strip(" \t") and not line.strip() and number not in verbatim:
            yield Difference("blank line", number, "")


def _nodes(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    yield node, depth
    for child in node.children:
        yield from _nodes(child, depth + 1)


def _spans(spans: Iterable[Span]) -> Iterator[Span]:
    """All spans; in a link no address is a link of its own."""
    for span in spans:
        yield span
        yield from (inner for inner in _spans(span.children) if span.kind != "link" or inner.kind != "bare")


def _difference(kind: DifferenceKind, line: int, source: str) -> Difference:
    words = source.split("\n")[0].strip()
    return Difference(kind, line, shortened(words, _WORDS))
