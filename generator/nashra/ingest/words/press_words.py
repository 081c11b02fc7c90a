"""The words of `nashra.languages.press`, of all languages at once, as sets and as alternations for regular expressions.

Raw text says nothing of its language before it is read, so every pattern knows the words of every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from nashra.ingest.words.fold import fold, key
from nashra.languages.press.known import phrases


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of `forms`, longest first; a space stands for any run of spaces.

    `*` at the end of a form stands for the rest of a word, `…` between words for what another text says there.
    """
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(_pattern(form) for form in ordered) or r"(?!)"


def _pattern(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace(r"\*", r"\w*").replace("…", ".{1,400}")


def folded(field: str, kind: str | None = None) -> str:
    """The alternation of the phrases of a field, for folded text (see `nashra.ingest.words.fold`)."""
    return alternatives(fold(form).text for form in phrases(field, kind))


def written(field: str, kind: str | None = None) -> str:
    """The alternation of the phrases of a field, for text as it is written."""
    return alternatives(phrases(field, kind))


@lru_cache
def keys(field: str, kind: str | None = None) -> frozenset[str]:
    """The phrases of a field as `key` gives them."""
    return frozenset(filter(None, map(key, phrases(field, kind))))
