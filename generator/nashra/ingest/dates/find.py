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

from nashra.ingest.dates.calendar_words import DAY_PARTS, DUALS, NAMED_MOMENTS, UNITS, ZONES, months, weekday_numbers
from nashra.ingest.dates.hijri import find_hijri
from nashra.ingest.dates.number_words import day_words, hour_words
from nashra.ingest.dates.patterns import amounts, patterns
from nashra.ingest.words.fold import Folded, fold

# News is no older than the printed press that one imports, and Hijri years (1446) must not pass for years.
FIRST_YEAR, LAST_YEAR = 1850, 2100

_WORD = re.compile(r"[^\W\d_]+")
# By these clocks the month is written first.
_AMERICAN = frozenset("est edt et cdt ct mst mdt mt pst pdt pt".split())
_LINE = 400  # characters up to which what was found is remembered
# Countries that go by the sight of the moon differ by this from the tables.
_MOON = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at characters [start, end) of a text: exactly one of `day` and `unit` is set.

    day:       an absolute date.
    clock:     its time of day, None when only the day is named.
    zone:      the zone written beside the time, None when there is none.
    ambiguous: day and month were both numbers up to 12, and no day of the week told which is which; the day was taken
               to come first.
    unit:      a relative date: `amount` of second, minute, hour, day, week, month or year before the moment of
               publication or of copying. `amount` is None for "a few".
    islamic:   it was reckoned from the Islamic calendar, and may be a day off.
    """

    start: int
    end: int
    day: date | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    ambiguous: bool = False
    unit: str | None = None
    amount: int | None = None
    islamic: bool = False

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


def find_date(text: str) -> FoundDate | None:
    """The first absolute date in `text`; without one, the first relative date; else None."""
    found = find_dates(text)
    return next((each for each in found if not each.is_relative), found[0] if found else None)


def find_dates(text: str) -> list[FoundDate]:
    """All dates in `text`, absolute and relative, in order and without overlap. Takes time linear in its length."""
    return list(_find_in_line(text) if len(text) <= _LINE else _find(text))


def fixed_dates(text: str) -> list[FoundDate]:
    """The dates in `text` that are the same whenever they are read: all but "yesterday" and the like."""
    return [each for each in find_dates(text) if not each.is_relative]


def _find(text: str) -> list[FoundDate]:
    folded = fold(text)
    hijri = [FoundDate(start, end, day, islamic=True) for start, end, day in find_hijri(folded.text)]
    found = _with_twins(list(_absolute_dates(folded.text)), hijri, folded.text) or hijri
    taken = [(each.start, each.end) for each in found]
    for each in _relative_dates(folded.text):
        if not any(each.start < end and start < each.end for start, end in taken):
            found.append(each)
    found.sort(key=lambda each: each.start)
    return [_in_original(each, folded) for each in found]


# The rules ask the same lines many times.
_find_in_line = lru_cache(maxsize=1024)(_find)


def _with_twins(found: list[FoundDate], hijri: list[FoundDate], text: str) -> list[FoundDate]:
    """`found` with the Islamic dates that stand beside them and mean the same day: they are one date, said twice."""
    shapes = patterns()
    for other in hijri:
        for at, each in enumerate(found):
            if each.day is None or other.day is None or abs(each.day - other.day) > _MOON:
                continue
            if other.end <= each.start and shapes.twin.fullmatch(text, other.end, each.start):
                found[at] = replace(each, start=other.start)
            elif each.end <= other.start and shapes.twin.fullmatch(text, each.end, other.start):
                close = re.compile(r"\s?\)").match(text, other.end) if "(" in text[each.end : other.start] else None
                found[at] = replace(each, end=close.end() if close else other.end)
    return found


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


def _absolute_dates(text: str) -> Iterator[FoundDate]:
    if not re.search(r"\d{4}|\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2}|\d{2}\s(?!\d)|\d{2}\Z", text):
        return
    shapes = patterns()
    end = 0
    for match in shapes.absolute.finditer(text):
        if match.start() < end:
            continue  # already part of the time of day of the date before
        parsed = _day(match)
        if parsed is None:
            continue
        start = match.start()
        before = text[max(0, start - 40) : start]
        if not match["m1"] and shapes.numbered.search(before):
            continue
        if match["y8"] and shapes.definite.search(before) and not shapes.weekday_before.search(before):
            continue
        day, ambiguous = parsed
        if ambiguous and (named := shapes.weekday_before.search(before)):
            day, ambiguous = _on_weekday(day, named[0])
        end = match.end()
        clock, zone = _inner_clock(match)
        if clock is None and (after := shapes.clock_after.match(text, end)) and (clock := _clock(after)) is not None:
            zone, end = _zone(after), after.end()
            if ambiguous and (after["zone"] or "").strip() in _AMERICAN:
                day, ambiguous = day.replace(month=day.day, day=day.month), False
        if clock is None and (earlier := shapes.clock_before.search(before)) and (clock := _clock(earlier)):
            zone = _named_zone(earlier["zone"] or "")
            start -= len(before) - earlier.start()
        elif weekday := shapes.weekday_before.search(before):
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
    elif group["y8"]:
        numbers = group["y8"], _month(group["m8"]), day_words()[" ".join(group["d8"].split())]
    elif group["y12"]:
        numbers = group["y12"], _month(group["m12"]), day_words()[" ".join(group["d12"].split())]
    elif group["y9"]:
        numbers = group["y9"], _month(group["m9"]), group["d9"]
    elif group["y10"]:
        numbers = group["y10"], _month(group["m10"]), group["d10"]
    elif group["y11"]:
        numbers = group["y11"], group["n11"], group["d11"]
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


def _on_weekday(day: date, before: str) -> tuple[date, bool]:
    """(`day`, or the one with its month in its place where only that is the day of the week that `before` ends with;
    whether that leaves a doubt): Tue, 03/10/2026 is in March."""
    number = next((weekday_numbers()[word] for word in _WORD.findall(before)[::-1] if word in weekday_numbers()), None)
    swapped = day.replace(month=day.day, day=day.month)
    if number is None or day.weekday() == swapped.weekday():
        return day, True
    return (swapped, False) if swapped.weekday() == number else (day, day.weekday() != number)


def _century(year: str) -> int:
    """The year that two digits mean, by the rule of POSIX strptime: 69 to 99 lie in the 20th century."""
    return int(year) + (1900 if int(year) >= 69 else 2000)


def _month(name: str) -> int:
    return months()[" ".join(name.rstrip(".").split())]


def _inner_clock(match: re.Match[str]) -> tuple[time | None, tzinfo | None]:
    """The time of day that stands inside a date, as C's asctime writes it: Wed Apr  3 14:30:00 2024."""
    written = match["c10"]
    if not written:
        return None, None
    try:
        return time.fromisoformat(written), _named_zone(match["z10"] or "")
    except ValueError:
        return None, None


