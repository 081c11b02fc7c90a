"""Doubts about what a text speaks of: that it is another text, that a sentence of it stands in one of them alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nashra.entities.normalize import folder, plain
from nashra.languages.wording.known import is_known
from nashra.versions.evidence.facts import facts
from nashra.versions.evidence.meaning import places
from nashra.versions.evidence.reading import Reading, lexicon
from nashra.versions.evidence.spelling import sounds_alike
from nashra.versions.evidence.topics import topics

# (token, whether the other text has it) of what a text can be known by
Anchors = list[tuple[int, bool]]

_LETTERS_OF_A_NAME = 3
# Kinds of facts that texts say in other words: days, months, hours, shares, numbers that nobody counted.
_SOFT = "dmtfv"
# How much two texts that have nothing in common must speak of, or next to nothing; and what that is, as a share.
_NOTHING, _NEXT_TO_NOTHING, _NEXT_TO = 7, 8, 0.15
# What a sentence must speak of that stands in one text alone, and what the texts must have in common besides.
_OF_ITS_OWN, _COMMON = 2, 2
# What two texts must have in common where their sentences were only joined.
_TOLD = 4
# The share of what a text can be known by that is nearly all of it.
_NEARLY_ALL = 0.8
# The shares of the length above and below which a sentence may have come or gone.
_LONGER, _SHORTER = 1.1, 0.95
# (anchors, the share of the text that they take, the share of the length that is left) of an end that is missing.
_LOST_ENDS = ((3, 0.25, 0.85), (2, 0.33, 0.75))
# The share of a translation's anchors that the source has, where only an end of it is missing.
_TRUE, _STILL_TRUE = 0.6, 0.5
# The share of the length below which the last clause, or the last two, may be missing.
_WITHOUT_A_CLAUSE, _LAST_CLAUSES = 0.87, 2
_PARTS = re.compile(r"[,،;؛:.–—]")
# Not at "p.m." in a sentence.
_SENTENCE_END = re.compile(r"[;؛](?=\s)|[.!?؟…][»”\"]?(?=\s+[^a-zß-ÿ\s])")
# Letters of words that French and English have in common, and how many of them count.
_COGNATE, _SAME = 6, 5


def content(source: Reading, target: Reading, share: float) -> Iterator[tuple[float, str]]:
    """What one text speaks of and the other does not. share: what is left of the length."""
    if not (is_known(source.lang) and is_known(target.lang)):
        return
    before, after = anchors(source, target), anchors(target, source)
    kept = _kept(before) + _kept(after)
    many = len(before) + len(after)
    if min(len(before), len(after)) >= _OF_ITS_OWN and _is_another(many, kept + _cognates(source, target)):
        yield 0.8, "it speaks of nothing that the source speaks of"
        return
    if kept >= 2 * _COMMON:
        before, after = _with_more(before, source, target), _with_more(after, target, source)
        if alone := _alone(target, after, surely=share < _LONGER):
            yield 0.6, f"the source has nothing of “{alone}”"
            return
        surely_lost = _alone(source, before, surely=share > _SHORTER)
        if alone := surely_lost or _lost_part(source, before, after, share):
            yield 0.6 if surely_lost else 0.4, f"nothing is left of “{alone}”"


def anchors(reading: Reading, other: Reading) -> Anchors:
    """What a text can be known by: what its words speak of, numbers, countries, names."""
    there = frozenset[str]().union(*topics(other))
    found = {at: bool(topic & there) for at, topic in enumerate(topics(reading)) if topic}
    told = facts(other)
    for fact in facts(reading):
        if fact.hard or fact.digits:
            found[fact.first] = any(fact.keys & each.keys for each in told)
    nations = {key for key, _ in places(other)}
    found.update({at: key in nations for key, at in places(reading)})
    if reading.wording.capitals:
        words = [word for _, word in _capitals(other)] if other.wording.capitals else _words(other)
        for at, name in _capitals(reading):
            if at not in found:
                found[at] = any(sounds_alike(name, word) for word in words)
    elif other.wording.capitals:
        names = [name for _, name in _capitals(other)]
        for at, token in enumerate(reading.tokens):
            if not found.get(at) and token.kind == "word" and any(sounds_alike(name, token.raw) for name in names):
                found[at] = True
    return sorted(found.items())


def _with_more(found: Anchors, reading: Reading, other: Reading) -> Anchors:
    """Anchors, with what both texts have and what nobody misses: days, and words such as "up" and "won"."""
    told = {key for fact in facts(other) for key in fact.keys if key[0] in _SOFT}
    sides = {key for key, _, _ in lexicon("opposites", other.lang).find(other)}
    more = {fact.first: True for fact in facts(reading) if fact.keys & told}
    more |= {at: True for key, at, _ in lexicon("opposites", reading.lang).find(reading) if key in sides}
    return sorted({**dict(found), **more}.items())


def _capitals(reading: Reading) -> list[tuple[int, str]]:
    """What may be names: words with a capital inside a text."""
    return [
        (at, token.raw)
        for at, token in enumerate(reading.tokens)
        if at and token.kind == "word" and token.raw[0].isupper() and len(token.raw) > _LETTERS_OF_A_NAME
    ]


def _words(reading: Reading) -> list[str]:
    return [token.raw for token in reading.tokens if token.kind == "word" and len(token.raw) > 1]


def _kept(found: Anchors) -> int:
    return sum(kept for _, kept in found)


def _is_another(many: int, kept: int) -> bool:
    return (many >= _NOTHING and not kept) or (many >= _NEXT_TO_NOTHING and kept <= _NEXT_TO * many)


def _cognates(source: Reading, target: Reading) -> int:
    """How many long words begin alike in two languages of one script."""
    if not (source.wording.capitals and target.wording.capitals):
        return 0
    one, two = (
        {folder(each.lang)(plain(token.raw))[:_SAME] for token in each.tokens if len(token.raw) >= _COGNATE}
        for each in (source, target)
    )
    return len(one & two)


def most_told(source: Reading, target: Reading) -> bool:
    """Whether nearly all that each of two texts can be known by is in the other one: so one is only wordier."""
    both = [[kept for _, kept in found] for found in (anchors(source, target), anchors(target, source))]
    return all(sum(each) >= _TOLD and sum(each) >= _NEARLY_ALL * len(each) for each in both)


def all_sentences_told(source: Reading, target: Reading) -> bool:
    """Whether most of what each sentence of a text speaks of is in the other one: so they were only joined."""
    found = anchors(source, target)
    each = [inside for _, inside in _by_sentence(source, found)]
    known = sum(map(sum, each)) >= _TOLD
    return known and all(inside and 2 * sum(inside) >= len(inside) for inside in each)


def _alone(reading: Reading, found: Anchors, *, surely: bool) -> str:
    """The beginning of a sentence of which the other text has nothing. surely: though the length tells nothing."""
    for text, inside in _by_sentence(reading, found):
        if len(inside) >= _OF_ITS_OWN + surely and not any(inside):
            return _beginning(text)
    return ""


def _by_sentence(reading: Reading, found: Anchors) -> Iterator[tuple[str, list[bool]]]:
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(reading.text)), len(reading.text)]
    for start, end in pairwise(edges):
        inside = [kept for at, kept in found if start <= reading.tokens[at].start < end]
        if reading.text[start:end].strip():
            yield reading.text[start:end], inside


def _lost_part(reading: Reading, before: Anchors, after: Anchors, share: float) -> str:
    """The beginning of a clause, or of the end of a text, that its shorter translation lacks."""
    true = _kept(after) / max(1, len(after))
    if true < _STILL_TRUE:
        return ""
    last = max((number for number, (_, kept) in enumerate(before) if kept), default=-1)
    missing = before[last + 1 :]
    start = before[last][0] + 1 if last >= 0 else 0
    part = 1 - start / max(1, len(reading.tokens))
    if true >= _TRUE and any(
        len(missing) >= many and part >= taken and share < left for many, taken, left in _LOST_ENDS
    ):
        return _beginning(reading.text[reading.tokens[start].start :])
    signs = [at for at in range(1, len(reading.tokens)) if _PARTS.search(reading.between(at - 1, at))]
    for first in signs[-_LAST_CLAUSES:] if share < _WITHOUT_A_CLAUSE else ():
        inside = [kept for at, kept in before if at >= first]
        if len(inside) >= _OF_ITS_OWN and not any(inside):
            return _beginning(reading.text[reading.tokens[first].start :])
    return ""


def _beginning(text: str) -> str:
    return " ".join(text.split()[:4])
