"""Whether small words before a town show that it is one, where its name is also a first name or a word: in Florence."""

from __future__ import annotations

from nashra.entities import marks as m
from nashra.entities.forms import SMALL, Form
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.capital_words import GIVEN_NAMES
from nashra.languages.names.spec import Rules

# de la ville de
_MOST_LINKS = 3
# Words from a verb of giving to the one that it is given to.
_GIFT_NEAR = 4


def placed(form: Form, text: Surroundings, rules: Rules) -> Form:
    """`form`, no more ambiguous where it is the name of one place and small words show that it is meant."""
    if not form.ambiguous or form.type != "place" or len(text.hit.forms) > 1 or not text.cased:
        return form
    return form._replace(ambiguous=False) if form.key not in rules.hard and is_somewhere(text, rules) else form


def is_somewhere(text: Surroundings, rules: Rules) -> bool:
    """Whether the name in `text`, of a script with capitals, is said to be where something is or goes."""
    first, around = text.hit.first, rules.around
    if not text.joins_before or text.hit.particle or text.gap_after in ("'", "’"):
        return False
    if text.capital_after and text.after.folded not in rules.openers | rules.never:
        return False
    before, place = text.before, first - 1
    if before.folded in around.nearby:
        return True
    if before.folded in around.at and (before.capitals == SMALL or text.second_in_sentence):
        # "hommage à Florence" is to a woman of that name
        is_free = text.own.folded not in GIVEN_NAMES
        opens = text.second_in_sentence and text.gap_after.startswith(",")
        given = around.gives | around.tributes
        return is_free or opens or not (text.second_in_sentence or is_given(text, place, given))
    while text.word(place).folded in rules.links and text.joins(place, -1) and first - place < _MOST_LINKS:
        place -= 1
    return place < first - 1 and text.word(place).folded in around.of_towns


def is_given(text: Surroundings, place: int, gives: frozenset[str]) -> bool:
    """Whether one of the words `gives` stands shortly before `place`: il a donné un livre à Florence."""
    for _ in range(_GIFT_NEAR):
        if not text.joins(place, -1):
            return False
        place -= 1
        if text.word(place).folded in gives:
            return True
    return False


def is_of_holder(text: Surroundings, rules: Rules) -> bool:
    """Whether who has an office there follows: la sénatrice du Massachusetts Elizabeth Warren, but Paris Match."""
    place = text.hit.first - 1
    if text.word(place).folded not in rules.around.determiners:
        return False
    while text.mark(place) & m.LINK and text.joins(place, -1) and text.hit.first - place < _MOST_LINKS:
        place -= 1
    return bool(text.mark(place) & m.OFFICE)
