"""What a text speaks of, word for word: where a text and its translation meet, and what stands in one of them alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nashra.entities.normalize import folder, plain
from nashra.languages import files
from nashra.languages.happenings.spec import Happenings
from nashra.versions.evidence.reading import Reading, rows_of

_TOPICS: Mapping[str, str] = files.read("nashra.languages.wording.topics", "TOPICS")
_NOTHING = frozenset[str]()


def topics(reading: Reading) -> tuple[frozenset[str], ...]:
    """What each token of a text may speak of."""
    return tuple(_topics_of(token.forms, reading.lang) if token.forms else _NOTHING for token in reading.tokens)


@lru_cache(maxsize=16384)
def _topics_of(forms: tuple[str, ...], lang: str) -> frozenset[str]:
    beginnings, whole = _known(lang)
    for form in forms:
        if found := whole.get(form) or beginnings.told_by(form):
            return frozenset(found)
    return _NOTHING


@lru_cache(maxsize=8)
def _known(lang: str) -> tuple[Happenings, Mapping[str, tuple[str, ...]]]:
    """The beginnings of words of a language, folded, and those that are words by themselves."""
    fold = folder(lang)
    beginnings: dict[str, tuple[str, ...]] = {}
    whole: dict[str, tuple[str, ...]] = {}
    for row in rows_of(_TOPICS.get(lang, "")):
        topic, _, words = row.partition(":")
        for word in words.split():
            key, table = fold(plain(word.removesuffix("$"))), whole if word.endswith("$") else beginnings
            table[key] = (*table.get(key, ()), topic)
    return Happenings(beginnings), whole
