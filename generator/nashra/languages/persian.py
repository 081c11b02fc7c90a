"""The solar calendar of Iran and Afghanistan: days, months and spans in its names, for languages whose file has them.

CLDR has the calendar, Babel leaves it out. Leap years follow the cycle of 33 years, which gives the official calendar
from 1800 to 2250; elsewhere a day may be off by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

# The first day of a year that opens a cycle, and the years of a cycle that have a day more.
_START, _START_YEAR = date(2008, 3, 20), 1387
_CYCLE, _CYCLE_DAYS = 33, 33 * 365 + 8
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_LONG_MONTHS, _LONG, _SHORT = 6, 31, 30


class PersianDay(NamedTuple):
    """A day of the calendar."""

    year: int
    month: int
    day: int


def persian_day(day: date) -> PersianDay:
    """The same day in the Persian calendar."""
    cycles, left = divmod(day.toordinal() - _START.toordinal(), _CYCLE_DAYS)
    year = _START_YEAR + cycles * _CYCLE
    while left >= (length := 365 + (year % _CYCLE in _LEAP)):
        left -= length
        year += 1
    months = _LONG_MONTHS * _LONG
    if left < months:
        return PersianDay(year, left // _LONG + 1, left % _LONG + 1)
    left -= months
    return PersianDay(year, _LONG_MONTHS + left // _SHORT + 1, left % _SHORT + 1)


def date_text(months: Sequence[str], day: date) -> str:
    """The day in words: "28 تیر 1403"."""
    year, month, number = persian_day(day)
    return f"{number} {months[month - 1]} {year}"


def span_text(months: Sequence[str], first: date, last: date) -> str:
    """The days from `first` to `last`: "28–30 تیر 1403", "29 تیر – 4 مرداد 1403"."""
    one, two = persian_day(first), persian_day(last)
    if (one.year, one.month) == (two.year, two.month):
        return f"{one.day}–{date_text(months, last)}"
    start = f"{one.day} {months[one.month - 1]}" if one.year == two.year else date_text(months, first)
    return f"{start} – {date_text(months, last)}"


def month_text(months: Sequence[str], month: date, *, with_year: bool = True) -> str:
    """The two months that a month of ours lies in: "تیر – مرداد 1403"."""
    one, two = persian_day(month), persian_day(_last_day(month))
    first, second = months[one.month - 1], months[two.month - 1]
    if not with_year:
        return f"{first} – {second}"
    return f"{first}{f' {one.year}' if one.year != two.year else ''} – {second} {two.year}"


def year_text(year: int) -> str:
    """The two years that a year of ours lies in: "1402 – 1403"."""
    return f"{persian_day(date(year, 1, 1)).year} – {persian_day(date(year, 12, 31)).year}"


def _last_day(month: date) -> date:
    """The last day of the month, without stepping beyond the last day that there is."""
    if month.month == 12:
        return month.replace(day=31)
    return month.replace(month=month.month + 1, day=1) - timedelta(days=1)
