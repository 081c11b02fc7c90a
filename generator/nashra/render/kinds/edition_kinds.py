"""The editions of days and weeks, and their index."""

from __future__ import annotations

from nashra.render.ground.bundle import EVERYTHING, Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.editions import EditionPage, EditionsPage, edition_pages, weeks


def _needs(desk: Desk, page: EditionPage) -> Needs:
    around = (page.older, page.newer, *page.related)
    counts = tuple((each.name, len(each.articles)) if each else None for each in around)
    return Needs(page.edition.articles, (page.edition.grounds, counts))


EDITIONS = Family(
    lambda survey: edition_pages({lang: (own, weeks(own, survey.subjects)) for lang, own in survey.days_of.items()}),
    [
        Kind(EditionPage, _needs, lambda desk, page: desk.editions.edition(page)),
        Kind(EditionsPage, lambda desk, page: EVERYTHING, lambda desk, page: desk.editions.index(page)),
    ],
)
