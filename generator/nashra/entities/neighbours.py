"""Whether the words beside a name make another of it: a relative, a street, another country's body, a youth cup."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nashra.entities import marks as m
from nashra.entities.forms import Form
from nashra.entities.lands import Lands
from nashra.entities.neighbour_bodies import Bodies
from nashra.entities.neighbour_persons import Persons
from nashra.entities.neighbour_places import Places
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Bits beside a name that may make another of it, by what the name is; others are let through.
BEFORE = {
    "person": m.ARTICLE | m.KIN | m.GIVEN | m.THING | m.BETWEEN | m.WOMAN | m.DEFINITE | m.HALF,
    "organization": m.WESTERN
    | m.GIVEN
    | m.NAMING
    | m.AREA
    | m.WORK
    | m.THING
    | m.ARM
    | m.LINK
    | m.QUALIFIER
    | m.SPORT
    | m.NUMBER,
    "event": m.NAMING | m.WORK | m.QUALIFIER | m.SPORT | m.NUMBER,
    "place": m.NAMING
    | m.THING
    | m.WORK
    | m.HEAD
    | m.TEAM
    | m.LINK
    | m.BETWEEN
    | m.BEATS
    | m.ACTS
    | m.WESTERN
    | m.FACING
    | m.NEXT
    | m.TREATY
    | m.LIBERATION
    | m.SQUAD
    | m.STATE
    | m.GOAL
    | m.SCORED
    | m.FAIR
    | m.ONE
    | m.BARRED
    | m.NUMBER,
    "work": 0,
}
AFTER = {
    "person": m.LINK | m.DESCENT | m.SURNAME | m.JUNIOR | m.HALF | m.GIVEN | m.NAMED | m.KIN | m.ADJECTIVE,
    "organization": m.WING
    | m.AREA
    | m.FIELD
    | m.BODY
    | m.QUALIFIER
    | m.AGE
    | m.SPORT
    | m.FOOTBALL
    | m.ADJECTIVE
    | m.LINK
    | m.FOR
    | m.NUMBER
    | m.INSIDE,
    "event": m.QUALIFIER | m.AGE | m.SPORT | m.FOOTBALL | m.ADJECTIVE | m.LINK | m.FOR | m.INSIDE | m.DEFINITE,
    "place": m.TAIL
    | m.TEAM
    | m.BODY
    | m.DIRECTION
    | m.ADJECTIVE
    | m.LINK
    | m.REGION
    | m.STATE
    | m.INSIDE
    | m.BEATS
    | m.MEETS
    | m.YIELDS
    | m.RELEGATED
    | m.SQUAD
    | m.NUMBER,
    "work": 0,
}


class Neighbours:
    """The tests of one language, for the forms of one word and of several."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        self._bodies = Bodies(entities, rules, lands)
        self._places = Places(entities, rules, lands)
        self._tests: dict[str, Callable[[Form, Surroundings], bool]] = {
            "person": Persons(entities, rules, lands).make_another,
            "organization": self._bodies.make_another,
            "event": self._bodies.make_another,
            "place": self._places.make_another,
        }

    def meant(self, form: Form, text: Surroundings) -> Form | None:
        """`form`, the club of a town that plays, or None where what stands around makes it another name."""
        test = self._tests.get(form.type)
        if test is None or not test(form, text):
            return form
        if form.type != "place" or self._bodies.is_of_other_game(form, text):
            return None
        return self._places.as_club(form, text)

    def is_course(self, text: Surroundings) -> bool:
        """Whether the race that stands before goes from the town to the one behind it: سباق باريس نيس."""
        return self._places.is_course(text)

    def is_of_football(self, id: str) -> bool:
        """Whether other sports in the sentence make another of the body or event `id`."""
        return self._bodies.is_of_football(id)

    def is_elsewhere(self, form: Form, text: Surroundings) -> bool:
        """Whether the name of another country follows a body with a general name: "of Jordan", "بالجزائر"."""
        return self._bodies.is_elsewhere(form, text)
