"""Words by which a text says without a negation what another one denies: who does not yield holds firm."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from nashra.entities.normalize import folder
from nashra.languages import files
from nashra.versions.evidence.reading import Reading

_TURNS = files.read("nashra.languages.wording.turns", "TURNS")
_PRIVATIVES = files.read("nashra.languages.wording.turns", "PRIVATIVES")
_WHOLE = files.read("nashra.languages.wording.turns", "WHOLE")
_VERBS = files.read("nashra.languages.wording.turns", "VERBS")


def turns(reading: Reading) -> list[int]:
    """The tokens of a text that are such words."""
    return [at for at, token in enumerate(reading.tokens) if token.forms and _is_turn(token.forms, reading.lang)]


def privatives(lang: str) -> frozenset[str]:
    """Words such as "without", which a text may add where another says the same in one word."""
    return _privatives(lang)


def of_a_clause(lang: str) -> frozenset[str]:
    """Words that deny all that follows in their clause: none."""
    return _of_a_clause(lang)


@lru_cache(maxsize=8)
def _privatives(lang: str) -> frozenset[str]:
    return frozenset(map(folder(lang), _PRIVATIVES.get(lang, "").split()))


@lru_cache(maxsize=8)
def _of_a_clause(lang: str) -> frozenset[str]:
    return frozenset(map(folder(lang), _WHOLE.get(lang, "").split()))


@lru_cache(maxsize=16384)
def _is_turn(forms: tuple[str, ...], lang: str) -> bool:
    pattern = _pattern(lang)
    return pattern is not None and any(map(pattern.match, forms))


@lru_cache(maxsize=8)
def _pattern(lang: str) -> re.Pattern[str] | None:
    """Beginnings of words, behind the letter by which Arabic verbs begin."""
    words = _TURNS.get(lang, "").split()
    if not words:
        return None
    fold = folder(lang)
    pattern = "|".join(_beginning(word, fold, _VERBS.get(lang, "")) for word in words)
    return re.compile(f"(?:{pattern})")


def _beginning(word: str, fold: Callable[[str], str], verbs: str) -> str:
    """The pattern of one word of the table."""
    before = f"[{verbs}]?" if word.startswith("+") else ""
    return before + fold(word.strip("+$")) + ("$" if word.endswith("$") else "")
