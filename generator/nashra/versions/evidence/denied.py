"""What a text denies, by its words: whether the other text says the very thing, or something else in its stead.

A machine that loses a negation keeps the word that was denied; a person who says it without one takes another word:
has not lost hope, is still hopeful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.topics import sayings

# How many words behind a negator may be what it denies, and within how many tokens.
_DENIED, _REACH = 2, 7
# Letters of a word that says something, with capitals and without; what two words of one script have in common.
_LONG, _LONG_WITHOUT, _COGNATE, _SAME = 4, 3, 6, 5
# Tokens of a short text.
_FEW = 19


def is_short(one: Reading, two: Reading) -> bool:
    """Whether texts have so few words that hardly any of them goes without saying, or may be said by another one."""
    return min(len(one.tokens), len(two.tokens)) <= _FEW


def is_said(denying: Reading, negators: Sequence[int], other: Reading) -> bool:
    """Whether the other text says any of what these negators deny; in short texts nothing else can stand for it."""
    if is_short(denying, other):
        return True
    there = frozenset[str]().union(*sayings(other))
    sides = {key for key, _, _ in lexicon("opposites", other.lang).find(other)}
    own = {at: key for key, at, _ in lexicon("opposites", denying.lang).find(denying)}
    said = sayings(denying)
    alike = _beginnings(other) if denying.wording.capitals and other.wording.capitals else frozenset[str]()
    return any(
        said[at] & there or own.get(at) in sides or _begins_so(denying, at, alike)
        for first in negators
        for at in _words(denying, first)
    )


def _words(reading: Reading, negator: int) -> Iterator[int]:
    """The words behind a negator that may be what it denies, small ones left out."""
    tokens, found = reading.tokens, 0
    small = _small(reading.lang)
    for at in range(negator + 1, min(negator + 1 + _REACH, len(tokens))):
        if found == _DENIED or reading.is_parted(at - 1, at):
            return
        token = tokens[at]
        least = _LONG if reading.wording.capitals else _LONG_WITHOUT
        if token.forms and len(token.raw) >= least and not small & set(token.forms):
            found += 1
            yield at


@lru_cache(maxsize=8)
def _small(lang: str) -> frozenset[str]:
    tables = ("negators", "completes", "still", "function", "auxiliaries")
    return frozenset[str]().union(*(words_of(each, lang) for each in tables))


def _beginnings(reading: Reading) -> frozenset[str]:
    long = (token.forms[0] for token in reading.tokens if token.forms and len(token.raw) >= _COGNATE)
    return frozenset(form[:_SAME] for form in long)


def _begins_so(reading: Reading, at: int, alike: frozenset[str]) -> bool:
    token = reading.tokens[at]
    return len(token.raw) >= _COGNATE and token.forms[0][:_SAME] in alike
