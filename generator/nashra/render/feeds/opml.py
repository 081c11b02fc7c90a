"""All feeds of a language as OPML 2.0 (http://opml.org/spec2.opml), for feed readers to import."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree

from nashra.render.feeds.feed_model import clean

# What the specification calls them; it has no name for the others.
_VERSIONS = {"rss": "RSS2"}


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed: its title, its own address, that of its page, its language (ISO 639 code) and its format."""

    title: str
    address: str
    page: str
    language: str
    format: str


@dataclass(frozen=True, slots=True)
class Group:
    """Feeds of one kind under a heading. It is left out where there are none."""

    title: str
    feeds: Sequence[Outline]


def opml(title: str, owner: str, changed: datetime | None, groups: Sequence[Group]) -> bytes:
    """The document. changed: when the newest of all items changed. The same arguments give the same bytes."""
    root = ElementTree.Element("opml", version="2.0")
    head = ElementTree.SubElement(root, "head")
    ElementTree.SubElement(head, "title").text = clean(title)
    if changed:
        ElementTree.SubElement(head, "dateModified").text = format_datetime(changed.astimezone(UTC))
    ElementTree.SubElement(head, "ownerName").text = clean(owner)
    ElementTree.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = ElementTree.SubElement(root, "body")
    for group in groups:
        if group.feeds:
            under = ElementTree.SubElement(body, "outline", text=clean(group.title))
            for feed in group.feeds:
                ElementTree.SubElement(under, "outline", _attributes(feed))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _attributes(feed: Outline) -> dict[str, str]:
    title = clean(feed.title)
    found = {"text": title, "type": "rss", "title": title, "xmlUrl": feed.address, "htmlUrl": feed.page}
    if feed.format in _VERSIONS:
        found["version"] = _VERSIONS[feed.format]
    return {**found, "language": feed.language}
