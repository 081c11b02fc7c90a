"""The texts of a block: what is between its Markdown signs, to be read or replaced without touching the signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nashra.markup.blocks import Block
from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node

_BREAK = re.compile(r"(?: *|\\)\n")
_BACKSLASHES = re.compile(r"\\*\Z")


def texts(block: Block) -> list[str]:
    """The texts of `block` in order, each on one line (hard line breaks are kept as "  \\n" or as a backslash)."""
    return [_unfold(node) for node in _leaves(_nodes(block)[0])]


def fill(block: Block, replacements: Sequence[str]) -> str:
    """The source of `block` with its texts replaced, one by one; `replacements` is as long as `texts(block)`.

    Texts that are equal to the old ones (as `texts` shows them) keep their source unchanged.
    """
    nodes, base = _nodes(block)
    parts: list[str] = []
    at = 0
    for node, new in zip(_leaves(nodes), replacements, strict=True):
        start, end = node.pieces[0].start - base, node.pieces[-1].end - base
        if new != _unfold(node):
            parts += block.text[at:start], new if node.kind == "paragraph" else _in_a_line(new, node)
            at = end
    return "".join(parts) + block.text[at:]


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
    """The paragraphs, headings and cells in `nodes` that have words."""
    for node in nodes:
        if node.children:
            yield from _leaves(node.children)
        elif node.kind in ("paragraph", "heading", "cell") and node.pieces and node.text:
            yield node


def _in_a_line(text: str, node: Node) -> str:
    """`text` for a heading or a cell, which have only one line, wherever they stand."""
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
