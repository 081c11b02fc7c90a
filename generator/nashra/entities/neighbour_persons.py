"""Whether the words beside a person's name make another of it: a relative, a street, a longer name."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.beside import Beside, is_of_king
from nashra.entities.forms import CAPITAL, SMALL, Form
from nashra.entities.lands import Lands
from nashra.entities.surroundings import Surroundings
from nashra.languages.names.spec import Rules
from nashra.model import Entity

# Words looked at from a name to the noun before it and its article: la station d'épuration.
_NOUN_NEAR = 3


class Persons(Beside):
    """The tests of one language."""

    def __init__(self, entities: Mapping[str, Entity], rules: Rules, lands: Lands) -> None:
        super().__init__(entities, rules, lands)
        # what stands behind "was born"
        self._dates = rules.leads | rules.around.years

    def make_another(self, form: Form, text: Surroundings) -> bool:
        first = text.hit.first
        before = text.mark_before if text.joins_before else 0
        if before & m.KIN and first - 1 not in text.taken:
            # قالت ابنة باراك أوباما, but فاطمة ابنة محمد صلاح and ابنه محمد صلاح
            is_of_him = not form.bare and text.before.folded in self.rules.around.women
            if not self._is_born(form, text) and (not is_of_him or text.mark(first - 2) & m.GIVEN):
                return True
        if (
            before & m.GIVEN
            and not before & m.OFFICE
            and not self._is_word(text)
            and not form.bare
            and not text.hit.particle
            and first - 1 not in text.taken
        ):
            return text.before.capitals != SMALL or not text.cased
        if before & m.HALF and not form.bare and not text.hit.particle and self._is_second_half(text):
            return True
        if not text.cased and not form.bare and self._has_stranger_before(text):
            return True
        if before & m.ARTICLE and not form.bare and not text.mark(first) & (m.BETWEEN | m.OFFICE):
            return True
        if text.is_quoted and text.joins_quoted(first, -1) and text.mark_before & m.ARTICLE:
            return True  # the "Vladimir Putin" is a sloop
        # زوجة الملك عبد الله الثاني names him, السيدة ترامب does not
        is_of_him = self.has_article and not before & m.DEFINITE and not form.bare
        if before & m.WOMAN and not is_of_him and not self.entities[form.entity].feminine:
            return True
        if text.gap_before == ". " and text.mark_before & m.WOMAN and not self.entities[form.entity].feminine:
            return True
        return (
            self.is_thing(text)
            or self._follows_thing(text)
            or self._goes_on(form, text)
            or self._reigns_elsewhere(form, text)
        )

    def _is_word(self, text: Surroundings) -> bool:
        """Whether what may be a first name is a word that is folded alike: وعلى محمود عباس, لصالح محمود عباس."""
        place, nisba = text.hit.first - 1, self.rules.grammar.nisba
        if text.token(place).lstrip("".join(self._attached)) in self.rules.around.facing:
            return True
        return bool(text.mark(place) & m.ORDINARY) and not (nisba and text.token(place).endswith(nisba))

    def _is_born(self, form: Form, text: Surroundings) -> bool:
        """Whether "son" is the verb that is written alike, or the son is his: ولد محمد صلاح في, قال ابن محمود عباس."""
        place = text.hit.first - 1
        if form.bare or text.cased or not text.mark(place) & m.DESCENT:
            return False
        if text.word(place).folded in self.rules.grammar.before_names:
            return False
        if text.joins(text.hit.last, 1) and text.after.folded not in self._dates:
            return False  # ولد نيلسون مانديلا سيلفا
        before = text.mark(place - 1)
        return not text.joins(place, -1) or bool(before & (m.ORDINARY | m.INSIDE) and not before & m.GIVEN)

    def _is_second_half(self, text: Surroundings) -> bool:
        """Whether the two words before are a first name: نور الدين محمود عباس, but رحم الله ياسر عرفات."""
        place = text.hit.first - 2
        is_first = text.word(place).folded in self.rules.unknown.compounds or text.mark(place) & m.GIVEN
        return bool(is_first) and text.joins(place, 1) and text.hit.first - 1 not in text.taken

    def _has_stranger_before(self, text: Surroundings) -> bool:
        """Whether a word that is nothing we know stands between a verb of speech and the name: قال غيث عزيز أخنوش."""
        place = text.hit.first - 1
        if text.hit.particle or place in text.taken or not (text.joins(place, 1) and text.joins(place, -1)):
            return False
        bits, word, rules = text.mark(place), text.word(place).folded, self.rules
        known = (
            m.ORDINARY | m.OFFICE | m.DEFINITE | m.LEAD | m.INSIDE | m.PLAYER | m.FACING | m.WOMAN | m.SQUAD | m.DESCENT
        )
        if (
            bits & known
            or word in rules.leads
            or word.endswith(tuple(rules.grammar.adverbs))
            or word[:1] in self._attached
        ):
            return False
        return bool(text.mark(place - 1) & m.ACTS or text.word(place - 1).folded in rules.speech) and word.isalpha()

    def _follows_thing(self, text: Surroundings) -> bool:
        """Whether a noun that is no person's, with its article, goes right before: le carrefour Mohammed VI."""
        around, place = self.rules.around, text.hit.first
        has_link = False
        for _ in range(_NOUN_NEAR):
            place -= 1
            word = text.word(place)
            if not around.determiners or word.capitals != SMALL or place in text.taken or not text.joins(place, 1):
                return False
            if not word.plain.isalpha() or text.mark(place) & m.LINK or self._is_human(text, place):
                return False
            before = text.word(place - 1).folded if text.joins(place, -1) else ""
            if before in around.determiners:
                # le chef de la diplomatie X, le patron du syndicat X
                head = place - 3 if text.mark(place - 2) & m.LINK else place - 2
                return not self._is_human(text, head) and text.word(place - 2).folded not in around.clauses
            if text.mark(place - 1) & m.LINK and not has_link:
                has_link, place = True, place - 1  # la station d'épuration
                continue
            is_quality = word.folded.endswith(around.parts) and word.folded not in around.verbs
            if not is_quality and not text.mark(place) & m.BETWEEN:
                return False
        return False

    def _is_human(self, text: Surroundings, place: int) -> bool:
        word, around = text.word(place).folded, self.rules.around
        return bool(text.mark(place) & m.OFFICE) or word in around.humans or word.endswith(around.human_endings)

    def _reigns_elsewhere(self, form: Form, text: Surroundings) -> bool:
        """Whether the king of that name and number is one of another land: Charles III of Spain."""
        number = text.word(text.hit.last).plain
        if not is_of_king(number) or text.hit.first == text.hit.last:
            return False
        last = text.hit.last
        if self.is_elsewhere(form, text, m.LINK):
            return True
        # Charles III de Bourbon
        is_house = bool(text.mark_after & m.LINK) and text.joins_after and text.joins(last + 1, 1)
        return is_house and last + 2 not in text.taken and text.word(last + 2).capitals == CAPITAL

    def _goes_on(self, form: Form, text: Surroundings) -> bool:
        """Whether the name goes on after its end: Salah Eddine, Trump Jr, محمود عباس زكي."""
        last = text.hit.last
        if text.joins_quoted(last, 1) and text.mark_after & m.NAMED:
            return True
        if not text.joins_after:
            return text.gap_after == ", " and bool(text.mark_after & m.JUNIOR) and text.cased
        after = text.mark_after
        if last + 1 in text.taken:
            # Lionel Messi Sánchez
            return text.cased and all(other.bare for other in text.taken[last + 1].forms)
        if not text.cased:
            # زيدان ابنه لوكا: his son is no ابنة
            is_his = text.after.plain in self.rules.around.family
            is_born = text.joins(last + 1, 1) and text.word(last + 2).folded in self._dates  # عباس ولد في صفد
            goes_on = after & (m.HALF | m.JUNIOR) or (after & m.DESCENT and not is_his and not is_born)
            if goes_on or (after & m.SURNAME and not form.bare):
                return True
            if (
                after & m.GIVEN
                and not after & (m.ORDINARY | m.OFFICE | m.SQUAD)
                and text.token(last + 1)[:1] not in self._attached
            ):
                return True
            return not form.bare and self._has_surname_after(text, self.lands.country(form.entity))
        if after & m.JUNIOR or (after & m.HALF and text.after.capitals != SMALL):
            return True
        # Mohammed bin Salman bin Nasser
        if after & m.KIN and text.joins(last + 1, 1) and text.word(last + 2).capitals == CAPITAL:
            return True
        if after & m.HALF and text.joins(last + 1, 1) and text.word(last + 2).capitals == CAPITAL:
            return last + 2 not in text.taken  # Bachar al-Assad al-Khatib
        if after & m.NAMED and not text.gap_after.strip():
            return True
        if not text.capital_after or text.headline:
            return False
        word = text.after.folded
        return not (word in self.rules.openers or word in self.rules.never or word in self.rules.titles)

    def _has_surname_after(self, text: Surroundings, own: str) -> bool:
        """Whether an adjective with the article follows that is none of his country `own`: محمد صلاح العلوي."""
        place = text.hit.last + 1
        after = text.mark(place)
        # قدم بوتين التعازي and أن خامنئي التقى have a noun and a verb that only end alike
        if not after & m.ADJECTIVE or after & (m.EPITHET | m.OFFICE | m.LEAD | m.THING | m.ORDINARY):
            return False
        # محمد صلاح المغربي is not the Egyptian
        country = self.lands.of_word(text.token(place))
        return text.word(place).folded.endswith(self._male) and (not country or own not in ("", country))
