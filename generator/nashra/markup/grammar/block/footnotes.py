"""Footnotes: "[^label]: words", and what is indented by four columns under it."""

from __future__ import annotations

import re

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node

_LABEL = re.compile(r"\[\^([^\[\]]+)\]:[ \t]*")


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The footnote that begins here."""
    if line.indent >= TAB or growth.is_deep or not (label := _LABEL.match(line.text, line.next)):
        return None
    line.take(label.end() - line.next)
    return growth.add(Node("footnote", line.number, line.number + 1, label=label[1], offset=TAB))


def goes_on(note: Node, line: Line) -> bool:
    """Whether the line is of the footnote: indented, or empty."""
    if line.indent >= TAB:
        line.skip(TAB)
        return True
    if line.blank:
        line.skip_blanks()
    return line.blank
