"""Article pages and their companions: the short link, the comparison, the plain text. Plan -> view -> template."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nashra.kit.pictures.published import is_picture, published
from nashra.kit.unseen.cleaned import clean
from nashra.model import Article, Version
from nashra.render.ground import plain_text, urls
from nashra.render.ground.bundle import File
from nashra.render.ground.page import Page
from nashra.render.plan.articles import ArticlePage
from nashra.render.plan.companions import ComparePage, ShortPage
from nashra.render.plan.pages import Plan
from nashra.render.reading.readings import Readings
from nashra.render.shown.article_page import ArticleViewer
from nashra.render.shown.compare import Comparer
from nashra.render.shown.related import RelatedArticles
from nashra.render.shown.view import PageView
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Filling:
    """What a template is filled with: the page's title, its description, and the template's own values."""

    template: str
    title: str
    description: str
    values: Mapping[str, Any]


class ArticleRenderer:
    """Fills the pages of articles. `known` is the page of each content file, see `nashra.render.reading.references`."""

    def __init__(
        self,
        settings: Settings,
        plan: Plan,
        readings: Readings,
        viewers: Mapping[str, Viewer],
        known: Mapping[Path, str],
        related: RelatedArticles,
    ) -> None:
        self._settings, self._plan, self._readings, self._viewers = settings, plan, readings, viewers
        self.related = related
        self._articles = {lang: ArticleViewer(viewer, self.related) for lang, viewer in viewers.items()}
        self._comparer = Comparer(known)

    def article(self, page: ArticlePage) -> Filling:
        """An article in one language."""
        view = self._viewers[page.lang].article(page.article, page.version, page.older, page.newer)
        summary = self._readings.articles[page.article.id, page.lang].summary
        values = {"article": view, "more": self._articles[page.lang].extras(page)}
        return Filling("article.html", page.version.title, summary, values)

    def compare(self, page: ComparePage) -> Filling:
        """A translation beside its source."""
        messages = self._viewers[page.lang].messages
        view = self._articles[page.lang].compare(page, self._comparer.rows(page, messages))
        title = messages.text("%(title)s (with the original)", title=page.version.title).unescape()
        values = {"name": self._viewers[page.lang].title(page.version), "compare": view}
        return Filling("compare.html", title, "", values)

    def short(self, page: ShortPage) -> Filling:
        """The page that sends readers on to the original."""
        original = page.article.original
        target = urls.encode(urls.article(page.article.lang, page.article.month, original.slug))
        values = {"target": target, "name": self._viewers[page.lang].title(original)}
        return Filling("short.html", original.title, "", values)

    def companion_view(self, page: Page, view: PageView) -> PageView:
        """`view` of a companion names the article's page as the one to list, and has no twins in other languages."""
        path = page.stands_for
        if path is None:
            return view
        return replace(view, canonical=urls.absolute(self._settings.url, path), alternates=())

    def texts(self, article: Article) -> Iterator[File]:
        """(path, content) of the plain texts of `article`, where the site has them."""
        for version in article.versions.values() if self._settings.plain_text else ():
            path = urls.text(version.lang, article.month, version.slug)
            yield path, plain_text.article_text(version.title, self._facts(article, version), version.body)

    def media(self, article: Article) -> Iterator[File]:
        """The files that the texts of `article` use."""
        media: dict[str, Path] = {}
        for lang in article.versions:
            media.update(self._readings.articles[article.id, lang].media)
        for path, file in sorted(media.items()):
            yield path, published(file) if is_picture(file) else clean(file)

    def newest_texts(self) -> Iterator[File]:
        """llms.txt, which lists the newest, where the site has plain texts."""
        if not self._settings.plain_text:
            return
        sections = [
            (self._settings.languages[lang].name, list(self._entries(lang))) for lang in self._settings.languages
        ]
        code = self._settings.default_language.code
        description = self._settings.description.get(code, "")
        yield "llms.txt", plain_text.llms_text(self._settings.title[code], description, sections)

    def _facts(self, article: Article, version: Version) -> Iterator[str]:
        """Lines on when, by whom and how the text came about, in its language."""
        view = self._viewers[version.lang].article(article, version, None, None)
        text = self._viewers[version.lang].messages.text
        yield text("Published %(date)s", date=view.published.text).unescape()
        if view.updated:
            yield text("Updated %(date)s", date=view.updated.text).unescape()
        if signed := self._viewers[version.lang].bylines.signed(article, version):
            yield text("By %(author)s", author=text(", ").join(each.name for each in signed)).unescape()
        if article.source:
            yield text("Source: %(name)s", name=article.source.name).unescape()
        if view.notice:
            yield " ".join(part.unescape() for part in (view.notice.text, view.notice.stale) if part)
        yield urls.absolute(self._settings.url, urls.article(version.lang, article.month, version.slug))

    def _entries(self, lang: str) -> Iterator[plain_text.LlmsLine]:
        """The newest articles in `lang`, as many as a feed has."""
        articles = [article for article in self._plan.articles if lang in article.versions]
        for article in articles[: self._settings.feed_items]:
            version = article.versions[lang]
            address = urls.absolute(self._settings.url, urls.text(lang, article.month, version.slug))
            yield plain_text.LlmsLine(version.title, address, self._readings.articles[article.id, lang].summary)
