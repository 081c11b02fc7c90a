"""Doubts about numbers: those that are missing, strange, exchanged or of another unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from nashra.languages.known import spec_of
from nashra.languages.wording.known import is_known
from nashra.versions.evidence.exchanges import days_exchanged, exchanged, turned_round
from nashra.versions.evidence.fact import Fact, number
from nashra.versions.evidence.facts import facts, length, shown
from nashra.versions.evidence.measures import converted
from nashra.versions.evidence.reading import Reading, lexicon, read, words_of

_SPELLED_OUT = 12
_DIGITS_OF_A_YEAR = 4
# The least number that is told roughly besides, and how roughly.
_ROUND, _ROUGHLY = 100, Fraction(5, 100)
_ONE = number(1)
# The shares of the length of a text below which, or above which, a number in words did not go or come by itself.
_LESS, _MORE = 0.85, 1.12
# Years and hours go without saying: aged 75, from 9 to 5.
_NEVER_LEFT_OUT = frozenset({"day:time", "week:time", "month:time"})
_PERIODS = frozenset({"week:time", "month:time", "year:time"})
_SCORE = re.compile(r"(?<![\d/.,-])(\d{1,2})\s?[-–]\s?(\d{1,2})(?![\d/.,-]\d|[-–]\w)")


def figures(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """(weight, reason) of what the numbers of two texts have against each other."""
    before, after = facts(source), facts(target)
    if not (is_known(source.lang) and is_known(target.lang)):
        yield from _digits(source, before, target, after)
        return
    lost, strange = unlike(before, after)
    share = length(target) * spec_of(source.lang).length / max(1, length(source)) / spec_of(target.lang).length
    hard_lost = [fact for fact in lost if fact.hard and (share < _LESS or not _is_loose(fact, strange, after))]
    hard_strange = [fact for fact in strange if fact.hard and (share > _MORE or not _is_loose(fact, lost, before))]
    if hard_lost:
        # a small number in words may go, where no other one has come: four young people, aged 17, 18 and 20
        small = not strange and all(_is_small(fact) for fact in hard_lost)
        yield 0.4 if small else 0.9, "numbers missing: " + ", ".join(shown(source, fact) for fact in hard_lost)
    elif hard_strange:
        yield 0.9, "numbers that are not in the source: " + ", ".join(shown(target, fact) for fact in hard_strange)
    else:
        for kind in ("d", "v", "f", "t", "x"):
            one = [fact for fact in lost if any(key[0] == kind for key in fact.keys)]
            two = [fact for fact in strange if any(key[0] == kind for key in fact.keys)]
            if one and two:
                yield 0.8, f"“{shown(source, one[0])}” became “{shown(target, two[0])}”"
        one, two = _ordinals(before, after), _ordinals(after, before)
        if one and two:
            yield 0.7, f"“{shown(source, one[0])}” became “{shown(target, two[0])}”"
        yield from _scores(source, before, target, after)
        yield from _measured_by(source, before, target, after)
        yield from _decades(source, before, after)
        yield from _fractions(source, before, after)
        yield from _shares(source, before, after)
        turns = [*exchanged(source, before, target, after), *days_exchanged(source, before, target, after)]
        yield from turns or turned_round(source, before, target, after)
    yield from _units(before, after)
    yield from _periods(source, before, target, after)
    yield from _percent_and_money(source, before, target, after)


def unlike(before: list[Fact], after: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts of either side that nothing on the other one says, in whatever unit."""
    lost, strange = _unexplained(before, after), _unexplained(after, before)
    same = {*converted(before, after, lost), *converted(after, before, strange)}
    return [fact for fact in lost if fact not in same], [fact for fact in strange if fact not in same]


def counted(source: Reading, target: Reading) -> int:
    """How many numbers and days of a text its translation has, articles and the like left out."""
    there = facts(target)
    return sum(
        fact.hard or fact.digits or (_explained(fact, there) and not any(key == _ONE for key in fact.keys))
        for fact in facts(source)
    )


def _digits(source: Reading, before: list[Fact], target: Reading, after: list[Fact]) -> Iterator[tuple[float, str]]:
    """Where the words of a language are not known: numbers in digits, but for those that may have been spelled out."""
    all_before, all_after = [*before, *_bare(source, before)], [*after, *_bare(target, after)]
    lost = [fact for fact in before if _is_large(fact) and not _explained(_or_hour(fact), all_after)]
    strange = [fact for fact in after if _is_large(fact) and not _explained(_or_hour(fact), all_before)]
    if lost:
        yield 0.8, "numbers missing: " + ", ".join(shown(source, fact) for fact in lost)
    elif strange:
        yield 0.7, "numbers that are not in the source: " + ", ".join(shown(target, fact) for fact in strange)


