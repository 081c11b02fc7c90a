"""How likely two articles tell of one event: names in common, numbers, what happens, rare words, in one sum.

The weights were fitted to one half of the labelled set in `tests/stories/labelled/` and rounded; the other half
measures them. A sum above zero is more likely one event than not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from math import log, sqrt

from nashra.entities.normalize import plain
from nashra.languages.scripts import script_of
from nashra.stories.signs import HAPPENS, NUMBER, SOUND, WORD
from nashra.stories.telling import OF, Telling

# A few articles do not tell what is rare: the shares of these many others are taken for known.
_KNOWN = 200
_SHARES = {HAPPENS: 0.03, WORD: 0.012}
_SOUND_OF_THREE, _SOUND = 0.03, 0.008
_NAME, _COUNTRY = 0.015, 0.08
# Names, numbers, what happens, words: for each that is shared, and for the part of all that is.
_NAMES, _NUMBERS, _HAPPENS, _HAPPENS_PART, _WORDS, _WORDS_PART, _SOUNDS = 5.8, 0.54, 0.33, 5.2, 0.08, 5.6, 0.5
# What speaks against: other numbers, other names, a day between; that one language has more words in
# common anyway.
_OTHER_NUMBERS, _OTHER_NAMES, _A_DAY, _ONE_SCRIPT, _NOTHING = 0.64, 1.1, 0.48, 1.0, 6.3
# Others who act, other years in the title, another number of a series: two events, whatever else they share.
_OTHER_ACTORS = _APART = 12.0
# One source tells of an event once in a language; what it tells next is mostly another one, of the same people at the
# same place.
_SAME_SOURCE = 12.0
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Seen:
    """A telling taken apart, as far as it is asked for. signs: all of them, with its names."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.signs = frozenset[str]().union(telling.names, *telling.texts.values())
        # (language, kind) -> what all of these signs say, as of a moment of the window
        self._masses: dict[tuple[str, str], float] = {}
        self._moment = -1

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """Language -> kind -> the signs of that version."""
        return {
            lang: {kind: frozenset(sign for sign in signs if sign[0] == kind) for kind in (HAPPENS, WORD, SOUND)}
            for lang, signs in self.telling.texts.items()
        }

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in the original."""
        return frozenset(sign for sign in self.telling.texts[self.telling.lang] if sign[0] == NUMBER)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years in the title, such as those of two World Cups."""
        return frozenset(_YEAR.findall(plain(self.telling.title)))

    @cached_property
    def series(self) -> str:
        """What the titles of a series have in common."""
        return _DIGITS.sub("", self.telling.title)

    def mass(self, lang: str, kind: str, window: Window) -> float:
        """How much all signs of a kind say in the version in `lang`; of the names where the kind is empty."""
        if self._moment != window.moment:
            self._moment = window.moment
            self._masses.clear()
        key = lang, kind
        if key not in self._masses:
            rarity = window.rarity
            if kind:
                self._masses[key] = sum(rarity(sign) for sign in sorted(self.kinds[lang][kind]))
            else:
                self._masses[key] = sum(rarity(name) * share for name, share in self.telling.names.items())
        return self._masses[key]


class Window:
    """The articles of the days before: what is rare is told by them.

    having: sign -> the ids of those that have it, the oldest first. moment: another one after each change.
    """

    def __init__(self) -> None:
        self.having: dict[str, list[str]] = {}
        self.moment = 0
        self._articles = 0
        self._rarities: dict[str, float] = {}

    def add(self, seen: Seen) -> None:
        """Take an article in."""
        having, id = self.having, seen.telling.id
        for sign in seen.signs:
            if (found := having.get(sign)) is None:
                having[sign] = [id]
            else:
                found.append(id)
        self._changed(1)

    def drop(self, seen: Seen) -> None:
        """Forget an article, which is the oldest."""
        for sign in seen.signs:
            found = self.having[sign]
            found.remove(seen.telling.id)
            if not found:
                del self.having[sign]
        self._changed(-1)

    def _changed(self, by: int) -> None:
        self._articles += by
        self._rarities.clear()
        self.moment += 1

    def rarity(self, sign: str) -> float:
        """How much it says that two articles share `sign`."""
        found = self._rarities.get(sign)
        if found is None:
            count = len(self.having.get(sign, ()))
            found = log((self._articles + _KNOWN + 1) / (count + _KNOWN * _share(sign) + 1))
            self._rarities[sign] = found
        return found


