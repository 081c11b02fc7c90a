"""What is written around a number and makes another thing of it: a decade, degrees of frost, nothing that counts."""

from __future__ import annotations

import re
from fractions import Fraction

from nashra.versions.evidence.fact import Key, number
from nashra.versions.evidence.reading import Reading, lexicon

# What so many of one unit are in another one: 48 hours two days, 90 days three months.
_AS_MANY = (
    ("hour:time", 24, "day:time"),
    ("day:time", 7, "week:time"),
    ("day:time", 30, "month:time"),
    ("month:time", 12, "year:time"),
)


def spans(many: Fraction, unit: str) -> set[Key]:
    """How long a time is, in its own unit and in larger ones, in halves of them: 18 months, a year and a half."""
    if not unit.endswith(":time"):
        return set()
    found: set[Key] = {("q", f"{many} {unit}")}
    for small, times, large in _AS_MANY:
        if unit == small and many >= times and 2 * many % times == 0:
            found.add(("q", f"{many / times} {large}"))
    return found


def uncounted(reading: Reading) -> set[int]:
    """The tokens of what is written in numbers and counts nothing: 24/7."""
    pattern = reading.wording.uncounted_signs
    spans = [found.span() for found in re.finditer(pattern, reading.text)] if pattern else []
    return {at for at, token in enumerate(reading.tokens) if any(start <= token.start < end for start, end in spans)}


def decade_of(reading: Reading, first: int, last: int, whole: Fraction) -> set[Key]:
    """The 1990s, les années 90."""
    year = whole if whole > 100 else whole + 1900
    tokens = reading.tokens
    before = tokens[first - 1].raw.lower() if first else ""
    after = tokens[last].raw.lower() if last < len(tokens) and not reading.between(last - 1, last).strip("'") else ""
    glued = after if after and not reading.text[tokens[last - 1].end : tokens[last].start].strip("'") else ""
    if before in reading.wording.of_a_decade.split() or glued in reading.wording.after_decade.split():
        return {number(year), number(year - 1900), ("e", year)}
    if before in reading.wording.decades.split() and whole < 100:
        return {number(year)}
    return set()


def is_below_zero(reading: Reading, first: int, last: int) -> bool:
    """Whether a number of degrees is one of frost: -6, minus six, six below zero."""
    start = reading.tokens[first].start
    if re.search(r"(?:^|[\s(])[-−–]\Z", reading.text[:start]):
        return True
    below = lexicon("below_zero", reading.lang)
    places = [first - 1, *range(last, last + 3)]
    return any(0 <= at < len(reading.tokens) and below.at(reading, at) for at in places)
