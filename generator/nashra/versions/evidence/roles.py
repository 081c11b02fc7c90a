"""Doubts about who did what: whose minister and whose ambassador, who voted for and who against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from nashra.entities.normalize import folder
from nashra.languages import files
from nashra.versions.evidence.fact import Fact
from nashra.versions.evidence.facts import facts, shown
from nashra.versions.evidence.meaning import places
from nashra.versions.evidence.reading import Lexicon, Reading
from nashra.versions.evidence.spelling import sounds_alike
from nashra.versions.evidence.topics import topics

_VOTES: Mapping[str, str] = files.read("nashra.languages.wording.votes", "VOTES")
_AND: Mapping[str, str] = files.read("nashra.languages.wording.votes", "AND")
# What a text speaks of that is of a country.
_OF_A_COUNTRY = frozenset(
    "president minister king ambassador spokesman deputy army police government team company coach player official"
    " journalist refugee prisoner boat bank guard student".split()
)
# Words between a country and what is of it.
_NEAR = 3
# Words behind a nationality that may be a name, and letters of a word that is none.
_BESIDE, _SHORT_WORD = 3, 2
_VOTED = "election"
_FOR, _AGAINST, _ABSTAIN = "for", "against", "abstain"


def roles(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """Two countries of which each has what was the other's; a country on the other side of a vote."""
    one, two = _owners(source), _owners(target)
    for first, country in one.items():
        for second, other in one.items():
            if country != other and two.get(first) == other and two.get(second) == country:
                yield 0.7, f"the {first} is another country's, and so is the {second}"
                return
        known = {key for key, _ in places(source)} & {key for key, _ in places(target)}
        if country in known and two.get(first, country) != country and two[first] in known:
            yield 0.6, f"the {first} is another country's"
            return
    yield from _nationalities(source, target)
    voted, votes = _sides(source), _sides(target)
    for country, side in voted.items():
        if {side, votes.get(country, side)} == {_FOR, _AGAINST}:
            yield 0.7, f"{country} voted otherwise"
            return
    here, there = _abstained(source), _abstained(target)
    if here and there and not here.keys & there.keys:
        yield 0.7, f"“{shown(source, here)}” abstained, now “{shown(target, there)}” did"


def _nationalities(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """Somebody who is of another country now, which the source names for somebody else."""
    reading, other = (source, target) if source.wording.capitals else (target, source)
    if not reading.wording.capitals:
        return
    there = list(_named_beside(other))
    known = {key for key, _ in places(source)} & {key for key, _ in places(target)}
    for first, last, country in _named_beside(reading):
        heard = {key for one, two, key in there if sounds_alike(first, one) and sounds_alike(last, two)}
        if len(heard) == 1 and {country, *heard} <= known and country not in heard:
            yield 0.6, f"“{first} {last}” is of another country"
            return


def _named_beside(reading: Reading) -> Iterator[tuple[str, str, str]]:
    """(first word, last word, country) of what may be a name of two words right behind a nationality, or nearly."""
    nations = {at: key for key, at in places(reading)}
    for at, key in nations.items():
        for first in range(at + 1, min(at + 1 + _BESIDE, len(reading.tokens) - 1)):
            if first in nations or reading.is_parted(first - 1, first) or reading.is_parted(first, first + 1):
                break
            one, two = reading.tokens[first].raw, reading.tokens[first + 1].raw
            capitals = (one[0] + two[0]).isupper() or not reading.wording.capitals
            if capitals and min(len(one), len(two)) > _SHORT_WORD:
                yield one, two, key


def _owners(reading: Reading) -> dict[str, str]:
    """What is of a country, where it is said of one alone -> the country."""
    found: dict[str, set[str]] = {}
    spoken_of = [topic & _OF_A_COUNTRY for topic in topics(reading)]
    for country, at in places(reading):
        near = (at + way * step for step in range(1, _NEAR + 1) for way in _ways(reading))
        for place in near:
            if 0 <= place < len(spoken_of) and spoken_of[place] and not reading.is_parted(at, place):
                for topic in spoken_of[place]:
                    found.setdefault(topic, set()).add(country)
                break
    return {topic: countries.pop() for topic, countries in found.items() if len(countries) == 1}


def _ways(reading: Reading) -> tuple[int, ...]:
    """Where what is of a country stands: before its name, where verbs stand first; elsewhere on either side."""
    return (-1,) if reading.wording.joined_tens else (1, -1)


def _sides(reading: Reading) -> dict[str, str]:
    """Country -> how it voted, where a text says so."""
    marks = [(at, side) for side, at, _ in _votes(reading.lang).find(reading)] if reading.lang in _VOTES else []
    if not marks or not any(_VOTED in topic for topic in topics(reading)):
        return {}
    parting = frozenset(map(folder(reading.lang), _AND[reading.lang].split()))
    found: dict[str, str] = {}
    for country, at in places(reading):
        side = next((side for mark, side in marks if mark > at and not _other_part(reading, at, mark, parting)), "")
        if side:
            found[country] = side
    return found


def _abstained(reading: Reading) -> Fact | None:
    """How many abstained: the number beside the only word for it."""
    if reading.lang not in _VOTES:
        return None
    marks = [at for side, at, _ in _votes(reading.lang).find(reading) if side == _ABSTAIN]
    near = [fact for fact in facts(reading) for at in marks if fact.hard and _gap(fact, at) <= 1]
    return near[0] if len(marks) == len(near) == 1 and not reading.is_parted(marks[0], near[0].first) else None


def _gap(fact: Fact, at: int) -> int:
    """Words between a number and a token."""
    return at - fact.last if at >= fact.last else fact.first - at - 1


def _other_part(reading: Reading, one: int, two: int, parting: frozenset[str]) -> bool:
    """Whether a sign or a word such as "and" stands between two tokens."""
    between = reading.tokens[one + 1 : two]
    return reading.is_parted(one, two) or any(token.joined or parting & set(token.forms) for token in between)


@lru_cache(maxsize=8)
def _votes(lang: str) -> Lexicon:
    return Lexicon(_VOTES[lang], lang)
