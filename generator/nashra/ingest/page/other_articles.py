"""Pages that go on with the next article below the one that they are about: those are taken away, and told of."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import islice
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import fixed_dates
from nashra.ingest.draft import Dropped
from nashra.ingest.page.page_tree import text_of
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHOWN = 200  # characters of one that are told
_HEAD, _LINE = 12, 80  # elements at its top, and characters of a line there


def remove_other_articles(
    root: HtmlElement, headline: str, titles: Collection[str], remove: Callable[[HtmlElement], None]
) -> list[Dropped]:
    """Remove the wrappers that stand beside the one around the `headline` (a folded key), bear its tag and its names
    and have a headline of their own. titles: keys of all forms of the article's own."""
    own = next((each for each in root.iter("h1") if key(text_of(each)) == headline), None)
    if own is None:
        return []
    for wrapper in own.iterancestors():
        parent = wrapper.getparent()
        if parent is None or wrapper.tag in ("body", "td", "tr"):
            return []
        alike = [each for each in parent if each is not wrapper and _names(each) == _names(wrapper)]
        others = [each for each in alike if _is_other(each, titles)]
        if others:
            gone = [clean(text_of(each, gap=" "))[:_SHOWN] for each in others]
            for each in others:
                remove(each)
            return [Dropped(1, text, "another article of the page") for text in gone]
    return []


def _names(element: HtmlElement) -> tuple[object, str]:
    return element.tag, element.get("class") or ""


def _is_other(element: HtmlElement, titles: Collection[str]) -> bool:
    headlines = [key(text_of(each)) for each in element.iter("h1")]
    if not any(headlines) or any(each in titles for each in headlines):
        return False
    return element.tag == "article" or _is_dated(element)


def _is_dated(element: HtmlElement) -> bool:
    """Whether a day stands by itself near the top of `element`: a section with a heading of the first rank has none."""
    for each in islice(element.iterdescendants(), _HEAD):
        text = text_of(each) if len(each) < 3 else ""
        if 0 < len(text) <= _LINE and (each.tag == "time" or fixed_dates(text)):
            return True
    return False
