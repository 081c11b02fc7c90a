"""Parts of a page that a reader does not see: what a style or an attribute hides, and copies for machines."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import HIDDEN_STYLE
from nashra.ingest.page.leaf import leaf_of, letters
from nashra.ingest.page.page_tree import leaves
from nashra.ingest.page.prose import is_prose

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAMPLE = 50  # letters by which a copy is recognised


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader does not see `element`. aria-hidden hides it from machines that read aloud alone, and themes set
    it on paragraphs that a script veils: what reads like the article is judged by that."""
    style = element.get("style") or ""
    if element.get("hidden") is not None or HIDDEN_STYLE.search(style) is not None:
        return not _is_shown_inside(element, style)
    if element.get("aria-hidden") != "true" or (element.tag == "p" and is_prose(leaf_of(element))):
        return False
    return not _is_rest_of_text(element)


def _is_shown_inside(element: HtmlElement, style: str) -> bool:
    """Whether no more than letters of no size hide `element`, and what it holds has a size of its own: so themes close
    the gaps between boxes."""
    hides = HIDDEN_STYLE.search(style)
    if hides is None or element.get("hidden") is not None or not hides[0].lower().startswith("font-size"):
        return False
    return any("font-size" in (each.get("style") or "") for each in element.iterdescendants())


def _is_rest_of_text(element: HtmlElement) -> bool:
    """Whether `element` is a wrapper of paragraphs, and nothing else, right behind a paragraph: the part of the text
    that a button unfolds."""
    before = element.getprevious()
    if before is None or before.tag != "p" or not is_prose(leaf_of(before)):
        return False
    inside = [leaf_of(each) for each in leaves(element)]
    return bool(inside) and all(is_prose(each) for each in inside if each.letters)


def repeats(element: HtmlElement, hidden: Collection[HtmlElement], root: HtmlElement) -> bool:
    """Whether the words of a hidden part are shown elsewhere: a copy of the article for machines."""
    longest = max((letters("".join(each.itertext())) for each in leaves(element)), key=len, default="")
    unseen = {inner for each in hidden for inner in each.iter()}
    # the copy may lack its marks and breaks, or be cut
    sample = longest[:_SAMPLE]
    return len(sample) == _SAMPLE and any(
        sample in each.letters for each in map(leaf_of, leaves(root)) if each.element not in unseen
    )
