"""The plan -> the site's files, one after the other, so that only one page is in memory at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from nashra.content.forwards import ASKED
from nashra.kit.files import is_file
from nashra.kit.site_mark import MARK, MARKER
from nashra.model import Article, Content
from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERY_TEXT, EVERYTHING, Bundle, File, Needs
from nashra.render.ground.page import Page
from nashra.render.ground.phrases import clip
from nashra.render.ground.theme import ASSETS, Theme
from nashra.render.kinds.kind import Desk
from nashra.render.kinds.registry import KINDS, needs_of
from nashra.render.machines import sitemap
from nashra.render.machines.head import Heads
from nashra.render.machines.maps import count_news, maps
from nashra.render.machines.phone import phone_files
from nashra.render.plan.pages import Plan
from nashra.render.plan.redirects import Routes
from nashra.render.reading.readings import Readings
from nashra.render.search.search_view import search_files
from nashra.render.shown.redirect_renderer import RedirectRenderer
from nashra.settings.config import Settings

ROBOTS = "robots.txt"

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
        desk: Desk | None = None,
    ) -> None:
        """now: the moment that decides what is news; without it nothing is. desk: where it is there already."""
        self._news = count_news(plan, now) if now else 0
        self.settings, self.plan, self.readings, self.theme = settings, plan, readings, theme
        self.desk = desk = desk or Desk(settings, content, plan, readings, theme)
        self.viewers = desk.viewers
        self.redirects = RedirectRenderer(settings, routes, desk.viewers, theme)
        self.heads = {lang: Heads(viewer) for lang, viewer in desk.viewers.items()}
        self.sites = {lang: viewer.site() for lang, viewer in desk.viewers.items()}

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
        own_robots = is_file(self.settings.static / ROBOTS)
        yield Bundle(MARKER, lambda: Needs(facts=(own_robots,)), lambda: [(MARKER, MARK), *self._robots(own_robots)])
        yield from self._articles()
        yield from self._other_pages()
        asked = any(each.path.startswith(f"{ASKED}/") for each in self.redirects.all)
        yield Bundle(urls.CHOOSER, lambda: Needs(facts=(asked,)), lambda: [(urls.CHOOSER, self._chooser(asked))])
        yield Bundle(urls.NOT_FOUND, lambda: Needs(assets=True), lambda: [(urls.NOT_FOUND, self._not_found())])
        yield from self.desk.feeds.bundles()
        yield Bundle("llms.txt", lambda: EVERYTHING, self.desk.articles.newest_texts)
        yield Bundle("newest.js", lambda: EVERYTHING, self.desk.editions.newest_scripts)
        kept = partial(phone_files, self.settings, self.plan, self.viewers, self.theme)
        yield Bundle(urls.WORKER, lambda: EVERYTHING, kept)
        of_maps = Needs(facts=(self._news,), everything=True)
        yield Bundle(urls.SITEMAP, lambda: of_maps, lambda: maps(self.settings, self.plan, self._news))
        for lang, viewer in self.viewers.items():
            yield Bundle(f"{lang}/{urls.SEARCH_FOLDER}", lambda: EVERY_TEXT, partial(search_files, [viewer]))
        yield Bundle(ASSETS, lambda: Needs(assets=True), self._assets)

    def _robots(self, is_own: bool) -> Iterator[File]:
        """What robots may read, where no file of the site's own in static/ says so."""
        if not is_own:
            yield ROBOTS, sitemap.robots(self.settings.url)

    def _assets(self) -> Iterator[File]:
        for path, file in self.theme.assets().items():
            yield path, self.theme.style(file).encode("utf-8") if self.theme.is_lean(file) else file

    def _articles(self) -> Iterator[Bundle]:
        """All that goes with an article: its pages, comparisons, short link, texts, pictures."""
        own = self.own_pages()
        for article in self.plan.articles:
            yield Bundle(
                f"article/{article.id}",
                partial(needs_of, self.desk, own[article.id]),
                partial(self.article_files, article, own[article.id]),
            )

    def own_pages(self) -> dict[str, list[Page]]:
        """The pages that go with each article, by its id."""
        own: dict[str, list[Page]] = {article.id: [] for article in self.plan.articles}
        for page in self.plan.pages:
            if (article := page.about or page.leads_to) is not None:
                own[article.id].append(page)
        return own

    def article_files(self, article: Article, pages: Sequence[Page]) -> Iterator[File]:
        """All files that go with `article`, whose pages are `pages`."""
        for page in pages:
            yield page.path, self._page(page)
            if card := self.heads[page.lang].card(page):
                yield card
        yield from self.desk.articles.texts(article)
        yield from self.desk.articles.media(article)

    def _other_pages(self) -> Iterator[Bundle]:
        """The same page in all languages together."""
        groups: dict[str, list[Page]] = {}
        for page in self.plan.pages:
            if page.about is None and page.leads_to is None:
                groups.setdefault(next(iter(page.alternates.values())), []).append(page)
        for name, pages in groups.items():
            yield Bundle(name, partial(needs_of, self.desk, pages), partial(self._pages, pages))

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
        filling = KINDS[type(page)].fill(self.desk, page)
        return self._fill(filling.template, page, filling.title, filling.description, **filling.values)

    def _fill(self, template: str, page: Page, title: str, description: str, **context: Any) -> bytes:
        viewer = self.viewers[page.lang]
        about = self.settings.description.get(page.lang) or self.settings.title[page.lang]
        description = description or (f"{title} – {about}" if title else about)
        view = viewer.page(page, title, clip(description, DESCRIPTION_LENGTH))
        view = self.desk.articles.companion_view(page, view)
        return self.theme.render(
            template,
            site=self.sites[page.lang],
            page=view,
            head=self.heads[page.lang].of(page, view),
            _=viewer.messages.text,
            ngettext=viewer.messages.count,
            strip=self.desk.editions.strip(page),
            feeds=self.desk.feeds.of(page),
            **context,
        )

    def _chooser(self, asked: bool) -> bytes:
        """asked: whether it leads on from addresses that ask for something."""
        alternates = {lang: urls.home(lang) for lang in self.settings.languages}
        lang = self.settings.default_language.code
        page = Page(urls.CHOOSER, lang, alternates, urls.CHOOSER)
        sites = list(self.sites.values())
        titles = " · ".join(dict.fromkeys(site.title for site in sites))
        return self._fill(
            "chooser.html", page, titles, self.settings.description.get(lang, ""), sites=sites, asked=asked
        )

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
