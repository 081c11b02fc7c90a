"""What Nashra knows of the words by which a language writes dates, beyond CLDR: one file a language, see `known`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Words of one language, as they are written.

    days:    words for a day of the month -> its number. A word that is an article as well ("un") is none.
    counts:  numbers in words above ten, for counts of days and the like.
    hours:   words for a full hour of a clock of twelve -> its number.
    islamic: the months of the Islamic calendar from Muharram on, the spellings of each.
    """

    days: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    hours: Mapping[str, int] = field(default_factory=dict)
    islamic: Sequence[Sequence[str]] = ()


def counted(words: Sequence[str], after: int = 0) -> dict[str, int]:
    """The words for one, two, three, ... -> their numbers, those above `after`."""
    return {word: number for number, word in enumerate(words, 1) if number > after}


def in_tens(twenty: str, thirty: str, units: Sequence[str], joints: Sequence[str]) -> dict[str, int]:
    """Words for 21 to 29 and 31, with each of the `joints` between the tens and the units from one on."""
    found = {f"{twenty}{joint}{word}": 20 + unit for joint in joints for unit, word in enumerate(units[:9], 1)}
    return found | {f"{thirty}{joint}{units[0]}": 31 for joint in joints}


def spelled(*months: str) -> tuple[tuple[str, ...], ...]:
    """The spellings of each month, which are written with bars between them."""
    return tuple(tuple(month.split("|")) for month in months)
