"""Dates of the Islamic calendar in running text: `12 محرم 1446`, `3 ذي الحجة 1445 هـ`, `12/01/1446هـ`.

They are turned into Gregorian ones by the tables of Umm al-Qura. Countries that go by the sight of the moon may be a
day off, so a Gregorian date in the same text is always preferred (see `nashra.ingest.dates.find`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from nashra.ingest.dates.calendar_words import weekdays
from nashra.ingest.dates.number_words import islamic_months
from nashra.ingest.words.press_words import alternatives, folded

# The years that the tables know: 1343 to 1500 of the Hijra, 1924 to 2077.
_FIRST, _LAST = 1343, 1500


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    named = alternatives(islamic_months())
    letter = r"[^\W\d_]"
    of, in_year, first, era = (folded("dates", kind) for kind in ("of", "in_year", "first", "islamic_era"))
    return re.compile(
        rf"""
        (?<!\d)(?P<d1>\d{{1,2}}|{first})\s?(?:(?:{of})\s)*(?P<m1>{named})(?!{letter})
            (?:\s|,|،|-|/|(?:{in_year})\s){{1,5}}(?P<y1>1[345]\d\d)(?!\d)(?:\s?(?:{era})(?!\w))?
      | (?P<m2>{named})(?!{letter})\s(?P<d2>\d{{1,2}})\s?[,،]?\s(?P<y2>1[345]\d\d)(?!\d)
            (?:\s?(?:{era})(?!\w))?
      | (?<![\d/.\-])(?P<d3>\d{{1,2}})(?P<s3>[-/.])(?P<n3>\d{{1,2}})(?P=s3)(?P<y3>1[345]\d\d)\s?(?:{era})(?!\w)
      | (?<![\d/.\-])(?P<y4>1[345]\d\d)(?P<s4>[-/.])(?P<n4>\d{{1,2}})(?P=s4)(?P<d4>\d{{1,2}})\s?(?:{era})(?!\w)
        """,
        re.VERBOSE,
    )


def find_hijri(folded: str) -> Iterator[tuple[int, int, date]]:
    """(start, end, Gregorian day) of each Hijri date in a folded text."""
    if not re.search(r"1[345]\d\d", folded):
        return
    for found in _pattern().finditer(folded):
        group = found.groupdict()
        number = next(number for number in "1234" if group[f"y{number}"])
        written = group[f"d{number}"]
        month = group.get(f"n{number}") or islamic_months()[" ".join(group[f"m{number}"].split())]
        day = _gregorian(int(group[f"y{number}"]), int(month), int(written) if written.isdigit() else 1)
        if day is not None:
            before = _weekday().search(folded[max(0, found.start() - 20) : found.start()])
            yield found.start() - (len(before[0]) if before else 0), found.end(), day


@lru_cache(maxsize=1)
def _weekday() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W\d_])(?:(?:{folded('dates', 'day')})\s)?(?:{alternatives(weekdays())})\.?[\s,،-]{{0,3}}\Z"
    )


def _gregorian(year: int, month: int, day: int) -> date | None:
    from hijridate import Hijri

    if not _FIRST <= year <= _LAST:
        return None
    try:
        gregorian = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(gregorian.year, gregorian.month, gregorian.day)
