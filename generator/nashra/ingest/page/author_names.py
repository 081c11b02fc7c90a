"""Names of authors that no label announces: beside the day, in the box about the author, at the end of the text.

What is found here is a guess, and is told as one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import fixed_dates
from nashra.ingest.heads.byline import has_role, is_person, says_role
from nashra.ingest.heads.signature import read_signature
from nashra.ingest.page.furniture_names import AUTHOR, FACTS, is_named, kind_of
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS, text_of
from nashra.ingest.page.prose import SENTENCE_END, is_prose
from nashra.ingest.words import boilerplate
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.press_words import keys

if TYPE_CHECKING:
    from lxml.html import HtmlElement

BESIDE_DATE = "a name beside the date"
IN_BOX = "the box about the author"
AT_THE_END = "the last line of the text"
_DAY = 60  # characters of a line that says when
_NAMES = ("b", "strong", "a", "span", *HEADINGS)  # what sets a name apart in a box
_BOX = 1200  # characters of what is said of an author
_CAPITALS, _ALIGNED = re.compile(r"[A-ZÀ-ÖØ-Þ]"), re.compile(r"\b(?:left|right|center|end)\b")
_SET = frozenset({"b", "strong", "i", "em"})


def signs_beside_date(element: HtmlElement, text: str) -> bool:
    """Whether somebody signs in a line beside that of the day: "هسبريس - كريم البقالي" over "17 نونبر 2026"; a bare
    name does where the theme calls both the facts about the article."""
    near = (
        next((each for each in element.itersiblings(preceding=way) if each.tag != "br"), None) for way in (True, False)
    )
    if not any(each is not None and _is_day(clean(text_of(each, gap=" "))) for each in near):
        return False
    signed = read_signature(text)
    if signed is None or not signed.author:
        return False
    parent = element.getparent()
    among_facts = parent is not None and kind_of(parent) == FACTS and _is_name(text)
    return among_facts or bool(signed.source or signed.place)


class AuthorBoxes:
    """The boxes about authors of a page, each with the names that are set apart in it."""

    def __init__(self) -> None:
        self._boxes: list[HtmlElement] = []
        self._names: list[set[str]] = []

    def read(self, element: HtmlElement) -> bool:
        """Note `element` where it is a box that says in sentences who somebody is; the result tells whether it is."""
        if element.tag in ("body", "html") or not is_named(element, AUTHOR):
            return False
        text = clean(text_of(element, gap=" ")[: _BOX + 1])
        said = [text, *(clean(text_of(each)) for each in element.iterdescendants("p"))]
        if len(text) > _BOX or not any(says_role(text) and SENTENCE_END.search(each) for each in said):
            return False
        if not any(each in self._boxes for each in element.iterancestors()):
            self._boxes.append(element)
            inner = (clean(text_of(each)).rstrip(" :،,") for each in element.iterdescendants(*_NAMES))
            self._names.append({text for text in inner if _is_name(text)})
        return True

    def authors(self) -> tuple[tuple[str, str], ...]:
        """(name, where) of whom the only box is about; nothing where there are several, or it names several."""
        if len(self._names) != 1 or len(self._names[0]) != 1:
            return ()
        return tuple((name, IN_BOX) for name in self._names[0])


def signed_at_end(blocks: Sequence[Leaf]) -> str | None:
    """The name of a person that stands alone below the text, set in bold or italics; None where there is none.

    blocks: all of the page that are no furniture, those of the text marked as kept.
    """
    last = max((at for at, block in enumerate(blocks) if block.kept and is_prose(block)), default=-1)
    below = next((block for block in blocks[last + 1 :] if block.text), None) if last >= 0 else None
    if below is None or below.linked or below.element.tag in HEADINGS or not words(below.text):
        return None
    name = below.text.strip(" –—-*.")
    inner = [each for each in (below.element, *below.element.iterdescendants()) if each.tag in _SET]
    if not any(clean(text_of(each)) == below.text for each in inner) or not _is_name(name):
        return None
    if not _CAPITALS.search(name) and not _ALIGNED.search(f"{below.element.get('align')} {below.element.get('style')}"):
        return None  # without capitals two words in bold may be anything
    return None if words(name)[0] in keys("wires", "over") else name


def _is_name(text: str) -> bool:
    """Whether `text` is a person's name and none of what stands beside an article: a section, a counter, a desk."""
    if not is_person(text) or has_role(text) or boilerplate.match(text) is not None or boilerplate.are_sections(text):
        return False
    return key(text) not in keys("authors", "nobody") | keys("authors", "desks")


def _is_day(text: str) -> bool:
    return len(text) <= _DAY and bool(fixed_dates(text))
