"""A name found in a text, with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form, Word
from nashra.languages.names.capital_words import SMALL_IN_TITLES

_SENTENCE_END = re.compile(r"[.!?…:؟\n«“\"•|—]")
# Words looked at on each side to tell a headline In Capital Letters from a sentence.
_WINDOW = 10
_LEAST_CAPITALS = 3
_SMALL_WORD = 3
# At most one word between two names.
_NEXT = 2
# What stands between the words of one phrase.
_WITHIN = " \u00a0\u202f\t'’"


class Hit(NamedTuple):
    """A name found at the words `first` to `last`, `offset` characters into the first, behind `particle`."""

    first: int
    last: int
    offset: int
    particle: str
    forms: list[Form]


def is_cased(word: Word) -> bool:
    """Whether the word is written in a script with capitals."""
    first = word.plain[:1]
    return first.lower() != first.upper()


def _joins(gap: str) -> bool:
    if gap == " ":
        return True
    return bool(gap) and "\n\n" not in gap and not gap.strip(" \u00a0\u202f\n\t'’-")


_NO_WORD = Word("", "", 0, SMALL)
# What parts the figures of a score, and how many each of them has.
_DASHES = frozenset("-–—:")
MOST_DIGITS = 2
_BLANKS = " \u00a0\u202f\n\t"
_OPENING, _CLOSING = "\"“«„‘'", "\"”»“’'"


class Surroundings:
    """A hit with what stands around it.

    What most tests ask of the words right beside, the `mark_before` and `joins_before` and their like, is looked up
    once.
    """

    __slots__ = (
        "_end", "_marks", "_pieces", "_words", "after", "before", "cased", "gap_after", "gap_before", "hit",
        "joins_after", "joins_before", "mark_after", "mark_before", "own", "taken",
    )  # fmt: skip

    def __init__(
        self, hit: Hit, pieces: list[str], words: Mapping[str, Word], taken: Mapping[int, Hit], marks: Mapping[str, int]
    ) -> None:
        self.hit, self.taken = hit, taken
        self._pieces, self._words, self._marks, self._end = pieces, words, marks, len(pieces) // 2
        self.own = self.word(hit.first)
        # whether the name is written in a script with capitals
        self.cased = is_cased(self.own)
        self.before, self.after = self.word(hit.first - 1), self.word(hit.last + 1)
        self.mark_before, self.mark_after = self.mark(hit.first - 1), self.mark(hit.last + 1)
        self.gap_before, self.gap_after = pieces[2 * hit.first], pieces[2 * hit.last + 2]
        self.joins_before, self.joins_after = _joins(self.gap_before), _joins(self.gap_after)

    def word(self, place: int) -> Word:
        """The word at `place`; an empty one outside the text."""
        return self._words[self._pieces[2 * place + 1]] if 0 <= place < self._end else _NO_WORD

    def token(self, place: int) -> str:
        """The raw word at `place`; "" outside the text."""
        return self._pieces[2 * place + 1] if 0 <= place < self._end else ""

    def mark(self, place: int) -> int:
        """The bits (see `marks`) of the word at `place`; 0 outside the text."""
        return self._marks[self._pieces[2 * place + 1]] if 0 <= place < self._end else 0

    def joins(self, place: int, step: int) -> bool:
        """Whether nothing but space, or one of the apostrophes and hyphens of a name, stands beside `place`."""
        return _joins(self.gap(place, step))

    @property
    def is_quoted(self) -> bool:
        """Whether quotation marks stand around the name alone, as around that of a ship or of a hospital."""
        before, after = self.gap_before.strip(_BLANKS), self.gap_after.strip(_BLANKS)
        return before[-1:] in _OPENING and after[:1] in _CLOSING and bool(before and after)

    def joins_quoted(self, place: int, step: int) -> bool:
        """Whether `place` is an end of a quoted name, and nothing but the mark stands between it and the next word."""
        at_end = place == (self.hit.first if step < 0 else self.hit.last)
        return at_end and self.is_quoted and not self.gap(place, step).strip(_BLANKS + _OPENING + _CLOSING)

    def gap(self, place: int, step: int) -> str:
        """What stands before (step -1) or after (step 1) the word at `place`; "" outside the text."""
        index = 2 * place + (2 if step > 0 else 0)
        return self._pieces[index] if 0 <= index < len(self._pieces) else ""

    def near(self, most: int) -> set[str]:
        """The folded words up to `most` before and after the name, within its paragraph."""
        found: set[str] = set()
        for start, step in ((self.hit.first, -1), (self.hit.last, 1)):
            place = start
            while abs(place - start) < most and self.gap(place, step) and "\n\n" not in self.gap(place, step):
                place += step
                found.add(self.word(place).folded)
        return found

    @property
    def opens_sentence(self) -> bool:
        """Whether the name is the first word of a sentence, a line or a quotation."""
        return self.hit.first == 0 or _SENTENCE_END.search(self.gap_before) is not None

    @property
    def second_in_sentence(self) -> bool:
        """Whether the word before the name is the first of its sentence."""
        place = self.hit.first - 1
        return place == 0 or _SENTENCE_END.search(self.gap(place, -1)) is not None

    @property
    def capital_before(self) -> bool:
        """Whether a capitalised word that is no mention goes before, with nothing but space between."""
        return self._is_neighbour(self.before, self.gap_before, self.hit.first - 1)

    @property
    def capital_after(self) -> bool:
        """The same for the word that follows."""
        return self._is_neighbour(self.after, self.gap_after, self.hit.last + 1)

    @property
    def capitals_after(self) -> bool:
        """Whether two words with capitals follow."""
        places = self.hit.last + 1, self.hit.last + 2
        return all(self.gap(place, -1).isspace() and self.word(place).capitals == CAPITAL for place in places)

    def _is_neighbour(self, word: Word, gap: str, place: int) -> bool:
        # also the O of O'Keeffe
        is_name = word.capitals == CAPITAL or (word.capitals == CAPITALS and self.gap(place, 1) in ("'", "’"))
        return is_name and place not in self.taken and gap.isspace() and "\n" not in gap

    @property
    def shouted(self) -> bool:
        """Whether the text around is in capitals, so that capitals say nothing; another acronym does not tell."""
        beside = ((self.before, self.hit.first - 1), (self.after, self.hit.last + 1))
        return any(
            word.capitals == CAPITALS and len(word.plain) > 1 and place not in self.taken for word, place in beside
        )

    @property
    def headline(self) -> bool:
        """Whether All Longer Words Around Have Capitals."""
        around: list[Word] = []
        capitals = 0
        for start, step in ((self.hit.first, -1), (self.hit.last, 1)):
            place, is_near = start, True
            while abs(place - start) < _WINDOW and self.gap(place, step) and not self.gap(place, step).strip(_WITHIN):
                is_near &= self.gap(place, step).isspace()
                place += step
                around.append(self.word(place))
                capitals += is_near and around[-1].capitals == CAPITAL
        if any(
            word.capitals == SMALL
            and len(word.plain) >= _SMALL_WORD
            and word.plain.isalpha()
            and word.folded not in SMALL_IN_TITLES
            for word in around
        ):
            return False
        return capitals >= _LEAST_CAPITALS


def is_score(text: Surroundings, place: int, step: int) -> bool:
    """Whether a score stands behind (step 1) or before (step -1) the word at `place`: 2-1, 2 - 1."""
    near = text.word(place + step).plain
    if not near.isdecimal():
        return False
    far = text.word(place + 2 * step).plain
    is_short = len(near) <= MOST_DIGITS and len(far) <= MOST_DIGITS
    if not (is_short and far.isdecimal() and text.joins(place, step)):
        return False
    return text.gap(place + step, step).strip(" ") in _DASHES


def is_beside_body(hits: Sequence[Hit], number: int) -> bool:
    """Whether at most a word parts the place `hits[number]` from a body: beside a club it may be one too."""
    hit = hits[number]
    if hit.forms[0].type != "place":
        return False
    before = number > 0 and hit.first - hits[number - 1].last <= _NEXT and hits[number - 1]
    after = number + 1 < len(hits) and hits[number + 1].first - hit.last <= _NEXT and hits[number + 1]
    return any(other and other.forms[0].type == "organization" for other in (before, after))


def is_one_person(before: Hit, hit: Hit, text: Surroundings) -> bool:
    """Whether the persons' names `before` and `hit`, of which `text` tells, are two halves of one name."""
    follows = before.last == hit.first - 1 and text.gap_before.isspace() and not hit.particle
    return follows and before.forms[0].type == hit.forms[0].type == "person"
