"""Words that a line's end broke: which hyphens belong to the word, and which only to the line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from nashra.ingest.words.fold import fold
from nashra.languages.press.known import phrases

_BROKEN = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u2010¬]\Z")
_HYPHENS = ("-", "\u2010", "¬")
_LONGEST_WORD = 100
_CONTINUES = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")


@lru_cache(maxsize=2)
def _parts(kind: str) -> frozenset[str]:
    """The first or the second parts of words that are written with a hyphen wherever they stand."""
    return frozenset(fold(form).text for form in phrases("prints", kind))


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
    keeps = hyphened in whole or (
        bare not in whole and (first in _parts("hyphen_first") or second in _parts("hyphen_second"))
    )
    return False, "-" if keeps else ""


def whole_words(text: str) -> frozenset[str]:
    """The folded words of `text`, with their hyphens, for `join`."""
    return frozenset(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", fold(text).text))
