"""Pieces of text that know their language, so that a page can say it (`lang`) and isolate them (`dir`, `bdi`).

Why isolate: without it the Unicode bidirectional algorithm lets a name in one direction drag the punctuation and the
numbers beside it to the wrong side (UAX #9; W3C, "Inline markup and bidirectional text in HTML").
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from markupsafe import Markup, escape

from nashra.languages.cldr import Language, language
from nashra.render.ground.direction import isolate_words, plain, runs_against
from nashra.render.ground.filling import escaped
from nashra.render.ground.ties import NO_BREAK, may_tie, tied


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text on a page. In a template `{{ phrase }}` isolates it where needed; `.text` is the bare text.

    lang: None when it is in the page's language, "" when nobody knows its language. dir: empty lets the browser find
    out from the first letter. html: the text with what keeps its own order set apart and what no line may part tied;
    None where there is neither.
    """

    text: str
    lang: str | None = None
    dir: str = ""
    html: Markup | None = None

    def __str__(self) -> str:
        return self.text

    def __html__(self) -> Markup:
        # not a bare text, which `Markup.format` would escape once more
        if self.lang is None:
            return Markup(escaped(self.text)) if self.html is None else self.html  # noqa: S704 - escaped
        dir = f' dir="{self.dir}"' if self.dir else ""
        return Markup(f'<bdi lang="{self.lang}"{dir}>{self.inner}</bdi>')  # noqa: S704 - escaped

    @property
    def inner(self) -> Markup:
        """The text for an element that has `attributes`."""
        return escape(self.text) if self.html is None else self.html

    @property
    def plain(self) -> str:
        """The text for a place that takes no markup, such as an attribute: Unicode's isolates set its pieces apart."""
        return self.text if self.html is None and self.lang is None else self._plain(self.__html__())

    @property
    def plain_inner(self) -> str:
        """The same for an element that has `attributes`."""
        return self.text if self.html is None else self._plain(self.html)

    def _plain(self, html: str) -> str:
        text = plain(html)
        return text if NO_BREAK in self.text else text.replace(NO_BREAK, " ")

    @property
    def attributes(self) -> Markup:
        """` lang="ar" dir="rtl"` for an element that holds only this text; empty in the page's language."""
        if self.lang is None:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(self.lang, self.dir or "auto")


def phrase(text: str, lang: str, page: Language) -> Phrase:
    """`text`, which is in the language `lang` ("" when unknown), on a page in the language `page`.

    A title such as "COP22 (Marrakech)" of an Arabic article is in no language that runs from right to left, whatever
    the article says.
    """
    own = page if lang == page.code else language(lang) if lang else None
    if own is None:
        return Phrase(text, lang, "", _html(text, first_direction(text) or page.dir, lang))
    if runs_against(text, own.dir):
        other = "ltr" if own.dir == "rtl" else "rtl"
        return Phrase(text, "", other, _html(text, other, ""))
    html = _html(text, own.dir, lang)
    return Phrase(text, None, "", html) if own is page else Phrase(text, lang, own.dir, html)


def _html(text: str, dir: str, lang: str) -> Markup | None:
    html = isolate_words(text, dir)
    if not may_tie(text):
        return html
    whole = escape(text) if html is None else html
    kept = tied(whole, lang)
    return html if kept == whole else Markup(kept)  # noqa: S704 - escaped


def name(text: str, lang: str, page: Language) -> Phrase:
    """A name given beside an article in the language `lang`, on a page in the language `page`.

    Names go from one language to another unchanged, so only their letters tell: those that run as the page does are at
    home there; those that run as the article does are taken for its language.
    """
    direction = first_direction(text)
    if direction in ("", page.dir):
        return Phrase(text, html=isolate_words(text, page.dir))
    return phrase(text, lang if language(lang).dir == direction else "", page)


def first_direction(text: str) -> str:
    """The direction of the first letter that has one: "rtl", "ltr", or "" where none has (UAX #9, rules P2 and P3)."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in ("R", "AL"):
            return "rtl"
    return ""


def clip(text: str, length: int) -> str:
    """`text` cut between words to at most `length` characters, with "…" where something was cut."""
    if len(text) <= length:
        return text
    cut = text[: length + 1].rpartition(" ")[0] or text[:length]
    return cut.rstrip(" .,;:،؛-–—\u00a0\u202f") + "…"
