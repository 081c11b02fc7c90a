"""What stands beside a word or a number: three dead and twenty wounded, wherever they stand."""

from __future__ import annotations

from nashra.versions.evidence.fact import Fact, number
from nashra.versions.evidence.facts import facts
from nashra.versions.evidence.reading import Reading
from nashra.versions.evidence.topics import sayings

# Words behind a number among which is what it counts, and words before it that may say so too.
_BEHIND, _BEFORE = 4, 2
# Words before and behind one that are its company.
_BACK, _FORTH = 2, 5


def company(reading: Reading, at: int) -> frozenset[str]:
    """What the words beside a token may say, and the numbers there."""
    near = range(max(0, at - _BACK), min(at + _FORTH + 1, len(reading.tokens)))
    said = sayings(reading)
    found = {each for place in near if place != at for each in said[place]}
    # an article may say "one"
    keys = (key for fact in facts(reading) if fact.first in near for key in fact.keys if key != number(1))
    return frozenset(found | {f"{kind} {value}" for kind, value in keys})


def keeps_company(source: Reading, mine: tuple[Fact, Fact], target: Reading, theirs: tuple[Fact, Fact]) -> bool:
    """Whether each of two numbers surely counts what it counted.

    theirs: the same numbers in the other text, in the order of `mine`.
    """
    for before in (0, _BEFORE):
        here = [_counted(source, fact, before) for fact in mine]
        there = [_counted(target, fact, before) for fact in theirs]
        # what both of them count tells nothing
        here, there = ([one - two, two - one] for one, two in (here, there))
        straight = len(here[0] & there[0]) + len(here[1] & there[1])
        crossed = len(here[0] & there[1]) + len(here[1] & there[0])
        if straight != crossed:
            return straight > crossed
    return False


def _counted(reading: Reading, fact: Fact, before: int) -> frozenset[str]:
    """What the words beside a number may say, as far as no sign and no other number stands between."""
    said, tokens = sayings(reading), reading.tokens
    found: set[str] = set()
    for at in range(fact.last, min(fact.last + _BEHIND, len(tokens))):
        if reading.is_parted(at - 1, at) or tokens[at].kind == "number" or reading.is_joined(at):
            break
        found |= said[at]
    for at in range(fact.first - 1, max(fact.first - 1 - before, -1), -1):
        if reading.is_parted(at, at + 1) or tokens[at].kind == "number":
            break
        found |= said[at]
        if reading.is_joined(at):
            break
    return frozenset(found)
