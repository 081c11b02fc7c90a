"""Whether an inline element stands among the words of a line: what its class says of it then, it says of a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import UNSEEN, kind_by_markup
from nashra.ingest.page.page_tree import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def holds_block(element: HtmlElement) -> bool:
    """Whether `element` has a block in it."""
    return any(True for _ in element.iterdescendants(*BLOCKS))


def is_in_line(element: HtmlElement, kind: str) -> bool:
    """Whether the inline `element` stands among words of a line: what a class says of it then, it says of a word."""
    if element.tag == "button" or not "".join(element.itertext()).strip():
        return False
    if kind == UNSEEN and next(element.iterancestors("a", "button"), None) is not None:
        return _has_words(_before(element)) and _has_words(_after(element))  # "(opens in a new window)"
    node = element
    while True:
        for side in (_before(node), _after(node)):
            if _has_words(side):
                return True
        parent = node.getparent()
        if parent is None or parent.tag in BLOCKS:
            return False
        node = parent


def _before(node: HtmlElement) -> Iterator[HtmlElement | str]:
    """What stands in the line before `node`, nearest first."""
    each = node.getprevious()
    while each is not None:
        yield each.tail or ""
        if each.tag in BLOCKS or each.tag == "br":
            return
        yield each
        each = each.getprevious()
    parent = node.getparent()
    yield parent.text or "" if parent is not None else ""


def _after(node: HtmlElement) -> Iterator[HtmlElement | str]:
    yield node.tail or ""
    each = node.getnext()
    while each is not None and each.tag not in BLOCKS and each.tag != "br":
        yield each
        yield each.tail or ""
        each = each.getnext()


def _has_words(side: Iterator[HtmlElement | str]) -> bool:
    """Whether there are words in `side` other than in elements that are named as furniture themselves."""
    for each in side:
        if not isinstance(each, str):
            if (
                not isinstance(each.tag, str)
                or kind_by_markup(each)
                or any(kind_by_markup(inner) for inner in each.iterdescendants())
            ):
                continue
            each = "".join(each.itertext())
        if any(map(str.isalnum, each)):
            return True
    return False
