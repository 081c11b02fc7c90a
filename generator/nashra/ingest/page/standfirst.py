"""The standfirst that a page shows between its headline and its text, whatever its markup calls it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import fixed_dates
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.page.furniture_names import is_apart
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS
from nashra.ingest.page.prose import SENTENCE_END
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Blocks below the headline that are looked at, and how long those are that may stand between: a name, a day, a label.
_BLOCKS, _BETWEEN = 6, 60
_LEAST, _MOST = 30, 900  # characters of a standfirst
_DATED = 160  # of a line that names a day because it is about the article
# Class names of what stands under a picture or a film.
_OF_PICTURES = re.compile(r"caption|image|photo|media|video|legend|credit|figure", re.IGNORECASE)
_LINKED = 0.2
_WORDS = 4


def find_standfirst(blocks: Iterable[Leaf], titles: Collection[str], description: str) -> tuple[str, ...]:
    """The sentences directly below the headline, with nothing between but short lines such as a name and a day; empty
    where there are none.

    blocks: the leaves of the page. titles: folded keys of the article's title. description: what the page's head says
    of it; a line that says just this is a standfirst though it be no sentence.
    """
    described = key(description)
    found: list[str] = []
    count, parent, headline = 0, None, None
    pictured = False
    for block in blocks:
        element = block.element
        if headline is None and element.tag not in HEADINGS:
            continue
        if not found and element.tag in HEADINGS and key(block.text) in titles:
            headline, count, pictured = element, 0, False  # in some themes the headline is no h1
            continue
        if headline is None:
            continue
        if found and element.getparent() is not parent:
            break
        if not block.letters:
            pictured = pictured or next(element.iter("img", "iframe", "video"), None) is not None
            continue
        count += 1
        says = key(block.text) == described and len(described.split()) > _WORDS
        around = set(headline.iterancestors())
        if says or (not pictured and _reads_as_standfirst(block, found, around)):
            found.append(block.text)
            parent = element.getparent()
        elif found or count > _BLOCKS or len(block.text) > _BETWEEN:
            break
    return tuple(found) if sum(map(len, found)) <= _MOST else ()


def _reads_as_standfirst(block: Leaf, before: Collection[str], above: Collection[HtmlElement]) -> bool:
    """Whether `block` is of running text. before: what was found; above: the elements around the headline."""
    text, element = block.text, block.element
    if element.tag == "figcaption" or block.linked > _LINKED or is_apart(element, above):
        return False
    around = (element, element.getparent())
    if any(_OF_PICTURES.search(each.get("class") or "") for each in around if each is not None):
        return False
    if boilerplate.match(text) is not None or (len(text) < _LEAST and not before):
        return False
    if len(text) <= _DATED and fixed_dates(text):
        return False  # who wrote it, and when
    byline = read_byline(text) if len(text) <= 2 * _BETWEEN else None
    if byline is not None and byline.labelled:
        return False
    if element.tag in HEADINGS:
        return boilerplate.is_sentence(text) or len(text) >= _BETWEEN
    return boilerplate.is_sentence(text) or SENTENCE_END.search(text) is not None
