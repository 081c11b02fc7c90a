"""What a text says in numbers, as values that can be compared: quantities with units, dates, hours, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from nashra.versions.evidence.fact import Fact, Key, number
from nashra.versions.evidence.hinted import fractions, hints, months, vague, weekdays
from nashra.versions.evidence.hours import (
    as_clock,
    day_part,
    noon,
    of_the_day,
    parts_of_an_hour,
    past_or_before,
    with_minutes,
    written,
)
from nashra.versions.evidence.numerals import THOUSAND, Numeral, numerals
from nashra.versions.evidence.reading import Reading, lexicon, read, words_of
from nashra.versions.evidence.signs import decade_of, is_below_zero, spans, uncounted
from nashra.versions.evidence.units import and_a_part, part_behind, scaled_again, unit_of, with_cents

_SMALL = 2
# Words between a title and the ordinal of who has it, the title included.
_RULER = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# Words between the two numbers of a share, the last included, and the most that one is a share of: one in five.
_TO_WHOLE, _A_SHARE = 9, 10
_LETTERS = "ABCDEFGHIJKL"
# Characters that a number takes in `length`.
_AS_LONG = 4
_BASIS_POINT = "basis_point:rate"
_HEAT = "degree:heat"
_CENTURY, _DAY = "century:time", "day:time"
# What half an hour, a quarter or a third of something is in numbers.
_WHOLES = {"%": 100, "minute:time": 60, "month:time": 12}


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
            fact = _quantity(reading, numeral)
            found.append(replace(fact, keys=fact.keys | shares.get(numeral.first, frozenset())))
    taken |= {at for fact in found for at in range(fact.first, fact.last)}
    for fact in (*vague(reading), *fractions(reading, found), *hints(reading, found), *noon(reading)):
        if fact.first not in taken or not fact.hard:
            found.append(fact)
    found += [*named, *weekdays(reading)]
    # the thirties of the twentieth century
    ends = {last for _, _, last in lexicon("decade_names", reading.lang).find(reading)}
    found = [fact for fact in found if not (fact.unit == _CENTURY and ends & {fact.first - 1, fact.first})]
    return tuple(sorted(_merged(reading, found), key=lambda fact: fact.first))


def _quantity(reading: Reading, numeral: Numeral) -> Fact:
    first, last = numeral.first, numeral.last
    values = numeral.values
    last, values = scaled_again(reading, last, values)
    clock = as_clock(reading, numeral)
    if clock is not None:
        return clock
    keys: set[Key] = {number(value) for value in values} | _composed(reading, first)
    whole = max(values)
    unit, end = unit_of(reading, first, last, near=numeral.ordinal and not numeral.digits)
    is_definite = reading.wording.article and reading.tokens[first].raw.startswith(reading.wording.article)
    if (numeral.ordinal or is_definite) and first and (noun := lexicon("units", reading.lang).at(reading, first - 1)):
        unit = noun[0]  # للأسبوع الثالث، الأشهر التسعة الأولى
    elif numeral.ordinal and first and lexicon("cardinals", reading.lang).at(reading, first - 1):
        unit = ""  # التسعة الأولى من السنة
    keys |= spans(whole, unit)
    if unit == _CENTURY and not numeral.ordinal:
        keys.add(number(whole * 100))
    if whole % 10 == 0 and 20 <= whole <= 2050 and (decade := decade_of(reading, first, last, whole)):
        keys |= decade
    elif 1900 <= whole < 2000 and whole % 10 == 0:
        keys.add(number(whole - 1900))
    if unit and (half := and_a_part(reading, end)) is not None:
        # eleven centimetres and a half
        keys |= {number(value + half) for value in values} | spans(whole + half, unit)
        keys -= {number(value) for value in values} if whole > _SMALL else set()
        return Fact(frozenset(keys), first, last, hard=whole > _SMALL, unit=unit, digits=numeral.digits)
    if not (unit or numeral.ordinal) and (half := part_behind(reading, last)) is not None:
        keys |= {number(value + half) for value in values}
    if end < len(reading.tokens) + 1 and last < len(reading.tokens):
        token = reading.tokens[last]
        if any(form in words_of("tens", reading.lang) for form in token.forms):
            keys, unit = {number(whole * 10)}, "year:time"
        is_hour = whole <= 24 and not numeral.ordinal  # les premières heures
        if reading.wording.hours and any(form in reading.wording.hours.split() for form in token.forms) and is_hour:
            part, _ = day_part(reading, last + 1)
            minutes = int(whole) % 24 * 60
            if part and whole <= 12:
                return Fact(frozenset({("t", Fraction(of_the_day(minutes % 720, part)))}), first, last + 1, digits=True)
            keys.add(("t", Fraction(minutes)))
    if unit == "second:time" and whole.denominator != 1:
        keys |= {number(int(whole)), number(whole % 1 * 100)}  # 56.68 seconds, and 56 seconds and 68 hundredths
    if unit == _HEAT and is_below_zero(reading, first, last):
        keys = {number(-value) for value in values}
    if unit in _WHOLES and whole < _WHOLES[unit]:
        keys.add(("f", whole / _WHOLES[unit]))
    hard = not numeral.loose and (whole > _SMALL or (numeral.digits and whole == _SMALL))
    hard = hard and not _is_of_a_ruler(reading, numeral)
    either = lexicon("either", reading.lang).at(reading, first) if last - first == 1 else None
    if either:
        keys |= {("f", Fraction(either[0])), number(Fraction(either[0]))}
    if numeral.digits and last < len(reading.tokens) and reading.tokens[last - 1].end == reading.tokens[last].start:
        scale = lexicon("short", reading.lang).at(reading, last)  # 14.5m tourists, or metres
        if scale:
            keys, unit = keys | {number(value * int(scale[0])) for value in values}, ""
    if unit == _BASIS_POINT:
        keys |= {number(value / 100) for value in values} | {("f", value / 100) for value in values}
    if numeral.ordinal and (third := lexicon("fractions", reading.lang).at(reading, first)):
        keys.add(("f", Fraction(third[0])))
        if _is_share(reading, first, last):
            keys.discard(number(whole))
            return Fact(frozenset(keys), first, last, hard, unit, numeral.digits)
    return Fact(frozenset(keys), first, last, hard, unit, numeral.digits, numeral.ordinal)


def _is_of_a_ruler(reading: Reading, numeral: Numeral) -> bool:
    """Whether an ordinal stands behind a name and its title, and may go without saying: King Charles the Third."""
    before = reading.tokens[max(0, numeral.first - _RULER) : max(0, numeral.first - 1)]
    titled = any(not words_of("titles", reading.lang).isdisjoint(token.forms) for token in before)
    return numeral.ordinal and not numeral.digits and titled


def _is_share(reading: Reading, first: int, last: int) -> bool:
    """a fifth of"""
    tokens = reading.tokens
    if not first or last >= len(tokens):
        return False
    one = tokens[first - 1].raw.lower() in reading.wording.one_share.split()
    return one and tokens[last].raw.lower() in reading.wording.share_of.split()


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


_COMPOSED = re.compile(r"(\d+)[-/.](\d\d)")


def _composed(reading: Reading, at: int) -> set[Key]:
    """The numbers of laws and files, which are written 43.20, 43-20 or 43/20."""
    tokens = reading.tokens
    start, end = tokens[at].start, tokens[at].end
    if at and tokens[at - 1].kind == "number" and reading.between(at - 1, at) in ("-", "/"):
        start = tokens[at - 1].start
    elif at + 1 < len(tokens) and tokens[at + 1].kind == "number" and reading.between(at, at + 1) in ("-", "/"):
        end = tokens[at + 1].end
    parts = _COMPOSED.fullmatch(reading.text[start:end])
    return {("c", f"{parts[1]}-{parts[2]}")} if parts else set()


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