@lru_cache(maxsize=100_000)
def _share(sign: str) -> float:
    """The share of articles that have `sign` where nothing is known of them."""
    kind = sign[0]
    if sign.startswith(OF):
        return _COUNTRY
    if kind == NUMBER:
        value = float(sign[1:])
        return 0.006 if "." in sign else 0.04 if value <= 12 else 0.02 if value < 100 else 0.004
    if kind == SOUND:
        return _SOUND_OF_THREE if len(sign) == 4 else _SOUND
    return _SHARES.get(kind, _NAME)


def likeness(one: Seen, two: Seen, window: Window) -> float:
    """How likely `one` and `two` tell of one event: above zero where it is more likely than not."""
    if _instalments(one, two) or (one.years and two.years and not one.years & two.years):
        return -_APART
    score = _of_names(one, two, window) + _of_numbers(one, two, window) + _of_texts(one, two, window)
    if (one.telling.source, one.telling.lang) == (two.telling.source, two.telling.lang):
        score -= _SAME_SOURCE
    return score - _A_DAY * abs(one.telling.hours - two.telling.hours) / 24 - _NOTHING


def _instalments(one: Seen, two: Seen) -> bool:
    """Whether they are numbers of a series, such as the prices of two days, by one source under one title."""
    mine, other = one.telling, two.telling
    if one.series != two.series or mine.source != other.source or mine.lang != other.lang:
        return False
    return mine.title != other.title


def _of_names(one: Seen, two: Seen, window: Window) -> float:
    mine, other = one.telling.names, two.telling.names
    shared = mine.keys() & other.keys()
    against = _OTHER_ACTORS if _other_actors(one.telling, two.telling) else 0.0
    if not shared:
        return -against - (_OTHER_NAMES if mine and other else 0.0)
    common = sum(window.rarity(name) * min(mine[name], other[name]) for name in sorted(shared))
    return _NAMES * common / sqrt(one.mass("", "", window) * two.mass("", "", window)) - against


def _other_actors(one: Telling, two: Telling) -> bool:
    """Whether those in the title of each are not in the other at all: two matches of one evening."""
    if not one.actors or not two.actors:
        return False
    return not any(each in two.names for each in one.actors) and not any(each in one.names for each in two.actors)


def _of_numbers(one: Seen, two: Seen, window: Window) -> float:
    shared = one.numbers & two.numbers
    if one.numbers and two.numbers and not shared:
        return -_OTHER_NUMBERS
    return _NUMBERS * _sum(shared, window)


def _of_texts(one: Seen, two: Seen, window: Window) -> float:
    """By their originals, or by two versions in one language where that says more."""
    mine, other = one.telling.lang, two.telling.lang
    found = _of_two(one, mine, two, other, window)
    if mine != other:
        for lang in sorted(one.kinds.keys() & two.kinds.keys()):
            found = max(found, _of_two(one, lang, two, lang, window))
    return found


def _of_two(one: Seen, mine: str, two: Seen, other: str, window: Window) -> float:
    score = 0.0
    if happens := _sum(one.kinds[mine][HAPPENS] & two.kinds[other][HAPPENS], window):
        all_of_it = one.mass(mine, HAPPENS, window) * two.mass(other, HAPPENS, window)
        score += _HAPPENS * happens + _HAPPENS_PART * happens / sqrt(all_of_it)
    if script_of(mine) != script_of(other):
        return score + _SOUNDS * _sum(one.kinds[mine][SOUND] & two.kinds[other][SOUND], window)
    if words := _sum(one.kinds[mine][WORD] & two.kinds[other][WORD], window):
        score += _WORDS * words + _WORDS_PART * words / sqrt(
            one.mass(mine, WORD, window) * two.mass(other, WORD, window)
        )
    return score - _ONE_SCRIPT


def _sum(signs: Iterable[str], window: Window) -> float:
    # in one order, for sums of fractions come out otherwise in another
    return sum(map(window.rarity, sorted(signs)))
