"""The plan -> the site's files, one after the other, so that only one page is in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from markupsafe import Markup

from nashra.kit.site_mark import MARK, MARKER
from nashra.model import Article, Content
from nashra.render.feeds.renderer import FeedRenderer
from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERYTHING, Bundle, File, Needs
from nashra.render.ground.page import Page
from nashra.render.ground.phrases import clip
from nashra.render.ground.theme import ASSETS, Theme
from nashra.render.machines import sitemap
from nashra.render.machines.head import Heads
from nashra.render.machines.phone import phone_files
from nashra.render.machines.maps import count_news, maps
from nashra.render.needs import Ground, of_pages
from nashra.render.plan.archive import ArchivePage, MonthPage
from nashra.render.plan.companions import ComparePage, ShortPage
from nashra.render.plan.editions import EditionPage, EditionsPage
from nashra.render.plan.feed_pages import FeedsPage
from nashra.render.plan.pages import ArticlePage, IndexPage, ListPage, Plan, TextPage
from nashra.render.plan.redirects import Routes
from nashra.render.plan.search_page import SearchPage
from nashra.render.reading.readings import Readings
from nashra.render.reading.references import addresses
from nashra.render.search.search_view import search_files, search_view
from nashra.render.shown.article_renderer import ArticleRenderer, Filling
from nashra.render.shown.edition_renderer import EditionRenderer
from nashra.render.shown.front import FrontViewer
from nashra.render.shown.list_renderer import ListRenderer
from nashra.render.shown.redirect_renderer import RedirectRenderer
from nashra.render.shown.viewer import HOLDS, Viewer
from nashra.settings.config import Settings

# Characters that search engines show of a description.
DESCRIPTION_LENGTH = 200


class Renderer:
    """Turns a plan into files, and says what they rest on. Each asking gives the same files in the same order."""

    def __init__(
        self,
        settings: Settings,
        content: Content,
        plan: Plan,
        readings: Readings,
        theme: Theme,
        routes: Routes = Routes(),  # noqa: B008 - it is frozen
        now: datetime | None = None,
    ) -> None:
        """now: the moment that decides what is news; without it nothing is."""
        self._news = count_news(plan, now) if now else 0
        self.settings, self.content, self.plan = settings, content, plan
        self.readings, self.theme = readings, theme
        assets = theme.assets().keys()
        self.viewers = {
            lang: Viewer(settings, content, plan.of(lang), readings, theme.messages[lang], assets)
            for lang in settings.languages
        }
        self.editions = EditionRenderer(settings, plan, self.viewers, theme)
        self.articles = ArticleRenderer(settings, plan, readings, self.viewers, addresses(content))
        self.redirects = RedirectRenderer(settings, routes, self.viewers, theme)
        self.feeds = FeedRenderer(settings, content, plan, self.viewers, theme)
        self.heads = {lang: Heads(viewer) for lang, viewer in self.viewers.items()}
        self.lists = ListRenderer(plan, self.viewers, theme)
        self.fronts = {lang: FrontViewer(viewer) for lang, viewer in self.viewers.items()}
        self.sites = {lang: viewer.site() for lang, viewer in self.viewers.items()}

    def files(self) -> Iterator[File]:
        """(path below the site's root, its bytes or the file to copy) of the whole site."""
        paths: list[str] = []
        for bundle in self.bundles():
            for file in bundle.make():
                paths.append(file[0])
                yield file
        for bundle in self.old_addresses(paths):
            yield from bundle.make()

    def bundles(self) -> Iterator[Bundle]:
        """All files but the pages at old addresses."""
        plans = {lang: viewer.plan for lang, viewer in self.viewers.items()}
        ground = Ground(self.settings, self.content, self.plan, plans, self.readings, self.articles.related)
        yield Bundle(MARKER, Needs, lambda: [(MARKER, MARK), ("robots.txt", sitemap.robots(self.settings.url))])
        yield from self._articles(ground)
        yield from self._other_pages(ground)
        yield Bundle(urls.CHOOSER, Needs, lambda: [(urls.CHOOSER, self._chooser())])
        yield Bundle(urls.NOT_FOUND, lambda: Needs(assets=True), lambda: [(urls.NOT_FOUND, self._not_found())])
        yield from self.feeds.bundles()
        yield Bundle("llms.txt", lambda: EVERYTHING, self.articles.newest_texts)
        yield Bundle("newest.js", lambda: EVERYTHING, self.editions.newest_scripts)
        kept = partial(phone_files, self.settings, self.plan, self.viewers, self.theme)
        yield Bundle(urls.WORKER, lambda: EVERYTHING, kept)
        of_maps = Needs(facts=(self._news,), everything=True)
        yield Bundle(urls.SITEMAP, lambda: of_maps, lambda: maps(self.settings, self.plan, self._news))
        for lang, viewer in self.viewers.items():
            yield Bundle(f"{lang}/{urls.SEARCH_FOLDER}", lambda: EVERYTHING, partial(search_files, [viewer]))
        yield Bundle(ASSETS, lambda: Needs(assets=True), self._assets)

    def _assets(self) -> Iterator[File]:
        for path, file in self.theme.assets().items():
            yield path, self.theme.style(file).encode("utf-8") if self.theme.is_lean(file) else file

    def _articles(self, ground: Ground) -> Iterator[Bundle]:
        """All that goes with an article: its pages, comparisons, short link, texts, pictures."""
        own: dict[str, list[Page]] = {article.id: [] for article in self.plan.articles}
        for page in self.plan.pages:
            if (article := page.about or page.leads_to) is not None:
                own[article.id].append(page)
        for article in self.plan.articles:
            yield Bundle(
                f"article/{article.id}",
                partial(of_pages, ground, own[article.id]),
                partial(self._article_files, article, own[article.id]),
            )

    def _article_files(self, article: Article, pages: Sequence[Page]) -> Iterator[File]:
        for page in pages:
            yield page.path, self._page(page)
            if card := self.heads[page.lang].card(page):
                yield card
        yield from self.articles.texts(article)
        yield from self.articles.media(article)

    def _other_pages(self, ground: Ground) -> Iterator[Bundle]:
        """The same page in all languages together."""
        groups: dict[str, list[Page]] = {}
        for page in self.plan.pages:
            if page.about is None and page.leads_to is None:
                groups.setdefault(next(iter(page.alternates.values())), []).append(page)
        for name, pages in groups.items():
            yield Bundle(name, partial(of_pages, ground, pages), partial(self._pages, pages))

    def _pages(self, pages: Sequence[Page]) -> Iterator[File]:
        for page in pages:
            yield page.path, self._page(page)
            if card := self.heads[page.lang].card(page):
                yield card

    def old_addresses(self, paths: Iterable[str]) -> Iterator[Bundle]:
        """The pages at old addresses that none of the site's other files, `paths`, is in the way of, and their list."""
        listed = list(self.redirects.listed())
        if listed:
            paths = [*paths, *(path for path, _ in listed)]
            yield Bundle(listed[0][0], lambda: Needs((), (listed[0][1],)), lambda: listed)
        yield from map(self.redirects.bundle, self.redirects.chosen(paths))

    def _page(self, page: Page) -> bytes:
        filling = FILLERS[type(page)](self, page)
        return self._fill(filling.template, page, filling.title, filling.description, **filling.values)

    def _fill(self, template: str, page: Page, title: str, description: str, **context: Any) -> bytes:
        viewer = self.viewers[page.lang]
        about = self.settings.description.get(page.lang) or self.settings.title[page.lang]
        description = description or (f"{title} – {about}" if title else about)
        view = viewer.page(page, title, clip(description, DESCRIPTION_LENGTH))
        view = self.articles.companion_view(page, view)
        return self.theme.render(
            template,
            site=self.sites[page.lang],
            page=view,
            head=self.heads[page.lang].of(page, view),
            _=viewer.messages.text,
            ngettext=viewer.messages.count,
            strip=self.editions.strip(page),
            feeds=self.feeds.of(page),
            **context,
        )

    def list(self, page: ListPage) -> Filling:
        """A page of a list; the first one of all articles is the front page."""
        filling = self.lists.list(page)
        return replace(filling, values={**filling.values, "front": self.fronts[page.lang].view(page)})

    def text(self, page: TextPage) -> Filling:
        """A page outside the news."""
        reading = self.readings.pages[page.page.name, page.lang]
        hold = self.viewers[page.lang].messages.text(HOLDS["draft"]) if page.page.draft else None
        values = {
            "name": self.viewers[page.lang].phrase(page.page.title),
            "html": Markup(reading.html),  # noqa: S704 - made safe by nashra.markup
            "hold": hold,
        }
        return Filling("page.html", page.page.title, reading.summary, values)

    def search(self, page: SearchPage) -> Filling:
        """The page of search."""
        viewer = self.viewers[page.lang]
        values = {"search": search_view(viewer, urls.up(page.path))}
        return Filling("search.html", str(viewer.messages.text("Search")), "", values)

    def _chooser(self) -> bytes:
        alternates = {lang: urls.home(lang) for lang in self.settings.languages}
        lang = self.settings.default_language.code
        page = Page(urls.CHOOSER, lang, alternates, urls.CHOOSER)
        sites = list(self.sites.values())
        titles = " · ".join(dict.fromkeys(site.title for site in sites))
        return self._fill("chooser.html", page, titles, self.settings.description.get(lang, ""), sites=sites)

    def _not_found(self) -> bytes:
        """Served for any address at any depth: its links are absolute."""
        viewer = self.viewers[self.settings.default_language.code]
        return self.theme.render(
            "404.html",
            root=self.settings.url,
            language=viewer.language,
            sites=[(site, self.viewers[lang].messages.text) for lang, site in self.sites.items()],
            style=self.settings.url + urls.STYLE,
            title=viewer.messages.text("Page not found"),
            about=viewer.messages.text("The address may be wrong, or the page was removed."),
        )


# What makes the HTML of each kind of page. A kind that has no row here fails a test.
FILLERS: Mapping[type[Page], Callable[[Renderer, Any], Filling]] = {
    ArticlePage: lambda renderer, page: renderer.articles.article(page),
    ComparePage: lambda renderer, page: renderer.articles.compare(page),
    ShortPage: lambda renderer, page: renderer.articles.short(page),
    ListPage: Renderer.list,
    IndexPage: lambda renderer, page: renderer.lists.index(page),
    TextPage: Renderer.text,
    EditionPage: lambda renderer, page: renderer.editions.edition(page),
    EditionsPage: lambda renderer, page: renderer.editions.index(page),
    MonthPage: lambda renderer, page: renderer.editions.month(page),
    ArchivePage: lambda renderer, page: renderer.editions.archive(page),
    SearchPage: Renderer.search,
    FeedsPage: lambda renderer, page: renderer.feeds.page(page),
}
