"""Which of the names found in a text are mentions: what stands around can make of a name another, or a common word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from nashra.entities.capital_words import FIRST_NAMES, GIVEN_NAMES
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form, Word
from nashra.entities.rules import Rules
from nashra.entities.surroundings import Hit, Surroundings, is_cased

_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = frozenset("'’ʼ")
_SPACE_OR_QUOTE = re.compile(r"[\s«“\"'(]+\Z")
# Steps back to the word that bars a name: Banque de France, the state of Georgia.
_LOOK_BACK = 2
_HAMZAS, _WITHOUT_HAMZA = "أؤئ", "اوي"
# الى without its hamza, الا.
_LONGEST_PARTICLE = 3
# A name coordinated with the next one: مالي والنيجر.
_AND = "و"


class Guards:
    """The tests of one language. A text is given as `pieces`: words at the odd places, gaps at the even ones."""

    def __init__(self, rules: Rules, words: Mapping[str, Word]) -> None:
        self._rules, self._words = rules, words
        self._cues = {kind: cues | rules.cues.get("", frozenset()) for kind, cues in rules.cues.items()}
        self._barred = rules.barred.get("", frozenset())
        self._particles = frozenset(rules.conjunctions + rules.prepositions)

    def keep(self, hits: Sequence[Hit], pieces: list[str]) -> list[Hit]:
        """Those of `hits`, and of their forms, that are mentions."""
        taken = {word for hit in hits for word in range(hit.first, hit.last + 1)}
        following = {hit.first: hit for hit in hits if hit.particle == _AND}
        kept: list[Hit] = []
        for hit in hits:
            if self._is_plain(hit, pieces):
                kept.append(hit)
                continue
            text = Surroundings(hit, pieces, self._words, taken)
            after_mention = bool(kept) and kept[-1].last == hit.first - 1
            then = following.get(hit.last + 1)
            if text.cased and not self._stands_free(text):
                continue
            forms = hit.forms
            if hit.first == hit.last:
                forms = [form for form in forms if self._is_name(form, hit, text, after_mention, then)]
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
                key = form.key
                if form.ambiguous or key in rules.common or key in rules.never or key in rules.barred:
                    return False
                if key in rules.followed or key in rules.adjectives:
                    return False
        before, after = 2 * hit.first, 2 * hit.last + 2
        if not hit.forms[0].has_capitals:
            own = words[pieces[before + 1]]
            if single and (
                not own.plain.endswith(hit.forms[0].spelling) or (before and self._bars(pieces[before - 1]))
            ):
                return False
            return not is_cased(own)
        if not (pieces[before].isspace() and pieces[after].isspace()):
            return False
        return not single or (
            words[pieces[before - 1]].capitals != CAPITAL
            and (after + 1 >= len(pieces) or words[pieces[after + 1]].capitals != CAPITAL)
            and words[pieces[before - 1]].folded not in self._barred
            and words[pieces[before - 1]].folded not in rules.honorifics
        )

    def _bars(self, token: str) -> bool:
        """Whether a place named after the raw word `token`, with or without a particle, is a river or the like."""
        return self._is_among(self._words[token].folded, self._barred)

    def _is_among(self, word: str, words: frozenset[str]) -> bool:
        return word in words or (word[:1] in self._particles and word[1:] in words)

    def _stands_free(self, text: Surroundings) -> bool:
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

    def _chain_is_free(self, text: Surroundings, step: int) -> bool:
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

    def _is_name(self, form: Form, hit: Hit, text: Surroundings, after_mention: bool, then: Hit | None) -> bool:
        """Whether one word is the name, and neither a common word nor a part of a longer name."""
        rules = self._rules
        word = form.key
        if not text.cased:
            if self._is_elsewhere(form, text) or _has_hamza_of_its_own(text.own.plain, form.spelling):
                return False
            if word in rules.adjectives:
                return bool(hit.particle) or not (after_mention or self._is_adjective(text))
            if word not in rules.common and not form.ambiguous:
                return True
            return self._has_sign(form, hit, text, after_mention, then)
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
        if form.type in ("place", "event") and self._is_surname(text):
            return False
        if self._is_elsewhere(form, text):
            return False
        return form.type != "place" or not (self._is_extended(text) or self._is_followed(text)) or text.headline

    def _is_elsewhere(self, form: Form, text: Surroundings) -> bool:
        """Whether a word near the name makes something else of it: a lake, a bank, a prayer."""
        rules = self._rules
        is_place = form.type == "place"
        after = rules.followed.get(form.key, frozenset()) | (rules.followed.get("", frozenset()) if is_place else set())
        if text.gap_after.isspace() and text.after.folded in after and (not text.cased or text.capital_after):
            return True
        before = rules.barred.get(form.key, frozenset())
        if text.gap_before.isspace() and self._is_among(
            text.before.folded, before | self._barred if is_place else before
        ):
            return True
        place = text.hit.first - 1
        for _ in range(_LOOK_BACK if before else 0):
            if text.word(place).folded not in rules.links:
                break
            place -= 1
        return text.cased and text.word(place).folded in before

    def _is_surname(self, text: Surroundings) -> bool:
        """Mr Jordan, Michael Jordan and le président Hollande are people."""
        word = text.before
        if text.gap_before.isspace() and word.capitals == CAPITAL and word.folded in FIRST_NAMES:
            return text.hit.first - 1 not in text.taken
        if text.gap_before.strip(". \u00a0\u202f") or not text.gap_before:
            return False
        return word.folded in self._rules.honorifics and (word.capitals != SMALL or self._rules.compounds)

    def _has_sign(self, form: Form, hit: Hit, text: Surroundings, after_mention: bool, then: Hit | None) -> bool:
        """Whether a common word of a script without capitals is shown to be a name by what stands around it."""
        if hit.particle and hit.particle[-1] in self._rules.local and form.type == "place":
            return True
        if then is not None and form.type == "place" and not hit.particle and text.gap_after.isspace():
            return any(other.type == form.type and not other.ambiguous for other in then.forms)
        if hit.particle and hit.particle in self._rules.conjunctions:
            return after_mention and text.gap_before.isspace()
        if _SPACE_OR_QUOTE.match(text.gap_before) is None or "\n\n" in text.gap_before:
            return False
        return text.before.folded in self._cues.get(form.type, frozenset())

    def _is_adjective(self, text: Surroundings) -> bool:
        """After a definite noun, as in القوات السعودية, and after the name of a body, as in صحيفة عكاظ السعودية.

        These adjectives are feminine, so that men go before none: دعا الرئيس السعودية, اتهم الحوثيون السعودية.
        """
        if not text.gap_before.isspace():
            return False
        noun = text.before.plain  # folded, إلى would begin like a noun with its article
        noun = noun[1:] if noun[:1] in self._particles and noun[1:3] in ("ال", "لل") else noun
        if noun.startswith(("ال", "لل")) and len(noun) > _LONGEST_PARTICLE:
            is_man = noun.endswith("ون") or text.before.folded in self._cues.get("person", frozenset())
            return not is_man or noun[-1] in "ةه"
        return self._is_among(text.word(text.hit.first - 2).folded, self._cues.get("organization", frozenset()))

    def _has_first_name(self, text: Surroundings) -> bool:
        """Brigitte Macron is not Macron; President Macron and Pour Macron are."""
        return (
            text.capital_before
            and not self._is_opener(text.before.folded)
            and text.before.folded not in self._rules.titles
        )

    def _is_extended(self, text: Surroundings) -> bool:
        """South Sudan is not Sudan, Air France not France."""
        if not text.capital_before or self._is_opener(text.before.folded):
            return False
        return text.before.folded in self._rules.extenders or not text.second_in_sentence

    def _is_followed(self, text: Surroundings) -> bool:
        """Paris Hilton is not Paris; in French neither is Maroc Telecom Maroc."""
        if not text.capital_after or text.after.folded in self._rules.followers:
            return False
        return self._rules.compounds or text.own.folded in GIVEN_NAMES

    def _is_opener(self, word: str) -> bool:
        return word in self._rules.openers or word in self._rules.never


def _has_hamza_of_its_own(written: str, name: str) -> bool:
    """فأس (axe) is not فاس (Fez): hamza is left out in haste, but within a word nobody adds one."""
    stem = written[-len(name) :]
    first = 3 if name.startswith("ال") else 1
    return len(stem) == len(name) and any(
        letter in _HAMZAS and other in _WITHOUT_HAMZA for letter, other in zip(stem[first:], name[first:], strict=True)
    )
