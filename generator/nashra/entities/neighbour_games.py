"""Whether the name of a town stands for its club: Chelsea beat Valencia, خسر برشلونة أمام فالنسيا."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.beside import NEAR, Beside
from nashra.entities.forms import Form
from nashra.entities.lands import Lands
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

_DASHES = frozenset("-–—:")
_MOST_DIGITS = 2


class Games(Beside):
    """The tests of one language. Countries are left alone, since their sides bear their names with right."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        super().__init__(entities, rules, lands)
        self._towns: dict[str, bool] = {}

    def is_town(self, id: str) -> bool:
        """Whether the place `id` is a town, by its description; countries and capitals may have none."""
        known = self._towns.get(id)
        if known is None:
            kind = self.lands.kind(id)
            known = self.lands.country(id) != id and (not kind or kind in self.rules.around.towns)
            self._towns[id] = known
        return known

    def is_side(self, form: Form, text: Surroundings) -> bool:
        """Whether the town of `form` plays, with a verb of games before or behind it, or with a score."""
        if not self.is_town(form.entity):
            return False
        return self._wins(text) or self.is_met(text, text.hit.first) or self._has_score(text)

    def _wins(self, text: Surroundings) -> bool:
        """Whether a verb of games stands right beside: its subject, or its object."""
        first, last = text.hit.first, text.hit.last
        if text.joins(first, -1) and text.mark(first - 1) & (m.BEATS | m.ACTS) and not text.hit.particle:
            # verbs of men: towns are women, clubs men
            return not text.mark(first - 1) & m.DEFINITE
        if not text.cased or not text.joins(last, 1) or last + 1 in text.taken:
            return False
        after = text.mark(last + 1)
        if after & m.BEATS:
            return True
        if text.word(last + 1).folded in self.rules.around.auxiliaries and text.joins(last + 1, 1):
            return bool(text.mark(last + 2) & (m.BEATS | m.RELEGATED))
        return bool(after & m.MEETS) and text.joins(last + 1, 1) and bool(text.mark(last + 2) & m.FACING)

    def is_met(self, text: Surroundings, first: int) -> bool:
        """Whether "against", and a word of games further back, stands before the word `first`."""
        place = first - 1
        if not text.joins(first, -1) or place in text.taken:
            return False
        if text.word(place).folded in self.rules.around.facing_next and text.joins(place, -1):
            place -= 1  # face à, lost to
            if not text.mark(place) & (m.FACING | m.YIELDS):
                return False
        elif not text.mark(place) & m.FACING:
            return False
        if text.mark(place) & m.YIELDS:
            return True
        for _ in range(NEAR):
            if not text.joins(place, -1):
                return False
            place -= 1
            if text.mark(place) & (m.MEETS | m.BEATS | m.YIELDS):
                return True
        return False

    def _has_score(self, text: Surroundings) -> bool:
        """Whether a score stands beside: Lille 2-1 Rennes."""
        return self._is_score(text, text.hit.last, 1) or self._is_score(text, text.hit.first, -1)

    @staticmethod
    def _is_score(text: Surroundings, place: int, step: int) -> bool:
        near, far = text.word(place + step).plain, text.word(place + 2 * step).plain
        is_short = len(near) <= _MOST_DIGITS and len(far) <= _MOST_DIGITS
        if not (is_short and near.isdecimal() and far.isdecimal() and text.joins(place, step)):
            return False
        return text.gap(place + step, step) in _DASHES
