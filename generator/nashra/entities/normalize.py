"""Folding: what is left of a word when spelling habits are taken away, so that a name is found however it is typed.

Both sides, the names of the registry and the words of a text, go through the same functions; nothing here is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from nashra.languages.known import SPECS, spec_of
from nashra.languages.scripts import UNSPACED_LANGUAGES

# What may stand inside a word and is no \w to Python: combining marks (Latin, Hebrew, Arabic, Devanagari, Thai), ZWNJ,
# ZWJ, the soft hyphen, and the invisible marks of direction that pasted text is full of.
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u0900-\u0903\u093a-\u094d\u0e31-\u0e3a\u0e47-\u0e4e"
)
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"

# Scripts written without spaces: every letter is a token of its own there.
_UNSPACED = "[\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff]"

_ARABIC = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
# Words that are plain as they are: Arabic letters, and Latin ones with the accents of western Europe.
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]+|[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153]+")
_PLAIN_ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a]+")
# Those, and such with digits, that no folding but that of letters changes.
_SIMPLE = re.compile("[\u0621-\u063a\u0641-\u064a]+|[A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153]+")
# In words of letters, one that is not among the Arabic ones of these.
_OTHER_LETTER = re.compile("[^\u0621-\u063a\u0641-\u064a\n]")
_SILENT = re.compile(f"[\u0640{_INVISIBLE}\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
_INVISIBLE_RUN = re.compile(f"[{_INVISIBLE}]+")
_ACCENTS = re.compile("(?<=[a-z\u0370-\u03ff\u1f00-\u1fff])[\u0300-\u036f]+")

_DIGITS = {ord(c): str(n % 10) for n, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_LATIN = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ё": "е"})

# The same with the accents that one character holds, so that most words need no more.
_WITHOUT_ACCENTS = {
    **{code: letter[0] for code in range(0xE0, 0x100) if len(letter := unicodedata.normalize("NFD", chr(code))) == 2},
    **_LATIN,
}

# Letters that are typed for one another: the seats of hamza, and the two yaas and kafs of Unicode, in any language in
# Arabic script. Further ones are the language's own (`loose_letters`).
_SAME_LETTER = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ؤ": "و",
    "ئ": "ي",
    "ک": "ك",
    "ی": "ي",
    "ى": "ي",
    "ہ": "ه",
    "ھ": "ه",
}
_UNIFIED_YAA_KAF = str.maketrans({"ک": "ك", "ی": "ي"})

# Words that the dots of the last letter tell apart.
_YAA_MATTERS = frozenset[str]().union(*(spec.dotted for spec in SPECS.values()))

# In words of at most so many letters hamza counts (إب is a city, أب the father), and taa marbuta counts (جدة is a city,
# جده his grandfather).
_HAMZA_COUNTS = 2
_TAA_COUNTS = 4


@lru_cache(maxsize=64)
def token_pattern(lang: str) -> re.Pattern[str]:
    """What a word is in `lang`, for `split`: words come at the odd places, the gaps between at the even ones."""
    if lang in UNSPACED_LANGUAGES:
        return re.compile(f"({_UNSPACED}|(?:(?!{_UNSPACED})[\\w{_MARKS}{_INVISIBLE}])+)")
    return re.compile(f"([\\w{_MARKS}{_INVISIBLE}]+)")


def is_plain_arabic(token: str) -> bool:
    """Whether `token` is Arabic letters alone, which have no capitals and are plain as they are."""
    return _PLAIN_ARABIC.fullmatch(token) is not None


def plain(token: str) -> str:
    """`token` in one Unicode spelling (NFKC), without tashkeel, tatweel and invisible marks, digits as 0-9.

    Capitals and accents stay.
    """
    if token.isascii() or _PLAIN.fullmatch(token):
        return token
    found = _without_marks(token)
    # the same object, so that callers need not count its letters
    return token if found == token else found


def _without_marks(text: str) -> str:
    return _SILENT.sub("", unicodedata.normalize("NFKC", text)).translate(_DIGITS)


@lru_cache(maxsize=64)
def folder(lang: str) -> Callable[[str], str]:
    """The function that folds one word as `plain` left it, for a text in `lang`; one for all without loose letters."""
    return _folder(tuple(spec_of(lang).loose_letters.items()))


@lru_cache(maxsize=8)
def _folder(loose: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    table = str.maketrans({**_SAME_LETTER, **dict(loose)})
    varied = re.compile(f"[{''.join(map(chr, table))}]").search

    def fold(word: str) -> str:
        if not "\u0620" <= word[:1] <= "\u06ff":
            if word.isascii():
                return word.lower()
            if not _ARABIC.match(word):
                folded = word.casefold().translate(_WITHOUT_ACCENTS)
                return folded if folded.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
        length = len(word)
        if length <= _HAMZA_COUNTS:
            return word.translate(_UNIFIED_YAA_KAF)
        folded = word.translate(table) if varied(word) else word
        if folded in _YAA_MATTERS:
            return folded[:-1] + word[-1].translate(_UNIFIED_YAA_KAF)
        if length > _TAA_COUNTS and folded[-1] == "ة":
            return folded[:-1] + "ه"
        return folded

    return fold


def plain_lines(no_starts: str = "") -> re.Pattern[str]:
    """What matches words that `plain` leaves as they are, with one blank or line end between them.

    no_starts: a regular expression for beginnings that none of the words may have.
    """
    word = (f"(?!{no_starts})" if no_starts else "") + f"(?:{_SIMPLE.pattern})"
    return re.compile(f"{word}(?:[ \n]{word})*")


def any_spelling(word: str, lang: str) -> str:
    """A regular expression for the words that `folder` may fold to the folded `word`, and perhaps some more."""
    table = {**_SAME_LETTER, "ة": "ه", **spec_of(lang).loose_letters}
    seats: dict[str, str] = {}
    for letter in table:
        meant = _end_of(letter, table)
        seats[meant] = seats.get(meant, meant) + letter
    return "".join(f"[{seats[letter]}]" if letter in seats else re.escape(letter) for letter in word)


class Skeletons:
    """Foldings of many words at once that fold a little more than `folder` does: two words with one folding have one
    skeleton, and few others have. Most words of a text are told to be no name by it, at a fraction of the cost.
    """

    def __init__(self, lang: str) -> None:
        table = {**_SAME_LETTER, "ة": "ه", **spec_of(lang).loose_letters}
        table |= {chr(letter): meant for letter, meant in _WITHOUT_ACCENTS.items()}
        self._letters = [(letter, _end_of(letter, table)) for letter in table]

    def of(self, words: Iterable[str]) -> tuple[list[str], list[str], list[str]]:
        """(those of `words` that `plain` leaves as letters and digits alone, the skeleton of each, the other words)."""
        words = list(words)
        simple = list(filter(str.isalpha, words))
        others = [word for word in words if not word.isalpha()] if len(simple) < len(words) else []
        text = "\n".join(simple)
        if not text.isascii() and _OTHER_LETTER.search(text):
            others = [word for word in words if _SIMPLE.fullmatch(word) is None]
            simple = list(filter(_SIMPLE.fullmatch, words))
            text = "\n".join(simple)
        odd = []
        if others:
            for word, left in zip(others, _without_marks("\n".join(others)).split("\n"), strict=True):
                if _SIMPLE.fullmatch(left):
                    simple.append(word)
                    text += "\n" + left if text else left
                else:
                    odd.append(word)
        return simple, self._bones(text.casefold()), odd

    @staticmethod
    def is_folded(word: str, bones: str) -> bool:
        """Whether `bones`, the skeleton of an Arabic word, is what `folder` makes of it too, as it is of most."""
        return len(word) > _TAA_COUNTS and bones not in _YAA_MATTERS and word.find("ة", 0, -1) < 0

    def of_latin(self, words: Iterable[str]) -> list[str]:
        """The skeletons of words without a line end: those in ASCII are what `folder` makes of them too."""
        return self._bones("\n".join(words).casefold())

    def of_folded(self, words: Iterable[str]) -> list[str]:
        """The skeletons of words that `folder` has folded."""
        return self._bones("\n".join(words))

    def _bones(self, text: str) -> list[str]:
        if not text.isascii():
            for letter, meant in self._letters:
                if letter in text:
                    text = text.replace(letter, meant)
        return text.split("\n") if text else []


def _end_of(letter: str, table: Mapping[str, str]) -> str:
    """What `letter` becomes in the end where one that stands for it is replaced itself."""
    for _ in table:
        if letter not in table:
            break
        letter = table[letter]
    return letter


def normalize(text: str, lang: str) -> str:
    """The folded words of `text`, one space between them; two texts that give the same are the same name in `lang`.

    The length changes; `Matcher.find` keeps its own account of positions.
    """
    fold = folder(lang)
    words = (plain(token) for token in token_pattern(lang).findall(text))
    return " ".join(fold(word) for word in words if word)


def offsets(token: str) -> list[int]:
    """For each character of `plain(token)` the index in `token` it comes from, then the index after the last of them.

    The end takes in marks that belong to the last letter, and leaves out invisible ones.
    """
    places: list[int] = []
    end = 0
    for index, character in enumerate(token):
        kept = len(_SILENT.sub("", unicodedata.normalize("NFKC", character)))
        places.extend([index] * kept)
        if kept or not _INVISIBLE_RUN.fullmatch(character):
            end = index + 1
    return [*places, end]
