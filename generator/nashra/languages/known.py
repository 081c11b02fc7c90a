"""The languages that have a file, and the one way to read it. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache

from nashra.languages import files
from nashra.languages.spec import NEUTRAL, HeadWords, Spec

SPECS: Mapping[str, Spec] = files.read("nashra.languages", "SPEC")


def spec_of(lang: str) -> Spec:
    """What is known of the language `lang`; neutral defaults where it has no file."""
    return SPECS.get(lang, NEUTRAL)


@lru_cache(maxsize=1)
def head_words() -> HeadWords:
    """What people write in the heads of texts, in any language: who writes French may call keys by English names."""
    heads = [spec.head for spec in SPECS.values()]
    sets = {
        each.name: frozenset[str]().union(*(getattr(head, each.name) for head in heads))
        for each in fields(HeadWords)
        if each.name != "meant"
    }
    return HeadWords(**sets, meant={other: ours for head in heads for other, ours in head.meant.items()})
