"""Editions, the archive and the strip. Plan -> view -> template."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.ground.theme import Theme
from nashra.render.plan.archive import ArchivePage, MonthPage
from nashra.render.plan.editions import EditionPage, EditionsPage
from nashra.render.plan.pages import Plan
from nashra.render.shown.article_renderer import Filling
from nashra.render.shown.edition_viewer import EditionViewer
from nashra.render.shown.strip import strip
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings


class EditionRenderer:
    """Fills the pages of editions and of the archive, and what other pages show of them."""

    def __init__(self, settings: Settings, plan: Plan, viewers: Mapping[str, Viewer], theme: Theme) -> None:
        self._settings, self._viewers, self._theme = settings, viewers, theme
        self._editions = {lang: EditionViewer(viewer) for lang, viewer in viewers.items()}
        chosen = [strip(viewer.plan.articles) for viewer in viewers.values()]
        self._on_strip = frozenset(article.id for each in chosen for article in each.articles)
        self._strips: dict[tuple[str, str, str], Markup] = {}

    def edition(self, page: EditionPage) -> Filling:
        """The edition of a day or a week."""
        viewer = self._editions[page.lang]
        view = viewer.edition(page.edition, page)
        return Filling("edition.html", view.name, view.summary, {"edition": view})

    def index(self, page: EditionsPage) -> Filling:
        """The index of editions."""
        viewer, heading = self._editions[page.lang], self._viewers[page.lang].messages.text("Briefings")
        values = {"heading": heading, "years": viewer.index(page)}
        return Filling("editions.html", heading, "", values)

    def month(self, page: MonthPage) -> Filling:
        """A month of the archive."""
        view = self._editions[page.lang].month(page)
        title = self._viewers[page.lang].messages.text("Archive: %(month)s", month=view.name)
        newest = [article for day in page.month.days for article in day.articles]
        return Filling("month.html", title, self._viewers[page.lang].headlines(newest[:5]), {"month": view})

    def archive(self, page: ArchivePage) -> Filling:
        """The index of months."""
        heading = self._viewers[page.lang].messages.text("Archive")
        return Filling(
            "index.html", heading, "", {"heading": heading, "groups": self._editions[page.lang].months(page)}
        )

    def strip(self, page: Page) -> Markup:
        """The strip for `page`. It is filled once for all pages of a language at the same depth.

        The article that the page is about is not on it. The front page has none: what is breaking or newest is what it
        begins with.
        """
        if page.is_home:
            return Markup("")
        article = page.about
        about = article.id if article else ""
        key = (page.lang, about if about in self._on_strip else "", urls.up(page.path))
        if key not in self._strips:
            lang, without, root = key
            view = self._editions[lang].strip(without)
            html = self._theme.render("strip.html", root=root, strip=view).decode("utf-8") if view else ""
            self._strips[key] = Markup(html)  # noqa: S704 - made by a template
        return self._strips[key]
