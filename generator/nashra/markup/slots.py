"""The texts of a block: what is between its Markdown signs, to be read or replaced without touching the signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from nashra.markup import html_words
from nashra.markup.blocks import Block
from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node

_BREAK = re.compile(r"(?: *|\\)\n")
_BACKSLASHES = re.compile(r"\\*\Z")


def texts(block: Block) -> list[str]:
    """The texts of `block` in order, each on one line (hard line breaks are kept as "  \\n" or as a backslash).

    Those of raw HTML are given as Markdown.
    """
    if block.kind == "html":
        return [run.markdown for run in html_words.runs(block.text)]
    return [slot.text for slot in _slots(block)]


def fill(block: Block, replacements: Sequence[str]) -> str:
    """The source of `block` with its texts replaced, one by one; `replacements` is as long as `texts(block)`.

    Texts that are equal to the old ones (as `texts` shows them) keep their source unchanged.
    """
    if block.kind == "html":
        return html_words.replaced(block.text, replacements)
    parts: list[str] = []
    at = 0
    for slot, new in zip(_slots(block), replacements, strict=True):
        if new != slot.text:
            parts += block.text[at : slot.start], slot.written(new)
            at = slot.end
    return "".join(parts) + block.text[at:]


@dataclass(frozen=True, slots=True)
class _Slot:
    """A text of a block: characters [start, end) of the block. written: what stands there for other words."""

    start: int
    end: int
    text: str
    written: Callable[[str], str]


def _slots(block: Block) -> Iterator[_Slot]:
    nodes, base = _nodes(block)
    for node in _leaves(nodes):
        if node.kind == "html":
            yield from _in_html(block, node, nodes[0].start)
        else:
            start, end = node.pieces[0].start - base, node.pieces[-1].end - base
            yield _Slot(start, end, _unfold(node), partial(_in_a_line, node))


def _in_html(block: Block, node: Node, first: int) -> Iterator[_Slot]:
    """The words of raw HTML within a list or a quote, whose signs stand before its lines.

    first: the line of the document with which the block begins.
    """
    inside = node.literal
    places: list[tuple[int, int]] = []  # where each line begins: in the HTML, and in the block
    start = at = 0
    for number, line in enumerate(block.text.split("\n"), first):
        if node.start <= number < node.end and len(places) < len(inside):
            own = inside[len(places)]
            if not line.rstrip("\r").endswith(own):
                return  # a tab that is half a sign's: what stands where cannot be told
            places.append((start, at + len(line.rstrip("\r")) - len(own)))
            start += len(own) + 1
        at += len(line) + 1

    def place(offset: int) -> int:
        begin, there = next(each for each in reversed(places) if each[0] <= offset)
        return there + offset - begin

    for run in html_words.runs("\n".join(inside)):
        yield _Slot(place(run.start), place(run.end), run.markdown, run.html)


def shape(blocks: Iterable[Block]) -> list[str]:
    """What `blocks` are made of, one in the other, without their words: two texts of one shape look alike."""
    return [_shape(node) for block in blocks for node in _nodes(block)[0]]


def _shape(node: Node) -> str:
    inner = " ".join(_shape(child) for child in node.children)
    sign = node.number if node.kind == "list" else node.level or node.label
    return f"{node.kind}{sign or ''}({inner})" if inner else f"{node.kind}{sign or ''}"


def _nodes(block: Block) -> tuple[Sequence[Node], int]:
    """What the tree has for `block`, and where the text begins that its places are counted in."""
    if block.nodes:
        return block.nodes, block.start
    return read(block.text).root.children, 0


def _leaves(nodes: Sequence[Node]) -> Iterator[Node]:
    """The paragraphs, headings and cells in `nodes` that have words, and raw HTML."""
    for node in nodes:
        if node.children:
            yield from _leaves(node.children)
        elif (node.kind in ("paragraph", "heading", "cell") and node.pieces and node.text) or node.kind == "html":
            yield node


def _in_a_line(node: Node, text: str) -> str:
    """`text` for a heading or a cell, which have only one line, wherever they stand; for a paragraph as it is."""
    if node.kind == "paragraph":
        return text
    text = _BREAK.sub("<br>", text)
    return text.replace("|", "\\|") if node.kind == "cell" else text


def _unfold(node: Node) -> str:
    """The text of `node` on one line."""
    if len(node.pieces) == 1:
        return node.text
    parts: list[str] = []
    for piece in node.pieces[:-1]:
        words = piece.text.rstrip(" \t")
        backslashes = _BACKSLASHES.search(piece.text)
        if piece.text.endswith("  "):
            parts.append(words + "  \n")
        elif backslashes and len(backslashes[0]) % 2:
            parts.append(words + "\n")
        else:
            parts.append(words + " ")
    return "".join(parts) + node.pieces[-1].text
