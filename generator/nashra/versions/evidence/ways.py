"""Doubts about which way a number went: down 15 percent, and up 15 percent in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from nashra.versions.evidence.facts import facts, shown
from nashra.versions.evidence.reading import Reading, lexicon

# Groups of `Wording.opposites` that say where a number goes.
_WAYS = frozenset({"move", "grow"})
# Words between such a word and its number, before and behind it.
_BEFORE, _BEHIND = 3, 1
_PARTS = re.compile(r"[,،.;؛:!?؟()–—]")


def ways(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """A number that went up and goes down now, by the words right beside it."""
    one, two = _ways(source), _ways(target)
    for value, (way, told) in one.items():
        if value in two and two[value][0] != way:
            yield 0.7, f"“{told}” went the other way"
            return


def _ways(reading: Reading) -> dict[Fraction, tuple[str, str]]:
    """Value -> (side, as it is written) of the numbers that go one way."""
    words = [
        (key.partition(":")[2], first, last)
        for key, first, last in lexicon("opposites", reading.lang).find(reading)
        if key.partition(":")[0] in _WAYS
    ]
    found: dict[Fraction, tuple[str, str]] = {}
    for fact in facts(reading) if words else ():
        if fact.value is None or not fact.unit or fact.unit.endswith(":time") or not fact.hard:
            continue
        sides = {
            side
            for side, first, last in words
            if (0 <= fact.first - last < _BEFORE and not _parted(reading, last - 1, fact.first))
            or (0 <= first - fact.last < _BEHIND and not _parted(reading, fact.last - 1, first))
            or first <= fact.first < last
        }
        if len(sides) == 1:
            found[fact.value] = (sides.pop(), shown(reading, fact))
    return found


def _parted(reading: Reading, first: int, second: int) -> bool:
    return bool(_PARTS.search(reading.between(first, second)))
