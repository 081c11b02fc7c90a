"""Whether the words beside the name of a body or an event make another of it: another country's, a youth cup."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.beside import NEAR, Beside, is_of_king
from nashra.entities.forms import CAPITAL, CAPITALS, SMALL, Form
from nashra.entities.lands import Lands
from nashra.entities.surroundings import Surroundings
from nashra.entities.verbs_before import goes_with_verb
from nashra.languages.names.capital_words import FIRST_NAMES
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Letters of the article of a name: Al-Hilal.
_ARTICLE = 2
# Words of a sentence looked at on each side of a name, and what ends it.
_SENTENCE = 30
# Characters of the number of a model: 737, A320; a year has more. What follows a share, and no model.
_MODEL = 4
_SHARES = ("%", "٪")
_ENDS = frozenset(".!?…؟\n")


class Bodies(Beside):
    """The tests of one language."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        super().__init__(entities, rules, lands)
        self._football: dict[str, bool] = {}

    def make_another(self, form: Form, text: Surroundings) -> bool:
        first = text.hit.first
        if (form.type == "organization" and self._is_armed(text)) or self._is_qualified(form, text):
            return True
        if form.type == "organization" and (self._is_surname(text) or self._is_model(form, text)):
            return True
        if self.is_of_football(form.entity) and self.is_of_other_game(form, text):
            return True
        if self.is_foreign_after(form, text) or self.is_work(text) or self._only_opens(text):
            return True
        if not text.cased:
            is_for = form.type == "event" and self._is_for(text)
            return is_for or self._is_longer(text) or self._ends_longer(form, text)
        if self._goes_on(form, text) or (form.type == "organization" and self._is_part_in(form, text)):
            return True
        own = self.lands.country(form.entity)
        if not own and form.type == "organization" and text.mark_before & m.THING and text.joins_before:
            return True  # la tour Ligue arabe
        if own and form.type == "organization" and self._is_named_after(own, text):
            return True
        if own and self.is_elsewhere(form, text, m.LINK) and not self._is_maker(form):
            return True
        if form.type == "organization" and (self._is_of_another_town(form, text) or self._is_of_area(text)):
            return True
        if form.type == "organization" and self.begins_body(text, m.BODY):
            return True
        if first == text.hit.last and form.type == "organization":
            return False
        is_international = form.type == "organization" and not own
        if is_international and self.is_elsewhere(form, text, m.LINK):
            return True
        is_wide = is_international or form.type == "event" or self.entities[form.entity].generic
        # an academy of the king's of something else
        is_wide |= form.type == "organization" and is_of_king(text.word(text.hit.last).plain)
        if is_wide and self._is_of_something(text):
            return True
        before = text.before
        if not text.gap_before.isspace() or first - 1 in text.taken or before.capitals == SMALL:
            return self._is_qualifier_before(text)
        if before.capitals == CAPITAL and (country := self.lands.of_word(text.token(first - 1))):
            return country != own
        return self._is_qualifier_before(text)

    def is_of_football(self, id: str) -> bool:
        """Whether `id` is a football cup or the side of a land, by its own words or by the body that holds it."""
        known = self._football.get(id)
        if known is None:
            entity = self.entities[id]
            is_side = entity.type == "organization" and self.lands.describes(id, self.rules.around.sides)
            known = self._football[id] = (is_side or entity.type == "event") and self._tells_of_football(id)
        return known

    def _tells_of_football(self, id: str) -> bool:
        words, parent = self.rules.around.football, self.entities[id].parent
        if self.lands.is_called(id, words) or self.lands.describes(id, words):
            return True
        return parent in self.entities and parent is not None and self._tells_of_football(parent)

    @staticmethod
    def _is_young(text: Surroundings, place: int) -> bool:
        if text.mark(place) & m.YOUTH:
            return True
        return any(text.word(place + step).plain.isdecimal() for step in (1, 2))  # moins de 20 ans

    def is_of_other_game(self, form: Form, text: Surroundings) -> bool:
        """Whether the sentence tells of another sport than football, or of women or the young."""
        found = False
        is_of_women = self.lands.is_called(form.entity, self.rules.around.youths)
        for place, step in ((text.hit.first, -1), (text.hit.last, 1)):
            for _ in range(_SENTENCE):
                gap = text.gap(place, step)
                if not gap or not _ENDS.isdisjoint(gap):
                    break
                place += step
                bits = text.mark(place)
                if bits & m.FOOTBALL:
                    return False
                is_ball = bits & m.SPORT and text.word(place - 1).folded in self.rules.around.ball
                is_young = bits & (m.YOUTH | m.AGE) and not is_of_women and self._is_young(text, place)
                found |= bool(bits & m.GAME or is_ball or is_young)
        return found

    def _is_surname(self, text: Surroundings) -> bool:
        """Whether a first name goes before a body of one word: Nikola Tesla, Louis Renault."""
        first, before = text.hit.first, text.before
        if first != text.hit.last or not text.joins_before or first - 1 in text.taken or text.hit.particle:
            return False
        bits = text.mark_before
        if not text.cased:
            return bool(bits & m.WESTERN) and not bits & m.ORDINARY
        if text.own.capitals == CAPITALS or before.capitals == SMALL:
            return False
        if bits & m.OFFICE:
            return False
        if bits & m.GIVEN or before.folded in FIRST_NAMES:
            return True
        # Hamilcar Barca, but Lebanese Hezbollah, Formula One Renault
        is_known = before.folded in self.rules.openers | self.rules.never | self.rules.titles
        is_stranger = text.capital_before and not is_known and not self.lands.of_word(text.token(first - 1))
        return is_stranger and not text.second_in_sentence and not text.headline

    def _is_made_by(self, form: Form, text: Surroundings) -> bool:
        """Whether a product of a maker follows its name: la Renault Clio, but le patron de Renault Luca de Meo."""
        word, place = text.after.folded, text.hit.first - 1
        if word in FIRST_NAMES or text.mark_after & m.GIVEN or word in self.rules.openers | self.rules.never:
            return False
        while text.mark(place) & m.LINK and text.joins(place, -1):
            place -= 1
        if text.mark(place) & m.OFFICE or text.word(place).folded in self.rules.around.humans:
            return False
        return self._is_maker(form)

    def _is_model(self, form: Form, text: Surroundings) -> bool:
        """Whether the number of a model follows a maker: a Boeing 737, but: باعت بوينغ 60 طائرة."""
        figure, around = text.after.plain, self.rules.around
        if not any(map(str.isdecimal, figure)) or len(figure) > _MODEL or not text.gap_after.isspace():
            return False
        if not text.cased:
            return text.before.folded in around.models and self._is_maker(form)
        is_led = text.before.folded in around.articles | around.ones
        is_number = not figure.isdecimal() or len(figure) == _MODEL - 1 or (is_led and len(figure) < _MODEL)
        is_share = text.gap(text.hit.last + 1, 1).lstrip()[:1] in _SHARES
        return is_number and not is_share and self._is_maker(form)

    def _is_maker(self, form: Form) -> bool:
        """Whether it makes goods, in plants of several lands: l'usine Renault de Tanger."""
        return self.lands.describes(form.entity, self.rules.around.makers)

    def _goes_on(self, form: Form, text: Surroundings) -> bool:
        """Whether the name goes on: Real Madrid Castilla, Organisation mondiale de la santé animale."""
        last = text.hit.last
        if not text.joins_after or last + 1 in text.taken:
            return False
        word = text.after
        if text.hit.first < last and word.capitals == SMALL and text.word(last).capitals == SMALL:
            around = self.rules.around
            is_part = bool(around.parts) and word.folded.endswith(around.parts) and word.folded not in around.verbs
            return is_part and not text.mark_after & m.EPITHET
        if self.rules.compounds and text.hit.first == last and text.own.capitals != CAPITALS:
            if not text.capital_after or text.mark_after & m.OFFICE or text.headline:
                return False
            return text.opens_sentence or self._is_made_by(form, text)
        if not self.rules.modifiers or text.own.capitals == CAPITALS or not text.capital_after or text.headline:
            return False
        place = last + 1
        while text.word(place).capitals == CAPITAL and place - last <= NEAR and text.joins(place - 1, 1):
            word = text.word(place)
            if text.mark(place) & (m.OFFICE | m.FOOTBALL) or place in text.taken or word.folded in self.rules.titles:
                return False
            if word.folded in self.rules.openers or word.folded in self.rules.never or self.lands.of_word(word.plain):
                return False
            place += 1
        return True

    def _is_of_another_town(self, form: Form, text: Surroundings) -> bool:
        """Whether a club of one word is said to be of another town than its own: Wydad de Fès, Al-Hilal of Omdurman."""
        first, last = text.hit.first, text.hit.last
        parent = self.entities.get(self.entities[form.entity].parent or "")
        if parent is None or parent.type != "place" or text.own.capitals == CAPITALS:
            return False
        if self._is_maker(form):
            return False
        is_short = all(len(text.word(place).plain) <= _ARTICLE for place in range(first, last))
        if not is_short or not text.mark_after & m.LINK or not text.joins_after or not text.joins(last + 1, 1):
            return False
        behind = text.taken.get(last + 2)
        if behind is None:
            return text.word(last + 2).capitals == CAPITAL
        return behind.forms[0].type == "place" and all(
            other.entity != parent.id and parent.id != self.lands.country(other.entity) for other in behind.forms
        )

    def _is_of_area(self, text: Surroundings) -> bool:
        """Whether a part of a town has the name: the Zamalek district."""
        first = text.hit.first
        if text.mark_after & m.AREA and text.joins_after:
            return not self.rules.compounds
        place = first - 1
        while text.mark(place) & m.LINK and text.joins(place, -1) and first - place < NEAR:
            place -= 1
        return bool(text.mark(place) & m.AREA) and text.joins_before and self.rules.compounds

    def _is_for(self, text: Surroundings) -> bool:
        """Whether "for the" follows a cup: كأس العالم للمشردين, but كأس العالم للمرة الأولى."""
        place = text.hit.last + 1
        bits = text.mark(place)
        if not bits & m.FOR or not bits & m.DEFINITE or bits & (m.TIME | m.FOOTBALL):
            return False
        return text.joins(place - 1, 1) and place not in text.taken and not self.lands.of_word(text.token(place))

    def _only_opens(self, text: Surroundings) -> bool:
        """Whether the words of the name begin a sentence as common words do: Le monde change."""
        follows = self.rules.openings.get(text.word(text.hit.last).folded)
        return follows is not None and text.opens_sentence and text.after.folded not in follows

    def _is_part_in(self, form: Form, text: Surroundings) -> bool:
        """Whether the name of a place follows at once: Al Jazeera Balkans, Wydad Témara, Hezbollah al-Nujaba."""
        last = text.hit.last
        behind = text.taken.get(last + 1)
        if behind is None and not text.mark_after & m.HALF:
            return False
        if text.own.capitals == CAPITALS or not text.joins_after or text.headline:
            return False
        if behind is None:
            return text.joins(last + 1, 1) and last + 2 not in text.taken and text.word(last + 2).capitals == CAPITAL
        own = self.entities[form.entity].parent
        return behind.forms[0].type == "place" and all(other.entity != own for other in behind.forms)

    def _is_named_after(self, own: str, text: Surroundings) -> bool:
        """Whether it is another country's, or a thing: Turkish Hezbollah, la mosquée Istiqlal."""
        before = text.hit.first - 1
        if not text.joins(before + 1, -1) or before in text.taken:
            return False
        if text.mark(before) & m.THING:
            return True
        if self.rules.compounds or text.before.capitals == SMALL or text.headline:
            return False
        return self.lands.of_word(text.token(before)) not in ("", own)

    def _is_armed(self, text: Surroundings) -> bool:
        """Whether a word before or after makes a part or another body of it: كتائب حزب الله."""
        first = text.hit.first
        if text.joins_after and text.mark_after & m.WING and text.after.capitals != SMALL:
            return True
        place = first
        for _ in range(NEAR):
            if not text.joins(place, -1) or place - 1 in text.taken:
                return False
            place -= 1
            bits = text.mark(place)
            if bits & m.ARM:
                return not bits & m.DEFINITE
            if not bits & m.LINK or not text.cased:
                return False
        return False

    def _is_qualified(self, form: Form, text: Surroundings) -> bool:
        """Whether a sport, an age or another quality follows that the name does not have."""
        place = text.hit.last + 1
        for _ in range(NEAR):
            if not text.joins(place - 1, 1):
                return False
            bits = text.mark(place)
            if bits & m.FOOTBALL:
                place += 1
                continue
            if self.has_article and text.word(place).folded in self.rules.around.ball:
                if text.mark(place + 1) & m.FOOTBALL:
                    place += 2
                    continue
                return bool(text.mark(place + 1) & m.SPORT)
            # قائمة اليونسكو للتراث: the list is for that
            if bits & m.FIELD and (form.type == "event" or text.hit.first < text.hit.last):
                return True
            if bits & m.QUALIFIER and place not in text.taken:
                if text.cased or not bits & m.ADJECTIVE:
                    return not self._is_of_office(text, place)
                return self.agrees(text, place)
            if bits & m.AGE:
                return any(text.word(place + step).plain.isdecimal() for step in (1, 2))
            if bits & m.INSIDE and (self.has_article or form.type == "event"):
                return bool(text.mark(place + 1) & m.SPORT)  # en salle
            if self.has_article and place == text.hit.last + 1 and text.mark(place - 1) & m.CONSTRUCT:
                # مونديال الشباب, but مونديال أمريكا
                return bool(bits & m.DEFINITE) and not bits & (m.ADJECTIVE | m.EPITHET) and place not in text.taken
            if bits & m.SPORT:
                is_section = form.type == "organization" or place > text.hit.last + 1
                return bool(bits & m.FOR) or (text.cased and is_section)
            if not bits & m.LINK or not text.cased:
                return False
            place += 1
        return False

    @staticmethod
    def _is_of_office(text: Surroundings, place: int) -> bool:
        """Whether the quality at `place` is that of who has an office in the body: African Union Special Envoy."""
        return bool(text.mark(place + 1) & m.OFFICE) and text.joins(place, 1) and text.word(place).capitals == CAPITAL

    def _is_of_something(self, text: Surroundings) -> bool:
        """Whether the name goes on in small letters, where names do: Union africaine de radiodiffusion."""
        place = text.hit.last + 2
        word = text.word(place)
        if place in text.taken or not text.joins_after or not text.joins(place - 1, 1):
            return False
        if not self.rules.compounds:
            # African Union of Broadcasting, African Union of the Blind
            if text.after.folded in self.rules.around.of and text.mark(place) & m.ARTICLE:
                word = text.word(place + 1)
            is_name = word.capitals == CAPITAL and word.folded not in self.rules.openers | self.rules.never
            return text.after.folded in self.rules.around.of and is_name and not text.headline
        if not text.mark(place - 1) & m.LINK or text.after.folded in self.rules.around.articles:
            return False  # le Parlement européen l'an prochain
        while text.mark(place) & m.LINK and text.joins(place, 1) and place - text.hit.last < NEAR:
            place += 1
        word, bits = text.word(place), text.mark(place)
        if word.capitals != SMALL or not word.plain.isalpha() or bits & (m.EPITHET | m.LINK | m.FOOTBALL):
            return False
        return not goes_with_verb(text, place, self.rules)

    def _is_qualifier_before(self, text: Surroundings) -> bool:
        """Rugby World Cup, Women's World Cup, Under-20 World Cup, National Security Council."""
        place = text.hit.first
        has_number = False
        for _ in range(NEAR):
            if not text.joins(place, -1) or place - 1 in text.taken:
                return False
            place -= 1
            word, bits = text.word(place), text.mark(place)
            if bits & m.QUALIFIER or (bits & m.SPORT and word.capitals != SMALL) or (bits & m.AGE and has_number):
                return not self.rules.compounds
            if bits & m.FOOTBALL and text.word(place - 1).capitals == CAPITAL and text.gap(place, -1).isspace():
                # Blind Football World Cup
                return place - 1 not in text.taken and text.word(place - 1).folded not in self.rules.openers
            has_number = word.plain.isdecimal()
            if not (word.folded in self.rules.around.cups or has_number or bits & m.FOOTBALL):
                return False
        return False

    def _ends_longer(self, form: Form, text: Surroundings) -> bool:
        """Whether the name is the adjective of a noun that goes before: البنك الأهلي المصري, المستشفى الأهلي المصري."""
        first = text.hit.first
        if form.type != "organization" or text.hit.particle or not text.joins(first, -1) or first - 1 in text.taken:
            return False
        bits = text.mark(first - 1)
        return bool(bits & m.DEFINITE and bits & m.THING and text.mark(first) & m.ADJECTIVE)

    def _is_longer(self, text: Surroundings) -> bool:
        """Whether an adjective follows that agrees with the body and is none of a country: حركة النهضة الأدبية."""
        place = text.hit.last + 1
        if text.hit.first == text.hit.last or not text.joins_after:
            return False
        bits = text.mark(place)
        if not bits & m.ADJECTIVE or bits & (m.EPITHET | m.OFFICE | m.THING | m.ORDINARY):
            return False
        return not self.lands.of_word(text.token(place)) and self.agrees(text, place)