def _bare(reading: Reading, found: list[Fact]) -> list[Fact]:
    """The digits alone of numbers with words behind them: of 350 million, 350. The other text has such words too, and
    nobody knows them."""
    spans = [reading.tokens[at] for fact in found if fact.digits for at in range(fact.first, fact.last)]
    texts = [reading.text[token.start : token.end] for token in spans]
    return [fact for text in texts if any(map(str.isdigit, text)) for fact in facts(read(text, reading.lang))]


def _or_hour(fact: Fact) -> Fact:
    """A number that may be an hour: 20 Uhr."""
    return replace(fact, keys=fact.keys | {("t", fact.value * 60)}) if fact.value is not None else fact


def _is_large(fact: Fact) -> bool:
    """Whether a number is in digits, without a million behind it, and larger than what is often spelled out."""
    return fact.digits and fact.last - fact.first == 1 and fact.value is not None and fact.value > _SPELLED_OUT


def _is_loose(fact: Fact, others: list[Fact], all_there: list[Fact]) -> bool:
    """Whether a number in words may go or come by itself: the third quarter for July to September, "all three".

    others: what is not explained in the other text, of `all_there`; a number that became another is no such thing.
    """
    if not fact.ordinal and (fact.value or 0) > _SPELLED_OUT:
        return False
    if fact.unit and not fact.ordinal and any(each.unit == fact.unit and each.digits for each in all_there):
        return False  # three hours, and 2 hours 20 minutes
    kinds = {kind for kind, _ in fact.keys}
    rivals = [each for each in others if _ONE not in each.keys and kinds & {kind for kind, _ in each.keys}]
    return not (fact.digits or rivals)


def _is_small(fact: Fact) -> bool:
    """Whether a number in words counts few of something that is no unit."""
    return not (fact.digits or fact.unit) and fact.value is not None and fact.value <= _SPELLED_OUT


def _unexplained(mine: list[Fact], others: list[Fact]) -> list[Fact]:
    """Those of `mine` that nothing of the others says; a word that may be two things is explained by one of them."""
    lost = [fact for fact in mine if not _explained(fact, others)]
    lost = [fact for fact in lost if not (_is_rounded(fact, mine, others) or _is_multiplied(fact, mine, others))]
    ranked = {fact.first for fact in mine if fact.ordinal} - {fact.first for fact in lost if fact.ordinal}
    return [fact for fact in lost if fact.hard or fact.first not in ranked]


def _explained(fact: Fact, others: list[Fact]) -> bool:
    timed = fact.unit.endswith(":time") and not fact.ordinal
    return any(fact.keys & other.keys and not (timed and _is_a_dual(other)) for other in others)


def _is_rounded(fact: Fact, mine: list[Fact], others: list[Fact]) -> bool:
    """Whether a number in words only says roughly what its text says exactly: half a million, 495,000 of them."""
    about = fact.value
    if fact.digits or not about or about < _ROUND:
        return False
    exact = (each for each in mine if each.digits and each.value and abs(each.value / about - 1) <= _ROUGHLY)
    return any(_explained(each, others) for each in exact)


def _is_multiplied(fact: Fact, mine: list[Fact], others: list[Fact]) -> bool:
    """Whether the other text says of a number that it doubles, and to what: from 5 to 10 euros, doubles to 10 euros."""
    times = [value for each in others for kind, value in each.keys if kind == "x" and isinstance(value, Fraction)]
    results = {fact.value * many for many in times} if fact.value else set()
    return any(each.value in results and _explained(each, others) for each in mine)


def _is_a_dual(fact: Fact) -> bool:
    """Whether a word may only end like two of something: تكوين."""
    return fact.keys == {number(2)} and not fact.hard and not fact.unit


def _ordinals(mine: list[Fact], others: list[Fact]) -> list[Fact]:
    """The ordinals that no other number of the other text explains; an article or an adjective does not."""
    real = [fact for fact in others if fact.digits or fact.ordinal]
    return [fact for fact in mine if fact.ordinal and not _explained(fact, real)]


