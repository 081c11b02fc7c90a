"""The names that come with Nashra, for texts whose site and registry nobody gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from nashra.entities.countries import countries
from nashra.entities.glossary import Glossary
from nashra.entities.starter import PARTS, starter
from nashra.languages.defaults import OWN
from nashra.languages.wording.known import wording_of
from nashra.model import Entity

# what comes with Nashra has names in it
_LANGUAGES = (OWN,)


@lru_cache(maxsize=4)
def common_names(languages: frozenset[str]) -> Callable[[str, str, str], Iterable[str]]:
    """Finds the names of the starter registry and of countries in texts of these languages; see `guards.Names`."""
    known = sorted(languages)
    return Glossary({**countries(known), **starter(PARTS, known)}).named


@lru_cache(maxsize=1)
def capitals() -> Mapping[str, str]:
    """Id of a capital -> its country, by whose name texts may call it."""
    found = {id: entity.parent for id, entity in countries(_LANGUAGES).items() if entity.parent}
    for id, entity in starter(PARTS, _LANGUAGES).items():
        if entity.parent and entity.description.get(OWN, "").startswith(wording_of(OWN).capital_of):
            found[id] = _country(id)
    # no exemplar city of a time zone, see `countries`
    return {**found, "washington-dc": "united-states"}


def _country(id: str) -> str:
    """The country that a place lies in, or else what it belongs to last."""
    while id not in common_countries() and id in parents():
        id = parents()[id]
    return id


# Where the press names the town for those who sit there, besides its country.
SEATS: Mapping[str, str] = {"brussels": "european-union"}


@lru_cache(maxsize=1)
def common_countries() -> frozenset[str]:
    """Ids of countries."""
    return frozenset(id for id, entity in countries(_LANGUAGES).items() if entity.parent is None)


@lru_cache(maxsize=1)
def common_places() -> frozenset[str]:
    """Ids of countries and of the places that come with Nashra."""
    starting = starter(PARTS, _LANGUAGES).items()
    return frozenset(countries(_LANGUAGES)) | {id for id, entity in starting if entity.type == "place"}


@lru_cache(maxsize=1024)
def written(id: str, lang: str) -> tuple[str, ...]:
    """The names in `lang` of an organisation or event that comes with Nashra; none of people and places."""
    entity = _named_in(lang).get(id)
    if entity is None or entity.type not in ("organization", "event") or lang not in entity.names:
        return ()
    return (entity.names[lang], *entity.aliases.get(lang, ()))


@lru_cache(maxsize=8)
def _named_in(lang: str) -> Mapping[str, Entity]:
    return starter(PARTS, (lang,))


@lru_cache(maxsize=1)
def parents() -> Mapping[str, str]:
    """Id of a person, a team, an institution or a place that comes with Nashra -> what it belongs to."""
    return {id: entity.parent for id, entity in starter(PARTS, _LANGUAGES).items() if entity.parent}


@lru_cache(maxsize=1)
def institutions() -> Mapping[str, str]:
    """Id of a team or an institution of a country -> the country."""
    entities = starter(PARTS, _LANGUAGES).items()
    return {id: entity.parent for id, entity in entities if entity.parent and entity.type != "place"}
