"""Whether a name is one of the words of the title of a work, of a band or of a show: the film "Midnight in Paris"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nashra.entities import marks as m
from nashra.entities.forms import Word
from nashra.entities.surroundings import Hit
from nashra.languages.names.spec import Rules

# Without the marks that are apostrophes too.
_OPENING, _CLOSING = frozenset('"“«„'), frozenset('"”»“')
_BLANKS = " \u00a0\u202f"
# Words of a title looked at on each side of a name.
_NEAR = 5


class WorkTitles:
    """The test of one language."""

    def __init__(self, rules: Rules, words: Mapping[str, Word], marks: Mapping[str, int]) -> None:
        self._words, self._marks = words, marks
        self._article = rules.around.article
        self._heads = rules.around.titled | rules.cues.get("work", frozenset())

    @staticmethod
    def may_stand_in(pieces: Sequence[str]) -> bool:
        """Whether there is a quotation in the text `pieces` at all."""
        return not _OPENING.isdisjoint("".join(pieces[::2]))

    def hold(self, hit: Hit, pieces: Sequence[str]) -> bool:
        """Whether quotation marks stand around `hit` and more, and right before them what has such a title."""
        first = self._quotes_before(hit, pieces)
        if first < 0 or not self._close_after(hit, pieces, is_whole=first == hit.first):
            return False
        token = pieces[2 * first - 1]
        word = self._words[token].folded
        bare = word.removeprefix(self._article)
        return bool(self._marks[token] & (m.WORK | m.THING)) or not self._heads.isdisjoint((word, word[1:], bare))

    @staticmethod
    def _quotes_before(hit: Hit, pieces: Sequence[str]) -> int:
        """The word right behind the opening mark, -1 where there is none near or nothing but the mark before it."""
        for place in range(hit.first, max(hit.first - _NEAR, 0), -1):
            gap = pieces[2 * place].strip(_BLANKS)
            if gap:
                # the same mark, with a blank behind it only, closes
                return place if gap in _OPENING and (gap == "«" or pieces[2 * place][0] in _BLANKS) else -1
        return -1

    @staticmethod
    def _close_after(hit: Hit, pieces: Sequence[str], *, is_whole: bool) -> bool:
        """Whether the title ends near. is_whole: whether it began with the name, so that more of it must follow."""
        for place in range(hit.last, min(hit.last + _NEAR, len(pieces) // 2)):
            gap = pieces[2 * place + 2].strip()
            if gap:
                return gap[0] in _CLOSING and not (is_whole and place == hit.last)
        return False
