"""Removing from a page's tree what is not the article, by what its markup says: roles, hidden parts, names of classes.

A name is a hint, and themes use the same words for the article: "content-widget", "chunk paywall", "tag-link". So what
the names would take is judged by what it holds and by where it stands. Words inside a sentence are never taken; running
text in the midst of the article's is taken only where it speaks as such furniture does; and what is taken is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.beside_links import remove_beside_links
from nashra.ingest.page.furniture_names import (
    ADVERTISEMENT,
    CARD,
    COMMENTS,
    NAVIGATION,
    OF_LINKS,
    SHARE,
    SIDEBAR,
    SUBSCRIBE,
    WORDY,
    is_data,
    kind_by_markup,
    kind_of,
    speaks_as,
)
from nashra.ingest.page.hidden import is_hidden, repeats
from nashra.ingest.page.in_line import holds_block, is_in_line
from nashra.ingest.page.leaf import Leaf, Leaves, places_of
from nashra.ingest.page.page_tree import HEADINGS, text_of
from nashra.ingest.page.prose import SENTENCE_END, densest, is_heading_of_text, is_prose
from nashra.ingest.page.ticker import hours
from nashra.ingest.words import boilerplate
from nashra.ingest.words.clean import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Parts of the page with at least this share of the text of its paragraphs are not furniture.
_MAX_SHARE = 0.3
_CANDIDATES = ("div section aside ul ol p span header figure table li form footer nav menu dialog a h2 h3 h4 "
    "h5 h6 details "
               "blockquote dl i button time small").split()  # fmt: skip
_INLINE = frozenset({"span", "a", "i", "time", "small", "button"})
# A paragraph of these with so many characters keeps its words, whatever its class.
_LONG = 120
# Shares of running text in what is spared: in the midst of the article, and at its end or under a name of wordy kinds.
_PURE, _VERY_PURE = 0.6, 0.9
# With so much of the article's running text under names of furniture, the names of this page say nothing.
_UNRELIABLE = 0.3
_LEAST = 0.05  # how much of comments counts
_TOLD = 3  # words from which on a part that is removed is told of


@dataclass(slots=True)
class _Page:
    """The blocks of the page, and what is known of them. named: block -> its ancestors with names of furniture."""

    blocks: list[Leaf] = field(default_factory=list)
    prose: set[int] = field(default_factory=set)
    named: list[list[HtmlElement]] = field(default_factory=list)
    places: dict[HtmlElement, tuple[int, int]] = field(default_factory=dict)  # first and last block inside
    core: HtmlElement | None = None
    inside: tuple[int, int] = (0, -1)
    start: int = 0  # the first block behind the headline above the core, or of the core
    last: int = -1  # block of the article's last running text under no name
    end: int = -1  # the same, of running text under no name or under one of no wordy kind
    reliable: bool = True
    spared: set[HtmlElement] = field(default_factory=set)


def remove_furniture(root: HtmlElement, page_leaves: Leaves) -> list[Dropped]:
    """Remove the page's furniture from `root`, a settled tree without scripts, through its leaves. The result tells
    of those parts that held words and stood in the article or beside it."""
    remove = page_leaves.remove
    weights = _weights(root)
    total = max(1, weights.get(root, 0))
    headings = set(root.iter("h1"))

    def is_heavy(element: HtmlElement, holds: Collection[HtmlElement] = headings) -> bool:
        share = 0.5 if element.tag in ("footer", "nav") else _MAX_SHARE
        heavy = weights.get(element, 0)
        return (heavy > share * total and heavy > 200) or any(each in holds for each in element.iter("h1"))

    for element in [each for each in root.iter("div", "span", "p", "section") if is_data(each)]:
        remove(element)
    hidden = [element for element in _walk(root) if is_hidden(element)]
    shown = headings.difference(*(each.iter("h1") for each in hidden))
    for element in hidden:
        if not is_heavy(element, () if shown else headings) or repeats(element, hidden, root):
            remove(element)
    gone = [(1, text, CARD) for text in remove_beside_links(root, remove)]
    page = _read(page_leaves.read())
    ticking = hours(root)
    for element in _walk(root):
        kind = "" if element.tag == "body" or element in ticking else kind_by_markup(element)
        if not kind:
            continue
        first, last = page.places.get(element, (0, -1))
        if (is_heavy(element) and not _is_headed_comments(page, kind, first)) or _is_spared(element, kind, page):
            continue
        if last >= first and _is_beside(page, element, first, last):
            gone.append((first + 1, clean(text_of(element)), kind))
        remove(element)
    return [
        Dropped(number, text, kind)
        for number, text, kind in gone
        if len(text.split()) >= _TOLD or SENTENCE_END.search(text) is not None
    ]


def _walk(root: HtmlElement) -> Iterator[HtmlElement]:
    """The candidates below `root` in the order of the page, without what lies in one that was removed meanwhile."""
    stack = [root]
    wanted = frozenset(_CANDIDATES)
    while stack:
        element = stack.pop()
        if element.tag in wanted and element is not root:
            yield element
            if element.getparent() is None:
                continue
        stack.extend(reversed(element))


def _read(blocks: list[Leaf]) -> _Page:
    page = _Page(blocks=blocks, places=places_of(blocks))
    names: dict[HtmlElement, list[HtmlElement]] = {}

    def named(element: HtmlElement) -> list[HtmlElement]:
        if element not in names:
            parent = element.getparent()
            above = named(parent) if parent is not None else []
            names[element] = [*above, element] if element.tag in _CANDIDATES and kind_by_markup(element) else above
        return names[element]

    for at, block in enumerate(blocks):
        page.named.append(named(block.element))
        if is_prose(block):
            page.prose.add(at)
    page.core = _core(page)
    if page.core is not None:
        around = {page.core, *page.core.iterancestors()}
        page.named = [[each for each in above if each not in around] for above in page.named]
        page.inside = page.places[page.core]
        first, end = page.inside
        page.start = next((at + 1 for at in range(first - 1, -1, -1) if page.blocks[at].element.tag == "h1"), first)
        inside = [at for at in page.prose if first <= at <= end]
        bare = [at for at in inside if not page.named[at]]
        page.last = max(bare, default=-1)
        mild = [at for at in inside if not {kind_by_markup(each) for each in page.named[at]} & WORDY]
        page.end = max(mild, default=-1)
        before = [at for at in inside if at <= page.end or not bare]
        under = sum(len(page.blocks[at].letters) for at in before if page.named[at])
        holders = {page.named[at][0] for at in before if page.named[at]}
        page.reliable = len(holders) < 2 or under < _UNRELIABLE * sum(len(page.blocks[at].letters) for at in before)
    return page


def _core(page: _Page) -> HtmlElement | None:
    """The element around which running text is densest; what has a name of furniture counts less."""

    def trust(at: int) -> float:
        kinds = {kind_by_markup(each) for each in page.named[at]}
        return 1.0 if not kinds else _LEAST if COMMENTS in kinds else 0.3 if kinds & WORDY else 0.7

    found = densest((page.blocks[at], trust(at)) for at in sorted(page.prose))
    return None if found is not None and _is_said_of_the_text(found, page) else found


def _is_said_of_the_text(core: HtmlElement, page: _Page) -> bool:
    """Whether the only running text are comments, below a text that has more words than they: one of lists, say."""
    if not any(kind_by_markup(each) == COMMENTS for each in (core, *core.iterancestors()) if each.tag != "body"):
        return False
    first, last = page.places[core]
    said = sum(len(block.letters) for block in page.blocks[first : last + 1])
    return sum(len(block.letters) for block in page.blocks[:first] if not block.linked) > said


def _is_spared(element: HtmlElement, kind: str, page: _Page) -> bool:
    """Whether `element`, which has the name of a `kind` of furniture, is part of the article all the same."""
    if element.tag in _INLINE and not holds_block(element):
        return is_in_line(element, kind)
    if element.tag in ("p", "blockquote", "figure", "span", "table", "li") and _is_long(element):
        return True
    if element not in page.places or page.core is None:
        return False
    first, last = page.places[element]
    if kind == "<aside>" and _is_box(element, first, last, page):
        page.spared.add(element)
        return True
    if kind.startswith("<"):
        return False
    if kind != COMMENTS and page.inside[0] <= first and last <= page.inside[1] and _is_quotation(page, first, last):
        return True
    if element.tag in HEADINGS:
        return _is_crosshead(page, first, kind)
    if _is_twin(element, page) and _purity(page, first, last) >= _PURE:
        page.spared.add(element)
        return True
    inside = page.start <= first and last <= page.inside[1]
    if not inside and first <= page.inside[0] and page.inside[1] <= last:
        return True  # around the article itself
    if not inside and not _leads(element, first, last, page):
        return False
    if _is_short_line(element, kind, page):
        page.spared.add(element)
        return True
    bare = next(element.iter("a", "button", "form"), None) is None
    if kind in OF_LINKS and bare and not _speaks(page, kind, first, last):
        return any(at in page.prose for at in range(first, last + 1))
    share = _purity(page, first, last)
    wordy = kind in WORDY
    ends = last > (page.end if wordy and kind != COMMENTS else page.last)
    if share < (_VERY_PURE if wordy or ends else _PURE) or next(element.iter("form", "button"), None) is not None:
        return False
    if _speaks(page, kind, first, last):
        return False
    within = any(each in page.spared for each in element.iterancestors())
    if not within and ends and page.reliable and not _is_beside_text(element, page):
        return False
    if ends and wordy and last - first > 1 and not _is_plain_text(element, kind, page):
        return False
    page.spared.add(element)
    return True


def _is_box(element: HtmlElement, first: int, last: int, page: _Page) -> bool:
    """Whether an <aside> is a box of the article: running text between its paragraphs, with nothing to follow, see or
    press, that speaks as no furniture does."""
    # a theme may call all of its asides so, those of the text too
    named = kind_of(element) not in ("", SIDEBAR)
    if named or any(True for _ in element.iter("a", "button", "form", "iframe", "img", "input")):
        return False
    between = page.inside[0] < first and last < page.last and _purity(page, first, last) >= _VERY_PURE
    return between and not any(_speaks(page, kind, first, last) for kind in WORDY)


def _is_plain_text(element: HtmlElement, kind: str, page: _Page) -> bool:
    """Whether `element` is what furniture of its `kind` is not: a list of which every item is running text and none
    begins with a link; an advertisement, an invitation or buttons without anything to follow, see or press."""
    first, last = page.places[element]
    if kind in (ADVERTISEMENT, SHARE, SUBSCRIBE):
        offers = next(element.iter("button", "form", "iframe", "img"), None) is not None
        if not offers and not any(_leads_on(page.blocks[at]) for at in range(first, last + 1)):
            return True
    elif kind == COMMENTS:
        # comments have one place on a page, and it is not inside the text
        return any(COMMENTS in map(kind_by_markup, page.named[at]) for at in page.prose if at > last)
    return element.tag in ("ul", "ol", "dl") and all(
        at in page.prose and not _begins_with_link(page.blocks[at].element)
        for at in range(first, last + 1)
        if page.blocks[at].element.tag != "dt"
    )


def _leads_on(block: Leaf) -> bool:
    """Whether a block has a link at either end: one that is to be followed, and no word of a sentence."""
    texts = [text_of(link) for link in block.element.iter("a")]
    return any(block.text.startswith(text) or block.text.rstrip(" .!").endswith(text) for text in texts)


def _begins_with_link(element: HtmlElement) -> bool:
    link = next(element.iter("a"), None)
    return link is not None and text_of(element).startswith(text_of(link))


def _is_short_line(element: HtmlElement, kind: str, page: _Page) -> bool:
    """Whether `element` is a paragraph of a few words in the midst of the article: "Yes, but at what price?"."""
    first, _ = page.places[element]
    block = page.blocks[first]
    if block.element is not element or block.linked or not page.start <= first <= page.inside[1]:
        return False
    if SENTENCE_END.search(block.text) is None or boilerplate.match(block.text) or speaks_as(kind, block.text):
        return False
    if element.tag == "p" and first in page.prose and kind in (SIDEBAR, NAVIGATION):
        return True  # no paragraph is a sidebar
    near = [at for at in (first - 1, first + 1) if at in page.prose]
    return len(near) > 1 and all(page.blocks[at].element.getparent() is element.getparent() for at in near)


def _speaks(page: _Page, kind: str, first: int, last: int) -> bool:
    """Whether a block from `first` to `last` speaks as furniture of `kind`."""
    texts = [page.blocks[at].text for at in range(first, last + 1)]
    return any(speaks_as(kind, text) for text in texts)


def _is_headed_comments(page: _Page, kind: str, first: int) -> bool:
    """Whether a part that is named after comments begins by saying so, below running text under no name: readers may
    write more than the article has."""
    if kind != COMMENTS or not 0 <= page.last < first:
        return False
    rule = boilerplate.match(page.blocks[first].text)
    return speaks_as(kind, page.blocks[first].text) or (rule is not None and rule.action == "rest")


def _is_quotation(page: _Page, first: int, last: int) -> bool:
    """Whether the blocks from `first` to `last` are a quotation and hardly anything else: a post that the article
    shows stands in a wrapper named "social" in many themes."""
    quoted = sum(
        len(page.blocks[at].letters)
        for at in range(first, last + 1)
        if any(each.tag == "blockquote" for each in (page.blocks[at].element, *page.blocks[at].element.iterancestors()))
    )
    return quoted >= _VERY_PURE * max(1, sum(len(page.blocks[at].letters) for at in range(first, last + 1)))


def _purity(page: _Page, first: int, last: int) -> float:
    """The share of running text, with its crossheads, in the blocks from `first` to `last`."""
    total = sum(len(page.blocks[at].letters) for at in range(first, last + 1))
    return sum(
        len(page.blocks[at].letters)
        for at in range(first, last + 1)
        if at in page.prose or (at < last and at + 1 in page.prose and is_heading_of_text(page.blocks[at]))
    ) / max(1, total)


def _is_twin(element: HtmlElement, page: _Page) -> bool:
    """Whether `element` stands beside a wrapper of the article's text that bears just the same names."""
    names, around = element.get("class"), [page.core, *page.core.iterancestors()] if page.core is not None else []
    return bool(names) and any(
        each is not element and each.get("class") == names and each.getparent() is element.getparent()
        for each in around
    )


