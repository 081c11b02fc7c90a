"""Words of a script without capitals that the texts inflect: what has an article, a pronoun, a feminine or another
person of its verb somewhere is a common word, and no name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from nashra.entities.rules import rules_of
from nashra.languages.names.spec import Rules

_LEAST_STEM, _LEAST_LETTERS, _LEAST_OWNED, _LEAST_VERB = 2, 3, 4, 4


def says_of_her(noun: str, word: str, rules: Rules) -> bool:
    """Whether the folded `word` is an adjective of the feminine noun before it, or its verb: مدينة اشتهرت."""
    grammar = rules.grammar
    if not noun.endswith(tuple(end for end in grammar.feminine if len(end) == 1)):
        return False
    is_verb = len(word) > _LEAST_VERB and word.startswith(rules.around.article[:1]) and word.endswith(grammar.verb)
    return is_verb or word.endswith(grammar.adjectives[1])


class CommonWords:
    """What the words `whole` of all texts, folded, tell of each of them in the language `lang`."""

    def __init__(self, lang: str, whole: AbstractSet[str]) -> None:
        rules = rules_of(lang)
        self._whole, self._cues, self._grammar = whole, rules.unknown, rules.grammar
        self._article, self._definite = rules.around.article, rules.grammar.definite
        self._and, self._prepositions = rules.conjunctions, rules.prepositions
        self._stops = rules.unknown.stops | rules.unknown.common | rules.around.ordinary
        self._known: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Whether `word`, without its article, is one that the texts inflect."""
        if word not in self._known:
            bare = word.removeprefix(self._article)
            self._known[word] = self._is_inflected(bare, {bare} if bare != word else self._with_article(bare))
        return self._known[word]

    def seems_owned(self, word: str) -> bool:
        """Whether the word, as it is written, ends as with a pronoun: جيرانهم, ناحيته."""
        return len(word) > _LEAST_OWNED and word.endswith(self._cues.owned)

    def goes_on(self, word: str) -> bool:
        """Whether a particle begins the word, and what is left is a word of the texts: وفي, بنسبة, سيكون."""
        first, rest = word[:1], word[1:]
        if len(rest) < _LEAST_STEM or word in self._cues.firsts:
            return False
        if first == self._grammar.future and rest[:1] in self._grammar.present and rest in self._whole:
            return True
        is_word = rest in self._stops or (len(rest) > _LEAST_LETTERS and rest in self._whole)
        return first in self._and + self._prepositions and (is_word or rest.startswith(self._article))

    def _stands(self, word: str) -> bool:
        """Whether the texts have the word, with an article or without."""
        return word in self._whole or not self._whole.isdisjoint(self._with_article(word))

    def _with_article(self, word: str) -> set[str]:
        return {start + word for start in self._definite}

    def _is_inflected(self, word: str, others: set[str]) -> bool:
        """others: how a noun stands where the word stands with its article, or without."""
        if len(word) < _LEAST_LETTERS:
            return False
        ending, becomes = self._cues.instead
        stem = word[: -len(ending)] + becomes if word.endswith(ending) else word
        if not self._whole.isdisjoint(others):
            return True
        if any(stem + suffix in self._whole for suffix in self._cues.suffixes):
            return True
        his, her = self._grammar.present
        other = {his: her, her: his}.get(word[0])
        if other and other + word[1:] in self._whole:
            return True  # تحمل, يحمل
        return word + self._grammar.verb in self._whole or self._has_ending(word, ending, becomes)

    def _has_ending(self, word: str, ending: str, becomes: str) -> bool:
        """Whether the word ends as a feminine, an adverb, or with a pronoun: قوية, حاليا, زوجته."""
        for suffix in (*self._cues.suffixes, *self._grammar.adverbs, self._grammar.verb):
            stem = word.removesuffix(suffix)
            if stem == word or len(stem) < _LEAST_STEM:
                continue
            if self._stands(stem) or (stem.endswith(becomes) and self._stands(stem[: -len(becomes)] + ending)):
                return True
        return False
