"""Gathering: each feed is asked, and what is new in it becomes articles."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from nashra.content import store
from nashra.ingest.batch import Desk, Outcome, Wishes
from nashra.ingest.draft import Given, Imported
from nashra.ingest.duplicates import address_key
from nashra.ingest.extract import Extract
from nashra.ingest.readers import feed
from nashra.kit.errors import ContentError, NashraError
from nashra.settings.config import Settings
from nashra.sources.brief import printed
from nashra.sources.listing import FILE_NAME, Source
from nashra.sources.remembered import Gathered, Visit, Visits
from nashra.sources.robots import Robots
from nashra.sources.web import Answer, FetchError, fetch, user_agent

# Failures in a row after which a source is named until it is put right.
MANY = 10
_BETWEEN = 1.0  # seconds between two requests to one host
_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"

Fetch = Callable[..., Answer]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one source.

    outcomes: one for each article that was written, renewed or refused. left_out: reason -> how many items.
    fault:    why there was nothing to read. failures: how often that has been so in a row. moved: where it lives now.
    """

    source: Source
    outcomes: tuple[Outcome, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)
    fault: str = ""
    failures: int = 0
    moved: str = ""


def gather(
    settings: Settings,
    sources: Sequence[Source],
    now: datetime,
    *,
    dry_run: bool = False,
    get: Fetch = fetch,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Result]:
    """Ask `sources` one after the other; each result comes when its articles are written.

    Raises NashraError where the site cannot be read or written; a source that fails stops no other.
    """
    work = _Work(settings, now, dry_run, get, sleep)
    for source in sources:
        result = work.visit(source)
        if not dry_run:
            work.visits.save()
        yield result


