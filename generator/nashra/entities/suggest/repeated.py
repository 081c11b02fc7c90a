"""Names that texts repeat in a script without capitals: what a cue has shown once, and words that behave like names
wherever they stand.

A name has no article that comes and goes, no adjective and no genitive behind it, and it
stands again and again behind the same cues: towns behind "in" and "to", men behind first names, clubs behind "club". So
all texts are read first, and a word is proposed for what it does in all of them together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nashra.entities.normalize import folder
from nashra.entities.rules import rules_of
from nashra.entities.suggest.common import CommonWords, says_of_her
from nashra.entities.suggest.cued import Words
from nashra.entities.suggest.found import Found, overlaps
from nashra.entities.suggest.months import months
from nashra.languages.names.known import names_of
from nashra.model import EntityType

# Of so many occurrences at least, and so many of them behind a cue. A cue that says much counts for more.
_LEAST, _LEAST_SIGNS = 2, 2
_STRONG = 2
# Of a name's occurrences so many may have what no name has.
_STRANGE = 0.34
_LEAST_LETTERS, _LEAST_VERB = 3, 4
_MOST_NAMES = 3

REASON = "repeated behind cues"

Known = Sequence[tuple[int, int]]


@dataclass(slots=True)
class _Seen:
    """What one word, or several, did in all texts: occurrences, evidence a type, and what speaks against a name."""

    times: int = 0
    signs: Counter[EntityType] = field(default_factory=Counter)
    strange: int = 0
    strong: int = 0
    cued: int = 0
    clean: int = 0
    before: set[str] = field(default_factory=set)
    places: list[tuple[int, int, int]] = field(default_factory=list)


def repeated(paragraphs: Iterable[tuple[str, Known, Known]], lang: str) -> list[list[Found]]:
    """For each paragraph the names in it that these texts, in the language `lang`, repeat.

    A paragraph comes with the spans of names that are known, and of those that were found already.
    """
    fold, uses = folder(lang), _Uses(lang)
    texts = [(Words(text, fold), list(known), list(found)) for text, known, found in paragraphs]
    seen: dict[tuple[str, ...], _Seen] = defaultdict(_Seen)
    definite: Counter[str] = Counter()
    whole = frozenset(word for words, _, _ in texts for word in words.folded)
    common = CommonWords(lang, whole)
    for number, (words, known, _) in enumerate(texts):
        for word in words.folded:
            if word.startswith(uses.article):
                definite[word.removeprefix(uses.article)] += 1
        for first, last, skip, signs, strange in uses.of(words, whole):
            start, end = words.spans[first][0] + skip, words.spans[last][1]
            if overlaps(start, end, known):
                continue
            one = seen[(words.folded[first][skip:], *words.folded[first + 1 : last + 1])]
            one.times += 1
            one.signs += signs
            one.strange += strange
            one.strong += max(signs.values(), default=0) >= _STRONG
            one.cued += bool(signs)
            one.clean += not words.joined(last) or uses.ends_name(words.folded[last + 1], common)
            one.before.add(words.folded[first - 1] if first and words.joined(first - 1) else "")
            one.places.append((number, start, end))
    _add_surnames(seen, Counter(word for words, _, _ in texts for word in words.folded), common)
    _lengthen(seen, [words for words, _, _ in texts], uses)
    found: list[list[Found]] = [[] for _ in texts]
    for key in sorted(seen, key=lambda key: (-len(key), key)):
        one = seen[key]
        kind = _kind(key, one, definite)
        if kind is None or _is_common(key, one, kind, common, uses):
            continue
        number, start, end = one.places[0]
        if not one.strong and common.seems_owned(texts[number][0].text[start:end]):
            continue
        for number, start, end in one.places:
            text, taken = texts[number][0].text, texts[number][2]
            if not overlaps(start, end, taken):
                taken.append((start, end))
                found[number].append(Found(text[start:end], start, end, kind, REASON, _STRONG))
    return found


def _is_common(key: tuple[str, ...], one: _Seen, kind: EntityType, common: CommonWords, uses: _Uses) -> bool:
    """Whether the words are no name but common ones: في محاولة, دون تحديد, حسن وفي."""
    last = key[-1]
    if len(key) == 1:
        if not one.strong and min(one.cued, one.clean) * 2 < one.times:
            return True
        if common.has(last) and common.seems_owned(last):
            return True  # دولته, whatever stands before it
        return (common.has(last) or common.goes_on(last)) and (kind == "person" or one.strong < _LEAST_SIGNS)
    if kind != "person":
        return not one.strong and common.has(key[0])
    is_once = len(one.places) < _LEAST
    if key[0] in uses.doubtful and (is_once or common.has(last)):
        return True
    return common.goes_on(last) or (common.has(last) and is_once)


def _lengthen(seen: dict[tuple[str, ...], _Seen], texts: Sequence[Words], uses: _Uses) -> None:
    """Make one name of a word and the one that always follows it: أكوا باور."""
    for key in [key for key, one in seen.items() if len(key) == 1 and one.times >= _LEAST]:
        one = seen[key]
        ends = []
        for number, _, end in one.places:
            words = texts[number]
            place = next((at for at, span in enumerate(words.spans) if span[1] == end), -1)
            ends.append(words.folded[place + 1] if place >= 0 and words.joined(place) else "")
        if len(set(ends)) == 1 and uses.may_be(ends[0]):
            del seen[key]
            longer = seen[*key, ends[0]]
            longer.times, longer.signs, longer.strange, longer.before = one.times, one.signs, 0, one.before
            longer.places = [
                (number, start, next(span[1] for span in texts[number].spans if span[0] > end - 1))
                for number, start, end in one.places
            ]


def _add_surnames(seen: dict[tuple[str, ...], _Seen], counts: Counter[str], common: CommonWords) -> None:
    """Count the surname alone for who is named in full once: ميشيل بارنييه, and then بارنييه."""
    last: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key, one in seen.items():
        if len(key) > 1 and one.signs["person"]:
            last[key[-1]].append(key)
    for surname, keys in last.items():
        if len(keys) > 1 or common.has(surname) or common.goes_on(surname):
            continue
        seen[keys[0]].times = max(seen[keys[0]].times, counts[surname])
        alone = seen.get((surname,))
        if alone is not None:
            alone.signs["person"] += sum(alone.signs.values()) + _STRONG


def _kind(key: tuple[str, ...], one: _Seen, definite: Counter[str]) -> EntityType | None:
    """The type of the name, None where it is none."""
    if not one.signs or one.times < _LEAST:
        return None
    kind, weight = one.signs.most_common(1)[0]
    if one.strange > one.times * _STRANGE or weight < _LEAST_SIGNS:
        return None
    # إقليم شاسع, a vast one: a name stands in other places too
    if len(key) == 1 and len(one.before) < _LEAST_SIGNS:
        return None
    # a word that also has the article is a noun: في مدينة, المدينة
    if len(key) == 1 and definite[key[0]] and kind != "person":
        return None
    return kind


class _Uses:
    """What words do in the texts of one language."""

    def __init__(self, lang: str) -> None:
        rules = rules_of(lang)
        self._rules, around = rules, rules.around
        self._cues, self._given, self.article = rules.unknown, around.given, around.article
        self.doubtful, self._raw_stops = rules.unknown.doubtful, names_of(lang).unknown.stops
        self._ordinary = (
            around.ordinary
            | around.offices
            | around.constructs
            | around.things
            | around.sports
            | rules.speech
            | rules.common
            | months(lang)
        )
        self._definite, self._conjunctions = rules.grammar.definite, frozenset(rules.conjunctions)
        self._particles = frozenset(rules.conjunctions + rules.prepositions)
        self._verbs = rules.speech | rules.unknown.saying
        self._present, self._past = rules.grammar.present, rules.grammar.verb

    def of(self, words: Words, whole: frozenset[str]) -> Iterator[tuple[int, int, int, Counter[EntityType], int]]:
        """(first word, last word, letters of a particle, evidence, whether it looks like no name) of possible names.

        whole: the words of all texts: a first letter is a particle where the rest stands alone too.
        """
        for place, word in enumerate(words.folded):
            bare, skip = self._without_particle(word)
            if bare in self._given and words.joined(place) and not words.is_among(place, skip, self._raw_stops):
                last = self._end_of_person(words, place)
                if last > place:
                    yield place, last, skip, Counter({"person": _STRONG}), 0
                    continue
            if word in self._cues.parts or (skip and bare in self._cues.parts):
                after = words.folded[place + 1] if words.joined(place) else ""
                if self.may_be(after) and after not in self._given:
                    cut = 0 if word in self._cues.parts else 1
                    signs = self._signs(words, place, word[:cut])
                    signs["place"] += 1
                    yield place, place + 1, cut, signs, self._is_strange(words, place + 1)
                continue
            if not skip or bare not in whole:
                bare, skip = word, 0
            for stem, cut in {(word, 0), (bare, skip)}:
                if self.may_be(stem) and (cut or bare == word or bare in self._cues.stops):
                    yield place, place, cut, self._signs(words, place, word[:cut]), self._is_strange(words, place)

    def _signs(self, words: Words, place: int, particle: str) -> Counter[EntityType]:
        """The evidence for each type that stands before the word at `place`."""
        cues = self._cues
        signs: Counter[EntityType] = Counter()
        if particle and particle[-1] == cues.inside:
            signs["place"] += 1
        before = words.folded[place - 1] if place and words.joined(place - 1) else ""
        if says_of_her(before, words.folded[place], self._rules):
            return signs
        if not particle or particle in self._conjunctions:
            cue = before[1:] if before[:1] in self._conjunctions and before not in cues.where else before
            if cue in cues.towns or cue in cues.lands:
                signs["place"] += _STRONG
            elif cue in cues.where:
                signs["place"] += 1
            elif cue in cues.bodies:
                signs["organization"] += _STRONG
            elif self._is_subject(words, place):
                signs["person" if self._is_man(before) else "place"] += 1
        return signs

    def _is_strange(self, words: Words, place: int) -> int:
        """1 where something follows that belongs to a noun: its genitive, or the preposition of a phrase.

        Behind a verb the preposition is the verb's: تعود بوعرفة إلى.
        """
        if not words.joined(place):
            return 0
        after = words.folded[place + 1]
        return int(
            after.startswith(self._definite) or (after in self._cues.phrases and not self._is_subject(words, place))
        )

    def _is_subject(self, words: Words, place: int) -> bool:
        """Whether a verb stands right before, at the beginning of its sentence."""
        if not place or not words.joined(place - 1):
            return False
        verb = words.folded[place - 1]
        bare = verb[1:] if verb[:1] in self._conjunctions else verb
        if bare in self._verbs or verb in self._verbs:
            return True
        opens = place == 1 or not words.joined(place - 2) or bare is not verb
        return opens and len(bare) >= _LEAST_VERB and bare.startswith(self._present) and not bare.endswith("ه")

    def _is_man(self, verb: str) -> bool:
        """Whether the verb of saying has a man for its subject: قال بلير, but أعلنت جوميا."""
        bare = verb[1:] if verb[:1] in self._conjunctions and verb not in self._cues.saying else verb
        return bare in self._cues.saying and not bare.endswith(self._past)

    def ends_name(self, word: str, common: CommonWords) -> bool:
        """Whether the word cannot be a genitive or an adjective of the one before it."""
        return word in self._cues.stops or word in self._verbs or common.goes_on(word)

    def may_be(self, word: str) -> bool:
        """Whether the word may be a name, or a part of one, by itself."""
        return (
            len(word) >= _LEAST_LETTERS
            and word not in self._cues.stops
            and word not in self._cues.common
            and word not in self._ordinary
            and not word.startswith(self._definite)
            and not word.isdecimal()
            and word.isalpha()
        )

    def _without_particle(self, word: str) -> tuple[str, int]:
        if len(word) > _LEAST_LETTERS and word[0] in self._particles:
            return word[1:], 1
        return word, 0

    def _end_of_person(self, words: Words, first: int) -> int:
        """The last word of the person's name that begins with a first name at `first`; `first` where none follows."""
        compounds = self._cues.compounds
        place, names = first, 1
        while words.joined(place) and names < _MOST_NAMES:
            after = words.folded[place + 1]
            if after in compounds and words.joined(place + 1):
                place += 1
                continue
            is_name = after in self._given or (names < 2 and self._may_follow(after))
            if not is_name:
                break
            place, names = place + 1, names + 1
        return place if words.folded[place] not in compounds else first

    def _may_follow(self, word: str) -> bool:
        bare = word.removeprefix(self.article)
        return (
            len(word) > 2
            and bare not in self._cues.stops
            and word not in self._cues.stops
            and bare not in self._cues.common
            and word not in self._ordinary
            and word.isalpha()
        )
