"""Where a text has the title of a work, of a band or of a ship, in quotation marks: the film "Midnight in Paris"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.forms import Word
from nashra.languages.names.spec import Rules

# How a quotation begins; the marks that end one. None is an apostrophe.
_OPENING = (' "', "«", " “", " „")
_END = re.compile(r'["«»“”„\n]')
_CLOSING = frozenset('"”»“')
# Characters looked at for the word before the quotation, and for its end.
_BEFORE, _LONGEST = 30, 90
_BLANKS = " \u00a0\u202f"


class WorkTitles:
    """The test of one language."""

    def __init__(self, rules: Rules, words: Mapping[str, Word], marks: Mapping[str, int]) -> None:
        self._words, self._marks = words, marks
        self._article = rules.around.article
        self._heads = rules.around.titled | rules.cues.get("work", frozenset())

    def of(self, text: str) -> list[tuple[int, int]]:
        """Where titles of several words begin and end, in which names mean nothing else."""
        found: list[tuple[int, int]] = []
        for mark in _OPENING:
            place = text.find(mark) if mark[-1] in text else -1
            while place >= 0:
                start = place + len(mark)
                if text[start : start + 1] != " " or mark == "«":
                    found += self._title(text, place, start)
                place = text.find(mark, start)
        return found

    def _title(self, text: str, place: int, start: int) -> list[tuple[int, int]]:
        """The title that begins at `start`, behind the mark at `place`; none where nothing before it has one."""
        before = text[max(place - _BEFORE, 0) : place].split()
        end = _END.search(text, start, start + _LONGEST) if before and self._has_title(before[-1]) else None
        if end is None or end[0] not in _CLOSING or " " not in text[start : end.start()].strip(_BLANKS):
            return []
        return [(start, end.start())]

    def _has_title(self, token: str) -> bool:
        # "took place" is no square
        if self._marks[token] & (m.WORK | m.THING if self._article else m.WORK):
            return True
        word = self._words[token].folded
        return word in self._heads or word[1:] in self._heads or word.removeprefix(self._article) in self._heads
