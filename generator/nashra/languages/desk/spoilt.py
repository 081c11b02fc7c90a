"""Letters that were spoilt on the way, when a file was read in the wrong encoding."""

from __future__ import annotations

import re

_MISSING = "\ufffd"
# UTF-8 that was read as Windows-1252: Arabic and French letters, dashes and quotes.
_GARBLED = re.compile(
    "[\u00d8\u00d9][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\u00c3[\u0080-\u00bf]|\u00e2\u20ac[\u0080-\u00bf\u0153\u02dc\u2018-\u203a\u2122]"
)
_GARBLED_WORD = re.compile("(?<=[a-z])\u00c3[\u00a2\u00a7-\u00aa\u00ae\u00b4\u00b9]|(?<=[a-z] )\u00c3(?=[ \u00a0])")
# Arabic of Windows that was read as Latin; letters of a word that became question marks; Arabic turned around.
_OTHER_CODE = re.compile("[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]{4,}")
_ASKED = re.compile(r"(?<![\w/.?&=%-])[^\W\d_]*\?[a-zà-ÿ]+(?:\?[a-zà-ÿ]*)*(?![\w=&/?%])")
_TURNED = re.compile("(?<![\u0621-\u064a\u064b-\u0652])\u0629[\u0621-\u064a]{2}")
# An alif and others that are no words, alone: a program set the letters of words apart.
_ALONE = re.compile("(?<![\\w.])[\u0627\u062a\u062d\u0631\u0633\u0644\u0646\u064a](?![\\w.])")
_FEWEST_ALONE = 3
# Of these one may be a slip of the keyboard.
_FEWEST = 2


def first_spoilt(text: str) -> int | None:
    """Where the first letter stands that was spoilt by a wrong encoding, None where there is none."""
    if (at := text.find(_MISSING)) >= 0:
        return at
    found = list(_GARBLED.finditer(text))
    if len(found) == 1:  # in capitals, Ã may stand before a quotation mark
        found = list(_GARBLED_WORD.finditer(text))
    for pattern in (_OTHER_CODE, _ASKED, _TURNED):
        if not found and len(each := list(pattern.finditer(text))) >= _FEWEST:
            found = each
    return found[0].start() if found else None


def are_apart(text: str) -> bool:
    """Whether the letters of Arabic words stand apart in `text`."""
    return len(_ALONE.findall(text)) >= _FEWEST_ALONE
