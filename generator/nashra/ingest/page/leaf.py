"""A block of text of a page, as the finding of the article sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import leaves, remove, text_of
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


class Leaves:
    """The leaves of a settled tree, which are read once: a leaf in which nothing was removed is not read again.

    Whoever removes an element between two readings does so by `remove`.
    """

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._known: dict[HtmlElement, Leaf] = {}
        self._touched: set[HtmlElement] = set()

    def read(self) -> list[Leaf]:
        """The leaves as they are now, in the order of the page."""
        known, touched = self._known, self._touched
        found = [
            known[element] if element in known and element not in touched else leaf_of(element)
            for element in leaves(self._root)
        ]
        self._known, self._touched = {leaf.element: leaf for leaf in found}, set()
        return found

    def remove(self, element: HtmlElement) -> None:
        """Take `element` out of the tree; the text behind it stays."""
        node = element.getparent()
        while node is not None and node not in self._touched:
            self._touched.add(node)
            node = node.getparent()
        remove(element)


def letters(text: str) -> str:
    """The letters and digits of `text` alone, case folded: the same for the same words however they are set."""
    return "".join(filter(str.isalnum, text.casefold()))


def places_of(blocks: Sequence[Leaf]) -> dict[HtmlElement, tuple[int, int]]:
    """Element -> the first and the last block in it, or the block that it is in."""
    firsts: dict[HtmlElement, int] = {}
    lasts: dict[HtmlElement, int] = {}
    numbered = [(at, block.element) for at, block in enumerate(blocks)]
    for edges, ordered in ((firsts, numbered), (lasts, numbered[::-1])):
        for at, element in ordered:
            node: HtmlElement | None = element
            while node is not None and node not in edges:  # what is above one that is known is known too
                edges[node] = at
                node = node.getparent()
    places = {element: (first, lasts[element]) for element, first in firsts.items()}
    for at, element in numbered:
        places.update(dict.fromkeys(element.iterdescendants(), (at, at)))
    return places
