"""Pages that a table or a grid lays out: what stands in another column than the article's text is no part of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import lines_of
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CELLS = ("td", "th")
# A column of a grid (Bootstrap, Foundation), with how many of twelve parts it takes; those of the article's at least.
_GRID = re.compile(r"(?:^|\s)(?:col(?:umns?)?|small|medium|large)(?:-(?:xs|sm|md|lg|xl|xxl))?-(\d{1,2})(?=$|\s)")
_WHOLE, _WIDE = 12, 7
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
    beside |= _columns_beside(core)
    dropped = []
    for number, block in enumerate(blocks, 1):
        if block.kept and beside and not beside.isdisjoint((block.element, *block.element.iterancestors())):
            block.kept = False
            if block.text:
                dropped.append(Dropped(number, block.text, "stands in another column of the page"))
    return dropped


def _columns_beside(core: HtmlElement) -> set[HtmlElement]:
    """The narrow columns of a grid beside the wide one that holds the article's text and its headline: what stands
    beside the whole article. A box beside some of its paragraphs has no headline there."""
    for column in (core, *core.iterancestors()):
        width = _width(column)
        if width < _WIDE or width >= _WHOLE or next(column.iter("h1"), None) is None:
            continue
        row = column.getparent()
        others = [each for each in row if each is not column] if row is not None else []
        return {each for each in others if 0 < _width(each) <= _WHOLE - width and next(each.iter("h1"), None) is None}
    return set()


def _width(element: HtmlElement) -> int:
    """Of twelve parts of a row how many `element` takes in the widest window that its classes know; 0 for no column."""
    return max((int(each) for each in _GRID.findall(element.get("class") or "") if int(each) < _WHOLE), default=0)


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
