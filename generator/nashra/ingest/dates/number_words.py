"""Days of the month and small numbers in words, of every language that we know: `السابع من أكتوبر`, `quatre juin`.

All words are folded (see `nashra.ingest.words.fold`).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from nashra.ingest.words.fold import fold
from nashra.languages.calendar.known import DATE_WORDS


@lru_cache(maxsize=1)
def day_words() -> Mapping[str, int]:
    """Folded words for a day of the month -> its number."""
    return {fold(words).text: day for each in DATE_WORDS.values() for words, day in each.days.items()}


def more_numbers() -> Mapping[str, int]:
    """Folded numbers in words above ten, as counts of days and the like."""
    return {fold(words).text: number for each in DATE_WORDS.values() for words, number in each.counts.items()}


@lru_cache(maxsize=1)
def hour_words() -> Mapping[str, int]:
    """Folded words for a full hour of a clock of twelve -> its number."""
    return {fold(words).text: hour for each in DATE_WORDS.values() for words, hour in each.hours.items()}


@lru_cache(maxsize=1)
def islamic_months() -> Mapping[str, int]:
    """Folded names of the months of the Islamic calendar -> their numbers."""
    return {
        fold(name).text: number
        for each in DATE_WORDS.values()
        for number, names in enumerate(each.islamic, 1)
        for name in names
    }
