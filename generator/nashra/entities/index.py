"""The names of a registry, arranged so that a word of a text leads straight to the names that may begin with it.

Building only sorts the names by their first word; the tree behind a first word is made when a text has that word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from nashra.entities.demonyms import is_country
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form, FormMaker, Word, foreign_names, is_latin, names_in
from nashra.entities.normalize import Skeletons, is_plain_arabic, offsets, plain
from nashra.entities.spellings import SPELT, SPELT_TYPES, spellings
from nashra.languages.names.spec import Rules
from nashra.languages.scripts import UNSPACED_LANGUAGES
from nashra.model import Entity

# Words remembered before starting afresh: about 30 MB. No result depends on it.
MEMORY = 200_000
# No word of a name is longer; what is longer in a text is no word (a pasted key, an attack).
MAX_WORD = 64


# Names that wait, under their first word or their first two, until a text has these words.
_Names = list[tuple[str, Entity]]


class Node:
    """A place in a tree of names: what may follow, and the names that end here.

    Behind the first word of names, what may follow may still be a list of names that wait, see `Index.grow`.
    """

    __slots__ = ("children", "forms")

    def __init__(self) -> None:
        self.children: dict[str, Node | _Names] = _NO_CHILDREN
        self.forms: list[Form] | None = None


# Shared by the ends of names, which are most places in a tree; never written to.
_NO_CHILDREN: dict[str, Node | _Names] = {}
# A list of names waits under its first word until a text has that word, then becomes a tree.
_Trees = dict[str, Node | _Names]


class Words(dict[str, Word]):
    """Raw token -> Word, worked out at first sight."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, token: str) -> Word:
        if len(token) > MAX_WORD:
            return Word("", "", len(token), SMALL)
        if len(self) >= MEMORY:
            self.clear()
        if is_plain_arabic(token):
            word = self[token] = Word(token, self._fold(token), len(token), SMALL)
            return word
        text = plain(token)
        capitals = SMALL if text.lower() == text else CAPITALS if text.isupper() else CAPITAL
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
        self._lang, self._split, self._words, self._fold = lang, split, words, fold
        self._entities = entities
        self._maker = FormMaker(lang, rules, split, words, fold)
        self._trees: _Trees = {}
        self._foreign: _Trees | None = None
        self._own_words: set[str] = set()
        self._has_persons = False
        self._spaced = lang not in UNSPACED_LANGUAGES
        self._joined = joined = tuple(rules.joined)
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
        text = name.partition(" ")[0]
        if not text.isalnum() or not self._spaced:
            pieces = self._split(name)
            if len(pieces) < 2:
                return ""
            text = pieces[1]
        if text.isascii():
            first = text.lower()
        else:
            text = plain(text)
            first = self._fold(text) if text else ""
        self._wait(first, name, entity, trees)
        if joined and first.startswith(joined):
            for key in {keys[0] for keys, _ in self._maker.paths(name, entity)} - {first}:
                self._wait(key, name, entity, trees)
        elif text.isupper() and len(first) > 1:
            self._wait(first[0], name, entity, trees)  # ONU is also O.N.U.
        return text

    def _wait(self, key: str, name: str, entity: Entity, trees: _Trees) -> None:
        names = trees.get(key)
        if names is None:
            trees[key] = [(name, entity)]
        elif isinstance(names, list):
            names.append((name, entity))

    def firsts(self) -> Iterable[str]:
        """The folded words that a name begins with, but for those in Latin letters among others, see `has_foreign`."""
        return self._trees

    @property
    def has_foreign(self) -> bool:
        """Whether names in Latin letters are looked for beside the others, in a language of another script."""
        return self._has_foreign

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
        root = trees[first] = self._tree(first, names)
        return root

    def _tree(self, first: str, names: _Names) -> Node:
        root = Node()
        if not self._maker.are_simple([name for name, _ in names]):
            for name, entity in names:
                for keys, form in self._maker.paths(name, entity):
                    if keys[0] == first:
                        _insert(root, keys, form)
            return root
        waiting: dict[str, Node | _Names] = {}
        for name, entity in names:
            _, blank, rest = name.partition(" ")
            if blank:
                self._wait(self._fold(rest.partition(" ")[0]), name, entity, waiting)
            elif (path := self._maker.simple(name, entity, first)) is not None and path[0][0] == first:
                _insert(root, *path)
        if waiting:
            root.children = waiting
        return root

    def grow(self, node: Node, key: str) -> Node:
        """The node behind `key`, whose names waited for a text that has that word."""
        names, root = node.children[key], Node()
        if isinstance(names, Node):
            return names
        for name, entity in names:
            path = self._maker.simple(name, entity)
            if path is not None:
                _insert(root, *path)
        found = root.children.get(key)
        grown = node.children[key] = found if isinstance(found, Node) else Node()
        return grown

    def _foreign_trees(self) -> _Trees:
        if self._foreign is None:
            self._foreign = {}
            names = [(name, entity) for entity in self._entities for name in foreign_names(entity, self._lang)]
            firsts = [name.partition(" ")[0] for name, _ in names]
            skeletons = Skeletons(self._lang).of_latin(firsts)
            for (name, entity), first, folded in zip(names, firsts, skeletons, strict=True):
                if folded.isalnum() and folded.isascii() and not first.isupper():
                    if not folded[0].isdecimal():
                        self._wait(folded, name, entity, self._foreign)
                elif is_latin(first):
                    self._add(name, entity, self._joined, self._foreign)
        return self._foreign

    def is_own_word(self, text: str) -> bool:
        """Whether the plain word `text` begins a name, or stands in a person's: no particle is to be taken off it."""
        if not self._has_persons:
            self._has_persons = True
            persons = (entity for entity in self._entities if entity.type == "person")
            names = "\n".join(name for entity in persons for name in names_in(entity, self._lang))
            self._own_words.update(map(plain, set(self._split(names)[1::2])))
        return text in self._own_words


def _insert(root: Node, keys: list[str], form: Form) -> None:
    node = root
    for key in keys[1:]:
        child = node.children.get(key)
        if child is None:
            child = Node()
            if node.children is _NO_CHILDREN:
                node.children = {}
            node.children[key] = child
        node = cast("Node", child)  # nothing waits in a tree while it is made
    if node.forms is None:
        node.forms = [form]
    elif form not in node.forms:
        node.forms.append(form)
