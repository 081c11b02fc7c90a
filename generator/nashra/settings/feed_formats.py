"""The formats of feeds, a row each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """A format.

    name: as settings spell it. label: what people call it. file: the name of its files. media_type: theirs.
    writer: the module in `nashra.render.feeds` that has what writes it in its `WRITERS`.
    """

    name: str
    label: str
    file: str
    media_type: str
    writer: str


# RSS 2.0, which never registered a media type: this is what everybody uses. Atom 1.0: RFC 4287, section 7.
# JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/.
_ROWS = (
    FeedFormat("rss", "RSS", "rss.xml", "application/rss+xml", "rss_atom"),
    FeedFormat("atom", "Atom", "atom.xml", "application/atom+xml", "rss_atom"),
    FeedFormat("json", "JSON", "feed.json", "application/feed+json", "json_feed"),
)
FEED_FORMATS = {row.name: row for row in _ROWS}