class _Work:
    def __init__(
        self, settings: Settings, now: datetime, dry_run: bool, get: Fetch, sleep: Callable[[float], None]
    ) -> None:
        content, _ = store.load(settings)
        self._settings = settings
        self._now = now.astimezone(settings.timezone)
        self._dry_run = dry_run
        self._get = get
        self._sleep = sleep
        self._desk = Desk(settings, content, Wishes(dry_run=dry_run, update=True), by_address=True)
        self._here = {
            key
            for each in content.articles
            if each.source and each.source.url and (key := address_key(each.source.url))
        }
        self._gathered = Gathered(settings)
        self.visits = Visits.load(settings)
        self._agent = {"User-Agent": user_agent(settings.url)}
        self._asked: set[str] = set()
        self._private = False
        self._robots = Robots(self._robots_text)

    def visit(self, source: Source) -> Result:
        visit = self.visits.of(source.feed)
        if visit.not_before > self._now.timestamp():
            return Result(source, left_out={"the server wants to be left alone for now": 1}, failures=visit.failures)
        self._private = source.private
        try:
            answer = self._ask(source, visit)
            result = self._take(source, answer) if answer.status == 200 else Result(source)
        except FetchError as error:
            visit.failures += 1
            visit.not_before = self._now.timestamp() + error.later if error.later else 0.0
            return Result(source, fault=str(error), failures=visit.failures, moved=visit.moved)
        visit.failures, visit.not_before = 0, 0.0
        if answer.status == 200:
            visit.etag = answer.headers.get("etag", "")
            visit.modified = answer.headers.get("last-modified", "")
        if answer.moved is not None:
            visit.moved = answer.moved
        return replace(result, moved=visit.moved)

    def _ask(self, source: Source, visit: Visit) -> Answer:
        url = visit.moved or source.feed
        if not self._robots.allow(url):
            raise FetchError("its robots.txt does not want it to be fetched")
        self._wait(url)
        headers = {**self._agent, "Accept": _ACCEPT}
        if visit.etag:
            headers["If-None-Match"] = visit.etag
        if visit.modified:
            headers["If-Modified-Since"] = visit.modified
        answer = self._get(url, headers, private=source.private, allowed=self._robots.allow)
        if answer.status in (200, 304):
            return answer
        if visit.moved:
            visit.moved = ""  # the old address is asked next time
        why = {401: "it wants a password", 403: "it does not let us in", 404: "it is not there", 410: "it is gone"}
        raise FetchError(
            why.get(answer.status, f"the server answers {answer.status}"), _later(answer.headers, self._now)
        )

    def _wait(self, url: str) -> None:
        host = urlsplit(url).netloc
        if host in self._asked:
            self._sleep(max(_BETWEEN, self._robots.delay(url)))
        self._asked.add(host)

    def _robots_text(self, url: str) -> tuple[int, str]:
        answer = self._get(url, self._agent, private=self._private)
        return answer.status, answer.body.decode("utf-8", "replace")

    def _take(self, source: Source, answer: Answer) -> Result:
        """The articles of a feed that came. Raises FetchError for what is no feed."""
        where = Path(source.feed)
        given = Given(
            lang=source.lang or next(iter(self._settings.languages)),
            timezone=self._settings.timezone,
            topics=source.topics,
            path=where,
            lang_given=source.lang is not None,
            languages=tuple(self._settings.languages),
            saved=self._now,
            page_url=answer.address,
            today=self._now,
        )
        try:
            entries = list(feed.read(BytesIO(answer.body), given))
        except ContentError as error:
            raise FetchError(error.problems[0].message) from None
        if not any(entry.imported for entry in entries):
            faults = [problem.message for entry in entries for problem in entry.problems]
            raise FetchError(faults[0] if faults else "there are no articles in it")
        left_out: dict[str, int] = {}
        outcomes: list[Outcome] = []
        for entry in sorted(entries, key=_newest_first):
            if entry.imported is None:
                _count(left_out, "damaged, or in a language that the site lacks", bool(entry.problems))
                continue
            reason = self._reason(source, entry.imported)
            if reason:
                _count(left_out, reason)
                continue
            outcomes.append(self._settle(source, entry, entry.imported, where))
        return Result(source, tuple(each for each in outcomes if each.status != "known"), left_out)

    def _reason(self, source: Source, imported: Imported) -> str:
        """Why an item is not taken in; empty where it is."""
        draft = imported.draft
        url = draft.source.url if draft.source else None
        if not url:
            return "without an address of their own"
        if self._now - draft.published > timedelta(days=source.days):
            return f"older than {source.days} days"
        if address_key(url) in self._here:
            return ""  # it may have changed
        if url in self._gathered:
            return "taken in before, and deleted here"
        if self._gathered.taken(source.id, self._now.date()) >= source.limit:
            return f"beyond the {source.limit} of a day"
        return ""

    def _settle(self, source: Source, entry: Extract, found: Imported, where: Path) -> Outcome:
        imported = printed(_not_in_the_future(found, self._now), source)
        outcome = self._desk.settle(where, replace(entry, imported=imported), 0)
        url = imported.draft.source.url if imported.draft.source else None
        if url and outcome.status in ("imported", "known", "updated", "edited"):
            self._here.add(address_key(url) or url)
            if not self._dry_run:
                self._gathered.add(source.id, self._now.date(), url)
        return outcome


def _newest_first(entry: Extract) -> float:
    return -entry.imported.draft.published.timestamp() if entry.imported else 0.0


def _not_in_the_future(imported: Imported, now: datetime) -> Imported:
    """A feed whose clock runs ahead must not hide its items from readers until then."""
    if imported.draft.published <= now:
        return imported
    comment = f"the feed dates it {imported.draft.published.isoformat()}, which is to come"
    draft = replace(
        imported.draft,
        published=now.replace(microsecond=0),
        has_time=True,
        comments=(*imported.draft.comments, comment),
    )
    return replace(imported, draft=draft)


def _count(left_out: dict[str, int], reason: str, counts: bool = True) -> None:
    if counts:
        left_out[reason] = left_out.get(reason, 0) + 1


def _later(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that Retry-After (RFC 9110, 10.2.3) tells, at most a day."""
    text = headers.get("retry-after", "")
    if text.isdigit():
        return min(float(text), 86_400.0)
    try:
        return min(max((parsedate_to_datetime(text) - now).total_seconds(), 0.0), 86_400.0) or None
    except (TypeError, ValueError):
        return None


def unknown_names(names: Sequence[str], sources: Sequence[Source]) -> NashraError | None:
    """The error that one of `names` is no source, None where all are."""
    known = [source.id for source in sources]
    for name in names:
        if name not in known:
            hint = f"{FILE_NAME} has {', '.join(known) or 'none'}"
            return NashraError(f"there is no source {name!r}", hint=hint)
    return None
