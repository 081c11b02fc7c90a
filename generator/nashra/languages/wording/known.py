"""The languages whose words the guards know, and the one way to read them. A new language is a file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nashra.languages import files
from nashra.languages.wording.spec import PLAIN, Wording

_WORDINGS: Mapping[str, Wording] = files.read("nashra.languages.wording", "WORDING")


def wording_of(lang: str) -> Wording:
    """The words of the language `lang`; none where it has no file, and its numbers are read as any language's."""
    return _WORDINGS.get(lang, PLAIN)


def is_known(lang: str) -> bool:
    """Whether the words of `lang` are known at all: what has none cannot be missed."""
    return lang in _WORDINGS


def all_chatter() -> tuple[str, ...]:
    """Patterns of every language, since a machine may speak English beside an Arabic text."""
    return tuple(pattern for wording in _WORDINGS.values() for pattern in wording.chatter)


def known_languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(_WORDINGS)


def rows_of(table: str) -> list[str]:
    """The rows of a table, a line each, or some on one line with ";" between them."""
    return [row for row in re.split(r"[;\n]", table) if row.strip()]


def as_written(table: str) -> Iterator[tuple[str, str]]:
    """(what a row stands for, each of its words as it stands in a text): without the signs of the table."""
    for row in rows_of(table):
        key, *forms = row.split()
        yield from ((key, form.lstrip("=").replace("_", " ")) for form in forms)
