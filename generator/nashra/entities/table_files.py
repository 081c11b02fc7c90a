"""The tables of names that come with Nashra, in tables/: one row a line, cells between "|"."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

_LANGUAGES = "# languages: "


class Table(NamedTuple):
    """The languages of the table's columns, in order, and its rows."""

    languages: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=16)
def table(name: str) -> Table:
    """The table tables/NAME.txt, whose first line says which languages its columns are in."""
    first, *lines = (files("nashra.entities") / "tables" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    if not first.startswith(_LANGUAGES):
        raise ValueError(f"the first line of tables/{name}.txt must be {_LANGUAGES!r} and their codes")
    rows = (tuple(cell.strip() for cell in line.split("|")) for line in lines if line and line[0] != "#")
    return Table(tuple(first.removeprefix(_LANGUAGES).split()), tuple(rows))
