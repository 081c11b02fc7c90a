"""Captions that a theme writes without <figcaption>: they belong to their picture, and are no paragraph of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names (class) that themes and WordPress give to the words under a picture.
_NAMES = re.compile(
    r"(?:^|\s)(?:wp-caption-text|(?:(?:image|img|photo|picture|pic|figure|media|thumb(?:nail)?)[-_]*)?"
    r"(?:caption|legende?|taliq)(?:[-_]*text)?)(?:$|\s)",
    re.IGNORECASE,
)
_WRITERS = ("p", "div", "span", "small", "em")
_MOST = 600  # characters; a longer one is text


def settle_captions(root: HtmlElement) -> None:
    """Make a figure of each wrapper that holds one picture, the words named as its caption, and nothing else."""
    for element in list(root.iter(*_WRITERS)):
        parent = element.getparent()
        if (
            parent is None
            or not _NAMES.search(element.get("class") or "")
            or parent.tag not in ("div", "p", "span", "a")
        ):
            continue
        if parent.tag in ("p", "span", "a") and element.tag in ("p", "div"):
            continue
        words = text_of(element)
        if not words.strip() or len(words) > _MOST or text_of(parent).strip() != words.strip():
            continue
        pictures = [image for image in parent.iter("img") if element not in image.iterancestors()]
        if len(pictures) == 1 and next(parent.iterancestors("figure"), None) is None:
            parent.tag, element.tag = "figure", "figcaption"
