"""The starter registry: entities of the news from the Maghreb, the Arab world and beyond, in several languages.

It comes with Nashra, in tables of one entity a line: tables are read in a fraction of the time that YAML takes, and
every command reads them. The texts are ours. There are no Wikidata ids, since none of them could be verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import get_args

from nashra.entities.table_files import Table, table
from nashra.model import Entity, EntityType
from nashra.settings.config import STARTER_PARTS

# Each is a table of its own.
PARTS = STARTER_PARTS

# id | type, and what holds of it: "organization, generic" | parent | names in each language ("name; alias; alias")
# | descriptions in each language | dates ("start/end")
_NAMES = 3
_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def starter(parts: Iterable[str], languages: Iterable[str]) -> dict[str, Entity]:
    """The entities of these `parts`, with what they have in these languages; those with no name there are left out.

    The parents of some are countries, or stand in other parts.
    """
    known = frozenset(languages)
    return {entity.id: entity for part in PARTS if part in parts for entity in _entities(part, known)}


@lru_cache(maxsize=32)
def _entities(part: str, languages: frozenset[str]) -> tuple[Entity, ...]:
    return tuple(_parse(table(part), languages))


def _parse(table: Table, languages: frozenset[str]) -> Iterator[Entity]:
    texts, dates = _NAMES + len(table.languages), _NAMES + 2 * len(table.languages)
    for row in table.rows:
        cells = [*row, *[""] * (dates + 1 - len(row))]
        names: dict[str, str] = {}
        aliases: dict[str, tuple[str, ...]] = {}
        ambiguous: dict[str, tuple[str, ...]] = {}
        description: dict[str, str] = {}
        for lang, listed, words in zip(table.languages, cells[_NAMES:texts], cells[texts:dates], strict=True):
            if lang not in languages or not listed:
                continue
            first, others, doubtful = parse_names(listed)
            names[lang] = first
            if others:
                aliases[lang] = others
            if doubtful:
                ambiguous[lang] = doubtful
            if words:
                description[lang] = words
        if names:
            start, _, end = cells[dates].partition("/")
            given, *flags = [word.strip() for word in cells[1].split(",")]
            (kind,) = (kind for kind in _TYPES if kind == given)
            yield Entity(
                id=cells[0],
                type=kind,
                names=names,
                aliases=aliases,
                description=description,
                parent=cells[2] or None,
                ambiguous=ambiguous,
                start=start or None,
                end=end or None,
                generic="generic" in flags,
                feminine="feminine" in flags,
            )


def parse_names(listed: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """ "name; alias?; alias" -> (the name, its aliases, those of all these that end in "?" and need context)."""
    marked = [name.strip() for name in listed.split(";")]
    names = [name.removesuffix("?") for name in marked]
    doubtful = tuple(name for name, mark in zip(names, marked, strict=True) if name != mark)
    return names[0], tuple(names[1:]), doubtful
