"""Editions, the archive and the strip. Plan -> view -> template."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.ground.theme import Theme
from nashra.render.plan.archive import ArchivePage, MonthPage
from nashra.render.plan.editions import EditionPage, EditionsPage
from nashra.render.plan.pages import Plan
from nashra.render.plan.stories import StoryPage
from nashra.render.shown.article_renderer import Filling
from nashra.render.shown.edition_viewer import EditionViewer
from nashra.render.shown.strip import KNOWN_LATEST, MAX_LATEST
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings


class EditionRenderer:
    """Fills the pages of editions and of the archive, and what other pages show of them."""

    def __init__(self, settings: Settings, plan: Plan, viewers: Mapping[str, Viewer], theme: Theme) -> None:
        self._settings, self._viewers, self._theme = settings, viewers, theme
        self._editions = {lang: EditionViewer(viewer) for lang, viewer in viewers.items()}
        self._strips: dict[tuple[str, str, str, bool], Markup] = {}

    def edition(self, page: EditionPage) -> Filling:
        """The edition of a day or a week."""
        viewer = self._editions[page.lang]
        view = viewer.edition(page.edition, page)
        return Filling("edition.html", view.name, view.summary, {"edition": view})

    def story(self, page: StoryPage) -> Filling:
        """A story."""
        view = self._editions[page.lang].story(page)
        return Filling(
            "story.html", view.title.text, self._viewers[page.lang].headlines(page.articles), {"story": view}
        )

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

    def newest_scripts(self) -> Iterator[tuple[str, bytes]]:
        """(path, content) of the script of each language that adds the newest headlines to the pages of articles."""
        for lang, viewer in self._editions.items():
            lines = [
                [
                    line.path,
                    line.title.plain,
                    line.lang,
                    self._settings.languages[line.lang].dir,
                    line.foreign.unescape() if line.foreign else "",
                ]
                for line in viewer.latest(KNOWN_LATEST)
            ]
            # ASCII throughout, so that it needs no charset and no mark of direction stands loose in it
            items = Markup(json.dumps(lines))  # noqa: S704 - JSON in a script of its own
            yield urls.newest(lang), self._theme.render("newest.js", items=items, most=MAX_LATEST, lang=lang)

    def strip(self, page: Page) -> Markup:
        """The strip for `page`. It is filled once for all pages of a language at the same depth.

        What is breaking stands on every page but that of the article itself, and the front page, which begins with it;
        what is merely newest on those alone that change with every new article anyway: all others may stay as they are.
        """
        if page.is_home:
            return Markup("")
        article = page.about
        about = article.id if article and article.id in self._editions[page.lang].candidates.ids else ""
        key = (page.lang, about, urls.up(page.path), page.renewed)
        if key not in self._strips:
            lang, without, root, renewed = key
            view = self._editions[lang].strip(without, newest=renewed)
            html = self._theme.render("strip.html", root=root, strip=view).decode("utf-8") if view else ""
            self._strips[key] = Markup(html)  # noqa: S704 - made by a template
        return self._strips[key]
