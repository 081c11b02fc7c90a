"""Folding: the form in which words are compared, so that أ, إ, آ and ا, é and e, ٣ and 3 count as the same.

Nothing that is written to disk is ever folded; a `Folded` knows where each of its characters came from.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Tashkeel (Unicode's Arabic Mn), tatweel, and characters without a width: they never tell two words apart.
_IGNORED = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+"
)
_WORD = re.compile(r"[^\W_]+")
_LINE = 400  # characters up to which a text is remembered


def _table() -> dict[int, str]:
    """One character to one character, so that places in the text stay what they are."""
    table = {ord(letter): "ا" for letter in "أإآٱ"}
    table |= {ord("ى"): "ي", ord("ی"): "ي", ord("ئ"): "ي", ord("ؤ"): "و", ord("ة"): "ه", ord("ک"): "ك"}
    table |= {ord(digit): str(value) for zero in "٠۰" for value, digit in _digits(zero)}
    table |= {
        ord(space): " "
        for space in "\t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"
    }
    table |= {ord(quote): "'" for quote in "’‘ʼ`´"}
    table |= {ord(dash): "-" for dash in "‐‑‒–—―−"}
    for code in range(0x41, 0x250):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        if len(base) == 1 and base != chr(code):
            table[code] = base
    return table


def _digits(zero: str) -> list[tuple[int, str]]:
    return [(value, chr(ord(zero) + value)) for value in range(10)]


_FOLD = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `offsets[i]` is where its character i stands in the original; None when nothing moved."""

    text: str
    offsets: tuple[int, ...] | None = None

    def origin(self, index: int) -> int:
        """The place in the original of the folded place `index` (0 <= index <= len(text))."""
        return index if self.offsets is None else self.offsets[index]


def fold(text: str) -> Folded:
    """`text` folded: case, Latin accents, hamza and taa marbuta forms, digits, dashes, spaces, tashkeel.

    Expects composed letters (NFC), which is what `nashra.ingest.words.clean` gives.
    """
    return _fold_line(text) if len(text) <= _LINE else _fold(text)


def _fold(text: str) -> Folded:
    if not _IGNORED.search(text):
        return Folded(text.translate(_FOLD))
    offsets = [index for index, character in enumerate(text) if not _IGNORED.match(character)]
    kept = "".join(text[index] for index in offsets)
    return Folded(kept.translate(_FOLD), (*offsets, len(text)))


# The rules ask the same lines many times.
_fold_line = lru_cache(maxsize=2048)(_fold)


def words(text: str) -> list[str]:
    """The folded words and numbers of `text`, without punctuation."""
    return _WORD.findall(fold(text).text)


def key(text: str) -> str:
    """What two lines have in common when they say the same: their folded words, joined by spaces."""
    return " ".join(words(text))
