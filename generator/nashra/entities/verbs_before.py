"""Whether what "of" leads to behind a body goes with the verb before it, and is no part of a longer name."""

from __future__ import annotations

from nashra.entities import marks as m
from nashra.entities.surroundings import Surroundings
from nashra.entities.whereabouts import is_given
from nashra.languages.names.spec import Rules


def goes_with_verb(text: Surroundings, place: int, rules: Rules) -> bool:
    """Whether the small word at `place`, which a link joins to the body of `text`, is that of a verb.

    Three cases: an infinitive (l'ONU d'avoir menti), what a body is blamed for (accuse l'ONU de complicité), and what
    it is asked for or given (demande à l'ONU des preuves).
    """
    grammar, around = rules.grammar, rules.around
    word, last = text.word(place).folded, text.hit.last
    if place == last + 2 and word.endswith(grammar.infinitives) and word not in grammar.not_infinitive:
        return True
    before = text.hit.first - 1
    if text.mark(before) & m.ARTICLE and text.joins(before, -1):
        before -= 1  # la Banque mondiale
    verb = text.word(before).folded
    if around.blames and verb.startswith(around.blames) and text.after.folded not in around.determiners:
        return True
    is_of_plenty = place > last + 2 or text.after.folded in around.determiners
    return is_of_plenty and verb in around.at and is_given(text, before, around.gives)
