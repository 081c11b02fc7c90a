"""Whole dates that no calendar has: `Tuesday 12 November 2026`, which is a Thursday; `31 June 2026`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from nashra.languages.desk.known import plain
from nashra.languages.wording.known import as_written, known_languages, wording_of

# A day, perhaps its month, and the year: to look for a figure takes less time than to look for months.
_WHOLE = re.compile(
    r"(?<![\d.,/-])\d{1,2}(?:er|st|nd|rd|th)?(?:,|[ \u00a0][^\s\d]+(?:[ \u00a0][^\s\d]+)?)?,?"
    r"[ \u00a0]\d{4}(?![\d/-]|[.,]\d)"
)
# A late day and its month, without a year.
_LATE = re.compile(r"(?<![\d.,/-])(3\d)[ \u00a0]([^\W\d_]+)(?![\w-]|[ \u00a0,]*\d{4})")
_LEAP = 2024
_DAY = re.compile(r"(\d{1,2})(?:er|e|st|nd|rd|th)?")
# Before it, dates of other calendars are told too.
_FIRST, _LAST = 1930, 2100
# Characters that stand before the day: that of the week, or the month.
_BEFORE = 25
_MONTHS, _LONGEST = 12, 31
# A day with another first figure than it has; the number of a paper, behind a sign for it, is no day.
_MISTYPED = 39
_NUMBERS = frozenset({"n", "no", "numero", "num", "nr", "vol", "volume", "issue", "العدد", "عدد"})
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_dates(text: str) -> Iterator[tuple[int, str, str]]:
    """(where, date as written, what is wrong) of the dates in `text` that no calendar has."""
    for whole in _WHOLE.finditer(text):
        if fault := _fault(plain(text[max(0, whole.start() - _BEFORE) : whole.end()]).split()):
            yield whole.start(), *fault
    for late in _LATE.finditer(text):
        month, before = (
            _names()[1].get(plain(late[2])),
            plain(text[max(0, late.start() - _BEFORE) : late.start()]).split(),
        )
        numbered = before[-1:] and before[-1] in _NUMBERS
        if month and not numbered and int(late[1]) > monthrange(_LEAP, month)[1]:
            yield late.start(), late[0], "there is no such day"


def _fault(words: Sequence[str]) -> tuple[str, str] | None:
    """(date, what is wrong) of the date at the end of `words`: perhaps a weekday, then day and month, or both turned
    round, and the year."""
    weekdays, months = _names()
    year = int(words[-1])
    for length in (2, 1) if _FIRST <= year < _LAST else ():
        before, middle = words[: -length - 2], words[-length - 2 : -1]
        for counted, named in ((middle[:1], middle[1:]), (middle[-1:], middle[:-1])):
            month, number = months.get(" ".join(named)), _DAY.fullmatch(" ".join(counted))
            if not month or not number:
                continue
            told = weekdays.get(before[-1]) if before else None
            shown = " ".join(words[-length - 2 - (told is not None) :])
            day = int(number[1])
            if day > _MISTYPED or (day > _LONGEST and before[-1:] and before[-1] in _NUMBERS):
                return None
            if not 1 <= day <= monthrange(year, month)[1]:
                return shown, "there is no such day"
            really = date(year, month, day).isoweekday()
            return (shown, f"that day is a {_NAMES[really - 1]}") if told not in (None, really) else None
    return None


def is_month(words: str) -> bool:
    """Whether the `plain` words name a month."""
    return words in _names()[1]


def is_weekday(words: str) -> bool:
    """Whether the `plain` words are a day of the week."""
    return words in _names()[0]


@cache
def _names() -> tuple[dict[str, int], dict[str, int]]:
    """The days of the week and the months, in all languages that we know -> their numbers."""
    tables: tuple[dict[str, int], dict[str, int]] = {}, {}
    for lang in known_languages():
        wording = wording_of(lang)
        for table, rows in zip(tables, (wording.weekdays, wording.months), strict=True):
            table |= {plain(name): int(number) for number, name in as_written(rows) if int(number) <= _MONTHS}
    return tables
