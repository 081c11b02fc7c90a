"""Places that datelines name: countries and cities, from CLDR and from `nashra.languages.press`."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import written
from nashra.languages import passing
from nashra.languages.press.known import PRESS, phrases


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    names = set(phrases("cities"))
    for code in (code for code, press in PRESS.items() if press.cities):
        with passing.locales(code) as (locale,):
            names |= set(locale.territories.values())
            names |= {zone["city"] for zone in locale.time_zones.values() if "city" in zone}
    return frozenset(map(key, names))


def is_place(text: str) -> bool:
    """Whether `text` is the name of a country, or of a city that news comes from."""
    return len(text) <= 40 and key(text) in _places()


def without_place(name: str) -> tuple[str, str]:
    """(`name`, the place behind it with its preposition): "Salma Hamri, à Rabat", "محمد الراجي من الرباط", "in Rabat";
    no place for most."""
    for found in _at().finditer(name):
        if is_place(name[found.end() :]):
            return name[: found.start()].rstrip(" ,،"), name[found.end() :]
    return name, ""


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    """What stands before the place of a writer."""
    return re.compile(rf"(?:^|[\s,،]+)(?:{written('authors', 'in')})\s+(?=\S)", re.IGNORECASE)
