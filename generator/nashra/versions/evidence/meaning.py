"""Doubts about what is said: which way things went, which country it was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from nashra.entities import demonyms
from nashra.entities.countries import countries as countries_of
from nashra.languages.wording.known import is_known, rows_of, wording_of
from nashra.model import Entity
from nashra.versions.evidence.company import company
from nashra.versions.evidence.denied import is_short
from nashra.versions.evidence.facts import facts
from nashra.versions.evidence.negation import DENIED, negations, scope, shown
from nashra.versions.evidence.reading import Lexicon, Reading, lexicon, words_of
from nashra.versions.evidence.spelling import sounds_alike

# Names of so few letters are other words too often: مالي is financial.
_SHORT = 4

_BOTH = 2
# How sure it is where a thing may be told besides: a draw, what was found.
_LESS_SURE = 0.4
_RESULT = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}(?!\d)")
_CONTINENTS = frozenset({"africa", "asia", "europe"})
# Groups of `Wording.opposites` of which neither side is true when one is denied: who did not win has not lost for that.
_DENIABLE = frozenset(
    {
        "move",
        "vote",
        "game",
        "door",
        "say",
        "deal",
        "verdict",
        "case",
        "people",
        "stay",
        "allow",
        "start",
        "come",
        "back",
        "found",
        "advice",
    }
)
# Groups whose sides are two views of one thing.
_LOOSE = frozenset({"game", "share", "order"})
# The group of words that look like one of a side and are none: the day before, half-time.
_NOTHING = "none"
# The group of more and less, and how far behind a negation they may stand in one clause.
_COMPARED, _CLAUSE, _TO_NUMBER = "number", 8, 4
_CONVERSE = frozenset({"game", "deal", "give"})


def opposites(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """Up became down, won became lost, last year became next year."""
    one, two = _sides(source, target), _sides(target, source)
    # what one text denies in so many words is denied in the other one, however far from it the negation stands
    one, two = _without(one, _denied(target, source)), _without(two, _denied(source, target))
    (here_points, first_here), (there_points, first_there) = _compass(source), _compass(target)
    if len(here_points) == len(there_points) and here_points != there_points:
        yield 0.6, f"“{source.tokens[first_here].raw}” became “{target.tokens[first_there].raw}”"
        return
    for group in one.keys() & two.keys():
        before, after = one[group], two[group]
        turned = not before.keys() & after.keys() or (
            before.keys() != after.keys() and _mentions(source, target, group) == _mentions(target, source, group)
        )
        if turned and not (group in _CONVERSE and _crossed(source, target)):
            first = next(at for side, at in before.items() if side not in after or len(before) == 1)
            second = next(at for side, at in after.items() if side not in before or len(after) == 1)
            yield (
                _sure(source, target, group, before, after),
                f"“{source.tokens[first].raw}” became “{target.tokens[second].raw}”",
            )
        elif (
            not (one.keys() | two.keys()) & {"order"}
            and (here := _in_order(source, group)) != (there := _in_order(target, group))
            and here == there[::-1]
        ):
            yield 0.5, f"“{source.tokens[min(before.values())].raw}” has changed places with its opposite"


def _sure(source: Reading, target: Reading, group: str, before: dict[str, int], after: dict[str, int]) -> float:
    """How sure it is that one side became the other, and that not both are told of different things."""
    if group == "order":
        context = [company(each, min(sides.values())) for each, sides in ((source, before), (target, after))]
        return 0.7 if context[0] & context[1] else _LESS_SURE
    # one text has a defeat and a victory, the other one tells one of them in words that are not known
    both = before.keys() & after.keys() or "draw" in before.keys() | after.keys()
    # 3-3, and 4-2 on penalties
    results = min(len(_RESULT.findall(each.text)) for each in (source, target))
    besides = group == "found" or (group == "game" and both)
    return _LESS_SURE if besides and (results > 1 or not is_short(source, target)) else 0.7


def _is_converse(source: Reading, target: Reading) -> bool:
    """Whether a text says from the other side what happened between two: won and lost, bought and sold."""
    one, two = _sides(source, target), _sides(target, source)
    return any(group in two and not one[group].keys() & two[group].keys() for group in one.keys() & _CONVERSE)


def _crossed(source: Reading, target: Reading) -> bool:
    """Whether two names follow each other in another order in the other text, as far as they are heard."""
    reading, other = (source, target) if source.wording.capitals else (target, source)
    heard = []
    for token in reading.tokens:
        if token.kind == "word" and token.raw[0].isupper() and len(token.raw) > _SHORT:
            words = enumerate(other.tokens)
            stands = [at for at, word in words if word.kind == "word" and _is_heard(token.raw, word.raw)]
            heard += stands if len(stands) == 1 else []
    there = dict(places_once(target))
    nations = [there[key] for key, _ in places_once(source) if key in there]
    return heard != sorted(heard) or nations != sorted(nations)


def places_once(reading: Reading) -> list[tuple[str, int]]:
    """The countries that a text names once."""
    found = places(reading)
    keys = [key for key, _ in found]
    return [(key, at) for key, at in found if keys.count(key) == 1]


def _is_heard(name: str, word: str) -> bool:
    return sounds_alike(name, word) and not (word[0].islower() and word.isascii())


def kept(source: Reading, target: Reading) -> int:
    """How many countries and words such as "up" and "won" stand in both texts; none where any of them is lost."""
    one, two = _sides(source, target), _sides(target, source)
    pairs = {(group, side) for group, sides in one.items() for side in sides}
    nations = {(key, "") for key, _ in places(source)}
    there = {(group, side) for group, sides in two.items() for side in sides} | {(key, "") for key, _ in places(target)}
    return len(pairs | nations) if pairs | nations <= there else 0


def told_less(source: Reading, target: Reading) -> Iterator[str]:
    """Words of a text that its translation has nothing for, though that may be right."""
    if not (is_known(source.lang) and is_known(target.lang)):
        return
    one, two = _sides(source, target), _sides(target, source)
    for group, sides in one.items():
        if group not in _LOOSE and len(sides) == _BOTH and len(two.get(group, ())) < _BOTH:
            yield source.tokens[max(sides.values())].raw
    before, after = negations(source, target), negations(target, source)
    otherwise = max(len(after.mild), (after.turned - before.turned).total()) + len(after.idioms)
    # "unless" is said by other words, such as "until": ما لم
    unless = lexicon("contrary", source.lang)
    strong = [at for at in before.strong if not (at and unless.at(source, at - 1))]
    if len(strong) > len(after.strong) + otherwise:
        yield shown(source, strong[-1])


def _compass(reading: Reading) -> tuple[list[str], int]:
    """(the points of the compass that a text names, in the order of their names; the first of their tokens)."""
    found = [(key, at) for key, at, _ in lexicon("opposites", reading.lang).find(reading) if key.startswith("side")]
    return sorted(key for key, _ in found), min((at for _, at in found), default=0)


def _in_order(reading: Reading, group: str) -> list[str]:
    """The two sides of a group, as they follow each other where each is said once; nothing else."""
    found = [key for key, _, _ in lexicon("opposites", reading.lang).find(reading) if key.startswith(f"{group}:")]
    return found if len(found) == len(set(found)) == 2 else []


def _mentions(reading: Reading, other: Reading, group: str) -> int:
    return sum(key.startswith(f"{group}:") for key, _ in _told(reading, other))


def _sides(reading: Reading, other: Reading) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for key, first in _told(reading, other):
        group, _, side = key.partition(":")
        found.setdefault(group, {}).setdefault(side, first)
    return found


def _words(reading: Reading) -> Iterator[tuple[str, int]]:
    """(group and side, token) of such words, whether they are denied or not."""
    numbers = {fact.first for fact in facts(reading)}
    numbers |= {at for _, at, _ in lexicon("units", reading.lang).find(reading)}
    for key, first, last in lexicon("opposites", reading.lang).find(reading):
        group = key.partition(":")[0]
        # under the law, beyond repair
        counts = group != _COMPARED or any(0 <= at - last < _TO_NUMBER for at in numbers)
        if group != _NOTHING and counts:
            yield key, first


def _told(reading: Reading, other: Reading) -> Iterator[tuple[str, int]]:
    """(group and side, token) of such words, but for those that are denied."""
    found = negations(reading, other)
    denied = scope(reading, [*found.parts, *found.only])
    # refused to let, apologised for not accepting
    denied |= {at + step for _, _, at in lexicon("deny", reading.lang).find(reading) for step in range(DENIED - 1)}
    for key, first in _words(reading):
        group = key.partition(":")[0]
        # did not need more than an hour: less than an hour
        before = (at for at in found.strong if group == _COMPARED and 0 < first - at <= _CLAUSE)
        if any(not reading.is_parted(at, first) for at in before):
            continue
        if first not in denied or group not in _DENIABLE:
            yield key, first


def _denied(reading: Reading, other: Reading) -> set[str]:
    """The sides that a text denies, and never says."""
    told = {key for key, _ in _told(reading, other)}
    return {key for key, _ in _words(reading)} - told


def _without(sides: dict[str, dict[str, int]], denied: set[str]) -> dict[str, dict[str, int]]:
    kept = {
        group: {side: at for side, at in each.items() if f"{group}:{side}" not in denied}
        for group, each in sides.items()
    }
    return {group: each for group, each in kept.items() if each}


def _is_plain(word: str, entity: Entity, lang: str) -> bool:
    """Whether the adjective of a country means nothing else."""
    return not entity.ambiguous.get(lang) and len(word) > _SHORT and word.isalpha()


@lru_cache(maxsize=16)
def _places(lang: str) -> Lexicon:
    """The words of the language's file, and names and adjectives of all other countries that mean nothing else."""
    rows = [wording_of(lang).places.strip()]
    own = {row.split()[0] for row in rows_of(rows[0])}
    for id, entity in countries_of((lang,)).items():
        name = entity.names.get(lang)
        if name and entity.parent is None and id not in own and not entity.ambiguous.get(lang) and len(name) > _SHORT:
            rows.append(f"{id} {re.sub(r'[ ’-]', '_', name)}")
        rows += [f"{id} {word}*" for word in demonyms.words(id, lang) if _is_plain(word, entity, lang)]
    return Lexicon("\n".join(rows), lang)


