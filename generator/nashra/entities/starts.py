"""Which words of a text may begin a name: most of them do not, and are told from the others many at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from nashra.entities.forms import AFTER_LATIN, FIRST_LATIN, SMALL, Form
from nashra.entities.index import MAX_WORD, MEMORY, Index, Node, Words
from nashra.entities.lands import Lands
from nashra.entities.normalize import Skeletons, offsets, plain
from nashra.languages.names.spec import Rules

# A name of one word and so few letters is not looked for behind an attached particle.
_LEAST_STEM = 3

_NOTHING: frozenset[str] = frozenset()
# (node after the first word, characters of the raw token before the name, the particle, whether one word is enough)
_Head = tuple[Node, int, str, bool]


class Start(NamedTuple):
    """What may begin with a word of a text.

    alone: (characters of the raw token before the name, the particle, the forms) where the word is a name.
    longer: (node after the first word, characters before the name, the particle) for names of several words.
    seconds: what the second word of these may be, folded.
    behind: the same as `alone`, where the word is a name and, behind its first letter, another one: وجدة, و + جدة.
    """

    alone: tuple[int, str, list[Form]] | None
    longer: tuple[tuple[Node, int, str], ...]
    seconds: frozenset[str]
    behind: tuple[int, str, list[Form]] | None = None


class _Known(dict[str, Start | None]):
    """What is known of raw tokens. One that is asked for the first time is taken for no start, and is among the new."""

    def __init__(self) -> None:
        super().__init__()
        self.new: list[str] = []

    def __missing__(self, token: str) -> None:
        self[token] = None
        self.new.append(token)


class Starts:
    """Raw token -> the names that may begin with it, None where there are none, as for most words.

    Those of the whole word come first, then those behind particles.
    lands: what shall know the adjectives of countries among the words too, which are found in the same pass.
    """

    def __init__(
        self,
        index: Index,
        rules: Rules,
        words: Words,
        fold: Callable[[str], str],
        lang: str,
        lands: Lands,
    ) -> None:
        self._index, self._rules, self._words, self._fold = index, rules, words, fold
        self._particles = frozenset(rules.conjunctions + rules.prepositions)
        # the letters that a contraction begins with, and what stands for them in the name behind it
        self._contractions = tuple((written, meant) for written, meant in rules.contractions)
        self._contracted = tuple({written for written, _ in rules.contractions})
        # what may be the second letter of a word with two particles, or with a contraction
        self._seconds = self._particles.union(*self._contracted)
        self._skeletons = Skeletons(lang)
        self._known = _Known()
        self._lands = lands
        # the skeleton of a word is that of its folded form; empty until a text is read
        self._firsts: frozenset[str] = frozenset()
        self._shapes: frozenset[str] = frozenset()

    def of(self, tokens: list[str]) -> list[Start | None]:
        """The start of each of `tokens`."""
        known = self._known
        if len(known) > MEMORY:
            known.clear()
        starts = list(map(known.__getitem__, tokens))
        if not known.new:
            return starts
        new, known.new = known.new, []
        likely = self._likely(new)
        self._lands.learn(likely)
        found = False
        for token, bones in likely:
            start = self._work_out(token, bones)
            if start is not None:
                known[token], found = start, True
        return list(map(known.__getitem__, tokens)) if found else starts

    def _likely(self, tokens: Iterable[str]) -> list[tuple[str, str]]:
        """(token, its skeleton) for those of `tokens` that may begin a name or show a country, and perhaps some more.

        The skeleton is "" for words that `plain` leaves with other signs than letters and digits.
        """
        if not self._firsts:
            self._firsts = frozenset(self._skeletons.of_folded(self._index.firsts()))
            self._shapes = self._firsts | self._lands.shapes
        shapes, particles, contracted, seconds = self._shapes, self._particles, self._contracted, self._seconds
        listed, skeletons, odd = self._skeletons.of(tokens)
        found = [(token, "") for token in odd]
        end_of_latin = AFTER_LATIN if self._index.has_foreign else ""
        if not particles and not end_of_latin:
            found += [pair for pair in zip(listed, skeletons, strict=True) if pair[1] in shapes]
            return found
        for token, bones in zip(listed, skeletons, strict=True):
            if bones in shapes or FIRST_LATIN <= bones < end_of_latin:
                found.append((token, bones))
            elif bones[0] in particles:
                rest = bones[1:]
                if rest in shapes or (
                    rest[:1] in seconds
                    and (
                        rest[1:] in shapes
                        or ((bones.startswith(contracted) or rest.startswith(contracted)) and self._joins(bones))
                    )
                ):
                    found.append((token, bones))
        return found

    def _joins(self, bones: str) -> bool:
        """Whether a name stands behind a contraction, which may have "and" before it."""
        for written, meant in self._contractions:
            for base in (0, 1):
                if bones.startswith(written, base) and meant + bones[base + len(written) :] in self._shapes:
                    return True
        return False

    def _work_out(self, token: str, bones: str) -> Start | None:
        if len(token) > MAX_WORD:
            return None
        text = plain(token)
        if not text:
            return None
        index, fold, firsts, is_folded = self._index, self._fold, self._firsts, self._skeletons.is_folded
        is_arabic = bones >= AFTER_LATIN
        heads: list[_Head] = []
        if not bones or bones in firsts or not is_arabic:
            node = index.get(bones if is_arabic and is_folded(text, bones) else fold(text))
            if node is not None:
                heads.append((node, 0 if text is token else offsets(token)[0], "", True))
        if text[0] in self._particles:
            for cut, meant, rest in self._cuts(text):
                stem, stem_bones = meant + text[rest:], meant + bones[rest:]
                if bones and stem_bones not in firsts:
                    continue
                node = index.get(stem_bones if is_arabic and is_folded(stem, stem_bones) else fold(stem))
                if node is not None:
                    is_enough = len(stem) >= _LEAST_STEM and not self._is_whole(text)
                    heads.append((node, cut if text is token else offsets(token)[cut], text[:cut], is_enough))
        return self._start(token, bones, heads) if heads else None

    def _start(self, token: str, bones: str, heads: list[_Head]) -> Start | None:
        # what is plain as it is and not in Latin letters is in Arabic ones, which have no capitals
        capitals = SMALL if bones >= AFTER_LATIN else self._words[token].capitals
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
        seconds = frozenset().union(*[node.children for node, _, _ in longer]) if longer else _NOTHING
        return Start(alone, longer, seconds, behind) if alone or longer else None

    def _is_whole(self, text: str) -> bool:
        return self._fold(text) in self._rules.whole or self._index.is_own_word(text)

    def _cuts(self, text: str) -> Iterator[tuple[int, str, int]]:
        """(length of the particles, what stands for the article behind them, where the rest of the name begins).

        The shortest particles come first.
        """
        rules, length = self._rules, len(text)
        bases: tuple[int, ...] = (0,)
        if text[0] in rules.conjunctions and length > 1:
            yield 1, "", 1
            bases = (0, 1)
        for base in bases:
            if text[base] in rules.prepositions and length > base + 1:
                yield base + 1, "", base + 1
                for written, meant in self._contractions:
                    if length > base + len(written) and text.startswith(written, base):
                        # the letter after the particle stays with the name: it is the ل of its article
                        yield base + 1, meant, base + len(written)
