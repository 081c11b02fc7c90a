"""Whether the words beside the name of a place make another of it: a gulf, a hotel, a town of another land."""

from __future__ import annotations

from nashra.entities import marks as m
from nashra.entities.beside import NEAR, is_of_king
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form
from nashra.entities.neighbour_games import Games
from nashra.entities.regions import is_of_states, lies_elsewhere
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.capital_words import GIVEN_NAMES
from nashra.languages.wording.first_names import FIRST_NAMES

# What ends a phrase behind a name.
_ENDS = frozenset(".,;:!?…")
# Endings of articles in the plural: les, aux.
_OF_MANY = ("s", "x")
# What may stand between a paper and its name.
_QUOTES = ' \u00a0\n«“"'


class Places(Games):
    """The tests of one language."""

    def make_another(self, form: Form, text: Surroundings) -> bool:
        # of one land alone it has been asked before
        if len(text.hit.forms) > 1 and lies_elsewhere(text, self.lands.country(form.entity), self.lands):
            return True
        if self.is_work(text) or self.is_side(form, text) or self._is_treaty(form, text) or self._is_person(text):
            return True
        if text.cased and self._is_in_capitals(form, text):
            return True
        thing = (text.is_quoted and self.is_thing(text)) or self.is_second_thing(text)  # the hotel «Paris»
        if self._is_liberated(text) or self._is_one_of_many(form, text):
            return True
        return thing or self.is_foreign_after(form, text) or self._goes_on_as_place(form, text) or self._has_head(text)

    def _is_person(self, text: Surroundings) -> bool:
        """Whether the name is part of a person's, where capitals do not tell: دينزل واشنطن, قالت صوفيا لورين إن."""
        first, last = text.hit.first, text.hit.last
        if text.cased or text.hit.particle or first != last or not text.joins_before:
            return False
        before = text.mark_before
        if before & m.WESTERN:
            # الأمير هاري لندن: he is its object
            return not before & m.ORDINARY and not text.mark(first - 2) & m.OFFICE and first - 1 not in text.taken
        rules = self.rules
        if text.own.folded not in rules.around.namesakes or last + 1 in text.taken:
            return False
        if text.before.folded in rules.around.family:
            return True  # سماها فلسطين
        if not text.joins_after:
            return False
        if text.before.folded in rules.leads | rules.cues.get("place", frozenset()):
            return False  # وصل إلى سوريا عصر اليوم
        if before & m.ACTS:
            return True  # قال تشاد هاميل للقناة: no land is a man
        is_said = before & m.ORDINARY or text.before.folded in rules.speech
        after, word = text.mark_after, text.after.folded
        if after & m.GIVEN and not after & m.OFFICE and not before & (m.OFFICE | m.DEFINITE):
            # حضرت شيلي عبد الله الحفل
            return bool(is_said) or text.before.folded.endswith(rules.grammar.verb)
        # قالت الممثلة صوفيا لورين إن
        is_called = before & m.CALLING and before & m.DEFINITE
        if not (is_said or is_called) or not text.joins(last + 1, 1):
            return False
        is_word = (
            after & (m.ORDINARY | m.DEFINITE | m.OFFICE) or word in rules.leads or word[-1:] in rules.grammar.adverbs
        )
        return not is_word and text.word(last + 2).folded in rules.leads

    def _is_in_capitals(self, form: Form, text: Surroundings) -> bool:
        """Whether words with capitals before the name make a title, or a club, of it."""
        if text.before.capitals != SMALL:
            return text.before.capitals == CAPITALS and self._is_after_acronym(form, text)
        return bool(text.mark_before & (m.LINK | m.INSIDE)) and self._ends_title(text)

    def _is_after_acronym(self, form: Form, text: Surroundings) -> bool:
        """Whether an acronym that names no body goes before a town: the club PSV Eindhoven, le CHU Rabat."""
        before = text.before
        is_acronym = 1 < len(before.plain) <= NEAR and before.plain.isalpha()
        if not is_acronym or text.own.capitals == CAPITALS or not text.gap_before.isspace() or text.gap_after == "-":
            return False
        if text.hit.first - 1 in text.taken or before.folded in self.rules.around.hours or is_of_king(before.plain):
            return False
        return self.is_town(form.entity)

    def _ends_title(self, text: Surroundings) -> bool:
        """Whether an article with a capital, within a sentence, begins what ends in the name: Le Marchand de Venise."""
        place, around = text.hit.first - 1, self.rules.around
        # where an article has a capital, "in" may follow a band or a surname: The Beatles in Hamburg
        articles = around.ones if text.mark_before & m.INSIDE else around.articles | around.ones
        for _ in range(NEAR):
            place -= 1
            word = text.word(place)
            if word.capitals == SMALL:
                # a small word may be half of one with a capital: Les Cerfs-volants de Kaboul
                if text.mark(place) & (m.LINK | m.INSIDE) or text.gap(place, -1) == "-":
                    continue
                return False
            if place in text.taken or word.capitals == CAPITALS:
                return False
            before = text.gap(place, -1)
            is_called = before in (" ", ", ") and self._is_titled(text, place - 1)  # his book, Tales of Palestine
            # what opens a sentence has its capital for that
            is_within = word.folded in articles and before == " " and text.word(place + 1).capitals == CAPITAL
            if is_called or is_within:
                return not text.headline and all(text.joins(at, 1) for at in range(place, text.hit.first))
            if word.folded in articles:
                return False
        return False

    def _is_titled(self, text: Surroundings, place: int) -> bool:
        """Whether the word at `place` is what has a title: a film, a book."""
        return bool(text.mark(place) & m.WORK) or text.word(place).folded in self.rules.around.titled

    def is_course(self, text: Surroundings) -> bool:
        """Whether the race that stands before goes from the place to the one right behind it: سباق باريس نيس."""
        behind = text.taken.get(text.hit.last + 1)
        if behind is None or behind.particle or text.hit.particle:
            return False
        return behind.forms[0].type == "place" and text.gap_after.isspace() and text.gap_before.isspace()

    def _is_one_of_many(self, form: Form, text: Surroundings) -> bool:
        """Whether it is a thing that has its name from there: he drank a Bordeaux. But: a Paris court, a U.S. envoy."""
        if not text.cased or not text.joins_before:
            return False
        if not text.mark_before & m.ONE:
            return bool(self.rules.around.masculines) and self._is_called_so(form, text)
        return text.own.capitals != CAPITALS and text.gap_after[:1] in _ENDS and not text.hit.forms[0].dotted

    def _is_called_so(self, form: Form, text: Surroundings) -> bool:
        """Whether a town has an article that is none of its name, and nothing goes with it: le Bordeaux millésimé."""
        place = text.hit.last + 1
        if text.before.folded not in self.rules.around.masculines:
            return False
        if self.lands.kind(form.entity) not in self.rules.around.towns:
            return False
        if text.mark(place) & m.LINK and text.joins(place, -1):
            return False  # le Paris des années folles
        return not any(name[0] in self.rules.around.masculines for name in self.lands.spelt(form.entity))

    def _is_liberated(self, text: Surroundings) -> bool:
        """Whether a movement for its liberation has it: جبهة تحرير مورو, Front de libération de la Palestine."""
        place = text.hit.first - 1
        while text.cased and text.mark(place) & m.LINK and text.joins(place, -1) and text.joins(place, 1):
            place -= 1
        if not text.mark(place) & m.LIBERATION or not text.joins(place, 1):
            return False
        for _ in range(NEAR + 1):
            if not text.joins(place, -1):
                return False
            place -= 1
            if text.mark(place) & m.MOVEMENT:
                return True
        return False

    def _is_treaty(self, form: Form, text: Surroundings) -> bool:
        """Whether a treaty has the name of the town where it was made: accords d'Oslo. Countries make treaties."""
        if not self.is_town(form.entity):
            return False
        if text.cased and text.mark_after & m.TREATY and text.joins_after:
            return not self.rules.compounds  # the Oslo Accords
        place = text.hit.first - 1
        if text.cased:
            if not text.mark(place) & m.LINK or not text.joins(place + 1, -1):
                return False
            place -= 1
        return bool(text.mark(place) & m.TREATY) and text.joins(place + 1, -1) and not text.mark(place) & m.DEFINITE

    def _goes_on_as_place(self, form: Form, text: Surroundings) -> bool:
        """Whether the name of a place goes on: أمريكا اللاتينية, Santiago de Compostela, Kenitra University."""
        last = text.hit.last
        if not text.joins_after:
            return False
        after = text.mark_after
        if not text.cased:
            # جبال اليابان الشمالية: the mountains are in the north
            if text.token(last + 1).startswith(tuple(self.rules.conjunctions)):
                return False
            if text.mark_before & m.FAIR and after & m.ADJECTIVE and text.joins_before and not text.hit.particle:
                return not self.lands.of_word(text.token(last + 1))
            return (
                bool(after & m.TAIL)
                or self._is_verb(text)
                or (bool(after & m.DIRECTION) and not self._is_of_noun(text))
            )
        if last + 1 in text.taken:
            if text.gap_after != "-":
                return False
            end = text.taken[last + 1].last + 1  # the Paris-Dakar Rally
            bits = text.mark(end) if text.joins(end, -1) else 0
            return bool(bits & m.MEETS) or (bool(bits & (m.TAIL | m.BODY)) and text.word(end).capitals != SMALL)
        if text.after.capitals != SMALL and after & (m.DIRECTION | m.TAIL | m.TEAM):
            return True
        is_called_town = self.rules.modifiers and text.after.folded in self.rules.around.towns
        if is_called_town and text.after.capitals != SMALL and not self.is_town(form.entity) and not text.headline:
            return True  # Quebec City is no province
        if self.begins_body(text, m.BODY | m.TEAM | m.TAIL):
            return True
        if after & m.TAIL and not text.headline:
            return True
        place = last + 1
        while text.mark(place) & m.LINK and text.joins(place, 1) and place - last < NEAR:
            place += 1  # Allemagne de l'Est
        if place == last + 1 or place in text.taken:
            return False
        # Santiago de Compostela, but à Washington le président
        is_given = text.own.folded in GIVEN_NAMES and place == last + 2 and not after & m.ARTICLE
        is_longer = bool(text.mark(place) & m.DIRECTION) or is_given
        return is_longer and text.word(place).capitals != SMALL

    def _is_of_noun(self, text: Surroundings) -> bool:
        """Whether an adjective like "new" is that of the noun before the name: سفيرة الدنمارك الجديدة."""
        if text.mark_before & m.LINK:
            return text.after.folded not in self.rules.around.newer
        if text.hit.particle or not text.joins_before or text.mark_before & (m.DEFINITE | m.INSIDE):
            return False
        noun = text.before.folded
        return noun.endswith(self.rules.grammar.feminine) and not noun.endswith(tuple(self.rules.around.towns))

    def _is_verb(self, text: Surroundings) -> bool:
        """Whether the name is a verb, and a man with the article its subject: حلب الفلاح بقرته, but حلب القديمة."""
        if text.own.folded not in self.rules.verbs or not text.mark_after & m.DEFINITE:
            return False
        is_quality = text.after.folded.endswith((*self.rules.grammar.feminine, *self._female))
        is_land = bool(self.lands.of_word(text.token(text.hit.last + 1)))
        return not is_quality and not is_land and text.opens_sentence and text.joins(text.hit.last + 1, 1)

    def _names_club(self, text: Surroundings, place: int) -> bool:
        """Whether a word for a club, or a game, stands before the word at `place`, which is a word of clubs' names."""
        clubs = self.rules.cues.get("organization", frozenset())
        if not text.joins(place, -1):
            return False
        return text.word(place - 1).folded in clubs or bool(text.mark(place - 1) & m.BEATS) or self.is_met(text, place)

    @staticmethod
    def _is_saint(text: Surroundings, place: int) -> bool:
        """Whether a first name at `place` has the name, behind "of", for its second: Anne de Bretagne."""
        if text.word(place).folded not in FIRST_NAMES:
            return False
        if place in text.taken or (text.word(place - 1).capitals != SMALL and text.joins(place, -1)):
            return False  # le lycée Victor Hugo de Marrakech
        return not text.mark(place - 1) & (m.OFFICE | m.THING)  # le roi Charles d'Angleterre

    def _is_team(self, text: Surroundings, place: int) -> bool:
        """Whether the word at `place`, a plural of no people, is what a club of America is called: les Griffins de."""
        if not is_of_states(self.lands.country(text.hit.forms[0].entity)) or text.word(place).capitals == SMALL:
            return False
        name, around = text.word(place).folded, self.rules.around
        if not name.endswith(self.rules.grammar.plurals) or name in around.humans or self.lands.of_word(name):
            return False
        if text.word(place - 1).folded not in around.determiners and text.joins(place, -1):
            place -= 1  # les Red Wings de Détroit
        before = text.word(place - 1).folded
        return before in around.determiners and before.endswith(_OF_MANY)

    def _has_head(self, text: Surroundings) -> bool:
        """Whether a gulf, a bank, a club or the like goes before, which is named after the place."""
        place = text.hit.first
        if text.hit.particle and text.hit.particle[-1] == self.rules.unknown.inside:
            return False  # في معهد بباريس
        is_pair = "-" in (text.gap(place, -1), text.gap_after)
        if self.has_article and not text.gap_before.strip(_QUOTES) and text.mark(place - 1) & m.HEAD:
            return not text.mark(place - 1) & m.DEFINITE  # صحيفة «بوسطن غلوب»
        if text.gap(place, -1) == "-" and place - 1 in text.taken:
            place = text.taken[place - 1].first  # le rallye Paris-Dakar
        if is_pair and self.rules.compounds and text.word(place - 1).folded in self.rules.around.determiners:
            return text.joins(place, -1)  # le Paris-Nice
        for step in range(NEAR):
            if not text.joins(place, -1):
                return False
            place -= 1
            bits, hit = text.mark(place), text.taken.get(place)
            if text.cased and self.is_participle(text, place):
                return False
            if is_pair and bits & m.MEETS:
                return True  # le match Rome-Naples
            # the Gulf is a name too, the Gulf of Mexico another
            if hit is not None and not (bits & m.HEAD and all(form.ambiguous for form in hit.forms)):
                return False
            if bits & m.HEAD:
                if self.has_article:
                    return not bits & m.DEFINITE
                return self.rules.compounds or step > 0 or text.word(place).capitals != SMALL
            if bits & m.TEAM and text.word(place).capitals != SMALL and step:
                return True  # les Rangers de New York
            if bits & m.STATE:
                continue  # جامعة ولاية أريزونا, université d'État de Louisiane
            if step == 1 and text.cased and text.word(place).capitals == CAPITAL and self._is_saint(text, place):
                return True
            if self.rules.compounds and step and not bits & m.LINK:
                return self._is_team(text, place)
            # فريق شباب الأردن
            if self.has_article and step == 0 and text.word(place).folded in self.rules.common:
                return self._names_club(text, place)
            if not bits & m.LINK or not text.cased:
                return False
        return False
