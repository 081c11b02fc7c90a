"""The archive: all articles by year and month. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.editions import Edition, in_full

# Headlines on the page of a month: ten a day. A busy archive has a thousand a month, which nobody reads on one page.
MAX_HEADLINES = 310


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

    def headlines(self) -> Iterator[tuple[Edition, Sequence[Article]]]:
        """Each day with the articles whose headlines stand on the page of the month; its edition has the others."""
        shares = in_full([len(day.articles) for day in self.days], MAX_HEADLINES)
        for day, share in zip(self.days, shares, strict=True):
            yield day, day.articles[:share]


@dataclass(frozen=True, slots=True)
class MonthPage(Page):
    """The headlines of a month in one language, with the months that have articles before and after it."""

    month: Month
    older: Month | None
    newer: Month | None

    @property
    def shows(self) -> Sequence[Article]:
        return tuple(article for _, articles in self.month.headlines() for article in articles)


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


def archive_pages(of: Mapping[str, Sequence[Month]]) -> Iterator[MonthPage | ArchivePage]:
    """The pages of all months and their index. of: language -> its months, which have the same names in all."""
    langs_of: dict[str, dict[str, str]] = {}
    for lang, months in of.items():
        for month in months:
            langs_of.setdefault(month.name, {})[lang] = urls.month(lang, month.name)
    indexes = {lang: urls.archive(lang) for lang in of}
    for lang, months in of.items():
        for month, older, newer in zip(months, [*months[1:], None], [None, *months], strict=False):
            there = langs_of[month.name]
            yield MonthPage(there[lang], lang, there, next(iter(there.values())), month, older, newer)
        yield ArchivePage(indexes[lang], lang, indexes, next(iter(indexes.values())), months)
