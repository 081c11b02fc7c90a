"""The shapes of dates, as regular expressions over folded text (see `nashra.ingest.words.fold`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from nashra.ingest.dates.calendar_words import (
    DAY_PARTS,
    DUALS,
    NAMED_MOMENTS,
    NUMBERS,
    UNITS,
    ZONES,
    months,
    weekdays,
)
from nashra.ingest.dates.number_words import day_words, hour_words, more_numbers
from nashra.ingest.words.press_words import alternatives, folded


class Patterns(NamedTuple):
    """The compiled patterns, over folded text."""

    absolute: re.Pattern[str]
    clock_after: re.Pattern[str]
    clock_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    relative: re.Pattern[str]
    numbered: re.Pattern[str]
    definite: re.Pattern[str]
    twin: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """All of them, compiled once."""
    month = alternatives(months())
    weekday = alternatives(weekdays())
    part = alternatives(DAY_PARTS)
    zone = alternatives(ZONES)
    amount = rf"\d{{1,4}}|{alternatives(amounts())}"
    units = rf"(?P<unit>{alternatives(UNITS)})|(?P<dual>{alternatives(DUALS)})"
    letter = r"[^\W\d_]"
    days = alternatives(day_words())
    on, day, of, in_year, first, ordinal, hour_word = (
        folded("dates", kind) for kind in ("on", "day", "of", "in_year", "first", "ordinal", "hour")
    )
    article, ago, ago_after, about, one = (
        folded("dates", kind) for kind in ("article", "ago", "ago_after", "about", "one")
    )
    # 18 تموز/يوليو, 18 تموز (يوليو), 18 juil.
    named = rf"(?:{month})(?!{letter})\.?"
    second = rf"(?:\s?[/\-|(]\s?(?:{month})(?!{letter})\s?\)?)?"
    year = rf"\d{{4}}(?!\d)(?:\s?(?:{folded('dates', 'era')})(?!\w))?"
    absolute = rf"""
        (?<!\d)(?:(?P<d1>\d{{1,2}})|{first})\s?(?:{ordinal})?
        (?:\s|,|،|-|/|\.|(?:{of})\s){{0,6}}
        (?P<m1>{named}){second}
        (?:\s|,|،|-|/|\.|(?:{in_year})\s){{0,5}}(?P<y1>{year})
      | (?P<m2>{named}){second}\s?[-/]?\s?(?P<d2>\d{{1,2}})(?:{ordinal})?(?:\s|,|،|-|/){{1,4}}(?P<y2>{year})
      | (?<![\d/.\-])(?P<y3>\d{{4}})\s?(?P<s3>[-/.])\s?(?P<n3>\d{{1,2}})\s?(?P=s3)\s?(?P<d3>\d{{1,2}})(?!\d)
      | (?<![\d/.\-])(?P<d4>\d{{1,2}})\s?(?P<s4>[-/.])\s?(?P<n4>\d{{1,2}})\s?(?P=s4)\s?(?P<y4>{year})
      | (?<!\d)(?P<y5>\d{{4}})\s(?P<m5>{named})\s(?P<d5>\d{{1,2}})(?!\d)
      | (?<![\d/.\-])(?P<d6>\d{{1,2}})(?P<s6>[-/.])(?P<n6>\d{{1,2}})(?P=s6)(?P<y6>\d{{2}})(?![\d/.\-]\d|\d)
      | (?<![\d:])(?P<d7>\d{{1,2}})(?P<s7>[\s-])(?P<m7>{named})(?P=s7)'?(?P<y7>\d{{2}})(?![\d:h٫]|\s?[:h]\s?\d)
        (?=\s*(?:\Z|[^\w\s:]|(?:(?:{hour_word}|gmt)\s){{0,3}}\d{{1,2}}[:h]\d{{2}}))
      | (?<![^\W_])(?P<d8>{days})\s(?:(?:{of})\s){{0,3}}(?P<m8>{named}){second}
        (?:\s|,|،|(?:{in_year})\s){{1,5}}(?P<y8>{year})
      | (?P<m12>{named})\s(?:(?:{on})\s)?(?P<d12>{days})[\s,]{{1,3}}(?P<y12>{year})
      | (?<![\d/.\-])(?P<y9>\d{{4}})[\s,،\-]{{1,3}}(?:(?:(?:{day})\s)?(?:{weekday})\.?[\s,،]{{1,3}})?(?P<d9>\d{{1,2}})\s
        (?P<m9>{named}){second}(?![\s,،]{{1,3}}(?:(?:{in_year})\s)?\d{{4}})
      | (?<!{letter})(?:{weekday})\s(?P<m10>{named})\s{{1,2}}(?P<d10>\d{{1,2}})\s(?P<c10>\d{{2}}:\d{{2}}(?::\d{{2}})?)\s
        (?:(?P<z10>{zone}|[+-]\d{{4}})\s)?(?P<y10>\d{{4}})(?!\d)
      | (?<![\w/.\-])(?P<y11>(?:19|20)\d{{2}})(?P<n11>0[1-9]|1[0-2])(?P<d11>0[1-9]|[12]\d|3[01])(?=t\d|\W|_|\Z)
    """
    hour = r"(?P<hour>\d{1,2})"
    # "06.00 GMT", but "1.5 million"
    dotted = rf"\.(?=\d{{2}}\s(?:{zone}|{part})(?!\w))"
    minute = rf"\s?(?P<mark>[:h٫]|{dotted})\s?(?P<minute>\d{{2}})(?:[:m]?(?P<second>\d{{2}})(?:[.,]\d{{1,9}})?)?(?!\d)"
    # "14 و 35 دقيقة"
    minutes = folded("time_units", "minute")
    counted = rf"\s?(?:{folded('dates', 'hour_and')})\s?(?P<minutes>\d{{1,2}})\s(?:{minutes})(?!\w)"
    # "على الساعة الرابعة مساء"
    spoken = rf"(?P<spoken>{alternatives(hour_words())})(?=\s(?:{part})(?!\w))"
    offset = rf"(?:(?:utc|gmt)?\s?(?P<offset>[+-]\d{{1,2}}:?(?:\d{{2}})?)(?!\d)|(?P<zone>{zone})(?!\w))"
    clock_after = rf"""
        [\s,،;|()\-•·@/]{{0,6}}
        (?:(?:{hour_word})\s{spoken}
          |(?:t(?=\d)|(?:{hour_word})\s?:?\s?|(?:{folded("dates", "hour_glued")})(?=\d))?
          {hour}(?:{minute}|{counted}|\s?(?P<full>{folded("dates", "full_hour")})(?!\w)|(?=\s?(?:{part})(?!\w))))
        (?:\s?(?P<part>{part})(?!\w))?
        (?:\s?\(?{offset}\)?)?
    """
    clock_before = rf"""
        (?<!\d){hour}[:h](?P<minute>\d{{2}})(?:\s?(?P<part>{part})\.?(?!\w))?(?:\s\(?(?P<zone>{zone})\)?(?!\w))?
        (?:[\s,،;|\-•·]|(?:{on}|{weekday})(?!{letter})){{1,8}}\Z
    """
    weekday_before = rf"(?<!{letter})(?:(?:{day})\s)?(?:{weekday})\.?[\s,،\-]{{0,3}}\Z"
    relative = rf"""
        (?<!\w)(?:{ago})\s(?:(?:{about})\s)?
            (?:(?P<amount>{amount})\s)?(?:{units})(?!\w)(?:\s(?P<agreed>{one})(?!\w))?
      | (?<!\w)(?:(?:{about})\s)?(?P<en_amount>{amount})\s?(?P<en_unit>{alternatives(UNITS)})\s(?:{ago_after})(?!\w)
      | (?<!\w)(?P<named>{alternatives(NAMED_MOMENTS)})(?!\w)
    """
    # Laws, decrees and files bear numbers that look like days: قانون رقم 13-09-01, loi n° 13-09-01.
    numbered = rf"""
        (?<!\w)(?:{article})?(?:{folded("dates", "numbered")})
        (?:\s(?:{folded("dates", "numbered_more")}))*[\s.:°]{{0,3}}\Z
    """
    # الأسبوع الأول من مايو: what comes before makes the ordinal one of weeks, halves or rounds.
    definite = rf"(?<!\w)(?:{article})(?!(?:{day})\s)\w+\s\Z"
    # What stands between a date and the same day of the other calendar; weekdays belong to the dates.
    twin = rf"[\s,،;/|(\-=]*(?:(?:{folded('dates', 'same_day')})\s?){{0,2}}[\s,،/|(\-:]*"
    return Patterns(
        *(
            re.compile(each, re.VERBOSE)
            for each in (absolute, clock_after, clock_before, weekday_before, relative, numbered, definite, twin)
        )
    )


@lru_cache(maxsize=1)
def amounts() -> Mapping[str, int | None]:
    """Folded number in words -> what it counts; None for "a few"."""
    return {**NUMBERS, **more_numbers()}
