"""Dates in running text, to the day or the minute, in the ways Arabic, French and English news writes them.

An absolute date names a year: `18 يوليوز 2024`, `18 تموز/يوليو 2024`, `le jeudi 18 juillet 2024 à 14h35`,
`July 18th, 2024`, `18/07/2024`, `2024-07-18T14:35:00+01:00`. A relative one counts back from a moment that the
text does not know: `منذ شهرين`, `il y a 3 jours`, `an hour ago`. Nothing here reads the clock.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

from nashra.ingest.dates.calendar_words import (
    DAY_PARTS,
    DUALS,
    NAMED_MOMENTS,
    NUMBERS,
    UNITS,
    ZONES,
    alternatives,
    months,
    weekdays,
)
from nashra.ingest.dates.hijri import find_hijri
from nashra.ingest.words.fold import Folded, fold

# News is no older than the printed press that one imports, and Hijri years (1446) must not pass for years.
FIRST_YEAR, LAST_YEAR = 1850, 2100


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at characters [start, end) of a text: exactly one of `day` and `unit` is set.

    day:       an absolute date.
    clock:     its time of day, None when only the day is named.
    zone:      the zone written beside the time, None when there is none.
    ambiguous: day and month were both numbers up to 12; the day was taken to come first.
    unit:      a relative date: `amount` of second, minute, hour, day, week, month or year before the moment of
               publication or of copying. `amount` is None for "a few".
    """

    start: int
    end: int
    day: date | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    ambiguous: bool = False
    unit: str | None = None
    amount: int | None = None

    @property
    def is_relative(self) -> bool:
        """Whether the date counts back from an unknown moment."""
        return self.day is None

    def moment(self, default_zone: tzinfo) -> tuple[datetime, bool]:
        """(the moment, whether its time of day is known) of an absolute date; midnight when it is not.

        Raises ValueError for a relative date.
        """
        if self.day is None:
            raise ValueError("a relative date has no moment of its own")
        zone = self.zone or default_zone
        return datetime.combine(self.day, self.clock or time(), tzinfo=zone), self.clock is not None

    def before(self, reference: datetime) -> date:
        """The day of a relative date, counted back from `reference`; "a few" counts as three.

        Raises ValueError for an absolute date, OverflowError when the day lies before year 1.
        """
        if self.unit is None:
            raise ValueError("an absolute date needs no reference")
        amount = 3 if self.amount is None else self.amount
        if self.unit in ("month", "year"):
            count = reference.year * 12 + reference.month - 1 - amount * (12 if self.unit == "year" else 1)
            year, month = divmod(count, 12)
            if year < 1:
                raise OverflowError("the date lies before year 1")
            return date(year, month + 1, min(reference.day, calendar.monthrange(year, month + 1)[1]))
        return (reference - timedelta(**{f"{self.unit}s": amount})).date()


class _Patterns(NamedTuple):
    """The compiled patterns, over folded text; see `_patterns`."""

    absolute: re.Pattern[str]
    clock_after: re.Pattern[str]
    clock_before: re.Pattern[str]
    weekday_before: re.Pattern[str]
    relative: re.Pattern[str]


def find_date(text: str) -> FoundDate | None:
    """The first absolute date in `text`; without one, the first relative date; else None."""
    found = find_dates(text)
    return next((each for each in found if not each.is_relative), found[0] if found else None)


def find_dates(text: str) -> list[FoundDate]:
    """All dates in `text`, absolute and relative, in order and without overlap. Takes time linear in its length."""
    folded = fold(text)
    found = list(_absolute_dates(folded.text)) or [
        FoundDate(start, end, day) for start, end, day in find_hijri(folded.text)
    ]
    taken = [(each.start, each.end) for each in found]
    for each in _relative_dates(folded.text):
        if not any(each.start < end and start < each.end for start, end in taken):
            found.append(each)
    found.sort(key=lambda each: each.start)
    return [_in_original(each, folded) for each in found]


def parse_date(text: str) -> FoundDate | None:
    """The absolute date that `text` consists of, None when it is no such date or says more than that."""
    stripped = text.strip()
    for each in find_dates(stripped):
        if not each.is_relative:
            return each if not stripped[: each.start].strip(" ,،") and not stripped[each.end :].strip(" .,،") else None
    return None


