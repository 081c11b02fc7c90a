"""Numbers of a text as values: in digits with a language's separators, in words, or both (3 million)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from nashra.languages.wording.spec import Wording
from nashra.versions.evidence.reading import Reading, Token, lexicon, words_of

THOUSAND = 1000
_ROMAN = re.compile(r"[IVX]{2,}\Z|[XV]\Z")
_ROMAN_WHOLE = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})\Z")
_ONES = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "": 0}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text. values: what it may be; first, last: its tokens (last is the one after).

    digits: whether it is written in them; ordinal, loose: see `Wording`.
    """

    values: frozenset[Fraction]
    first: int
    last: int
    digits: bool
    ordinal: bool = False
    loose: bool = False


def value_of(raw: str, wording: Wording, scaled: bool = False) -> frozenset[Fraction]:
    """What a number in digits may be worth. scaled: whether a million or a percent sign follows it."""
    raw = re.sub(r"[ \u00a0\u202f\u2009]", "", raw)
    if re.fullmatch(r"\d+", raw):
        return frozenset({Fraction(raw)})
    marks = re.sub(r"\d", "", raw)
    whole, part = raw[: raw.rindex(marks[-1])], raw[raw.rindex(marks[-1]) + 1 :]
    plain_whole = re.sub(r"\D", "", whole)
    as_decimal = Fraction(f"{plain_whole or '0'}.{part}")
    grouped = re.fullmatch(r"\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*", raw) and not raw.startswith("0")
    as_group = Fraction(re.sub(r"\D", "", raw))
    if len(set(marks)) > 1:  # 1.234,56
        return frozenset({as_decimal})
    if len(marks) > 1:
        return frozenset({as_group}) if grouped else frozenset({Fraction(re.sub(r"\D", "", raw)) / 7})
    mark = marks[0]
    if not grouped or mark == "٫":
        return frozenset({as_decimal})
    if mark in wording.decimal and mark not in wording.grouping:
        return frozenset({as_decimal})
    if mark in wording.decimal or scaled:
        # "1.250 million" in a language where the mark may be either
        return frozenset({as_decimal, as_group}) if scaled else frozenset({as_group})
    return frozenset({as_group})


def numerals(reading: Reading) -> list[Numeral]:
    """The numbers of a text in order, those of dates, hours and telephones left out."""
    found: list[Numeral] = []
    cardinals, ordinals = lexicon("cardinals", reading.lang), lexicon("ordinals", reading.lang)
    at = 0
    while at < len(reading.tokens):
        token = reading.tokens[at]
        may_be = token.kind == "number" or cardinals.may_begin(token) or ordinals.may_begin(token)
        numeral = (_Parser(reading, at).parse() if may_be else None) or _roman(reading, at)
        if numeral is None:
            at += 1
            continue
        found.append(numeral)
        at = numeral.last
    return found


