"""The plan -> the site's files, one after the other, so that only one page is in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from generator.config import Settings
from generator.model import Article, Content, Entity, Version
from generator.publish.writer import MARK, MARKER
from generator.render import feeds, sitemap, urls
from generator.render.archive import ArchivePage, MonthPage
from generator.render.article_renderer import ArticleRenderer, Filling
from generator.render.companions import ComparePage, ShortPage
from generator.render.edition_renderer import EditionRenderer
from generator.render.editions import EditionPage, EditionsPage
from generator.render.head import Heads
from generator.render.maps import maps
from generator.render.page import Page
from generator.render.pages import ArticlePage, IndexPage, ListPage, Plan, TextPage
from generator.render.phrases import clip
from generator.render.readings import Readings
from generator.render.references import addresses
from generator.render.search.page import SearchPage
from generator.render.search.view import search_files, search_view
from generator.render.theme import Theme
from generator.render.view import Link
from generator.render.viewer import Viewer

File = tuple[str, "bytes | Path"]

# Stands for the way to the site's root in a rendered piece. No content file may hold this character.
_ROOT = "\0"

# Characters that search engines show of a description.
DESCRIPTION_LENGTH = 200


class Renderer:
    """Turns a plan into files. `files` may be consumed once or again: it gives the same files in the same order."""

    def __init__(self, settings: Settings, content: Content, plan: Plan, readings: Readings, theme: Theme) -> None:
        self.settings, self.plan, self.readings, self.theme = settings, plan, readings, theme
        self.viewers = {
            lang: Viewer(settings, content, plan, readings, theme.messages[lang]) for lang in settings.languages
        }
        self.editions = EditionRenderer(settings, plan, self.viewers, theme)
        self.articles = ArticleRenderer(settings, plan, readings, self.viewers, addresses(content))
        self.heads = {lang: Heads(viewer) for lang, viewer in self.viewers.items()}
        self._items: dict[tuple[str, str], str] = {}
        self.sites = {lang: viewer.site() for lang, viewer in self.viewers.items()}

    def files(self) -> Iterator[File]:
        """(path below the site's root, its bytes or the file to copy) of the whole site."""
        yield MARKER, MARK
        for page in self.plan.pages:
            yield page.path, self._page(page)
        yield urls.CHOOSER, self._chooser()
        yield urls.NOT_FOUND, self._not_found()
        for lang in self.settings.languages:
            yield urls.feed(lang), self._feed(lang)
        yield from self.editions.feeds()
        yield from self.articles.texts()
        yield from maps(self.settings, self.plan)
        yield from search_files(self.viewers.values())
        yield "robots.txt", sitemap.robots(self.settings.url)
        yield from self.theme.assets().items()
        media = {path: file for reading in self.readings.articles.values() for path, file in reading.media.items()}
        yield from sorted(media.items())

    def _page(self, page: Page) -> bytes:
        match page:
            case ArticlePage():
                return self._filled(page, self.articles.article(page))
            case ComparePage():
                return self._filled(page, self.articles.compare(page))
            case ShortPage():
                return self._filled(page, self.articles.short(page))
            case ListPage():
                return self._list(page)
            case IndexPage():
                return self._index(page)
            case TextPage():
                return self._text(page)
            case EditionPage():
                return self._filled(page, self.editions.edition(page))
            case EditionsPage():
                return self._filled(page, self.editions.index(page))
            case MonthPage():
                return self._filled(page, self.editions.month(page))
            case SearchPage():
                viewer = self.viewers[page.lang]
                search = search_view(viewer, urls.up(page.path))
                return self._fill("search.html", page, str(viewer.messages.text("Search")), "", search=search)
            case ArchivePage():
                return self._filled(page, self.editions.archive(page))
        raise TypeError(f"no template shows a {type(page).__name__}")

    def _filled(self, page: Page, filling: Filling) -> bytes:
        return self._fill(filling.template, page, filling.title, filling.description, **filling.values)

    def _fill(self, template: str, page: Page, title: str, description: str, **context: Any) -> bytes:
        viewer = self.viewers[page.lang]
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
            **context,
        )

    def _list(self, page: ListPage) -> bytes:
        viewer, site = self.viewers[page.lang], self.sites[page.lang]
        text, digits = viewer.messages.text, viewer.language.localize_digits
        entity = viewer.entity(page.subject) if isinstance(page.subject, Entity) else None
        if page.subject is None:
            template, title, description = "home.html", "", site.description
        else:
            template = "entity.html" if entity else "topic.html"
            title = viewer.subject_name(page.subject).text
            description = entity.description.text if entity and entity.description else ""
        place = text("Page %(number)s of %(total)s", number=digits(str(page.number)), total=digits(str(page.total)))
        if page.number > 1:
            title = f"{title} – {place}" if title else str(place)
        return self._fill(
            template,
            page,
            title,
            description,
            items=[self._item(article, page) for article in page.articles],
            count=viewer.article_count(page.count),
            place=place if page.total > 1 else None,
            number=page.number,
            older=urls.encode(page.older) if page.older else None,
            newer=urls.encode(page.newer) if page.newer else None,
            name=viewer.subject_name(page.subject) if page.subject else None,
            entity=entity,
            newest=self.editions.newest(page),
        )

    def _item(self, article: Article, page: ListPage) -> Markup:
        """An article in a list. It is rendered once a language; only the way to the site's root differs."""
        key = (article.id, page.lang)
        if key not in self._items:
            viewer = self.viewers[page.lang]
            html = self.theme.render("item.html", root=_ROOT, item=viewer.item(article), _=viewer.messages.text)
            self._items[key] = html.decode("utf-8")
        return Markup(self._items[key].replace(_ROOT, urls.up(page.path)))  # noqa: S704 - made by a template

    def _index(self, page: IndexPage) -> bytes:
        viewer = self.viewers[page.lang]
        groups: tuple[tuple[Markup | None, tuple[Link, ...]], ...]
        if page.kind == "topics":
            heading, groups = viewer.messages.text("Topics"), ((None, viewer.topic_index()),)
        else:
            heading, groups = viewer.messages.text("People and places"), viewer.entity_index()
        return self._fill("index.html", page, str(heading), "", heading=heading, groups=groups)

    def _text(self, page: TextPage) -> bytes:
        reading = self.readings.pages[page.page.name, page.lang]
        html = Markup(reading.html)  # noqa: S704 - made safe by generator.markup
        name = self.viewers[page.lang].phrase(page.page.title)
        return self._fill("page.html", page, page.page.title, reading.summary, name=name, html=html)

    def _chooser(self) -> bytes:
        alternates = {lang: urls.home(lang) for lang in self.settings.languages}
        lang = self.settings.default_language.code
        page = Page(urls.CHOOSER, lang, alternates, urls.CHOOSER)
        sites = list(self.sites.values())
        titles = " · ".join(dict.fromkeys(site.title for site in sites))
        return self._fill("chooser.html", page, titles, self.sites[lang].description, sites=sites)

    def _not_found(self) -> bytes:
        """Served for any address at any depth: its links are absolute, and it carries its style with it."""
        viewer = self.viewers[self.settings.default_language.code]
        style = self.theme.assets().get(urls.STYLE)
        return self.theme.render(
            "404.html",
            root=self.settings.url,
            language=viewer.language,
            sites=[(site, self.viewers[lang].messages.text) for lang, site in self.sites.items()],
            style=Markup(style.read_text("utf-8")) if style else "",  # noqa: S704 - the theme's own
            title=viewer.messages.text("Page not found"),
        )

    def _feed(self, lang: str) -> bytes:
        site, base = self.sites[lang], self.settings.url
        articles = [article for article in self.plan.articles if lang in article.versions]
        channel = feeds.Channel(
            address=urls.absolute(base, urls.feed(lang)),
            page=urls.absolute(base, urls.home(lang)),
            title=site.title,
            description=site.description,
            language=site.language.tag,
        )
        items = [self._feed_item(article, article.versions[lang]) for article in articles[: self.settings.feed_items]]
        return feeds.rss(channel, items)

    def _feed_item(self, article: Article, version: Version) -> feeds.Item:
        viewer, base = self.viewers[version.lang], self.settings.url
        reading = self.readings.articles[article.id, version.lang]
        view = viewer.article(article, version, None, None)
        address = urls.absolute(base, urls.article(version.lang, article.month, version.slug))
        body = urls.absolute_links(view.html, address)
        if view.notice and view.notice.kind == "machine":
            original = view.notice.original
            link = Markup('<a href="{}">{}</a>').format(base + original.path, original.text)
            body = f"<p><em>{view.notice.text}</em> {link}</p>\n{body}"
        return feeds.Item(
            id=self._feed_id(article, version),
            address=address,
            title=version.title,
            summary=reading.summary,
            html=f'<div lang="{version.lang}" dir="{escape(viewer.language.dir)}">{body}</div>',
            published=article.published,
            changed=max(article.published, article.updated or article.published),
            author=article.author,
            categories=tuple(
                dict.fromkeys(
                    [link.text.text for link in view.topics]
                    + [viewer.entity_link(id).text.text for id in reading.entities]
                )
            ),
        )

    def _feed_id(self, article: Article, version: Version) -> str:
        """A tag URI (RFC 4151): it stays when the title, the slug or the date of the article is changed."""
        host = urlsplit(self.settings.url).hostname or "localhost"
        return f"tag:{host},{article.month.partition('/')[0]}:{article.id}/{version.lang}"
