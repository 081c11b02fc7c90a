"""Choosing the dates of a page from all that it says, and doubting those that look like nobody chose them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from nashra.ingest.dates.find import FIRST_YEAR, LAST_YEAR, FoundDate, find_date
from nashra.ingest.page.html_visible import SeenDate

_ISO = re.compile(
    r"\s*(\d{4}-\d{2}-\d{2})(?:[T ]\s?(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?\s*\Z", re.IGNORECASE
)
_EPOCH = re.compile(r"\s*(\d{10}|\d{13})\s*\Z")
_IN_URL = re.compile(r"(?<!\d)((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2]|[1-9](?=/))[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")
# /2024/local/8/3/train: the section between the year and the day.
_PARTED_IN_URL = re.compile(r"/((?:19|20)\d{2})/[a-z][a-z-]*/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])/", re.IGNORECASE)
_MONTH_IN_URL = re.compile(r"/((?:19|20)\d{2})/(0?[1-9]|1[0-2])/")
# Clocks differ, and a page may be dated a day ahead of a reader further west.
# A date that is shown in a place made for it, so many elements from the headline, is that of the article.
_SURE, _BESIDE = 2, 60
# Hours east of Greenwich that there are.
_OFFSETS = (-12, 15)
# Names of data that say neither that an article was published then nor that it was changed.
_VAGUE = re.compile(r"(?:dc|dcterms)?[.:]?date|og:.*", re.IGNORECASE)
_TOLERANCE = timedelta(days=1, hours=14)


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an article: (moment, whether its time of day is known), with where each was read.

    doubts: what the editor should check, sentences.
    """

    published: tuple[datetime, bool] | None
    published_where: str = ""
    updated: tuple[datetime, bool] | None = None
    updated_where: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: FoundDate
    where: str
    doubt: str = ""
    above: bool = False


def read_written(text: str) -> FoundDate | None:
    """The date in a value made for machines: ISO 8601, seconds or milliseconds since 1970, or any form of the press.

    Midnight is what systems write that know only the day, so it counts as no time of day.
    """
    if iso := _ISO.match(text):
        try:
            moment = datetime.fromisoformat(f"{iso[1]}T{iso[2] or '00:00'}{(iso[3] or '').upper()}")
        except ValueError:
            return None
        if not FIRST_YEAR <= moment.year <= LAST_YEAR:
            return None
        clock = moment.time() if iso[2] and moment.time() != time() else None
        return FoundDate(0, len(text), moment.date(), clock, moment.tzinfo if clock else None)
    if epoch := _EPOCH.match(text):
        moment = datetime.fromtimestamp(int(epoch[1][:10]), UTC)
        return FoundDate(0, len(text), moment.date(), moment.time().replace(microsecond=0), UTC)
    found = find_date(text[:200])
    if found is not None and found.clock == time():
        return replace(found, clock=None, zone=None)
    return found


def choose(
    published: Sequence[tuple[str, str]],
    updated: Sequence[tuple[str, str]],
    seen: Sequence[SeenDate],
    *,
    url: str | None,
    zone: ZoneInfo,
    saved: datetime | None,
) -> Dates:
    """The dates of a page. published, updated: (value, where it stands), most trusted first; seen: as `look` gives.

    zone: of dates that name none. saved: when the page was saved, the moment that relative dates count back from.
    """
    latest = (saved + _TOLERANCE).date() if saved else date(LAST_YEAR, 12, 31)
    candidates = [_judge(each, latest, url) for each in _all(published, seen, url)]
    best = next((each for each in candidates if not each.doubt), None)
    doubts: list[str] = []
    if best is None:
        renewed = [_judge(each, latest, url) for each in _all(updated, [], None)]
        renewed += [
            _judge(_Candidate(each.found, each.where), latest, url)
            for each in seen
            if each.updated and not each.found.is_relative
        ]
        best = next((each for each in renewed if not each.doubt), None)
        if best is not None:
            doubts.append("only the date of the last update was found; it stands for that of publication")
    if best is None:
        best = _relative(seen, saved, doubts)
    if best is None and candidates:
        best = candidates[0]
        doubts.append(best.doubt)
    if best is None:
        return Dates(None, doubts=tuple(doubts))
    best = _as_shown(_with_clock(best, candidates), seen, zone)
    if best.found.ambiguous and not _settles(best, candidates, url):
        doubts.append(f"the date could be read in two ways; the day was taken to come first: {best.found.day}")
    doubts += _disagreements(best, candidates, updated, seen)
    moment = best.found.moment(zone)
    return _with_update(Dates(moment, best.where, doubts=tuple(doubts)), updated, seen, latest, zone)


def _as_shown(best: _Candidate, seen: Sequence[SeenDate], zone: ZoneInfo) -> _Candidate:
    """`best` with the day that the page shows, where that is beyond doubt. Data in universal time may name the day
    before or after the paper's own: the moment stays, and is told by a clock that gives the day that readers were
    shown. Data whose name does not say what date it is yield to a place made for the date of publication."""
    found = best.found
    shown = next((each for each in seen if _is_sure(each) and not each.updated and each.found.day is not None), None)
    if shown is None or shown.found.day is None or found.day is None or shown.found.day == found.day:
        return best
    if found.clock is not None and found.zone is not None and not found.zone.utcoffset(None):
        moment = found.moment(UTC)[0]
        if moment.astimezone(zone).date() == shown.found.day:
            return best
        for hours in sorted(range(*_OFFSETS), key=abs):
            there = moment.astimezone(timezone(timedelta(hours=hours)))
            if there.date() == shown.found.day:
                return replace(
                    best,
                    found=replace(
                        found, day=there.date(), clock=there.timetz().replace(tzinfo=None), zone=there.tzinfo
                    ),
                )
    if _VAGUE.fullmatch(best.where) and not shown.found.is_relative:
        return _Candidate(shown.found, shown.where)
    return best


