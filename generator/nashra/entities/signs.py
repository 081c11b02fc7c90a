"""Whether a common word of a script without capitals is shown to be a name by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nashra.entities import marks as m
from nashra.entities.forms import Form
from nashra.entities.surroundings import Hit, Surroundings, is_score
from nashra.languages.names.spec import Rules

NONE, WEAK, STRONG = range(3)

_SPACE_OR_QUOTE = re.compile(r"[\s«“\"'(]+\Z")
_OPENING = re.compile(r"\A\Z|[.!?…:؟\n«“\"]")
# Words between a club and the one it plays against: فاز الوداد أمس على الرجاء.
_NEAR = 5
# Words from a verb of going to the club that somebody goes to, or comes from.
_FAR = 9
# Words from a land to the one it plays against, with "against" between.
_NEXT = 2
_DASHES = frozenset("-–—/")
_LEAST_VERB = 4
# What may act: speak, play, be visited or attacked.
_ACTORS = ("place", "organization")


class Signs:
    """The signs of one language. WEAK: they show a name only where its country is in view."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._cues = {kind: cues | rules.cues.get("", frozenset()) for kind, cues in rules.cues.items()}
        self._inside = rules.around.inside | rules.origin
        self._particles = rules.conjunctions + rules.prepositions

    def of(self, form: Form, hit: Hit, text: Surroundings, last: Hit | None, then: Hit | None) -> int:
        """last: the mention before. then: the name behind "and" that follows."""
        rules = self._rules
        if form.key in rules.many_clubs:
            return WEAK if self._is_called_club(hit, text, last) else NONE
        sign = self._among_names(form, hit, text, last, then)
        if sign is None and "\n\n" not in text.gap_before and _SPACE_OR_QUOTE.match(text.gap_before):
            sign = self._behind_words(form, hit, text, last)
        if sign is None and (hit.first == 0 or _OPENING.search(text.gap_before)):
            sign = self._at_opening(form, hit, text)
        if sign is None:
            sign = WEAK if form.key in rules.mild and not hit.particle else NONE
        return sign

    def _among_names(self, form: Form, hit: Hit, text: Surroundings, last: Hit | None, then: Hit | None) -> int | None:
        """What a result, a club, a particle or "and" with another name shows; None where nothing of it is there."""
        rules = self._rules
        if form.type in _ACTORS and not hit.particle and _is_in_results(hit, text):
            return STRONG
        if form.type == "organization" and self._is_joined(hit, text):
            return STRONG
        if hit.particle and hit.particle[-1] in rules.local and form.type == "place":
            # بصور is "with pictures", بالعيون hardly ever "with the eyes"
            article = rules.around.article
            is_plain = form.key in rules.hard and not (article and form.key.startswith(article))
            return WEAK if is_plain else STRONG
        if then is not None and form.type in _ACTORS and not hit.particle and text.gap_after.isspace():
            # حماس وفتح, both of which are words
            sure = (each for each in then.forms if not each.ambiguous or each.type == "organization")
            if any(_goes_with(form, each) for each in sure):
                return STRONG
        if hit.particle and hit.particle in rules.conjunctions:
            follows = last is not None and last.last == hit.first - 1 and text.gap_before.isspace()
            if follows and last is not None and _goes_with(form, last.forms[0]):
                return STRONG
            return WEAK if form.key in rules.mild else NONE
        return None

    def _behind_words(self, form: Form, hit: Hit, text: Surroundings, last: Hit | None) -> int | None:
        """What the words before show; None where they show nothing."""
        rules, is_hard = self._rules, form.key in self._rules.hard
        before = set(self._bare(text.before.folded))
        found = before & self._cues.get(form.type, frozenset())
        if found:
            # words near tell of floods, and no first name stands behind "in"
            is_told = form.key in rules.strangers or form.key in rules.around.namesakes
            is_told &= not text.mark(hit.last + 1) & m.DEFINITE
            return WEAK if is_hard and not is_told and found <= rules.weak else STRONG
        if form.type not in _ACTORS:
            return None
        sign = (
            self._place_behind(before, form, hit, text)
            if form.type == "place"
            else self._body_behind(before, hit, text)
        )
        if sign is not None:
            return sign
        if before & rules.speech:
            is_object = is_hard or form.key in rules.objects
            if is_object and not self._leads(text):
                return NONE
            return WEAK if is_hard else STRONG  # فتحت العيون على الفضيحة
        if before & rules.against and self._plays(form, hit, last):
            return STRONG
        return None if is_hard or not self._acts(form, hit, text, last) else STRONG

    def _place_behind(self, before: set[str], form: Form, hit: Hit, text: Surroundings) -> int | None:
        """What the word before a place, `before` with and without particles, shows besides the cues."""
        rules, is_hard = self._rules, form.key in self._rules.hard
        if before & rules.around.squads:
            return STRONG  # its club: ناديه ليفربول
        if not is_hard and (self._is_played(before, text) or self._is_off(before, text)):
            return STRONG
        # من سيول إلى طوكيو
        is_way = text.after.folded in rules.cues.get("place", frozenset()) & rules.leads
        if before & rules.origin and (is_way or not is_hard):
            return NONE if self._is_amount(text) else STRONG
        if not hit.particle and self._is_visited(text):
            return WEAK if is_hard else STRONG
        return None

    def _body_behind(self, before: set[str], hit: Hit, text: Surroundings) -> int | None:
        """The same for a body."""
        is_inside = before & self._inside and self._is_inside(hit, text)
        is_dealt_with = before & self._rules.against and self._is_dealt_with(text)
        return STRONG if is_inside or self._has_its_own(text) or is_dealt_with else None

    def _acts(self, form: Form, hit: Hit, text: Surroundings, last: Hit | None) -> bool:
        """Whether the name does something, plays against the mention before, or has something done to it by that."""
        if self._is_subject(form, hit, text):
            return True
        return last is not None and (self._is_met(form, hit, text, last) or self._is_object(form, hit, text, last))

    def _at_opening(self, form: Form, hit: Hit, text: Surroundings) -> int | None:
        """What follows a name that a sentence or a line opens with shows; None where nothing does."""
        rules, is_hard = self._rules, form.key in self._rules.hard
        if not hit.particle and text.gap_after.isspace() and form.type in _ACTORS:
            return NONE if text.after.folded not in rules.speech else WEAK if is_hard else STRONG
        if form.type == "organization" and not hit.particle and text.gap_after.startswith(":"):
            return STRONG  # حماس: لن نفاوض
        if form.type == "place" and (text.gap_after.startswith((":", "..", "…")) or self._is_dateline(text)):
            # مالي: أزمة الوقود, but صور: حفل التخرج
            return NONE if is_hard or form.key in rules.whole or hit.particle else STRONG
        return None

    def _is_joined(self, hit: Hit, text: Surroundings) -> bool:
        """Whether a player goes to the club or comes from it: انتقل اللاعب إلى الوداد, but انتقل الحديث إلى الرجاء."""
        rules, place = self._rules, hit.first - 1
        if not (hit.particle[-1:] in rules.grammar.joining if hit.particle else text.before.folded in rules.ways):
            return False
        plays = False
        for _ in range(_FAR):
            if place < 0 or not text.gap(place, 1).isspace():
                return False
            other = text.taken.get(place)
            plays |= bool(text.mark(place) & m.PLAYER) or (other is not None and other.forms[0].type == "person")
            if not self._bare(text.word(place).folded).keys().isdisjoint(rules.joins):
                return plays
            place -= 1
        return False

    def _is_called_club(self, hit: Hit, text: Surroundings, last: Hit | None) -> bool:
        """Whether the word for a club, or a player of one, stands before the word, or a club that it plays against."""
        around = self._rules.around
        if hit.particle or "\n\n" in text.gap_before or not _SPACE_OR_QUOTE.match(text.gap_before):
            return False
        before = set(self._bare(text.before.folded))
        if before & (around.clubs | around.squads):
            return True
        if text.mark(hit.first - 1) & m.BEATS and self._beats_club(hit, text):
            return True
        return bool(before & self._rules.against) and self._plays(hit.forms[0], hit, last)

    def _beats_club(self, hit: Hit, text: Surroundings) -> bool:
        """Whether "against" and a club follow: فاز الأهلي على ضيفه الزمالك."""
        for place in range(hit.last + 1, hit.last + 1 + _NEAR):
            if not text.gap(place, -1).isspace() or place in text.taken:
                return False
            other = text.taken.get(place + 1)
            if text.word(place).folded in self._rules.against and other is not None:
                return other.forms[0].type == "organization"
        return False

    def _is_played(self, before: set[str], text: Surroundings) -> bool:
        """Whether "against", and a word of games further back, goes before: انتصر المنتخب الوطني على بنين."""
        if not before & self._rules.around.facing:
            return False
        for place in range(text.hit.first - 2, text.hit.first - 2 - _NEAR, -1):
            if not text.gap(place, 1).isspace():
                return False
            if text.mark(place) & (m.BEATS | m.MEETS):
                return True
        return False

    def _is_off(self, before: set[str], text: Surroundings) -> bool:
        """Whether a distance goes before "from": تبعد ثلاثين كيلومترا عن سبها."""
        return bool(before & self._rules.off) and text.word(text.hit.first - 2).folded in self._rules.distances

    def _has_its_own(self, text: Surroundings) -> bool:
        """Whether a game or a player of the club follows: يفتتح الوداد مبارياته, but حماس مباراة القمة."""
        place, his = text.hit.last + 1, self._rules.grammar.his
        return bool(his) and text.word(place).plain.endswith(his) and bool(text.mark(place) & (m.MEETS | m.SQUAD))

    def _is_visited(self, text: Surroundings) -> bool:
        """Whether the word is the object of a verb of going, behind its subject: زار الوزير حمص."""
        place = text.hit.first - 1
        subject = text.word(place).folded.startswith(self._rules.around.article) or place in text.taken
        if place in text.taken:
            place = text.taken[place].first
        return subject and text.joins(place, -1) and text.word(place - 1).folded in self._rules.around.visits

    @staticmethod
    def _is_dateline(text: Surroundings) -> bool:
        """Whether the word opens a paragraph and a dash follows: عمان - رويترز."""
        return text.gap_after.strip() in _DASHES and (not text.hit.first or "\n\n" in text.gap_before)

    def _is_subject(self, form: Form, hit: Hit, text: Surroundings) -> bool:
        """Whether a verb before the word has a woman, a land or a body for its subject, which no common word is.

        أفرجت حماس عن رهينة, but أثارت حماس الجماهير.
        """
        grammar = self._rules.grammar
        verb, name = text.before.folded, text.own.folded
        if name.startswith(self._rules.around.article) or verb in self._rules.grammar.copulas:
            return False  # a noun of its own: كانت الداخلة إلى القاعة ممرضة
        if not grammar.verb or len(verb) < _LEAST_VERB or not verb.endswith(grammar.verb) or hit.particle:
            return False
        place = hit.first - 1
        opens = place == 0 or _OPENING.search(text.gap(place, -1)) is not None or verb[0] in self._rules.conjunctions
        if verb.endswith(grammar.not_verb) or not opens or not text.gap_after.isspace():
            return False
        return self._leads(text) or (form.type == "place" and self._owns_next(text))

    def _owns_next(self, text: Surroundings) -> bool:
        """Whether what follows is hers: قطعت كوبا علاقاتها."""
        hers = self._rules.grammar.hers
        return bool(hers) and text.after.folded.endswith(hers)

    def _leads(self, text: Surroundings) -> bool:
        """Whether what follows is no genitive of the word."""
        after = text.after.folded
        if after in self._rules.leads:
            return True
        return after[:1] in self._rules.prepositions and after[1:].startswith(self._rules.around.article)

    def _is_dealt_with(self, text: Surroundings) -> bool:
        """Whether talks, a war or the like go before "with": المفاوضات مع حماس, but استقبله مع حماس كبير."""
        place = text.hit.first - 2
        return text.gap(place, 1).isspace() and bool(self._stems(text, place) & self._rules.dealings)

    def _is_amount(self, text: Surroundings) -> bool:
        place = text.hit.first - 2
        return text.gap(place, 1).isspace() and bool(self._bare(text.word(place).folded).keys() & self._rules.amounts)

    def _stems(self, text: Surroundings, place: int) -> set[str]:
        """The word at `place` without particles and article."""
        return {word.removeprefix(self._rules.around.article) for word in self._bare(text.word(place).folded)}

    def _is_inside(self, hit: Hit, text: Surroundings) -> bool:
        """Whether somebody of the body goes before: قيادي في حماس."""
        if not text.gap(hit.first - 1, -1).isspace():
            return False
        stems, ending = self._stems(text, hit.first - 2), self._rules.grammar.accusative
        stems |= {stem.removesuffix(ending) for stem in stems}  # اغتالت قياديا في حماس
        return not stems.isdisjoint(self._cues.get("organization", frozenset()))

    @staticmethod
    def _plays(form: Form, hit: Hit, last: Hit | None) -> bool:
        return (
            form.type == "organization"
            and last is not None
            and hit.first - last.last <= _NEAR
            and last.forms[0].type == "organization"
        )

    def _is_met(self, form: Form, hit: Hit, text: Surroundings, last: Hit) -> bool:
        """Whether a land plays against it: هزم السنغال مالي, فاز المغرب على بنين."""
        steps = hit.first - last.last
        is_next = steps == 1 or (steps == _NEXT and text.before.folded in self._rules.against)
        if not is_next or hit.particle or not form.type == last.forms[0].type == "place":
            return False
        hosts = self._bare(text.word(last.first - 1).folded).keys() & self._rules.around.hosts
        return bool(hosts or text.mark(last.first - 1) & (m.BEATS | m.MEETS))

    def _is_object(self, form: Form, hit: Hit, text: Surroundings, last: Hit) -> bool:
        """Whether a land or body does something to it: اتهمت إسرائيل حماس."""
        if hit.particle or last.last != hit.first - 1 or form.key in self._rules.objects:
            return False
        acts = {form.type, last.forms[0].type} <= {"place", "organization"}
        return acts and text.word(last.first - 1).folded in self._rules.speech and not last.particle

    def _bare(self, word: str) -> Mapping[str, None]:
        """`word`, and what is left of it without one attached particle and without two."""
        stems = {word: None}
        for _ in range(2):
            for stem in list(stems):
                if len(stem) > 2 and stem[0] in self._particles:
                    stems[stem[1:]] = None
        return stems


