"""The names of a registry, arranged so that a word of a text leads straight to the names that may begin with it.

Building only sorts the names by their first word; the tree behind a first word is made when a text has that word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from nashra.entities.demonyms import is_country
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form, FormMaker, Word, foreign_names, is_latin, names_in
from nashra.entities.normalize import BEGINNING, beginner, offsets, plain
from nashra.entities.spellings import SPELT, SPELT_TYPES, spellings
from nashra.languages.names.spec import Rules
from nashra.languages.scripts import UNSPACED_LANGUAGES
from nashra.model import Entity

# Words remembered before starting afresh: about 30 MB. No result depends on it.
MEMORY = 200_000
# No word of a name is longer; what is longer in a text is no word (a pasted key, an attack).
_MAX_WORD = 64
# A name of one word and so few letters is not looked for behind an attached particle.
_LEAST_STEM = 3


class Node:
    """A place in a tree of names: what may follow, and the names that end here."""

    __slots__ = ("children", "forms")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.forms: list[Form] | None = None


# A list of names waits under its first word until a text has that word, then becomes a tree.
_Trees = dict[str, Node | list[tuple[str, Entity]]]

# (node after the first word, characters of the raw token before the name, the particle, whether one word is enough)
_Head = tuple[Node, int, str, bool]


class Start(NamedTuple):
    """What may begin with a word of a text.

    alone: (characters of the raw token before the name, the particle, the forms) where the word is a name.
    longer: (node after the first word, characters before the name, the particle) for names of several words.
    behind: the same as `alone`, where the word is a name and, behind its first letter, another one: وجدة, و + جدة.
    """

    alone: tuple[int, str, list[Form]] | None
    longer: tuple[tuple[Node, int, str], ...]
    behind: tuple[int, str, list[Form]] | None = None


class Words(dict[str, Word]):
    """Raw token -> Word, worked out at first sight."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, token: str) -> Word:
        if len(token) > _MAX_WORD:
            return Word("", "", len(token), SMALL)
        if len(self) >= MEMORY:
            self.clear()
        text = plain(token)
        capitals = SMALL
        if text.isupper():
            capitals = CAPITALS
        elif not text.islower() and text.lower() != text:
            capitals = CAPITAL
        end = len(token) if text is token else offsets(token)[-1]
        word = self[token] = Word(text, self._fold(text) if text else "", end, capitals)
        return word


class Index:
    """The names of `entities` that a text in `lang` may hold, by the folded word they begin with.

    foreign: whether, in a language of another script, the names in Latin letters are among them. They are sorted when a
    text has a word in such letters.
    """

    def __init__(
        self,
        entities: Iterable[Entity],
        lang: str,
        rules: Rules,
        split: Callable[[str], list[str]],
        words: Words,
        fold: Callable[[str], str],
        *,
        foreign: bool,
    ) -> None:
        self._lang, self._split, self._words = lang, split, words
        self._entities = entities
        self._maker = FormMaker(lang, rules, split, words, fold)
        self._trees: _Trees = {}
        self._foreign: _Trees | None = None
        self._own_words: set[str] = set()
        self._beginnings: set[str] = set()
        # what is added to the index later are names in Latin letters, which need no entry here
        self._may_begin: dict[str, bool] = {}
        self._has_persons = False
        self._spaced = lang not in UNSPACED_LANGUAGES
        self._joined = joined = tuple(rules.joined)
        self._beginning = beginner(lang)
        names: set[str] = set()
        others: list[tuple[str, Entity]] = []
        for entity in entities:
            for name in names_in(entity, lang):
                self._own_words.add(self._add(name, entity, joined, self._trees))
                if lang in SPELT:
                    names.add(name)
                    if entity.type in SPELT_TYPES and name not in entity.ambiguous.get(lang, ()):
                        is_person = entity.type == "person"
                        found = spellings(name, lang, is_country=is_country(entity.id), is_person=is_person)
                        others.extend((other, entity) for other in found)
        for other, entity in others:
            # كينيا is no spelling of غينيا
            if other not in names:
                self._add(other, entity, joined, self._trees)
        self._has_foreign = foreign and sum(map(is_latin, self._trees)) * 2 < len(self._trees)

    def _add(self, name: str, entity: Entity, joined: tuple[str, ...], trees: _Trees) -> str:
        """The first word of `name`, as `plain` leaves it; "" where it has no word."""
        token = name.partition(" ")[0]
        if not token.isalnum() or not self._spaced:
            pieces = self._split(name)
            if len(pieces) < 2:
                return ""
            token = pieces[1]
        word = self._words[token]
        first = word.folded
        self._wait(first, name, entity, trees)
        if joined and first.startswith(joined):
            for key in {keys[0] for keys, _ in self._maker.paths(name, entity)} - {first}:
                self._wait(key, name, entity, trees)
        elif word.capitals == CAPITALS and len(first) > 1:
            self._wait(first[0], name, entity, trees)  # ONU is also O.N.U.
        return word.plain

    def _wait(self, key: str, name: str, entity: Entity, trees: _Trees) -> None:
        names = trees.get(key)
        if isinstance(names, list):
            names.append((name, entity))
        else:
            trees[key] = [(name, entity)]
            self._beginnings.add(key[:BEGINNING])

    def may_have(self, word: str) -> bool:
        """False for an Arabic word that begins like no name, which most do; so they need not be folded."""
        if len(word) <= BEGINNING:
            return True
        start = word[:BEGINNING]
        known = self._may_begin.get(start)
        if known is None:
            if len(self._may_begin) >= MEMORY:
                self._may_begin.clear()
            known = self._may_begin[start] = self._beginning(word) in self._beginnings or is_latin(word)
        return known

    def get(self, first: str) -> Node | None:
        """The tree of the names whose first word folds to `first`, None when there are none."""
        trees = self._trees
        names = trees.get(first)
        if names is None:
            if not self._has_foreign or not is_latin(first):
                return None
            trees = self._foreign_trees()
            names = trees.get(first)
        if not isinstance(names, list):
            return names
        root = Node()
        for name, entity in names:
            for keys, form in self._maker.paths(name, entity):
                if keys[0] == first:
                    _insert(root, keys, form)
        trees[first] = root
        return root

    def _foreign_trees(self) -> _Trees:
        if self._foreign is None:
            self._foreign = {}
            for entity in self._entities:
                for name in dict.fromkeys(foreign_names(entity, self._lang)):
                    self._add(name, entity, self._joined, self._foreign)
        return self._foreign

    def is_own_word(self, text: str) -> bool:
        """Whether the plain word `text` begins a name, or stands in a person's: no particle is to be taken off it."""
        if not self._has_persons:
            self._has_persons = True
            for entity in self._entities:
                if entity.type == "person":
                    for name in names_in(entity, self._lang):
                        self._own_words.update(self._words[token].plain for token in self._split(name)[1::2])
        return text in self._own_words


