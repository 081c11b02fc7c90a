"""What the lists of `around` say of a word of a text, as bits, so that most names are let through at a glance."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities.forms import Word
from nashra.entities.index import MEMORY
from nashra.languages.names.spec import Rules

KIN, JUNIOR, GIVEN, HALF, ORDINARY, THING, NAMED, BETWEEN, HEAD, TAIL, DIRECTION, ARM, WING = (
    1 << n for n in range(13)
)
OFFICE, LEAD, WOMAN, SPORT, FOOTBALL, QUALIFIER, AGE, EPITHET, LINK, INSIDE = (1 << n for n in range(13, 23))
# With the article; an adjective with the article; behind an attached "for", "of", as in لكرة; digits, or the s of a
# possessive, beyond which to look.
DEFINITE, ADJECTIVE, FOR, NUMBER = (1 << n for n in range(23, 27))
REGION, COMPASS, STATE = (1 << n for n in range(27, 30))
BODY, TEAM, CONSTRUCT, SURNAME, DESCENT, ARTICLE, WORK, AREA, PLAYER, NEUTRAL, TIME, NAMING, FIELD = (
    1 << n for n in range(30, 43)
)
BEATS, MEETS, FACING, YIELDS, RELEGATED, TREATY, PLURAL, WESTERN, ACTS, NEXT, GAME, SQUAD, YOUTH = (
    1 << n for n in range(43, 56)
)
# the last: before every place it is something else, a lake
LIBERATION, MOVEMENT, CALLING, FAIR, DUAL, ONE, GOAL, SCORED, BARRED = (1 << n for n in range(56, 65))

# Lists of words as they are written, and of words that may have an article and attached particles.
_WHOLE = {
    "juniors": JUNIOR, "halves": HALF, "between": BETWEEN, "directions": DIRECTION, "lead": LEAD,
    "qualifiers": QUALIFIER, "ages": AGE, "epithets": EPITHET, "links": LINK, "inside": INSIDE, "named": NAMED,
    "tails": TAIL, "wings": WING, "bodies": BODY, "teams": TEAM, "surnames": SURNAME,
    "descent": DESCENT, "articles": ARTICLE,
    "works": WORK, "areas": AREA, "fields": FIELD, "times": TIME, "namings": NAMING,
    "regions": REGION, "compass": COMPASS, "facing": FACING, "facing_next": NEXT, "relegated": RELEGATED,
    "western": WESTERN, "youths": YOUTH, "ones": ONE, "scored_for": SCORED,
}  # fmt: skip
_STEMS = {
    "players": PLAYER, "neutral": NEUTRAL,
    "kin": KIN, "given": GIVEN, "things": THING, "heads": HEAD, "arms": ARM, "offices": OFFICE, "women": WOMAN,
    "acts": ACTS, "beats": BEATS, "meets": MEETS, "yields": YIELDS, "treaties": TREATY,
    "ordinary": ORDINARY, "sports": SPORT, "football": FOOTBALL, "games": GAME,
    "liberations": LIBERATION, "movements": MOVEMENT, "squads": SQUAD, "states": STATE,
    "constructs": CONSTRUCT, "callings": CALLING, "fairs": FAIR, "goals": GOAL,
}  # fmt: skip
# What several people may be together: the presidents Trump and Putin.
_OF_SEVERAL = OFFICE | PLAYER | NEUTRAL
_LEAST_STEM = 2
_LEAST_ADJECTIVE = 5


class Marks(dict[str, int]):
    """Raw token -> its bits, worked out at first sight."""

    def __init__(self, rules: Rules, words: Mapping[str, Word]) -> None:
        super().__init__()
        self._rules, self._words = rules, words
        self._article = rules.around.article
        # other letters begin no word with a particle or with the article
        self._particles = frozenset(rules.conjunctions + rules.prepositions) if self._article else frozenset()
        self._firsts = self._particles.union(self._article[:1])
        self._descent = tuple(rules.grammar.before_names)
        self._adjectives = tuple(ending for endings in rules.grammar.adjectives for ending in endings)
        self._for = rules.grammar.purpose
        self._verb = rules.grammar.verb
        self._seeming = frozenset(map(_ended, rules.around.seeming))
        self._attached, self._no_article = rules.conjunctions + rules.prepositions, rules.around.no_article
        self._whole = self._table(_WHOLE)
        self._stems = self._table(_STEMS)
        for listed, bit in ((rules.speech, ORDINARY), (rules.barred.get("", frozenset()), BARRED)):
            for word in listed:
                key = _ended(word)
                self._stems[key] = self._stems.get(key, 0) | bit

    def _table(self, lists: Mapping[str, int]) -> dict[str, int]:
        table: dict[str, int] = {}
        for name, bit in lists.items():
            for word in getattr(self._rules.around, name):
                key = _ended(word)
                table[key] = table.get(key, 0) | bit
                if bit & _OF_SEVERAL:
                    for ending in self._rules.grammar.plurals:
                        table[key + ending] = table.get(key + ending, 0) | bit | PLURAL
                elif bit & THING and self._rules.grammar.duals:
                    both = _dual(key, *self._rules.grammar.duals)
                    table[both] = table.get(both, 0) | bit | DUAL
        return table

    def __missing__(self, token: str) -> int:
        if len(self) >= MEMORY:
            self.clear()
        folded = _ended(self._words[token].folded)
        bits = self._whole.get(folded, 0) | self._stems.get(folded, 0)
        if folded == "s" or folded.isdecimal():
            bits |= NUMBER
        if folded.startswith(self._descent):
            bits |= self._descends(folded)
        first = folded[:1]
        if first in self._firsts:
            # إليوت is folded as if it had the article
            none = self._no_article
            has_none = none in token and token.lstrip(self._attached).startswith(none) if none else False
            article = 0 if has_none else self._behind_article(folded)
            if article and len(folded) >= _LEAST_ADJECTIVE and folded.endswith(self._adjectives):
                article |= ADJECTIVE
            bits |= article
            if first in self._particles:
                for particle, stem in self._parts(folded):
                    bits |= self._stems.get(stem, 0) | (0 if has_none else self._behind_article(stem))
                    bits |= FOR if particle == self._for else self._whole.get(stem, 0)
        if not bits and self._verb and len(folded) > _LEAST_STEM and self._is_verb(folded):
            bits = ORDINARY
        self[token] = bits
        return bits

    def _behind_article(self, stem: str) -> int:
        """The bits of a definite noun, 0 for what has no article."""
        if not stem.startswith(self._article) or stem in self._seeming:
            return 0
        # no first name has an article
        return self._stems.get(stem[len(self._article) :], 0) & ~GIVEN | DEFINITE

    def _descends(self, folded: str) -> int:
        """Whether a first name is joined to the word for a son: بنعلي."""
        for first in self._descent:
            if folded.startswith(first) and self._stems.get(folded.removeprefix(first), 0) & GIVEN:
                return DESCENT
        return 0

    def _is_verb(self, word: str) -> bool:
        """Whether the list of ordinary words has the verb with him for its subject, now: سيزور, تزور, أضافت, وأضافت."""
        grammar = self._rules.grammar
        if word[0] in self._rules.conjunctions:
            word = word[1:]
        if len(word) <= _LEAST_STEM:
            return False
        if word.endswith(grammar.verb) and self._stems.get(word[: -len(grammar.verb)], 0) == ORDINARY:
            return True
        her, him = grammar.present
        if word[0] == grammar.future and word[1] in grammar.present:
            word = word[1:]
        return self._stems.get(him + word[1:] if word[0] == her else word, 0) == ORDINARY

    def _parts(self, word: str) -> list[tuple[str, str]]:
        """(the preposition, what it is attached to) for a word that begins with what may be a particle."""
        parts: list[tuple[str, str]] = []
        if len(word) <= _LEAST_STEM:
            return parts
        rules = self._rules
        if word[0] in rules.prepositions:
            self._add_parts(word, parts)
        else:
            stem = word[1:]
            parts.append(("", stem))
            if len(stem) > _LEAST_STEM and stem[0] in rules.prepositions:
                self._add_parts(stem, parts)
        return parts

    def _add_parts(self, stem: str, parts: list[tuple[str, str]]) -> None:
        parts.append((stem[0], stem[1:]))
        for written, meant in self._rules.contractions[:1]:
            if stem.startswith(written):
                parts.append((stem[0], meant + stem[len(written) :]))


def _dual(word: str, ending: str, feminine: str) -> str:
    """Two of what `word` is: شارعي, مدرستي."""
    return word[:-1] + feminine if word.endswith("ه") else word + ending


def _ended(word: str) -> str:
    """With the letter that taa marbuta is read as; short words keep it when they are folded."""
    return word[:-1] + "ه" if word.endswith("ة") else word