def _decades(source: Reading, before: list[Fact], after: list[Fact]) -> Iterator[tuple[float, str]]:
    """A decade that became its first year."""
    told = {value for fact in after for kind, value in fact.keys if kind == "e"}
    years = {value for fact in after if fact.digits for kind, value in fact.keys if kind == "n"}
    for fact in before:
        if any(kind == "e" and value not in told and value in years for kind, value in fact.keys):
            yield 0.7, f"“{shown(source, fact)}” became a year"
            return


def _fractions(source: Reading, before: list[Fact], after: list[Fact]) -> Iterator[tuple[float, str]]:
    """Three quarters that became three."""
    told = {kind for fact in after for kind, _ in fact.keys} & {"f"} or any(fact.unit == "%" for fact in after)
    for fact in before:
        values = (value for kind, value in fact.keys if kind == "f" and isinstance(value, Fraction))
        counted = any(kind == "n" and isinstance(value, Fraction) and value >= 1 for kind, value in fact.keys)
        if not (told or counted or fact.hard or fact.unit) and any(value.numerator > 1 for value in values):
            yield 0.6, f"“{shown(source, fact)}” is no part any more"
            return


def _shares(source: Reading, before: list[Fact], after: list[Fact]) -> Iterator[tuple[float, str]]:
    """One in five that became five."""
    one, two = ({value for fact in each for kind, value in fact.keys if kind == "o"} for each in (before, after))
    if one and two and not one & two:
        fact = next(fact for fact in before if any(kind == "o" for kind, _ in fact.keys))
        yield 0.7, f"“{shown(source, fact)}” is what another number is out of"
        return
    shares = {value for fact in after for kind, value in fact.keys if kind == "f"}
    hundreds = any(fact.unit == "%" for fact in after)
    for fact in before:
        if not hundreds and any(kind == "s" and value not in shares for kind, value in fact.keys):
            yield 0.7, f"“{shown(source, fact)}” is no share any more"
            return


def _scores(source: Reading, before: list[Fact], target: Reading, after: list[Fact]) -> Iterator[tuple[float, str]]:
    """A result in digits, one number of which is nowhere in the other text: 2-1, two goals to nil."""
    for reading, other, theirs in ((source, target, after), (target, source, before)):
        files = {fact.first for fact in facts(reading) if any(kind == "c" for kind, _ in fact.keys)}
        for found in _SCORE.finditer(reading.text):
            if any(found.start() <= reading.tokens[at].start < found.end() for at in files):
                continue  # a law, a file
            nil = next(lexicon("nil", other.lang).find(other), None)
            missing = [
                value
                for value in {int(found[1]), int(found[2])} - {0, 1}  # with a goal; two down
                if not any(number(value) in fact.keys for fact in theirs) and not (value == 0 and nil)
            ]
            told = any(fact.hard or fact.digits or fact.value == 2 for fact in theirs) or nil
            if missing and told:
                yield 0.6, f"the result {found[0]} is another"
                return


def _measured_by(
    source: Reading, before: list[Fact], target: Reading, after: list[Fact]
) -> Iterator[tuple[float, str]]:
    """2023 compared with 2022, and the other way round in the translation."""
    one, two = _base(source, before), _base(target, after)
    if one and two and one.value != two.value:
        values = [{fact.value for fact in each} for each in (before, after)]
        if all({one.value, two.value} <= each for each in values):
            yield 0.6, f"“{shown(source, one)}” was what is compared with, now “{shown(target, two)}” is"


def _base(reading: Reading, found: list[Fact]) -> Fact | None:
    """The number after the words for a comparison, where there is one comparison."""
    ends = [last for _, _, last in lexicon("compared", reading.lang).find(reading)]
    near = [fact for fact in found if any(0 <= fact.first - end <= 1 for end in ends) and fact.digits]
    return near[0] if len(ends) == len(near) == 1 else None


def _units(before: list[Fact], after: list[Fact]) -> Iterator[tuple[float, str]]:
    """The same number with another unit of the same dimension."""
    for fact in before:
        if not fact.unit:
            continue
        # seven centuries are 700 years
        same = {other.unit for other in after if fact.keys & other.keys and _is_as_many(fact, other)}
        mine = {other.unit for other in before if fact.keys & other.keys}
        if same and "" not in same and not same & mine:
            units = sorted(same)
            if ":" in fact.unit and any(":" in unit for unit in units):
                yield 0.8, f"{fact.unit.partition(':')[0]} became {units[0].partition(':')[0]}"
                return
            if fact.unit == "%" or (":" not in fact.unit and any(":" not in unit for unit in units)):
                yield 0.8, f"{fact.unit} became {units[0]}"
                return


