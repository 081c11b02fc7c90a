"""The sound of a name with its vowels taken away, so that أشرف حكيمي and Achraf Hakimi are seen to be one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from nashra.entities.normalize import arabic_folder, folder, plain

_fold_arabic, _fold_latin = arabic_folder(), folder("")

# Letters that transcriptions confuse share a sign; vowels and what is written as one have none.
_ARABIC = str.maketrans(
    {
        **dict.fromkeys("اويىءةع", ""),
        **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhhddrzsssdtdkfkklmnh", strict=True)),
    }
)
# Pairs and triples of Latin letters that stand for one sound, the longer first.
_LATIN_GROUPS = (
    ("tch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("kh", "h"), ("gh", "k"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("gu", "k"), ("qu", "k"), ("dj", "j"), ("ge", "j"), ("gi", "j"), ("ce", "s"),
    ("ci", "s"), ("x", "ks"),
)  # fmt: skip
_LATIN = str.maketrans({**dict.fromkeys("aeiouyw", ""), "v": "f", "p": "b", "c": "k", "q": "k", "g": "k"})
_ARTICLES = frozenset({"el", "al", "the", "la", "le", "les", "l"})
_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(.)\1+")
# Of a shorter sound nothing can be said; a short one must agree exactly.
_LEAST, _SHORT, _ALIKE = 3, 4, 0.8


def sound(name: str) -> str:
    """The consonants of `name`, in Arabic or Latin letters; articles do not count."""
    signs: list[str] = []
    for token in _WORD.findall(plain(name)):
        if "\u0600" <= token[0] <= "\u06ff":
            word = _fold_arabic(token)
            if word.startswith("ال") and len(word) > _LEAST:
                word = word[2:]
            signs.append(word.translate(_ARABIC))
            continue
        word = _fold_latin(token)
        if word in _ARTICLES:
            continue
        for group, sign in _LATIN_GROUPS:
            word = word.replace(group, sign)
        signs.append(word.translate(_LATIN))
    return _TWICE.sub(r"\1", "".join(signs))


def alike(one: str, two: str) -> float:
    """How much two sounds agree, 0 to 1; 0 where they are too short or too different to be one name."""
    if min(len(one), len(two)) < _LEAST or one[0] != two[0]:
        return 0.0
    if one == two:
        return 1.0
    if min(len(one), len(two)) <= _SHORT:
        return 0.0
    ratio = SequenceMatcher(None, one, two, autojunk=False).ratio()
    return ratio if ratio >= _ALIKE else 0.0
