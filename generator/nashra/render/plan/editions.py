"""Which editions there are, and which articles each has: one a day and one an ISO week that have articles. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.page import Page

EditionKind = Literal["day", "week"]

# Names of each type that an edition shows.
MAX_NAMED = 10
# Articles that an edition shows with their first sentences; of the others it gives the headlines, folded by topic.
MAX_IN_FULL = 24


@dataclass(frozen=True, slots=True)
class Subjects:
    """What articles are about.

    topics: ids in the order in which editions show them. named: article id -> entity ids, in order of first mention.
    types:  entity id -> its type.
    """

    topics: Sequence[str]
    named: Mapping[str, Sequence[str]]
    types: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edition:
    """The articles of a day or a week on the site's own calendar, newest first; at least one.

    name:        "2024-08-09", or "2024-W32" (ISO 8601; weeks begin on Monday).
    first, last: its days; the same for a day.
    topics:      (topic id, articles), see `by_topic`.
    named:       type of entity -> (entity id, number of articles), see `most_named`.
    stories:     story id -> its articles among these, newest first, where the story has a page.
    """

    kind: EditionKind
    name: str
    first: date
    last: date
    articles: tuple[Article, ...]
    topics: Sequence[tuple[str, Sequence[Article]]]
    named: Mapping[str, Sequence[tuple[str, int]]]
    stories: Mapping[str, Sequence[Article]] = field(default_factory=dict)

    @property
    def grounds(self) -> tuple[object, ...]:
        """What its articles do not tell of it: its name, how topics part them, and which are of one story."""
        parts = (*self.topics, *self.stories.items())
        return self.name, tuple((id, tuple(article.id for article in group)) for id, group in parts)


@dataclass(frozen=True, slots=True)
class EditionPage(Page):
    """An edition in one language, with the editions of its kind before and after it.

    related: the week of a day; the days of a week, first to last.
    """

    edition: Edition
    older: Edition | None
    newer: Edition | None
    related: tuple[Edition, ...]

    @property
    def front(self) -> bool:
        return True

    @property
    def editions(self) -> bool:
        return True

    @property
    def shows(self) -> Sequence[Article]:
        return self.edition.articles


@dataclass(frozen=True, slots=True)
class EditionsPage(Page):
    """The index of editions: days and weeks, newest first."""

    days: Sequence[Edition]
    weeks: Sequence[Edition]

    @property
    def renewed(self) -> bool:
        return True

    @property
    def editions(self) -> bool:
        return True


def editions_of(pages: Iterable[Page]) -> tuple[Edition, ...]:
    """The editions that have pages among `pages`, each once."""
    found = {page.edition.name: page.edition for page in pages if isinstance(page, EditionPage)}
    return tuple(found.values())


def days(
    articles: Iterable[Article], zone: ZoneInfo, subjects: Subjects, stories: Mapping[str, str] | None = None
) -> tuple[Edition, ...]:
    """The editions of all days in the time zone `zone` that have articles, newest first; so are `articles`.

    stories: article id -> the story that it is in, for those that have a page.
    """
    told = stories or {}
    groups: dict[date, list[Article]] = {}
    for article in articles:
        groups.setdefault(article.published.astimezone(zone).date(), []).append(article)
    # by the calendar: where clocks are put back at midnight, a later moment may be of an earlier day
    return tuple(
        _edition("day", day.isoformat(), day, day, groups[day], subjects, _told(groups[day], told))
        for day in sorted(groups, reverse=True)
    )


def weeks(days: Iterable[Edition], subjects: Subjects) -> tuple[Edition, ...]:
    """The editions of all weeks that have one of `days`, which are newest first."""
    groups: dict[date, list[Article]] = {}
    told: dict[str, str] = {}
    for day in days:
        groups.setdefault(monday(day.first), []).extend(day.articles)
        told |= {article.id: id for id, articles in day.stories.items() for article in articles}
    return tuple(
        _edition("week", week_name(first), first, sunday(first), articles, subjects, _told(articles, told))
        for first, articles in groups.items()
    )


def _told(articles: Iterable[Article], stories: Mapping[str, str]) -> dict[str, list[Article]]:
    """Story id -> its articles among `articles`, in their order."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        if id := stories.get(article.id):
            found.setdefault(id, []).append(article)
    return found


