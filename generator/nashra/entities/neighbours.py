"""Whether the words beside a name make another of it: a relative, a street, another country's body, a youth cup."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nashra.entities import marks as m
from nashra.entities.forms import CAPITAL, SMALL, Form
from nashra.entities.lands import Lands
from nashra.entities.regions import lies_elsewhere
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.capital_words import GIVEN_NAMES
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Words looked at from a name to a thing or a country.
_NEAR = 4
_MALE, _FEMALE = ("ي",), ("ية", "يه")
# What may stand before a word and be attached to it: ومحمد goes on with somebody else.
_ATTACHED = frozenset("وفلبك")
# Nouns that take feminine adjectives: by their ending, and broken plurals.
_FEMININE_ENDINGS = ("ة", "ه", "ات")
_FEMININE = frozenset(("الامم", "قوات", "القوات", "الالعاب", "كاس"))
_BALL = frozenset(("كرة", "كره", "لكرة", "لكره"))

# Bits beside a name that may make another of it, by what the name is; others are let through.
BEFORE = {
    "person": m.ARTICLE | m.KIN | m.GIVEN | m.THING | m.BETWEEN | m.WOMAN | m.DEFINITE,
    "organization": m.THING | m.ARM | m.LINK | m.QUALIFIER | m.SPORT | m.NUMBER,
    "event": m.QUALIFIER | m.SPORT | m.NUMBER,
    "place": m.HEAD | m.TEAM | m.LINK | m.BETWEEN,
    "work": 0,
}
AFTER = {
    "person": m.DESCENT | m.SURNAME | m.JUNIOR | m.HALF | m.GIVEN | m.NAMED | m.KIN | m.ADJECTIVE,
    "organization": m.WING
    | m.BODY
    | m.QUALIFIER
    | m.AGE
    | m.SPORT
    | m.FOOTBALL
    | m.ADJECTIVE
    | m.LINK
    | m.FOR
    | m.INSIDE,
    "event": m.QUALIFIER | m.AGE | m.SPORT | m.FOOTBALL | m.ADJECTIVE | m.LINK | m.FOR | m.INSIDE | m.DEFINITE,
    "place": m.TAIL | m.TEAM | m.BODY | m.DIRECTION | m.ADJECTIVE | m.LINK | m.REGION | m.STATE | m.INSIDE,
    "work": 0,
}


class Neighbours:
    """The tests of one language, for the forms of one word and of several."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        self._entities, self._rules, self._lands = entities, rules, lands
        self._has_article = bool(rules.around.article)
        self._tests: dict[str, Callable[[Form, Surroundings], bool]] = {
            "person": self._is_other_person,
            "organization": self._is_other_body,
            "event": self._is_other_body,
            "place": self._is_other_place,
        }

    def make_another(self, form: Form, text: Surroundings) -> bool:
        """Whether what stands around `form` makes it another name than that of its entity."""
        test = self._tests.get(form.type)
        return test is not None and test(form, text)

    # persons

    def _is_other_person(self, form: Form, text: Surroundings) -> bool:
        first = text.hit.first
        before = text.mark(first - 1) if text.joins(first, -1) else 0
        if before & m.KIN and first - 1 not in text.taken:
            return True
        if (
            before & m.GIVEN
            and not before & m.OFFICE
            and not form.bare
            and not text.hit.particle
            and first - 1 not in text.taken
        ):
            return text.word(first - 1).capitals != SMALL or not text.cased
        if before & m.ARTICLE and not form.bare and not text.mark(first) & (m.BETWEEN | m.OFFICE):
            return True
        if before & m.WOMAN and not self._entities[form.entity].feminine:
            return True
        if text.gap_before == ". " and text.mark(first - 1) & m.WOMAN and not self._entities[form.entity].feminine:
            return True
        return self._is_thing(text) or self._goes_on(form, text)

    def _goes_on(self, form: Form, text: Surroundings) -> bool:
        """Whether the name goes on after its end: Salah Eddine, Trump Jr, محمود عباس زكي."""
        last = text.hit.last
        if text.joins_quoted(last, 1) and text.mark(last + 1) & m.NAMED:
            return True
        if not text.joins(last, 1):
            return text.gap_after == ", " and bool(text.mark(last + 1) & m.JUNIOR) and text.cased
        after = text.mark(last + 1)
        if last + 1 in text.taken:
            # Lionel Messi Sánchez
            return text.cased and all(other.bare for other in text.taken[last + 1].forms)
        if not text.cased:
            if after & (m.HALF | m.JUNIOR | m.DESCENT) or (after & m.SURNAME and not form.bare):
                return True
            if after & m.GIVEN and not after & (m.ORDINARY | m.OFFICE) and text.token(last + 1)[:1] not in _ATTACHED:
                return True
            return not form.bare and self._has_surname_after(text, self._lands.country(form.entity))
        if after & m.JUNIOR or (after & m.HALF and text.after.capitals != SMALL):
            return True
        if after & m.HALF and text.joins(last + 1, 1) and text.word(last + 2).capitals == CAPITAL:
            return last + 2 not in text.taken  # Bachar al-Assad al-Khatib
        if after & m.NAMED and not text.gap_after.strip():
            return True
        if not text.capital_after or text.headline:
            return False
        word = text.after.folded
        return not (word in self._rules.openers or word in self._rules.never or word in self._rules.titles)

    def _has_surname_after(self, text: Surroundings, own: str) -> bool:
        """Whether an adjective with the article follows that is none of his country `own`: محمد صلاح العلوي."""
        place = text.hit.last + 1
        after = text.mark(place)
        if not after & m.ADJECTIVE or after & (m.EPITHET | m.OFFICE | m.LEAD | m.THING):
            return False
        # محمد صلاح المغربي is not the Egyptian
        country = self._lands.of_word(text.token(place))
        return text.word(place).folded.endswith("ي") and (not country or own not in ("", country))

    def _is_thing(self, text: Surroundings) -> bool:
        """Whether the name is that of a street, a hospital, a prize or the like."""
        place = text.hit.first
        is_definite = False
        for _ in range(_NEAR):
            if not (text.joins(place, -1) or text.joins_quoted(place, -1)) or place - 1 in text.taken:
                return False
            place -= 1
            bits = text.mark(place)
            if bits & m.THING or (text.is_quoted and bits & m.NAMED):
                if text.is_quoted or not self._has_article or not bits & m.DEFINITE:
                    return text.is_quoted or not text.cased or self._thing_fits(text, place)
                # فتتح المستشفى الملك محمد السادس: he opened it
                return is_definite or not text.mark(text.hit.first) & (m.BETWEEN | m.OFFICE)
            if not bits & (m.BETWEEN | m.DEFINITE):
                return False
            is_definite = True
        return False

    @staticmethod
    def _thing_fits(text: Surroundings, place: int) -> bool:
        return text.word(place).folded not in ("place", "tour") or not text.gap(place, -1).endswith(", ")

    # bodies and events

    def _is_other_body(self, form: Form, text: Surroundings) -> bool:
        first = text.hit.first
        if (form.type == "organization" and self._is_armed(text)) or self._is_qualified(text):
            return True
        if self._is_foreign_after(form, text):
            return True
        if not text.cased:
            return self._is_longer(text)
        own = self._lands.country(form.entity)
        if own and form.type == "organization" and self._is_named_after(own, text):
            return True
        if own and self.is_elsewhere(form, text, m.LINK):
            return True
        if form.type == "organization" and self._begins_body(text, m.BODY):
            return True
        if first == text.hit.last and form.type == "organization":
            return False
        is_international = form.type == "organization" and not own
        if is_international and self.is_elsewhere(form, text, m.LINK):
            return True
        if (is_international or form.type == "event") and self._is_of_something(text):
            return True
        before = text.before
        if not text.gap_before.isspace() or first - 1 in text.taken or before.capitals == SMALL:
            return self._is_qualifier_before(text)
        if before.capitals == CAPITAL and (country := self._lands.of_word(text.token(first - 1))):
            return country != own
        return self._is_qualifier_before(text)

    def _is_named_after(self, own: str, text: Surroundings) -> bool:
        """Whether it is another country's, or a thing: Turkish Hezbollah, la mosquée Istiqlal."""
        before = text.hit.first - 1
        if not text.joins(before + 1, -1) or before in text.taken:
            return False
        if text.mark(before) & m.THING:
            return True
        if self._rules.compounds or text.before.capitals == SMALL or text.headline:
            return False
        return self._lands.of_word(text.token(before)) not in ("", own)

    def _is_armed(self, text: Surroundings) -> bool:
        """Whether a word before or after makes a part or another body of it: كتائب حزب الله."""
        first, last = text.hit.first, text.hit.last
        if text.joins(last, 1) and text.mark(last + 1) & m.WING and text.after.capitals != SMALL:
            return True
        place = first
        for _ in range(_NEAR):
            if not text.joins(place, -1) or place - 1 in text.taken:
                return False
            place -= 1
            bits = text.mark(place)
            if bits & m.ARM:
                return not bits & m.DEFINITE
            if not bits & m.LINK or not text.cased:
                return False
        return False

    def _is_qualified(self, text: Surroundings) -> bool:
        """Whether a sport, an age or another quality follows that the name does not have."""
        place = text.hit.last + 1
        for _ in range(_NEAR):
            if not text.joins(place - 1, 1):
                return False
            bits = text.mark(place)
            if bits & m.FOOTBALL:
                place += 1
                continue
            if self._has_article and text.word(place).folded in _BALL:
                if text.mark(place + 1) & m.FOOTBALL:
                    place += 2
                    continue
                return bool(text.mark(place + 1) & m.SPORT)
            if bits & m.QUALIFIER and place not in text.taken:
                if text.cased or not bits & m.ADJECTIVE:
                    return True
                return self._agrees(text, place)
            if bits & m.AGE:
                return any(text.word(place + step).plain.isdecimal() for step in (1, 2))
            if bits & m.INSIDE and self._has_article:
                return bool(text.mark(place + 1) & m.SPORT)
            if self._has_article and place == text.hit.last + 1 and text.mark(place - 1) & m.CONSTRUCT:
                # مونديال الشباب, but مونديال أمريكا
                return bool(bits & m.DEFINITE) and not bits & (m.ADJECTIVE | m.EPITHET) and place not in text.taken
            if bits & m.SPORT:
                return bool(bits & m.FOR) or (text.cased and place > text.hit.last + 1)
            if not bits & m.LINK or not text.cased:
                return False
            place += 1
        return False

    def _is_of_something(self, text: Surroundings) -> bool:
        """Whether the name goes on in small letters, where names do: Union africaine de radiodiffusion."""
        place = text.hit.last + 2
        word = text.word(place)
        if place in text.taken or not text.joins(text.hit.last, 1) or not text.joins(place - 1, 1):
            return False
        if not self._rules.compounds:
            # African Union of Broadcasting, African Union of the Blind
            if text.after.folded == "of" and word.folded == "the":
                word = text.word(place + 1)
            return text.after.folded == "of" and word.capitals == CAPITAL and not text.headline
        if not text.mark(place - 1) & m.LINK:
            return False
        bits = text.mark(place)
        return word.capitals == SMALL and word.plain.isalpha() and not bits & (m.EPITHET | m.LINK | m.FOOTBALL)

    def _is_qualifier_before(self, text: Surroundings) -> bool:
        """Rugby World Cup, Women's World Cup, Under-20 World Cup, National Security Council."""
        place = text.hit.first
        has_number = False
        for _ in range(_NEAR):
            if not text.joins(place, -1) or place - 1 in text.taken:
                return False
            place -= 1
            word, bits = text.word(place), text.mark(place)
            if bits & m.QUALIFIER or (bits & m.SPORT and word.capitals != SMALL) or (bits & m.AGE and has_number):
                return not self._rules.compounds
            if bits & m.FOOTBALL and text.word(place - 1).capitals == CAPITAL and text.gap(place, -1).isspace():
                # Blind Football World Cup
                return place - 1 not in text.taken and text.word(place - 1).folded not in self._rules.openers
            has_number = word.plain.isdecimal()
            if not (word.plain in ("s", "Cup", "World", "League") or has_number or bits & m.FOOTBALL):
                return False
        return False

    def _is_longer(self, text: Surroundings) -> bool:
        """Whether an adjective follows that agrees with the body and is none of a country: حركة النهضة الأدبية."""
        place = text.hit.last + 1
        if text.hit.first == text.hit.last or not text.joins(text.hit.last, 1):
            return False
        bits = text.mark(place)
        if not bits & m.ADJECTIVE or bits & (m.EPITHET | m.OFFICE | m.THING):
            return False
        return not self._lands.of_word(text.token(place)) and self._agrees(text, place)

    def _agrees(self, text: Surroundings, place: int) -> bool:
        """Whether the adjective at `place` has the gender of the noun that the name begins with."""
        head = text.word(text.hit.first).folded
        is_feminine = head.endswith(_FEMININE_ENDINGS) or any(head.endswith(noun) for noun in _FEMININE)
        return text.word(place).folded.endswith(_FEMALE if is_feminine else _MALE)

    def _is_foreign_after(self, form: Form, text: Surroundings) -> bool:
        """Whether an adjective of another country follows: الدرك الملكي الكندي, la Gendarmerie royale canadienne."""
        last = text.hit.last
        if not text.joins(last, 1) or last + 1 in text.taken:
            return False
        if text.cased and not self._rules.compounds:
            return False
        if not text.cased and not text.mark(last + 1) & m.DEFINITE:
            return False
        country = self._lands.of_word(text.token(last + 1))
        if not country:
            return False
        own = self._lands.country(form.entity)
        if country == own or (not text.cased and form.type != "place" and not self._agrees(text, last + 1)):
            return False
        return form.type != "place" or own != ""

    def is_elsewhere(self, form: Form, text: Surroundings, between: int = m.LINK | m.INSIDE) -> bool:
        """Whether the name of another country follows a body with a general name: "of Jordan", "بالجزائر".

        between: the bits of the words that may stand between.
        """
        place = text.hit.last
        for _ in range(_NEAR):
            if not text.joins(place, 1):
                return False
            place += 1
            hit = text.taken.get(place)
            if hit is not None:
                lands = {self._lands.country(found.entity) for found in hit.forms if found.type == "place"} - {""}
                return bool(lands) and self._lands.country(form.entity) not in lands
            if not text.mark(place) & between:
                return False
        return False

    # places

    def _is_other_place(self, form: Form, text: Surroundings) -> bool:
        if lies_elsewhere(text, self._lands.country(form.entity), self._lands):
            return True
        thing = text.is_quoted and self._is_thing(text)  # the hotel «Paris»
        return thing or self._is_foreign_after(form, text) or self._goes_on_as_place(text) or self._has_head(text)

    def _goes_on_as_place(self, text: Surroundings) -> bool:
        """Whether the name of a place goes on: أمريكا اللاتينية, Santiago de Compostela, Kenitra University."""
        first, last = text.hit.first, text.hit.last
        if not text.joins(last, 1):
            return False
        after = text.mark(last + 1)
        if not text.cased:
            # جبال اليابان الشمالية: the mountains are in the north
            if text.token(last + 1).startswith(tuple(self._rules.conjunctions)):
                return False
            return bool(after & m.TAIL) or (bool(after & m.DIRECTION) and not text.mark(first - 1) & m.LINK)
        if last + 1 in text.taken:
            return False
        if text.after.capitals != SMALL and after & (m.DIRECTION | m.TAIL | m.TEAM):
            return True
        if self._begins_body(text, m.BODY | m.TEAM | m.TAIL):
            return True
        if after & m.TAIL and not text.headline:
            return True
        if not after & m.LINK or not text.joins(last + 1, 1) or last + 2 in text.taken:
            return False
        is_longer = bool(text.mark(last + 2) & m.DIRECTION) or text.own.folded in GIVEN_NAMES
        return is_longer and text.word(last + 2).capitals != SMALL

    def _begins_body(self, text: Surroundings, ends: int) -> bool:
        """Whether capitals go on to a word with one of the bits `ends`: Boston Consulting Group."""
        place = text.hit.last
        if text.headline:
            return False
        for _ in range(_NEAR):
            place += 1
            if place in text.taken or not text.joins(place - 1, 1) or text.word(place).capitals == SMALL:
                return False
            if text.mark(place) & ends:
                return True
        return False

    def _has_head(self, text: Surroundings) -> bool:
        """Whether a gulf, a bank, a club or the like goes before, which is named after the place."""
        place = text.hit.first
        for step in range(_NEAR):
            if not text.joins(place, -1):
                return False
            place -= 1
            bits, hit = text.mark(place), text.taken.get(place)
            # the Gulf is a name too, the Gulf of Mexico another
            if hit is not None and not (bits & m.HEAD and all(form.ambiguous for form in hit.forms)):
                return False
            if bits & m.HEAD:
                if self._has_article:
                    return not bits & m.DEFINITE
                return self._rules.compounds or step > 0 or text.word(place).capitals != SMALL
            if bits & m.TEAM and text.word(place).capitals != SMALL and step:
                return True  # les Rangers de New York
            # فريق شباب الأردن
            if self._has_article and step == 0 and text.word(place).folded in self._rules.common:
                clubs = self._rules.cues.get("organization", frozenset())
                return text.joins(place, -1) and text.word(place - 1).folded in clubs
            if not bits & m.LINK or not text.cased:
                return False
        return False
