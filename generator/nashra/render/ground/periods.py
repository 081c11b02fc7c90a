"""Days, weeks and months in a language's own words, from CLDR through Babel."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel import Locale

from nashra.languages import persian
from nashra.languages.cldr import Language

_ANY_YEAR = 2023
# How CLDR names the widest part in which two dates differ (UTS #35, part 4, "intervalFormats").
_YEAR, _MONTH, _DAY = "y", "M", "d"
# Newer versions of CLDR (46 on) part two bare days by thin spaces too: "5\u2009–\u200911"; the older way reads better.
_THIN = re.compile(r"[\u2009\u202f]([-–—])[\u2009\u202f]")


@lru_cache(maxsize=4096)
def day_name(language: Language, day: date) -> str:
    """The day with its weekday, for the middle of a sentence: "vendredi 9 août 2024", "الجمعة، 9 غشت 2024"."""
    from babel.dates import format_date

    if months := language.persian_months:
        weekday = language.locale.days["format"]["wide"][day.weekday()]
        return language.localize_digits(f"{weekday} {persian.date_text(months, day)}")
    return language.in_digits(format_date(day, "full", locale=language.locale))


@lru_cache(maxsize=1024)
def month_name(language: Language, month: date) -> str:
    """The month of the day `month` and its year: "August 2024", "غشت 2024"."""
    from babel.dates import format_skeleton

    if months := language.persian_months:
        return language.localize_digits(persian.month_text(months, month))
    return language.localize_digits(format_skeleton("yMMMM", month, locale=language.locale))


@lru_cache(maxsize=256)
def month_alone(language: Language, number: int) -> str:
    """Month `number` (1 to 12) without a year: "August", "غشت".

    Where CLDR has a region's own names within dates only, those: it gives Lebanon's آب within a date, and أغسطس, as in
    all of Arabic, for a month that stands alone.
    """
    if months := language.persian_months:
        return persian.month_text(months, date(_ANY_YEAR, number, 1), with_year=False)
    locale, common = language.locale, Locale(language.code)
    alone, within = locale.months["stand-alone"]["wide"], locale.months["format"]["wide"]
    has_own = dict(within.items()) != dict(common.months["format"]["wide"].items())
    lost_them = dict(alone.items()) == dict(common.months["stand-alone"]["wide"].items())
    return str((within if has_own and lost_them else alone)[number])


@lru_cache(maxsize=1024)
def span_name(language: Language, first: date, last: date) -> str:
    """The days from `first` to `last`: "5–11 August 2024", "29 يوليوز – 4 غشت 2024"; a single day by itself.

    CLDR has patterns with short names of months; with the long ones in their place they serve as well.
    """
    from babel.dates import format_date

    if first == last:
        return language.format_date(first)
    if months := language.persian_months:
        return language.localize_digits(persian.span_text(months, first, last))
    locale = language.locale
    differs = _YEAR if first.year != last.year else _MONTH if first.month != last.month else _DAY
    formats = locale.interval_formats.get("yMMMMd") or locale.interval_formats.get("yMMMd") or {}
    pattern = formats.get(differs)
    if pattern is None or len(pattern) != 2:
        text = f"{language.format_date(first)} – {language.format_date(last)}"
    else:
        long = [part if "MMMM" in part else part.replace("MMM", "MMMM") for part in pattern]
        if differs == _DAY:
            long[0] = _THIN.sub(r"\1", long[0])
        text = format_date(first, long[0], locale) + format_date(last, long[1], locale)
    return language.in_digits(text)


def opening(text: str) -> str:
    """`text` as the beginning of a title: with a capital, where the script has capitals."""
    return text[:1].upper() + text[1:]
