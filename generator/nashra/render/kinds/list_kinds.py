"""Lists of articles, the first of which is the front page, and the indexes of topics and names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nashra.entities.offices import sure
from nashra.model import Article, Entity
from nashra.render.ground.bundle import EVERYTHING, Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.lists import IndexPage, ListPage, index_pages, list_pages
from nashra.render.shown.article_renderer import Filling


def _needs(desk: Desk, page: ListPage) -> Needs:
    if page.is_home:
        return EVERYTHING
    subject = page.subject
    facts: tuple[object, ...] = (page.number, page.first, page.older, page.newer, desk.spoken(subject))
    articles: Sequence[Article] = page.articles
    names: tuple[str, ...] = ()
    if isinstance(subject, Entity):
        facts += (subject.parent in desk.plans[page.lang].entities,)
        names = (subject.id, *_around(subject))
        if subject.offices and (all_articles := desk.plan.all_articles):
            facts += (tuple(office.start for office in sure(subject, all_articles[0].published.date())),)
    if page.first:
        facts += (page.count,)
        if isinstance(subject, Entity):
            # the drawing and the company it keeps are of all its articles
            articles = desk.plans[page.lang].entities[subject.id]
            children = desk.children.get((page.lang, subject.id), ())
            facts += (tuple(children),)
            names += tuple(id for id, _ in children)
    return Needs(articles, facts, names=names)


def _around(entity: Entity) -> Iterator[str]:
    """The names that the page of `entity` may show because of what it is."""
    yield from (id for id in (entity.parent, entity.country) if id)
    yield from (office.of for office in entity.offices if office.of)


def _fill(desk: Desk, page: ListPage) -> Filling:
    filling = desk.lists.list(page)
    return replace(filling, values={**filling.values, "front": desk.fronts[page.lang].view(page)})


LISTS = Family(list_pages, [Kind(ListPage, _needs, _fill)])
INDEXES = Family(
    lambda survey: index_pages(survey.langs),
    [Kind(IndexPage, lambda desk, page: EVERYTHING, lambda desk, page: desk.lists.index(page))],
)
