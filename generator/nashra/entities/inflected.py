"""Whether a name of a script without capitals is an inflected word: القوات السعودية, وفدا تركيا, مصر على موقفه."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from nashra.entities import marks as m
from nashra.entities.forms import Form
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules

# الى without its hamza, الا.
_LONGEST_PARTICLE = 3
# Nouns and adjectives in a row, looked at from a name back: لاعبا شابا إيطاليا.
_MOST_ADJECTIVES = 3
_LEAST_NOUN = 3


class Inflected:
    """The tests of one language."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._particles = frozenset(rules.conjunctions + rules.prepositions)
        self._ending, self._and = rules.grammar.accusative, rules.conjunctions[:1]
        # how a name ends that may be an adjective in the accusative
        self.agreeing = (rules.grammar.nisba + self._ending,) if self._ending else ()

    def may_agree(self, before: str) -> bool:
        """Whether the raw word `before` a name may be the noun that it is the adjective of."""
        return before.endswith(self._ending) or before.removeprefix(self._and) in self._rules.grammar.others

    def says_of_noun(self, form: Form, text: Surroundings) -> bool:
        """Whether the word says something of the noun or pronoun before it."""
        if form.key in self._rules.predicates and self._is_predicate(form.key, text):
            return True
        return form.key.endswith(self.agreeing) and self._is_accusative(form, text)

    def _is_accusative(self, form: Form, text: Surroundings) -> bool:
        """Whether the name of a land is the adjective of it, behind a noun without article: وفدا تركيا.

        Both end alike then. Two of a thing do so too (منتخبا ألمانيا وإسبانيا), and adverbs: زار أيضا تركيا.
        """
        grammar = self._rules.grammar
        if form.type != "place" or text.hit.particle:
            return False
        if text.before.plain.removeprefix(self._and) in grammar.others and text.gap_before.isspace():
            return True
        behind = text.taken.get(text.hit.last + 1)
        if behind is not None and behind.particle and behind.particle in self._rules.conjunctions:
            return False
        place = text.hit.first
        for _ in range(_MOST_ADJECTIVES):
            if not text.gap(place, -1).isspace() or place - 1 in text.taken:
                return False
            place -= 1
            word = text.word(place).folded
            if not word.endswith(self._ending) or word.endswith(grammar.never_accusative) or len(word) < _LEAST_NOUN:
                return False
            if word in self._rules.unbound or text.mark(place) & (m.DEFINITE | m.ACTS | m.INSIDE):
                return False
            # زار رسميا تركيا, but وفدا رسميا تركيا
            if word not in self._rules.adverbs:
                return True
        return False

    def _is_predicate(self, word: str, text: Surroundings) -> bool:
        """Whether the word says something of the noun or pronoun before it: الرئيس مصر على موقفه."""
        if text.after.folded not in self._rules.predicates[word]:
            return False
        before = text.hit.first - 1
        if before in text.taken:
            # شكرت الصومال مصر على دعمها: no country is a man
            return all(form.type != "place" for form in text.taken[before].forms)
        return bool(text.mark(before) & m.DEFINITE) or text.before.folded in self._rules.subjects

    def is_adjective(self, text: Surroundings) -> bool:
        """After a definite noun, as in القوات السعودية, and after the name of a body, as in صحيفة عكاظ السعودية.

        These adjectives are feminine, so that men go before none: دعا الرئيس السعودية, اتهم الحوثيون السعودية.
        """
        if not text.gap_before.isspace() or text.before.folded in self._rules.leads:
            return False  # لاعب في السعودية
        grammar = self._rules.grammar
        definite = grammar.definite
        noun = text.before.plain  # folded, إلى would begin like a noun with its article
        noun = noun[1:] if noun[:1] in self._particles and noun[1:].startswith(definite) else noun
        if noun.startswith(definite) and len(noun) > _LONGEST_PARTICLE:
            is_man = noun.endswith(grammar.men) or text.before.folded in self._rules.cues.get("person", frozenset())
            return not is_man or noun.endswith(grammar.feminine)
        return is_among(
            text.word(text.hit.first - 2).folded, self._rules.cues.get("organization", frozenset()), self._particles
        )


def is_among(word: str, words: AbstractSet[str], particles: AbstractSet[str]) -> bool:
    """Whether the folded `word`, with or without one of the attached `particles`, is one of `words`."""
    return word in words or (word[:1] in particles and word[1:] in words)
