"""The words that a piece of HTML shows."""

from __future__ import annotations


def words_shown(html: str) -> str:
    """Its words with one blank between them."""
    from lxml.html import fromstring

    return " ".join("".join(map(str, fromstring(html).itertext())).split())
