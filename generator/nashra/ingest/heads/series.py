"""Lines with dates that are no moments of publication: items, entries of chronologies, cards of events, future days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise

from nashra.ingest.dates.find import find_dates
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.heads.signature import read_signature
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold
from nashra.ingest.words.paragraphs import Line

_BULLET = re.compile(r"[-*•●▪■◦‣·–—►▸➢➤✓✔]\s*\S")
_NUMBER = re.compile(r"\d{1,2}\s?[.)]\s+\S")
# "09h00 Accueil", "10:00 - 12:00": a line of a programme.
_HOUR = re.compile(r"\D{0,12}?\d{1,2}\s?(?:[:h٫]\s?\d{2}|h)(?!\w)(?!.*\d{4})")
_LABELLED = re.compile(r"[^\W\d_][^:.!?؟]{0,40}?\s?:\s*\S.*")
_SPEAKER = re.compile(r"[^\W\d_]\s?:")  # "Q: ...", "س: ..."
_DAY = timedelta(days=1)
_TOLD = 4  # lines of a ticker that are looked at
_WORDS = 2  # of what happened on a day, and the sign before it


def begins_item(text: str) -> bool:
    """Whether `text` is an item of a list."""
    return _BULLET.match(text) is not None or (_NUMBER.match(text) is not None and _starts_at(text) != 0)


def _starts_at(text: str) -> int | None:
    """Where the first date of `text` begins: "1. 5. 2024" is one, "1. 5 May 2024" has one."""
    found = find_dates(text[:40])
    return found[0].start if found else None


def is_card(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` stands among lines such as "place: ...", "fee: ..." or "09h00 ...", which describe an event."""
    for near in (at - 1, at + 1):
        if not 0 <= near < len(lines) or abs(lines[near].number - lines[at].number) > 2:
            continue
        text = lines[near].text
        if near > at and len(text) <= 120 and _HOUR.match(fold(text).text) and not _is_ticker(lines, near):
            return True
        is_told = read_byline(text) is not None or read_signature(text) is not None
        if len(text) <= 120 and _LABELLED.fullmatch(text) and not is_told and not _SPEAKER.match(text):
            return True
    return False


def _is_ticker(lines: Sequence[Line], at: int) -> bool:
    """Whether the hours from line `at` on each tell in sentences what happened then: no programme is written so."""
    told = [line.text for line in lines[at : at + _TOLD] if _HOUR.match(fold(line.text).text)]
    return len(told) > 1 and all(map(boilerplate.is_prose, told))


def is_entry(lines: Sequence[Line], at: int) -> bool:
    """Whether line `at` and one beside it each begin with a day and say what happened then: "2 April 2011 - ..."."""

    def told(line: Line) -> bool:
        found = find_dates(line.text[:40])
        return bool(found) and found[0].start == 0 and len(line.text[found[0].end :].split()) > _WORDS

    near = [*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]]
    return told(lines[at]) and any(map(told, near))


def is_future(day: date, today: datetime | None, zone: tzinfo) -> bool:
    """Whether `day` lies after today; a day more is granted, since the day begins earlier elsewhere."""
    return today is not None and day > today.astimezone(zone).date() + _DAY


def is_in_series(lines: Sequence[Line], at: int) -> bool:
    """Whether the date in line `at` is one of several that head lines below it in order: a chronology, a programme.

    A day of publication stands alone, or is younger than all the days of the text below it.
    """
    own = _leading(lines[at].text)
    places = [at + 1 + step for step, line in enumerate(lines[at + 1 :]) if _leading(line.text) is not None]
    below = [found for place in places if (found := _leading(lines[place].text)) is not None]
    if own is None or not below:
        return False
    gap = max((later - earlier for earlier, later in pairwise(places)), default=2)
    if places[0] - at > gap:
        return False  # more stands below it than below the entries of the series: the article
    days = [own[0], *(day for day, _ in below)]
    if all(one <= two for one, two in pairwise(days)) and days[0] < days[-1]:
        return True
    falling = all(one >= two for one, two in pairwise(days)) and days[0] > days[-1]
    return falling and len(below) > 1 and all(shape == own[1] for _, shape in below)


def _leading(text: str) -> tuple[date, str] | None:
    """(the day, the shape of its writing) of the date that `text` consists of."""
    found = next((each for each in find_dates(text) if each.day is not None), None) if len(text) <= 80 else None
    if found is None or found.day is None or re.search(r"\w", text[: found.start] + text[found.end :]):
        return None
    written = fold(text[found.start : found.end]).text
    return found.day, re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "0", written))
