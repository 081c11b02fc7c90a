"""Lists: bullets and numbers, nested by where the contents of an item begin, tight or loose, with tasks among them.

Numbers may be written in any digits, as in "١. بند", which GitHub does not know.
"""

from __future__ import annotations

import re
from itertools import pairwise

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node

_MARKER = re.compile(r"(?:([*+-])|(\d{1,9})([.)]))(?=[ \t]|\Z)")
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The item that begins here, in the list that is open or in a new one."""
    if line.indent >= TAB or growth.is_deep:
        return None
    match = _MARKER.match(line.text, line.next)
    if match is None:
        return None
    number = int(match[2]) if match[2] else None
    if container.kind == "paragraph" and (not line.text[match.end() :].strip() or number not in (None, 1)):
        return None  # a number or dash that a line happens to begin with
    is_first = not line.text[: line.next].strip(" \t")
    offset = _read_marker(line, len(match[0]))
    marker = match[1] or match[3]
    if container.kind != "list" or container.marker != marker:
        growth.add(Node("list", line.number, line.number + 1, marker=marker, number=number))
    item = Node("item", line.number, line.number + 1, marker=match[0], offset=offset)
    item.may_be_task = is_first
    return growth.add(item)


def _read_marker(line: Line, size: int) -> int:
    """The columns that the contents of the item are indented by. What begins 5 columns on is code in the item."""
    indent = line.indent
    line.take(size)
    blanks = line.indent
    if line.blank or blanks > TAB:
        line.skip(1)
        return indent + size + 1
    line.skip(blanks)
    return indent + size + blanks


def list_goes_on(_: Node, __: Line) -> bool:
    """A list ends where something else begins, which its items know."""
    return True


def item_goes_on(item: Node, line: Line) -> bool:
    """Whether the line belongs to the item: it is indented far enough, or empty."""
    if line.blank:
        line.skip_blanks()
        return bool(item.children)
    if line.indent < item.offset:
        return False
    line.skip(item.offset)
    return True


def finish_item(item: Node) -> None:
    """Take the sign of a task off the words of the item."""
    first = item.children[0] if item.children else None
    if (
        first is None
        or first.kind != "paragraph"
        or not item.may_be_task
        or not (task := _TASK.match(first.pieces[0].text))
    ):
        return
    item.task = task[1] != " "
    piece = first.pieces[0]
    piece.start += task.end()
    piece.text = piece.text[task.end() :]


def finish_list(node: Node) -> None:
    """Know whether blank lines part the items of a list, or the blocks of one of them."""
    node.loose = any(
        one.end < two.start
        for row in [node.children, *(item.children for item in node.children)]
        for one, two in pairwise(row)
    )
