"""The order of names in an index, and the letter each one stands under.

What indexes need of the Unicode collation algorithm (UTS #10): case and marks do not count. A language
whose file gives an alphabet is sorted by it; elsewhere its own letters stand under the letter they are a form of.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from nashra.languages.cldr import language
from nashra.languages.known import spec_of

# Hamza sorts with its carrier, taa marbuta as haa and alef maqsura as yaa.
_ARABIC = str.maketrans("أإآٱؤئةىء", "ااااويهيا")
# Tatweel, and marks of direction.
_IGNORED = re.compile("[\u0640\u200b-\u200f\u2066-\u2069]")
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})
# Letters of an alphabet stand as private characters in its order while they are compared.
_FIRST = 0xF0000


def sort_key(text: str, lang: str) -> tuple[bool, str, str]:
    """What `text` is sorted by in an index in the language `lang`: names in another script come last."""
    folded = fold(text, lang)
    from_right = unicodedata.bidirectional(_shown(folded[0], lang)) in ("R", "AL") if folded else False
    return from_right != (language(lang).dir == "rtl"), folded, text


def letter(text: str, lang: str) -> str:
    """The letter that `text` stands under in an index in the language `lang`; "#" for digits and signs."""
    folded = fold(text, lang)
    first = _shown(folded[0], lang) if folded else ""
    return first.upper() if first.isalpha() else "#"


def _shown(char: str, lang: str) -> str:
    """The letter that a character of a folded text stands for."""
    return spec_of(lang).alphabet[ord(char) - _FIRST] if ord(char) >= _FIRST else char


# A name stands in the index of every language and page after page.
@lru_cache(maxsize=65536)
def fold(text: str, lang: str) -> str:
    """`text` as it is compared in the language `lang`: without case, marks, and an Arabic article."""
    same, places = _tables(lang)
    text = unicodedata.normalize("NFC", _IGNORED.sub("", text).casefold().translate(_LIGATURES))
    # private characters that are in the text already are no letters of this alphabet
    text = "".join(char for char in text if ord(char) < _FIRST)
    text = "".join(char for char in text if not unicodedata.combining(char)).lstrip(" \"'«“‘’(")
    if article := spec_of(lang).article:
        # while hamza still has its seat: ألمانيا begins with no article
        text = re.sub(rf"\A{article}", "", text)
    decomposed = unicodedata.normalize("NFKD", text.translate(same).translate(places))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).translate(places)


@lru_cache(maxsize=64)
def _tables(lang: str) -> tuple[Mapping[int, str | int], Mapping[int, str]]:
    """(letters -> those that they are sorted as, letters of the alphabet -> their places as private characters)."""
    spec = spec_of(lang)
    same = {ord(char): other for char, other in spec.same_letters.items()}
    return same or _ARABIC, {ord(char): chr(_FIRST + place) for place, char in enumerate(spec.alphabet)}
