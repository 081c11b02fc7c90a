"""What a text says in numbers, as values that can be compared: quantities with units, dates, hours, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from nashra.versions.evidence.fact import Fact, Key, number
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

_SMALL = 2
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
    months = [fact for fact in _months(reading) if fact.first not in taken]
    taken |= {at for fact in months for at in range(fact.first, fact.last)}
    for table in ("percent", "uncounted"):
        taken |= {at for _, first, last in lexicon(table, reading.lang).find(reading) for at in range(first, last)}
    taken |= uncounted(reading)
    counted = numerals(reading)
    for hour, minutes in pairwise(counted):
        if clock := with_minutes(reading, hour, minutes):
            found.append(clock)
            taken |= set(range(clock.first, clock.last))
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
    for fact in (*_vague(reading), *_fractions(reading, found), *_hints(reading, found), *noon(reading)):
        if fact.first not in taken or not fact.hard:
            found.append(fact)
    found += months
    found += _table(reading, "weekdays", "d")
    # the thirties of the twentieth century
    ends = {last for _, _, last in lexicon("decade_names", reading.lang).find(reading)}
    found = [fact for fact in found if not (fact.unit == _CENTURY and ends & {fact.first - 1, fact.first})]
    return tuple(sorted(_merged(reading, found), key=lambda fact: fact.first))


def _quantity(reading: Reading, numeral: Numeral) -> Fact:
    first, last = numeral.first, numeral.last
    values = numeral.values
    last, values = _scaled_again(reading, last, values)
    clock = as_clock(reading, numeral)
    if clock is not None:
        return clock
    keys: set[Key] = {number(value) for value in values} | _composed(reading, first)
    whole = max(values)
    unit, end = _unit(reading, first, last, near=numeral.ordinal and not numeral.digits)
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
    if unit and (half := _and_a_part(reading, end)) is not None:
        # eleven centimetres and a half
        keys |= {number(value + half) for value in values} | spans(whole + half, unit)
        keys -= {number(value) for value in values} if whole > _SMALL else set()
        return Fact(frozenset(keys), first, last, hard=whole > _SMALL, unit=unit, digits=numeral.digits)
    if not (unit or numeral.ordinal) and (half := _part_behind(reading, last)) is not None:
        keys |= {number(value + half) for value in values}
    if end < len(reading.tokens) + 1 and last < len(reading.tokens):
        token = reading.tokens[last]
        if any(form in words_of("tens", reading.lang) for form in token.forms):
            keys, unit = {number(whole * 10)}, "year:time"
        if reading.wording.hours and any(form in reading.wording.hours.split() for form in token.forms) and whole <= 24:
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
    counted = [each for each in counted if not _unit(reading, each.first, each.last)[0].endswith(":time")]
    for many, whole in pairwise(counted):
        share = max(many.values) / max(whole.values) if max(whole.values) > 1 else Fraction(1)
        out_of = lexicon("out_of", reading.lang).at(reading, whole.first - 1)
        timed = _unit(reading, whole.first, whole.last)[0].endswith(":time")  # the first time in two months
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


def _and_a_part(reading: Reading, at: int) -> Fraction | None:
    """The half, quarter or third that is added to what was counted before token `at`."""
    tokens, joined = reading.tokens, False
    if at >= len(tokens) or reading.between(at - 1, at).strip():
        return None
    while at < len(tokens) and tokens[at].raw.lower() in reading.wording.before_part.split():
        at, joined = at + 1, True
    if at >= len(tokens) or not (joined or tokens[at].joined):
        return None
    found = lexicon("fractions", reading.lang).at(reading, at)
    return Fraction(found[0].rstrip("*")) if found else None


def _part_behind(reading: Reading, at: int) -> Fraction | None:
    """The part that is added behind the word at token `at`, which is no unit: un point et demi."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or reading.between(at - 1, at).strip():
        return None
    joined = tokens[at + 1].joined or tokens[at + 1].raw.lower() in reading.wording.joiners.split()
    return _and_a_part(reading, at + 1) if joined else None


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


def _scaled_again(reading: Reading, last: int, values: frozenset[Fraction]) -> tuple[int, frozenset[Fraction]]:
    """Two and a half million; a million and half a million said as in Arabic."""
    if last >= len(reading.tokens) or reading.between(last - 1, last).strip(" -"):
        return last, values
    before = lexicon("fractions", reading.lang).at(reading, last - 1)
    found = lexicon("cardinals", reading.lang).at(reading, last)
    if before is None or found is None or Fraction(found[0]) < THOUSAND:
        return last, values
    scale = Fraction(found[0])
    return last + 1, frozenset(value if value >= scale else value * scale for value in values)


def _unit(reading: Reading, first: int, last: int, *, near: bool = False) -> tuple[str, int]:
    """What is counted, and the token after it. near: only right behind, as after an ordinal: the 21st, for a month."""
    tokens, lang = reading.tokens, reading.lang
    if first and tokens[first - 1].raw in ("$", "€", "£"):
        found = lexicon("currencies", lang).at(reading, first - 1)
        return (found[0] if found else ""), last
    for at in (last,) if near else (last, last + 1):
        if at >= len(tokens) or (at > last and reading.between(at - 1, at).strip(" '")):
            break
        if lexicon("percent", lang).at(reading, at):
            return "%", at + 1
        for table in ("units", "currencies"):
            if found := lexicon(table, lang).at(reading, at):
                is_day = found[0] == _DAY and found[1] < len(tokens)
                if is_day and lexicon("weekdays", lang).at(reading, found[1]):
                    continue  # 320 flights on Saturday: رحلة يوم السبت
                exact = tokens[at].forms[0]
                if exact in words_of("loose_units", lang) and (at > last or tokens[first].kind != "number"):
                    continue
                return found[0], found[1]
        if tokens[at].raw.lower() in reading.wording.between.split():
            continue
        if len(tokens[at].raw) > 4 and tokens[at].raw.lower() not in reading.wording.of.split():
            break
    return "", last


