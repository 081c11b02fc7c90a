"""Headlines of other articles that stand between the paragraphs of a text, each a link in a paragraph of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS, text_of
from nashra.ingest.page.prose import SENTENCE_END, is_prose
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINKED = 0.85
_WORDS, _LONGEST, _SHOUTED = 4, 160, 3
# A sign that points on, before a link: ">> Our file on ports".
_ARROW = re.compile(r"(?:>>+|[»›→➡➔►▶▸⇒↪👉◄◀←⬅👈]\ufe0f?)\s*")
_JUMP, _PART = 0.5, re.compile(r"#[^\s/!]+")
# The path to an article has the words of its headline, or its number.
_ARTICLE = re.compile(r"[^/]*(?:[^/-]+-){3,}[^/]*/?\Z|\d{4,}|%[0-9a-f]{2}.*%[0-9a-f]{2}", re.IGNORECASE)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|csv|epub)\Z", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|zip|csv|epub|jpe?g|png|webp|mp[34])\Z", re.IGNORECASE)


def drop_pointers(blocks: Sequence[Leaf], host: str | None, drop: Callable[[int, str], None]) -> None:
    """Unmark the kept `blocks` that are the headline of another article of this site and stand between two paragraphs.

    host: of the page's address; where nobody knows it only links without a host are of this site.
    """
    kept = [at for at, block in enumerate(blocks) if block.kept and block.text]
    for before, at, after in zip(kept, kept[1:], kept[2:], strict=False):
        block = blocks[at]
        if block.element.tag != "p" or block.linked < _LINKED or len(block.text) > _LONGEST:
            continue
        if block.text.isupper() and len(words(block.text)) >= _SHOUTED and not blocks[before].text.endswith(":"):
            drop(at, "an invitation in capitals")
            continue
        if _is_pointed_at(block, host):
            drop(at, "the headline of another article")
            continue
        if len(words(block.text)) < _WORDS or SENTENCE_END.search(block.text) is not None:
            continue
        links = list(block.element.iter("a"))
        if len(links) != 1 or blocks[before].text.endswith(":") or not _leads_to_article(links[0], host):
            continue
        if all(is_prose(blocks[each]) or blocks[each].linked >= _LINKED for each in (before, after)):
            drop(at, "the headline of another article")


def _is_pointed_at(block: Leaf, host: str | None) -> bool:
    """Whether a paragraph is a sign that points on and, behind it, one link to a page of this site."""
    arrow, links = _ARROW.match(block.text), list(block.element.iter("a"))
    if arrow is None or len(links) != 1 or SENTENCE_END.search(block.text) is not None:
        return False
    if _ARROW.sub("", clean(text_of(links[0])), count=1) != block.text[arrow.end() :]:
        return False
    return _leads_within(links[0], host)


def drop_jumps(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the kept lines that are links to parts of the page and hardly anything else: "Jump to: ... | ..."."""
    for at, block in enumerate(blocks):
        if not block.kept or block.linked < _JUMP or len(block.text) > _LONGEST or block.element.tag in HEADINGS:
            continue
        links = [(link.get("href") or "").strip() for link in block.element.iter("a")]
        if links and all(_PART.fullmatch(each) for each in links) and SENTENCE_END.search(block.text) is None:
            drop(at, "links to parts of the page")


def leads_to_file(element: HtmlElement) -> bool:
    """Whether every link in `element` leads to a document."""
    links = [(link.get("href") or "").partition("?")[0] for link in element.iter("a")]
    return bool(links) and all(_DOCUMENT.search(each) for each in links)


def leads_away(element: HtmlElement, host: str | None) -> bool:
    """Whether every link in `element` leads to another site, which the article then speaks of, or to a document."""
    links = [(link.get("href") or "").strip() for link in element.iter("a")]
    return bool(links) and host is not None and all(_is_away(each, host) for each in links)


def _is_away(address: str, host: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if _FILE.search(parts.path):
        return True
    return parts.scheme in ("http", "https") and bool(parts.netloc) and _site(parts.netloc) != _site(host)


def _leads_to_article(link: HtmlElement, host: str | None) -> bool:
    return _leads_within(link, host) and _ARTICLE.search(urlsplit(link.get("href").strip()).path) is not None


def _leads_within(link: HtmlElement, host: str | None) -> bool:
    """Whether a link leads to another page of this site, and to no file."""
    try:
        address = urlsplit((link.get("href") or "").strip())
    except ValueError:
        return False
    if not address.path or address.scheme not in ("", "http", "https") or _FILE.search(address.path):
        return False
    return not address.netloc or (host is not None and _site(address.netloc) == _site(host))


def _site(host: str) -> str:
    """The last two names of a host: `www.example.org` and `sport.example.org` are one site."""
    return ".".join(host.lower().partition(":")[0].split(".")[-2:])
