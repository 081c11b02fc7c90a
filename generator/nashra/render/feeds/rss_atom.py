"""RSS 2.0 and Atom 1.0, by feedgen. What feedgen 1.0 gets wrong is put right here and nowhere else.

- It stamps the time of the build on the feed: the date of the newest item is always set, and `lastBuildDate` taken out
  of a feed without items.
- It sets dates of RSS through the locale of the whole process, and years before 1000 with fewer than four digits: they
  are written here.
- The last link added to a feed becomes its link in RSS: the page of the feed is added last.
- It writes one `atom:link` into RSS and drops the others (RSS best practices name alternates and hubs that way).
- It loses `rel`, `type`, `hreflang`, `title` and `length` of the links of Atom entries: they are written again.
- It gives an author to RSS only with a mail address: names go into Dublin Core's creator.
- It has no address without a name, and no name without an address, for the source of an item, and its `source` element
  for Atom lacks what RFC 4287 asks of one: Atom gets a link to it (`via`) and Dublin Core's name.
- New entries go to the front: they are appended.
- The description of an RSS item, which is HTML, and the summary of an Atom entry, which is plain text, are one value:
  both are given apart, and neither is ever empty, since the whole content would stand in its place.
- lxml refuses control characters, and "]]>" in CDATA: texts are cleaned and written as escaped text.

An item is written once for both formats and for all feeds that have it: `parts` gives its XML, `rss` and `atom` put
such parts into a feed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from html import escape
from typing import Any
from zlib import crc32

from nashra.render.feeds.feed_model import Channel, FeedWriter, Item, clean
from nashra.settings.feed_formats import FEED_FORMATS

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CREATOR, _SOURCE = f"{{{_DUBLIN_CORE}}}creator", f"{{{_DUBLIN_CORE}}}source"
_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
# RFC 4287 wants a date of every feed. One without items gets this one, which no reader takes for news.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)
# Holds items while they are written; nobody sees it.
_NOWHERE = Channel(address="-", id="-", page="-", title="-", description="-", language="und", author="-")
_MICROSECONDS = 1_000_000


def parts(items: Sequence[Item], formats: Collection[str]) -> list[Mapping[str, bytes]]:
    """Each of `items` as XML, by format ("rss", "atom"; others are passed over), ready for `rss` and `atom`."""
    feed = _feed(_NOWHERE, NEVER)
    for item in items:
        _add(feed, item)
    found: list[dict[str, bytes]] = [{} for _ in items]
    for name, write, tag in (("rss", feed.rss_str, b"item"), ("atom", feed.atom_str, b"entry")):
        if name in formats:
            # in texts every "<" is escaped, so the tags are those of the items
            texts: list[bytes] = write(pretty=True).split(b"<%b>" % tag)[1:]
            for text, part in zip(texts, found, strict=True):
                part[name] = b"<%b>%b</%b>\n" % (tag, text.partition(b"</%b>" % tag)[0], tag)
    return list(found)


def rss(channel: Channel, items: Sequence[bytes]) -> bytes:
    """An RSS feed of items that `parts` gave, in their order; the same arguments give the same bytes."""
    text: bytes = _feed(channel, channel.changed, "rss").rss_str(pretty=True)
    head, end, tail = text.rpartition(b"</channel>")
    return b"".join([head, *items, end, tail])


def atom(channel: Channel, items: Sequence[bytes]) -> bytes:
    """An Atom feed of entries that `parts` gave, in their order; the same arguments give the same bytes."""
    text: bytes = _feed(channel, channel.changed, "atom").atom_str(pretty=True)
    head, end, tail = text.rpartition(b"</feed>")
    return b"".join([head, *items, end, tail])


def stamp(item: Item) -> datetime:
    """When the item changed, with a fraction of a second of its own.

    Articles of which only the day is known share its midnight, and the W3C's validator warns of entries with one and
    the same `updated`. The fraction comes from the id, so it stays what it is, and is far below what is known.
    """
    return item.changed.replace(microsecond=crc32(item.id.encode("utf-8")) % _MICROSECONDS)


def _feed(channel: Channel, changed: datetime | None, format: str = "atom") -> Any:
    from feedgen.feed import FeedGenerator

    own, entry = _extensions()
    feed = FeedGenerator()
    feed.register_extension("nashra", own, entry)
    feed.nashra.channel, feed.nashra.changed = channel, changed
    feed.id(channel.id)
    feed.title(clean(channel.title))
    feed.description(clean(channel.description or channel.title))
    if channel.description:
        feed.subtitle(clean(channel.description))
    feed.language(channel.language)
    feed.author(name=clean(channel.author))
    feed.generator("Nashra")
    feed.updated(changed or NEVER)
    # Some readers take the first link of a feed as its page and some the last one. Two links may not have the same
    # type and language (RFC 4287, section 4.1.1), hence the second one without them.
    feed.link(href=channel.page, rel="alternate", type="text/html", hreflang=channel.language)
    feed.link(href=channel.address, rel="self", type=FEED_FORMATS[format].media_type, hreflang=channel.language)
    for link in _links(channel):
        feed.link(link)
    feed.link(href=channel.page, rel="alternate")
    return feed


def _links(channel: Channel) -> list[dict[str, str]]:
    """Links to the feed's alternates and to its hub."""
    links = [
        {
            "href": other.address,
            "rel": "alternate",
            "type": FEED_FORMATS[other.format].media_type,
            "hreflang": other.language,
        }
        for other in channel.alternates
    ]
    return [*links, {"href": channel.hub, "rel": "hub"}] if channel.hub else links


