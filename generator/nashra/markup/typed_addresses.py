"""The addresses in a Markdown body, as the editor typed them, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from nashra.markup.grammar.block.references import definition
from nashra.markup.grammar.document import read
from nashra.markup.grammar.inline.reader import Known
from nashra.markup.grammar.inline.reader import read as read_words
from nashra.markup.grammar.inline.span import Span
from nashra.markup.grammar.tree import Node

# <a href="address">
_IN_TAG = re.compile(
    r"<[a-zA-Z][^<>]*?\s(?:href|src|poster|cite)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>=`]+))", re.IGNORECASE
)


def addresses(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """(address, 1-based line of the file) of every link and picture of `body`, code left out, block by block.

    first_line: the line of the file where `body` starts.
    """
    tree = read(body)
    known = Known(tree.references, tree.notes)
    for node in _nodes(tree.root):
        if node.kind == "reference":
            if found := definition(node.text, 0):
                yield found.target.typed, first_line + node.start
        elif node.kind == "html":
            html = "\n".join(node.literal)
            for address, place in _in_tags(html):
                yield address, first_line + node.start + html.count("\n", 0, place)
        elif node.pieces:
            text = node.text
            for address, place in _in_words(read_words(text, known)):
                yield address, first_line + node.start + text.count("\n", 0, place)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _nodes(child)


def _in_words(spans: Sequence[Span]) -> Iterator[tuple[str, int]]:
    """(address, its place in the text, or the end of the words that lead to it)."""
    for span in spans:
        if span.kind in ("link", "image"):
            if span.text:
                yield span.text, span.words[1]
            yield from _in_words(span.children)
        elif span.kind in ("angle", "bare"):
            yield span.address, span.start
        elif span.kind == "html":
            yield from ((address, span.start + place) for address, place in _in_tags(span.text))
        else:
            yield from _in_words(span.children)


def _in_tags(html: str) -> Iterator[tuple[str, int]]:
    """(address, its place in `html`)."""
    for match in _IN_TAG.finditer(html):
        group = next(number for number in (1, 2, 3) if match[number] is not None)
        yield unescape(match[group]).strip(), match.start(group)
