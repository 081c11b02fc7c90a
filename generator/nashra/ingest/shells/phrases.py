"""What mail programs, messengers and networks write around a text, in any language. Compared as folded words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import keys
from nashra.languages.press.known import keyed


def table(which: str) -> frozenset[str]:
    """The folded phrases of the field of `Press` named `which`, of all languages."""
    return keys(which)


def begins(line: str, which: str) -> bool:
    """Whether `line` begins with a phrase of the field `which`, at a word's end."""
    folded = f"{key(line)} "
    return any(folded.startswith(f"{phrase} ") for phrase in table(which))


def is_one_of(line: str, which: str) -> bool:
    """Whether `line` is a phrase of the field `which` and nothing else."""
    return key(line) in table(which)


@lru_cache(maxsize=1)
def mail_labels() -> Mapping[str, str]:
    """Folded label -> the field of a message's head that it names."""
    return {key(label): field for field, label in keyed("mail_fields")}
