"""Feeds -> view: their titles, the links in the heads of pages, the list of all."""

from __future__ import annotations

from markupsafe import Markup, escape

from nashra.model import Entity
from nashra.render.feeds.feed_view import FeedGroup, FeedLink, FeedRow, FeedsView, PageFeeds
from nashra.render.feeds.opml import Group, Outline
from nashra.render.feeds.plan import Feed, Feeds
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.ground.phrases import Phrase
from nashra.render.shown.viewer import Viewer
from nashra.settings.feed_formats import FEED_FORMATS


class FeedViewer:
    """Sees feeds in the viewer's language."""

    def __init__(self, viewer: Viewer, feeds: Feeds) -> None:
        self._viewer, self._feeds = viewer, feeds
        self._text, self._lang = viewer.messages.text, viewer.lang
        titles = viewer.settings.title
        self._title = titles[viewer.lang]
        # where several languages have the same title, a list of feeds would not tell which is which
        if sum(titles[code] == self._title for code in viewer.settings.languages) > 1:
            self._title = f"{self._title} ({viewer.language.name})"
        self._heads: dict[tuple[str, str], Markup] = {}

    def title(self, feed: Feed) -> str:
        """The title of a feed, as feed readers list it."""
        if feed.subject:
            name = self._viewer.subject_name(feed.subject).text
            return self._text("%(site)s: %(name)s", site=self._title, name=name).unescape()
        if feed.kind == "editions":
            return self._text("%(site)s: daily briefings", site=self._title).unescape()
        if feed.kind == "story":
            # by its first telling, so that it stays
            name = feed.articles[-1].shown_in(self._lang).title
            return self._text("%(site)s: %(name)s", site=self._title, name=name).unescape()
        return self._title

    def description(self, feed: Feed) -> str:
        """What a feed is about; the site's description where nothing more is known, which may be empty."""
        if isinstance(feed.subject, Entity) and (own := feed.subject.description.get(self._lang)):
            return self._viewer.phrase(own).plain
        return self._viewer.phrase(self._viewer.settings.description.get(self._lang, "")).plain

    def of(self, page: Page) -> PageFeeds:
        """The feeds of `page`: its own one, if there is one, before that of the site."""
        own = self._own(page)
        root = urls.up(page.path)
        head = self._site_head(root)
        if own is None:
            return PageFeeds(head)
        return PageFeeds(self._head(own, root) + "\n" + head, self._links(own))

    def all(self) -> FeedsView:
        """The list of all feeds."""
        groups = [(heading, rows) for heading, rows in self._groups() if rows]
        rows = [FeedGroup(heading, tuple(map(self._row, feeds))) for heading, feeds in groups]
        return FeedsView(tuple(rows), urls.feeds_outline(self._lang))

    def outlines(self) -> list[Group]:
        """The list of all feeds for OPML, each in its first format."""
        return [
            Group(escape(heading.text).unescape(), list(map(self._outline, feeds))) for heading, feeds in self._groups()
        ]

    def _own(self, page: Page) -> Feed | None:
        if subject := page.devoted_to:
            return self._feeds.subject(page.lang, subject)
        if page.story is not None:
            return self._feeds.story(page.lang, page.story)
        return self._feeds.editions(page.lang) if page.editions else None

    def _site_head(self, root: str) -> Markup:
        key = (self._lang, root)
        if key not in self._heads:
            self._heads[key] = self._head(self._feeds.site(self._lang), root)
        return self._heads[key]

    def _head(self, feed: Feed, root: str) -> Markup:
        line = Markup('<link rel="alternate" type="{}" title="{} ({})" href="{}{}">')
        title = self.title(feed)
        return Markup("\n").join(
            line.format(link.media_type, title, link.label, root, link.path) for link in self._links(feed)
        )

    def _links(self, feed: Feed) -> tuple[FeedLink, ...]:
        return tuple(
            FeedLink(row.label, urls.encode(feed.address(feed.lang, row.name)), row.media_type)
            for row in map(FEED_FORMATS.__getitem__, feed.formats)
        )

    def _groups(self) -> list[tuple[Phrase, list[Feed]]]:
        """(heading, feeds), with the topics and the entities by name."""
        feeds, lang, viewer = self._feeds, self._lang, self._viewer
        groups = [(viewer.phrase(viewer.settings.title[lang]), [feeds.site(lang), feeds.editions(lang)])]
        topics: dict[str, Feed] = {}
        entities: dict[str, Feed] = {}
        for feed in feeds.subjects(lang):
            found = topics if feed.kind == "topic" else entities
            found[urls.encode(feed.page)] = feed
        groups.append((Phrase(self._text("Topics")), _in_order([link.path for link in viewer.topic_index()], topics)))
        for heading, links in viewer.entity_index():
            groups.append((Phrase(heading), _in_order([link.path for link in links], entities)))
        return groups

    def _row(self, feed: Feed) -> FeedRow:
        return FeedRow(self._name(feed), urls.encode(feed.page), self._links(feed))

    def _name(self, feed: Feed) -> Phrase:
        if feed.subject:
            return self._viewer.subject_name(feed.subject)
        if feed.kind == "editions":
            return Phrase(self._text("Daily briefings"))
        return Phrase(self._text("All articles"))

    def _outline(self, feed: Feed) -> Outline:
        base = self._viewer.settings.url
        return Outline(
            title=self.title(feed),
            address=urls.absolute(base, feed.path),
            page=urls.absolute(base, feed.page),
            language=self._lang,
            format=feed.formats[0],
        )


def _in_order(paths: list[str], feeds: dict[str, Feed]) -> list[Feed]:
    return [feeds[path] for path in paths if path in feeds]
