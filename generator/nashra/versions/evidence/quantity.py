"""One number of a text with what stands around it: its unit, a half behind it, the hour or the share that it is."""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from nashra.versions.evidence.fact import Fact, Key, number
from nashra.versions.evidence.hours import as_clock, day_part, of_the_day
from nashra.versions.evidence.numerals import Numeral
from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.signs import decade_of, is_below_zero, spans
from nashra.versions.evidence.units import and_a_part, part_behind, scaled_again, unit_of

CENTURY = "century:time"
_SMALL = 2
# Words between a title and the ordinal of who has it, the title included.
_RULER = 3
_BASIS_POINT = "basis_point:rate"
_HEAT = "degree:heat"
# of a day
_HOURS = 24
_SECOND, _YEAR = "second:time", "year:time"
# What half an hour, a quarter or a third of something is in numbers.
_WHOLES = {"%": 100, "minute:time": 60, "month:time": 12}
_COMPOSED = re.compile(r"(\d+)[-/.](\d\d)")


def quantity(reading: Reading, numeral: Numeral) -> Fact:
    """What `numeral` says: every value that it may have, as keys, and whether it must be in a translation (hard)."""
    first, (last, values) = numeral.first, scaled_again(reading, numeral.last, numeral.values)
    clock = as_clock(reading, numeral)
    if clock is not None:
        return clock
    whole = max(values)
    unit, end = _unit(reading, numeral, last)
    keys = {number(value) for value in values} | _composed(reading, first) | spans(whole, unit)
    keys |= _years(reading, numeral, last, whole, unit)
    if unit and (half := and_a_part(reading, end)) is not None:
        # eleven centimetres and a half
        keys |= {number(value + half) for value in values} | spans(whole + half, unit)
        keys -= {number(value) for value in values} if whole > _SMALL else set()
        return Fact(frozenset(keys), first, last, hard=whole > _SMALL, unit=unit, digits=numeral.digits)
    if not (unit or numeral.ordinal) and (half := part_behind(reading, last)) is not None:
        keys |= {number(value + half) for value in values}
    if last < len(reading.tokens):
        token = reading.tokens[last]
        if any(form in words_of("tens", reading.lang) for form in token.forms):
            keys, unit = {number(whole * 10)}, _YEAR
        is_hour = whole <= _HOURS and not numeral.ordinal  # les premières heures
        if is_hour and any(form in reading.wording.hours.split() for form in token.forms):
            part, _ = day_part(reading, last + 1)
            minutes = int(whole) % _HOURS * 60
            if part and whole <= _HOURS // 2:
                return Fact(frozenset({("t", Fraction(of_the_day(minutes % 720, part)))}), first, last + 1, digits=True)
            keys.add(("t", Fraction(minutes)))
    if unit == _HEAT and is_below_zero(reading, first, last):
        keys = {number(-value) for value in values}
    keys |= _parts(values, unit)
    if last - first == 1 and (either := lexicon("either", reading.lang).at(reading, first)):
        keys |= {("f", Fraction(either[0])), number(Fraction(either[0]))}
    if scale := _short_scale(reading, numeral, last):
        keys, unit = keys | {number(value * scale) for value in values}, ""
    is_share = False
    if numeral.ordinal and (third := lexicon("fractions", reading.lang).at(reading, first)):
        keys.add(("f", Fraction(third[0])))
        is_share = _is_share(reading, first, last)
        keys -= {number(whole)} if is_share else set()
    hard = not numeral.loose and (whole > _SMALL or (numeral.digits and whole == _SMALL))
    hard = hard and not _is_of_a_ruler(reading, numeral)
    return Fact(frozenset(keys), first, last, hard, unit, numeral.digits, numeral.ordinal and not is_share)


def _unit(reading: Reading, numeral: Numeral, last: int) -> tuple[str, int]:
    """(the unit, "" for none, the token behind it). It may stand before: للأسبوع الثالث، الأشهر التسعة الأولى."""
    first, article = numeral.first, reading.wording.article
    unit, end = unit_of(reading, first, last, near=numeral.ordinal and not numeral.digits)
    is_definite = article and reading.tokens[first].raw.startswith(article)
    if (numeral.ordinal or is_definite) and first and (noun := lexicon("units", reading.lang).at(reading, first - 1)):
        return noun[0], end
    if numeral.ordinal and first and lexicon("cardinals", reading.lang).at(reading, first - 1):
        return "", end  # التسعة الأولى من السنة
    return unit, end


def _years(reading: Reading, numeral: Numeral, last: int, whole: Fraction, unit: str) -> set[Key]:
    """What a number is besides as a century, and as the first year of ten."""
    keys = {number(whole * 100)} if unit == CENTURY and not numeral.ordinal else set()
    if whole % 10:
        return keys
    if 20 <= whole <= 2050 and (decade := decade_of(reading, numeral.first, last, whole)):
        keys |= decade
    elif 1900 <= whole < 2000:
        keys.add(number(whole - 1900))
    return keys


def _parts(values: Collection[Fraction], unit: str) -> set[Key]:
    """What values are as parts of a larger or a smaller unit."""
    whole = max(values)
    if unit == _SECOND and whole.denominator != 1:
        return {number(int(whole)), number(whole % 1 * 100)}  # 56.68 seconds, and 56 seconds and 68 hundredths
    if unit in _WHOLES and whole < _WHOLES[unit]:
        return {("f", whole / _WHOLES[unit])}
    if unit == _BASIS_POINT:
        return {number(value / 100) for value in values} | {("f", value / 100) for value in values}
    return set()


def _short_scale(reading: Reading, numeral: Numeral, last: int) -> int:
    """What a letter right behind a number makes of it, 0 without one: 14.5m tourists, or metres."""
    if not numeral.digits or last == len(reading.tokens) or reading.tokens[last - 1].end != reading.tokens[last].start:
        return 0
    scale = lexicon("short", reading.lang).at(reading, last)
    return int(scale[0]) if scale else 0


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
