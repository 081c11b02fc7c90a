"""Abbreviations whose dot ends no sentence: those of a language's file, and those of every text in Latin letters."""

from __future__ import annotations

from functools import lru_cache

from nashra.languages.defaults import LATIN_ABBREVIATIONS
from nashra.languages.known import spec_of
from nashra.languages.spec import words

_ANYWHERE = words("dr mr mrs ms st vs cf etc")
# "no. 5", and "He said no. Then he left."
BEFORE_NUMBER = words("no nos n p pp art vol fig col chap ch sec")
_MAY_END = words("etc")


def is_before_number(word: str, lang: str) -> bool:
    """Whether `word` (in lower case, without its dot) is an abbreviation where a number follows."""
    return word in BEFORE_NUMBER or word in spec_of(lang).before_number


def is_abbreviation(word: str, lang: str, *, latin_follows: bool) -> bool:
    """Whether the dot behind `word` (in lower case) belongs to it in a text in `lang`.

    A Latin word in a text of another script is held against the abbreviations of `LATIN_ABBREVIATIONS` too.
    """
    if word in _known(lang):
        return True
    return word.isascii() and word in _known(LATIN_ABBREVIATIONS) and not latin_follows


def may_end_a_sentence(word: str, lang: str) -> bool:
    """Whether an abbreviation can stand at the end of a sentence; a capital behind it tells."""
    return word in _MAY_END or word in spec_of(lang).may_end


@lru_cache(maxsize=32)
def _known(lang: str) -> frozenset[str]:
    return _ANYWHERE | spec_of(lang).abbreviations
