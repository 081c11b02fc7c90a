"""Words that a line's end broke: which hyphens belong to the word, and which only to the line. French and English."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from nashra.ingest.words.fold import fold

# The first or the second part of a word that is written with a hyphen wherever it stands. Parts that are also syllables
# ("mi", "ex", "pro", "ce") are not among them: a line's end breaks more words than it finds hyphens.
_FIRST = frozenset(
    fold(word).text
    for word in (
        "vice celui celle ceux celles moi eux rendez quelques peut grand grands nord sud centre saint sainte vingt "
        "trente quarante cinquante soixante quatre-vingt self well full half twenty thirty forty fifty sixty seventy "
        "eighty ninety north south"
    ).split()
)
_SECOND = frozenset(
    fold(word).text
    for word in "même mêmes être dessus dessous président présidente ministre t-il t-elle t-on based".split()
)
_BROKEN = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u2010¬]\Z")
_HYPHENS = ("-", "\u2010", "¬")
_LONGEST_WORD = 100
_CONTINUES = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")


def is_broken(line: str, following: str) -> bool:
    """Whether `line` ends in a word that `following` goes on with."""
    return _broken(line) is not None and following[:1].islower()


def _broken(line: str) -> re.Match[str] | None:
    return _BROKEN.search(line, max(0, len(line) - _LONGEST_WORD)) if line[-1:] in _HYPHENS else None


def join(lines: Sequence[str], whole: Collection[str]) -> str:
    """Lines as one, with the words between them mended where a line's end broke them.

    whole: the folded words that stand unbroken in the text; they decide before the tables do.
    """
    pieces = [lines[0]]
    for line in lines[1:]:
        stays, seam = _seam(pieces[-1], line, whole)
        pieces[-1] = pieces[-1][: len(pieces[-1]) - (not stays)] + seam
        pieces.append(line)
    return "".join(pieces)


def _seam(line: str, following: str, whole: Collection[str]) -> tuple[bool, str]:
    """(whether the last character of `line` stays, what comes between it and `following`)."""
    broken, rest = _broken(line), _CONTINUES.match(following)
    if broken is None or rest is None:
        return True, " "
    if following[0].isupper():
        return False, "-"  # "Saint-", "Louis"
    if not following[0].islower():
        return True, " "
    first, second = fold(broken[1]).text, fold(rest[1]).text
    bare, hyphened = f"{first}{second}", f"{first}-{second}"
    keeps = hyphened in whole or (bare not in whole and (first in _FIRST or second in _SECOND))
    return False, "-" if keeps else ""


def whole_words(text: str) -> frozenset[str]:
    """The folded words of `text`, with their hyphens, for `join`."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", fold(text).text))
