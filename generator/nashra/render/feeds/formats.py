"""What writes each format of feeds, a row each; their names, files and media types: `nashra.settings.feed_formats`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from nashra.render.feeds import json_feed, rss_atom
from nashra.render.feeds.feed_model import Channel, Item


@dataclass(frozen=True, slots=True)
class FeedWriter:
    """Writes a format.

    parts: (items, names of formats) -> each item's text by format; formats that share it are written in one go.
    feed:  (the feed, its items as `parts` gave them) -> the file.
    """

    parts: Callable[[Sequence[Item], Collection[str]], list[Mapping[str, bytes]]]
    feed: Callable[[Channel, Sequence[bytes]], bytes]


WRITERS = {
    "rss": FeedWriter(rss_atom.parts, rss_atom.rss),
    "atom": FeedWriter(rss_atom.parts, rss_atom.atom),
    "json": FeedWriter(json_feed.parts, json_feed.feed),
}
