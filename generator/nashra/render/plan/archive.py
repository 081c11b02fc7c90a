"""The archive: all articles by year and month. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.editions import Edition


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has articles. first: its first day; days: its daily editions, newest first."""

    name: str
    first: date
    days: tuple[Edition, ...]

    @property
    def count(self) -> int:
        """How many articles it has."""
        return sum(len(day.articles) for day in self.days)


@dataclass(frozen=True, slots=True)
class MonthPage(Page):
    """The headlines of a month in one language, with the months that have articles before and after it."""

    month: Month
    older: Month | None
    newer: Month | None

    @property
    def shows(self) -> Sequence[Article]:
        return tuple(article for day in self.month.days for article in day.articles)


@dataclass(frozen=True, slots=True)
class ArchivePage(Page):
    """The index of months, newest first."""

    months: Sequence[Month]

    @property
    def renewed(self) -> bool:
        return True


def months(days: Iterable[Edition]) -> tuple[Month, ...]:
    """The months of `days`, newest first as they are."""
    groups: dict[date, list[Edition]] = {}
    for day in days:
        groups.setdefault(day.first.replace(day=1), []).append(day)
    return tuple(Month(first.isoformat()[:7], first, tuple(members)) for first, members in groups.items())


def archive_pages(langs: Sequence[str], months: Sequence[Month]) -> Iterator[MonthPage | ArchivePage]:
    """The pages of all months and their index, in all languages."""
    for month, older, newer in zip(months, [*months[1:], None], [None, *months], strict=False):
        alternates = {lang: urls.month(lang, month.name) for lang in langs}
        for lang in langs:
            yield MonthPage(alternates[lang], lang, alternates, alternates[langs[0]], month, older, newer)
    alternates = {lang: urls.archive(lang) for lang in langs}
    for lang in langs:
        yield ArchivePage(alternates[lang], lang, alternates, alternates[langs[0]], months)
