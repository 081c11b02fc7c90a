"""What themes hang on a link for machines that read aloud, or show when the mouse is over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import WINDOW, speaks_as
from nashra.ingest.page.page_tree import text_of
from nashra.ingest.words.clean import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE = ("span", "small", "i", "em", "sup", "abbr")
_LONGEST = 60
# A card has no fewer letters of the link that it repeats.
_LEAST = 4


def remove_beside_links(root: HtmlElement, remove: Callable[[HtmlElement], None]) -> list[str]:
    """Remove what a link says of the window that it opens, and the cards about what it names. The result is the text of
    these cards."""
    for link in root.iter("a"):
        for inner in [each for each in link.iter(*_INLINE) if len(each.text_content()) <= _LONGEST]:
            if inner.getparent() is not None and speaks_as(WINDOW, inner.text_content()):
                remove(inner)
    cards = [card for link in root.iter("a") if (card := _card_behind(link)) is not None]
    told = [clean(text_of(card, gap=" ")) for card in cards]
    for card in cards:
        remove(card)
    return told


def _card_behind(link: HtmlElement) -> HtmlElement | None:
    """The element right behind `link` that begins with a link of the same words or to the same page, and has a picture
    or other links."""
    card = link.getnext()
    if card is None or card.tag not in ("span", "div", "aside") or (link.tail or "").strip():
        return None
    words, links = text_of(link), list(card.iter("a"))
    first = next((each for each in links if text_of(each)), None)
    more = len(links) > 1 or next(card.iter("img"), None) is not None
    if first is None or not more or len(words) < _LEAST or not text_of(card).startswith(text_of(first)):
        return None
    return card if text_of(first) == words or first.get("href") == link.get("href") else None