def _leads(element: HtmlElement, first: int, last: int, page: _Page) -> bool:
    """Whether `element` stands between the headline and the article's text, directly above it."""
    above = set(page.core.iterancestors()) if page.core is not None else set()
    titles = [at for at in range(page.inside[0]) if page.blocks[at].element.tag == "h1"]
    between = last < page.inside[0] and bool(titles) and titles[-1] < first
    while (parent := element.getparent()) is not None and page.places.get(parent) == (first, last):
        element = parent  # a wrapper of nothing else
    return between and element.getparent() in above and first - titles[-1] <= _LEAD_BLOCKS


_LEAD_BLOCKS = 6


def _is_beside_text(element: HtmlElement, page: _Page) -> bool:
    """Whether running text without a name has the same parent as `element`, or the same parent's parent."""
    while (parent := element.getparent()) is not None and page.places.get(parent) == page.places.get(element):
        element = parent  # a wrapper of nothing else
    near = list(element.iterancestors())[:2]
    near += [each for holder in near for each in holder]
    holder = element.getparent()
    if holder is not None and element.tag in ("section", "div", "p"):
        # sections of one article, each with wrappers of its own
        near += [inner for each in holder if each.tag == element.tag for inner in each.iter()]
    return any(
        block.element.getparent() in near
        for at, block in enumerate(page.blocks)
        if at in page.prose and not page.named[at]
    )


