"""What a text says in numbers, as values that can be compared: quantities with units, dates, hours, telephones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from nashra.versions.evidence.numerals import THOUSAND, Numeral, numerals
from nashra.versions.evidence.reading import Reading, lexicon, words_of

# A value with its kind: "n" number, "t" minute of the day, "m" month, "d" weekday, "p" telephone, "f" fraction,
# "v" order of size.
Key = tuple[str, Fraction | str]

_DAY = 24 * 60
_SMALL = 2
# What half an hour, a quarter or a third of something is in numbers.
_WHOLES = {"%": 100, "minute:time": 60, "month:time": 12}


@dataclass(frozen=True, slots=True)
class Fact:
    """keys: what it may be read as. hard: whether its lack is an error by itself. first, last: its tokens.

    unit: "km:length", or the name of a currency, or "%"; "" for none. year: a number that may be one.
    """

    keys: frozenset[Key]
    first: int
    last: int
    hard: bool = True
    unit: str = ""
    digits: bool = False
    ordinal: bool = False

    @property
    def value(self) -> Fraction | None:
        """The number, if it is one and nothing else."""
        values = [value for kind, value in self.keys if kind == "n"]
        other = any(kind not in "nf" for kind, _ in self.keys)
        return values[0] if len(values) == 1 and not other and isinstance(values[0], Fraction) else None


def facts(reading: Reading) -> list[Fact]:
    """The facts of a text in order."""
    found = [*_written(reading)]
    taken = {at for fact in found for at in range(fact.first, fact.last)}
    months = [fact for fact in _months(reading) if fact.first not in taken]
    taken |= {at for fact in months for at in range(fact.first, fact.last)}
    taken |= {at for _, first, last in lexicon("percent", reading.lang).find(reading) for at in range(first, last)}
    for numeral in numerals(reading):
        if not taken.intersection(range(numeral.first, numeral.last)):
            found.append(_quantity(reading, numeral))
    taken |= {at for fact in found for at in range(fact.first, fact.last)}
    for fact in (*_vague(reading), *_fractions(reading, found), *_hints(reading, found), *_noon(reading)):
        if fact.first not in taken or not fact.hard:
            found.append(fact)
    found += months
    found += _table(reading, "weekdays", "d")
    return sorted(_merged(reading, found), key=lambda fact: fact.first)


def _number(value: Fraction | int) -> Key:
    return ("n", Fraction(value))


def _written(reading: Reading) -> Iterator[Fact]:
    """Telephones, dates, seasons and hours in digits."""
    for at, token in enumerate(reading.tokens):
        if token.kind == "phone":
            digits = re.sub(r"\D", "", token.raw)
            yield Fact(frozenset({("p", digits[-9:])}), at, at + 1, digits=True)
        elif token.kind == "season":
            first, second = re.findall(r"\d+", token.raw)
            yield Fact(frozenset({_number(int(first))}), at, at + 1, digits=True)
            yield Fact(frozenset({_number(int(first[:2] + second)), _number(int(second))}), at, at + 1, digits=True)
        elif token.kind == "date":
            yield from _date(token.raw, at)
        elif token.kind == "time":
            hour, _, minute = re.sub(r"[hH:\s]+", ":", token.raw).partition(":")
            if int(hour) <= 24 and int(minute or 0) < 60:
                yield from _clock(reading, Fraction(hour), int(minute or 0), at, at + 1, exact=len(hour) == 2)
            else:
                yield Fact(frozenset({_number(int(hour))}), at, at + 1, digits=True)


def _date(raw: str, at: int) -> Iterator[Fact]:
    parts = re.findall(r"\d+", raw)
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = (int(part) for part in parts)
    if not (1 <= day <= 31 and 1 <= month <= 31):
        yield from (Fact(frozenset({_number(int(part))}), at, at + 1, digits=True) for part in parts)
        return
    swapped = month > 12 or day <= 12
    days = {_number(day)} | ({_number(month)} if swapped else set())
    months: set[Key] = {("m", Fraction(month)), _number(month)}
    if swapped:
        months |= {("m", Fraction(day)), _number(day)}
    yield Fact(frozenset(days), at, at + 1, digits=True)
    yield Fact(frozenset(months), at, at + 1, digits=True)
    yield Fact(frozenset({_number(year), _number(year % 100)}), at, at + 1, digits=True)


def _clock(reading: Reading, hour: Fraction, minute: int, first: int, last: int, *, exact: bool) -> Iterator[Fact]:
    """An hour, with the part of the day that stands beside it; without one an hour up to twelve is two."""
    part, end = _day_part(reading, last)
    minutes = int(hour) % 24 * 60 + minute
    keys: set[Key]
    if part and hour <= 12:
        keys = {("t", Fraction(_moved(minutes % (_DAY // 2), part)))}
    else:
        keys = {("t", Fraction(minutes))}
        if 0 < hour <= 12 and not part and (not exact or _has_day_part(reading)):
            keys.add(("t", Fraction((minutes + _DAY // 2) % _DAY)))
    yield Fact(frozenset(keys), first, max(last, end), digits=True)


def _moved(minutes: int, part: str) -> int:
    """Minutes of the 12-hour clock -> of the day."""
    if part == "pm" or (part == "night" and minutes >= 6 * 60):
        return minutes + _DAY // 2
    return minutes


def _day_part(reading: Reading, at: int) -> tuple[str, int]:
    """The part of the day that stands at a token or after one more word, and the token after it."""
    for place in (at, at + 1):
        if place >= len(reading.tokens):
            break
        if place > at and re.search(r"[.!?؟;:]", reading.between(place - 1, place)):
            break
        for part in ("night", "am", "pm"):
            if stands := lexicon(part, reading.lang).at(reading, place):
                return part, stands[1]
    return "", at


def _has_day_part(reading: Reading) -> bool:
    return any(next(lexicon(part, reading.lang).find(reading), None) for part in ("am", "pm", "night"))


def _quantity(reading: Reading, numeral: Numeral) -> Fact:
    first, last = numeral.first, numeral.last
    values = numeral.values
    last, values = _scaled_again(reading, last, values)
    clock = _as_clock(reading, numeral)
    if clock is not None:
        return clock
    keys: set[Key] = {_number(value) for value in values}
    whole = max(values)
    unit, end = _unit(reading, first, last)
    if numeral.digits and len(reading.tokens[first].raw) == 2 and whole % 10 == 0 and whole >= 20:
        keys |= _decade(reading, first, whole)
    elif 1900 <= whole < 2000 and whole % 10 == 0:
        keys.add(_number(whole - 1900))
    if end < len(reading.tokens) + 1 and last < len(reading.tokens):
        token = reading.tokens[last]
        if any(form in words_of("tens", reading.lang) for form in token.forms):
            keys.add(_number(whole * 10))
        if reading.wording.hours and any(form in reading.wording.hours.split() for form in token.forms) and whole <= 24:
            part, _ = _day_part(reading, last + 1)
            minutes = int(whole) % 24 * 60
            if part and whole <= 12:
                return Fact(frozenset({("t", Fraction(_moved(minutes % 720, part)))}), first, last + 1, digits=True)
            keys.add(("t", Fraction(minutes)))
    if unit in _WHOLES and whole < _WHOLES[unit]:
        keys.add(("f", whole / _WHOLES[unit]))
    hard = not numeral.loose and (whole > _SMALL or (numeral.digits and whole == _SMALL))
    if numeral.ordinal and (third := lexicon("fractions", reading.lang).at(reading, first)):
        keys.add(("f", Fraction(third[0])))
    return Fact(frozenset(keys), first, last, hard, unit, numeral.digits, numeral.ordinal)


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


def _decade(reading: Reading, first: int, whole: Fraction) -> set[Key]:
    before = reading.tokens[first - 1] if first else None
    return {_number(whole + 1900)} if before and before.raw.lower() in ("années", "the", "عقد") else set()


def _as_clock(reading: Reading, numeral: Numeral) -> Fact | None:
    """The number as an hour: after a word for it, before a part of the day, or with a half after an ordinal."""
    lang, hour = reading.lang, max(numeral.values)
    raw = reading.tokens[numeral.first].raw
    minute = 0
    if numeral.digits and re.fullmatch(r"\d{1,2}[.]\d{2}", raw):
        hour, minute = Fraction(raw.partition(".")[0]), int(raw.partition(".")[2])
    if hour.denominator != 1:
        if hour.denominator > 4 or not numeral.ordinal:
            return None
        minute, hour = int((hour % 1) * 60), Fraction(int(hour))
    if not 0 <= hour <= 24 or minute > 59:
        return None
    before = numeral.first and any(form in words_of("clock", lang) for form in reading.tokens[numeral.first - 1].forms)
    last = numeral.last
    if minute == 0 and last < len(reading.tokens) and numeral.ordinal:
        token = reading.tokens[last]
        if token.joined and "دقيقه" not in token.forms and (found := lexicon("fractions", lang).at(reading, last)):
            minute, last = int(Fraction(found[0]) * 60), found[1]
    part, end = _day_part(reading, last)
    o_clock = last < len(reading.tokens) and lexicon("o_clock", lang).at(reading, last) is not None
    if not (before or o_clock or (part and _beside(reading, last, part))):
        return None
    if before and not part and not numeral.digits and not numeral.ordinal:
        return None
    minutes = int(hour) % 24 * 60 + minute
    keys: set[Key]
    if part and hour <= 12:
        keys = {("t", Fraction(_moved(minutes % 720, part)))}
    else:
        keys = {("t", Fraction(minutes))} | ({("t", Fraction((minutes + 720) % _DAY))} if 0 < hour <= 12 else set())
        if not part and not o_clock:
            keys.add(_number(hour))
    return Fact(frozenset(keys), numeral.first, max(last, end), digits=True)


def _beside(reading: Reading, last: int, part: str) -> bool:
    """Whether the part of the day stands right after the number, not after another word."""
    return last < len(reading.tokens) and lexicon(part, reading.lang).at(reading, last) is not None


def _unit(reading: Reading, first: int, last: int) -> tuple[str, int]:
    """What is counted, and the token after it."""
    tokens, lang = reading.tokens, reading.lang
    if first and tokens[first - 1].raw in ("$", "€", "£"):
        return lexicon("currencies", lang).at(reading, first - 1)[0], last  # type: ignore[index]
    for at in (last, last + 1):
        if at >= len(tokens) or (at > last and reading.between(at - 1, at).strip(" '")):
            break
        if lexicon("percent", lang).at(reading, at):
            return "%", at + 1
        for table in ("units", "currencies"):
            if found := lexicon(table, lang).at(reading, at):
                exact = tokens[at].forms[0]
                if exact in words_of("loose_units", lang) and (at > last or tokens[first].kind != "number"):
                    continue
                return found[0], found[1]
        if len(tokens[at].raw) > 4 and tokens[at].raw.lower() not in ("of", "de", "d", "من"):
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
        attached = not reading.wording.capitals and token.raw[0] in "بلو" and len(token.forms) > 1
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
        value = Fraction(key)
        at = last
        while at < len(reading.tokens) and reading.tokens[at].raw.lower() in ("a", "un", "de", "d", "of", "an"):
            at += 1
        scale = lexicon("cardinals", lang).at(reading, at) if at < len(reading.tokens) else None
        if scale and Fraction(scale[0]) >= THOUSAND:
            many = Fraction(scale[0])
            unit, _ = _unit(reading, first, scale[1])
            yield Fact(frozenset({_number(value * many)}), first, scale[1], hard=True, unit=unit)
            continue
        before = small.get(first)
        if before is not None and before.value is not None and not reading.tokens[first].joined:
            value *= before.value
        keys: set[Key] = {("f", value), _number(value)}
        yield Fact(frozenset(keys), first, last, hard=False)


def _hints(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    for key, first, last in lexicon("hints", reading.lang).find(reading):
        yield Fact(frozenset(_number(int(value)) for value in key.split("/")), first, last, hard=False)
    dual = reading.wording.dual
    for at, token in enumerate(reading.tokens):
        if dual and token.kind == "word" and len(token.raw) >= 5 and token.raw.endswith(dual):
            yield Fact(frozenset({_number(2)}), at, at + 1, hard=False)


def _noon(reading: Reading) -> Iterator[Fact]:
    for field, minutes in (("noon", (720,)), ("midnight", (0,))):
        for _, first, last in lexicon(field, reading.lang).find(reading):
            yield Fact(frozenset(("t", Fraction(minute)) for minute in minutes), first, last, hard=False)


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
