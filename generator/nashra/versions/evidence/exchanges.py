"""Doubts about two numbers or days of a text that stand the other way round in its translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from nashra.versions.evidence.company import keeps_company
from nashra.versions.evidence.fact import Fact, Key
from nashra.versions.evidence.facts import shown
from nashra.versions.evidence.reading import Reading, lexicon, words_of

# Days of a month, and words between the first day of some and the month's name.
_DAYS, _TO_MONTH = 31, 3
# Words between an hour and its day.
_BESIDE_AN_HOUR = 1
# Words between two numbers of one group of words.
_NEAR = 3
# The numbers up to which articles and the like say them too.
_SMALL, _TWO = 2, 2
# Words before a number in which one may say what it is to another.
_LEAD = 3
# Words between two numbers that a word puts together, at most.
_FAR = 10
# Words between "5" and "3" in "5 instead of the 3 that were planned".
_ROUTE = 8


def exchanged(source: Reading, before: list[Fact], target: Reading, after: list[Fact]) -> Iterator[tuple[float, str]]:
    """Two numbers that stand beside each other, and the other way round in the translation.

    A date may stand first or last, so a year is compared with years alone, and a day with days.
    """
    roles, other_roles = _roles(before), _roles(after)
    exchange = next(_units_exchanged(source, before, after), None) or next(_told(source, before, target, after), None)
    if exchange:
        yield exchange
        return
    for role in ("", "year", "day"):
        one = [
            fact
            for fact in before
            if (fact.hard or fact.digits) and roles.get(fact) == role and not _is_of_a_share(fact)
        ]
        two = [fact for fact in after if other_roles.get(fact) == role]
        values = [fact.value for fact in two]
        for first, second in pairwise(one):
            if first.value == second.value or values.count(first.value) != 1 or values.count(second.value) != 1:
                continue
            ranks = [each.ordinal or two[values.index(each.value)].ordinal for each in (first, second)]
            if ranks[0] != ranks[1]:
                continue  # thirteenth after a 2-1 defeat
            kept = (_keep_their_units(each, two[values.index(each.value)]) for each in (first, second))
            told_by_unit = any(unit and ":" not in unit for unit in (first.unit, second.unit))
            told_by_unit = told_by_unit or _lasts_alone(first, second, two)
            if told_by_unit and first.unit != second.unit and any(kept):
                continue  # five years and 75 percent, eight months and the best ten
            here, there = values.index(second.value), values.index(first.value)
            last, next_ = (two[here], two[there]) if here < there else (two[there], two[here])
            was, was_there = _before(source, first, second), _before(target, last, next_)
            if was is not None and was_there is not None:
                if was != was_there:
                    yield 0.7, f"{shown(source, first)} and {shown(source, second)} are exchanged"
                    return
                continue  # to 4, down from 6: so the order says nothing
            turning = any(each.wording.scores_turn or _is_lost(each) for each in (source, target))
            if turning and _are_a_score(source, first, second):
                continue
            # 5 instead of 3 is from 3 to 5
            turns = {_way(source, first, second), _way(target, last, next_)} == {"instead", "route"}
            turned = (here < there) != turns and _paired(source, first, second) and _paired(target, last, next_)
            # 250 g for four people; for four people 250 g
            if turned and not keeps_company(source, (first, second), target, (two[there], two[here])):
                yield 0.6, f"{shown(source, first)} and {shown(source, second)} are exchanged"
                return


def turned_round(
    source: Reading, before: list[Fact], target: Reading, after: list[Fact]
) -> Iterator[tuple[float, str]]:
    """All numbers, or months, of a text in another order, wherever they stand: few translations do that.

    But for spans of time, which may stand first or last, and for results.
    """
    for find in (_counts, _months):
        one, two = find(before), find(after)
        values = [[value for value, _ in each] for each in (one, two)]
        same = len(set(values[0])) == len(values[0]) > 1 and sorted(values[0]) == sorted(values[1])
        if not same or values[0] == values[1]:
            continue
        other = [pair for pair in zip(*values, strict=True) if pair[0] != pair[1]]
        if len(other) > _TWO:
            continue  # a clause was moved
        first, second = other[0]
        facts = dict(one)
        if facts[first].unit != facts[second].unit:
            continue  # 18 trains for 1.2 billion euros
        pair = sorted((facts[first], facts[second]), key=lambda fact: fact.first)
        there = dict(two)
        last = sorted((there[first], there[second]), key=lambda fact: fact.first)
        # to 4, down from 6: the order says nothing
        told = _before(source, *pair) is not None or _before(target, *last) is not None
        told = told or _is_instead(source, *pair) != _is_instead(target, *last)
        close = any(_are_a_score(source, *each) for each in pairwise(facts.values()))
        if not (
            close or told or keeps_company(source, (facts[first], facts[second]), target, (there[first], there[second]))
        ):
            yield 0.5, f"{shown(source, pair[0])} and {shown(source, pair[1])} are exchanged"
            return


def _counts(found: list[Fact]) -> list[tuple[Fraction, Fact]]:
    roles = _roles(found)
    return [
        (fact.value, fact)
        for fact in found
        if fact.hard
        and fact.value is not None
        and fact.value > _SMALL
        and roles.get(fact) == ""
        and not fact.ordinal
        and not fact.unit.endswith(":time")
        and not _is_of_a_share(fact)
    ]


def _months(found: list[Fact]) -> list[tuple[Fraction, Fact]]:
    return [
        (value, fact)
        for fact in found
        for kind, value in fact.keys
        if kind == "m" and fact.hard and isinstance(value, Fraction)
    ]


def _units_exchanged(source: Reading, before: list[Fact], after: list[Fact]) -> Iterator[tuple[float, str]]:
    """Two numbers of which each has now what was counted with the other: four people in six months."""
    there = {_count(fact): fact for fact in after if _count(fact) and (fact.hard or fact.digits)}
    counted = [(fact, there[_count(fact)]) for fact in before if _count(fact) in there and (fact.hard or fact.digits)]
    for (first, one), (second, two) in pairwise(counted):
        units = {first.unit, second.unit}
        if "" in units and not any(unit.endswith(":time") for unit in units):
            continue  # from 5 to 10 euros, from 5 euros to 10
        if len(units) == 2 and _count(first) != _count(second) and (one.unit, two.unit) == (second.unit, first.unit):
            yield 0.7, f"{shown(source, first)} and {shown(source, second)} are exchanged"
            return


def _told(source: Reading, before: list[Fact], target: Reading, after: list[Fact]) -> Iterator[tuple[float, str]]:
    """Two numbers of one unit, of which words say which was there before, or which is a part of the other."""
    there = {fact.value: fact for fact in after if fact.digits or fact.hard}
    units = {fact.unit for fact in before}
    for unit in sorted(units):
        same = [fact for fact in before if fact.unit == unit and fact.value in there and not fact.ordinal]
        for first, second in pairwise(same):
            if _is_year(first) != _is_year(second):
                continue
            one, two = sorted((there[first.value], there[second.value]), key=lambda fact: fact.first)
            for role in (_before, _whole):
                here, other = role(source, first, second), role(target, one, two)
                if first.value != second.value and None not in (here, other) and here != other:
                    yield 0.7, f"{shown(source, first)} and {shown(source, second)} are exchanged"
                    return


def _whole(reading: Reading, first: Fact, second: Fact) -> Fraction | None:
    """Which of two numbers, in the order of the text, is the whole of which the other is a part: 2 of 5, 5 with 2."""
    lead = _lead(reading, second)
    near = second.first - first.last <= _NEAR or bool(lead & words_of("out_of", reading.lang))
    if near and lead & words_of("wholes", reading.lang):
        return second.value
    return first.value if lead & words_of("parts", reading.lang) else None


def _count(fact: Fact) -> Fraction:
    """How many; 0 where it is not certain. The Arabic ten may be a tenth too."""
    values = {value for kind, value in fact.keys if kind == "n" and isinstance(value, Fraction) and value >= 1}
    return values.pop() if len(values) == 1 else Fraction(0)


def days_exchanged(
    source: Reading, before: list[Fact], target: Reading, after: list[Fact]
) -> Iterator[tuple[float, str]]:
    """Two days of the week that belong together, and the other way round in the translation."""
    here, there = _days_of_hours(before), _days_of_hours(after)
    if changed := next((hour for hour, day in here.items() if day.keys.isdisjoint(there.get(hour, day).keys)), None):
        yield 0.7, f"“{shown(source, here[changed])}” became “{shown(target, there[changed])}”"
        return
    one, two = ([fact for fact in each if any(key[0] == "d" for key in fact.keys)] for each in (before, after))
    if len(one) != 2 or len(two) != 2 or one[0].keys == one[1].keys:
        return
    turned = (one[0].keys, one[1].keys) == (two[1].keys, two[0].keys)
    if turned and _paired(source, *one) and _paired(target, *two):
        yield 0.6, f"{shown(source, one[0])} and {shown(source, one[1])} are exchanged"


def _days_of_hours(found: list[Fact]) -> dict[Key, Fact]:
    """An hour of the day -> the day of the week that stands beside it."""
    days = [fact for fact in found if any(key[0] == "d" for key in fact.keys)]
    hours = [fact for fact in found if any(key[0] == "t" for key in fact.keys)]
    return {
        key: day
        for hour in hours
        for day in days
        for key in hour.keys
        if key[0] == "t" and min(abs(day.first - hour.last), abs(hour.first - day.last)) <= _BESIDE_AN_HOUR
    }


def _lasts_alone(first: Fact, second: Fact, there: list[Fact]) -> bool:
    """Whether one of two numbers is a span of time, and the other one is none in either text."""
    spans = [each for each in (first, second) if each.unit.endswith(":time")]
    if len(spans) != 1:
        return False
    other = second if spans[0] is first else first
    return not any(each.unit.endswith(":time") for each in there if each.value == other.value)


def _is_year(fact: Fact) -> bool:
    return fact.value is not None and 1000 <= fact.value <= 2100 and fact.digits


def _before(reading: Reading, first: Fact, second: Fact) -> Fraction | None:
    """Which of two numbers, in the order of the text, is the one of before: from 6 to 4, 4 against 6, 4 down from 6."""
    one, two = _lead(reading, first), _lead(reading, second)
    against = words_of("against", reading.lang)
    if any(token.kind == "number" for token in reading.tokens[max(0, first.first - _NEAR) : first.first]):
        one -= against  # 201 against 144, from 60 to 62
    if bool(one & against) != bool(two & against):
        return first.value if one & against else second.value
    if one & words_of("starts", reading.lang) and two & words_of("route", reading.lang):
        return first.value
    return None


def _lead(reading: Reading, fact: Fact) -> set[str]:
    """The words that stand right before a number."""
    found: set[str] = set()
    joiners = reading.wording.joiners.split()
    for at in range(fact.first - 1, max(-1, fact.first - 1 - _LEAD), -1):
        token = reading.tokens[at]
        ends = re.search("[,،;؛.:()]", reading.between(at, at + 1))
        if ends or token.kind == "number" or token.raw.lower() in joiners:
            break
        found |= set(token.forms)
        if token.joined:
            break
    return found


def _is_of_a_share(fact: Fact) -> bool:
    return fact.hard and not fact.unit and any(kind == "f" for kind, _ in fact.keys)


def _way(reading: Reading, first: Fact, second: Fact) -> str:
    """Whether what was before is the second of two numbers, "instead", or the first, "route".

    Only where they stand close together in one clause: elsewhere such a word belongs to something else.
    """
    if _apart(reading, first, second) or second.first - first.last > _ROUTE:
        return ""
    between = {form for token in reading.tokens[first.last : second.first] for form in token.forms}
    return next((field for field in ("instead", "route") if between & words_of(field, reading.lang)), "")


def _is_instead(reading: Reading, first: Fact, second: Fact) -> bool:
    """Whether the second of two dates is what was planned before: October instead of September."""
    words = {form for token in reading.tokens[first.last : second.first] for form in token.forms}
    return bool(words & words_of("instead", reading.lang))


def _is_lost(reading: Reading) -> bool:
    """Whether somebody lost: then a result may have their goals first."""
    return any(key == "game:lost" for key, _, _ in lexicon("opposites", reading.lang).find(reading))


def _are_a_score(reading: Reading, first: Fact, second: Fact) -> bool:
    between = reading.between(first.last - 1, second.first)
    return bool(re.fullmatch(r"\s?[-–:]\s?", between)) and not first.unit and not second.unit


def _keep_their_units(one: Fact, two: Fact) -> bool:
    return bool(one.unit) and one.unit == two.unit and one.value == two.value


def _roles(facts: list[Fact]) -> dict[Fact, str]:
    """What each number among `facts` is in a date: a year, a day, or nothing."""
    months = [fact for fact in facts if any(key[0] == "m" for key in fact.keys)]
    return {
        fact: "year" if _is_year(fact) else "day" if any(_is_day(fact, month) for month in months) else ""
        for fact in facts
        if fact.value is not None
    }


def _is_day(fact: Fact, month: Fact) -> bool:
    """Whether a number stands at the name of a month: 24 to 26 December, December 24."""
    at_month = 0 <= month.first - fact.last <= _TO_MONTH or fact.first == month.last
    return at_month and fact.value is not None and 1 <= fact.value <= _DAYS and not fact.unit


def _apart(reading: Reading, first: Fact, second: Fact) -> bool:
    """Whether a sign between two numbers says that they belong to different things."""
    return re.search("[,،;؛.:()]", reading.between(first.last - 1, second.first)) is not None


def _paired(reading: Reading, first: Fact, second: Fact) -> bool:
    """Whether a word between two numbers says that they belong together: and, to, against, or a dash."""
    if re.search(r"[-–/:]\s*\Z", reading.between(first.last - 1, second.first)):
        return True
    if second.first - first.last > _FAR:
        return False
    joiners = words_of("pairs", reading.lang) | words_of("negators", reading.lang)
    joiners |= set(reading.wording.joiners.split())
    if 0 < second.first - first.last <= _NEAR and not _apart(reading, first, second):
        return True  # 743 exhibitors from 48 countries
    return any(
        token.joined or any(form in joiners for form in token.forms)
        for token in reading.tokens[first.last : second.first + 1]
    )
