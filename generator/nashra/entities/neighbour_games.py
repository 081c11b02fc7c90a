"""Whether the name of a town stands for its club: Chelsea beat Valencia, خسر برشلونة أمام فالنسيا."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.beside import NEAR, Beside
from nashra.entities.forms import SMALL, Form
from nashra.entities.lands import Lands
from nashra.entities.surroundings import MOST_DIGITS, Surroundings, is_score
from nashra.languages.names.capital_words import CLUBS
from nashra.languages.names.spec import Rules
from nashra.model import Entity

_APOSTROPHES = frozenset("'’")


class Games(Beside):
    """The tests of one language. Countries are left alone, since their sides bear their names with right."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        super().__init__(entities, rules, lands)
        self._towns: dict[str, bool] = {}
        self._clubs: dict[str, bool] = {}
        self._town_clubs: dict[str, str] | None = None

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
        return (
            self._is_beside_club(text)
            or self._has_squad(text)
            or (self._wins(text) or self.is_met(text, text.hit.first) or self._has_score(text))
        )

    def is_club(self, id: str) -> bool:
        """Whether the body `id` is a club, by its description."""
        known = self._clubs.get(id)
        if known is None:
            is_body = self.entities[id].type == "organization"
            known = self._clubs[id] = is_body and self.lands.describes(id, self.rules.around.clubs)
        return known

    def as_club(self, form: Form, text: Surroundings) -> Form | None:
        """The club that the town of `form` stands for, where it plays and the registry has one club of its name."""
        if not self.is_side(form, text):
            return None
        club = self._club_of(form.entity)
        return form._replace(entity=club, type="organization", ambiguous=False) if club else None

    def _club_of(self, town: str) -> str:
        """The club whose name is that of `town` with a word for clubs, "" where none or several are: Liverpool FC."""
        if self._town_clubs is None:
            found: dict[str, set[str]] = {}
            words = CLUBS | self.rules.around.clubs
            for id in filter(self.is_club, self.entities):
                for name in self.lands.spelt(id):
                    rest = [word for word in name if word not in words]
                    if len(rest) < len(name):
                        found.setdefault(" ".join(rest), set()).add(id)
            self._town_clubs = {name: ids.pop() for name, ids in found.items() if len(ids) == 1}
        clubs = {self._town_clubs.get(" ".join(name), "") for name in self.lands.spelt(town)} - {""}
        return clubs.pop() if len(clubs) == 1 else ""

    def _is_beside_club(self, text: Surroundings) -> bool:
        """Whether "and" joins the town to a club: Real Madrid and Barcelona."""
        first, last, rules = text.hit.first, text.hit.last, self.rules
        if text.cased:
            before = first - 2 if text.before.folded in rules.around.joint and text.joins_before else -1
            after = last + 2 if text.after.folded in rules.around.joint and text.joins_after else -1
        else:
            before = first - 1 if text.hit.particle and text.hit.particle in rules.conjunctions[:1] else -1
            after = -1
        if text.before.folded in rules.around.hosts and text.joins_before:
            before = first - 2
        if text.after.folded in rules.around.hosts and text.joins_after:
            after = last + 2
        if text.mark_after & m.FACING and text.joins_after and not self._is_where(text):
            after = last + 2  # two goals for Liverpool against Juventus
        hits = [text.taken[place] for place in (before, after) if place in text.taken]
        return any(self.is_club(form.entity) for hit in hits for form in hit.forms[:1])

    def _is_where(self, text: Surroundings) -> bool:
        """Whether the town is where something happens: in Turin with Juventus, بتورينو."""
        if text.hit.particle:
            return text.hit.particle[-1] == self.rules.unknown.inside
        before, word = text.mark_before, text.before.folded
        is_led = word in self.rules.openers and not before & m.SCORED and word not in self.rules.around.joint
        return bool(before & m.INSIDE or is_led or word in self.rules.around.nearby)

    def _has_squad(self, text: Surroundings) -> bool:
        """Whether a player, or what else a club has, is the town's: le gardien de Valence, مدافع برشلونة."""
        first = text.hit.first
        before = text.mark_before if text.joins_before else 0
        if not text.cased:
            # سجل هدفين لليفربول
            is_for = text.hit.particle == self.rules.grammar.purpose
            return bool(before & m.GOAL) if is_for else not text.hit.particle and bool(before & m.SQUAD)
        if before & m.SCORED and text.mark(first - 2) & m.GOAL and text.joins(first - 1, -1):
            return True
        if not self.rules.compounds:
            return bool(text.mark_after & m.SQUAD) and text.joins_after and text.after.capitals == SMALL
        is_linked = bool(before & m.LINK) and text.joins(first - 1, -1)
        return is_linked and bool(text.mark(first - 2) & m.SQUAD)

    def _wins(self, text: Surroundings) -> bool:
        """Whether a verb of games stands right beside: its subject, or its object."""
        first, last = text.hit.first, text.hit.last
        if text.joins_before and text.mark_before & (m.BEATS | m.ACTS) and not text.hit.particle:
            # verbs of men: towns are women, clubs men
            return not text.mark_before & m.DEFINITE
        if not text.cased or not text.joins_after or last + 1 in text.taken:
            return False
        after = text.mark_after
        if after & m.BEATS or (after & m.MEETS and text.gap_before == "-" and first - 1 in text.taken):
            return True  # the Rome-Naples clash
        place = last + 1
        while text.word(place).folded in self.rules.around.auxiliaries and text.joins(place, 1) and place - last < NEAR:
            place += 1
        bits, then = text.mark(place), text.mark(place + 1)
        if place > last + 1 and bits & (m.BEATS | m.RELEGATED):
            return True
        if not bits & (m.MEETS | m.YIELDS) or not text.joins(place, 1):
            return False
        is_scored = place > last + 1 and text.word(place + 1).plain.isdecimal()
        is_next = bool(then & m.NEXT) and text.word(place + 2).capitals != SMALL
        return bool(then & m.FACING) or is_scored or (is_next and (bool(bits & m.YIELDS) or place > last + 1))

    def is_met(self, text: Surroundings, first: int) -> bool:
        """Whether "against", and a word of games further back, stands before the word `first`."""
        place = first - 1
        if not text.joins(first, -1) or place in text.taken:
            return False
        if text.word(place).folded in self.rules.around.beaten_by and text.joins(place, -1):
            return bool(text.mark(place - 1) & m.BEATS)
        if text.mark(place) & m.NEXT and text.joins(place, -1):
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
        """Whether a score stands beside, or three figures as in a table of results: Lille 2-1 Rennes, Lens 12 7 3 2."""
        first, last = text.hit.first, text.hit.last
        if text.mark_before & m.INSIDE and text.cased:
            return False  # she lost in Auckland 6-2
        if is_score(text, last, 1) or is_score(text, first, -1):
            return True
        if text.gap(last, 1) in _APOSTROPHES and text.mark_after & m.NUMBER:
            # Leeds's 2-1 defeat; the s is marked as figures are
            return is_score(text, last + 1, 1) and bool(text.mark(last + 4) & m.MEETS)
        if not text.after.plain.isdecimal():
            return False
        row = [text.word(last + step).plain for step in (1, 2, 3) if text.gap(last + step, -1).isspace()]
        return len(row) == 3 and all(figure.isdecimal() and len(figure) <= MOST_DIGITS for figure in row)
