"""From a name in the registry to the ways it may be written in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.entities.rules import Rules
from generator.model import Entity

# What may stand between two words of a name without changing it.
_JOINERS = re.compile(r"[\s\-‐‑–'’ʼ]+")
_MAX_GAP = 2
_MAX_ACRONYM = 6
# بنكيران is بن كيران; below this length the بن is more often part of the root (بنان, بندر).
_LEAST_JOINED = 6

SMALL, CAPITAL, CAPITALS = 0, 1, 2


class Word(NamedTuple):
    """A word of a text: its plain spelling, its folded one, where it ends in the raw token, and its capitals.

    capitals: CAPITALS when all its letters are, CAPITAL when some are, else SMALL (scripts without case, digits).
    """

    plain: str
    folded: str
    end: int
    capitals: int


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a name of `entity`.

    capitals: the least capitals of each word, as in `Word`.
    key:      the folded name when it is one word, else "".
    spelling: the same with its accents, in lower case.
    has_capitals: whether any word needs capitals.
    """

    entity: str
    type: str
    capitals: tuple[int, ...]
    key: str = ""
    spelling: str = ""
    has_capitals: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "has_capitals", any(self.capitals))


def names_in(entity: Entity, lang: str) -> Iterator[str]:
    """What to look for in a text in `lang`: the names in it, or, where there are none, those in other languages."""
    if lang in entity.names or lang in entity.aliases:
        if lang in entity.names:
            yield entity.names[lang]
        yield from entity.aliases.get(lang, ())
        return
    yield from entity.names.values()
    for aliases in entity.aliases.values():
        yield from aliases


def gap_key(gap: str) -> str | None:
    """What the text between two words means for a name: "" nothing, else a sign such as "." or "&"; None: they part."""
    if gap.isspace():
        return None if gap.count("\n") > 1 else ""
    if "\n" in gap and gap.count("\n") > 1:
        return None
    sign = _JOINERS.sub("", gap)
    return sign if len(sign) <= _MAX_GAP else None


class FormMaker:
    """Turns names into paths of keys.

    split: cuts a text into gaps and raw words. words: describes a raw word. fold: folds a plain word.
    """

    def __init__(
        self,
        rules: Rules,
        split: Callable[[str], list[str]],
        words: Mapping[str, Word],
        fold: Callable[[str], str],
    ) -> None:
        self._rules, self._split, self._words, self._fold = rules, split, words, fold

    def paths(self, name: str, entity: Entity) -> Iterator[tuple[list[str], Form]]:
        """(keys of the words, form) for each way to write `name`; nothing for a name that could be anything.

        Names without a letter, and of one letter only, are such.
        """
        pieces = self._split(name)
        words = [self._words[token] for token in pieces[1::2]]
        if not words or (len(words) == 1 and (len(words[0].plain) < 2 or words[0].plain.isdecimal())):
            return
        keys = [word.folded for word in words]
        least = [CAPITAL if word.capitals and len(word.plain) == 1 else word.capitals for word in words]
        form = Form(entity.id, entity.type, tuple(least))
        if len(words) == 1:
            form = Form(entity.id, entity.type, tuple(least), keys[0], words[0].plain.casefold())
        gaps = [gap_key(gap) or "" for gap in pieces[2:-1:2]]
        signed = any(gaps)
        if signed:
            dotted = [keys[0], *(gap + key for gap, key in zip(gaps, keys[1:], strict=True))]
            yield dotted, form
        if not signed or all(gap in ("", ".") for gap in gaps):
            yield keys, form
        plain = words[0].plain
        if len(words) == 1 and words[0].capitals == CAPITALS and plain.isalpha() and len(plain) <= _MAX_ACRONYM:
            letters = [keys[0][0], *("." + letter for letter in keys[0][1:])]
            yield letters, Form(entity.id, entity.type, (CAPITAL,) * len(letters))
        if self._rules.joined:
            yield from self._respaced(words, entity)

    def _respaced(self, words: list[Word], entity: Entity) -> Iterator[tuple[list[str], Form]]:
        """عبد الله as عبدالله, and the reverse."""
        joined = self._rules.joined
        for index, word in enumerate(words):
            before = [other.folded for other in words[:index]]
            if word.folded in joined and index + 1 < len(words):
                key = self._fold(word.plain + words[index + 1].plain)
                yield self._small([*before, key, *(other.folded for other in words[index + 2 :])], entity)
            elif len(word.plain) >= _LEAST_JOINED - 1:
                after = [other.folded for other in words[index + 1 :]]
                for first in joined:
                    rest = word.plain[len(first) :]
                    if word.folded.startswith(first) and self._detaches(first, rest, word, entity):
                        yield self._small([*before, first, self._fold(rest), *after], entity)

    def _detaches(self, first: str, rest: str, word: Word, entity: Entity) -> bool:
        if first == "عبد":
            return rest.startswith("ال")
        if first == "بن":
            return entity.type == "person" and len(word.plain) >= _LEAST_JOINED
        return first in ("ابو", "ابي", "ابا") and len(rest) >= 2

    @staticmethod
    def _small(keys: list[str], entity: Entity) -> tuple[list[str], Form]:
        return keys, Form(entity.id, entity.type, (SMALL,) * len(keys), keys[0] if len(keys) == 1 else "")