def _is_crosshead(page: _Page, at: int, kind: str) -> bool:
    """Whether a heading stands in the article over its running text, and says nothing of furniture."""
    text = page.blocks[at].text
    if boilerplate.match(text) is not None or speaks_as(kind, text) or not page.inside[0] <= at < page.last:
        return False
    return at + 1 in page.prose and page.blocks[at + 1].element.getparent() is page.blocks[at].element.getparent()


def _is_long(element: HtmlElement) -> bool:
    text = text_of(element)
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text) > _LONG and linked < 0.4 * len(text)


def _is_beside(page: _Page, element: HtmlElement, first: int, last: int) -> bool:
    """Whether a part that is removed stands in the article, or holds running text: then it is told of."""
    inside = page.inside[0] <= first and last <= page.inside[1]
    return inside or any(at in page.prose for at in range(first, last + 1))


def _weights(root: HtmlElement) -> dict[HtmlElement, int]:
    """Element -> characters of running text below it: paragraphs and text of blocks with few links."""
    weights: dict[HtmlElement, int] = {}
    for element in root.iter("p", "div", "td", "section", "article", "blockquote", "li", "span"):
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag == "p":
            own += sum(len(text_of(child)) for child in element if child.tag not in ("a", "span"))
        if own < 25:
            continue
        node = element
        while node is not None:
            weights[node] = weights.get(node, 0) + own
            node = node.getparent()
    return weights
