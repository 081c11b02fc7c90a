"""How near two words are, and which of a list was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection

# As far apart, in letters, as a word and what is taken for a slip of it.
NEAR = 2
_BETWEEN, _DIGIT = re.compile(r"[\s_.-]+"), re.compile(r"\d")
# Nobody types the short vowels and the tatweel of a key twice alike.
_ARABIC_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
# What stands around a key that was quoted, or put into a comment as in other languages.
_AROUND = "\"'`“”„‟«»‹›‘’<>!/*#:;=()[]{}|؛،-"


def folded(word: str) -> str:
    """`word` without what people do not see or mean: case, marks of direction, tashkeel, kinds of blanks and dashes."""
    word = unicodedata.normalize("NFKC", word)
    word = "".join(char for char in word if unicodedata.category(char) != "Cf")
    word = _ARABIC_MARKS.sub("", word.casefold()).strip().strip(_AROUND).strip()
    return _BETWEEN.sub("_", word).strip("_")


def in_plain_digits(text: str) -> str:
    """`text` with 0 to 9 for the digits of every script."""
    return text if text.isascii() else _DIGIT.sub(lambda one: str(unicodedata.digit(one[0])), text)


def nearest(word: str, words: Collection[str]) -> str | None:
    """The one of `words` that differs from `word` by a slip or two, None where there is none; short words are not near
    each other. Among equals the one with the most letters in common."""
    plain = folded(word)
    letters = Counter(plain)
    near: list[tuple[int, int, str]] = []
    for each in words:
        steps = distance(plain, folded(each))
        if steps <= NEAR and steps * 2 <= max(len(plain), len(each)):
            near.append((steps, -(letters & Counter(each)).total(), each))
    return min(near)[2] if near else None


def distance(one: str, two: str) -> int:
    """How many letters must be added, dropped, replaced, or exchanged with the next, to make `two` of `one`.

    The restricted Damerau-Levenshtein distance; words whose lengths differ by more than NEAR are simply far.
    """
    if abs(len(one) - len(two)) > NEAR:
        return max(len(one), len(two), NEAR + 1)
    before: list[int] = []
    last = list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, other in enumerate(two, 1):
            cost = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == two[to - 2] and one[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
