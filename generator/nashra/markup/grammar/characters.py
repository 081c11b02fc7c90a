"""Characters that are written otherwise: behind a backslash, or as an entity."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTITY = re.compile(r"&(?:([a-zA-Z][a-zA-Z0-9]{0,31})|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_EITHER = re.compile(rf"{ESCAPE.pattern}|({ENTITY.pattern})")


def plain(text: str) -> str:
    """`text` as it is meant, without backslashes and entities."""
    if "\\" not in text and "&" not in text:
        return text
    return _EITHER.sub(lambda match: match[1] or entity(match[2]) or match[2], text)


def entity(source: str) -> str | None:
    """The character that an entity stands for; None where there is no such entity."""
    match = ENTITY.match(source)
    if match is None or (match[1] and f"{match[1]};" not in html5):
        return None
    return unescape(match[0]) or "\ufffd"
