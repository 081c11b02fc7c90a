"""What the tests of the words beside a name share: whether it is that of a thing, or of another country."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.forms import CAPITALS, SMALL, Form
from nashra.entities.inflected import is_among
from nashra.entities.lands import Lands
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Words looked at from a name to a thing or a country.
NEAR = 4
# How a participle ends that may look like a noun where accents do not count: placé.
_PARTICIPLE = "é"


# Of Roman numbers as kings have them.
_NUMERALS = frozenset("IVX")


def is_of_king(number: str) -> bool:
    """Whether `number` is a Roman one as kings have it: VI."""
    return bool(number) and _NUMERALS.issuperset(number)


class Beside:
    """Tests of one language."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        self.entities, self.rules, self.lands = entities, rules, lands
        self.has_article = bool(rules.around.article)
        self._joint = frozenset(rules.conjunctions)
        # ومحمد goes on with somebody else
        self._attached = frozenset(rules.conjunctions + rules.prepositions)
        # endings of nouns of several men that no adjective of one has
        self._plurals = (rules.grammar.men, *(ending for ending in rules.grammar.plurals if len(ending) > 1))
        self._male, self._female = rules.grammar.adjectives

    def is_participle(self, text: Surroundings, place: int) -> bool:
        """Whether what looks like a noun says what somebody has done: a placé les Pyrénées-Orientales."""
        is_alike = text.word(place).plain.endswith(_PARTICIPLE) and text.word(place).capitals == SMALL
        return is_alike and text.word(place - 1).folded in self.rules.around.auxiliaries

    def is_second_thing(self, text: Surroundings) -> bool:
        """Whether two streets or the like have this name and the one before: شارعي الحبيب بورقيبة وباريس."""
        hit, before = text.hit, text.taken.get(text.hit.first - 1)
        if before is None or not hit.particle or hit.particle not in self.rules.conjunctions:
            return False
        # مدينتي آسفي والجديدة are towns
        cues = self.rules.cues.get("place", frozenset())
        is_town = is_among(text.word(before.first - 1).folded, cues, self._attached)
        return bool(text.mark(before.first - 1) & m.DUAL) and not is_town

    def is_thing(self, text: Surroundings) -> bool:
        """Whether the name is that of a street, a hospital, a prize or the like."""
        if self.is_second_thing(text):
            return True
        place = text.hit.first
        is_definite = False
        for _ in range(NEAR):
            if not (text.joins(place, -1) or text.joins_quoted(place, -1)) or place - 1 in text.taken:
                return False
            place -= 1
            bits = text.mark(place)
            if text.cased and self.is_participle(text, place):
                return False  # a porté Emmanuel Macron au pouvoir
            if bits & m.THING or (text.is_quoted and bits & m.NAMED):
                if text.is_quoted or not self.has_article or not bits & m.DEFINITE:
                    return text.is_quoted or not text.cased or self._thing_fits(text, place)
                # رئيس الجامعة فوزي لقجع
                if text.joins(place, -1) and text.mark(place - 1) & m.OFFICE and not is_definite:
                    return False
                # وصل إلى المدينة الرئيس ترامب
                if text.mark(place + 1) & m.CALLING or (place + 1 < text.hit.first and text.mark(place + 1) & m.OFFICE):
                    return False
                if not is_definite and self._is_subject(text, place):
                    return False
                # فتتح المستشفى الملك محمد السادس: he opened it
                return is_definite or not text.mark(text.hit.first) & (m.BETWEEN | m.OFFICE)
            if not bits & (m.BETWEEN | m.DEFINITE):
                return False
            is_definite = True
        return False

    def _is_subject(self, text: Surroundings, place: int) -> bool:
        """Whether the thing at `place` does something to the man behind it: كرم النادي محمد صلاح."""
        article, rules = self.rules.around.article, self.rules
        thing, verb = text.word(place).folded, text.word(place - 1).folded
        if not thing.startswith(article) or thing.removeprefix(article) in rules.around.crafts:
            return False
        is_verb = text.mark(place - 1) & (m.ACTS | m.ORDINARY) or verb.endswith(rules.grammar.verb)
        is_preposition = verb in rules.leads or verb in rules.cues.get("place", frozenset())
        return bool(is_verb) and text.joins(place, -1) and not is_preposition

    def _thing_fits(self, text: Surroundings, place: int) -> bool:
        return text.word(place).folded not in self.rules.around.turns or not text.gap(place, -1).endswith(", ")

    def is_work(self, text: Surroundings) -> bool:
        """Whether a film, a ship or the like stands right before, whose name it is: the film Casablanca."""
        first, last = text.hit.first, text.hit.last
        if text.hit.particle:
            return False  # رفض ذكر اسمه لرويترز
        if text.mark_before & m.WORK and (text.joins_before or text.joins_quoted(first, -1)):
            return True
        # le restaurant Le Bosphore
        is_article = text.cased and text.mark_before & m.ARTICLE and text.before.capitals != SMALL
        if is_article and text.mark(first - 2) & m.WORK and text.joins(first - 1, -1) and text.joins_before:
            return True
        # a horse called Damascus
        if text.mark_before & m.NAMING and text.joins_before:
            return text.word(first - 3).folded in self.rules.around.indefinite
        if not text.cased or text.own.capitals == CAPITALS:
            return False
        articles = self.rules.around.indefinite | self.rules.around.articles
        # his boat, the Casablanca, sank
        if text.before.folded in articles and text.gap(first - 1, -1) == ", " and text.joins_before:
            return bool(text.mark(first - 2) & m.WORK)
        # a play, Tehran, opened
        if text.gap_before == ", " and text.gap_after[:1] == "," and text.mark_before & m.WORK:
            return True
        if text.mark_before & (m.INSIDE | m.LINK) or text.before.folded in self.rules.around.nearby:
            return False  # en France, la série; au large des îles Canaries, un voilier
        if text.gap_before == ", ":
            return False  # near Dallas, Texas, the film
        # Interpol, the band
        place = last + 2
        if text.word(place).plain.isdecimal():
            place += 1  # Casablanca, the 1942 film
        return text.gap_after == ", " and text.after.folded in articles and bool(text.mark(place) & m.WORK)

    def begins_body(self, text: Surroundings, ends: int) -> bool:
        """Whether capitals go on to a word with one of the bits `ends`: Boston Consulting Group."""
        place = text.hit.last
        for step in range(NEAR):
            # asked for late, since it costs most
            if step == 1 and text.headline:
                return False
            place += 1
            if place in text.taken or not text.joins(place - 1, 1) or text.word(place).capitals == SMALL:
                return False
            if text.mark(place) & ends:
                return True
        return False

    def is_foreign_after(self, form: Form, text: Surroundings) -> bool:
        """Whether an adjective of another country follows: الدرك الملكي الكندي, la Gendarmerie royale canadienne."""
        last = text.hit.last
        if not text.joins_after or last + 1 in text.taken:
            return False
        if text.cased and not self.rules.compounds:
            return False
        if not text.cased and (not text.mark_after & m.DEFINITE or self._are_people(text, last + 1)):
            return False
        country = self.lands.of_word(text.token(last + 1))
        if not country:
            return False
        own = self.lands.country(form.entity)
        if country == own or (not text.cased and form.type != "place" and not self.agrees(text, last + 1)):
            return False
        return form.type != "place" or own != ""

    def _are_people(self, text: Surroundings, place: int) -> bool:
        """Whether the adjective at `place` is a noun of several men: طالبت فرنسا الإسرائيليين."""
        return text.word(place).folded.endswith(self._plurals) or text.token(place)[:1] in self._joint

    def agrees(self, text: Surroundings, place: int) -> bool:
        """Whether the adjective at `place` has the gender of the noun that the name begins with."""
        head = text.own.folded
        grammar = self.rules.grammar
        is_feminine = head.endswith((*grammar.feminine, *grammar.feminine_nouns))
        return text.word(place).folded.endswith(self._female if is_feminine else self._male)

    def is_elsewhere(self, form: Form, text: Surroundings, between: int = m.LINK | m.INSIDE) -> bool:
        """Whether the name of another country follows a body with a general name: "of Jordan", "بالجزائر".

        between: the bits of the words that may stand between.
        """
        place = text.hit.last
        for _ in range(NEAR):
            if not text.joins(place, 1):
                return False
            place += 1
            hit = text.taken.get(place)
            if hit is not None:
                lands = {self.lands.country(found.entity) for found in hit.forms if found.type == "place"} - {""}
                return bool(lands) and self.lands.country(form.entity) not in lands
            if not text.mark(place) & between:
                return False
        return False
