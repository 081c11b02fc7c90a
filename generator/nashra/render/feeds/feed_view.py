"""What templates see of feeds."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nashra.render.ground.phrases import Phrase


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed in one format: its path, its media type, and what people call the format."""

    label: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class PageFeeds:
    """The feeds of a page. head: links for its head. own: the feed of what it is about; empty where there is none."""

    head: Markup
    own: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed in the list of all: what it is about, the path of that page, and the feed in each format."""

    name: Phrase
    page: str
    links: tuple[FeedLink, ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one kind under a heading."""

    heading: Phrase
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """The page of feeds. outline: path of the OPML file."""

    groups: tuple[FeedGroup, ...]
    outline: str
