"""Live tickers: entries of a few lines, each under the hour at which it was written, which is part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS, text_of
from nashra.ingest.words.press_words import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 60
_FIGURE = re.compile(r"\d")
# So many hours, and no fewer, make a ticker: one may be the time of publication, two that and the last change.
_FEWEST = 3


def hours(root: HtmlElement) -> set[HtmlElement]:
    """The elements of the page that hold an hour and nothing else, where there are as many as in a ticker."""
    found = [
        element
        for element in root.iter(
            "time", "span", "div", "p", "a", "b", "strong", "small", "h2", "h3", "h4", "header", "li", "dt"
        )
        if is_hour(element)
    ]
    return set(found) if len({text_of(element) for element in found}) >= _FEWEST else set()


def is_hour(element: HtmlElement) -> bool:
    """Whether `element` holds an hour of the day and nothing else."""
    return len(element) < 4 and _has_few_figures(element) and _hour().match(text_of(element).strip()) is not None


def _has_few_figures(element: HtmlElement) -> bool:
    """Whether `element` has figures, and no more words beside them than a line about an hour."""
    length, figures = 0, False
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST:
            return False
        figures = figures or _FIGURE.search(text) is not None
    return figures


def is_hour_of_the_page(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether a block says no more than at what hour the article was published or changed."""
    return is_hour(blocks[at].element) and sum(is_hour(block.element) for block in blocks if block.kept) < _FEWEST


def keep_hours(blocks: Sequence[Leaf]) -> None:
    """Mark the hours above entries that are marked, where most hours of the text are marked already."""
    places = [at for at, block in enumerate(blocks) if block.letters and is_hour(block.element)]
    if len(places) < _FEWEST:
        return
    heads = [at for at in places if any(block.kept for block in blocks[at + 1 : at + 3])]
    if sum(blocks[at].kept for at in heads) * 2 >= len(heads):
        for at in heads:
            blocks[at].kept = True
            below = blocks[at + 1]
            # the headline of the entry
            if below.element.tag in HEADINGS and not below.linked and at + 2 < len(blocks) and blocks[at + 2].kept:
                below.kept = True


@lru_cache(maxsize=1)
def _hour() -> re.Pattern[str]:
    """An hour of the day, perhaps with a word before it and its part of the day or its zone behind."""
    return re.compile(
        rf"\W{{0,3}}(?:(?:{written('pages', 'stamped')})\W{{0,3}})?"
        rf"(?:(?:{written('dates', 'hour')})\s+)?(?:[01]?\d|2[0-3])\s?[:hH.٫]\s?[0-5]\d(?:[:.]\d\d)?"
        rf"(?:\s?(?:[ap]\.?m\.?|GMT|UTC|CET|CEST|{written('day_parts')}))?(?:\s*[·|\-–—,،].{{0,30}})?\s*\Z",
        re.IGNORECASE,
    )
