"""The page that explains feeds and lists them, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERYTHING
from nashra.render.ground.page import Page
from nashra.render.kinds.kind import Desk, Family, Kind, one_a_language
from nashra.render.plan.survey import Survey
from nashra.render.shown.article_renderer import Filling


@dataclass(frozen=True, slots=True)
class FeedsPage(Page):
    """The page of feeds in one language."""


def _pages(survey: Survey) -> Iterator[FeedsPage]:
    return one_a_language(survey, FeedsPage, urls.feeds)


def _fill(desk: Desk, page: FeedsPage) -> Filling:
    heading = desk.viewers[page.lang].messages.text("Feeds")
    return Filling("feeds.html", heading, "", {"heading": heading, "list": desk.feeds.all(page.lang)})


FEEDS = Family(_pages, [Kind(FeedsPage, lambda desk, page: EVERYTHING, _fill)])