def _insert(root: Node, keys: list[str], form: Form) -> None:
    node = root
    for key in keys[1:]:
        child = node.children.get(key)
        if child is None:
            child = node.children[key] = Node()
        node = child
    if node.forms is None:
        node.forms = [form]
    elif form not in node.forms:
        node.forms.append(form)


def _always(_: str) -> bool:
    return True


class Starts(dict[str, Start | None]):
    """Raw token -> the names that may begin with it, None where there are none, as for most words.

    Those of the whole word come first, then those behind particles.
    """

    def __init__(self, index: Index, rules: Rules, words: Words, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._index, self._rules, self._words, self._fold = index, rules, words, fold
        self._particles = frozenset(rules.conjunctions + rules.prepositions)

    def __missing__(self, token: str) -> Start | None:
        if len(token) > _MAX_WORD:
            return None
        if len(self) >= MEMORY:
            self.clear()
        text = plain(token)
        heads: list[_Head] = []
        if text:
            may_have = self._index.may_have if self._particles else _always
            if may_have(text):
                node = self._index.get(self._fold(text))
                if node is not None:
                    heads.append((node, 0 if text is token else offsets(token)[0], "", True))
            if text[0] in self._particles:
                for cut, stem in self._stems(text):
                    if not may_have(stem):
                        continue
                    node = self._index.get(self._fold(stem))
                    if node is not None:
                        is_enough = len(stem) >= _LEAST_STEM and not self._is_whole(text)
                        heads.append((node, cut if text is token else offsets(token)[cut], text[:cut], is_enough))
        start = self[token] = self._start(token, heads) if heads else None
        return start

    def _start(self, token: str, heads: list[_Head]) -> Start | None:
        capitals = self._words[token].capitals
        alone: tuple[int, str, list[Form]] | None = None
        for node, offset, particle, is_enough in heads:
            if is_enough and node.forms is not None:
                forms = [form for form in node.forms if capitals >= form.capitals[0]]
                if forms:
                    alone = offset, particle, forms
                    break
        longer = tuple([(node, offset, particle) for node, offset, particle, _ in heads if node.children])
        behind = None
        if alone and not alone[1]:
            for node, offset, particle, _ in heads:
                if particle and particle in self._rules.conjunctions and node.forms is not None:
                    behind = offset, particle, node.forms
        return Start(alone, longer, behind) if alone or longer else None

    def _is_whole(self, text: str) -> bool:
        return self._fold(text) in self._rules.whole or self._index.is_own_word(text)

    def _stems(self, text: str) -> list[tuple[int, str]]:
        """(length of the particles, what they are attached to), the shortest particles first."""
        rules, length = self._rules, len(text)
        stems: list[tuple[int, str]] = []
        bases = [0]
        if text[0] in rules.conjunctions and length > 1:
            stems.append((1, text[1:]))
            bases.append(1)
        for base in bases:
            if text[base] in rules.prepositions and length > base + 1:
                stems.append((base + 1, text[base + 1 :]))
                for written, meant in rules.contractions:
                    if length > base + len(written) and text.startswith(written, base):
                        # the letter after the particle stays with the name: it is the ل of its article
                        stems.append((base + 1, meant + text[base + len(written) :]))
        return stems
