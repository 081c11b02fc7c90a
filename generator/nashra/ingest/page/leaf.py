"""A block of text of a page, as the finding of the article sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import text_of
from nashra.ingest.words.clean import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(slots=True)
class Leaf:
    """A block of text of the page. letters: its letters and digits alone, for comparison. linked: share in links."""

    element: HtmlElement
    text: str
    letters: str
    linked: float
    kept: bool = False


def leaf_of(element: HtmlElement) -> Leaf:
    """The leaf of a block that holds no other block."""
    text = clean(text_of(element))
    own = letters(text)
    linked = sum(len(letters(text_of(link))) for link in element.iter("a"))
    if linked == 0 and next(element.iterancestors("a"), None) is not None:
        linked = len(own)
    return Leaf(element, text, own, min(1.0, linked / len(own)) if own else 0.0)


def letters(text: str) -> str:
    """The letters and digits of `text` alone, case folded: the same for the same words however they are set."""
    return "".join(filter(str.isalnum, text.casefold()))
