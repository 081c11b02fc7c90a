"""Pull quotes: words of the article that a theme shows once more, large, between its paragraphs.

A quotation that no name calls so is the author's, who may repeat himself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from nashra.ingest.page.leaf import Leaf

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = re.compile(r"pull-?quote|pull_quote|pulled|exergue|highlight|callout|key-?quote", re.IGNORECASE)
_LEAST, _FEWEST_WORDS = 12, 3  # letters and words of what counts as repeated
_SIGNED = 8  # words of who is quoted, below
_MOST, _ON_A_PAGE = 4, 20  # blocks of one, and how many are looked at


def drop_pull_quotes(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the kept quotations that only repeat what a paragraph of the article says."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.letters]
    for inside in islice(_quotations(blocks, kept), _ON_A_PAGE):
        texts = [blocks[at] for at in inside]
        outside = [blocks[at].letters for at in kept if at not in inside and blocks[at].kept]
        repeated = [_is_repeated(each, outside) for each in texts]
        signed = [not said and len(each.text.split()) <= _SIGNED for said, each in zip(repeated, texts, strict=True)]
        if repeated[0] and all(said or short for said, short in zip(repeated, signed, strict=True)):
            for at in inside:
                drop(at, "a pull quote, which repeats the text")


def _quotations(blocks: Sequence[Leaf], kept: Sequence[int]) -> Iterator[list[int]]:
    """The blocks of each quotation."""
    found: dict[HtmlElement, list[int]] = {}
    for at in kept:
        element = blocks[at].element
        around = [each for each in (element, *element.iterancestors()) if _is_holder(each)]
        if around:
            found.setdefault(around[-1], []).append(at)
    for holder, inside in found.items():
        if len(inside) <= _MOST and next(holder.iter("img", "a"), None) is None:
            yield inside


def _is_holder(element: HtmlElement) -> bool:
    if element.tag in ("body", "html", "article", "main", "section"):
        return False
    return element.tag == "aside" or _NAMES.search(element.get("class") or "") is not None


def _is_repeated(block: Leaf, others: Sequence[str]) -> bool:
    if len(block.letters) < _LEAST or len(block.text.split()) < _FEWEST_WORDS:
        return False
    return any(block.letters in other for other in others)
