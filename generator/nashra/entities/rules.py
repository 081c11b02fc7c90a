"""The rules of the languages that we know, their words folded as the matcher folds those of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from nashra.entities.around import listed
from nashra.entities.normalize import folder
from nashra.entities.rules_ar import ARABIC
from nashra.entities.rules_en import ENGLISH
from nashra.entities.rules_fr import FRENCH
from nashra.entities.ruleset import PREFIXES, Rules

_GENERIC = Rules(prefixes=PREFIXES)
_ITALIAN = Rules(elisions=listed("l d dell all nell sull dall un quell quest sant coll"), prefixes=PREFIXES)

RULES: Mapping[str, Rules] = {"ar": ARABIC, "fr": FRENCH, "en": ENGLISH, "it": _ITALIAN}


@lru_cache(maxsize=32)
def rules_of(lang: str) -> Rules:
    """The rules of the language `lang`, their words folded; general ones where we know none."""
    fold = folder(lang)

    def fold_all(value: Any) -> Any:
        if isinstance(value, frozenset):
            return frozenset(fold(word) for word in value)
        if isinstance(value, Mapping):
            return {fold(key): fold_all(words) for key, words in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{item.name: fold_all(getattr(value, item.name)) for item in fields(value)})
        return value

    rules: Rules = fold_all(RULES.get(lang, _GENERIC))
    return replace(rules, whole=rules.whole | frozenset(map(fold, _collisions(lang))))


def _collisions(lang: str) -> list[str]:
    """The words of tables/collisions-LANG.txt, which are derived from a word list."""
    table = files("nashra.entities") / "tables" / f"collisions-{lang}.txt"
    if not table.is_file():
        return []
    return [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
