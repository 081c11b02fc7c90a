"""Which of several cups of one name is meant: those of the confederation whose clubs the text names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from nashra.entities.lands import Lands
from nashra.entities.table_files import table
from nashra.model import Entity

# Confederations of the Arab lands, of which most have a Nasr, a Hilal and an Ahly.
_OF_NAMESAKES = ("caf", "afc-football")


@lru_cache(maxsize=1)
def countries() -> Mapping[str, frozenset[str]]:
    """Id of a confederation -> the ids of its countries."""
    return {id: frozenset(listed.split()) for id, listed in table("confederations").rows}


def is_played_in(cup: Entity, named: Iterable[str], entities: Mapping[str, Entity], lands: Lands) -> bool:
    """Whether bodies among `named`, ids, have a country, and all these are of the confederation that holds `cup`."""
    own = countries().get(cup.parent or "")
    if own is None or cup.type != "event":
        return False
    bodies = (id for id in named if id in entities and entities[id].type == "organization")
    found = {lands.country(id) for id in bodies} - {""}
    return bool(found) and found <= own


@lru_cache(maxsize=1)
def _of_namesakes() -> frozenset[str]:
    return frozenset[str]().union(*(countries()[id] for id in _OF_NAMESAKES))


def is_alone(country: str, view: Collection[str]) -> bool:
    """Whether `view`, countries, has `country` and none beside it that may have a club of the same name."""
    return country in view and not (_of_namesakes() & set(view)) - {country}
