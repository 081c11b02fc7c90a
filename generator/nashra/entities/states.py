"""A land, or a town, and a state of one name: "Arizona, Georgia and Nevada" names the state of Georgia."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nashra.entities.lands import Lands
from nashra.entities.surroundings import Hit
from nashra.entities.table_files import table
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Steps from a name of a list to the next: at most an "and" and an article stand between.
_NEXT = 3
_COMMAS = frozenset(",،")
_IN_LISTS = " \u00a0\u202f\n,،'’"

Found = list[tuple[Hit, str]]


@lru_cache(maxsize=1)
def namesakes() -> Mapping[str, str]:
    """The ids of lands and towns -> that of the state with the same name."""
    return {row[0]: row[1] for row in table("namesakes").rows}


class States:
    """The names of one language that a state shares."""

    def __init__(self, entities: Mapping[str, Entity], lands: Lands, rules: Rules) -> None:
        self._lands, self._rules = lands, rules
        self._pairs = {id: state for id, state in namesakes().items() if {id, state} <= entities.keys()}

    def told(self, found: Found, pieces: list[str]) -> Found:
        """`found`, in order of the text, with the state where others stand beside it, and without what may be one.

        What may be one is a land beside whose name the text names states, and neither another land nor anything of it.
        """
        pairs = self._pairs
        if pairs.keys().isdisjoint([id for _, id in found]):
            return found
        kept: Found = []
        view: set[str] | None = None
        for number, (hit, id) in enumerate(found):
            state = pairs.get(id)
            if state is None:
                kept.append((hit, id))
                continue
            if view is None:
                view = self._lands.in_view(pieces, [id for _, id in found if id not in pairs])
            is_land = self._lands.country(id) == id
            if is_land and id in view:
                kept.append((hit, id))
            # "Texas and Washington" are at odds
            elif (any if is_land else all)(self._is_listed(found, number, step, pieces) for step in (-1, 1)):
                kept.append((hit, state))
            elif not is_land or view != {self._lands.country(state)} or not any(self._is_state(i) for _, i in found):
                kept.append((hit, id))
        return kept

    def _is_state(self, id: str) -> bool:
        return self._lands.kind(id) in self._rules.around.states

    def _is_listed(self, found: Found, number: int, step: int, pieces: list[str]) -> bool:
        """Whether a state stands right before (step -1) or after the name `number`, in a list with it."""
        other = number + step
        if not 0 <= other < len(found) or not self._is_state(found[other][1]):
            return False
        one, two = sorted((found[number][0], found[other][0]))
        between = pieces[2 * one.last + 2 : 2 * two.first + 1]
        if len(between) > 2 * _NEXT or "".join(between[::2]).strip(_IN_LISTS):
            return False
        is_attached = bool(two.particle) and two.particle in self._rules.conjunctions
        joint = self._rules.around.joint
        return is_attached or not _COMMAS.isdisjoint(between[0]) or any(word in joint for word in between[1::2])
