"""Lists of articles, cut into pages: of all, of a topic, of a name; and the indexes of topics and of names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from nashra.model import Article, Entity, Topic
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.survey import Survey, wanted

IndexKind = Literal["topics", "entities"]


@dataclass(frozen=True, slots=True)
class ListPage(Page):
    """A part of a list of articles, newest first: all of them, or those of one subject.

    Parts are numbered from the oldest, so that those that are full never change. first: whether it is the first one for
    readers, with the newest, and so the one with the highest number. count: of all articles of the list.
    jumps: (number, path) of older parts further away.
    """

    subject: Topic | Entity | None
    articles: Sequence[Article]
    number: int
    first: bool
    count: int
    older: str | None
    newer: str | None
    jumps: Sequence[tuple[int, str]] = ()

    @property
    def is_home(self) -> bool:
        return self.subject is None and self.first

    @property
    def devoted_to(self) -> Topic | Entity | None:
        return self.subject

    @property
    def shows(self) -> Sequence[Article]:
        return self.articles


@dataclass(frozen=True, slots=True)
class IndexPage(Page):
    """All topics, or all entities, that have articles."""

    kind: IndexKind

    @property
    def renewed(self) -> bool:
        return True


def list_pages(survey: Survey) -> Iterator[ListPage]:
    """The pages of all articles, then of each topic, then of each name that has pages."""
    lists = _Lists(survey.settings.page_size, survey.langs)
    yield from lists.pages(None, survey.articles, urls.home, urls.CHOOSER)
    for id, found in survey.topics.items():
        yield from lists.pages(survey.topic_names[id], found, partial(_numbered, urls.topic, id))
    for id, found in survey.entities.items():
        yield from lists.pages(survey.content.entities[id], found, partial(_numbered, urls.entity, id))


def _numbered(address: Callable[[str, str, int], str], id: str, lang: str, number: int) -> str:
    return address(lang, id, number)


@dataclass(frozen=True, slots=True)
class _Lists:
    """Cuts lists of articles into pages. A list has the same articles in every language, so its pages correspond,
    but for those that are not wanted in a language."""

    page_size: int
    langs: Sequence[str]

    def pages(
        self,
        subject: Topic | Entity | None,
        articles: Sequence[Article],
        address: Callable[[str, int], str],
        fallback: str | None = None,
    ) -> Iterator[ListPage]:
        """Pages of `articles`; address(lang, number) is where each goes, 0 being the first.

        fallback: x-default of the first ones. Of a subject there are pages in the languages in which one of its
        articles is wanted.
        """
        # the first page is never short: it takes the newest ones up until there are enough for another whole page
        size = self.page_size
        lists = {lang: wanted(articles, lang) for lang in self.langs}
        totals = {lang: max(1, len(found) // size) for lang, found in lists.items() if found or subject is None}
        # 0 stands for the first page of each language, whatever its number
        for number in (0, *range(max(totals.values()) - 1, 0, -1)) if totals else ():
            first = number == 0
            alternates = {lang: address(lang, number) for lang, total in totals.items() if first or number < total}
            shown = next(iter(alternates.values()))
            for lang, path in alternates.items():
                found, total = lists[lang], totals[lang]
                own = total if first else number
                end = len(found) - (own - 1) * size
                yield ListPage(
                    path=path,
                    lang=lang,
                    alternates=alternates,
                    fallback=fallback if fallback and first else shown,
                    subject=subject,
                    articles=found[0 if first else end - size : end],
                    number=own,
                    first=first,
                    count=len(found),
                    older=address(lang, own - 1) if own > 1 else None,
                    newer=None if first else address(lang, own + 1 if own + 1 < total else 0),
                    jumps=[(each, address(lang, each)) for each in jumps(own, first)],
                )


def jumps(number: int, first: bool) -> list[int]:
    """The older parts that part `number` leads to besides its neighbours: from the `first` one, any of a list of
    thousands is three clicks away. Parts name older ones alone, so that those that are full stay as they are."""
    ten, hundred = (number - 1) // 10 * 10, (number - 1) // 100 * 100
    found = {ten, hundred}
    if first or number % 10 == 0:
        found.update(range(number - 1, ten, -1))
    if first or number % 100 == 0:
        found.update(range(ten, hundred, -10))
    if first:
        found.update(range(hundred, 0, -100))
    found -= {0, number - 1}
    return sorted(found, reverse=True)


def index_pages(langs: Sequence[str]) -> Iterator[IndexPage]:
    """One index of topics and one of names a language, `langs` in the site's order."""
    kinds: tuple[tuple[IndexKind, Callable[[str], str]], ...] = (("topics", urls.topics), ("entities", urls.entities))
    for kind, address in kinds:
        alternates = {lang: address(lang) for lang in langs}
        for lang in langs:
            yield IndexPage(alternates[lang], lang, alternates, alternates[langs[0]], kind)
