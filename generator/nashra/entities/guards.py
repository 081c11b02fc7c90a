"""Which of the names found in a text are mentions: what stands around can make of a name another, or a common word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from nashra.entities import marks as m
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form, Word
from nashra.entities.inflected import Inflected, is_among
from nashra.entities.lands import Lands
from nashra.entities.marks import Marks
from nashra.entities.neighbours import AFTER, BEFORE, Neighbours
from nashra.entities.regions import is_of_states, lies_elsewhere
from nashra.entities.shared_states import SharedStates
from nashra.entities.signs import NONE, STRONG, Signs, has_seat_of_its_own
from nashra.entities.surroundings import Hit, Surroundings, is_beside_body, is_cased, is_one_person, is_score
from nashra.entities.titles import Offices
from nashra.entities.titles_of_works import WorkTitles
from nashra.entities.whereabouts import is_of_holder, placed
from nashra.languages.names.capital_words import GIVEN_NAMES
from nashra.languages.names.spec import Rules
from nashra.languages.wording.first_names import FIRST_NAMES
from nashra.model import Entity

_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = frozenset("'’ʼ")
# Words on each side among which a stranger is looked for, see `Rules.strangers`.
_STRANGERS_NEAR = 9
# Steps back to the word that bars a name: Banque de France, the state of Georgia.
_LOOK_BACK = 2


class Guards:
    """The tests of one language. A text is given as `pieces`: words at the odd places, gaps at the even ones."""

    def __init__(self, rules: Rules, words: Mapping[str, Word], entities: Mapping[str, Entity], lands: Lands) -> None:
        self._rules, self._words, self._entities = rules, words, entities
        self._marks = Marks(rules, words)
        self._neighbours = Neighbours(entities, rules, lands)
        self._offices = Offices(rules, lands, entities, self._marks)
        self._lands = lands
        self._generic = frozenset(id for id, entity in entities.items() if entity.generic)
        self._inflected = Inflected(rules)
        self._agreeing = self._inflected.agreeing
        self._signs, self._states = Signs(rules), SharedStates(rules, entities)
        self._shared, self._races = self._states.pairs, rules.around.races
        self.titles = WorkTitles(rules, words, self._marks)
        # words that are names only with a sign, or but for what stands beside them
        self._doubtful = rules.common.union(
            rules.around.namesakes,
            rules.never,
            rules.barred,
            rules.strangers,
            rules.followed,
            rules.idioms,
            rules.adjectives,
            rules.predicates,
            rules.verbs,
        )
        self._barred = rules.barred.get("", frozenset())
        self._leading = self._barred | rules.honorifics | rules.extenders | rules.around.family
        self._particles = frozenset(rules.conjunctions + rules.prepositions)
        # what joins a name to the one before it: مالي والنيجر
        self._and = rules.conjunctions[:1]

    def keep(self, hits: Sequence[Hit], pieces: list[str]) -> list[Hit]:
        """Those of `hits`, and of their forms, that are mentions."""
        taken: dict[int, Hit] = {}
        following: dict[int, Hit] = {}
        has_bodies = "organization" in [hit.forms[0].type for hit in hits]
        kept: list[Hit] = []
        behind = 0
        for number, hit in enumerate(hits):
            if behind and behind == hit.first and not any(map(self._is_state, hit.forms)):
                kept += self._states.of(hit)  # Athens, Georgia
                continue
            is_fellow = bool(hit.particle) and number > 0 and hits[number - 1].last == hit.first - 1
            if not is_fellow and not (has_bodies and is_beside_body(hits, number)) and self._is_plain(hit, pieces):
                kept.append(hit)
                continue
            if not taken:
                taken = {word: hit for hit in hits for word in range(hit.first, hit.last + 1)}
                following = {hit.first: hit for hit in hits if self._and and hit.particle == self._and}
            text = Surroundings(hit, pieces, self._words, taken, self._marks)
            if hit.forms[0].entity in self._shared and self._states.is_meant(text):
                kept += self._states.of(hit)
                continue
            if hit.forms[0].type == "place" and self._lies_elsewhere(text):
                behind = hit.last + 1
                continue
            if text.before.folded in self._races and hit.forms[0].type == "place" and self._neighbours.is_course(text):
                behind = hit.last + 1
                continue
            before = kept[-1] if kept else None
            then = following.get(hit.last + 1)
            if text.cased and not self._stands_free(text):
                continue
            forms = hit.forms
            if hit.first < hit.last and text.gap_after.isspace():
                # بنك المغرب العربي
                ends = self._rules.followed.get(text.word(hit.last).folded, frozenset())
                forms = [] if text.after.folded in ends else forms
            elif hit.first == hit.last:
                forms = [sure for form in forms if (sure := self._sure(form, hit, text, before, then)) is not None]
            forms = [self._told(meant, text) for form in forms if (meant := self._neighbours.meant(form, text))]
            forms = [form for form in forms if not (form.bare and form.type == "person" and self._has_given_name(text))]
            if before is not None and is_one_person(before, hit, text) and all(form.bare for form in forms):
                kept.pop()  # أبو مازن محمود عباس الجبوري, مولاي رشيد بنعلي
            elif forms:
                kept.append(hit if forms == hit.forms else Hit(hit.first, hit.last, hit.offset, hit.particle, forms))
        return kept

    def _is_state(self, form: Form) -> bool:
        return is_of_states(self._lands.country(form.entity))

    def _lies_elsewhere(self, text: Surroundings) -> bool:
        around = self._rules.around
        if self._rules.compounds and text.before.folded in around.nearby and around.at.isdisjoint(around.nearby):
            return False  # en Suisse, au Québec
        return lies_elsewhere(text, self._lands.country(text.hit.forms[0].entity), self._lands)

    def _told(self, form: Form, text: Surroundings) -> Form:
        """`form`, no more a bare surname where an office says whose it is."""
        if not form.bare or form.type != "person":
            return placed(form, text, self._rules)
        before = self._offices.stand_before(text, form.entity)
        if not (before or self._offices.stand_after(text, form.entity)):
            return form
        if before and not text.cased:  # عين الوزير كريم أخنوش مديرا
            bits = text.mark_before if text.joins_before and not text.hit.particle else 0
            is_another = bool(bits & m.GIVEN) and not bits & (m.OFFICE | m.ORDINARY)
        else:
            is_another = self._has_given_name(text) and not self._offices.rules_here(text, form.entity)
        return form if is_another else form._replace(bare=False)

    def _has_given_name(self, text: Surroundings) -> bool:
        """Whether the word before a surname may be a first name, of which `_is_name` has not told."""
        if text.cased:
            return text.hit.first < text.hit.last and self._has_first_name(text)  # Jean-Marie Le Pen
        if not text.gap_before.isspace() or text.hit.first - 1 in text.taken or text.hit.particle:
            return False
        bits = text.mark_before
        return bool(bits & m.GIVEN) or not bits & (m.ORDINARY | m.OFFICE | m.DEFINITE | m.INSIDE)

    def drop_foreign(
        self, found: list[tuple[Hit, str]], pieces: list[str], hits: Sequence[Hit]
    ) -> list[tuple[Hit, str]]:
        """`found` without bodies with general names where only other countries than theirs are in view."""
        generic = self._generic
        if generic.isdisjoint([id for _, id in found]):
            return found
        view = self._lands.in_view(pieces, [id for _, id in found if id not in generic])
        taken = {word: hit for hit in hits for word in range(hit.first, hit.last + 1)}
        kept: list[tuple[Hit, str]] = []
        for hit, id in found:
            if id in generic:
                own = self._lands.country(id)
                text = Surroundings(hit, pieces, self._words, taken, self._marks)
                if self._lands.are_of(own, pieces[2 * hit.first + 1 : 2 * hit.last + 2 : 2]):
                    kept.append((hit, id))
                    continue
                is_foreign = view and own not in view and not self._is_its_own(hit)
                if is_foreign or self._neighbours.is_elsewhere(hit.forms[0], text):
                    continue
            kept.append((hit, id))
        return kept

    def _is_its_own(self, hit: Hit) -> bool:
        """Whether the name is an acronym that no other country has: ONCF."""
        form = hit.forms[0]
        return bool(form.key) and form.capitals[0] == CAPITALS and form.key not in self._rules.shared

    def _is_plain(self, hit: Hit, pieces: list[str]) -> bool:
        """A quick test that spares most names the others: nothing around, and nothing in the name, can matter."""
        rules, words = self._rules, self._words
        single = hit.first == hit.last
        for form in hit.forms:
            if form.bare or (single and (form.ambiguous or form.key in self._doubtful)):
                return False
        kind, marks = hit.forms[0].type, self._marks
        first, end = 2 * hit.first - 1, 2 * hit.last + 3
        if first > 0 and marks[pieces[first]] & BEFORE.get(kind, 0):
            return False
        if end < len(pieces) and marks[pieces[end]] & AFTER.get(kind, 0):
            return False
        if kind == "person" and first > 1 and self._may_follow_noun(pieces[first - 2], pieces[first]):
            return False
        if kind in ("organization", "event") and self._neighbours.is_of_football(hit.forms[0].entity):
            return False
        if rules.openings and words[pieces[2 * hit.last + 1]].folded in rules.openings:
            return False
        if not single and rules.followed and words[pieces[end - 2]].folded in rules.followed:
            return False
        before, after = 2 * hit.first, 2 * hit.last + 2
        if not hit.forms[0].has_capitals:
            own = words[pieces[before + 1]]
            if single and not own.plain.endswith(hit.forms[0].spelling):
                return False
            if single and before and hit.forms[0].key.endswith(self._agreeing):
                return not self._inflected.may_agree(pieces[before - 1]) and not is_cased(own)
            return not is_cased(own)
        if not (pieces[before].isspace() and pieces[after].isspace()):
            return False
        if not single:
            if kind == "person":
                return after + 1 >= len(pieces) or words[pieces[after + 1]].capitals != CAPITAL
            if kind not in ("organization", "event"):
                return True
            following = words[pieces[after + 1]].capitals if after + 1 < len(pieces) else SMALL
            return words[pieces[before - 1]].capitals != CAPITAL and following != CAPITAL
        return (
            words[pieces[before - 1]].capitals == SMALL
            and (after + 1 >= len(pieces) or words[pieces[after + 1]].capitals == SMALL)
            and words[pieces[before - 1]].folded not in self._leading
        )

    def _may_follow_noun(self, before: str, noun: str) -> bool:
        """Whether the raw words `before` and `noun` may make another of the name of a person behind them."""
        around = self._rules.around
        if around.article:
            # قال غيث عزيز أخنوش
            return bool(self._marks[before] & m.ACTS or self._words[before].folded in self._rules.speech)
        if not around.determiners or self._words[noun].capitals != SMALL:
            return False
        is_led = self._words[before].folded in around.determiners or self._marks[before] & m.LINK
        return bool(is_led) or self._words[noun].folded.endswith(around.parts)

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
            if step > 0 and self._rules.compounds and word.capitals == SMALL and text.gap(place, step) in _HYPHENS:
                return word.folded not in self._rules.around.inside | self._rules.around.rivers
            if not word.plain or place in text.taken:
                return True
            is_name = word.capitals == CAPITAL or (word.capitals == CAPITALS and len(word.plain) == 1)
            if is_name and (step > 0 or word.folded not in self._rules.prefixes):
                return False
        return True

    def _sure(self, form: Form, hit: Hit, text: Surroundings, before: Hit | None, then: Hit | None) -> Form | None:
        """`form`, marked as bare where only the rest of the text can show that it is a name; None where it is none."""
        if text.cased or (form.key not in self._rules.common and not form.ambiguous):
            return form if self._is_name(form, hit, text, before) else None
        if self._is_elsewhere(form, text) or has_seat_of_its_own(text.own.plain, form.spelling, self._rules):
            return None
        if form.bare and form.type == "person" and self._offices.tell_land(text, form.entity):
            return form._replace(bare=False)
        sign = self._signs.of(form, hit, text, before, then)
        return None if sign == NONE else form if sign == STRONG else form._replace(bare=True)

    def _is_name(self, form: Form, hit: Hit, text: Surroundings, before: Hit | None) -> bool:
        """Whether one word is the name, and neither a common word nor a part of a longer name."""
        rules = self._rules
        word = form.key
        if not text.cased:
            if self._is_elsewhere(form, text) or has_seat_of_its_own(text.own.plain, form.spelling, self._rules):
                return False
            if word in rules.adjectives:
                after_mention = before is not None and before.last == hit.first - 1
                return bool(hit.particle) or not (after_mention or self._inflected.is_adjective(text))
            may_agree = word in rules.predicates or word.endswith(self._agreeing)
            return not (may_agree and self._inflected.says_of_noun(form, text))
        acronym = form.capitals[0] == CAPITALS
        if word in rules.never and not acronym:
            return False
        if word in rules.common:
            if acronym:
                return not text.shouted
            if form.spelling != text.own.plain.casefold() or text.opens_sentence or text.headline:
                return False
        if acronym:
            return text.before.folded not in rules.barred.get(word, frozenset())  # le JO is no Games
        if form.type == "person":
            # Michelle Obama, also in Headlines of Capitals
            return not self._has_first_name(text) or (text.headline and not text.mark_before & m.GIVEN)
        if form.type in ("place", "event") and self._is_surname(text):
            return False
        if self._is_elsewhere(form, text):
            return False
        if form.type == "event" and text.capital_after and not self._is_opener(text.after.folded):
            return text.headline  # Ramadan Sobhi
        if form.type != "place" or not (self._is_extended(text) or self._is_followed(text)):
            return True
        # Jordan Bardella is no headline by the words before him, Chad Rebels Leave is
        return text.headline and (text.own.folded not in GIVEN_NAMES or text.capitals_after)

    def _is_elsewhere(self, form: Form, text: Surroundings) -> bool:
        """Whether a word near the name makes something else of it: a lake, a bank, a prayer."""
        rules = self._rules
        is_place = form.type == "place"
        after = rules.followed.get(form.key, frozenset()) | (rules.followed.get("", frozenset()) if is_place else set())
        if "#" in after and text.after.plain.isdecimal() and text.gap_after.isspace():
            return not is_score(text, text.hit.last, 1)
        if "#" in after and text.after.folded in rules.numbers and self._is_measured(text, after):
            return True
        if text.gap_after.isspace() and text.after.folded in after and (not text.cased or text.capital_after):
            return True
        kinds = rules.idioms.get(form.key)
        if kinds is not None and text.after.folded in kinds and text.joins_after:
            return True
        before = rules.barred.get(form.key, frozenset())
        if text.gap_before.isspace() and is_among(
            text.before.folded, before | self._barred if is_place else before, self._particles
        ):
            return True
        place = text.hit.first - 1
        for _ in range(_LOOK_BACK if before else 0):
            if text.word(place).folded not in rules.links:
                break
            place -= 1
        if text.cased and text.word(place).folded in before:
            return True
        # where two entities have the name, the rest of the text tells which is meant
        near = rules.strangers.get(form.key) if len(text.hit.forms) == 1 else None
        return near is not None and not near.isdisjoint(text.near(_STRANGERS_NEAR))

    def _is_measured(self, text: Surroundings, units: AbstractSet[str]) -> bool:
        """Whether a unit stands behind the number that follows the name: قطر يبلغ خمسة وعشرين مترا."""
        places = range(text.hit.last + 2, text.hit.last + 2 + _LOOK_BACK + 1)
        return any(text.word(place).folded in units or text.word(place).plain.isdecimal() for place in places)

    def _is_surname(self, text: Surroundings) -> bool:
        """Mr Jordan, Michael Jordan and le président Hollande are people."""
        word = text.before
        if text.gap_before.isspace() and word.capitals == CAPITAL:
            if text.hit.first - 1 in text.taken:
                return word.folded in GIVEN_NAMES and not text.headline
            if word.folded in FIRST_NAMES:
                return True
        if text.gap_before.strip(". \u00a0\u202f") or not text.gap_before:
            return False
        if word.folded in self._rules.around.family and text.own.folded in GIVEN_NAMES:
            return True  # their daughter Paris
        return word.folded in self._rules.honorifics and (word.capitals != SMALL or self._rules.compounds)

    def _has_first_name(self, text: Surroundings) -> bool:
        """Brigitte Macron is not Macron; President Macron and Pour Macron are."""
        before = text.hit.first - 1
        if before in text.taken and text.before.folded in GIVEN_NAMES and text.gap_before.isspace():
            # Sofia Erdogan, but "in Paris Macron said"
            is_place = text.taken[before].forms[0].type == "place"
            return is_place and not text.mark(before - 1) & (m.INSIDE | m.LINK)
        return (
            text.capital_before
            and not self._is_opener(text.before.folded)
            and text.before.folded not in self._rules.titles
            and not text.mark_before & m.OFFICE
        )

    def _is_extended(self, text: Surroundings) -> bool:
        """South Sudan is not Sudan, Air France not France."""
        if text.before.capitals == CAPITALS and text.gap_before.isspace():
            return text.before.folded in self._rules.extenders
        if not text.capital_before or self._is_opener(text.before.folded):
            return False
        if text.before.folded in self._rules.around.quarters:
            return False  # Eastern Ukraine
        return text.before.folded in self._rules.extenders or not text.second_in_sentence

    def _is_followed(self, text: Surroundings) -> bool:
        """Paris Hilton and Sydney Paris are not Paris and Sydney; in French neither is Maroc Telecom Maroc."""
        if text.own.folded in GIVEN_NAMES and text.gap_after.isspace() and text.hit.last + 1 in text.taken:
            behind = text.taken[text.hit.last + 1].forms
            # Georgia Meloni, but "in Paris Macron said"
            is_name = all(form.bare for form in behind) and not text.mark_before & (m.INSIDE | m.LINK)
            return behind[0].type == "place" or is_name
        if not text.capital_after or text.after.folded in self._rules.followers or is_of_holder(text, self._rules):
            return False
        if text.after.folded in self._rules.openers or self._is_date(text):
            return False  # in Chad Friday
        return self._rules.compounds or text.own.folded in GIVEN_NAMES

    def _is_date(self, text: Surroundings) -> bool:
        """Whether a month with its day follows: in Paris March 3."""
        return text.after.folded in self._rules.never and text.word(text.hit.last + 2).plain.isdecimal()

    def _is_opener(self, word: str) -> bool:
        return word in self._rules.openers or word in self._rules.never
