"""What goes with an article: its short link, and each translation beside its source."""

from __future__ import annotations

from nashra.render.ground.bundle import Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.companions import ComparePage, ShortPage, companion_pages


def _needs(desk: Desk, page: ComparePage | ShortPage) -> Needs:
    return Needs((page.article,), texts=(page.article,))


COMPANIONS = Family(
    lambda survey: companion_pages(survey.langs, survey.articles),
    [
        Kind(ShortPage, _needs, lambda desk, page: desk.articles.short(page)),
        Kind(ComparePage, _needs, lambda desk, page: desk.articles.compare(page)),
    ],
)
