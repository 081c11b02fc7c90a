"""Days without a year, as stamps and datelines write them: `14 mai`, `May 14`, `14 مايو أيار`; and their year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from nashra.ingest.dates.calendar_words import months, weekdays
from nashra.ingest.dates.find import FoundDate, clock_after, find_dates, fixed_dates
from nashra.ingest.words.fold import fold
from nashra.ingest.words.press_words import alternatives, folded

# A text is about days that lie this close to its own.
_NEAR = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day of the year at characters [start, end) of a text. clock: its time of day, None where none is named."""

    start: int
    end: int
    month: int
    day: int
    clock: time | None = None

    def in_year(self, year: int) -> date | None:
        """The date in `year`, None where that year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


def find_yearless(text: str) -> Yearless | None:
    """The first day without a year in `text`; None where it has none, or names a year anywhere."""
    if fixed_dates(text):
        return None
    folded = fold(text)
    for found in _pattern().finditer(folded.text):
        name = found["m1"] or found["m2"]
        month, day = months()[" ".join(name.rstrip(".").split())], int(found["d1"] or found["d2"])
        each = Yearless(folded.origin(found.start()), folded.origin(found.end()), month, day)
        if each.in_year(2024) is None:  # a leap year has every day
            continue
        clock, end = clock_after(folded.text, found.end())
        return Yearless(each.start, folded.origin(end) if clock else each.end, month, day, clock)
    return None


def likely_year(day: Yearless, text: str, today: date | None) -> FoundDate | None:
    """`day` in the year that is most likely meant: that of the days near it in `text`, else the last one before
    `today`. None where neither tells."""
    years = [found.day for found in find_dates(text) if found.day is not None]
    for known in years:
        for year in (known.year, known.year - 1, known.year + 1):
            here = day.in_year(year)
            if here is not None and abs(here - known) <= _NEAR:
                return FoundDate(day.start, day.end, here, day.clock)
    if today is None:
        return None
    past = _past(day, range(today.year, today.year - 9, -1), today + timedelta(days=1))
    return FoundDate(day.start, day.end, past, day.clock) if past is not None else None


def _past(day: Yearless, years: Iterable[int], latest: date) -> date | None:
    found = (day.in_year(year) for year in years)
    return next((each for each in found if each is not None and each <= latest), None)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    month, weekday, letter = alternatives(months()), alternatives(weekdays()), r"[^\W\d_]"
    day, of, ordinal = (folded("dates", kind) for kind in ("day", "of", "ordinal"))
    named = rf"(?:{month})(?!{letter})\.?"
    second = rf"(?:\s?[/\-|(]?\s?(?:{month})(?!{letter})\s?\)?)?"
    before = rf"(?:(?<!{letter})(?:(?:{day})\s)?(?:{weekday})\.?[\s,،]{{1,3}})?"
    return re.compile(
        rf"{before}(?<![\d/.,:-])(?P<d1>\d{{1,2}})(?:{ordinal})?\s(?:(?:{of})\s)?(?P<m1>{named}){second}(?![\w])"
        rf"|{before}(?<!{letter})(?P<m2>{named})\s(?P<d2>\d{{1,2}})(?:{ordinal})?(?![\d\w:.h])"
    )
