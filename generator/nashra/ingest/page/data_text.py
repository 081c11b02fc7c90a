"""A page that shows nothing until its script has run, and tells its text to machines: that is taken, and told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from nashra.ingest.page.leaf import Leaf, letters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FROM_DATA = "the page shows no text without its script: the text is that of its data, without links and headings"
# A page shows nothing with less of the text than this; a text has so many letters, and no marks of HTML.
_SHOWN, _LEAST = 0.2, 200
_MARKS = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)


def show_data(root: HtmlElement, blocks: Sequence[Leaf], article_body: str) -> bool:
    """Add `article_body`, the text of the page's data, to `root` where its `blocks` have hardly a word of it."""
    from lxml.html import Element

    whole = letters(article_body)
    body = next(root.iter("body"), None)
    if len(whole) < _LEAST or body is None or _MARKS.search(article_body):
        return False
    if sum(len(block.letters) for block in blocks) > _SHOWN * len(whole):
        return False
    holder = Element("article")
    for line in filter(str.strip, article_body.splitlines()):
        paragraph = Element("p")
        paragraph.text = line
        holder.append(paragraph)
    body.append(holder)
    return True
