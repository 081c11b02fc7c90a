"""Whether two words sound alike across scripts: ماكرون and Macron. Only consonants count, in a few classes."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.entities.normalize import plain
from nashra.languages.wording import sounds


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The consonants of a word in classes, no class twice in a row."""
    word = plain(word).casefold()
    if word.isascii() or re.search("[a-z]", word):
        for pair, single in sounds.LATIN_TOGETHER:
            word = word.replace(pair, single)
        word = re.sub(f"c(?=[{sounds.SOFTENS_C}])", "s", word)
        classes = "".join(sounds.LATIN.get(char, "") for char in word)
    else:
        if word.startswith(sounds.ARTICLE) and len(word) > 4:
            word = word.removeprefix(sounds.ARTICLE)
        for pair, single in sounds.ARABIC_TOGETHER:
            word = word.replace(pair, single)
        classes = "".join(sounds.ARABIC.get(char, "") for char in word)
    return re.sub(r"(.)\1+", r"\1", classes)


@lru_cache(maxsize=65536)
def sounds_alike(one: str, two: str) -> bool:
    """Whether two words may be one name; a particle may be attached to an Arabic one."""
    first, second = skeleton(one), skeleton(two)
    if not first or not second:
        return one[:2].casefold() == two[:2].casefold()
    if _near(first, second):
        return True
    for hard, soft in sounds.HARD:
        spelled = [plain(word).casefold() for word in (one, two)]
        if any(soft in word for word in spelled):
            first, second = (skeleton(word.replace(soft, hard)) for word in spelled)
            if min(len(first), len(second)) > 2 and _near(first, second):
                return True
    arabic = one if re.search("[\u0620-\u06ff]", one) else two
    if arabic[0] in sounds.ATTACHED and len(arabic) > 3:
        rest = arabic[1:]
        other = second if arabic is one else first
        return _near(skeleton(rest), other)
    return False


def _near(one: str, two: str) -> bool:
    if one == two:
        return True
    short, long = sorted((one, two), key=len)
    if len(short) < 2 or len(long) - len(short) > 1:
        return False
    if len(long) == 2 or (len(long) == 3 and one[0] != two[0]):
        return False
    return distance(one, two) <= (1 if len(long) < 7 else 2)


def distance(one: str, two: str) -> int:
    """How many letters have to be changed, added or left out to make one of the other."""
    row = list(range(len(two) + 1))
    for number, char in enumerate(one, 1):
        before, row[0] = row[0], number
        for at, other in enumerate(two, 1):
            before, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, before + (char != other))
    return row[-1]
