"""Possible names in a script without capitals: after titles, offices and verbs of saying, or behind a head."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from typing import cast

from nashra.entities.normalize import folder, plain
from nashra.entities.rules import rules_of
from nashra.entities.suggest.common import says_of_her
from nashra.entities.suggest.found import Found, overlaps
from nashra.languages.known import spec_of
from nashra.model import EntityType

_TOKEN = re.compile(r"([\w\u064b-\u0652\u0670]+)")
# Words of a person's name without its compounds, of the rest of an office, and of a name behind a head.
_MOST_NAMES, _MOST_OFFICE, _MOST_TAIL = 2, 10, 3


def is_cued(lang: str) -> bool:
    """Whether names in the language `lang` are found by words around them, since it has no capitals."""
    return bool(rules_of(lang).unknown.titles)


class Words:
    """A paragraph cut into words: folded, and what stands between them."""

    def __init__(self, text: str, fold: Callable[[str], str]) -> None:
        self.text = text
        pieces = _TOKEN.split(text)
        self.gaps = pieces[2::2]
        self.folded: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self._plain: list[str] = []
        position = 0
        for number, piece in enumerate(pieces):
            if number % 2:
                self._plain.append(plain(piece))
                self.folded.append(fold(self._plain[-1]))
                self.spans.append((position, position + len(piece)))
            position += len(piece)

    def begins(self, place: int, starts: tuple[str, ...]) -> bool:
        """Whether the word at `place` begins so, folded and as it is written: إلياس has no article."""
        return self.folded[place].startswith(starts) and self._plain[place].startswith(starts)

    def is_among(self, place: int, skip: int, listed: Set[str]) -> bool:
        """Whether the word at `place`, without its first `skip` letters, is one of `listed` as it is written."""
        return self._plain[place][skip:] in listed

    def joined(self, place: int) -> bool:
        """Whether only space stands between the word at `place` and the next."""
        return place + 1 < len(self.folded) and self.gaps[place].isspace() and "\n" not in self.gaps[place]

    def found(self, first: int, last: int, kind: EntityType, reason: str, weight: int) -> Found:
        """The words `first` to `last` as a possible name."""
        start, end = self.spans[first][0], self.spans[last][1]
        return Found(self.text[start:end], start, end, kind, reason, weight)


class CuedFinder:
    """The finder of one language, for which `is_cued` holds."""

    def __init__(self, lang: str) -> None:
        self._rules = rules = rules_of(lang)
        self._fold, self._cues, self._conjunctions = folder(lang), rules.unknown, tuple(rules.conjunctions)
        self._definite = rules.grammar.definite
        heads = frozenset().union(*self._cues.heads.values())
        # words of an office or a head are nobody's name: قال مدير شركة
        self._no_names = self._cues.stops | self._cues.offices | self._cues.titles | self._cues.common | heads
        # how the words of an office begin, and no first name does
        self._inside = (*self._definite, rules.conjunctions[:1] + rules.around.article)
        self._comma = spec_of(lang).comma.strip()
        self._commas = (self._comma, ",")

    def find(self, text: str, known: list[tuple[int, int]]) -> Iterator[Found]:
        """Possible names in a paragraph, none overlapping `known`, the spans of names that the registry has."""
        words = Words(text, self._fold)
        taken = list(known)
        for place, word in enumerate(words.folded):
            for found in self._at(words, place, word):
                if not overlaps(found.start, found.end, taken):
                    taken.append((found.start, found.end))
                    yield found
                    break

    def kind_of(self, name: str) -> EntityType | None:
        """The type that the first word of a name of several words shows: حزب الله is a body."""
        first, _, rest = name.partition(" ")
        return self._kind(self._fold(plain(first))) if rest else None

    def _kind(self, word: str) -> EntityType | None:
        found = next((kind for kind, heads in self._cues.heads.items() if word in heads), None)
        return cast("EntityType | None", found)

    def _at(self, words: Words, place: int, word: str) -> Iterator[Found]:
        """What the word at `place` introduces."""
        cues = self._cues
        reason = f"after {words.text[slice(*words.spans[place])]}"
        bare = word[1:] if word.startswith(self._conjunctions) and len(word) > 3 else word
        if (word in cues.titles or bare in cues.titles) and words.joined(place):
            first = place + 1
            # the French president Emmanuel Macron: what else is said of him comes first
            while first < len(words.folded) and words.begins(first, self._inside) and words.joined(first):
                first += 1
            yield from self._person(words, first, reason, 3)
            yield from self._holder(words, place, reason)
            yield from self._before(words, place)
        if word in cues.offices or bare in cues.offices:
            yield from self._holder(words, place, reason)
        if word in cues.saying or bare in cues.saying:
            if not words.joined(place):
                return
            for last in self._ends(words, place + 1):
                if last + 1 < len(words.folded) and (
                    words.gaps[last].startswith(self._comma) or words.folded[last + 1] in cues.said
                ):
                    yield words.found(place + 1, last, "person", "after a verb of saying", 2)
        is_town = word in cues.towns and words.joined(place) and self._may_be_name(words.folded[place + 1])
        if is_town and not says_of_her(word, words.folded[place + 1], self._rules):
            # إقليم سيدي إفني
            is_part = words.folded[place + 1] in cues.parts and words.joined(place + 1)
            yield words.found(place + 1, place + 1 + is_part, "place", reason, 2)
        yield from self._behind_head(words, place, word)

    def _may_be_name(self, word: str) -> bool:
        return len(word) > 2 and word not in self._no_names and not word.isdecimal()

    def _is_body(self, word: str) -> bool:
        """Whether it is a common noun with its article: باسم الحكومة."""
        bare = word.removeprefix(self._definite[0])
        return bare != word and (bare in self._no_names or bare in self._cues.lands or bare in self._cues.bodies)

    def _ends(self, words: Words, first: int) -> Iterator[int]:
        """Where a person's name that begins at `first` may end: two words first, then three."""
        if first >= len(words.folded) or words.begins(first, self._inside):
            return
        if words.folded[first].startswith(self._conjunctions[:1]) and words.folded[first] not in self._cues.firsts:
            return  # "and", and the office goes on
        place, names = first, 0
        while place < len(words.folded):
            word = words.folded[place]
            if word in self._cues.compounds and words.joined(place):
                place += 1
                continue
            if not self._may_be_name(word) or word.startswith(self._definite[1:]) or self._is_body(word):
                return
            names += 1
            if names >= _MOST_NAMES:
                yield place
            if names > _MOST_NAMES or not words.joined(place):
                return
            place += 1

    def _person(self, words: Words, first: int, reason: str, weight: int) -> Iterator[Found]:
        for last in self._ends(words, first):
            yield words.found(first, last, "person", reason, weight)

    def _holder(self, words: Words, place: int, reason: str) -> Iterator[Found]:
        """The minister of foreign affairs, Nasser Bourita: the name follows the office, or the comma behind it."""
        for after in range(place, min(place + _MOST_OFFICE, len(words.gaps) - 1)):
            gap = words.gaps[after].strip()
            if gap in self._commas:
                for last in self._ends(words, after + 1):
                    if words.gaps[last].strip()[:1] in (*self._commas, ".") or self._is_stop(words, last + 1):
                        yield words.found(after + 1, last, "person", reason, 3)
                break
            if gap:
                break
        office = place + 1
        while office < len(words.folded) and words.begins(office, self._inside) and words.joined(office):
            office += 1
        if office > place + 1:
            yield from self._person(words, office, reason, 2)

    def _before(self, words: Words, place: int) -> Iterator[Found]:
        """Céline Berthon, the director: two words before a title, with nothing but small words or signs before them."""
        last, first = place - 1, place - 2
        if first < 0 or words.gaps[last].strip() not in ("", *self._commas) or not words.joined(first):
            return
        if first > 0 and words.folded[first - 1] in self._cues.compounds and words.joined(first - 1):
            first -= 1
        if words.begins(first, self._inside) or not all(map(self._may_be_name, words.folded[first : last + 1])):
            return
        if first == 0 or not words.joined(first - 1) or self._is_stop(words, first - 1):
            yield words.found(first, last, "person", f"before {words.text[slice(*words.spans[place])]}", 2)

    def _is_stop(self, words: Words, place: int) -> bool:
        return place < len(words.folded) and (words.folded[place] in self._cues.stops or len(words.folded[place]) == 1)

    def _behind_head(self, words: Words, place: int, word: str) -> Iterator[Found]:
        """The head of a name and the words with the article that follow it: جمعية الأعمال الاجتماعية."""
        kind = self._kind(word)
        if kind is None or not words.joined(place):
            return
        last = place
        while last - place < _MOST_TAIL and words.joined(last):
            following = words.folded[last + 1]
            if following in self._cues.stops or not following.startswith(self._inside):
                break
            last += 1
        if last > place + 1:
            yield words.found(place, last, kind, f"begins with {words.text[slice(*words.spans[place])]}", 1)
