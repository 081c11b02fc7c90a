"""Telling running text from the other blocks of a page, and where it is densest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import find_dates
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LETTERS = 25  # of a block that may be running text
_LINKS = 0.5
_FEWEST, _FEW = 2, 12  # words of a sentence that is short
SENTENCE_END = re.compile(r"[.!?؟…。]['\"’”»)\]]*\Z")
# One long paragraph is not the article: beyond so many letters a block says no more of where it is.
_ENOUGH = 600
# The article's element: it holds so much of the running text, and what is around it not so many times as much.
_MOST = 0.5
_CLIMB = 1.4


def is_prose(block: Leaf) -> bool:
    """Whether `block` is running text: a sentence, and little of it in links."""
    text = block.text
    if len(block.letters) < _LETTERS or block.linked >= _LINKS or block.element.tag in HEADINGS:
        return False
    whole = boilerplate.is_sentence(text) or (len(words(text)) >= 3 and SENTENCE_END.search(text) is not None)
    return whole and boilerplate.match(text) is None


def is_short_sentence(block: Leaf, paragraph: Leaf) -> bool:
    """Whether `block` is a sentence of a few words, "And then nothing.", set like the `paragraph` of the article."""
    text, element, like = block.text, block.element, paragraph.element
    if block.linked or SENTENCE_END.search(text) is None or not _FEWEST <= len(words(text)) <= _FEW:
        return False
    if element.tag != like.tag or (element.tag != "p" and element.get("class") != like.get("class")):
        return False
    return boilerplate.match(text) is None and read_byline(text) is None and not find_dates(text)


def is_heading_of_text(block: Leaf) -> bool:
    """Whether `block` is a heading of the article's kind: no link, nothing that furniture says of itself."""
    return block.element.tag in HEADINGS and not block.linked and boilerplate.match(block.text) is None


def densest(blocks: Iterable[tuple[Leaf, float]]) -> HtmlElement | None:
    """The element around which the blocks of running text are densest; with each, how much it counts."""
    scores: dict[HtmlElement, float] = {}
    weights: dict[HtmlElement, float] = {}
    for block, trust in blocks:
        points = min(len(block.letters), _ENOUGH) * (1 - block.linked) * trust
        parent, share = block.element.getparent(), 1.0
        while parent is not None:
            weights[parent] = weights.get(parent, 0.0) + points
            if share > 0.1:
                scores[parent] = scores.get(parent, 0.0) + points * share
            parent, share = parent.getparent(), share / 2
    if not scores:
        return None
    best = max(scores, key=lambda element: scores[element])
    # a wrapper around each paragraph, or around each part, is not the article yet
    whole = max(weights.values())
    while (parent := best.getparent()) is not None and (
        weights[parent] >= _CLIMB * weights[best] or weights[best] < _MOST * whole
    ):
        best = parent
    return best