def clock_after(folded: str, place: int) -> tuple[time | None, int]:
    """(the time of day that stands at `place` of a folded text, where it ends); None where there is none."""
    found = patterns().clock_after.match(folded, place)
    clock = _clock(found) if found is not None else None
    return (clock, found.end()) if found is not None and clock is not None else (None, place)


def _clock(match: re.Match[str]) -> time | None:
    group = match.groupdict()
    spoken = " ".join((group.get("spoken") or "").split())
    hour = hour_words()[spoken] if spoken else int(group["hour"])
    minute = int(group["minute"] or group.get("minutes") or 0)
    second = int(group.get("second") or 0)
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
    return _named_zone(match["zone"] or match["offset"] or "")


def _named_zone(text: str) -> tzinfo | None:
    """The zone of a folded name or an offset such as +01:00; None for anything else."""
    if (known := ZONES.get(" ".join(text.split()))) is not None:
        return timezone(timedelta(minutes=known))
    if text[:1] not in ("+", "-"):
        return None
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    if hours > 14 or minutes > 59:
        return None
    east = timedelta(hours=hours, minutes=minutes)
    return timezone(-east if text[0] == "-" else east)


def _relative_dates(text: str) -> Iterator[FoundDate]:
    shapes = patterns()
    for match in shapes.relative.finditer(text):
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
            count = int(word) if word.isdigit() else amounts()[word]
        yield FoundDate(match.start(), match.end(), unit=unit, amount=count)


def _named_moment(text: str, match: re.Match[str], unit: str, amount: int) -> Iterator[FoundDate]:
    """ "Today" and the like are ordinary words, and names of newspapers: they count only alone or with a time."""
    after = patterns().clock_after.match(text, match.end())
    if after is not None and _clock(after) is not None:
        yield FoundDate(match.start(), after.end(), unit=unit, amount=amount)
    elif unit == "minute" or not text[: match.start()].strip() + text[match.end() :].strip(" ."):
        yield FoundDate(match.start(), match.end(), unit=unit, amount=amount)
