"""What makes two spellings one word, as data: the one table that `words.py` and `assets/search.js` both follow.

Patterns are regular expressions that Python and JavaScript read alike, but for `@`, any letter or digit, which each
writes in its own way. No rule asks which language a text is in, the letters of a word tell: articles quote other
languages, and readers type names in theirs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import combining, normalize

from nashra.languages.known import SPECS
from nashra.languages.spec import SearchWords

# Signs typed for an apostrophe: ', left and right quotes, the modifier letter, the grave and the acute accent.
_APOSTROPHES = "['‘’ʼ`´]"

# What may stand inside a word besides letters and digits. Combining marks (Latin, Hebrew, Arabic,
# the scripts of India and South-East Asia) and what shows nothing: soft hyphen, joiners, marks of direction.
_INSIDE = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094f\u0962-\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b3c-\u0b57\u0bbe-\u0bd7\u0c3e-\u0c56"
    "\u0cbc-\u0cd6\u0d3e-\u0d57\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u1036-\u103e\u17b4-\u17d3"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
)
# Those of them that tell words apart: the vowel signs of India and South-East Asia.
_KEPT = (
    "\u0900-\u0903\u093a-\u094f\u0962-\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a4d\u0b3c-\u0b57\u0bbe-\u0bd7\u0c3e-\u0c56"
    "\u0cbc-\u0cd6\u0d3e-\u0d57\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u1036-\u103e\u17b4-\u17d3"
)
# Letters to Unicode that no word needs: tatweel, and the spacing modifiers of transcriptions (Qurʾān).
_DROPPED = "\u0640\u02b0-\u02ff"
# Scripts without spaces between words: each of these letters is a word of its own.
_SINGLE = "\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff"

_LATIN = {
    "œ": "oe",
    "æ": "ae",
    "ß": "ss",
    "þ": "th",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    "ς": "σ",
}
# The seats of hamza are not here: Unicode decomposes them (أ is ا and a mark), and marks fall away. The letters for
# g, p, v, ch: Arabic spells the same name with or without them, ڭ in Morocco, ڨ in Tunisia, ڤ and پ in the Mashriq.
_ARABIC = {
    "ٱ": "ا",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ی": "ي",
    "ے": "ي",
    "ک": "ك",
    "گ": "ك",
    "ڭ": "ك",
    "ݣ": "ك",
    "ڨ": "ق",
    "ڤ": "ف",
    "ڥ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
}
_DIGITS = {
    digit: str(value)
    for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "০১২৩৪৫৬৭৮৯", "०१२३४५६७८९")
    for value, digit in enumerate(digits)
}

_WORDS = [spec.search for spec in SPECS.values()]


def _any(name: str) -> str:
    """What the languages say by `name`, as alternatives."""
    found = [text for text in (getattr(words, name) for words in _WORDS) if text]
    return found[0] if len(found) == 1 else f"(?:{'|'.join(found)})"


_INNER = f"(?:@|[{_INSIDE}])"
# 3,000 and 3.000, ٣٬٠٠٠, and 3 000 with any space, are 3000.
_DIGIT = "[0-9٠-٩]"
NUMBER = f"{_DIGIT}{{1,3}}(?:[,.٬ \u00a0\u2009\u202f]{_DIGIT}{{3}})+(?!{_DIGIT})"


def _first(letters: Sequence[str]) -> str:
    """The first word of a name and the blank behind it, however it is vowelled."""
    return "".join(f"{letter}[{_INSIDE}]*" for letter in letters) + "[ \u00a0]"


def _joined(words: SearchWords, letters: Sequence[str], following: str) -> str:
    """The words of a name that are one word; the letter before may be a particle."""
    then = f"[{_INSIDE}]*".join(following) or "@"
    return f"[{words.behind}]?[{_INSIDE}]*{_first(letters)}+(?=[{_INSIDE}]*{then})"


JOINED = "|".join(_joined(words, *pair) for words in _WORDS for pair in words.joined)
# Without one of these there is none of both; each is found sooner than they are.
HINTS = [
    f"{_DIGIT}[,.٬ \u00a0\u2009\u202f]{_DIGIT}{{3}}",
    *(_first(letters) for words in _WORDS for letters, _ in words.joined),
]


def _bare(word: str) -> str:
    """An Arabic word in its own first form."""
    decomposed = "".join(letter for letter in normalize("NFKD", word) if not combining(letter))
    return "".join(_ARABIC.get(letter, letter) for letter in decomposed)


RULES: Mapping[str, Any] = {
    "apostrophe": _APOSTROPHES,
    "word": f"(?:{NUMBER}{_INNER}*|(?:{JOINED}){_INNER}+|{_INNER}+)(?:{_APOSTROPHES}{_INNER}+)*",
    # the words within what "word" has found
    "run": f"[{_SINGLE}]|[^{_SINGLE}]+",
    # what may stay of a word once it is decomposed and in small letters, any apostrophe being '
    "kept": f"(?:(?![{_DROPPED}])@|['{_KEPT}])+",
    # folded letter -> what stands for it
    "letters": {**_LATIN, **_ARABIC, **_DIGITS},
    # taken off, one after the other: l’, the English possessive, apostrophes
    "cuts": [f"^{_any('elided')}'(?=.)", f"(?!^)'{_any('possessive')}$", "'+"],
    # further forms of a word, what the group holds of it: without the plural of Latin letters, a number without
    # the unit or ending that is written with it (3000m, 1960s), without particles
    "others": [
        "^([a-z]{4,})s$",
        "^([0-9]{2,})[a-z]{1,3}$",
        *(pattern for words in _WORDS for pattern in words.particles),
    ],
    "spelled": [list(pair) for words in _WORDS for pair in words.spelled],
    # form -> another, of the singular
    "plurals": {
        _bare(many): _bare(one)
        for words in _WORDS
        for many, one in zip(words.plurals[::2], words.plurals[1::2], strict=True)
    },
    # taken off every form
    "article": f"^(?:(?!{_any('whole')}){_any('article')})+",
    # final ى becomes ي, as many type it, but for the words in the group
    "yaa": f"^({_any('final')})$|ى$",
}
