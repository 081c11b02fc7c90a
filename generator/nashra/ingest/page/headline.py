"""A headline that holds more than the title: the word above it or the line below it, in an element of its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import remove, text_of
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PARTS = ("small", "span", "em", "i", "div", "p")


def part_headlines(root: HtmlElement, titles: Collection[str]) -> None:
    """Put beside each <h1> of `root` the first or the last element in it, where the rest is a title of the head.

    titles: folded keys of those.
    """
    for headline in list(root.iter("h1")):
        if not len(headline) or headline.getparent() is None or key(text_of(headline, gap=" ")) in titles:
            continue
        first, last = headline[0], headline[-1]
        if first.tag in _PARTS and not (headline.text or "").strip() and _rest(headline, first) in titles:
            _take_out(headline, first, above=True)
        elif last.tag in _PARTS and not (last.tail or "").strip() and _rest(headline, last) in titles:
            _take_out(headline, last, above=False)


def _rest(headline: HtmlElement, part: HtmlElement) -> str:
    """What a headline says without one of its parts, folded."""
    texts = [headline.text or ""]
    for each in headline:
        texts += ["" if each is part else text_of(each, gap=" "), each.tail or ""]
    return key(" ".join(texts))


def _take_out(headline: HtmlElement, part: HtmlElement, *, above: bool) -> None:
    remove(part)  # what stands behind it stays in the headline
    part.tag, part.tail = "p", None
    if above:
        headline.addprevious(part)
    else:
        tail, headline.tail = headline.tail, None
        headline.addnext(part)
        part.tail = tail
