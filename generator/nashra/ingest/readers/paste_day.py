"""The day of publication of a paste: of its head or dateline, else of its shell's stamp, of an update, or today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from nashra.ingest.assembler import Fact, Moment
from nashra.ingest.dates.find import FoundDate
from nashra.ingest.dates.yearless import Yearless, likely_year
from nashra.ingest.draft import Given
from nashra.ingest.heads.series import is_future
from nashra.ingest.readers.paste_rules import signed_day
from nashra.ingest.shells.found import Shelled
from nashra.ingest.words.paragraphs import Line


class Told(NamedTuple):
    """What the head of a paste tells of its day, each with the place where that stands."""

    published: tuple[FoundDate, str] | None
    updated: tuple[FoundDate, str] | None
    yearless: tuple[Yearless, str] | None


def found_moment(
    told: Told, given: Given, shell: Shelled, lines: Sequence[Line], text: str
) -> tuple[Fact[Moment] | None, list[str]]:
    """(the moment of publication, what the editor should look at). lines, text: of the article, without its head."""
    checks: list[str] = []
    found = told.published
    if found is None and (found := _weaker(told, given, shell, lines, text)) is not None:
        checks.append(f"the date {_day(found[0])} was read from {found[1]}")
    if found is None and (found := told.updated) is not None:
        checks.append("only the date of the last update was found; it stands for that of publication")
    if found is None:
        return _today(given), checks
    day, where = found
    if day.ambiguous:
        checks.append(f"the date could be read in two ways; the day was taken to come first: {_day(day)}")
    if day.islamic and day.day is not None:
        checks.append(f"the date {_day(day)} was reckoned from the Islamic calendar and may be a day off")
    if day.day is not None and is_future(day.day, given.today, given.timezone):
        checks.append(f"the date {_day(day)} lies in the future")
    return Fact(day.moment(given.timezone), where), checks


def _day(found: FoundDate) -> str:
    return found.day.isoformat() if found.day else ""


def _weaker(told: Told, given: Given, shell: Shelled, lines: Sequence[Line], text: str) -> tuple[FoundDate, str] | None:
    """(a date that only a shell tells, or that lacks its year, where it stands)."""
    stamp = shell.stamp
    today = given.today.astimezone(given.timezone).date() if given.today else None
    for yearless in (told.yearless, shell.yearless):
        if yearless is None:
            continue
        near = f"{stamp[0].day.isoformat()}\n{text}" if stamp and stamp[0].day else text
        found = likely_year(yearless[0], near, today)
        if found is not None and found.day is not None:
            return found, f"{yearless[1]}, which names no year"
    return stamp or _at_the_foot(lines, today)


def _at_the_foot(lines: Sequence[Line], today: date | None) -> tuple[FoundDate, str] | None:
    """The day on which a communiqué was signed, where nothing above its text tells one. Its line stays."""
    signed_on = signed_day(lines)
    if signed_on is None or signed_on[0].day is None or (today is not None and signed_on[0].day > today):
        return None
    return signed_on[0], f"line {signed_on[1]}, where the text was signed"


def _today(given: Given) -> Fact[Moment] | None:
    if given.today is None:
        return None
    today = given.today.astimezone(given.timezone)
    doubt = (
        f"no date of publication was found and today's was taken, {today.date().isoformat()}; "
        "`nashra move ARTICLE --date 2024-07-18` gives another"
    )
    return Fact((today.replace(hour=0, minute=0, second=0, microsecond=0), False), "today", doubt)
