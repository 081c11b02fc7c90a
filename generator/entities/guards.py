"""Which of the names found in a text are mentions: what stands around can make of a name another, or a common word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.entities.forms import CAPITAL, CAPITALS, SMALL, Form, Word
from generator.entities.rules import GIVEN_NAMES, Rules

_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = frozenset("'’ʼ")
_SENTENCE_END = re.compile(r"[.!?…:؟\n«“\"•|—]")
_SPACE_OR_QUOTE = re.compile(r"[\s«“\"'(]+\Z")
# Words looked at on each side to tell a headline In Capital Letters from a sentence.
_WINDOW = 4
_LEAST_CAPITALS = 3
_SMALL_WORD = 4


class Hit(NamedTuple):
    """A name found at the words `first` to `last`, `offset` characters into the first, behind `particle`."""

    first: int
    last: int
    offset: int
    particle: str
    forms: list[Form]


class Guards:
    """The tests of one language. A text is given as `pieces`: words at the odd places, gaps at the even ones."""

    def __init__(self, rules: Rules, words: Mapping[str, Word]) -> None:
        self._rules, self._words = rules, words
        self._cues = {kind: cues | rules.cues.get("", frozenset()) for kind, cues in rules.cues.items()}

    def keep(self, hits: Sequence[Hit], pieces: list[str]) -> list[Hit]:
        """Those of `hits`, and of their forms, that are mentions."""
        taken = {word for hit in hits for word in range(hit.first, hit.last + 1)}
        kept: list[Hit] = []
        for hit in hits:
            if self._is_plain(hit, pieces):
                kept.append(hit)
                continue
            text = _Surroundings(hit, pieces, self._words, taken)
            after_mention = bool(kept) and kept[-1].last == hit.first - 1
            if text.cased and not self._stands_free(text):
                continue
            forms = hit.forms
            if hit.first == hit.last:
                forms = [form for form in forms if self._is_name(form, hit, text, after_mention)]
            if forms:
                kept.append(
                    hit if len(forms) == len(hit.forms) else Hit(hit.first, hit.last, hit.offset, hit.particle, forms)
                )
        return kept

    def _is_plain(self, hit: Hit, pieces: list[str]) -> bool:
        """A quick test that spares most names the others: nothing around, and nothing in the name, can matter."""
        rules, words = self._rules, self._words
        single = hit.first == hit.last
        if single:
            for form in hit.forms:
                if form.key in rules.common or form.key in rules.never or form.key in rules.barred:
                    return False
        if not hit.forms[0].has_capitals:
            return not _is_cased(words[pieces[2 * hit.first + 1]])
        before, after = 2 * hit.first, 2 * hit.last + 2
        if not (pieces[before].isspace() and pieces[after].isspace()):
            return False
        return not single or (
            words[pieces[before - 1]].capitals != CAPITAL
            and (after + 1 >= len(pieces) or words[pieces[after + 1]].capitals != CAPITAL)
        )

    def _stands_free(self, text: _Surroundings) -> bool:
        """False for a part of something longer: O'Brien, Île-de-France, hespress.com, @macron."""
        before, after = text.gap_before, text.gap_after
        if before.endswith("@") or after.startswith("@"):
            return False
        if before == "." and text.before.capitals == SMALL and text.before.plain:
            return False
        if after == "." and text.after.capitals == SMALL and text.after.plain:
            return False
        if before in _APOSTROPHES and text.before.capitals != SMALL and text.before.folded not in self._rules.elisions:
            return False
        endings = self._rules.endings
        if after in _APOSTROPHES and text.after.plain and endings is not None and text.after.folded not in endings:
            return False
        return self._chain_is_free(text, -1) and self._chain_is_free(text, 1)

    def _chain_is_free(self, text: _Surroundings, step: int) -> bool:
        """Whether the words joined to the name by hyphens leave it what it is: pro-Morocco, Paris-Berlin, UN-led."""
        place = text.hit.first if step < 0 else text.hit.last
        while text.gap(place, step) in _HYPHENS:
            place += step
            word = text.word(place)
            if not word.plain or place in text.taken:
                return True
            is_name = word.capitals == CAPITAL or (word.capitals == CAPITALS and len(word.plain) == 1)
            if is_name and (step > 0 or word.folded not in self._rules.prefixes):
                return False
        return True

    def _is_name(self, form: Form, hit: Hit, text: _Surroundings, after_mention: bool) -> bool:
        """Whether one word is the name, and neither a common word nor a part of a longer name."""
        rules = self._rules
        word = form.key
        if not text.cased:
            if text.before.folded in rules.barred.get(word, ()) and text.gap_before.isspace():
                return False
            return word not in rules.common or self._has_sign(form, hit, text, after_mention)
        acronym = form.capitals[0] == CAPITALS
        if word in rules.never and not acronym:
            return False
        if word in rules.common:
            if acronym:
                return not text.shouted
            if form.spelling != text.own.plain.casefold() or text.opens_sentence or text.headline:
                return False
        if acronym:
            return True
        if form.type == "person":
            return not self._has_first_name(text) or text.headline
        return form.type != "place" or not (self._is_extended(text) or self._is_followed(text)) or text.headline

    def _has_sign(self, form: Form, hit: Hit, text: _Surroundings, after_mention: bool) -> bool:
        """Whether a common word of a script without capitals is shown to be a name by what goes before it."""
        if hit.particle and hit.particle[-1] in self._rules.local:
            return True
        if hit.particle and hit.particle in self._rules.conjunctions:
            return after_mention and text.gap_before.isspace()
        if _SPACE_OR_QUOTE.match(text.gap_before) is None or "\n\n" in text.gap_before:
            return False
        return text.before.folded in self._cues.get(form.type, frozenset())

    def _has_first_name(self, text: _Surroundings) -> bool:
        """Brigitte Macron is not Macron; President Macron and Pour Macron are."""
        return (
            text.capital_before
            and not self._is_opener(text.before.folded)
            and text.before.folded not in self._rules.titles
        )

    def _is_extended(self, text: _Surroundings) -> bool:
        """South Sudan is not Sudan, Air France not France."""
        if not text.capital_before or self._is_opener(text.before.folded):
            return False
        return text.before.folded in self._rules.extenders or not text.second_in_sentence

    def _is_followed(self, text: _Surroundings) -> bool:
        """Paris Hilton is not Paris; in French neither is Maroc Telecom Maroc."""
        if not text.capital_after or text.after.folded in self._rules.followers:
            return False
        return self._rules.compounds or text.own.folded in GIVEN_NAMES

    def _is_opener(self, word: str) -> bool:
        return word in self._rules.openers or word in self._rules.never