def _is_sure(each: SeenDate) -> bool:
    return each.rank <= _SURE and each.distance <= _BESIDE and not each.above


def _disagreements(
    best: _Candidate, candidates: Sequence[_Candidate], updated: Sequence[tuple[str, str]], seen: Sequence[SeenDate]
) -> list[str]:
    """Reasons to look at the date again that lie in what the page says elsewhere."""
    others = [each for each in candidates if each is not best and each.found.day == best.found.day]
    if best.above and not any(not each.above for each in others):
        return [f"the date {best.found.day} stands above the headline, where many sites show the present day"]
    if best.where in ("the address of the page", "the text near the title", "<time>"):
        return []
    renewed = {found.day for text, _ in updated if (found := read_written(text)) is not None}
    for each in seen:
        if not _is_sure(each) or each.updated or each.found.day is None or each.found.day in renewed:
            continue
        if best.found.day is not None and abs(each.found.day - best.found.day) > timedelta(days=1):
            return [f"the page shows the date {each.found.day}, and its data say {best.found.day}"]
        return []
    return []


def _all(published: Sequence[tuple[str, str]], seen: Sequence[SeenDate], url: str | None) -> Iterator[_Candidate]:
    for text, where in published:
        found = read_written(text)
        if found is not None and not found.is_relative:
            yield _Candidate(found, where)
    by_url = _url_day(url)
    shown = [each for each in seen if not each.updated and not each.found.is_relative]
    for each in shown:
        if each.rank < 4 and not each.above:
            yield _Candidate(each.found, each.where)
    if by_url is not None:
        yield _Candidate(FoundDate(0, 0, by_url), "the address of the page")
    for each in shown:
        if each.rank >= 4 and not each.above:
            yield _Candidate(each.found, each.where)
    for each in shown:
        if each.above:
            yield _Candidate(each.found, each.where, above=True)


def _url_day(url: str | None) -> date | None:
    found = _IN_URL.search(url or "") or _PARTED_IN_URL.search(url or "")
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _judge(candidate: _Candidate, latest: date, url: str | None) -> _Candidate:
    """`candidate` with the reason to doubt it, if there is one."""
    found = candidate.found
    if found.day is None:
        return replace(candidate, doubt="the date is relative")
    if found.day > latest:
        return replace(candidate, doubt=f"the date {found.day} lies after the day on which the page was saved")
    if found.day in (date(1970, 1, 1), date(2000, 1, 1), date(1900, 1, 1)) and found.clock is None:
        return replace(candidate, doubt=f"the date {found.day} looks like a computer's default")
    if (found.day.month, found.day.day) == (1, 1) and found.clock is None:
        month = _MONTH_IN_URL.search(url or "")
        if _url_day(url) != found.day and not (month and (int(month[1]), int(month[2])) == (found.day.year, 1)):
            return replace(candidate, doubt=f"the date {found.day} may only mean the year {found.day.year}")
    return candidate


def _relative(seen: Sequence[SeenDate], saved: datetime | None, doubts: list[str]) -> _Candidate | None:
    for each in seen:
        if not each.found.is_relative or saved is None:
            continue
        try:
            day = each.found.before(saved)
        except OverflowError:
            continue
        doubts.append(f"the date was counted back from the day on which the page was saved, {saved.date()}")
        return _Candidate(FoundDate(0, 0, day), each.where)
    return None


def _with_clock(best: _Candidate, candidates: Sequence[_Candidate]) -> _Candidate:
    """`best` with the time of day that another place gives for the same day, where it has none."""
    if best.found.clock is not None:
        return best
    for each in candidates:
        if each.found.day == best.found.day and each.found.clock is not None:
            return replace(best, found=replace(best.found, clock=each.found.clock, zone=each.found.zone))
    return best


def _settles(best: _Candidate, candidates: Sequence[_Candidate], url: str | None) -> bool:
    """Whether an unambiguous date elsewhere says the same day."""
    return _url_day(url) == best.found.day or any(
        not each.found.ambiguous and each.found.day == best.found.day for each in candidates
    )


def _with_update(
    dates: Dates, updated: Sequence[tuple[str, str]], seen: Sequence[SeenDate], latest: date, zone: ZoneInfo
) -> Dates:
    if dates.published is None:
        return dates
    choices = [
        _Candidate(found, where) for text, where in updated if (found := read_written(text)) and not found.is_relative
    ]
    choices += [_Candidate(each.found, each.where) for each in seen if each.updated and not each.found.is_relative]
    for each in choices:
        day = each.found.day
        if day is None or day > latest:
            continue
        moment = each.found.moment(zone)
        published, has_time = dates.published
        later = moment[0] > published if moment[1] and has_time else day > published.astimezone(zone).date()
        # systems touch a page when they publish it: what differs by less than a minute is no update
        if later and moment[0] - published >= timedelta(minutes=1):
            return replace(dates, updated=moment, updated_where=each.where)
    return dates
