"""The adjectives of countries: tables/demonyms.txt."""

from __future__ import annotations

from functools import lru_cache

from nashra.entities.normalize import folder
from nashra.entities.table_files import table
from nashra.languages.known import spec_of


@lru_cache(maxsize=1)
def rows() -> dict[str, tuple[str, ...]]:
    """Country -> what stands in the table for each of its languages."""
    return {id: tuple(cells) for id, *cells in table("demonyms").rows}


def words(country: str, lang: str) -> list[str]:
    """What the table has for a country in the language `lang`: the masculine, without article."""
    languages = table("demonyms").languages
    if lang not in languages or country not in rows():
        return []
    return [word.strip() for word in rows()[country][languages.index(lang)].split(";") if word.strip()]


@lru_cache(maxsize=8)
def adjectives(lang: str) -> dict[str, str]:
    """Folded adjective -> country, those of one word; in Arabic the masculine without article."""
    found: dict[str, str] = {}
    languages = table("demonyms").languages
    if lang not in languages:
        return found
    fold, spec = folder(lang), spec_of(lang)
    for country, cells in rows().items():
        listed = [word.strip() for word in cells[languages.index(lang)].split(";")]
        for word in listed:
            if not word or " " in word or "-" in word:
                continue
            forms = [word, *(word + ending for ending in spec.demonym_endings)]
            if spec.feminine and word == listed[0]:
                forms.append(word + spec.feminine)
            for form in forms:
                found.setdefault(fold(form), country)
    return found


@lru_cache(maxsize=8)
def usual_adjectives(lang: str) -> frozenset[str]:
    """The folded adjective of each country that is listed first, in the masculine."""
    return frozenset(folder(lang)(listed[0]) for country in rows() if (listed := words(country, lang)))


def is_country(id: str) -> bool:
    """Whether `id` is that of a country whose adjectives we know."""
    return id in rows()
