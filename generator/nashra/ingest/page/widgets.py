"""What a script, or a program of the browser, would show of another site or file: a frame in its place, which becomes
a link."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# The class of a network's box -> the attributes that may name the post it shows.
_POSTS = {
    "fb-post": ("data-href",),
    "fb-video": ("data-href",),
    "tiktok-embed": ("cite",),
    "instagram-media": ("data-instgrm-permalink", "cite"),
    "text-post-media": ("data-text-post-permalink",),
    "bluesky-embed": ("data-bluesky-uri",),
    "reddit-embed-bq": ("cite",),
}
# Of the many parts of a page those that may be one.
_CANDIDATES = (
    ".//div[@data-href] | .//blockquote[@cite or @*[starts-with(name(), 'data-')]] | .//script[@data-telegram-post] | "
    ".//object[@data] | .//embed[@src]"
)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_TELEGRAM = re.compile(r"[A-Za-z0-9_]{4,40}/[0-9]+")
# What a browser shows or plays: of <object> and <embed>, by its kind or by its name.
_KIND = re.compile(r"application/pdf|text/html|(?:video|audio)/[\w.+-]+", re.IGNORECASE)
_NAMED = re.compile(
    r"[^?#]+\.(?:pdf|html?|mp4|webm|ogv|mp3|m4a|ogg|docx?|xlsx?|pptx?|od[tsp])(?:[?#]|\Z)", re.IGNORECASE
)


def frame_widgets(root: HtmlElement) -> None:
    """Put a frame where a box of a network, or a document that the page shows, would be seen."""
    for element in root.xpath(_CANDIDATES):
        address = _address(element)
        if not address or next(element.iterancestors("object"), None) is not None:
            continue
        if element.tag in ("script", "object", "embed") or not "".join(element.itertext()).strip():
            _become_frame(element, address)
        elif next(element.iter("a"), None) is None:  # its words stay, and say nothing of where they are from
            _add_frame(element, address)


def _address(element: HtmlElement) -> str | None:
    if element.tag == "script":
        post = element.get("data-telegram-post") or ""
        return f"https://t.me/{post}" if _TELEGRAM.fullmatch(post) else None
    if element.tag in ("object", "embed"):
        written = (element.get("data" if element.tag == "object" else "src") or "").strip()
        shown = _KIND.match(element.get("type") or "") or _NAMED.match(written)
        return written if written and shown and not written.startswith("data:") else None
    for name in (element.get("class") or "").split():
        for attribute in _POSTS.get(name, ()):
            if _WEB.match(address := (element.get(attribute) or "").strip()):
                return address
    return None


def _become_frame(element: HtmlElement, address: str) -> None:
    for inner in list(element):
        element.remove(inner)
    element.tag, element.text = "iframe", None
    for name in list(element.attrib):
        del element.attrib[name]
    element.set("src", address)


def _add_frame(element: HtmlElement, address: str) -> None:
    from lxml.html import Element

    element.append(Element("iframe", src=address))
