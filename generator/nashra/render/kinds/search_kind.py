"""The page of search in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERYTHING
from nashra.render.ground.page import Page
from nashra.render.kinds.kind import Desk, Family, Kind, one_a_language
from nashra.render.plan.survey import Survey
from nashra.render.search.search_view import search_view
from nashra.render.shown.article_renderer import Filling


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """The page of search in one language."""


def _pages(survey: Survey) -> Iterator[SearchPage]:
    return one_a_language(survey, SearchPage, urls.search)


def _fill(desk: Desk, page: SearchPage) -> Filling:
    viewer = desk.viewers[page.lang]
    values = {"search": search_view(viewer, urls.up(page.path))}
    return Filling("search.html", str(viewer.messages.text("Search")), "", values)


SEARCH = Family(_pages, [Kind(SearchPage, lambda desk, page: EVERYTHING, _fill)])