def _is_in_results(hit: Hit, text: Surroundings) -> bool:
    """Whether a score stands between the name and another one: مالي 0-1 تونس, but كان 3-4 رجال."""
    for place, step in ((hit.last, 1), (hit.first, -1)):
        other = text.taken.get(place + 3 * step)
        if other is not None and not other.particle and is_score(text, place, step):
            return text.gap(place, step).isspace() and text.gap(place + 2 * step, step).isspace()
    first, last = hit.first, hit.last
    if not text.word(last + 1).plain.isdecimal() or not text.gap_after.isspace():
        return False
    if last + 2 in text.taken and text.gap(last + 1, 1).strip() in _DASHES:
        return True  # مالي 3 - تونس 1
    return first - 2 in text.taken and text.word(first - 1).plain.isdecimal() and text.gap_before.strip() in _DASHES


def _goes_with(form: Form, other: Form) -> bool:
    """Whether "and" joins the two: countries and bodies act alike, إسرائيل وحماس."""
    return other.type == form.type or (form.type == "organization" and other.type == "place")


def has_seat_of_its_own(written: str, name: str, rules: Rules) -> bool:
    """فأس (axe) is not فاس (Fez): hamza is left out in haste, but within a word nobody adds one."""
    stem = written[-len(name) :]
    if stem == name:
        return False
    seats, article = rules.grammar.seats, rules.around.article
    first = 1 + (len(article) if article and name.startswith(article) else 0)
    return len(stem) == len(name) and any(
        letter in seats and other in seats.values() for letter, other in zip(stem[first:], name[first:], strict=True)
    )
