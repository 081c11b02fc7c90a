"""The pages outside the news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nashra.model import StaticPage
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.survey import Survey


@dataclass(frozen=True, slots=True)
class TextPage(Page):
    """A page outside the news."""

    page: StaticPage

    @property
    def static(self) -> StaticPage:
        return self.page


def text_pages(survey: Survey) -> Iterator[TextPage]:
    """Those that can be read, and whose addresses no other page has."""
    kept = [
        page
        for page in survey.content.pages
        if (page.name, page.lang) in survey.readings.pages
        and survey.claims.claim(urls.static(page.lang, page.name), page.path, "rename the file")
    ]
    for page in kept:
        have = {twin.lang for twin in kept if twin.name == page.name}
        alternates = {lang: urls.static(lang, page.name) for lang in survey.langs if lang in have}
        yield TextPage(alternates[page.lang], page.lang, alternates, next(iter(alternates.values())), page)
