"""The adjectives of countries: tables/demonyms.txt."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from nashra.entities.normalize import folder

_TABLE_LANGUAGES = ("ar", "fr", "en")
_FRENCH_ENDINGS = ("", "s", "es")


@lru_cache(maxsize=1)
def rows() -> dict[str, tuple[str, ...]]:
    """Country -> what stands in the table for each of its languages."""
    text = (files("nashra.entities") / "tables" / "demonyms.txt").read_text(encoding="utf-8")
    rows = ([cell.strip() for cell in line.split("|")] for line in text.splitlines() if line and line[0] != "#")
    return {row[0]: tuple(row[1:]) for row in rows}


@lru_cache(maxsize=8)
def adjectives(lang: str) -> dict[str, str]:
    """Folded adjective -> country, those of one word; in Arabic the masculine without article."""
    found: dict[str, str] = {}
    if lang not in _TABLE_LANGUAGES:
        return found
    fold = folder(lang)
    for country, cells in rows().items():
        listed = [word.strip() for word in cells[_TABLE_LANGUAGES.index(lang)].split(";")]
        for word in listed:
            if not word or " " in word or "-" in word:
                continue
            forms = [word]
            if lang == "fr":
                forms = [word + ending for ending in _FRENCH_ENDINGS]
                forms += [word + "e"] if len(listed) == 1 or word == listed[0] else []
            elif lang == "en":
                forms = [word, word + "s"]
            for form in forms:
                found.setdefault(fold(form), country)
    return found


def is_country(id: str) -> bool:
    """Whether `id` is that of a country whose adjectives we know."""
    return id in rows()
