"""The sound of a name with its vowels taken away, so that أشرف حكيمي and Achraf Hakimi are seen to be one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from nashra.entities.normalize import folder, plain
from nashra.languages import sounds

_fold = folder("")
_ARABIC, _LATIN = str.maketrans({**sounds.CLOSE_ARABIC}), str.maketrans({**sounds.CLOSE_LATIN})
_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"(.)\1+")
# Of a shorter sound nothing can be said; a short one must agree exactly.
_LEAST, _SHORT, _ALIKE = 3, 4, 0.8


def sound(name: str) -> str:
    """The consonants of `name`, in Arabic or Latin letters; articles do not count."""
    signs: list[str] = []
    for token in _WORD.findall(plain(name)):
        if "\u0600" <= token[0] <= "\u06ff":
            word = _fold(token)
            if word.startswith(sounds.ARABIC_ARTICLE) and len(word) > _LEAST:
                word = word.removeprefix(sounds.ARABIC_ARTICLE)
            signs.append(word.translate(_ARABIC))
            continue
        word = _fold(token)
        if word in sounds.LATIN_ARTICLES:
            continue
        for group, sign in sounds.CLOSE_LATIN_GROUPS:
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
