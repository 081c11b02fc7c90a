"""The archive by months, and its index."""

from __future__ import annotations

from nashra.render.ground.bundle import EVERYTHING, Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.archive import ArchivePage, MonthPage, archive_pages, months


def _needs(desk: Desk, page: MonthPage) -> Needs:
    days = tuple((day.name, len(day.articles)) for day in page.month.days)
    beside = (page.older.name if page.older else None, page.newer.name if page.newer else None)
    return Needs(page.shows, (days, beside))


ARCHIVE = Family(
    lambda survey: archive_pages({lang: months(own) for lang, own in survey.days_of.items()}),
    [
        Kind(MonthPage, _needs, lambda desk, page: desk.editions.month(page)),
        Kind(ArchivePage, lambda desk, page: EVERYTHING, lambda desk, page: desk.editions.archive(page)),
    ],
)
