"""What the checks want to know of a page, in one pass over its HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml import etree

# Attributes that hold one address, by element.
_ADDRESSES: dict[str, tuple[str, ...]] = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "blockquote": ("cite",),
    "del": ("cite",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "ins": ("cite",),
    "link": ("href", "imagesrcset"),
    "object": ("data",),
    "q": ("cite",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
_LISTS = frozenset({"srcset", "imagesrcset"})
# Keys of JSON-LD and schema.org whose values look like addresses and are none.
_NO_ADDRESS = frozenset({"@context", "@id", "@type", "urlTemplate"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Open Graph and its like: properties whose content is the address of something.
_PROPERTIES = re.compile(r"(?:og|twitter):(?:url|image|image:url|image:secure_url|audio|video)\Z")
_REFRESH = re.compile(r"\s*\d+(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"]+)", re.IGNORECASE)
# Gives one candidate of a srcset after the other: address, then descriptors up to the next comma.
_CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+[^,]*)?(?:,|\Z)")


@dataclass(frozen=True, slots=True)
class Reference:
    """An address on a page. is_link: whether readers follow it. empty: whether it is a link without words."""

    address: str
    is_link: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture on a page; alt is None where the attribute is missing."""

    address: str
    alt: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the main part of a page. level: 1 to 6."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page says. ids: what fragments may name. refresh: where it sends readers on, "" where it does not.

    images and headings are those of the main part, in order.
    """

    references: tuple[Reference, ...]
    ids: frozenset[str]
    images: tuple[Image, ...]
    headings: tuple[Heading, ...]
    refresh: str = ""


def read_page(data: bytes, own: str = "", *, details: bool = True) -> PageFacts:
    """The facts of a page or a piece of HTML in UTF-8, however broken.

    own: the start of addresses that are looked for in its JSON-LD. details: whether to read images and headings.
    """
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    root = etree.fromstring(data, parser) if data.strip() else None
    if root is None:
        return PageFacts((), frozenset(), (), ())
    references = dict.fromkeys(_references(root, own))
    ids = {value for e in root.iter() if (value := e.get("id") or (e.get("name") if e.tag == "a" else None))}
    main = root.find(".//main") if details else None
    images = tuple(Image(e.get("src", ""), e.get("alt")) for e in main.iter("img")) if main is not None else ()
    headings = tuple(Heading(int(str(e.tag)[1]), _words(e)) for e in main.iter(*_HEADINGS)) if main is not None else ()
    return PageFacts(tuple(references), frozenset(ids), images, headings, _refresh(root))


def _references(root: etree._Element, own: str) -> Iterator[Reference]:
    for element in root.iter(*_ADDRESSES):
        tag = str(element.tag)
        is_link = tag in ("a", "area")
        for name in _ADDRESSES[tag]:
            value = element.get(name)
            if value is None:
                continue
            if name in _LISTS:
                yield from (Reference(match[1]) for match in _CANDIDATE.finditer(value))
            else:
                yield Reference(value, is_link, tag == "a" and _is_wordless(element))
    for element in root.iter("meta"):
        key, content = element.get("property") or element.get("name") or "", element.get("content")
        if content and _PROPERTIES.match(key):
            yield Reference(content)
    refresh = _refresh(root)
    if refresh:
        yield Reference(refresh, is_link=True)
    if own:
        for element in root.iter("script"):
            if element.get("type") == "application/ld+json" and element.text:
                yield from map(Reference, _linked_data(element.text, own))


def _refresh(root: etree._Element) -> str:
    for element in root.iter("meta"):
        if (element.get("http-equiv") or "").lower() == "refresh" and (
            match := _REFRESH.match(element.get("content") or "")
        ):
            return match[1].strip()
    return ""


def _linked_data(text: str, own: str) -> Iterator[str]:
    """The addresses in JSON-LD that start with `own`; names of things (@id) and templates lead nowhere."""
    try:
        pending: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += (item for key, item in value.items() if key not in _NO_ADDRESS)
        elif isinstance(value, list):
            pending += value
        elif isinstance(value, str) and value.startswith(own):
            yield value


def _is_wordless(link: etree._Element) -> bool:
    """Whether a screen reader has nothing to say for the link."""
    if link.text and link.text.strip():
        return False
    if any((link.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title")):
        return False
    if link.get("aria-hidden") == "true":
        return False
    if any((image.get("alt") or image.get("aria-label") or "").strip() for image in link.iter("img", "svg")):
        return False
    return not _words(link)


def _words(element: etree._Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
