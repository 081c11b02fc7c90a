"""Boxes that ask a reader for an e-mail address or for a vote: whatever they are called, what they say is no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import SUBSCRIBE, speaks_as
from nashra.ingest.page.page_tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Fields that ask for one.
_FIELDS = ".//input[@type='email' or contains(translate(concat(@name, @id, @placeholder), 'MAIL', 'mail'), 'mail')]"
# A box has no more words, and no more of the page.
_WORDS, _SHARE = 70, 0.3
_MOST_FIELDS, _PARAGRAPH = 20, 25  # fields that are looked at; words of a paragraph that must speak of such things
_WHOLE = frozenset({"html", "body", "main", "article"})
_NAME = "newsletter"


def name_invitations(root: HtmlElement) -> None:
    """Give the boxes around fields for an e-mail address, or for a vote, in `root`, a page with its forms, the name by
    which furniture is known. A box ends where the headline, a day or too many words would be in it."""
    choices = root.xpath(".//input[@type='radio']")
    poll = choices if len({each.get("name") for each in choices}) == 1 else []  # several are the questions of a quiz
    fields = [*root.xpath(_FIELDS)[:_MOST_FIELDS], *poll[:1]]
    most = min(_WORDS, _SHARE * len(text_of(root).split())) if fields else 0
    for field in fields:
        box = None
        for holder in field.iterancestors():
            if holder.tag in _WHOLE or len(text_of(holder, gap=" ").split()) > most:
                break
            if next(holder.iter("h1", "time"), None) is not None or _holds_text(holder):
                break
            box = holder
        if box is not None:
            box.set("class", _NAME)
            if box.tag == "form":
                box.tag = "div"


def _holds_text(holder: HtmlElement) -> bool:
    """Whether a paragraph in `holder` is of the article: a long one that does not speak of subscribing."""
    long = (text for each in holder.iter("p") if len((text := text_of(each, gap=" ")).split()) >= _PARAGRAPH)
    return any(not speaks_as(SUBSCRIBE, text) for text in long)
