"""Names of papers, sites and broadcasters, as they stand beside a place, a person or a day."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.press_words import keys
from nashra.languages.files import read

_MOST_WORDS, _LONGEST = 5, 50
# "TelQuel", "Le360", "i24NEWS", "Yabiladi.com": no person and no place is written so.
_BRAND = re.compile(r"(?:\w*[a-zà-ÿ][A-ZÀ-ÖØ-Þ]\w*|[^\W\d_]+\d+[^\W\d_]*|\w[\w-]+\.[a-z]{2,4}(?:\.[a-z]{2})?)")
# "اليوم 24", "France 24"
_NUMBERED = re.compile(r"[^\W\d_][^\d]*\s\d{1,3}")
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile(r"[\u0620-\u064a]")


def is_house(text: str, *, among: str = "") -> bool:
    """Whether `text` is surely the name of a house that publishes. among: the line that it stands in."""
    found = words(text)
    if not 1 <= len(found) <= _MOST_WORDS or len(text) > _LONGEST or text[0].islower():
        return False
    if boilerplate.is_agency(text) or key(text) in _names():
        return True
    bare = found[1:] if found[0] in keys("authors", "article") else found
    if len(bare) > 1 and not house_words().isdisjoint((bare[0], bare[-1])):
        return True
    if len(found) > 2 and " ".join(found[:-1]) in _names():
        return True  # Le Monde Afrique
    brand = any(_BRAND.fullmatch(word) for word in text.split())
    foreign = _LATIN.search(text) and not _ARABIC.search(text) and _ARABIC.search(among)
    numbered = _NUMBERED.fullmatch(text) and found[0] not in keys("prints")
    return bool(brand or foreign or numbered or _with_agency(found))


@lru_cache(maxsize=1)
def house_words() -> frozenset[str]:
    """Folded words with which the name of a house begins or ends, and no person's begins."""
    return _keys("WORDS")


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return _keys("HOUSES")


def _keys(name: str) -> frozenset[str]:
    return frozenset(
        key(each) for names in read("nashra.languages.press.houses", name).values() for each in names.split("|")
    )


def _with_agency(found: list[str]) -> bool:
    """Le Monde avec AFP."""
    at = next((at for at, word in enumerate(found) if word in _with()), 0)
    return at > 0 and boilerplate.is_agency(" ".join(found[at + 1 :]))


@lru_cache(maxsize=1)
def _with() -> frozenset[str]:
    return keys("authors", "beside")
