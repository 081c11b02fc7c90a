"""A land and its capital that have one name: العاصمة تونس is Tunis, not Tunisia."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nashra.entities.forms import Word
from nashra.entities.lands import Lands
from nashra.entities.states import Found
from nashra.entities.table_files import table
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Steps back from a name to "the capital": an adjective may stand between, as in العاصمة التونسية تونس.
_MOST_STEPS = 2


@lru_cache(maxsize=1)
def seats() -> Mapping[str, str]:
    """The ids of lands -> that of the capital that may have the same name."""
    return {row[0]: row[1] for row in table("seats").rows}


class Seats:
    """The capitals that one language may call as it calls their land."""

    def __init__(self, entities: Mapping[str, Entity], lands: Lands, rules: Rules, words: Mapping[str, Word]) -> None:
        self._lands, self._words = lands, words
        called = rules.around.capitals
        self._called = called.union(
            particle + word for word in called for particle in (*rules.conjunctions, *rules.prepositions)
        )
        self._seats = {land: seat for land, seat in seats().items() if called and seat in entities}

    def told(self, found: Found, pieces: list[str]) -> Found:
        """`found`, in order of the text, with the capital where "the capital" stands before the name of its land."""
        if self._seats.keys().isdisjoint([id for _, id in found]):
            return found
        seats = self._seats
        return [(hit, seats[id] if id in seats and self._is_seat(hit.first, id, pieces) else id) for hit, id in found]

    def _is_seat(self, first: int, id: str, pieces: list[str]) -> bool:
        for place in range(first - 1, max(first - 1 - _MOST_STEPS, -1), -1):
            word = pieces[2 * place + 1]
            if not pieces[2 * place + 2].isspace():
                return False
            if self._words[word].folded in self._called:
                return True
            if self._lands.of_word(word) != id:
                return False
        return False
