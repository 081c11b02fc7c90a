"""Code: between fences, or indented by four columns."""

from __future__ import annotations

import re

from nashra.markup.grammar.characters import plain
from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node

_FENCE = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})[ \t]*([^ \t]*)")


def opens_fenced(growth: Growth, line: Line, container: Node) -> Node | None:
    """The fence that opens here."""
    if line.indent >= TAB or not (fence := _FENCE.match(line.text, line.next)):
        return None
    label = plain(fence[2])
    return growth.add(Node("code", line.number, line.number + 1, fence=fence[1], offset=line.indent, label=label))


def opens_indented(growth: Growth, line: Line, container: Node) -> Node | None:
    """The indented code that begins here. A paragraph that is still open swallows it."""
    if line.indent < TAB or line.blank or growth.may_be_lazy:
        return None
    line.skip(TAB)
    code = growth.add(Node("code", line.number, line.number + 1))
    code.literal.append(line.literal)
    return code


def goes_on(code: Node, line: Line) -> bool | None:
    """Whether the line is of the code; None for the fence that closes it."""
    if code.fence:
        if line.indent < TAB and line.text.startswith(code.fence, line.next):
            rest = line.rest.rstrip(" \t")
            if rest == code.fence[0] * len(rest):
                return None
        line.skip(min(code.offset, line.indent))
        return True
    if line.indent >= TAB:
        line.skip(TAB)
        return True
    if line.blank:
        line.skip_blanks()
        return True
    return False


def finish(code: Node) -> None:
    """Empty lines at the end belong to nothing, unless a fence stands under them."""
    if code.ending:
        return
    while code.literal and not code.literal[-1].strip():
        code.literal.pop()
