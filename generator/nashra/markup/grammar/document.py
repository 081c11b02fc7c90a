"""Markdown -> its tree, line by line, with the block rules of GitHub (see docs/markdown.md for where ours differ)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from nashra.markup.grammar.block import breaks, code, footnotes, headings, lists, quote, raw_html, tables
from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import CONTAINERS, Node, Piece, Tree

# In the order in which they are asked.
_OPENERS = (
    quote.opens,
    headings.opens,
    code.opens_fenced,
    raw_html.opens,
    breaks.opens,
    footnotes.opens,
    lists.opens,
    code.opens_indented,
    tables.opens,
)
_GOES_ON: dict[str, Callable[[Node, Line], bool | None]] = {
    "quote": quote.goes_on,
    "list": lists.list_goes_on,
    "item": lists.item_goes_on,
    "footnote": footnotes.goes_on,
    "code": code.goes_on,
    "html": raw_html.goes_on,
    "table": tables.goes_on,
    "paragraph": lambda _, line: not line.blank,
}
_FINISH = {"item": lists.finish_item, "list": lists.finish_list, "code": code.finish, "html": raw_html.finish}
_VERBATIM = frozenset({"code", "html"})


# One version is looked at several times in a row: for its HTML, its lead, its alignment.
@lru_cache(maxsize=16)
def read(body: str) -> Tree:
    """The tree of `body`, whose lines end in "\\n"."""
    growth = Growth(_FINISH)
    offset = 0
    lines = body.split("\n")
    for number, text in enumerate(lines):
        if growth.is_between_blocks and (not text or _is_alone(lines, number)):
            # most lines of news: they need not be asked what they may be
            if text:
                growth.add_paragraph(number, Piece(offset, text.rstrip(" \t")))
        else:
            _read_line(growth, Line(text, number, offset))
        offset += len(text) + 1
    growth.close_all()
    return Tree(growth.root, growth.references, growth.notes)


def _is_alone(lines: Sequence[str], number: int) -> bool:
    """Whether a line is a paragraph: no block begins with a letter, and an empty line follows."""
    return lines[number][0].isalpha() and (number + 1 == len(lines) or not lines[number + 1])


def _read_line(growth: Growth, line: Line) -> None:
    growth.matched = 1
    for node in growth.path[1:]:
        answer = _GOES_ON[node.kind](node, line)
        if answer is None:
            growth.matched = len(growth.path)
            node.ending = "closed"
            growth.end_leaf(line)
            return
        if not answer:
            break
        growth.matched += 1
    if _open_blocks(growth, line):
        return
    all_matched = growth.matched == len(growth.path)
    if not all_matched and not line.blank and growth.tip.kind == "paragraph":
        _add_words(growth, line)  # a lazy line: it lacks the signs of its quote or the indent of its item
        return
    growth.close_unmatched()
    _add_line(growth, line)


def _open_blocks(growth: Growth, line: Line) -> bool:
    """Open the blocks that begin in this line; whether that takes all of it."""
    growth.may_be_lazy = growth.tip.kind == "paragraph"
    container = growth.path[growth.matched - 1]
    while container.kind not in _VERBATIM and not line.blank:
        if line.indent < TAB and line.text[line.next].isalpha():
            return False  # no block begins with a letter, and most lines do
        opened = next((node for opens in _OPENERS if (node := opens(growth, line, container))), None)
        if opened is None:
            return False
        if opened.kind not in CONTAINERS:
            return True
        growth.may_be_lazy = False
        container = opened
    return False


def _add_line(growth: Growth, line: Line) -> None:
    tip = growth.tip
    if tip.kind == "html":
        raw_html.add(growth, tip, line)
    elif tip.kind == "code":
        tip.literal.append(line.literal)
    if line.blank:
        # an empty line inside a quote is of the quote, since it bears its sign
        quotes = [number for number, node in enumerate(growth.path) if node.kind == "quote"]
        for node in growth.path[: quotes[-1] + 1] if quotes else ():
            node.end = line.number + 1
    elif tip.kind == "table":
        tables.add(tip, line)
        growth.stretch(line.number + 1)
    elif tip.kind in _VERBATIM:
        growth.stretch(line.number + 1)
    else:
        if tip.kind != "paragraph":
            growth.add(Node("paragraph", line.number, line.number + 1))
        _add_words(growth, line)


def _add_words(growth: Growth, line: Line) -> None:
    growth.tip.pieces.append(Piece(line.offset + line.next, line.rest))
    growth.stretch(line.number + 1)
