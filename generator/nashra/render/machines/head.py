"""What stands in a page's head for other programs: Open Graph, structured data, the same page as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.filling import escaped
from nashra.render.ground.page import Page
from nashra.render.machines.card import SIZE, Cards, are_drawn
from nashra.render.machines.structured_data import StructuredData
from nashra.render.shown.view import PageView
from nashra.render.shown.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Head:
    """properties: meta elements of Open Graph (https://ogp.me). data: JSON-LD. text: address of the plain text."""

    properties: Markup
    data: Markup | None
    text: str | None


class Heads:
    """Makes the heads of pages in one language."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._data = StructuredData(viewer)
        self._cards = Cards(viewer.settings.cache / "cards")

    def card(self, page: Page) -> tuple[str, bytes] | None:
        """(path, content) of the social card of `page`, where it has one."""
        path = self._card_path(page)
        if path is None:
            return None
        settings = self._viewer.settings
        name = self._viewer.phrase(settings.title[page.lang])
        if told := page.told:
            title = self._viewer.title(told[1])
        else:
            title = self._viewer.phrase(settings.description.get(page.lang) or settings.title[page.lang])
        return path, self._cards.draw(title, name, self._viewer.language)

    def _card_path(self, page: Page) -> str | None:
        if not (page.told or page.is_home) or not are_drawn(self._viewer.settings):
            return None
        return urls.card(page.lang, page.told[0].id) if page.told else urls.card(page.lang)

    def of(self, page: Page, view: PageView) -> Head:
        """The head of `page`, which `view` shows."""
        text = None
        if (told := page.told) and self._viewer.settings.plain_text:
            article, version = told
            text = urls.encode(urls.text(page.lang, article.month, version.slug))
        # put together here and not in the template: a dozen a page, and a loop there takes five times as long
        properties = "\n".join(
            [
                f'<meta {"name" if name[:3] == "twi" else "property"}="{name}" content="{escaped(value)}">'
                for name, value in self._properties(page, view)
            ]
        )
        return Head(Markup(properties), self._data.of(page), text)  # noqa: S704 - values are escaped

    def _properties(self, page: Page, view: PageView) -> Iterator[tuple[str, str]]:
        languages = self._viewer.settings.languages
        site = self._viewer.settings.title[page.lang]
        told = page.told
        yield "og:type", "article" if told else "website"
        yield "og:title", view.title or site
        yield "og:site_name", site
        yield "og:url", view.canonical
        if view.description:
            yield "og:description", view.description
        yield "og:locale", languages[page.lang].tag.replace("-", "_")
        for code in page.alternates:
            if code != page.lang:
                yield "og:locale:alternate", languages[code].tag.replace("-", "_")
        if path := self._card_path(page):
            yield "og:image", urls.absolute(self._viewer.settings.url, path)
            yield "og:image:width", str(SIZE[0])
            yield "og:image:height", str(SIZE[1])
            yield "og:image:alt", view.title or site
            yield "twitter:card", "summary_large_image"
        if told:
            yield from self._article(told[0], page.lang)

    def _article(self, article: Article, lang: str) -> Iterator[tuple[str, str]]:
        moment = self._data.moment
        yield "article:published_time", moment(article.published)
        if article.updated and article.updated > article.published:
            yield "article:modified_time", moment(article.updated)
        picture = self._viewer.readings.articles[article.id, lang].picture
        if picture is None:
            return
        yield "og:image", urls.absolute(self._viewer.settings.url, picture.path)
        if picture.size:
            yield "og:image:width", str(picture.size[0])
            yield "og:image:height", str(picture.size[1])
        if picture.alt[0]:
            yield "og:image:alt", picture.alt[0]