def _in_original(found: FoundDate, folded: Folded) -> FoundDate:
    if folded.offsets is None:
        return found
    return replace(found, start=folded.origin(found.start), end=folded.origin(found.end))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    month = alternatives(months())
    weekday = alternatives(weekdays())
    part = alternatives(DAY_PARTS)
    zone = alternatives(ZONES)
    amount = rf"\d{{1,4}}|{alternatives(NUMBERS)}"
    units = rf"(?P<unit>{alternatives(UNITS)})|(?P<dual>{alternatives(DUALS)})"
    letter = r"[^\W\d_]"
    # 18 تموز/يوليو, 18 تموز (يوليو), 18 juil.
    named = rf"(?:{month})(?!{letter})\.?"
    second = rf"(?:\s?[/\-|(]\s?(?:{month})(?!{letter})\s?\)?)?"
    year = r"\d{4}(?!\d)(?:\s?م(?!\w))?"
    absolute = rf"""
        (?<!\d)(?:(?P<d1>\d{{1,2}})|فاتح|premier)\s?(?:er|eme|e|st|nd|rd|th|°)?
        (?:\s|,|،|-|/|\.|(?:من|شهر|of|de|du|mois)\s){{0,6}}
        (?P<m1>{named}){second}
        (?:\s|,|،|-|/|\.|(?:سنه|لسنه|عام|لعام|من|of|de)\s){{0,5}}(?P<y1>{year})
      | (?P<m2>{named}){second}\s?[-/]?\s?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s|,|،|-|/){{1,4}}(?P<y2>{year})
      | (?<![\d/.\-])(?P<y3>\d{{4}})\s?(?P<s3>[-/.])\s?(?P<n3>\d{{1,2}})\s?(?P=s3)\s?(?P<d3>\d{{1,2}})(?!\d)
      | (?<![\d/.\-])(?P<d4>\d{{1,2}})\s?(?P<s4>[-/.])\s?(?P<n4>\d{{1,2}})\s?(?P=s4)\s?(?P<y4>{year})
      | (?<!\d)(?P<y5>\d{{4}})\s(?P<m5>{named})\s(?P<d5>\d{{1,2}})(?!\d)
      | (?<![\d/.\-])(?P<d6>\d{{1,2}})(?P<s6>[-/.])(?P<n6>\d{{1,2}})(?P=s6)(?P<y6>\d{{2}})(?![\d/.\-]\d|\d)
      | (?<![\d:])(?P<d7>\d{{1,2}})[\s-](?P<m7>{named})[\s-]'?(?P<y7>\d{{2}})(?![\d:h٫]|\s?[:h]\s?\d|\s(?:{part})(?!\w))
    """
    hour = r"(?P<hour>\d{1,2})"
    minute = r"\s?(?P<mark>[:h٫])\s?(?P<minute>\d{2})(?:[:m]?(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?!\d)"
    offset = rf"(?:(?:utc|gmt)?\s?(?P<offset>[+-]\d{{1,2}}:?(?:\d{{2}})?)(?!\d)|(?P<zone>{zone})(?!\w))"
    clock_after = rf"""
        [\s,،;|()\-•·@/]{{0,6}}
        (?:t(?=\d)|(?:و?علي\s)?(?:في\s)?الساعه\s?:?\s?|(?:at|a)\s|(?:و)(?=\d))?
        {hour}(?:{minute}|\s?(?P<full>h|heures)(?!\w)|(?=\s?(?:{part})(?!\w)))
        (?:\s?(?P<part>{part})(?!\w))?
        (?:\s?\(?{offset}\)?)?
    """
    clock_before = rf"""
        (?<!\d){hour}[:h](?P<minute>\d{{2}})(?:\s?(?P<part>{part}))?
        (?:[\s,،;|\-•·]|(?:يوم|في|le|on|{weekday})(?!{letter})){{1,8}}\Z
    """
    weekday_before = rf"(?<!{letter})(?:(?:يوم|ليوم)\s)?(?:{weekday})\.?[\s,،\-]{{0,3}}\Z"
    relative = rf"""
        (?<!\w)(?:منذ|قبل|il\sy\sa)\s(?:حوالي\s|نحو\s|environ\s)?
            (?:(?P<amount>{amount})\s)?(?:{units})(?!\w)(?:\s(?P<agreed>واحد|واحده)(?!\w))?
      | (?<!\w)(?:about\s)?(?P<en_amount>{amount})\s?(?P<en_unit>{alternatives(UNITS)})\s(?:ago)(?!\w)
      | (?<!\w)(?P<named>{alternatives(NAMED_MOMENTS)})(?!\w)
    """
    return _Patterns(
        *(re.compile(each, re.VERBOSE) for each in (absolute, clock_after, clock_before, weekday_before, relative))
    )