def _add(feed: Any, item: Item) -> None:
    entry = feed.add_entry(order="append")
    title = clean(item.title)
    summary = clean(item.summary) or title
    entry.title(title)
    entry.guid(item.id, permalink=False)
    entry.updated(stamp(item))
    entry.link(href=item.address, rel="alternate", type="text/html", hreflang=item.language)
    entry.summary(summary)
    entry.description(escape(summary, quote=False))  # sets Atom's content, too, which the next line puts right
    entry.content(clean(item.html), type="html")
    for category in filter(None, map(str.strip, map(clean, item.categories))):
        entry.category(term=category)
    if item.picture:
        entry.enclosure(item.picture.address, str(item.picture.length), item.picture.media_type)
    if item.source and item.source.url:
        entry.link(href=item.source.url, rel="via", type="text/html", title=clean(item.source.name))
    entry.nashra.item, entry.nashra.links = item, entry.link()


def _rfc822(at: datetime) -> str:
    """On its own clock, so that its day is the site's; with a year of four digits, as the RSS specification asks."""
    return format_datetime(at)


@lru_cache(maxsize=1)
def _extensions() -> tuple[type, type]:
    from feedgen.ext.base import BaseEntryExtension, BaseExtension
    from lxml.etree import SubElement

    class FeedExtension(BaseExtension):  # type: ignore[misc]
        """Sets the date of an RSS feed right, and names its alternates."""

        channel: Channel
        changed: datetime | None

        def extend_ns(self) -> dict[str, str]:
            return {"dc": _DUBLIN_CORE}

        def extend_rss(self, feed: Any) -> Any:
            channel = feed.find("channel")
            built = channel.find("lastBuildDate")
            if self.changed:
                built.text = _rfc822(self.changed)
            else:
                channel.remove(built)
            for link in _links(self.channel):
                SubElement(channel, _ATOM_LINK, link)
            return feed

    class ItemExtension(BaseEntryExtension):  # type: ignore[misc]
        """Writes the dates of an item, its author and source, and the links of an Atom entry."""

        item: Item
        links: list[dict[str, str]]

        def extend_rss(self, entry: Any) -> Any:
            SubElement(entry, "pubDate").text = _rfc822(self.item.published)
            for author in self.item.authors:
                SubElement(entry, _CREATOR).text = clean(author)
            source = self.item.source
            if source and source.url:
                SubElement(entry, "source", {"url": source.url}).text = clean(source.name)
            elif source:
                SubElement(entry, _SOURCE).text = clean(source.name)
            return entry

        def extend_atom(self, entry: Any) -> Any:
            for element in entry.findall("link"):
                entry.remove(element)
            for link in self.links:
                SubElement(entry, "link", {key: value for key, value in link.items() if value})
            SubElement(entry, "published").text = self.item.published.isoformat()
            for author in self.item.authors:
                SubElement(SubElement(entry, "author"), "name").text = clean(author)
            if self.item.source and not self.item.source.url:
                SubElement(entry, _SOURCE).text = clean(self.item.source.name)
            return entry

    return FeedExtension, ItemExtension


WRITERS = {"rss": FeedWriter(parts, rss), "atom": FeedWriter(parts, atom)}
