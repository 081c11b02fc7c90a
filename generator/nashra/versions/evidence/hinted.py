"""What a text says of numbers and times without counting: months, weekdays, dozens, halves, a duo, a decade."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nashra.versions.evidence.fact import Fact, Key, number
from nashra.versions.evidence.numerals import THOUSAND
from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.signs import spans
from nashra.versions.evidence.units import and_a_part, unit_of

_SMALL = 2
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LETTERS = "ABCDEFGHIJKL"


def months(reading: Reading) -> Iterator[Fact]:
    """The months that a text names."""
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


def weekdays(reading: Reading) -> list[Fact]:
    """The days of the week that a text names."""
    return [
        Fact(frozenset({("d", Fraction(key))}), first, last, hard=False)
        for key, first, last in lexicon("weekdays", reading.lang).find(reading)
    ]


def vague(reading: Reading) -> Iterator[Fact]:
    """Dozens and thousands of things that nobody counted."""
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


def fractions(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    """Halves and the like, with what they are of: half a million."""
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
            unit, _ = unit_of(reading, first, scale[1])
            yield Fact(frozenset({number(value * many)}), first, scale[1], hard=True, unit=unit)
            continue
        before = small.get(first)
        if before is not None and before.value is not None and not reading.tokens[first].joined:
            value *= before.value
        keys: set[Key] = {("f", value), number(value)}
        yield Fact(frozenset(keys), first, last, hard=False)


def hints(reading: Reading, found: list[Fact]) -> Iterator[Fact]:
    """Words that say a number by themselves: a duo, a week, the year before; and duals."""
    for key, first, last in lexicon("hints", reading.lang).find(reading):
        values = key.rstrip("*").split("/")
        # une soixantaine de kilomètres
        unit = unit_of(reading, first, last)[0] if len(values) == 1 and int(values[0]) > _SMALL else ""
        yield Fact(frozenset(number(int(value)) for value in values), first, last, hard=False, unit=unit)
    for _, first, last in lexicon("year_before", reading.lang).find(reading):
        numbers = (value for fact in found if fact.digits for kind, value in fact.keys if kind == "n")
        years = {value - 1 for value in numbers if isinstance(value, Fraction) and _FIRST_YEAR <= value <= _LAST_YEAR}
        if years:
            yield Fact(frozenset(map(number, years)), first, last, hard=False)
    for _, first, last in lexicon("month_before", reading.lang).find(reading):
        named = {int(key) for key, _, _ in lexicon("months", reading.lang).find(reading)}
        yield Fact(frozenset(("m", Fraction((month - 2) % 12 + 1)) for month in named), first, last, hard=False)
    for key, first, last in lexicon("times", reading.lang).find(reading):
        yield Fact(frozenset({number(int(key)), ("x", Fraction(key))}), first, last, hard=False)
    for key, first, last in lexicon("decade_names", reading.lang).find(reading):
        year = Fraction(key)
        yield Fact(frozenset({number(year), number(year - 1900), ("e", year)}), first, last, hard=False)
    for at, token in enumerate(reading.tokens):
        if len(token.raw) == 1 and token.raw in _LETTERS:  # Group F is the sixth
            yield Fact(frozenset({number(_LETTERS.index(token.raw) + 1)}), at, at + 1, hard=False)
    for unit, first, last in lexicon("units", reading.lang).find(reading):
        if (half := and_a_part(reading, last)) is not None:  # سنة ونصف سنة
            keys: set[Key] = {number(1 + half)} | spans(1 + half, unit)
            yield Fact(frozenset(keys), first, last, hard=False, unit=unit)
    dual = reading.wording.dual
    for at, token in enumerate(reading.tokens):
        if dual and token.kind == "word" and len(token.raw) >= 5 and token.raw.endswith(dual):
            counted = lexicon("units", reading.lang).at(reading, at)
            part, unit = and_a_part(reading, at + 1) or 0, counted[0] if counted else ""
            keys = {number(2 + part)} | spans(Fraction(2), unit)
            yield Fact(frozenset(keys), at, at + 1, hard=False, unit=unit)
