"""What a feed is made of, whatever its format. Plain data; every address is absolute, every text is cleaned."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from nashra.model import Source

# XML 1.0 (section 2.2) does not allow most of these, among them lone halves of surrogate pairs; the others (C1 controls
# and the mark of a character lost on the way) the W3C's validator calls bad characters.
_UNWANTED = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A picture that goes with an item. length: bytes."""

    address: str
    media_type: str
    length: int


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed.

    id:       a URI that never changes, the same in every feed and format.
    title, summary, authors: plain text. html: the full text; it holds absolute addresses only.
    language: ISO 639 code. With a region it would be as right, but newsboat takes "ar" alone for right to left.
    published, changed: with a zone whose offset has no seconds, see `on_the_clock`.
    """

    id: str
    address: str
    title: str
    summary: str
    html: str
    language: str
    published: datetime
    changed: datetime
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    source: Source | None = None
    picture: Enclosure | None = None


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same feed in another language (ISO 639 code) or format (a key of FEED_FORMATS)."""

    address: str
    language: str
    format: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed in one format.

    address: its own. id: what readers know it by, wherever it moves. page: the page it is the feed of. language: as in
    Item. author: who speaks where an item names nobody. changed: when its newest item changed, None where it has none.
    hub: a WebSub hub, or None.
    """

    address: str
    id: str
    page: str
    title: str
    description: str
    language: str
    author: str
    changed: datetime | None = None
    alternates: tuple[Alternate, ...] = ()
    hub: str | None = None


def clean(text: str) -> str:
    """`text` without the characters that feeds cannot hold."""
    return _UNWANTED.sub("", text)


def on_the_clock(at: datetime, zone: tzinfo) -> datetime:
    """`at` on the clock of `zone`; in UTC where the offset there has seconds, as local mean times before 1913 have.

    RFC 3339 (section 5.6) and RFC 822 know offsets of hours and minutes only.
    """
    local = at.astimezone(zone)
    offset = local.utcoffset()
    return local if offset is None or offset.seconds % 60 == 0 else at.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class FeedWriter:
    """Writes a format.

    parts: (items, names of formats) -> each item's text by format, of those that it writes; they are written in one go.
    feed:  (the feed, its items as `parts` gave them) -> the file.
    """

    parts: Callable[[Sequence[Item], Collection[str]], list[Mapping[str, bytes]]]
    feed: Callable[[Channel, Sequence[bytes]], bytes]