def _edition(
    kind: EditionKind,
    name: str,
    first: date,
    last: date,
    articles: Sequence[Article],
    subjects: Subjects,
    stories: Mapping[str, Sequence[Article]],
) -> Edition:
    topics = by_topic(articles, subjects.topics)
    return Edition(kind, name, first, last, tuple(articles), topics, most_named(articles, subjects), stories)


def monday(day: date) -> date:
    """The first day of the ISO week of `day`."""
    return day - timedelta(days=day.weekday())


def sunday(day: date) -> date:
    """The last day of the ISO week of `day`; the last week of the year 9999 ends where the calendar does."""
    return day + timedelta(days=min(6 - day.weekday(), (date.max - day).days))


def week_name(day: date) -> str:
    """The ISO week of `day`: "2024-W32". Its year is that of its Thursday."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def edition_pages(
    of: Mapping[str, tuple[Sequence[Edition], Sequence[Edition]]],
) -> Iterator[EditionPage | EditionsPage]:
    """The pages of all editions and their index. of: language -> its days and weeks, which have the same names in all.

    An edition has a page in each language that has an article of it.
    """
    langs_of: dict[str, dict[str, str]] = {}
    for lang, both in of.items():
        for edition in (*both[0], *both[1]):
            langs_of.setdefault(edition.name, {})[lang] = urls.edition(lang, edition.name)
    indexes = {lang: urls.editions(lang) for lang in of}
    for lang, (days, weeks) in of.items():
        by_week: dict[date, list[Edition]] = {}
        for day in reversed(days):
            by_week.setdefault(monday(day.first), []).append(day)
        week_of = {week.first: week for week in weeks}
        for edition, older, newer in [*_with_neighbours(weeks), *_with_neighbours(days)]:
            first = monday(edition.first)
            related = tuple(by_week[first]) if edition.kind == "week" else (week_of[first],)
            there = langs_of[edition.name]
            yield EditionPage(there[lang], lang, there, next(iter(there.values())), edition, older, newer, related)
        yield EditionsPage(indexes[lang], lang, indexes, next(iter(indexes.values())), days, weeks)


def _with_neighbours(editions: Sequence[Edition]) -> Iterator[tuple[Edition, Edition | None, Edition | None]]:
    """Each edition with the older and the newer one beside it."""
    return zip(editions, [*editions[1:], None], [None, *editions], strict=False)


def by_topic(articles: Iterable[Article], order: Sequence[str]) -> list[tuple[str, list[Article]]]:
    """(topic id, its articles): each article under the first of its topics that is in `order`.

    Groups stand as in `order`, and articles in theirs; last, under "", those without any such topic. What editors say
    leads or is breaking comes before all others, and its group with it.
    """
    rank = {id: number for number, id in enumerate(order)}
    groups: dict[str, list[Article]] = {}
    for article in sorted(articles, key=_waits):
        groups.setdefault(next((id for id in article.topics if id in rank), ""), []).append(article)
    return sorted(groups.items(), key=lambda group: (_waits(group[1][0]), rank.get(group[0], len(rank))))


def _waits(article: Article) -> bool:
    return not (article.lead or article.breaking)


def in_full(counts: Sequence[int], most: int = MAX_IN_FULL) -> list[int]:
    """How many articles of each topic stand in full where there are so many: `most` in all, shared out in turn.

    Every topic has one before any has two, so that none is folded away; with more topics than `most` each has one.
    """
    shares = [min(1, count) for count in counts]
    left = most - sum(shares)
    while left > 0 and shares != list(counts):
        for at, count in enumerate(counts):
            if left > 0 and shares[at] < count:
                shares[at] += 1
                left -= 1
    return shares


def most_named(articles: Iterable[Article], subjects: Subjects) -> dict[str, list[tuple[str, int]]]:
    """Type of entity -> (entity id, in how many of `articles` it is named), the most frequent first.

    Ties stand in order of first mention; there are at most MAX_NAMED of each type.
    """
    counts = Counter(id for article in articles for id in subjects.named[article.id])
    found: dict[str, list[tuple[str, int]]] = {}
    for id, count in counts.most_common():  # a stable sort: equal counts keep the order of their first mention
        group = found.setdefault(subjects.types[id], [])
        if len(group) < MAX_NAMED:
            group.append((id, count))
    return found
