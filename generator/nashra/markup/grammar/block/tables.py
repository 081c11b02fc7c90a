"""Tables: a line of headings over a line of dashes, then one row a line."""

from __future__ import annotations

import re

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node, Piece

_DASHES = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
# A bar behind a backslash is of the cell, whatever stands before the backslash.
_CELL = re.compile(r"(?:[^|]|(?<=\\)\|)*")
_MOST_COLUMNS = 200


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The table that this line of dashes makes of the line above it."""
    if container.kind != "paragraph" or not container.pieces or line.indent >= TAB or not is_dashes(line.rest):
        return None
    head = container.pieces[-1]
    names = _cells(head.text, head.start)
    dashes = _cells(line.rest, 0)
    if len(names) != len(dashes) or len(dashes) > _MOST_COLUMNS:
        return None
    columns = tuple(_alignment(cell.text) for cell in dashes)
    table = Node("table", line.number - 1, line.number + 1, columns=columns)
    table.children.append(_row(line.number - 1, names))
    growth.turn_last_line(container, table)
    return table


def is_dashes(text: str) -> bool:
    """Whether a line is what stands between the headings of a table and its rows."""
    return _DASHES.match(text) is not None


def goes_on(_: Node, line: Line) -> bool:
    """Whether the line may be a row: it is unless it begins something else."""
    return not line.blank


def add(table: Node, line: Line) -> None:
    """One more row."""
    cells = _cells(line.rest, line.offset + line.next)
    row = _row(line.number, cells[: len(table.columns)])
    row.literal = [cell.text for cell in cells[len(table.columns) :]]
    table.children.append(row)


def _row(number: int, cells: list[Piece]) -> Node:
    row = Node("row", number, number + 1)
    row.children = [Node("cell", number, number + 1, pieces=[cell]) for cell in cells]
    return row


def _alignment(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return {(True, True): "center", (True, False): "left", (False, True): "right"}.get((left, right), "")


def _cells(text: str, start: int) -> list[Piece]:
    """What stands between the "|" of a line, those with a backslash left in."""
    at = 1 if text.startswith("|") else 0
    end = len(text.rstrip(" \t"))
    cells: list[Piece] = []
    while at < end or (not at and not cells):
        match = _CELL.match(text, at, end)
        stop = match.end() if match else end
        cell = text[at:stop]
        words = cell.strip(" \t")
        cells.append(Piece(start + at + len(cell) - len(cell.lstrip(" \t")), words))
        at = stop + 1
    return cells
