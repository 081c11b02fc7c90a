"""Feeds -> files, and what pages show of feeds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial

from markupsafe import Markup

from nashra.model import Article, Content, Entity
from nashra.render.feeds.edition_feed import edition_items, newest_editions
from nashra.render.feeds.feed_model import Alternate, Channel
from nashra.render.feeds.feed_view import FeedsView, PageFeeds
from nashra.render.feeds.feed_viewer import FeedViewer
from nashra.render.feeds.formats import WRITERS
from nashra.render.feeds.items import ArticleItems, Written, changed_on, write
from nashra.render.feeds.opml import opml
from nashra.render.feeds.plan import Feed, Feeds, Key
from nashra.render.ground import urls
from nashra.render.ground.bundle import EVERYTHING, Bundle, File, Needs
from nashra.render.ground.page import Page
from nashra.render.ground.theme import Theme
from nashra.render.plan.pages import Plan
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings


class FeedRenderer:
    """Writes all feeds of a site, and says what pages show of them."""

    def __init__(
        self, settings: Settings, content: Content, plan: Plan, viewers: Mapping[str, Viewer], theme: Theme
    ) -> None:
        self._settings, self._viewers, self._theme = settings, viewers, theme
        self._items: tuple[str, ArticleItems] | None = None
        self._feeds = Feeds(settings, plan, content.entities)
        self._views = {lang: FeedViewer(viewer, self._feeds) for lang, viewer in viewers.items()}

    def all(self, lang: str) -> FeedsView:
        """The feeds in the language `lang`, for the page that lists them."""
        return self._views[lang].all()

    def of(self, page: Page) -> PageFeeds:
        """What `page` shows of feeds. The page that lets readers choose a language has the feeds of all."""
        if page.path == urls.CHOOSER:
            return PageFeeds(Markup("\n").join(view.of(page).head for view in self._views.values()))
        return self._views[page.lang].of(page)

    def bundles(self) -> Iterator[Bundle]:
        """All feeds and the lists of them, language by language: the formats of a feed together."""
        for lang in self._viewers:
            yield self._bundle(self._feeds.site(lang))
            yield Bundle(urls.editions_feed(lang), partial(self._editions_need, lang), partial(self._editions, lang))
            yield from map(self._bundle, self._feeds.subjects(lang))
            yield from map(self._bundle, self._feeds.stories(lang))
            yield Bundle(urls.feeds_outline(lang), lambda: EVERYTHING, partial(self._outline, lang))

    def holders(self) -> dict[str, list[Key]]:
        """Article id -> the keys of the feeds that have it."""
        found: dict[str, list[Key]] = {}
        for lang in self._viewers:
            for key, feed in self._feeds.keyed(lang):
                for article in feed.chosen():
                    found.setdefault(article.id, []).append(key)
        return found

    def bundle(self, key: Key) -> Bundle | None:
        """The feed with the key; None where there is none."""
        feed = self._feeds.known_as(key)
        return self._bundle(feed) if feed else None

    def _bundle(self, feed: Feed) -> Bundle:
        chosen = cache(feed.chosen)

        def make() -> Iterator[File]:
            return self._formats(feed, self._written(feed, chosen()))

        def needs() -> Needs:
            names = (feed.subject.id,) if isinstance(feed.subject, Entity) else ()
            named_after = feed.articles[-1:] if feed.kind == "story" else []
            articles = chosen()
            settings = ("feed_authority",)
            return Needs([*articles, *named_after], (feed.langs,), names=names, settings=settings, texts=articles)

        return Bundle(feed.path, needs, make)

    def _written(self, feed: Feed, chosen: Sequence[Article]) -> list[Written]:
        """The items of a feed of articles. What is written in a language is kept until another one's turn comes."""
        if self._items is None or self._items[0] != feed.lang:
            self._items = feed.lang, ArticleItems(self._settings, self._viewers[feed.lang])
        return self._items[1].written(chosen, feed.formats)

    def _editions_need(self, lang: str) -> Needs:
        newest = newest_editions(self._settings, self._viewers[lang].plan)
        articles = [article for edition in newest for article in edition.articles]
        return Needs(articles, tuple(edition.grounds for edition in newest), settings=("feed_authority",))

    def _editions(self, lang: str) -> Iterator[File]:
        feed = self._feeds.editions(lang)
        items = list(map(Written, edition_items(self._settings, self._viewers[lang], self._theme)))
        write(items, feed.formats)
        yield from self._formats(feed, items)

    def _formats(self, feed: Feed, items: Sequence[Written]) -> Iterator[File]:
        changed = _changed(items)
        for format in feed.formats:
            channel = self._channel(feed, format, changed)
            yield feed.address(feed.lang, format), WRITERS[format].feed(channel, [item.parts[format] for item in items])

    def _channel(self, feed: Feed, format: str, changed: datetime | None) -> Channel:
        view, base = self._views[feed.lang], self._settings.url
        others = [(feed.lang, other) for other in feed.formats if other != format]
        others += [(lang, format) for lang in feed.langs if lang != feed.lang]
        address = feed.address(feed.lang, format)
        # a site that never named its authority keeps the id that its readers know
        owner = f"https://{self._settings.feed_authority}/" if self._settings.feed_authority else base
        return Channel(
            address=urls.absolute(base, address),
            id=urls.absolute(owner, address),
            page=urls.absolute(base, feed.page),
            title=view.title(feed),
            description=view.description(feed),
            language=feed.lang,
            author=self._settings.title[feed.lang],
            changed=changed,
            alternates=tuple(
                Alternate(urls.absolute(base, feed.address(lang, other)), lang, other) for lang, other in others
            ),
            hub=self._settings.feeds.hub or None,
        )

    def _outline(self, lang: str) -> Iterator[File]:
        whole = self._feeds.site(lang)
        changed = max((changed_on(article, self._settings.timezone) for article in whole.chosen()), default=None)
        messages, site = self._viewers[lang].messages, self._settings.title[lang]
        title = messages.text("%(site)s: all feeds", site=site).unescape()
        yield urls.feeds_outline(lang), opml(title, site, changed, self._views[lang].outlines())


def _changed(items: Sequence[Written]) -> datetime | None:
    """When the last of `items` was changed; None where there are none."""
    return max((written.item.changed for written in items), default=None)
