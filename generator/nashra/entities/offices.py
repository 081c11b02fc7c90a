"""What somebody was on a day: which offices hold, and the few words that stand beside a name in an article of that day.

An office that goes on is known to hold until the day it was last checked, and is believed for a year from then; what
was never checked is believed. After that nothing is said, since it may no longer be true.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from nashra.model import Entity, Office

# For so long what was checked is believed.
BELIEVED = timedelta(days=366)
_SEPARATOR = " · "


def held(entity: Entity, on: date) -> tuple[Office, ...]:
    """The offices of `entity` that hold on the day `on`."""
    return tuple(office for office in entity.offices if _holds(office, on))


def sure(entity: Entity, on: date) -> tuple[Office, ...]:
    """The offices that programs may be told of, which have no eye for the day when somebody last looked.

    Those that ended; and those that go on, where their beginning is known and they still hold on the day `on`.
    """
    holding = held(entity, on)
    return tuple(office for office in entity.offices if office.end or (office.start and office in holding))


def about(entity: Entity, lang: str, on: date, digits: Callable[[str], str] = str) -> str:
    """A few words in the language `lang` on who or what `entity` was on the day `on`; empty where nothing is known.

    Titles have their years, "Minister of Justice (2021–…)". digits: writes figures as the page does.
    """
    titles = [f"{office.title[lang]}{digits(years(office))}" for office in held(entity, on) if office.title.get(lang)]
    return _SEPARATOR.join(titles) or entity.description.get(lang, "")


def years(office: Office) -> str:
    """ " (2011–2017)", " (2021–…)" while it goes on; empty where neither year is known."""
    if not office.start and not office.end:
        return ""
    return f" ({year(office.start) or '…'}–{year(office.end) or '…'})"


def year(moment: str | None) -> str:
    """The year of a date of which month and day may be unknown."""
    return moment[:4] if moment else ""


def is_unchecked(office: Office, today: date) -> bool:
    """Whether `office` goes on, and nobody has looked for a year whether it does."""
    if office.end is not None and _first(office.end) <= today:
        return False
    return office.checked is None or _last(office.checked) + BELIEVED < today


def _holds(office: Office, on: date) -> bool:
    """Whether it certainly holds: not in a year, or month, in which it began or ended nobody knows when."""
    if office.start is not None and on < _last(office.start):
        return False
    if office.end is not None:
        return on <= _first(office.end)
    return office.checked is None or on <= _last(office.checked) + BELIEVED


def _first(moment: str) -> date:
    """The first day of a date of which month and day may be unknown."""
    year, month, day = (*map(int, moment.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last(moment: str) -> date:
    """The last day of it."""
    parts = [int(part) for part in moment.split("-")]
    if len(parts) == 3:
        return date(*parts)
    year, month = (parts[0], parts[1] + 1) if len(parts) == 2 else (parts[0] + 1, 1)
    year, month = (year + 1, 1) if month > 12 else (year, month)
    return date(year, month, 1) - timedelta(days=1)