def _absolute_dates(text: str) -> Iterator[FoundDate]:
    if not re.search(r"\d{4}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}|\d{2}\s(?!\d)|\d{2}\Z", text):
        return
    patterns = _patterns()
    end = 0
    for match in patterns.absolute.finditer(text):
        if match.start() < end:
            continue  # already part of the time of day of the date before
        parsed = _day(match)
        if parsed is None:
            continue
        day, ambiguous = parsed
        start, end = match.span()
        clock, zone = None, None
        if (after := patterns.clock_after.match(text, end)) and (clock := _clock(after)) is not None:
            zone, end = _zone(after), after.end()
        before = text[max(0, start - 40) : start]
        if clock is None and (earlier := patterns.clock_before.search(before)) and (clock := _clock(earlier)):
            start -= len(before) - earlier.start()
        elif weekday := patterns.weekday_before.search(before):
            start -= len(before) - weekday.start()
        yield FoundDate(start, end, day, clock, zone, ambiguous)


def _day(match: re.Match[str]) -> tuple[date, bool] | None:
    """(day, whether day and month could be swapped); None when there is no such day."""
    group = match.groupdict()
    ambiguous = False
    numbers: tuple[str | int, ...]
    if group["y1"]:
        numbers = group["y1"], _month(group["m1"]), group["d1"] or "1"
    elif group["y2"]:
        numbers = group["y2"], _month(group["m2"]), group["d2"]
    elif group["y3"]:
        numbers = group["y3"], group["n3"], group["d3"]
    elif group["y5"]:
        numbers = group["y5"], _month(group["m5"]), group["d5"]
    elif group["y7"]:
        numbers = _century(group["y7"]), _month(group["m7"]), group["d7"]
    else:
        first, second = group["d4"] or group["d6"], group["n4"] or group["n6"]
        day, month = int(first), int(second)
        if month > 12 >= day:
            day, month = month, day  # 07/18/2024 can only be the American order
        ambiguous = day <= 12 and day != month and int(second) == month
        numbers = group["y4"] or _century(group["y6"]), month, day
    year, month, day = int(str(numbers[0])[:4]), int(numbers[1]), int(numbers[2])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day), ambiguous
    except ValueError:
        return None


def _century(year: str) -> int:
    """The year that two digits mean, by the rule of POSIX strptime: 69 to 99 lie in the 20th century."""
    return int(year) + (1900 if int(year) >= 69 else 2000)


def _month(name: str) -> int:
    return months()[" ".join(name.rstrip(".").split())]


def _clock(match: re.Match[str]) -> time | None:
    group = match.groupdict()
    hour, minute, second = int(group["hour"]), int(group["minute"] or 0), int(group.get("second") or 0)
    part = DAY_PARTS.get(" ".join((group["part"] or "").split()), "")
    if part == "am" and hour == 12:
        hour = 0
    elif (part == "pm" and hour < 12) or (part == "night" and 6 <= hour < 12):
        hour += 12
    elif part == "night" and hour == 12:
        hour = 0
    try:
        return time(hour, minute, second)
    except ValueError:
        return None


def _zone(match: re.Match[str]) -> tzinfo | None:
    if name := match["zone"]:
        return timezone(timedelta(minutes=ZONES[" ".join(name.split())]))
    if not match["offset"]:
        return None
    digits = match["offset"][1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(-east if match["offset"][0] == "-" else east)


def _relative_dates(text: str) -> Iterator[FoundDate]:
    patterns = _patterns()
    for match in patterns.relative.finditer(text):
        group = {name: " ".join(value.split()) for name, value in match.groupdict().items() if value}
        if named := group.get("named"):
            unit, amount = NAMED_MOMENTS[named]
            yield from _named_moment(text, match, unit, amount)
            continue
        count: int | None
        if dual := group.get("dual"):
            unit, count = DUALS[dual], 2
        else:
            unit = UNITS[group.get("unit") or group["en_unit"]]
            word = group.get("amount") or group.get("en_amount") or "1"
            count = int(word) if word.isdigit() else NUMBERS[word]
        yield FoundDate(match.start(), match.end(), unit=unit, amount=count)


def _named_moment(text: str, match: re.Match[str], unit: str, amount: int) -> Iterator[FoundDate]:
    """ "Today" and the like are ordinary words, and names of newspapers: they count only alone or with a time."""
    after = _patterns().clock_after.match(text, match.end())
    if after is not None and _clock(after) is not None:
        yield FoundDate(match.start(), after.end(), unit=unit, amount=amount)
    elif unit == "minute" or not text[: match.start()].strip() + text[match.end() :].strip(" ."):
        yield FoundDate(match.start(), match.end(), unit=unit, amount=amount)
