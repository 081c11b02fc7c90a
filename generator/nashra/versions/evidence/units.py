"""What stands behind a number: its unit, a half that is added to it, a million that it is multiplied by."""

from __future__ import annotations

from fractions import Fraction

from nashra.versions.evidence.fact import Fact, number
from nashra.versions.evidence.numerals import THOUSAND, Numeral
from nashra.versions.evidence.reading import Reading, lexicon, words_of

_DAY = "day:time"
# The cents of a whole, and the least that is told of them.
_CENTS, _COIN = 100, 5


def unit_of(reading: Reading, first: int, last: int, *, near: bool = False) -> tuple[str, int]:
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


def with_cents(reading: Reading, many: Numeral, rest: Numeral) -> Fact | None:
    """What something costs where the cents stand behind the money: un euro vingt."""
    unit, end = unit_of(reading, many.first, many.last)
    value, cents = max(many.values), max(rest.values)
    beside = rest.first == end == many.last + 1 and not reading.between(end - 1, end).strip() and not rest.digits
    if not (unit and ":" not in unit and unit != "%" and beside) or rest.ordinal or many.ordinal:
        return None
    if value.denominator != 1 or not 0 < cents < _CENTS or cents % _COIN or unit_of(reading, rest.first, rest.last)[0]:
        return None
    return Fact(frozenset({number(value + cents / _CENTS)}), many.first, rest.last, unit=unit)


def and_a_part(reading: Reading, at: int) -> Fraction | None:
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


def part_behind(reading: Reading, at: int) -> Fraction | None:
    """The part that is added behind the word at token `at`, which is no unit: un point et demi."""
    tokens = reading.tokens
    if at + 1 >= len(tokens) or reading.between(at - 1, at).strip():
        return None
    return and_a_part(reading, at + 1) if reading.is_joined(at + 1) else None


def scaled_again(reading: Reading, last: int, values: frozenset[Fraction]) -> tuple[int, frozenset[Fraction]]:
    """Two and a half million; a million and half a million said as in Arabic."""
    if last >= len(reading.tokens) or reading.between(last - 1, last).strip(" -"):
        return last, values
    before = lexicon("fractions", reading.lang).at(reading, last - 1)
    found = lexicon("cardinals", reading.lang).at(reading, last)
    if before is None or found is None or Fraction(found[0]) < THOUSAND:
        return last, values
    scale = Fraction(found[0])
    return last + 1, frozenset(value if value >= scale else value * scale for value in values)
