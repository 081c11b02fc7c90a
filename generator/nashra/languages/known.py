"""The languages that have a file, and the one way to read it. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from unicodedata import combining, normalize

from nashra.languages import files
from nashra.languages.spec import NEUTRAL, HeadWords, Spec

_MIXED_UP = str.maketrans("ةىٱ", "هيا")

SPECS: Mapping[str, Spec] = files.read("nashra.languages", "SPEC")


def spec_of(lang: str) -> Spec:
    """What is known of the language `lang`; neutral defaults where it has no file."""
    return SPECS.get(lang, NEUTRAL)


@lru_cache(maxsize=1)
def head_words() -> HeadWords:
    """What people write in the heads of texts, in any language: who writes French may call keys by English names.

    All words are as `loose` makes them: look others up so.
    """
    heads = [spec.head for spec in SPECS.values()]
    sets = {
        each.name: frozenset(loose(word) for head in heads for word in getattr(head, each.name))
        for each in fields(HeadWords)
        if each.name != "meant"
    }
    return HeadWords(**sets, meant={loose(other): ours for head in heads for other, ours in head.meant.items()})


def loose(word: str) -> str:
    """`word` without what people leave out or mix up when they type a key: accents, the seat of hamza, ة and ه, ى and
    ي."""
    if word.isascii():
        return word
    plain = normalize("NFD", word)
    # of a whole text each letter is asked once
    marks = {ord(char): None for char in set(plain) if combining(char)}
    return plain.translate({**_MIXED_UP, **marks})
