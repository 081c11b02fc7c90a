"""The rules of a language, their words folded as the matcher folds those of a text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from nashra.entities.normalize import folder
from nashra.languages.names.known import names_of
from nashra.languages.names.spec import Rules


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

    rules: Rules = fold_all(names_of(lang))
    return replace(rules, whole=rules.whole | frozenset(map(fold, _collisions(lang))))


def _collisions(lang: str) -> list[str]:
    """The words of tables/collisions-LANG.txt, which are derived from a word list."""
    table = files("nashra.entities") / "tables" / f"collisions-{lang}.txt"
    if not table.is_file():
        return []
    return [line for line in table.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
