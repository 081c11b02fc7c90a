"""Thematic breaks: lines of three or more "*", "-" or "_"."""

from __future__ import annotations

import re

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node

_SIGNS = re.compile(r"([*_-])[ \t]*(?:\1[ \t]*){2,}\Z")


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The break that this line is."""
    if line.indent >= TAB or not _SIGNS.match(line.text, line.next):
        return None
    return growth.add_closed(Node("rule", line.number, line.number + 1))
