"""Pages that a table lays out: what stands in another column than the article's text is no part of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import lines_of
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CELLS = ("td", "th")
_HEADLINE = 400  # characters of a block that may begin with one


def drop_other_columns(core: HtmlElement, blocks: Sequence[Leaf], titles: Collection[str]) -> list[Dropped]:
    """Unmark the kept `blocks` in the cells beside the one that holds the article's text.

    core: the deepest element that holds most of it; no cell of a table of data does. titles: folded keys of the
    headline: where no cell holds most of the text, its own column does.
    """
    cells = _cells_around(core) or _cells_of_headline(blocks, titles)
    beside = {
        other
        for cell in cells
        if (row := cell.getparent()) is not None
        for other in row
        if other is not cell and other.tag in _CELLS
    }
    dropped = []
    for number, block in enumerate(blocks, 1):
        if block.kept and beside and not beside.isdisjoint((block.element, *block.element.iterancestors())):
            block.kept = False
            if block.text:
                dropped.append(Dropped(number, block.text, "stands in another column of the page"))
    return dropped


def _cells_around(element: HtmlElement) -> list[HtmlElement]:
    return [each for each in (element, *element.iterancestors()) if each.tag in _CELLS]


def _cells_of_headline(blocks: Sequence[Leaf], titles: Collection[str]) -> list[HtmlElement]:
    """The cells around the headline, from the innermost on that holds text besides."""
    for block in blocks:
        if len(block.text) > _HEADLINE or next(block.element.iterancestors(*_CELLS), None) is None:
            continue
        if any(key(line) in titles for line in lines_of(block.element)):
            cells = _cells_around(block.element)
            for at, cell in enumerate(cells):
                inside = set(cell.iter())
                if sum(each.kept and each.element in inside for each in blocks) > 1:
                    return cells[at:]
    return []
