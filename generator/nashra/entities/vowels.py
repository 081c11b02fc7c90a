"""Which of several names a word is by the vowels that are written: عُمان is Oman, and عَمّان Amman."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from unicodedata import combining

from nashra.entities.forms import names_in
from nashra.model import Entity


def by_vowels(word: str, names: Iterable[str], entities: Mapping[str, Entity], lang: str) -> set[str]:
    """The one of the entities `names` with whose name `word`, as it is written, shares most signs of vowels."""
    if not any(map(combining, word)):
        return set()
    letters, shared = _signs(word), {}
    for id in names:
        spelt = [_signs(name) for name in names_in(entities[id], lang)]
        shared[id] = max((_shared(letters, other) for other in spelt if len(other) == len(letters)), default=0)
    most = max(shared.values(), default=0)
    found = {id for id, count in shared.items() if most and count == most}
    return found if len(found) == 1 else set()


def _signs(word: str) -> list[str]:
    """The signs at each letter of `word`."""
    signs: list[str] = []
    for char in word:
        if combining(char) and signs:
            signs[-1] += char
        else:
            signs.append("")
    return signs


def _shared(signs: list[str], others: list[str]) -> int:
    return sum(bool(set(sign) & set(other)) for sign, other in zip(signs, others, strict=True))
