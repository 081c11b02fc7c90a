"""Quotes: lines that begin with ">"."""

from __future__ import annotations

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The quote that begins here."""
    if growth.is_deep or not _read_sign(line):
        return None
    return growth.add(Node("quote", line.number, line.number + 1))


def goes_on(_: Node, line: Line) -> bool:
    """Whether the line has the sign of the quote too."""
    return _read_sign(line)


def _read_sign(line: Line) -> bool:
    if line.indent >= TAB or line.text[line.next : line.next + 1] != ">":
        return False
    line.take(1)
    line.skip(1)
    return True
