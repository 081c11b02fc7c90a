"""What a text speaks of, word for word: where a text and its translation meet, and what stands in one of them alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from nashra.entities.normalize import folder, plain
from nashra.languages import files
from nashra.languages.happenings.spec import Happenings
from nashra.languages.wording.known import rows_of
from nashra.versions.evidence.reading import Reading

_TOPICS: Mapping[str, str] = files.read("nashra.languages.wording.topics", "TOPICS")
_DEEDS: Mapping[str, str] = files.read("nashra.languages.wording.deeds", "DEEDS")
_VERBS: Mapping[str, str] = files.read("nashra.languages.wording.turns", "VERBS")
_NOTHING = frozenset[str]()
# Letters of a verb behind what it begins with.
_ROOT = 3


def topics(reading: Reading) -> tuple[frozenset[str], ...]:
    """What each token of a text may speak of."""
    return tuple(_topics_of(token.forms, reading.lang) if token.forms else _NOTHING for token in reading.tokens)


def sayings(reading: Reading) -> tuple[frozenset[str], ...]:
    """What each token of a text may say: its topics, and those of words of every day."""
    return tuple(_sayings_of(token.forms, reading.lang) if token.forms else _NOTHING for token in reading.tokens)


@lru_cache(maxsize=16384)
def _sayings_of(forms: tuple[str, ...], lang: str) -> frozenset[str]:
    found: set[str] = set(_topics_of(forms, lang))
    begins = _beginnings_of_verbs(lang)
    bare = (form[match.end() :] for form in forms if begins and (match := begins.match(form)))
    roots = [form for form in bare if len(form) >= _ROOT]
    for table, several in (("topics", roots), ("deeds", [*forms, *roots])):
        words, whole = _known(lang, table)
        found.update(next((each for form in several if (each := whole.get(form) or _begun(words, form))), ()))
    return frozenset(found)


def _begun(words: Happenings, form: str) -> tuple[str, ...]:
    """What a word says by the longest beginning that is known, with an ending such as -ing behind it."""
    return words.told_by(form) or words.told_by(form[:-1])


@lru_cache(maxsize=8)
def _beginnings_of_verbs(lang: str) -> re.Pattern[str] | None:
    return re.compile(_VERBS[lang]) if _VERBS.get(lang) else None


@lru_cache(maxsize=16384)
def _topics_of(forms: tuple[str, ...], lang: str) -> frozenset[str]:
    beginnings, whole = _known(lang, "topics")
    for form in forms:
        if found := whole.get(form) or beginnings.told_by(form):
            return frozenset(found)
    return _NOTHING


@lru_cache(maxsize=16)
def _known(lang: str, table: str) -> tuple[Happenings, Mapping[str, tuple[str, ...]]]:
    """The beginnings of words of a language, folded, and those that are words by themselves."""
    fold = folder(lang)
    beginnings: dict[str, tuple[str, ...]] = {}
    whole: dict[str, tuple[str, ...]] = {}
    for row in rows_of((_TOPICS if table == "topics" else _DEEDS).get(lang, "")):
        topic, _, words = row.partition(":")
        for word in words.split():
            key, kept = fold(plain(word.removesuffix("$"))), whole if word.endswith("$") else beginnings
            kept[key] = (*kept.get(key, ()), topic)
    return Happenings(beginnings), whole
