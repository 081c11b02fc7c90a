"""The text of the article in a saved HTML page, apart from all that stands around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nashra.content.store import is_web_address
from nashra.ingest.assembler import Assembler
from nashra.ingest.draft import Dropped, Given
from nashra.ingest.page.captions import settle_captions
from nashra.ingest.page.data_text import FROM_DATA, show_data
from nashra.ingest.page.furniture import remove_furniture
from nashra.ingest.page.furniture_names import is_apart
from nashra.ingest.page.headline import part_headlines
from nashra.ingest.page.html_body import find_body
from nashra.ingest.page.html_metadata import PAGE_TITLE, PageFacts, gather, saved_from
from nashra.ingest.page.html_names import author_name
from nashra.ingest.page.html_visible import Seen
from nashra.ingest.page.leaf import Leaf, Leaves
from nashra.ingest.page.machinery import remove_machinery
from nashra.ingest.page.other_articles import remove_other_articles
from nashra.ingest.page.page_shown import remove_silent
from nashra.ingest.page.page_tree import parse_page, settle
from nashra.ingest.page.standfirst import find_standfirst
from nashra.ingest.page.style_rules import hide_by_style
from nashra.ingest.page.text_doubts import under_labels
from nashra.ingest.page.unfinished import one_of_several
from nashra.ingest.page.web_address import absolute, untracked
from nashra.ingest.readers.platforms import Post, post_of
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import written
from nashra.ingest.words.rules import BARRIER

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters from which on a page for subscribers is taken to be whole, unless it says that it is not.
_WHOLE = 1500
_NO_HEADLINE, _LINE = "the page shows its title nowhere: it is that of its window", 200
NOTHING = "no article was found in the page", "copy its text and import that"
# A page with fewer words may be what a server sends in the place of another.
_FEWEST = 40
# The same, of one that stands before another and says at length why.
_FEWEST_BEHIND = 200


@dataclass(frozen=True)
class Page:
    """A page with what its head says. From `root` the machinery is gone, and what the page does not show.

    named:     the titles of the head, as `key` leaves them.
    base:      the address that those in the page are relative to.
    post:      what the platform that wrote the page says of it.
    removed:   the text that is gone from `root`.
    is_locked: whether the page asks for a password.
    """

    root: HtmlElement
    facts: PageFacts
    post: Post | None
    named: frozenset[str]
    url: str | None
    base: str | None
    host: str | None
    removed: Sequence[Dropped]
    is_locked: bool


@dataclass(frozen=True)
class Found:
    """The text of the article in a page.

    blocks: all blocks of the page that are no furniture; texts: those of the article, without captions.
    standfirst: the lines below the headline; printed: the keys of the blocks, where the head has a description.
    advertised: those of the blocks that stand below the label of an advertisement.
    doubts: what to look at, in the page as it was found.
    """

    body: HtmlElement
    blocks: Sequence[Leaf]
    texts: Sequence[str]
    standfirst: Sequence[str]
    printed: Collection[str]
    dropped: Sequence[Dropped]
    advertised: Sequence[Leaf]
    doubts: Sequence[str]


def opened(text: str, given: Given) -> Page:
    """The page `text`, read, and without the machinery and what it does not show."""
    root = parse_page(text)
    facts = gather(root)
    post = post_of(root, given.path)
    if post is not None and post.title:
        facts.titles.insert(0, (post.title, post.where))
        facts.published.insert(0, (post.date, post.where))
    url = _page_address(facts, given, saved_from(text))
    base = (absolute(facts.base, url) if facts.base else None) or url
    host = urlsplit(url).hostname if url else None
    is_locked = next(root.iterfind(".//input[@type='password']"), None) is not None
    removed = remove_machinery(root)
    hide_by_style(root)
    remove_silent(root)
    named = frozenset(key(text) for text, _ in facts.titles)
    part_headlines(root, named)
    settle_captions(root)
    settle(root)
    return Page(root, facts, post, named, url, base, host, removed, is_locked)


def find_text(page: Page, seen: Seen, title: str, site: str | None, made: Assembler) -> Found:
    """Takes what is not the article's out of `page`, and finds its text.

    seen: what stands around the headline `title`. site: the name of the site. Raises ContentError when there is none.
    """
    root, facts = page.root, page.facts
    leaves = Leaves(root)
    blocks = leaves.read()
    barred = any(map(_is_barrier, blocks))
    doubts = [_NO_HEADLINE] if made.reasons.get("title") == PAGE_TITLE and _is_unseen(title, blocks) else []
    doubts.append(one_of_several(leaf.text for leaf in blocks))
    titles = {key(title), *(key(heading) for heading in seen.headings), *page.named}
    standfirst = find_standfirst(blocks, titles, facts.description)
    removed: list[Dropped] = []
    if seen.headings:
        removed += remove_other_articles(root, key(seen.headings[0]), {key(title), *page.named}, leaves.remove)
    removed += remove_furniture(root, leaves)
    blocks = leaves.read()
    if show_data(root, blocks, facts.body):
        doubts.append(FROM_DATA)
        blocks = leaves.read()
    printed = {key(leaf.text) for leaf in blocks} if facts.description else set()
    advertised = under_labels(blocks)
    body, dropped = find_body(root, blocks, facts.body, titles, _author_keys(facts, seen), page.host, site)
    texts = [leaf.text for leaf in leaves.read() if leaf.element.tag != "figcaption"] if body is not None else []
    if body is None or not any(any(map(str.isalnum, text)) for text in texts):
        raise made.fail(*NOTHING)
    if barred or (not facts.is_free and sum(map(len, texts)) < _WHOLE):
        doubts.append("the page is for subscribers, and may have been saved without the rest of its text")
    return Found(body, blocks, texts, standfirst, printed, [*removed, *dropped], advertised, doubts)


def no_article(page: Page, title: str, length: int) -> str | None:
    """What `page`, of so few words (`length`) below such a title, is instead of an article; None for an article."""
    if length < _FEWEST and page.is_locked:
        return "it asks for a password"
    if length < _FEWEST and _server_error().match(title):
        return "it is the error of a server"
    return "it stands before one" if length < _FEWEST_BEHIND and _gate().match(title) else None


@lru_cache(maxsize=1)
def _gate() -> re.Pattern[str]:
    """The titles of pages that ask for consent, or whether a person reads: alone, or beside the name of a site."""
    return re.compile(rf"(?:{written('pages', 'gate')})(?:\W*\Z|\s+[|–—-]\s)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _server_error() -> re.Pattern[str]:
    """The titles of such pages: "404", "Error 503: ...", "404 | Page not found"."""
    before, gone = written("pages", "error"), written("pages", "gone")
    number = "[45]0[0-9]"
    return re.compile(
        rf"(?:(?:{before})\W*)?{number}\W*\Z|(?:{before})\W*{number}\b|(?:{number}\W+)?(?:{gone})\b", re.IGNORECASE
    )


def _is_barrier(leaf: Leaf) -> bool:
    """Whether a block says that the rest is for subscribers: of this article, and not as the label of a link."""
    if boilerplate.match(leaf.text) is not BARRIER:
        return False
    return next(leaf.element.iterancestors("a", "header"), None) is None and not is_apart(leaf.element)


def _page_address(facts: PageFacts, given: Given, saved: str | None) -> str | None:
    for address in (given.source_url, facts.url, given.page_url, saved):
        if address and is_web_address(address.strip()):
            return untracked(address.strip())
    return None


def _is_unseen(title: str, blocks: Sequence[Leaf]) -> bool:
    """Whether no block of the page says the title, be it with other words."""
    said = f" {key(title)} "
    return not any(said in f" {key(leaf.text)} " for leaf in blocks if len(leaf.text) <= 2 * len(title) + _LINE)


def _author_keys(facts: PageFacts, seen: Seen) -> set[str]:
    names = (author_name(text, None) for text, _ in (*facts.authors, *seen.authors))
    return {key(name) for name in names if name and len(name.split()) > 1}
