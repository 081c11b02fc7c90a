"""What each kind of page rests on, so that a build may leave alone the pages whose grounds are what they were.

Two things are never named here, since every page rests on them: the settings, the theme, the registry and the pages
outside the news (the caller's key has them), and the breaking news. All else of a page comes from the articles that it
needs and from plain facts about the others, such as how many there are. `tests/building/` holds this against what pages
ask for: what is used and not named fails there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from nashra.model import Article, Content, Entity, Topic
from nashra.render.ground.bundle import EVERYTHING, Needs
from nashra.render.ground.page import Page
from nashra.render.plan.archive import ArchivePage, MonthPage
from nashra.render.plan.companions import ComparePage, ShortPage
from nashra.render.plan.editions import EditionPage, EditionsPage
from nashra.render.plan.feed_pages import FeedsPage
from nashra.render.plan.pages import ArticlePage, IndexPage, ListPage, Plan, TextPage
from nashra.render.plan.search_page import SearchPage
from nashra.render.reading.readings import Reading, Readings
from nashra.render.shown.related import Related
from nashra.settings.config import Settings


class Ground:
    """The site as a whole, asked for facts.

    plan: of all languages together. plans: language -> what its readers are shown, which may be less.
    """

    def __init__(
        self,
        settings: Settings,
        content: Content,
        plan: Plan,
        plans: Mapping[str, Plan],
        readings: Readings,
        related: Related,
    ) -> None:
        self.settings, self.plan, self.plans, self.readings, self.related = settings, plan, plans, readings, related
        # (language, entity) -> (id, number of articles) of those that are part of it
        self.children: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for lang, own in plans.items():
            for id, articles in own.entities.items():
                if parent := content.entities[id].parent:
                    self.children.setdefault((lang, parent), []).append((id, len(articles)))

    def spoken(self, subject: Topic | Entity | None) -> tuple[str, ...]:
        """The languages that the articles on `subject` are in: in those there is a feed of it."""
        if subject is None:
            return ()
        found = (self.plan.entities if isinstance(subject, Entity) else self.plan.topics).get(subject.id, ())
        return tuple(lang for lang in self.settings.languages if any(lang in article.versions for article in found))


def _article(ground: Ground, page: ArticlePage) -> Needs:
    related = ground.related.to(page.article, page.lang)
    beside = [each for each in (page.older, page.newer) if each is not None]
    topics = tuple(id for id in page.article.topics if id in ground.plan.topics)
    return Needs((page.article, *beside, *related), (topics,))


def _list(ground: Ground, page: ListPage) -> Needs:
    if page.is_home:
        return EVERYTHING
    subject = page.subject
    facts: tuple[object, ...] = (page.number, page.first, page.older, page.newer, ground.spoken(subject))
    articles: Sequence[Article] = page.articles
    if isinstance(subject, Entity):
        facts += (subject.parent in ground.plans[page.lang].entities,)
    if page.first:
        facts += (page.count,)
        if isinstance(subject, Entity):
            # the drawing and the company it keeps are of all its articles
            articles = ground.plans[page.lang].entities[subject.id]
            facts += (tuple(ground.children.get((page.lang, subject.id), ())),)
    return Needs(articles, facts)


def _edition(ground: Ground, page: EditionPage) -> Needs:
    around = (page.older, page.newer, *page.related)
    counts = tuple((each.name, len(each.articles)) if each else None for each in around)
    return Needs(page.edition.articles, (page.edition.grounds, counts))


def _month(ground: Ground, page: MonthPage) -> Needs:
    days = tuple((day.name, len(day.articles)) for day in page.month.days)
    beside = (page.older.name if page.older else None, page.newer.name if page.newer else None)
    return Needs(page.shows, (days, beside))


def _text(ground: Ground, page: TextPage) -> Needs:
    # links in it follow the addresses of articles
    reading = ground.readings.pages[page.page.name, page.lang]
    return Needs((), (page.path, reading_digest(reading), page.page.draft))


def reading_digest(reading: Reading) -> bytes:
    """The digest of what readers get of a page outside the news."""
    return blake2b(f"{reading.html}\0{reading.summary}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _all(ground: Ground, page: Page) -> Needs:
    return EVERYTHING


# A kind that has no row here fails a test.
NEEDS: Mapping[type[Page], Callable[[Ground, Any], Needs]] = {
    ArticlePage: _article,
    ComparePage: lambda ground, page: Needs((page.article,)),
    ShortPage: lambda ground, page: Needs((page.article,)),
    ListPage: _list,
    EditionPage: _edition,
    MonthPage: _month,
    TextPage: _text,
    IndexPage: _all,
    EditionsPage: _all,
    ArchivePage: _all,
    SearchPage: _all,
    FeedsPage: _all,
}


def of_pages(ground: Ground, pages: Iterable[Page]) -> Needs:
    """What `pages` rest on together."""
    articles: list[Article] = []
    facts: list[object] = []
    for page in pages:
        needs = NEEDS[type(page)](ground, page)
        if needs.everything:
            return EVERYTHING
        articles += needs.articles
        facts.append((page.path, tuple(page.alternates.items()), page.fallback, needs.facts))
    return Needs(articles, tuple(facts))
