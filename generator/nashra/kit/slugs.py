"""Slugs: the last part of an address. Arabic stays Arabic; Latin loses its accents and capitals."""

from __future__ import annotations

import re
import unicodedata

from slugify import slugify

# A file name may have 255 bytes on every common file system; an Arabic letter takes two, and ".html" follows.
MAX_LENGTH = 80
_MAX_BYTES = 200

_ARABIC_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_ELISION = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_LATIN_COMBINING = re.compile("([a-zA-Z])[\u0300-\u036f]+")
# Letters that Unicode does not decompose into a base and an accent.
_LATIN_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i"}
)
_SLUG = re.compile(r"[\w](?:[\w.-]*[\w])?\Z")
# Windows refuses these as file names, whatever follows the first dot.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)


def make_slug(text: str) -> str:
    """The slug of a title: words joined by "-", at most MAX_LENGTH characters, cut between words.

    Compatibility forms are unified (NFKC), tashkeel and tatweel removed, Latin letters folded to ASCII; other scripts
    stay as they are. Empty when the text has no letter and no digit. Ask `slug_problem` before using it as a name.
    """
    text = unicodedata.normalize("NFKC", text)
    text = _ARABIC_MARKS.sub("", text)
    text = _ELISION.sub(" ", text)
    text = unicodedata.normalize("NFC", _LATIN_COMBINING.sub(r"\1", unicodedata.normalize("NFD", text)))
    text = text.lower().translate(_LATIN_LETTERS)
    slug = str(slugify(text, allow_unicode=True, max_length=MAX_LENGTH, word_boundary=True, save_order=True))
    while len(slug.encode()) > _MAX_BYTES:  # scripts with three bytes a letter
        slug = slug.rpartition("-")[0] or slug[:-1]
    return slug


def slug_problem(slug: str) -> str:
    """Why `slug` cannot be part of an address and a file name everywhere; empty when it can."""
    if not slug:
        return "is empty"
    if slug != unicodedata.normalize("NFC", slug):
        return "has letters in decomposed form (NFD), which some systems tell apart"
    if not _SLUG.match(slug):
        return "may hold letters, digits, '-', '_' and '.', and must start and end with a letter or a digit"
    if len(slug.encode()) > _MAX_BYTES:
        return f"is longer than {_MAX_BYTES} bytes"
    if _RESERVED.match(slug):
        return "is a name that Windows reserves"
    if slug.casefold() == "index":
        return "is the name of a folder's own page"
    return ""
