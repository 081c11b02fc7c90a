"""Which country a body belongs to, and which countries a text is about: by their names and by adjectives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from nashra.entities.countries import lands
from nashra.entities.demonyms import adjectives, rows
from nashra.entities.disputed import nearby
from nashra.entities.forms import Word, names_in
from nashra.entities.index import MEMORY
from nashra.entities.normalize import Skeletons
from nashra.entities.rules import rules_of
from nashra.languages.names.spec import Rules
from nashra.model import Entity

_WORD = re.compile(r"[^\W_]+")
# Steps up from an entity to its country: a party, a government, a country.
_MOST_PARENTS = 8


class Lands:
    """The countries of `entities`, and the adjectives of countries in the language `lang`."""

    def __init__(self, entities: Mapping[str, Entity], lang: str, rules: Rules, words: Mapping[str, Word]) -> None:
        self._entities, self._words, self._rules = entities, words, rules
        self._lang = lang
        self._adjectives = adjectives(lang)
        self._article = rules.around.article
        # of the countries whose adjectives show nothing, since they are other words
        self._idle = frozenset(self._adjectives[word] for word in rules.idle if word in self._adjectives)
        self._countries: dict[str, str] = {}
        self._offices: dict[tuple[str, str], str] | None = None
        self._meant: dict[str, str] = {}
        self._attached = frozenset(rules.conjunctions + rules.prepositions)
        # the adjectives among the words of texts so far
        self._shown: dict[str, str] = {}

    def country(self, id: str) -> str:
        """The country of the entity `id`: itself, the one it says, or the first above it; "" where there is none."""
        known = self._countries.get(id)
        if known is None:
            known = self._countries[id] = self._find(id)
        return known

    def _find(self, id: str) -> str:
        current: str | None = id
        for _ in range(_MOST_PARENTS):
            entity = self._entities.get(current or "")
            if current is None or entity is None:
                return current if current is not None and _is_land(current) else ""
            if entity.country:
                return entity.country
            if _is_land(current):
                return current
            current = entity.parent or nearby().get(entity.id)
            if current is None:
                return ""
        return ""

    def kind(self, id: str) -> str:
        """The folded word that the description of the entity `id` begins with, "city"; "" where it has none."""
        words = self._entities[id].description.get(self._lang, "").split(" ", 1)
        return self._words[words[0]].folded if words[0] else ""

    def describes(self, id: str, words: frozenset[str]) -> bool:
        """Whether the description of the entity `id` has one of the folded `words`."""
        text = self._entities[id].description.get(self._lang, "")
        return any(self._words[word].folded in words for word in text.split(" ") if word)

    def is_called(self, id: str, words: frozenset[str]) -> bool:
        """Whether a name of the entity `id` has one of the folded `words`."""
        names = names_in(self._entities[id], self._lang)
        return any(self._words[word].folded in words for name in names for word in _WORD.findall(name))

    def spelt(self, id: str) -> list[list[str]]:
        """The folded words of each name of the entity `id`."""
        names = names_in(self._entities[id], self._lang)
        return [[self._words[word].folded for word in name.split(" ") if word] for name in names]

    def of_office(self, office: str, name: str) -> str:
        """The country whose ruler's title is the folded words `office` and `name`, as in سلطان عمان; "" for none."""
        if self._offices is None:
            self._offices = {}
            for entity in self._entities.values():
                for held in entity.offices:
                    words = [self._words[word].folded for word in held.title.get(self._lang, "").split(" ") if word]
                    if len(words) == 2 and held.of:
                        self._offices[words[0], words[1]] = held.of
        return self._offices.get((office, name), "")

    def names(self, country: str) -> frozenset[str]:
        """The folded words that are names of `country`."""
        entity = self._entities.get(country)
        if entity is None:
            return frozenset()
        return frozenset(self._words[name].folded for name in names_in(entity, self._lang) if name.isalpha())

    def are_of(self, country: str, tokens: Collection[str]) -> bool:
        """Whether a name with the raw words `tokens` has `country` in it: Cour des comptes du Maroc."""
        if any(self.of_word(token) == country for token in tokens):
            return True
        names = self.names(country)
        return any(self._words[token].folded in names for token in tokens)

    @property
    def shapes(self) -> frozenset[str]:
        """The skeletons of all words that may be adjectives of countries, and perhaps of some more."""
        return _shapes(self._lang)

    def learn(self, words: Iterable[tuple[str, str]]) -> None:
        """See to the new words of a text, before it is asked what it is about.

        words: (as it is written, its skeleton or ""), at least those with one of the `shapes` behind what may be
        attached to a word.
        """
        shapes, attached = self.shapes, self._attached
        contracted = tuple(written for written, _ in self._rules.contractions)
        for token, bones in words:
            is_attached = bones[:1] in attached and (bones[1:] in shapes or bones.startswith(contracted))
            if is_attached or bones in shapes or not bones:
                land = self.of_word(token)
                if land and land not in self._idle:
                    self._shown[token] = land

    def of_word(self, token: str) -> str:
        """The country whose adjective the raw word `token` is, "" where it is none."""
        meant = self._meant.get(token)
        if meant is None:
            if len(self._meant) >= MEMORY:
                self._meant.clear()
            meant = self._meant[token] = self._look_up(self._words[token].folded)
        return meant

    def _look_up(self, word: str) -> str:
        found = self._adjectives.get(word, "")
        if found or not self._article or len(word) <= len(self._article):
            return found
        grammar = self._rules.grammar
        if grammar.nisba not in word:
            return self._adjectives.get(word.removeprefix(self._article), "")
        stems = [word]
        stems += [word[1:]] if word[0] in self._attached else []
        stems += [
            meant + word[len(written) :] for written, meant in self._rules.contractions[:1] if word.startswith(written)
        ]
        for stem in stems:
            bare = stem.removeprefix(self._article)
            for ending in grammar.countries:
                if bare.endswith(ending):
                    root = bare[: len(bare) - len(ending)]
                    country = self._adjectives.get(root, "") or self._adjectives.get(root + grammar.nisba, "")
                    # without its article and its ending it may be anything: كوبا, بنين
                    if country and (stem != bare or ending in grammar.sure_countries):
                        return country
        return ""

    def is_main(self, land: str, pieces: list[str], mentioned: Iterable[str]) -> bool:
        """Whether a text is at least twice as much about `land` as about any other country."""
        counts = Counter(map(self.country, mentioned)) + Counter(filter(None, map(self._shown.get, pieces[1::2])))
        others = [count for found, count in counts.items() if found not in ("", land)]
        return counts[land] >= 2 * max(others, default=0)

    def in_view(self, pieces: list[str], mentioned: Iterable[str]) -> set[str]:
        """The countries that a text is about: those of what it names, and those whose adjectives it has.

        pieces: a text whose words `learn` has seen.
        """
        return {self.country(id) for id in mentioned}.union(filter(None, map(self._shown.get, pieces[1::2]))) - {""}


@lru_cache(maxsize=8)
def _shapes(lang: str) -> frozenset[str]:
    """See `Lands.shapes`."""
    rules, words = rules_of(lang), set(adjectives(lang))
    article, grammar = rules.around.article, rules.grammar
    if article:
        roots = words | {word.removesuffix(grammar.nisba) for word in words}
        words |= {root + ending for root in roots for ending in grammar.countries}
        words |= {article + word for word in words}
    return frozenset(Skeletons(lang).of_folded(words))


def _is_land(id: str) -> bool:
    """Whether `id` is that of a country, one without an adjective too."""
    return id in rows() or id in lands()
