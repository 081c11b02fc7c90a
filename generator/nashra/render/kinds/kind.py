"""What a kind of page is, and what its pages are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Generic, TypeVar

from nashra.model import Content, Entity, Topic
from nashra.render.feeds.renderer import FeedRenderer
from nashra.render.ground.bundle import Needs
from nashra.render.ground.page import Page
from nashra.render.ground.theme import Theme
from nashra.render.plan.pages import Plan
from nashra.render.plan.survey import Survey
from nashra.render.reading.readings import Readings
from nashra.render.reading.references import addresses
from nashra.render.shown.article_renderer import ArticleRenderer, Filling
from nashra.render.shown.edition_renderer import EditionRenderer
from nashra.render.shown.front import FrontViewer
from nashra.render.shown.list_renderer import ListRenderer
from nashra.render.shown.related import Related, RelatedArticles
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings

P = TypeVar("P", bound=Page)


@dataclass(frozen=True, slots=True)
class Kind(Generic[P]):
    """A kind of page. page: its class, which says how search engines, sitemaps, feeds and archives take it.

    needs: the articles, names and settings that a page shows, and the facts it counts, so that a build may leave it
    alone where they are what they were; an article brings the names in it and its topics. What every page rests on is
    never named: the theme, the pages outside the news, all settings but `ON_FEW_PAGES`, the breaking news.
    `tests/building/` holds it against what pages ask for.
    fill: the template of a page, and what that is filled with.
    """

    page: type[P]
    needs: Callable[[Desk, P], Needs]
    fill: Callable[[Desk, P], Filling]


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds whose pages are planned together. pages: gives them all, in the order of the sitemap."""

    pages: Callable[[Survey], Iterable[Page]]
    kinds: Sequence[Kind[Any]]


def one_a_language(survey: Survey, page: type[P], address: Callable[[str], str]) -> Iterator[P]:
    """The pages of a kind that stands once in each language, at the `address` of that language."""
    alternates = {lang: address(lang) for lang in survey.langs}
    for lang in survey.langs:
        yield page(alternates[lang], lang, alternates, alternates[survey.langs[0]])


class Desk:
    """A site that has been planned, and all that fills its pages; it is asked for facts too.

    plan: of all languages together. plans: language -> what its readers are shown, which may be less.
    """

    def __init__(
        self,
        settings: Settings,
        content: Content,
        plan: Plan,
        readings: Readings,
        theme: Theme,
        *,
        related: RelatedArticles | None = None,
        known: Mapping[Path, str] | None = None,
    ) -> None:
        """related, known: where they are known already: related articles, and the page of each content file."""
        self.settings, self.content, self.plan = settings, content, plan
        self.readings, self.theme, self._related, self._known = readings, theme, related, known
        assets = theme.assets().keys()
        self.viewers = {
            lang: Viewer(settings, content, plan.of(lang), readings, theme.messages[lang], assets)
            for lang in settings.languages
        }
        self.plans = {lang: viewer.plan for lang, viewer in self.viewers.items()}

    @cached_property
    def editions(self) -> EditionRenderer:
        """What fills editions, the archive and strips."""
        return EditionRenderer(self.settings, self.plan, self.viewers, self.theme)

    @cached_property
    def articles(self) -> ArticleRenderer:
        """What fills the pages of articles and what goes with them."""
        related = self._related or Related(self.plan.articles, self.plan.entities, self.plan.topics)
        known = addresses(self.content) if self._known is None else self._known
        return ArticleRenderer(self.settings, self.plan, self.readings, self.viewers, known, related)

    @cached_property
    def feeds(self) -> FeedRenderer:
        """What writes feeds."""
        return FeedRenderer(self.settings, self.content, self.plan, self.viewers, self.theme)

    @cached_property
    def lists(self) -> ListRenderer:
        """What fills lists and indexes."""
        return ListRenderer(self.plan, self.viewers, self.theme)

    @cached_property
    def fronts(self) -> Mapping[str, FrontViewer]:
        """What fills the front page of each language."""
        return {lang: FrontViewer(viewer) for lang, viewer in self.viewers.items()}

    @cached_property
    def children(self) -> Mapping[tuple[str, str], Sequence[tuple[str, int]]]:
        """(language, entity) -> (id, number of articles) of those that are part of it."""
        found: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for lang, own in self.plans.items():
            for id, articles in own.entities.items():
                if parent := self.content.entities[id].parent:
                    found.setdefault((lang, parent), []).append((id, len(articles)))
        return found

    def spoken(self, subject: Topic | Entity | None) -> tuple[str, ...]:
        """The languages that the articles on `subject` are in: in those there is a feed of it."""
        if subject is None:
            return ()
        found = (self.plan.entities if isinstance(subject, Entity) else self.plan.topics).get(subject.id, ())
        return tuple(lang for lang in self.settings.languages if any(lang in article.versions for article in found))
