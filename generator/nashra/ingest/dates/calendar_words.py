"""Words of dates: months, weekdays, parts of the day, units of time, time zones.

Months and weekdays come from CLDR (through Babel) for every Arab region, and by their full names for other languages;
what CLDR lacks and newspapers write stands
in `nashra.languages.press`. All words are folded (see `nashra.ingest.words.fold`), since texts are compared folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from nashra.ingest.words.fold import fold
from nashra.languages import passing
from nashra.languages.known import SPECS
from nashra.languages.press.known import keyed, phrases


def _by_form(field: str) -> dict[str, Any]:
    """Folded form -> what it stands for, of a field of `Press`."""
    return {fold(form).text: value for value, form in keyed(field)}


_LAST_LATIN = "\u024f"
# Part of the day -> how it changes an hour of the 12-hour clock: "am", "pm", "night" (late evening or small hours).
DAY_PARTS: Mapping[str, str] = _by_form("day_parts")
# Unit of time -> its forms; an Arabic dual counts two by itself.
UNITS: Mapping[str, str] = _by_form("time_units")
DUALS: Mapping[str, str] = _by_form("time_duals")
# Numbers in words up to ten, and words for an unknown small number (None).
NUMBERS: Mapping[str, int | None] = _by_form("small_numbers")
# "Now", "today", "yesterday": a moment named without a number, as (unit, amount).
NAMED_MOMENTS: Mapping[str, tuple[str, int]] = _by_form("moments")
# Zone -> minutes east of Greenwich. The American ones are those of RFC 2822, section 4.3; the others are the only
# meaning that the letters have in news of Europe and the Arab world.
ZONES: Mapping[str, int] = _by_form("zones")


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """Folded name or abbreviation of a month, without its dot -> its number, 1 to 12."""
    table = {name: number for number, name in _plain_names("months")}
    for spec in SPECS.values():
        with passing.locales(*spec.locales) as found:
            for forms in (each.months for each in found):
                for use in ("format", "stand-alone"):
                    for width in ("wide", "abbreviated"):
                        table |= {fold(name.rstrip(".")).text: number for number, name in forms[use][width].items()}
    return table | _by_form("months")


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Folded names and abbreviations of the days of the week, without dots."""
    plain = {name for _, name in _plain_names("days")}
    return frozenset(_named_weekdays()) | plain | {fold(name).text for name in phrases("weekdays")}


def _plain_names(field: str) -> Iterator[tuple[int, str]]:
    """(number, folded name) of months or days in the languages of which no locale is named: newspapers beyond those
    that Nashra knows well, by their full names in Latin letters, since the short ones are words of other languages."""
    for code in (code for code, spec in SPECS.items() if not spec.locales):
        with passing.locales(code) as (locale,):
            forms = getattr(locale, field)
            for use in ("format", "stand-alone"):
                for number, name in forms[use]["wide"].items():
                    folded = fold(name).text
                    if max(folded) <= _LAST_LATIN and len(folded) > 2:
                        yield number, folded


@lru_cache(maxsize=1)
def weekday_numbers() -> dict[str, int]:
    """Folded name or abbreviation -> the day of the week, 0 for Monday; those that mean one day in every language."""
    named = _named_weekdays()
    found = {name: min(numbers) for name, numbers in named.items() if len(numbers) == 1}
    for short in {fold(name).text for name in phrases("weekdays")} - named.keys():
        meant = {number for name, numbers in named.items() if name.startswith(short) for number in numbers}
        if len(meant) == 1:
            found[short] = meant.pop()
    return found


@lru_cache(maxsize=1)
def _named_weekdays() -> dict[str, set[int]]:
    """What CLDR calls the days of the week, folded -> which they are."""
    names: dict[str, set[int]] = {}
    for code in (spec.locales[0] for spec in SPECS.values() if spec.locales):
        with passing.locales(code) as (locale,):
            for width in ("wide", "abbreviated"):
                for number, name in locale.days["format"][width].items():
                    names.setdefault(fold(name.rstrip(".")).text, set()).add(number)
    return names
