"""Finds the entities of the registry in a text: exact spans, longest name first, in one pass over the words.

Each distinct word is folded once and remembered, so that a text costs little more than cutting it into words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate, compress, count

from generator.entities.forms import Form, gap_key
from generator.entities.guards import Guards, Hit
from generator.entities.index import MEMORY, Heads, Index, Words
from generator.entities.normalize import folder, token_pattern
from generator.entities.rules import rules_of
from generator.model import Entity, Mention


class Matcher:
    """The names of `entities` in one language, ready to be found in any number of texts.

    Texts are searched for the names in `lang`; an entity that has none is searched for under its other names. An
    unknown language gets the general rules: whole words, capitals where names have them, accents folded.
    foreign: whether names in Latin letters count in a language of another script: BBC in Arabic.
    """

    def __init__(self, entities: Mapping[str, Entity], lang: str, *, foreign: bool = True) -> None:
        self.lang = lang
        self._entities = entities
        rules, fold = rules_of(lang), folder(lang)
        self._split = token_pattern(lang).split
        self._words = Words(fold)
        self._gaps = _Gaps()
        index = Index(entities.values(), lang, rules, self._split, self._words, fold, foreign=foreign)
        self._heads = Heads(index, rules, fold)
        self._guards = Guards(rules, self._words)

    def find(self, text: str) -> list[Mention]:
        """Every mention in `text`, in order, none overlapping another. Give it a whole article at once.

        A span covers the name without attached particles and possessives, with its article. A name that several
        entities share, or that is marked ambiguous, counts only where the rest of the text says what is meant.
        """
        pieces = self._split(text)
        heads = self._heads
        places = list(compress(count(), map(heads.__getitem__, pieces[1::2])))
        if not places:
            return []
        hits: list[Hit] = []
        free = 0
        for place in places:
            if place >= free:
                hit = self._longest(pieces, place)
                if hit is not None:
                    hits.append(hit)
                    free = hit.last + 1
        hits = self._guards.keep(hits, pieces)
        if not hits:
            return []
        ends = list(accumulate(map(len, pieces)))
        mentions: list[Mention] = []
        for hit, entity in self._resolve(hits):
            end = ends[2 * hit.last] + self._words[pieces[2 * hit.last + 1]].end
            if hit.forms[0].dotted and pieces[2 * hit.last + 2].startswith("."):
                end += 1  # the last dot of U.S. belongs to it
            mentions.append(Mention(entity, ends[2 * hit.first] + hit.offset, end))
        return mentions

    def _longest(self, pieces: list[str], place: int) -> Hit | None:
        """The longest name that begins at the word `place`; of equals the one with the shortest particle."""
        best: Hit | None = None
        words, gaps, total = self._words, self._gaps, len(pieces) // 2
        token = pieces[2 * place + 1]
        for node, offset, particle, alone in self._heads[token]:
            last = place
            capitals = [words[token].capitals]
            while True:
                if node.forms is not None and (alone or last > place) and (best is None or last > best.last):
                    forms = [form for form in node.forms if not form.has_capitals or _capitals_fit(form, capitals)]
                    if forms:
                        best = Hit(place, last, offset, particle, forms)
                if not node.children or last + 1 >= total:
                    break
                sign = gaps[pieces[2 * last + 2]]
                if sign is None:
                    break
                word = words[pieces[2 * last + 3]]
                child = node.children.get(sign + word.folded)
                if child is None:
                    break
                node, last = child, last + 1
                capitals.append(word.capitals)
        return best

    def _resolve(self, hits: list[Hit]) -> list[tuple[Hit, str]]:
        """The entity of each hit. Of several that share the name, the one the other mentions point to, else none."""
        if all(len(hit.forms) == 1 and not hit.forms[0].ambiguous for hit in hits):
            return [(hit, hit.forms[0].entity) for hit in hits]
        candidates = [{form.entity for form in hit.forms} for hit in hits]
        is_certain = [
            len(names) == 1 and not all(map(self._is_doubtful, hit.forms))
            for hit, names in zip(hits, candidates, strict=True)
        ]
        certain = {name for names, sure in zip(candidates, is_certain, strict=True) if sure for name in names}
        parents = {self._entities[name].parent for name in certain}
        resolved: list[tuple[Hit, str]] = []
        for hit, names, sure in zip(hits, candidates, is_certain, strict=True):
            meant = names if sure else self._supported(names, certain, parents)
            if len(meant) == 1:
                resolved.extend((hit, name) for name in meant)
        return resolved

    @staticmethod
    def _is_doubtful(form: Form) -> bool:
        """Whether only other mentions can show that the name is meant.

        One ambiguous word of a script without capitals is not: what goes before it has shown it already.
        """
        return form.ambiguous and (form.has_capitals or not form.key or form.key.isascii())

    def _supported(self, names: set[str], certain: set[str], parents: set[str | None]) -> set[str]:
        """Those of `names` with the best evidence: named elsewhere, parent of one named, child, descendant, sibling."""
        tests: tuple[Callable[[str], bool], ...] = (
            lambda name: name in certain,
            lambda name: name in parents,
            lambda name: self._entities[name].parent in certain,
            lambda name: not certain.isdisjoint(self._ancestors(name)),
            lambda name: self._entities[name].parent is not None and self._entities[name].parent in parents,
        )
        for test in tests:
            found = {name for name in names if test(name)}
            if found:
                return found
        return set()

    def _ancestors(self, name: str) -> set[str]:
        """The parents of the entity `name`, their parents, and so on."""
        found: set[str] = set()
        parent = self._entities[name].parent
        while parent is not None and parent not in found and parent in self._entities:
            found.add(parent)
            parent = self._entities[parent].parent
        return found


class _Gaps(dict[str, str | None]):
    """What stands between two words -> its `gap_key`."""

    def __missing__(self, gap: str) -> str | None:
        key = gap_key(gap)
        if len(self) < MEMORY:
            self[gap] = key
        return key


def _capitals_fit(form: Form, capitals: list[int]) -> bool:
    return all(map(int.__ge__, capitals, form.capitals))
