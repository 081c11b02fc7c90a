"""Arabic names that texts repeat: what a cue has shown once, and words that behave like names wherever they stand.

Arabic has no capitals. But a name has no article that comes and goes, no adjective and no genitive behind it, and it
stands again and again behind the same cues: towns behind "in" and "to", men behind first names, clubs behind "club". So
all texts are read first, and a word is proposed for what it does in all of them together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nashra.entities.normalize import arabic_folder
from nashra.entities.suggest.arabic import ArabicWords
from nashra.entities.suggest.found import Found, overlaps
from nashra.entities.suggest.words import (
    ARABIC_BODIES,
    ARABIC_COMMON,
    ARABIC_COMPOUNDS,
    ARABIC_LANDS,
    ARABIC_OF_PLACE,
    ARABIC_PLACES,
    ARABIC_STOPS,
)
from nashra.languages.names.ar import NAMES as ARABIC
from nashra.languages.names.around_ar import ARABIC_AROUND
from nashra.model import EntityType

_fold = arabic_folder()
_GIVEN = frozenset(map(_fold, ARABIC_AROUND.given))
_ORDINARY = frozenset(map(_fold, ARABIC_AROUND.ordinary | ARABIC_AROUND.offices)) | frozenset(
    map(_fold, ARABIC.speech | ARABIC.common)
)
_ARTICLE, _CLITICS = "ال", "وفبلك"
# Of so many occurrences at least, and so many of them behind a cue. A cue that says much counts for more.
_LEAST, _LEAST_SIGNS = 2, 2
_STRONG = 2
# Of a name's occurrences so many may have what no name has.
_STRANGE = 0.25
_LEAST_LETTERS = 3
_MOST_NAMES = 3

REASON = "repeated behind cues"

Known = Sequence[tuple[int, int]]


@dataclass(slots=True)
class _Seen:
    """What one word, or several, did in all texts: occurrences, evidence a type, and what speaks against a name."""

    times: int = 0
    signs: Counter[EntityType] = field(default_factory=Counter)
    strange: int = 0
    before: set[str] = field(default_factory=set)
    places: list[tuple[int, int, int]] = field(default_factory=list)


def repeated(paragraphs: Iterable[tuple[str, Known, Known]]) -> list[list[Found]]:
    """For each paragraph the names in it that these texts repeat.

    A paragraph comes with the spans of names that are known, and of those that were found already.
    """
    texts = [(ArabicWords(text), list(known), list(found)) for text, known, found in paragraphs]
    seen: dict[tuple[str, ...], _Seen] = defaultdict(_Seen)
    definite: Counter[str] = Counter()
    whole = frozenset(word for words, _, _ in texts for word in words.folded)
    for number, (words, known, _) in enumerate(texts):
        for word in words.folded:
            if word.startswith(_ARTICLE):
                definite[word.removeprefix(_ARTICLE)] += 1
        for first, last, skip, signs, strange in _uses(words, whole):
            start, end = words.spans[first][0] + skip, words.spans[last][1]
            if overlaps(start, end, known):
                continue
            one = seen[(words.folded[first][skip:], *words.folded[first + 1 : last + 1])]
            one.times += 1
            one.signs += signs
            one.strange += strange
            one.before.add(words.folded[first - 1] if first and words.joined(first - 1) else "")
            one.places.append((number, start, end))
    found: list[list[Found]] = [[] for _ in texts]
    for key in sorted(seen, key=lambda key: (-len(key), key)):
        one = seen[key]
        kind = _kind(key, one, definite)
        if kind is None:
            continue
        for number, start, end in one.places:
            text, taken = texts[number][0].text, texts[number][2]
            if not overlaps(start, end, taken):
                taken.append((start, end))
                found[number].append(Found(text[start:end], start, end, kind, REASON, _STRONG))
    return found


def _kind(key: tuple[str, ...], one: _Seen, definite: Counter[str]) -> EntityType | None:
    """The type of the name, None where it is none."""
    if not one.signs or one.times < _LEAST:
        return None
    kind, weight = one.signs.most_common(1)[0]
    if one.strange > one.times * _STRANGE or weight < _LEAST_SIGNS:
        return None
    # إقليم شاسع, a vast one: a name stands in other places too
    if len(key) == 1 and len(one.before) < _LEAST_SIGNS:
        return None
    # a word that also has the article is a noun: في مدينة, المدينة
    if len(key) == 1 and definite[key[0]] and kind != "person":
        return None
    return kind


def _uses(words: ArabicWords, whole: frozenset[str]) -> Iterator[tuple[int, int, int, Counter[EntityType], int]]:
    """(first word, last word, letters of a particle, evidence, whether it looks like no name) of what may be names.

    whole: the words of all texts: a first letter is a particle where the rest stands alone too.
    """
    for place, word in enumerate(words.folded):
        bare, skip = _without_particle(word)
        if bare in _GIVEN and words.joined(place):
            last = _end_of_person(words, place)
            if last > place:
                yield place, last, skip, Counter({"person": _STRONG}), 0
                continue
        if not skip or bare not in whole:
            bare, skip = word, 0
        for stem, cut in {(word, 0), (bare, skip)}:
            if _may_be(stem) and (cut or bare == word or bare in ARABIC_STOPS):
                yield place, place, cut, _signs(words, place, word[:cut]), _is_strange(words, place)


def _signs(words: ArabicWords, place: int, particle: str) -> Counter[EntityType]:
    """The evidence for each type that stands before the word at `place`."""
    signs: Counter[EntityType] = Counter()
    if particle in ("ب", "وب"):
        signs["place"] += 1
    before = words.folded[place - 1] if place and words.joined(place - 1) else ""
    if not particle or particle == "و":
        cue = before[1:] if before[:1] in "وف" and before not in ARABIC_OF_PLACE else before
        if cue in ARABIC_PLACES or cue in ARABIC_LANDS:
            signs["place"] += _STRONG
        elif cue in ARABIC_OF_PLACE:
            signs["place"] += 1
        elif cue in ARABIC_BODIES:
            signs["organization"] += _STRONG
    return signs


def _is_strange(words: ArabicWords, place: int) -> int:
    """1 where something follows that belongs to a noun: its genitive, or the preposition of a phrase."""
    if not words.joined(place):
        return 0
    after = words.folded[place + 1]
    return int(after.startswith((_ARTICLE, "لل")) or after in _OF_PHRASES)


_OF_PHRASES = frozenset(map(_fold, "من أن إلى على عن ما هذا هذه ذلك كل".split()))


def _may_be(word: str) -> bool:
    return (
        len(word) >= _LEAST_LETTERS
        and word not in ARABIC_STOPS
        and word not in ARABIC_COMMON
        and word not in _ORDINARY
        and not word.startswith((_ARTICLE, "لل"))
        and not word.isdecimal()
        and word.isalpha()
    )


def _without_particle(word: str) -> tuple[str, int]:
    if len(word) > _LEAST_LETTERS and word[0] in _CLITICS:
        return word[1:], 1
    return word, 0


def _end_of_person(words: ArabicWords, first: int) -> int:
    """The last word of the person's name that begins with a first name at `first`; `first` where nothing follows."""
    place, names = first, 1
    while words.joined(place) and names < _MOST_NAMES:
        after = words.folded[place + 1]
        if after in ARABIC_COMPOUNDS and words.joined(place + 1):
            place += 1
            continue
        is_name = after in _GIVEN or (names < 2 and _may_follow(after))
        if not is_name:
            break
        place, names = place + 1, names + 1
    return place if words.folded[place] not in ARABIC_COMPOUNDS else first


def _may_follow(word: str) -> bool:
    bare = word.removeprefix(_ARTICLE)
    return (
        len(word) > 2
        and bare not in ARABIC_STOPS
        and word not in ARABIC_STOPS
        and bare not in ARABIC_COMMON
        and word not in _ORDINARY
        and word.isalpha()
    )
