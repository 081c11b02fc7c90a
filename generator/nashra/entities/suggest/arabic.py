"""Possible names in Arabic text, which has no capitals: after titles, offices and verbs of saying, or behind a head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.entities.normalize import arabic_folder, plain
from nashra.entities.suggest.found import Found, overlaps
from nashra.entities.suggest.words import (
    ARABIC_COMPOUNDS,
    ARABIC_HEADS,
    ARABIC_OFFICES,
    ARABIC_PLACES,
    ARABIC_SAID,
    ARABIC_SAYING,
    ARABIC_STOPS,
    ARABIC_TITLES,
    ARABIC_WAW_NAMES,
)
from nashra.model import EntityType

_TOKEN = re.compile(r"([\w\u064b-\u0652\u0670]+)")
_fold = arabic_folder()
# Words of a person's name without its compounds, of the rest of an office, and of a name behind a head.
_MOST_NAMES, _MOST_OFFICE, _MOST_TAIL = 2, 10, 3
_CONJUNCTIONS = ("و", "ف")
_COMMAS = ("،", ",")
# How the words of an office begin, and no first name does.
_DEFINITE = ("ال", "لل", "وال")


class _Words:
    """A paragraph cut into words: folded, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _TOKEN.split(text)
        self.gaps = pieces[2::2]
        self.folded: list[str] = []
        self.spans: list[tuple[int, int]] = []
        position = 0
        for number, piece in enumerate(pieces):
            if number % 2:
                self.folded.append(_fold(plain(piece)))
                self.spans.append((position, position + len(piece)))
            position += len(piece)

    def joined(self, place: int) -> bool:
        """Whether only space stands between the word at `place` and the next."""
        return place + 1 < len(self.folded) and self.gaps[place].isspace() and "\n" not in self.gaps[place]

    def found(self, first: int, last: int, kind: EntityType, reason: str, weight: int) -> Found:
        """The words `first` to `last` as a possible name."""
        start, end = self.spans[first][0], self.spans[last][1]
        return Found(self.text[start:end], start, end, kind, reason, weight)


def find(text: str, known: list[tuple[int, int]]) -> Iterator[Found]:
    """Possible names in a paragraph, none overlapping `known`, the spans of names that the registry has."""
    words = _Words(text)
    taken = list(known)
    for place, word in enumerate(words.folded):
        for found in _at(words, place, word):
            if not overlaps(found.start, found.end, taken):
                taken.append((found.start, found.end))
                yield found
                break


def _at(words: _Words, place: int, word: str) -> Iterator[Found]:
    """What the word at `place` introduces."""
    reason = f"after {words.text[slice(*words.spans[place])]}"
    bare = word[1:] if word[:1] in _CONJUNCTIONS and len(word) > 3 else word
    if (word in ARABIC_TITLES or bare in ARABIC_TITLES) and words.joined(place):
        first = place + 1
        # the French president Emmanuel Macron: what else is said of him comes first
        while first < len(words.folded) and words.folded[first].startswith(_DEFINITE) and words.joined(first):
            first += 1
        yield from _person(words, first, reason, 3)
        yield from _holder(words, place, reason)
        yield from _before(words, place)
    if word in ARABIC_OFFICES or bare in ARABIC_OFFICES:
        yield from _holder(words, place, reason)
    if word in ARABIC_SAYING or bare in ARABIC_SAYING:
        if not words.joined(place):
            return
        for last in _ends(words, place + 1):
            if last + 1 < len(words.folded) and (
                words.gaps[last].startswith("،") or words.folded[last + 1] in ARABIC_SAID
            ):
                yield words.found(place + 1, last, "person", "after a verb of saying", 2)
    if word in ARABIC_PLACES and words.joined(place) and _may_be_name(words.folded[place + 1]):
        yield words.found(place + 1, place + 1, "place", reason, 2)
    yield from _behind_head(words, place, word)


def _may_be_name(word: str) -> bool:
    return len(word) > 2 and word not in ARABIC_STOPS and not word.isdecimal()


def _ends(words: _Words, first: int) -> Iterator[int]:
    """Where a person's name that begins at `first` may end: two words first, then three."""
    if first >= len(words.folded) or words.folded[first].startswith(_DEFINITE):
        return
    if words.folded[first].startswith("و") and words.folded[first] not in ARABIC_WAW_NAMES:
        return  # "and", and the office goes on
    place, names = first, 0
    while place < len(words.folded):
        word = words.folded[place]
        if word in ARABIC_COMPOUNDS and words.joined(place):
            place += 1
            continue
        if not _may_be_name(word) or word.startswith("لل"):
            return
        names += 1
        if names >= _MOST_NAMES:
            yield place
        if names > _MOST_NAMES or not words.joined(place):
            return
        place += 1


def _person(words: _Words, first: int, reason: str, weight: int) -> Iterator[Found]:
    for last in _ends(words, first):
        yield words.found(first, last, "person", reason, weight)


def _holder(words: _Words, place: int, reason: str) -> Iterator[Found]:
    """The minister of foreign affairs, Nasser Bourita, said: the name follows the office, or the comma behind it."""
    for after in range(place, min(place + _MOST_OFFICE, len(words.gaps) - 1)):
        gap = words.gaps[after].strip()
        if gap in _COMMAS:
            for last in _ends(words, after + 1):
                if words.gaps[last].strip()[:1] in (*_COMMAS, ".") or _is_stop(words, last + 1):
                    yield words.found(after + 1, last, "person", reason, 3)
            break
        if gap:
            break
    office = place + 1
    while office < len(words.folded) and words.folded[office].startswith(_DEFINITE) and words.joined(office):
        office += 1
    if office > place + 1:
        yield from _person(words, office, reason, 2)


def _before(words: _Words, place: int) -> Iterator[Found]:
    """Céline Berthon, the director: two words before a title, with nothing but small words or signs before them."""
    last, first = place - 1, place - 2
    if first < 0 or words.gaps[last].strip() not in ("", *_COMMAS) or not words.joined(first):
        return
    if first > 0 and words.folded[first - 1] in ARABIC_COMPOUNDS and words.joined(first - 1):
        first -= 1
    if words.folded[first].startswith(_DEFINITE) or not all(map(_may_be_name, words.folded[first : last + 1])):
        return
    if first == 0 or not words.joined(first - 1) or _is_stop(words, first - 1):
        yield words.found(first, last, "person", f"before {words.text[slice(*words.spans[place])]}", 2)


def _is_stop(words: _Words, place: int) -> bool:
    return place < len(words.folded) and (words.folded[place] in ARABIC_STOPS or len(words.folded[place]) == 1)


def _behind_head(words: _Words, place: int, word: str) -> Iterator[Found]:
    """The head of a name and the words with the article that follow it: جمعية الأعمال الاجتماعية."""
    kind = next((kind for kind, heads in ARABIC_HEADS.items() if word in heads), None)
    if kind is None or not words.joined(place):
        return
    last = place
    while last - place < _MOST_TAIL and words.joined(last):
        following = words.folded[last + 1]
        if following in ARABIC_STOPS or not following.startswith(("ال", "لل", "وال")):
            break
        last += 1
    if last > place + 1:
        yield words.found(place, last, kind, f"begins with {words.text[slice(*words.spans[place])]}", 1)
