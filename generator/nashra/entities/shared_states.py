"""The state that has its name from a land, where the words right beside tell that it is meant: Atlanta, Georgia."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.states import namesakes
from nashra.entities.surroundings import Hit, Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

_GAPS = (", ", " (", "، ")


class SharedStates:
    """The tests of one language."""

    def __init__(self, rules: Rules, entities: Mapping[str, Entity]) -> None:
        self._rules = rules
        # land -> its state
        self.pairs = {id: state for id, state in namesakes().items() if state in entities}

    def of(self, hit: Hit) -> list[Hit]:
        """`hit` with the state for its meaning; nothing where no state has the name."""
        forms = [form._replace(entity=self.pairs[form.entity]) for form in hit.forms if form.entity in self.pairs]
        return [hit._replace(forms=forms)] if forms else []

    def is_meant(self, text: Surroundings) -> bool:
        """Whether a town of the state or its governor stands right beside: Savannah, Georgia; the Georgia governor."""
        form = text.hit.forms[0]
        near = self._rules.strangers.get(form.key) if form.entity in self.pairs else None
        if near is None:
            return False
        if text.gap_before in _GAPS:
            return text.before.folded in near
        if text.gap_after.isspace() and text.after.folded in near:
            return True
        place = text.hit.first - 1
        while text.joins(place, 1) and (text.word(place).folded in self._rules.links or text.mark(place) & m.INSIDE):
            place -= 1
        if place == text.hit.first - 1 and text.capital_after:
            return False  # Senator Georgia Brown
        return text.joins(place, 1) and text.word(place).folded in near
