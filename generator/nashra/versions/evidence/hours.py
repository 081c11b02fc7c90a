"""Dates, hours and telephones of a text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from nashra.versions.evidence.fact import Fact, Key, number
from nashra.versions.evidence.numerals import Numeral
from nashra.versions.evidence.reading import Reading, lexicon, words_of

_DAY = 24 * 60
_TWO_DIGITS = 2
# Hours that things may last and texts tell with their minutes.
_A_SPAN = 6
# Signs between a number and the part of the day that belongs to something else: two goals to one, in the evening.
_APART = re.compile(r"[,،;؛:()]")


def written(reading: Reading) -> Iterator[Fact]:
    """Telephones, dates, numbers of files, seasons and hours in digits."""
    for at, token in enumerate(reading.tokens):
        if token.kind == "phone":
            digits = re.sub(r"\D", "", token.raw)
            yield Fact(frozenset({("p", digits[-9:])}), at, at + 1, digits=True)
        elif token.kind == "code":
            yield Fact(frozenset({("c", re.sub(r"[/.]", "-", token.raw))}), at, at + 1, digits=True)
        elif token.kind == "season":
            first, second = re.findall(r"\d+", token.raw)
            yield Fact(frozenset({number(int(first))}), at, at + 1, digits=True)
            yield Fact(frozenset({number(int(first[:2] + second)), number(int(second))}), at, at + 1, digits=True)
        elif token.kind == "date":
            yield from _date(token.raw, at)
        elif token.kind == "time":
            hour, _, minute = re.sub(r"[hH:\s]+", ":", token.raw).partition(":")
            if at + 1 < len(reading.tokens) and re.fullmatch(r"[.,]", reading.between(at, at + 1)) and ":" in token.raw:
                follows = reading.tokens[at + 1].kind == "number"
            else:
                following = lexicon("units", reading.lang).at(reading, at + 1) if at + 1 < len(reading.tokens) else None
                follows = ":" not in token.raw and following is not None and following[0] == "minute:time"
            if follows:  # the minutes and seconds of a race
                for part, unit in ((hour, "hour:time"), (minute, "minute:time")):
                    told = "" if ":" in token.raw else unit
                    yield Fact(frozenset({number(int(part))}), at, at + 1, unit=told, digits=True)
            elif int(hour) <= 24 and int(minute or 0) < 60:
                # 2h13 is in the morning where nothing else is said
                exact = len(hour) == _TWO_DIGITS or (bool(minute) and ":" not in token.raw)
                clock = next(_clock(reading, Fraction(hour), int(minute or 0), at, at + 1, exact=exact))
                yield (
                    clock
                    if ":" in token.raw
                    else replace(clock, keys=clock.keys | _lasting(int(hour), int(minute or 0)))
                )
            else:
                yield Fact(frozenset({number(int(hour))}), at, at + 1, digits=True)


def _lasting(hours: int, minutes: int) -> set[Key]:
    """How long 1 h 30 is, if it is no hour of the day: an hour and a half, 90 minutes, one hour and 30 minutes."""
    parts = {number(hours), number(minutes)} if 0 < hours <= _A_SPAN and minutes else set[Key]()
    return {number(hours + Fraction(minutes, 60)), number(hours * 60 + minutes)} | parts


def _date(raw: str, at: int) -> Iterator[Fact]:
    parts = re.findall(r"\d+", raw)
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = (int(part) for part in parts)
    if not (1 <= day <= 31 and 1 <= month <= 31):
        yield from (Fact(frozenset({number(int(part))}), at, at + 1, digits=True) for part in parts)
        return
    swapped = month > 12 or day <= 12
    days = {number(day)} | ({number(month)} if swapped else set())
    months: set[Key] = {("m", Fraction(month)), number(month)}
    if swapped:
        months |= {("m", Fraction(day)), number(day)}
    yield Fact(frozenset(days), at, at + 1, digits=True)
    yield Fact(frozenset(months), at, at + 1, digits=True)
    yield Fact(frozenset({number(year), number(year % 100)}), at, at + 1, digits=True)


def with_minutes(reading: Reading, hour: Numeral, minutes: Numeral) -> Fact | None:
    """الثامنة وعشر دقائق"""
    if not hour.ordinal or minutes.ordinal or minutes.first - hour.last > 1 or minutes.last >= len(reading.tokens):
        return None
    unit = lexicon("units", reading.lang).at(reading, minutes.last)
    if unit is None or unit[0] != "minute:time" or not reading.tokens[minutes.first].joined:
        return None
    if max(hour.values) > 12 or max(minutes.values) > 59:
        return None
    return next(_clock(reading, max(hour.values), int(max(minutes.values)), hour.first, unit[1], exact=False))


def past_or_before(reading: Reading, part: Numeral | tuple[int, int, int], hour: Numeral) -> Fact | None:
    """half past eight, ten to nine. part: a number of minutes, or (minutes, first token, token after)."""
    if isinstance(part, Numeral):
        minutes, first, last = max(part.values), part.first, part.last
    else:
        minutes, first, last = Fraction(part[0]), part[1], part[2]
    if hour.first - last != 1 or not reading.tokens[last].forms or not 1 <= max(hour.values) <= 12:
        return None
    word = reading.tokens[last].forms[0]
    is_past = word in words_of("past", reading.lang)
    if not (is_past or word in words_of("before", reading.lang)) or minutes.denominator != 1 or not 0 < minutes < 60:
        return None
    told = first and any(form in words_of("spoken", reading.lang) for form in reading.tokens[first - 1].forms)
    if not (is_past or told):
        return None  # 20 to 10 is a result, or a way down
    counted = hour.last < len(reading.tokens) and lexicon("units", reading.lang).at(reading, hour.last)
    if counted or hour.ordinal or (isinstance(part, Numeral) and minutes % 5):
        return None
    at = int(max(hour.values)) * 60 + (int(minutes) if is_past else -int(minutes))
    return next(_clock(reading, Fraction(at // 60), at % 60, first, hour.last, exact=False))


def parts_of_an_hour(reading: Reading) -> list[tuple[int, int, int]]:
    """(minutes, first token, token after) of a half or a quarter."""
    found = [(Fraction(key) * 60, first, last) for key, first, last in lexicon("fractions", reading.lang).find(reading)]
    return [(int(minutes), first, last) for minutes, first, last in found if minutes in (15, 30)]


def as_clock(reading: Reading, numeral: Numeral) -> Fact | None:
    """The number as an hour: after a word for it, before a part of the day, or with a half after an ordinal."""
    lang, hour = reading.lang, max(numeral.values)
    raw = reading.tokens[numeral.first].raw
    minute = 0
    before = numeral.first and any(form in words_of("clock", lang) for form in reading.tokens[numeral.first - 1].forms)
    # 5.30pm; behind the word for it also 15,42
    if numeral.digits and (
        minutes_told := re.fullmatch(r"(\d{1,2})[.,](\d{2})" if before else r"(\d{1,2})[.](\d{2})", raw)
    ):
        hour, minute = Fraction(minutes_told[1]), int(minutes_told[2])
    if hour.denominator != 1:
        if hour.denominator > 4 or not numeral.ordinal:
            return None
        minute, hour = int((hour % 1) * 60), Fraction(int(hour))
    if not 0 <= hour <= 24 or minute > 59:
        return None
    if numeral.first and re.fullmatch(r"\s?[-–]\s?", reading.between(numeral.first - 1, numeral.first)):
        return None  # 2-1 on Saturday evening
    counted = numeral.first and lexicon("units", lang).at(reading, numeral.first - 1)
    if counted and not before:
        return None  # the first hours of the morning
    ending = reading.wording.hour_ending
    if numeral.ordinal and not ending:
        return None  # les premières heures du matin
    if numeral.ordinal and not before and not raw.endswith(ending):
        return None  # Mohammed the Fifth, in the evening
    last = numeral.last
    if minute == 0 and last < len(reading.tokens) and numeral.ordinal:
        token = reading.tokens[last]
        if token.joined and (found := lexicon("fractions", lang).at(reading, last)):
            minute, last = int(Fraction(found[0]) * 60), found[1]
    part, end = day_part(reading, last)
    o_clock = last < len(reading.tokens) and lexicon("o_clock", lang).at(reading, last) is not None
    if not (before or o_clock or (part and _beside(reading, last, part))):
        return None
    if before and not part and not numeral.digits and not numeral.ordinal:
        return None
    minutes = int(hour) % 24 * 60 + minute
    keys: set[Key]
    if part and hour <= 12:
        keys = {("t", Fraction(of_the_day(minutes % 720, part)))}
    else:
        keys = {("t", Fraction(minutes))} | ({("t", Fraction((minutes + 720) % _DAY))} if 0 < hour <= 12 else set())
        if not part and not o_clock:
            keys.add(number(hour))
    return Fact(frozenset(keys), numeral.first, max(last, end), digits=True)


def noon(reading: Reading) -> Iterator[Fact]:
    """Noon and midnight in words."""
    for field, minutes in (("noon", (720,)), ("midnight", (0,))):
        for _, first, last in lexicon(field, reading.lang).find(reading):
            part, end = _around_noon(reading, last)
            keys: set[Key] = {("t", (minute + part) % _DAY) for minute in minutes}
            yield Fact(frozenset(keys), first, end, hard=bool(part), digits=bool(part))


def _around_noon(reading: Reading, at: int) -> tuple[Fraction, int]:
    """The minutes that a half or a quarter says behind noon or midnight, and the token after: midi et demi."""
    tokens, wording = reading.tokens, reading.wording
    found = lexicon("fractions", reading.lang)
    if at < len(tokens) and tokens[at].joined and (half := found.at(reading, at)):
        return Fraction(half[0].rstrip("*")) * 60, half[1]
    for words, sign in ((wording.joiners.split(), 1), (wording.less.split(), -1)):
        if at + 1 < len(tokens) and tokens[at].raw.lower() in words:
            for place in (at + 1, at + 2):
                if place < len(tokens) and (half := found.at(reading, place)):
                    return sign * Fraction(half[0].rstrip("*")) * 60, half[1]
    return Fraction(0), at


def _clock(reading: Reading, hour: Fraction, minute: int, first: int, last: int, *, exact: bool) -> Iterator[Fact]:
    """An hour, with the part of the day that stands beside it; without one an hour up to twelve is two."""
    part, end = day_part(reading, last)
    minutes = int(hour) % 24 * 60 + minute
    keys: set[Key]
    if part and hour <= 12:
        keys = {("t", Fraction(of_the_day(minutes % (_DAY // 2), part)))}
    else:
        keys = {("t", Fraction(minutes))}
        if 0 < hour <= 12 and not part and (not exact or _has_day_part(reading)):
            keys.add(("t", Fraction((minutes + _DAY // 2) % _DAY)))
    yield Fact(frozenset(keys), first, max(last, end), digits=True)


def of_the_day(minutes: int, part: str) -> int:
    """Minutes of the 12-hour clock -> of the day."""
    if part == "pm" or (part == "night" and minutes >= 6 * 60):
        return minutes + _DAY // 2
    return minutes


def day_part(reading: Reading, at: int) -> tuple[str, int]:
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


def _beside(reading: Reading, last: int, part: str) -> bool:
    """Whether the part of the day stands right after the number, not after another word or a sign."""
    if last >= len(reading.tokens) or lexicon(part, reading.lang).at(reading, last) is None:
        return False
    return not _APART.search(reading.between(last - 1, last))
