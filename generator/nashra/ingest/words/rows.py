"""Tables in a paste: a program that copies one sets a tab between two cells, and a row in each line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

# What stands between the cells of a row until it is written: cleaning a line leaves it alone, and nobody types it.
CELL = "␟"
_ITEM = re.compile(r"\s*(?:[^\w\s]|o|\d{1,3}[.)]|[a-z][.)])\t")
_LONGEST = 200  # characters of a cell
_FEWEST = 2  # rows


def mark_rows(text: str) -> str:
    """`text` with a sign between the cells of its tables: neighbouring lines with as many tabs inside, and no items."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    cells = [_cells(line) for line in lines]
    marked: list[str] = []
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)  # a headline is no row
    for count, group in groupby(range(len(lines)), key=lambda at: len(cells[at])):
        run = list(group)
        is_table = count > 1 and first not in run and _is_table([cells[at] for at in run])
        marked += [f" {CELL} ".join(cells[at]) if is_table else lines[at] for at in run]
    return "\n".join(marked)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether lines with as many cells are a table: of some rows, of short cells, and no head of a message."""
    short = all(len(cell) <= _LONGEST for row in rows for cell in row)
    return len(rows) >= _FEWEST and short and not all(row[0].endswith((":", "：")) for row in rows)


def _cells(line: str) -> list[str]:
    """The cells of a line; one for a line without a tab inside, and for an item behind its bullet."""
    return [line.strip()] if _ITEM.match(line) else re.split(r" *\t *", line.strip())


def is_row(text: str) -> bool:
    """Whether a line is a row of a table that was marked."""
    return CELL in text


def plain(text: str) -> str:
    """A line without the sign, where it turned out to be no row."""
    return " ".join(text.replace(CELL, " ").split()) if CELL in text else text


def table(texts: Sequence[str], start: int, write: Callable[[str], str]) -> tuple[int, str]:
    """(how many of `texts` from `start` on are rows of one table, that table in Markdown); 0 for none."""
    rows = list(_rows(texts, start))
    if len(rows) < _FEWEST:
        return 0, ""
    lines = [f"| {' | '.join(write(cell).replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(rows[0]))
    return len(rows), "\n".join(lines)


def _rows(texts: Sequence[str], start: int) -> Iterator[list[str]]:
    width = 0
    for text in texts[start:]:
        row = [cell.strip() for cell in text.split(CELL)]
        if len(row) < 2 or len(row) != (width or len(row)):
            return
        width = len(row)
        yield row