def _is_cased(word: Word) -> bool:
    return word.plain[:1].lower() != word.plain[:1].upper()


class _Surroundings:
    """A hit with what stands around it."""

    __slots__ = ("_pieces", "_words", "after", "before", "gap_after", "gap_before", "hit", "own", "taken")

    def __init__(self, hit: Hit, pieces: list[str], words: Mapping[str, Word], taken: set[int]) -> None:
        self.hit, self.taken = hit, taken
        self._pieces, self._words = pieces, words
        self.own = self.word(hit.first)
        self.before, self.after = self.word(hit.first - 1), self.word(hit.last + 1)
        self.gap_before, self.gap_after = pieces[2 * hit.first], pieces[2 * hit.last + 2]

    def word(self, place: int) -> Word:
        """The word at `place`; an empty one outside the text."""
        if 0 <= place < len(self._pieces) // 2:
            return self._words[self._pieces[2 * place + 1]]
        return Word("", "", 0, SMALL)

    def gap(self, place: int, step: int) -> str:
        """What stands before (step -1) or after (step 1) the word at `place`; "" outside the text."""
        index = 2 * place + (2 if step > 0 else 0)
        return self._pieces[index] if 0 <= index < len(self._pieces) else ""

    @property
    def cased(self) -> bool:
        """Whether the name is written in a script with capitals."""
        return _is_cased(self.own)

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

    def _is_neighbour(self, word: Word, gap: str, place: int) -> bool:
        return word.capitals == CAPITAL and place not in self.taken and gap.isspace() and "\n" not in gap

    @property
    def shouted(self) -> bool:
        """Whether the text around is in capitals, so that capitals say nothing."""
        return any(word.capitals == CAPITALS and len(word.plain) > 1 for word in (self.before, self.after))

    @property
    def headline(self) -> bool:
        """Whether All Longer Words Around Have Capitals."""
        around: list[Word] = []
        for start, step in ((self.hit.first, -1), (self.hit.last, 1)):
            place = start
            while abs(place - start) < _WINDOW and self.gap(place, step).isspace():
                place += step
                around.append(self.word(place))
        if any(word.capitals == SMALL and len(word.plain) >= _SMALL_WORD and word.plain.isalpha() for word in around):
            return False
        return sum(word.capitals == CAPITAL for word in around) >= _LEAST_CAPITALS
