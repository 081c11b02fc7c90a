"""All kinds of pages, and the plan of a site that is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from nashra.kit.errors import Problem
from nashra.model import Article, Content
from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERYTHING, Needs
from nashra.render.ground.page import Page
from nashra.render.kinds.archive_kinds import ARCHIVE
from nashra.render.kinds.article_kinds import ARTICLES
from nashra.render.kinds.companion_kinds import COMPANIONS
from nashra.render.kinds.edition_kinds import EDITIONS
from nashra.render.kinds.feeds_kind import FEEDS
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.kinds.list_kinds import INDEXES, LISTS
from nashra.render.kinds.search_kind import SEARCH
from nashra.render.kinds.story_kind import STORIES
from nashra.render.kinds.text_kinds import TEXTS
from nashra.render.plan.pages import Plan
from nashra.render.plan.survey import survey
from nashra.render.reading.readings import Readings
from nashra.settings.config import Settings

# In the order of the sitemap. The pages outside the news come last, since all others have their addresses before them.
FAMILIES: tuple[Family, ...] = (
    ARTICLES, LISTS, INDEXES, COMPANIONS, EDITIONS, ARCHIVE, STORIES, SEARCH, FEEDS, TEXTS
)  # fmt: skip
KINDS: Mapping[type[Page], Kind[Any]] = {kind.page: kind for family in FAMILIES for kind in family.kinds}


def plan(settings: Settings, content: Content, readings: Readings) -> tuple[Plan, list[Problem]]:
    """The pages of `content`, and what is wrong: where two files want one address the older article keeps it."""
    found, faulty = survey(settings, content, readings)
    for path in (urls.CHOOSER, urls.NOT_FOUND):
        found.claims.reserve(path, _OURS)
    pages: list[Page] = []
    for family in FAMILIES:
        made = list(family.pages(found))
        for page in made:
            found.claims.reserve(page.path, _OURS)
        pages += made
    planned = Plan(
        tuple(pages), found.articles, found.topics, found.entities, found.topic_names, found.days, found.alone,
        found.days_of, stories=found.stories,
    )  # fmt: skip
    return planned, [*found.claims.problems, *faulty]


_OURS = "a page that the site makes itself"


def needs_of(desk: Desk, pages: Iterable[Page]) -> Needs:
    """What `pages` rest on together."""
    articles: list[Article] = []
    facts: list[object] = []
    names: list[str] = []
    texts: list[Article] = []
    settings: list[str] = []
    for page in pages:
        needs = KINDS[type(page)].needs(desk, page)
        if needs.everything:
            return EVERYTHING
        articles += needs.articles
        names += needs.names
        texts += needs.texts
        settings += needs.settings
        facts.append((page.path, tuple(page.alternates.items()), page.fallback, needs.facts))
    return Needs(articles, tuple(facts), names=names, settings=settings, texts=texts)
