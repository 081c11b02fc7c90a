"""Doubts about what is denied: a thing that one text denies, and that the other says in a clause without a denial."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from nashra.languages.wording.known import is_known
from nashra.versions.evidence.negation import Negations, negations, shown
from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.topics import topics
from nashra.versions.evidence.turns import of_a_clause

# Words behind a negation in which its verb stands; where verbs stand first, who does it follows them.
_PREDICATE, _VERB = 3, 1
# What is said instead of "never before", wherever it stands.
_EVER = "ever"


def polarity(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """What is denied here and said there; by the words of which it is known what they speak of."""
    if not (is_known(source.lang) and is_known(target.lang)):
        return
    before, after = negations(source, target), negations(target, source)
    if (at := _said_plainly(source, before, target, after)) is not None:
        yield 0.6, f"the negation is lost: “{shown(source, at)}”"
    elif (at := _said_plainly(target, after, source, before)) is not None:
        yield 0.6, f"a negation was added: “{shown(target, at)}”"


def _said_plainly(denying: Reading, denied: Negations, other: Reading, plain: Negations) -> int | None:
    """The token of a negation whose thing the other text says once, in a clause in which nothing may deny it."""
    again = words_of("may_count", other.lang)
    others = sum(bool(again & set(other.tokens[at].forms)) for at in plain.mild)
    if len(denied.strong) <= len(plain.strong) + others or plain.turned[_EVER] > denied.turned[_EVER]:
        return None
    reach = _VERB if denying.wording.joined_tens else _PREDICATE
    mine, theirs = topics(denying), topics(other)
    many, there = (Counter(topic for each in found for topic in each) for found in (mine, theirs))
    edges = _edges(other)
    # of none of the passengers it is not said that they were none
    whole = of_a_clause(denying.lang)
    for at in denied.strong:
        part_of = at + 1 < len(mine) and denying.tokens[at + 1].raw.lower() in denying.wording.share_of.split()
        if part_of and whole & set(denying.tokens[at].forms):
            continue
        for step in range(1, reach + 1):
            if at + step >= len(mine) or denying.is_parted(at + step - 1, at + step):
                break
            known = {topic for topic in mine[at + step] if many[topic] == there[topic] == 1}
            place = next((number for number, each in enumerate(theirs) if known & each), None)
            if place is not None and not _may_deny(other, plain, denied, edges, place):
                return at
            if mine[at + step]:
                break
    return None


def _may_deny(reading: Reading, found: Negations, denied: Negations, edges: list[int], place: int) -> bool:
    """Whether a clause has anything that may deny what stands at a token of it."""
    start, end = next((a, b) for a, b in pairwise(edges) if a <= place < b)
    if any(start <= at < end for at in (*found.strong, *found.idioms)):
        return True
    said = Counter(found.says.values()) - denied.turned
    return any(start <= at < end and at != place and said[group] for at, group in found.says.items())


def _edges(reading: Reading) -> list[int]:
    """The tokens at which clauses begin, and the last one after all."""
    signs = [at for at in range(1, len(reading.tokens)) if reading.is_parted(at - 1, at)]
    words = [first for _, first, _ in lexicon("clauses", reading.lang, True).find(reading)]
    return [*sorted({0, *signs, *words}), len(reading.tokens)]
