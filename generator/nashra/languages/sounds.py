"""Letters -> the consonants that a name keeps when it is written in another script: الرباط and Rabat are both "rbt".

Coarse on purpose: b and p, the three kinds of k, and all that hisses are one each, for no two newspapers write a name
alike. Vowels, h and the letters that are vowels half of the time say nothing.
"""

from __future__ import annotations

from collections.abc import Mapping


def table(rows: str) -> Mapping[str, str]:
    """Letters -> consonant, from rows of a consonant and the letters that sound like it; all others are silent."""
    found = {}
    for row in rows.split("\n"):
        sound, *letters = row.split() or [""]
        found.update(dict.fromkeys(letters, sound))
    return found


LATIN = table(
    """
    b b p
    f f v ph
    t t th
    d d dh
    s s z sh ch sch ce ci cy ç š ž
    g j g gh dj
    k k q c kh ck x
    l l
    m m
    n n ñ
    r r
    """
)
# The same for the closer comparison of `nashra.entities.suggest.sounds`: letters that transcriptions confuse share a
# sign; vowels, and what is written as one, have none.
CLOSE_ARABIC: Mapping[str, str] = {
    **dict.fromkeys("اويىءةع", ""),
    **dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhhddrzsssdtdkfkklmnh", strict=True)),
    **dict(zip("ڭگݣڨڤڥپچژ", "kkkkffbjz", strict=True)),
}
CLOSE_LATIN: Mapping[str, str] = {
    **dict.fromkeys("aeiouyw", ""), "v": "f", "p": "b", "c": "k", "q": "k", "g": "k",
}  # fmt: skip
# Pairs and triples of Latin letters that stand for one sound, the longer first.
CLOSE_LATIN_GROUPS = (
    ("tch", "s"), ("sch", "s"), ("ch", "s"), ("sh", "s"), ("kh", "h"), ("gh", "k"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("gu", "k"), ("qu", "k"), ("dj", "j"), ("ge", "j"), ("gi", "j"), ("ce", "s"),
    ("ci", "s"), ("x", "ks"),
)  # fmt: skip
# Articles, as a word in Latin letters and at the start of one in Arabic letters.
LATIN_ARTICLES, ARABIC_ARTICLE = frozenset("el al the la le les l".split()), "ال"

ARABIC = table(
    """
    b ب پ
    f ف ڤ
    t ت ط ث
    d د ذ ض
    s س ص ش ز ظ چ ژ
    g ج غ
    k ك ق خ ک گ ڭ
    l ل
    m م
    n ن
    r ر
    """
)
