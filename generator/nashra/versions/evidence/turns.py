"""Words by which a text says without a negation what another one denies: who does not yield holds firm."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from nashra.entities.normalize import folder
from nashra.languages import files
from nashra.languages.wording.known import rows_of
from nashra.versions.evidence.reading import Reading

_TURNS = files.read("nashra.languages.wording.turns", "TURNS")
_PRIVATIVES = files.read("nashra.languages.wording.turns", "PRIVATIVES")
_WHOLE = files.read("nashra.languages.wording.turns", "WHOLE")
_VERBS = files.read("nashra.languages.wording.turns", "VERBS")
_DENYING = files.read("nashra.languages.wording.turns", "DENYING")
_NOT_DENYING = files.read("nashra.languages.wording.turns", "NOT_DENYING")
# What some texts say in two words where others say it in one: the highest ever.
_SAID_TWICE = frozenset({"ever"})
# Letters of the shortest word of which the beginning says something.
_LONG = 5


def turns(reading: Reading) -> list[tuple[int, str]]:
    """(token, what it says) of such words of a text."""
    found = ((at, _says(token.forms, reading.lang)) for at, token in enumerate(reading.tokens) if token.forms)
    return [(at, group) for at, group in found if group]


def is_told(plain: Counter[str], denied: Counter[str]) -> bool:
    """Whether a text says something of these kinds more often than the other one, which denies something."""
    return any(many > denied[group] + (group in _SAID_TWICE and denied[group] > 0) for group, many in plain.items())


def privatives(lang: str) -> frozenset[str]:
    """Words such as "without", which a text may add where another says the same in one word."""
    return _folded(lang, _PRIVATIVES.get(lang, ""))


def of_a_clause(lang: str) -> frozenset[str]:
    """Words that deny all that follows in their clause: none."""
    return _folded(lang, _WHOLE.get(lang, ""))


def denies_in_a_word(lang: str) -> bool:
    """Whether words of a language deny by their beginning."""
    return _denying(lang) is not None


def deny_in_a_word(reading: Reading) -> int:
    """How many adjectives and the like a text has that deny by their beginning: unfair, déloyal; in Arabic غير عادل."""
    pattern = _denying(reading.lang)
    if pattern is None:
        return 0
    words = [token.forms[0] for token in reading.tokens if token.forms and not token.raw[0].isupper()]
    return sum(len(word) > _LONG and bool(pattern.match(word)) for word in words)


@lru_cache(maxsize=8)
def _denying(lang: str) -> re.Pattern[str] | None:
    fold = folder(lang)
    begins, not_so = (
        [_beginning(word, fold, "") for word in t.get(lang, "").split()] for t in (_DENYING, _NOT_DENYING)
    )
    return re.compile(f"(?!{'|'.join(not_so) or '$'})(?:{'|'.join(begins)})") if begins else None


@lru_cache(maxsize=32)
def _folded(lang: str, words: str) -> frozenset[str]:
    return frozenset(map(folder(lang), words.split()))


@lru_cache(maxsize=16384)
def _says(forms: tuple[str, ...], lang: str) -> str:
    return next((group for group, pattern in _patterns(lang) if any(map(pattern.match, forms))), "")


@lru_cache(maxsize=8)
def _patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What is said -> beginnings of words, behind the letter by which Arabic verbs begin."""
    fold, verbs = folder(lang), _VERBS.get(lang, "")
    found: dict[str, list[str]] = {}
    for row in rows_of(_TURNS.get(lang, "")):
        group, _, words = row.partition(":")
        found.setdefault(group.strip(), []).extend(_beginning(word, fold, verbs) for word in words.split())
    return tuple((group, re.compile(f"(?:{'|'.join(words)})")) for group, words in found.items())


def _beginning(word: str, fold: Callable[[str], str], verbs: str) -> str:
    """The pattern of one word of the table."""
    before = f"(?:{verbs})?" if word.startswith("+") else ""
    return before + fold(word.strip("+$")) + ("$" if word.endswith("$") else "")
