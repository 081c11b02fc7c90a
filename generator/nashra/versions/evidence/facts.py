"""What a text says in numbers, as values that can be compared: quantities with units, dates, hours, telephones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from nashra.versions.evidence.fact import Fact, Key
from nashra.versions.evidence.hinted import fractions, hints, months, vague, weekdays
from nashra.versions.evidence.hours import (
    noon,
    parts_of_an_hour,
    past_or_before,
    with_minutes,
    written,
)
from nashra.versions.evidence.numerals import THOUSAND, Numeral, numerals
from nashra.versions.evidence.quantity import CENTURY, quantity
from nashra.versions.evidence.reading import Reading, lexicon, read, words_of
from nashra.versions.evidence.signs import uncounted
from nashra.versions.evidence.units import unit_of, with_cents

# Words between the two numbers of a share, the last included, and the most that one is a share of: one in five.
_TO_WHOLE, _A_SHARE = 9, 10
# Characters that a number takes in `length`.
_AS_LONG = 4


def facts(reading: Reading) -> list[Fact]:
    """The facts of a text in order."""
    return list(_facts(reading.text, reading.lang))


def shown(reading: Reading, fact: Fact) -> str:
    """A fact as people are told of it."""
    value = fact.value
    if value is not None and value.denominator == 1 and reading.tokens[fact.first].kind != "word":
        return str(value)
    return reading.text[reading.tokens[fact.first].start : reading.tokens[fact.last - 1].end]


def length(reading: Reading) -> int:
    """Characters of a text in which every number is as long as another, in words or in digits."""
    taken: set[int] = set()
    characters = len(reading.text)
    for fact in facts(reading):
        span = set(range(fact.first, fact.last))
        if (fact.hard or fact.digits) and not taken & span:
            taken |= span
            characters -= reading.tokens[fact.last - 1].end - reading.tokens[fact.first].start - _AS_LONG
    return characters


@lru_cache(maxsize=256)
def _facts(text: str, lang: str) -> tuple[Fact, ...]:
    reading = read(text, lang)
    found = [*written(reading)]
    taken = {at for fact in found for at in range(fact.first, fact.last)}
    named = [fact for fact in months(reading) if fact.first not in taken]
    taken |= {at for fact in named for at in range(fact.first, fact.last)}
    for table in ("percent", "uncounted"):
        taken |= {at for _, first, last in lexicon(table, reading.lang).find(reading) for at in range(first, last)}
    taken |= uncounted(reading)
    counted = numerals(reading)
    for hour, minutes in pairwise(counted):
        if clock := with_minutes(reading, hour, minutes):
            found.append(clock)
            taken |= set(range(clock.first, clock.last))
    for many, rest in pairwise(counted):
        if price := with_cents(reading, many, rest):
            found.append(price)
            taken |= set(range(price.first, price.last))
    minutes_told: list[Numeral | tuple[int, int, int]] = [*parts_of_an_hour(reading), *counted]
    for part in minutes_told if reading.wording.past else ():
        for numeral in counted:
            if spoken := past_or_before(reading, part, numeral):
                found.append(spoken)
                taken |= set(range(spoken.first, spoken.last))
    shares = _shares(reading, counted)
    for numeral in counted:
        if not taken.intersection(range(numeral.first, numeral.last)):
            fact = quantity(reading, numeral)
            found.append(replace(fact, keys=fact.keys | shares.get(numeral.first, frozenset())))
    taken |= {at for fact in found for at in range(fact.first, fact.last)}
    for fact in (*vague(reading), *fractions(reading, found), *hints(reading, found), *noon(reading)):
        if fact.first not in taken or not fact.hard:
            found.append(fact)
    found += [*named, *weekdays(reading)]
    # the thirties of the twentieth century
    ends = {last for _, _, last in lexicon("decade_names", reading.lang).find(reading)}
    found = [fact for fact in found if not (fact.unit == CENTURY and ends & {fact.first - 1, fact.first})]
    return tuple(sorted(_merged(reading, found), key=lambda fact: fact.first))


def _shares(reading: Reading, counted: list[Numeral]) -> dict[int, frozenset[Key]]:
    """One in five, un Marocain sur cinq: the first token of each of the two numbers -> what it may be besides."""
    found: dict[int, frozenset[Key]] = {}
    # an age may stand between: un enfant de moins de cinq ans sur trois
    counted = [each for each in counted if not unit_of(reading, each.first, each.last)[0].endswith(":time")]
    for many, whole in pairwise(counted):
        share = max(many.values) / max(whole.values) if max(whole.values) > 1 else Fraction(1)
        out_of = lexicon("out_of", reading.lang).at(reading, whole.first - 1)
        timed = unit_of(reading, whole.first, whole.last)[0].endswith(":time")  # the first time in two months
        counts = all(max(each.values).denominator == 1 for each in (many, whole)) and max(whole.values) <= THOUSAND
        near = whole.first - many.last <= _TO_WHOLE // 2
        if out_of and counts and 1 < share <= _A_SHARE and near and not (many.ordinal or timed) and not many.digits:
            found[whole.first] = frozenset({("o", share)})  # five in two
        if out_of and counts and share < 1 and not (many.ordinal or timed) and whole.first - many.last <= _TO_WHOLE:
            keys: set[Key] = {("f", share)}
            found[many.first] = frozenset(keys)
            keys = {*keys, ("o", share)}
            # one in so many is a share, and no part of a number that was counted
            is_part = max(many.values) == 1 and max(whole.values) <= _A_SHARE
            found[whole.first] = frozenset({*keys, ("s", share)} if is_part else keys)
    return found


def _merged(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    """Without what lies inside a larger number, and with two thirds as one."""
    scaled = [fact for fact in found if fact.hard and any(kind == "n" for kind, _ in fact.keys)]
    fractions = {fact.first for fact in found if any(kind == "f" for kind, _ in fact.keys) and not fact.hard}
    for fact in found:
        inside = any(
            other is not fact
            and other.first <= fact.first
            and fact.last <= other.last
            and other.last - other.first > fact.last - fact.first
            for other in scaled
        )
        if inside and fact.hard:
            continue
        if fact.last in fractions and fact.value is not None and not fact.digits:
            token = reading.tokens[fact.last]
            yield fact if token.joined else replace(fact, hard=False)
            continue
        if not fact.hard and _several(reading, fact):
            yield replace(fact, hard=False)
            continue
        yield replace(fact, hard=False) if _several(reading, fact) else fact


def _several(reading: Reading, fact: Fact) -> bool:
    """Several hundred: a number that nobody counted."""
    return bool(fact.first) and any(
        form in words_of("several", reading.lang) for form in reading.tokens[fact.first - 1].forms
    )