def _months(reading: Reading) -> Iterator[Fact]:
    lang = reading.lang
    for key, first, last in lexicon("months", lang).find(reading):
        token = reading.tokens[first]
        loose = any(form in words_of("loose_months", lang) for form in token.forms)
        if loose and reading.wording.month_capitals and not token.raw[0].isupper():
            continue
        before = reading.tokens[first - 1] if first else None
        after = reading.tokens[last] if last < len(reading.tokens) else None
        near = any(each is not None and each.kind == "number" for each in (before, after)) or (
            before is not None and any(form in words_of("before_month", lang) for form in before.forms)
        )
        attached = token.raw[0] in reading.wording.at_month and len(token.forms) > 1
        if loose and not near and not attached:
            yield Fact(frozenset({("m", Fraction(key))}), first, last, hard=False)
            continue
        yield Fact(frozenset({("m", Fraction(key))}), first, last, hard=near and key != "13")


def _table(reading: Reading, table: str, kind: str) -> list[Fact]:
    return [
        Fact(frozenset({(kind, Fraction(key))}), first, last, hard=False)
        for key, first, last in lexicon(table, reading.lang).find(reading)
    ]


def _vague(reading: Reading) -> Iterator[Fact]:
    lang = reading.lang
    found = list(lexicon("vague", lang).find(reading))
    at = 0
    while at < len(found):
        key, first, last = found[at]
        size = Fraction(key)
        while at + 1 < len(found) and found[at + 1][1] - last <= 1:
            at += 1
            size *= Fraction(found[at][0])
            last = found[at][2]
        following = lexicon("cardinals", lang).at(reading, last) if last < len(reading.tokens) else None
        if following and Fraction(following[0]) >= THOUSAND:
            size, last = size * Fraction(following[0]), following[1]
        yield Fact(frozenset({("v", size)}), first, last, hard=False)
        at += 1


def _fractions(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    lang = reading.lang
    small = {fact.last: fact for fact in found if fact.value is not None and fact.value <= 9 and not fact.digits}
    for key, first, last in lexicon("fractions", lang).find(reading):
        value = Fraction(key.rstrip("*"))
        at = last
        while at < len(reading.tokens) and reading.tokens[at].raw.lower() in reading.wording.of.split():
            at += 1
        scale = lexicon("cardinals", lang).at(reading, at) if at < len(reading.tokens) else None
        if scale and Fraction(scale[0]) >= THOUSAND:
            many = Fraction(scale[0])
            unit, _ = _unit(reading, first, scale[1])
            yield Fact(frozenset({number(value * many)}), first, scale[1], hard=True, unit=unit)
            continue
        before = small.get(first)
        if before is not None and before.value is not None and not reading.tokens[first].joined:
            value *= before.value
        keys: set[Key] = {("f", value), number(value)}
        yield Fact(frozenset(keys), first, last, hard=False)


def _hints(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    for key, first, last in lexicon("hints", reading.lang).find(reading):
        values = key.rstrip("*").split("/")
        # une soixantaine de kilomètres
        unit = _unit(reading, first, last)[0] if len(values) == 1 and int(values[0]) > _SMALL else ""
        yield Fact(frozenset(number(int(value)) for value in values), first, last, hard=False, unit=unit)
    for _, first, last in lexicon("year_before", reading.lang).find(reading):
        numbers = (value for fact in found if fact.digits for kind, value in fact.keys if kind == "n")
        years = {value - 1 for value in numbers if isinstance(value, Fraction) and _FIRST_YEAR <= value <= _LAST_YEAR}
        if years:
            yield Fact(frozenset(map(number, years)), first, last, hard=False)
    for _, first, last in lexicon("month_before", reading.lang).find(reading):
        months = {int(key) for key, _, _ in lexicon("months", reading.lang).find(reading)}
        yield Fact(frozenset(("m", Fraction((month - 2) % 12 + 1)) for month in months), first, last, hard=False)
    for key, first, last in lexicon("times", reading.lang).find(reading):
        yield Fact(frozenset({number(int(key)), ("x", Fraction(key))}), first, last, hard=False)
    for key, first, last in lexicon("decade_names", reading.lang).find(reading):
        year = Fraction(key)
        yield Fact(frozenset({number(year), number(year - 1900), ("e", year)}), first, last, hard=False)
    for at, token in enumerate(reading.tokens):
        if len(token.raw) == 1 and token.raw in _LETTERS:  # Group F is the sixth
            yield Fact(frozenset({number(_LETTERS.index(token.raw) + 1)}), at, at + 1, hard=False)
    dual = reading.wording.dual
    for at, token in enumerate(reading.tokens):
        if dual and token.kind == "word" and len(token.raw) >= 5 and token.raw.endswith(dual):
            counted = lexicon("units", reading.lang).at(reading, at)
            part, unit = _and_a_part(reading, at + 1) or 0, counted[0] if counted else ""
            keys: set[Key] = {number(2 + part)} | spans(Fraction(2), unit)
            yield Fact(frozenset(keys), at, at + 1, hard=False, unit=unit)


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
