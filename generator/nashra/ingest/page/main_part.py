"""The part of a page that the page itself names its main one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import text_of
from nashra.ingest.page.prose import is_prose
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

OUTSIDE = "stands outside of the page's main part"


def stay_in_main(root: HtmlElement, blocks: Sequence[Leaf], titles: Collection[str]) -> list[Dropped]:
    """Where the page names its main part, and that has its headline and running text: unmark what was found outside of
    it, and mark its text where nothing of that was found. A few lines are less than the teasers around them. The result
    tells of the running text that was unmarked."""
    mains = list(root.iter("main"))
    if len(mains) != 1 or not any(key(text_of(each)) in titles for each in mains[0].iter("h1")):
        return []
    inside = set(mains[0].iter())
    own = [block for block in blocks if block.element in inside]
    if not any(is_prose(block) for block in own):
        return []
    if not any(block.kept and is_prose(block) for block in own):
        for block in own:
            block.kept = is_prose(block)
    outside = [(at, block) for at, block in enumerate(blocks) if block.kept and block.element not in inside]
    for _, block in outside:
        block.kept = False
    return [Dropped(at + 1, block.text, OUTSIDE) for at, block in outside if is_prose(block)]
