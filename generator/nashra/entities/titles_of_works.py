"""Which words of a text stand in the title of a work, of a band or of a ship: the film "Midnight in Paris"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import compress, count

from nashra.entities import marks as m
from nashra.entities.forms import Word
from nashra.languages.names.spec import Rules

# What stands between two words where a quotation begins, and the marks that end one. None is an apostrophe.
_OPENING = frozenset((' "', ' "\u00a0', " «", " « ", " «\u00a0", " «\u202f", " “", " „", "\u00a0«\u00a0", "«"))
_CLOSING = frozenset('"”»“')
_MOST_WORDS = 8


class WorkTitles:
    """The test of one language."""

    def __init__(self, rules: Rules, words: Mapping[str, Word], marks: Mapping[str, int]) -> None:
        self._words, self._marks = words, marks
        self._article = rules.around.article
        self._heads = rules.around.titled | rules.cues.get("work", frozenset())

    def of(self, pieces: Sequence[str]) -> frozenset[int]:
        """The places of the words in titles of several words, which name nothing else."""
        openings = compress(count(), map(_OPENING.__contains__, pieces[::2]))
        found: set[int] = set()
        for first in openings:
            if first and self._has_title(pieces[2 * first - 1]):
                found.update(self._title(first, pieces))
        return frozenset(found)

    def _has_title(self, token: str) -> bool:
        if self._marks[token] & (m.WORK | m.THING):
            return True
        word = self._words[token].folded
        return word in self._heads or word[1:] in self._heads or word.removeprefix(self._article) in self._heads

    @staticmethod
    def _title(first: int, pieces: Sequence[str]) -> range:
        """The words from `first` to where the quotation ends; none where that is far, or where it has but one."""
        for place in range(first, min(first + _MOST_WORDS, len(pieces) // 2)):
            gap = pieces[2 * place + 2].strip()
            if gap:
                return range(first, place + 1) if gap[0] in _CLOSING and place > first else range(0)
        return range(0)
