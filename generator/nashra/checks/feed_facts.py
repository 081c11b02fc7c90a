"""What a feed says, whichever format it has: the addresses in it, and the ids of its items. Told apart by content."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nashra.checks.page_facts import read_page

if TYPE_CHECKING:
    from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_JSON_FEED = "https://jsonfeed.org/version/"


class NotWellFormed(ValueError):
    """The document cannot be parsed; the message says where and why."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """An address in a feed. item: the address of the item that it belongs to, "" for the feed itself."""

    address: str
    item: str = ""
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """What a feed says. kind: RSS, Atom, JSON Feed or OPML. own: the address that it gives as its own, "" for none."""

    kind: str
    own: str
    ids: tuple[str, ...]
    links: tuple[FeedLink, ...]


def parse_xml(data: bytes) -> etree._Element:
    """The root of an XML document; nothing outside it is read. Raises NotWellFormed."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise NotWellFormed(str(error.msg or error)) from None


def read_feed(data: bytes) -> FeedFacts | None:
    """The facts of a feed; None for a document of another kind. Raises NotWellFormed."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _json(data)
    root = parse_xml(data)
    if root.tag == "rss":
        return _rss(root)
    if root.tag == f"{ATOM}feed":
        return _atom(root)
    if root.tag == "opml":
        return _opml(root)
    return None


def _rss(root: etree._Element) -> FeedFacts:
    channel = root.find("channel")
    if channel is None:
        raise NotWellFormed("an RSS feed without a channel")
    own, ids = "", []
    links = [*_texts(channel, "link", "image/url", "image/link")]
    for link in channel.iterfind(f"{ATOM}link"):
        links.append(FeedLink(link.get("href", ""), is_link=True))
        own = link.get("href", "") if link.get("rel") == "self" else own
    for item in channel.iterfind("item"):
        address = (item.findtext("link") or "").strip()
        guid = item.find("guid")
        if guid is not None:
            ids.append((guid.text or "").strip())
            if guid.get("isPermaLink", "true") != "false":
                links.append(FeedLink((guid.text or "").strip(), address, True))
        links += _texts(item, "link", "comments", item=address)
        for element in item.iter("enclosure", "source", f"{_MEDIA}content", f"{_MEDIA}thumbnail"):
            if url := element.get("url"):
                links.append(FeedLink(url, address))
        links += [
            FeedLink(link.get("href", ""), address, link.get("rel") != "enclosure")
            for link in item.iterfind(f"{ATOM}link")
        ]
        for name in ("description", _CONTENT):
            links += _in_html(item.findtext(name) or "", address)
    return FeedFacts("RSS", own, tuple(ids), tuple(links))


def _texts(element: etree._Element, *names: str, item: str = "") -> Iterator[FeedLink]:
    for name in names:
        text = element.findtext(name)
        if text is not None:
            yield FeedLink(text.strip(), item, True)


def _atom(root: etree._Element) -> FeedFacts:
    own = next((link.get("href", "") for link in root.iterfind(f"{ATOM}link") if link.get("rel") == "self"), "")
    ids = []
    links = [*_atom_links(root, "")]
    links += [FeedLink((e.text or "").strip()) for name in ("icon", "logo") for e in root.iterfind(ATOM + name)]
    for entry in root.iterfind(f"{ATOM}entry"):
        ids.append((entry.findtext(f"{ATOM}id") or "").strip())
        found = [link for link in entry.iterfind(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        address = found[0].get("href", "") if found else ""
        links += _atom_links(entry, address)
        for name in ("summary", "content"):
            for element in entry.iterfind(ATOM + name):
                if element.get("src"):
                    links.append(FeedLink(element.get("src", ""), address))
                if element.get("type") == "html":
                    links += _in_html(element.text or "", address)
                elif element.get("type") == "xhtml":
                    links += _in_html(_serialized(element), address)
    return FeedFacts("Atom", own, tuple(ids), tuple(links))


def _atom_links(element: etree._Element, item: str) -> Iterator[FeedLink]:
    for link in element.iterfind(f"{ATOM}link"):
        yield FeedLink(link.get("href", ""), item, link.get("rel") != "enclosure")


def _serialized(element: etree._Element) -> str:
    from lxml import etree

    return "".join(etree.tostring(child, encoding="unicode", method="html", with_tail=False) for child in element)


def _opml(root: etree._Element) -> FeedFacts:
    links = [
        FeedLink(value, is_link=True)
        for outline in root.iter("outline")
        for name in ("xmlUrl", "htmlUrl", "url")
        if (value := outline.get(name))
    ]
    return FeedFacts("OPML", "", (), tuple(links))


def _json(data: bytes) -> FeedFacts | None:
    try:
        feed: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotWellFormed(str(error)) from None
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(_JSON_FEED):
        return None
    links = [
        FeedLink(str(feed[name]), is_link=True)
        for name in ("home_page_url", "feed_url", "next_url", "icon", "favicon")
        if feed.get(name)
    ]
    ids = []
    for item in _rows(feed.get("items")):
        if not isinstance(item, dict):
            raise NotWellFormed("an item of the feed is no object")
        ids.append(str(item.get("id", "")))
        address = str(item.get("url") or "")
        names = ("url", "external_url", "image", "banner_image")
        links += [FeedLink(str(item[name]), address, name.endswith("url")) for name in names if item.get(name)]
        links += [
            FeedLink(str(attachment.get("url", "")), address)
            for attachment in _rows(item.get("attachments"))
            if isinstance(attachment, dict)
        ]
        links += _in_html(str(item.get("content_html") or ""), address)
    return FeedFacts("JSON Feed", str(feed.get("feed_url") or ""), tuple(ids), tuple(links))


def _rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _in_html(html: str, item: str) -> Iterator[FeedLink]:
    if "<" in html:
        for address, is_link in _addresses(html):
            yield FeedLink(address, item, is_link)


# The same article stands in the feeds of its language, its topics and its names, in every format.
@lru_cache(maxsize=4096)
def _addresses(html: str) -> tuple[tuple[str, bool], ...]:
    facts = read_page(html.encode("utf-8", "replace"), details=False)
    return tuple((reference.address, reference.is_link) for reference in facts.references)