def places(reading: Reading, *, nationalities: bool = True) -> list[tuple[str, int]]:
    """(id, token) of the countries that a text names, by their names or nationalities, in order."""
    found = []
    for marked, first, _ in _places(reading.lang).find(reading):
        key = marked.rstrip("*")
        if marked != key and not nationalities:
            continue
        raw = reading.tokens[first].raw
        if reading.wording.capitals and raw.islower() and wording_of(reading.lang).month_capitals:
            continue
        found.append((key, first))
    return found


def countries(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """A country or nationality that became another, and two that changed places."""
    if not (is_known(source.lang) and is_known(target.lang)):
        return
    one, two = places(source), places(target)
    before, after = dict(one), dict(two)
    lost = [key for key in before if key not in after]
    strange = [key for key in after if key not in before]
    if lost and strange:
        yield 0.8, f"“{source.tokens[before[lost[0]]].raw}” became “{target.tokens[after[strange[0]]].raw}”"
        return
    keys = [[key for key, _ in each if key not in _CONTINENTS] for each in (one, two)]
    fewer, more = Counter(keys[0]) - Counter(keys[1]), Counter(keys[1]) - Counter(keys[0])
    if strange and fewer and fewer.total() == more.total():
        yield 0.6, f"“{target.tokens[after[strange[0]]].raw}” stands for another country"
        return
    apart = [_forms_kept(source, dict(one), target, dict(two), pair) for pair in pairwise([key for key, _ in one])]
    if "exchanged" in apart:
        first, second = [key for key, _ in one][apart.index("exchanged") :][:2]
        yield 0.6, f"“{source.tokens[before[first]].raw}” and “{source.tokens[before[second]].raw}” have changed places"
    elif "kept" not in apart:
        yield from swapped(source, one, target, two)


def _forms_kept(
    source: Reading, here: dict[str, int], target: Reading, there: dict[str, int], pair: tuple[str, str]
) -> str:
    """Whether of a country and a nationality each is still what it was, or is now the other: "kept", "exchanged".

    Bulgaria expelled Russians; Russians were expelled from Bulgaria; Russia expelled Bulgarians. "" where that tells
    nothing, since both are countries or both nationalities.
    """
    if not all(key in there for key in pair) or pair[0] == pair[1]:
        return ""
    was = [_is_nationality(source, here[key]) for key in pair]
    now = [_is_nationality(target, there[key]) for key in pair]
    if None in was or None in now:
        # where one text tells a country from a nationality, the order of the two says little
        return "kept" if any(None not in each and each[0] != each[1] for each in (was, now)) else ""
    if was[0] == was[1] or now[0] == now[1]:
        return ""
    # the Qatari minister, and Qatar's minister: where they follow each other as before, nothing was exchanged
    turned = (here[pair[0]] < here[pair[1]]) != (there[pair[0]] < there[pair[1]])
    return "kept" if was == now or not turned else "exchanged"


def _is_nationality(reading: Reading, at: int) -> bool | None:
    """None for letters and words that are both: US, السعودية"""
    word, wording = reading.tokens[at].raw, reading.wording
    if len(word.replace(".", "")) < _SHORT or (wording.nation and word.endswith(wording.nation)):
        return None
    found = _places(reading.lang).at(reading, at)
    return bool(found and found[0].endswith("*"))


def swapped(
    source: Reading, one: list[tuple[str, int]], target: Reading, two: list[tuple[str, int]], reach: int = 16
) -> Iterator[tuple[float, str]]:
    """Two names that stand once on each side, in one plain clause, and the other way round."""
    there = [key for key, _ in two]
    meets = all(next(lexicon("meets", each.lang).find(each), None) for each in (source, target))
    for (first, a), (second, b) in pairwise(one):
        if meets or {first, second} & _CONTINENTS:
            continue  # who is received by one has met him
        if first == second or there.count(first) != 1 or there.count(second) != 1:
            continue
        if [key for key, _ in one].count(first) != 1 or [key for key, _ in one].count(second) != 1:
            continue
        c, d = two[there.index(second)][1], two[there.index(first)][1]
        if _is_converse(source, target):
            return  # bought by one, sold by the other
        if c < d and _plain(source, a, b, reach) and _plain(target, c, d, reach):
            yield 0.6, f"“{source.tokens[a].raw}” and “{source.tokens[b].raw}” have changed places"
            return


def _plain(reading: Reading, first: int, second: int, reach: int) -> bool:
    """Whether a verb may stand between two names: no comma, no "and", no passive."""
    between = reading.between(first, second)
    if re.search(r"[,،.;؛:«»“”\"()–—]| - ", between) or second - first > reach:
        return False
    if second - first == 1:
        # accused Algeria Morocco: so says Arabic; two nationalities side by side belong together
        nouns = {at for _, at in places(reading, nationalities=False)}
        if reading.wording.capitals or not {first, second} <= nouns:
            return False
    words = {form for token in reading.tokens[first + 1 : second] for form in token.forms}
    beside, passive = words & words_of("beside", reading.lang), words & words_of("by", reading.lang)
    return not (beside or passive or (reading.tokens[second].joined and reading.wording.joined_tens))
