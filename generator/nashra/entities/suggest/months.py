"""The names of months and days, which stand behind "in" and "since" as names of places do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from nashra.entities.normalize import normalize
from nashra.languages.known import spec_of
from nashra.languages.press.known import PRESS


@lru_cache(maxsize=8)
def months(lang: str) -> frozenset[str]:
    """The folded words of the names of months and days in `lang`, as CLDR and the press have them."""
    return frozenset(word for name in _names(lang) for word in normalize(name, lang).split())


def _names(lang: str) -> Iterator[str]:
    from babel import Locale

    for code in spec_of(lang).locales:
        locale = Locale.parse(code)
        for names in (locale.months["format"]["wide"], locale.days["format"]["wide"]):
            yield from names.values()
    if lang in PRESS:
        for listed in (*PRESS[lang].months.values(), PRESS[lang].weekdays):
            yield from listed.split("|")