class _Parser:
    """One number from a token on."""

    def __init__(self, reading: Reading, at: int) -> None:
        self._reading = reading
        self._wording = reading.wording
        self._start = self._at = at
        self._total = Fraction(0)
        self._part: Fraction | None = None  # below a thousand, not yet added to the total
        self._scale = Fraction(10**15)  # the last power of a thousand
        self._others: frozenset[Fraction] = frozenset()
        self._digits = self._ordinal = False
        self._words: list[str] = []

    def parse(self) -> Numeral | None:
        while self._at < len(self._reading.tokens) and self._step():
            pass
        if self._at == self._start:
            return None
        total = self._total + (self._part or 0)
        half = self._with_half(total)
        if half != total:
            total, self._others = half, frozenset()
        if len(self._words) == 1 and not self._digits:
            if self._words[0] in words_of("alone", self._reading.lang):
                return None
            if total >= THOUSAND and lexicon("vague", self._reading.lang).at(self._reading, self._start):
                return None  # thousands of people
        loose = len(self._words) == 1 and not self._digits and self._words[0] in words_of("loose", self._reading.lang)
        values = self._others if self._others and max(self._others) == total else frozenset({total})
        return Numeral(values, self._start, self._at, self._digits, self._ordinal, loose)

    def _step(self) -> bool:
        at, joined = self._at, False
        token = self._reading.tokens[at]
        if at > self._start:
            if token.raw.lower() in self._wording.joiners.split() and at + 1 < len(self._reading.tokens):
                at, joined = at + 1, True
                token = self._reading.tokens[at]
            elif token.raw.lower() in self._wording.between.split() and self._scale_at(at + 1):
                at += 1  # six autres millions
                token = self._reading.tokens[at]
            gap = self._reading.between(at - 1, at)
            if gap.strip(" \u00a0-‑") or "\n" in gap or len(gap) > 3:
                return False
            if self._ordinal and not self._wording.joined_tens:
                return False
        joined = joined or token.joined
        taken = self._digit(token, at, joined) if token.kind == "number" else self._word(token, at, joined)
        if taken:
            self._at = at + 1
        return taken

    def _digit(self, token: Token, at: int, joined: bool) -> bool:
        scale = self._scale_at(at + 1)
        # "3 million 200 thousand", but "two 500"; in Arabic also 11 ألف و500
        rest = scale or (
            self._wording.joined_tens and joined and token.raw.isdigit() and Fraction(token.raw) < THOUSAND
        )
        goes_on = bool(rest) and self._part is None and (scale or 1) < self._scale < Fraction(10**15)
        if at > self._start and not goes_on:
            return False
        scaled = scale is not None or (at + 1 < len(self._reading.tokens) and self._reading.tokens[at + 1].raw in "%٪")
        values = value_of(token.raw, self._wording, scaled)
        self._part = max(values)
        self._others = values if at == self._start else frozenset()
        self._digits = True
        return True

    def _scale_at(self, at: int) -> Fraction | None:
        if at >= len(self._reading.tokens) or self._reading.between(at - 1, at).strip(" \u00a0-‑"):
            return None
        found = lexicon("cardinals", self._reading.lang).at(self._reading, at) or self._short(at)
        value = Fraction(found[0]) if found else Fraction(0)
        return value if value >= THOUSAND else None

    def _short(self, at: int) -> tuple[str, int] | None:
        """A letter that stands for a million beside a currency alone: 5 M€, $5m."""
        found = lexicon("short", self._reading.lang).at(self._reading, at)
        beside = [at + 1, at + 2, self._start - 1] if found else []
        money = lexicon("currencies", self._reading.lang)
        tokens = self._reading.tokens
        return found if any(0 <= place < len(tokens) and money.at(self._reading, place) for place in beside) else None

    def _word(self, token: Token, at: int, joined: bool) -> bool:
        if not token.forms:
            return False
        found = lexicon("cardinals", self._reading.lang).at(self._reading, at)
        if found is None and self._digits:
            found = self._short(at)
        ordinal = False
        if found is None:
            found = lexicon("ordinals", self._reading.lang).at(self._reading, at)
            ordinal = True
        if found is None:
            return False
        value = Fraction(found[0])
        first = at == self._start
        if value < THOUSAND and not first and (self._scale_at(at + 1) or 0) >= self._scale:
            return False  # a million, and a million and a half
        if not (self._small(value, joined, first, ordinal) if value < THOUSAND else self._large(value, joined)):
            return False
        self._ordinal = self._ordinal or ordinal
        self._words.append(lexicon("ordinals" if ordinal else "cardinals", self._reading.lang).form(token))
        return True

    def _small(self, value: Fraction, joined: bool, first: bool, ordinal: bool) -> bool:
        if first or self._part is None:
            # a rest below a thousand follows the thousands once
            if not first and (self._scale < THOUSAND or self._digits):
                return False
            self._part = value
            return True
        part = self._part
        # the hundred first ones are no 101
        if self._digits or (ordinal and value == 1 and not joined):
            return False
        low, tens = part % 10, part % 100
        wording = self._wording
        if value == 100 and 0 < part < 100 and not joined and (part < 10 or not wording.joined_tens):
            self._part = part * 100
        elif wording.joined_tens and not joined and value == 10 and 0 < tens < 10:
            self._part = part + 10
        elif wording.joined_tens and joined and 20 <= value < 100 and 0 < tens < 10:
            self._part = part + value
        elif wording.joined_tens and not joined:
            return False
        elif part >= 100 and tens == 0 and value < 100:
            self._part = part + value
        elif wording.vigesimal and value == 20 and tens == 4 and not joined:
            self._part = part + 76
        elif (
            wording.vigesimal
            and (
                (tens in (60, 80) and 10 <= value < 20)
                or (tens in (10, 70, 90) and 7 <= value < 10 and not joined)  # dix-sept, soixante-dix-sept
            )
        ) or (tens >= 20 and low == 0 and value < 10 and not wording.joined_tens):
            self._part = part + value
        else:
            return False
        return True

    def _large(self, value: Fraction, joined: bool) -> bool:
        scale = Fraction(THOUSAND)
        while scale * THOUSAND <= value:
            scale *= THOUSAND
        many = value / scale  # 2 for a dual
        if self._part is not None:
            if many != 1 or (scale >= self._scale and self._total):
                return False
            self._others = frozenset(other * scale for other in self._others)
            self._total += self._part * scale
            self._part = None
        elif self._total and scale >= self._scale:
            if many != 1 or joined or self._total >= 1000 * self._scale:
                return False
            self._total *= scale  # a thousand million
        else:
            self._total += value
        self._scale = scale
        return True

    def _with_half(self, total: Fraction) -> Fraction:
        """2 million and a half; one and a half."""
        at = self._at
        tokens = self._reading.tokens
        joined = False
        while at < len(tokens) and tokens[at].raw.lower() in self._wording.before_part.split():
            joined = joined or tokens[at].raw.lower() in self._wording.joiners.split()
            at += 1
        if at >= len(tokens) or not (joined or tokens[at].joined):
            return total
        found = lexicon("fractions", self._reading.lang).at(self._reading, at)
        apart = any(self._reading.between(place - 1, place).strip(" -") for place in range(self._at, at + 1))
        if found is None or apart:
            return total
        self._at = found[1]
        scale = self._scale if self._total and self._scale < 10**15 else Fraction(1)
        following = self._scale_at(self._at)
        if following is not None and (scale in (1, following)):
            # one and a half million; in Arabic a million and half a million
            self._at += 1
            return (total / scale + Fraction(found[0])) * following
        return total + Fraction(found[0]) * scale


def _roman(reading: Reading, at: int) -> Numeral | None:
    """XIX, XIXe, VI after a name."""
    token = reading.tokens[at]
    if token.kind != "word":
        return None
    endings = reading.wording.roman_endings.split()
    ending = token.raw[0].isupper() and next((end for end in endings if token.raw.lower().endswith(end)), "")
    raw = token.raw[: -len(ending)] if ending else token.raw
    if not _ROMAN.match(raw) or not (parts := _ROMAN_WHOLE.match(raw)):
        return None
    if len(raw) == 1 and not ending and not (at and reading.tokens[at - 1].raw[:1].isupper()):
        return None
    value = 10 * len(parts[1]) + _ONES[parts[2]]
    # what is not marked as an ordinal may be an acronym
    return Numeral(frozenset({Fraction(value)}), at, at + 1, False, True, loose=not ending)
