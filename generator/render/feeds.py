"""RSS 2.0 with the full text, by feedgen. What feedgen 1.0 gets wrong is put right here and nowhere else.

- It stamps the time of the build as lastBuildDate: `_Channel` takes the element out, unless the feed has a date.
- The last link added becomes the channel's link: the page of the feed is added last.
- New entries go to the front: they are appended.
- It drops the content into `description` where that is empty: a description is always given.
- lxml refuses control characters, and "]]>" in CDATA: texts are cleaned and written as escaped text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

# Characters that XML 1.0 (section 2.2) does not allow, and lone halves of surrogate pairs.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed. Addresses are absolute, `html` too holds no others; `id` never changes."""

    id: str
    address: str
    title: str
    summary: str
    html: str
    published: datetime
    changed: datetime
    author: str | None = None
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed. `address` is its own, `page` that of the list of articles; `language` a BCP 47 tag."""

    address: str
    page: str
    title: str
    description: str
    language: str


def rss(channel: Channel, items: Sequence[Item]) -> bytes:
    """The feed as XML, items in the given order; the same arguments give the same bytes."""
    from feedgen.feed import FeedGenerator

    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.register_extension("nashra", _channel_extension(bool(items)), atom=False)
    feed.title(_clean(channel.title))
    feed.description(_clean(channel.description or channel.title))
    feed.language(channel.language)
    feed.generator("Nashra")
    feed.link(href=channel.address, rel="self", type="application/rss+xml", hreflang=channel.language)
    feed.link(href=channel.page, rel="alternate")
    if items:
        feed.lastBuildDate(max(item.changed for item in items).astimezone(UTC))
    for item in items:
        _add(feed, item)
    text: bytes = feed.rss_str(pretty=True)
    return text


def _add(feed: Any, item: Item) -> None:
    entry = feed.add_entry(order="append")
    entry.title(_clean(item.title))
    entry.link(href=item.address, rel="alternate")
    entry.guid(item.id, permalink=False)
    entry.description(_clean(item.summary or item.title))
    entry.content(_clean(item.html))
    # UTC: RFC 822 has no seconds in its offsets, and local mean times before 1913 do
    entry.pubDate(item.published.astimezone(UTC))
    if item.author:
        entry.dc.dc_creator(_clean(item.author))
    for category in item.categories:
        entry.category(term=_clean(category))


def _channel_extension(dated: bool) -> type:
    from feedgen.ext.base import BaseExtension

    class _Channel(BaseExtension):  # type: ignore[misc]
        def extend_rss(self, feed: Any) -> Any:
            channel = feed.find("channel")
            built = channel.find("lastBuildDate")
            if not dated and built is not None:
                channel.remove(built)
            return feed

    return _Channel


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