def _periods(source: Reading, before: list[Fact], target: Reading, after: list[Fact]) -> Iterator[tuple[float, str]]:
    """In a week, in a month: where nobody counts them."""
    counted = {fact.unit for fact in (*before, *after) if fact.hard}
    one, two = (((_spans(each) | _mentions(each, "each")) & _PERIODS) - counted for each in (source, target))
    lost, strange = one - two, two - one
    bare = {value for fact in before if fact.hard and not fact.unit for value in fact.keys}
    for fact in after:
        timed = fact.unit in _NEVER_LEFT_OUT and fact.hard and not fact.ordinal and fact.keys & bare
        if timed and not any(unit.endswith(":time") for unit in _mentions(source, "units")):
            yield 0.5, f"“{shown(target, fact)}” counts {fact.unit.partition(':')[0]}s now"
            return
    if len(lost) == len(strange) == 1 and not counted & _PERIODS:
        yield 0.6, f"{min(lost).partition(':')[0]} became {min(strange).partition(':')[0]}"


def _spans(reading: Reading) -> set[str]:
    """The units that a text names, but for the word before the number of a year: لعام 2017; and "year on year"."""
    within = {at for _, a, b in lexicon("hints", reading.lang).find(reading) if b - a > 1 for at in range(a, b)}
    found = [each for each in lexicon("units", reading.lang).find(reading) if each[1] not in within]
    tokens = reading.tokens
    return {
        unit
        for unit, _, last in found
        if not (last < len(tokens) and tokens[last].kind == "number" and len(tokens[last].raw) == _DIGITS_OF_A_YEAR)
    }


def _is_as_many(one: Fact, two: Fact) -> bool:
    # not the seventh that the Arabic seven may be
    counted = [
        {value for kind, value in fact.keys if kind == "n" and isinstance(value, Fraction) and value >= 1}
        for fact in (one, two)
    ]
    same = counted[0] == counted[1] and len(counted[0]) == 1
    return not (one.unit.endswith(":time") and two.unit.endswith(":time") and not same)


def _percent_and_money(
    source: Reading, before: list[Fact], target: Reading, after: list[Fact]
) -> Iterator[tuple[float, str]]:
    one, two = _mentions(source, "percent"), _mentions(target, "percent")
    if one and not two and not any(key[0] == "f" for fact in after for key in fact.keys):
        yield 0.8, "a percentage is missing"
    elif two and not one and not any(key[0] == "f" for fact in before for key in fact.keys):
        yield 0.8, "a percentage that is not in the source"
    here, there = _sure_money(source), _sure_money(target)
    if here - there and there - here and _known(source) and _known(target):
        yield 0.8, f"{min(here - there)} became {min(there - here)}"
        return
    counted = {fact.unit for fact in before if fact.unit and ":" not in fact.unit and fact.unit != "%"}
    there = _mentions(target, "currencies")
    lost = sorted(counted - there)
    if lost and _known(target):
        yield 0.8, f"{lost[0]} is missing"
    counted = {fact.unit for fact in after if fact.unit and ":" not in fact.unit and fact.unit != "%"}
    strange = sorted(counted - _mentions(source, "currencies"))
    if strange and not lost and _known(source):
        yield 0.8, f"{strange[0]} is not in the source"


def _sure_money(reading: Reading) -> set[str]:
    """The currencies that a text names, by words that mean nothing else."""
    loose = words_of("loose_units", reading.lang)
    found = lexicon("currencies", reading.lang).find(reading)
    return {key for key, at, _ in found if not loose & set(reading.tokens[at].forms)}


def _known(reading: Reading) -> bool:
    return bool(reading.wording.currencies)


def _mentions(reading: Reading, table: str) -> set[str]:
    return {key for key, _, _ in lexicon(table, reading.lang).find(reading)}


def numbers(reading: Reading) -> set[Fraction]:
    """The values of the numbers of a text, for tests and for pairing blocks."""
    return {
        value
        for fact in facts(reading)
        for kind, value in fact.keys
        if kind == "n" and fact.hard and isinstance(value, Fraction)
    }
