"""The order of names in an index, and the letter each one stands under.

What indexes need of the Unicode collation algorithm (UTS #10): case and marks do not count. Of CLDR's tailorings only
those for Arabic and Spanish are here; other alphabets' own letters stand under the letter they are a form of.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nashra.languages.cldr import language

# Hamza sorts with its carrier, taa marbuta as haa and alef maqsura as yaa.
_ARABIC = str.maketrans("أإآٱؤئةىء", "ااااويهيا")
# The article does not count in Arabic indexes: الرباط stands under ر. Two letters must be left, or it is no article.
_ARTICLE = re.compile(r"\Aال(?=\w\w)")
# Tatweel, and marks of direction.
_IGNORED = re.compile("[\u0640\u200b-\u200f\u2066-\u2069]")
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae"})
# Spanish has ñ between n and o: a private character after the n puts it behind every other word with n.
_ENYE = "n\U000f0000"


def sort_key(text: str, lang: str) -> tuple[bool, str, str]:
    """What `text` is sorted by in an index in the language `lang`: names in another script come last."""
    folded = fold(text, lang)
    from_right = unicodedata.bidirectional(folded[0]) in ("R", "AL") if folded else False
    return from_right != (language(lang).dir == "rtl"), folded, text


def letter(text: str, lang: str) -> str:
    """The letter that `text` stands under in an index in the language `lang`; "#" for digits and signs."""
    folded = fold(text, lang)
    if folded.startswith(_ENYE):
        return "Ñ"
    return folded[0].upper() if folded and folded[0].isalpha() else "#"


# A name stands in the index of every language and page after page.
@lru_cache(maxsize=65536)
def fold(text: str, lang: str) -> str:
    """`text` as it is compared in the language `lang`: without case, marks, and an Arabic article."""
    text = _IGNORED.sub("", text).casefold().translate(_LIGATURES)
    if lang == "es":
        text = unicodedata.normalize("NFC", text).replace("ñ", _ENYE)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).translate(_ARABIC))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char)).lstrip(" \"'«“‘’(")
    return _ARTICLE.sub("", plain) if lang == "ar" else plain
