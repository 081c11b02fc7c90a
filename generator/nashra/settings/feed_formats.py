"""The formats of feeds, a row each. What writes them stands in `nashra.render.feeds.formats`, by the same names."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format.

    name: as settings spell it. label: what people call it. file: the name of its files. media_type: theirs.
    """

    name: str
    label: str
    file: str
    media_type: str


# RSS 2.0, which never registered a media type: this is what everybody uses. Atom 1.0: RFC 4287, section 7.
# JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.
_ROWS = (
    FeedFormat("rss", "RSS", "rss.xml", "application/rss+xml"),
    FeedFormat("atom", "Atom", "atom.xml", "application/atom+xml"),
    FeedFormat("json", "JSON", "feed.json", "application/feed+json"),
)
FEED_FORMATS = {row.name: row for row in _ROWS}
