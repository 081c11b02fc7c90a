"""Whether a title or an office says whose surname it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.lands import Lands
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Words looked at after a name, and before it.
_NEAR, _FAR = 4, 7
_WORD = re.compile(r"[^\W\d_]+")
_SPACE_COMMA = " \u00a0\u202f\n,،"


class Offices:
    """Whether a title or an office says whose surname it is."""

    def __init__(self, rules: Rules, lands: Lands, entities: Mapping[str, Entity], marks: Mapping[str, int]) -> None:
        self._rules, self._lands = rules, lands
        self._entities, self._marks = entities, marks
        self._sportsmen: dict[str, bool | None] = {}

    def stand_before(self, text: Surroundings, id: str) -> bool:
        """Whether one stands before the name, with what belongs to it.

        id: the person. The office of another country is another's (النجم البرازيلي رونالدو), and so is that of another
        trade: no minister is a goalkeeper.
        """
        return self._is_before(text, id)

    def stand_after(self, text: Surroundings, id: str) -> bool:
        """Whether one stands just after the name."""
        return self._is_after(text, id)

    def rules_here(self, text: Surroundings, id: str) -> bool:
        """Whether an office of the person's own country stands just after the name: مرض بوتين الرئيس الروسي.

        Then a word before that is nothing we know is no first name.
        """
        place = text.hit.last + 1
        own = self._lands.country(id)
        if text.cased or not own or text.mark_before & m.GIVEN:
            return False
        return bool(text.mark(place) & m.DEFINITE) and self._lands.of_word(text.token(place + 1)) == own

    def tell_land(self, text: Surroundings, id: str) -> bool:
        """Whether an office of the person's own country stands before the name: الرئيس البرازيلي لولا."""
        return self._is_before(text, id, says_land=True)

    def _fits(self, bits: int, id: str) -> bool:
        """Whether the person `id` may have the office with the marks `bits`."""
        if id not in self._sportsmen:
            entity = self._entities[id]
            texts = [*entity.description.values(), *(title for each in entity.offices for title in each.title.values())]
            found = [self._marks[word] for text in texts for word in _WORD.findall(text)]
            plays = any(bits & m.PLAYER for bits in found)
            # who swam and is a president now may be told by either
            rules = any(bits & m.OFFICE and not bits & (m.PLAYER | m.NEUTRAL) for bits in found)
            self._sportsmen[id] = None if not found or (plays and rules) else plays
        is_sportsman = self._sportsmen[id]
        if is_sportsman is None or bits & m.NEUTRAL:
            return True
        return bool(bits & m.PLAYER) == is_sportsman

    def _is_before(self, text: Surroundings, id: str, *, says_land: bool = False) -> bool:
        own = self._lands.country(id)
        place = text.hit.first
        lands: set[str] = set()
        for _ in range(_FAR):
            gap = text.gap(place, -1)
            if not gap or gap.strip(_SPACE_COMMA + ".'’-") or "\n\n" in gap or ("." in gap and not text.cased):
                return False
            if "." in gap and len(text.word(place - 1).plain) > 3:
                return False
            place -= 1
            if place in text.taken:
                place = text.taken[place].first
                continue
            bits = text.mark(place)
            if bits & m.OFFICE:
                # أمين alone is a first name, not the secretary
                is_given = place == text.hit.first - 1 and bits & m.GIVEN and not bits & m.DEFINITE
                if not text.cased and is_given:
                    return False
                lands.add(self._lands.of_word(text.token(place - 1)) if text.joins(place, -1) and text.cased else "")
                if says_land:
                    return bool(own) and own in lands and self._fits(bits, id)
                return self._fits(bits, id) and (not own or own in lands or lands <= {""})
            if bits & m.LEAD or bits & m.LINK:
                continue
            country = self._lands.of_word(text.token(place))
            lands.add(country)
            if not country and (text.cased or not bits & m.DEFINITE):
                return False
        return False

    def _is_office(self, text: Surroundings, place: int, id: str) -> bool:
        """Whether an office stands behind the article at `place`: the former Israeli prime minister."""
        for _ in range(_NEAR):
            if not text.joins(place, 1):
                return False
            place += 1
            bits = text.mark(place)
            if bits & m.OFFICE:
                return self._fits(bits, id)
            if not bits & m.LEAD and not self._lands.of_word(text.token(place)) and place not in text.taken:
                return False
        return False

    def _end_of_chain(self, text: Surroundings) -> int:
        """The last word of the last of several persons who are named together, from the name on: Macron and Starmer."""
        place = text.hit.last
        while text.joins(place, 1):
            then = place + 1
            if text.cased:
                if text.word(then).folded not in self._rules.around.joint or not text.joins(then, 1):
                    break
                then += 1
            hit = text.taken.get(then)
            if hit is None or hit.first != then or hit.forms[0].type != "person":
                break
            if not text.cased and hit.particle not in self._rules.conjunctions:
                break
            place = hit.last
        return place

    def _are_after(self, text: Surroundings, id: str, place: int) -> bool:
        """Whether an office in the plural stands behind the comma that follows: Trump and Putin, the presidents."""
        if text.gap(place, 1).strip() not in (",", "،"):
            return False
        for _ in range(_NEAR):
            place += 1
            bits, word = text.mark(place), text.word(place).folded
            if bits & m.PLURAL:
                return self._fits(bits, id)
            is_between = bits & (m.LEAD | m.LINK) or self._lands.of_word(text.token(place))
            if not (is_between or word in self._rules.around.articles) or not text.joins(place, 1):
                return False
        return False

    def _is_after(self, text: Surroundings, id: str) -> bool:
        end = self._end_of_chain(text)
        if end > text.hit.last and self._are_after(text, id, end):
            return True
        place = text.hit.last
        for _ in range(_NEAR):
            gap = text.gap(place, 1)
            if not gap or gap.strip(_SPACE_COMMA) or "\n\n" in gap:
                return False
            if not text.cased and place > text.hit.last and gap.strip():
                return False
            if text.cased and place == text.hit.last and "," not in gap:
                return False
            place += 1
            if text.mark(place) & m.OFFICE:
                return self._fits(text.mark(place), id)
            if place in text.taken:
                continue
            if not text.mark(place) & (m.LINK | m.LEAD) and not self._lands.of_word(text.token(place)):
                return (
                    text.cased
                    and text.word(place).folded in self._rules.around.indefinite
                    and self._is_office(text, place, id)
                )
        return False
