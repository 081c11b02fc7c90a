"""Sentences that people translated, read from content: those that somebody approved win over any engine.

What a person wrote may be a remark in the place of what was left out, or the translation of what the source said
before: no likeness of two texts tells, so a block serves again only where a person has approved it, and only where the
order of its sentences is certain. What nobody approved is shown to the editor, as similar sentences are, never put in
silently.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest

from nashra.markup.blocks import Block
from nashra.markup.inline import parse
from nashra.markup.segments import cut
from nashra.markup.slots import texts
from nashra.model import Article, Version
from nashra.versions.alignment import Alignment, Pair, align
from nashra.versions.pairing import Comparison, keep_their_order, says_what

# Below this share of equal characters two sentences say different things; it is what most translation tools start at.
SIMILAR = 0.75
# Comparing letter by letter is slow: only so many of the sentences that share most words are.
_MOST_COMPARED = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that people translated before and that is much like a new one. ratio: 0 to 1.

    waits_in: the id of the article where it stands, where nobody has approved it yet.
    """

    segment: str
    source: str
    target: str
    ratio: float
    waits_in: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a person made of a text. article: the id of the article where it stands."""

    target: str
    article: str


def approved_texts(articles: Iterable[Article], source: str, target: str) -> dict[str, Known]:
    """Source text -> what people approved for it; the newest article wins."""
    return texts_of_people(articles, source, target)[0]


def texts_of_people(articles: Iterable[Article], source: str, target: str) -> tuple[dict[str, Known], dict[str, Known]]:
    """(what they approved, what else they seem to have translated), each by its source; the newest article wins.

    Whole paragraphs are among the texts, beside their sentences.
    """
    approved: dict[str, Known] = {}
    others: dict[str, Known] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.folder), reverse=True):
        original, version = article.versions.get(source), article.versions.get(target)
        if original is None or version is None:
            continue
        for one, two, is_approved in _pairs(original, version):
            (approved if is_approved else others).setdefault(one, Known(two, article.id))
    return approved, {text: known for text, known in others.items() if text not in approved}


# Source, target, and whether a person approved them.
_Taken = tuple[str, str, bool]


def _pairs(original: Version, version: Version) -> Iterator[_Taken]:
    made, other = version.translation, original.translation
    if made is not None and made.origin == original.lang:
        yield from _of_blocks(original, version)
    elif other is not None and other.origin == version.lang:
        # people translated the other way: what they wrote is as good in this direction
        yield from ((two, one, approved) for one, two, approved in _of_blocks(version, original))


def _of_blocks(source: Version, target: Version) -> Iterator[_Taken]:
    """The texts of blocks that are certain to belong together: approved as they stand, or alike in all that shows."""
    alignment = align(source, target)
    places = {id(pair): place for place, pair in enumerate(pair for pair in alignment.pairs if pair.target)}
    shared = Counter(alignment.partner)
    comparison: Comparison | None = None
    in_order: frozenset[int] = frozenset()
    by_people = target.translation is not None and not target.translation.blocks
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        if index is None or pair.source is None or pair.target is None or shared[index] > 1:
            continue
        if not pair.human or pair.draft or pair.stale or pair.tie or pair.source.kind != pair.target.kind:
            continue
        if _is_host(alignment, pair):
            continue
        if not pair.approved:
            if comparison is None:
                targets = [each.target for each in alignment.pairs if each.target is not None]
                comparison = Comparison(alignment.sources, targets, source.lang, target.lang)
                in_order = comparison.keep_their_order() if by_people else frozenset()
            if not comparison.is_proven(index, places[id(pair)]) and not (
                index == places[id(pair)] and index in in_order
            ):
                continue
        for one, two in _of_texts(pair, source.lang, target.lang):
            yield one, two, pair.approved


def _is_host(alignment: Alignment, pair: Pair) -> bool:
    """Whether the target tells another source too."""
    following = alignment.pairs[alignment.pairs.index(pair) + 1 :]
    return bool(following) and following[0].tie == "joined"


def _of_texts(pair: Pair, lang: str, other: str) -> Iterator[tuple[str, str]]:
    """The sentences of a pair, and its paragraph. Of several sentences one may be a remark that a person made in the
    place of another, which is right in its paragraph and nowhere else: each must have something of its source."""
    befores, afters = _plain(pair.source), _plain(pair.target)
    if len(befores) != len(afters):
        return
    ones, twos = [cut(text, lang) for text in befores], [cut(text, other) for text in afters]
    if [len(each) for each in ones] != [len(each) for each in twos]:
        return  # another sentence may have come into it
    if not pair.approved and _most(befores, lang) != _most(afters, other):
        return  # the same, without a capital
    flat, turned = [one for each in ones for one in each], [two for each in twos for two in each]
    is_sure = keep_their_order(flat, turned, lang, other) or len(flat) == 1
    pairs = list(zip(flat, turned, strict=True)) if is_sure else []
    if len(flat) > 1:
        pairs = [(one, two) for one, two in pairs if says_what(one, two, lang, other)]
    if len(befores) == 1 and len(flat) > 1 and (pair.approved or len(pairs) == len(flat)):
        # who approved the paragraph approved it as a whole, whatever the order of its sentences
        yield befores[0], afters[0]
    yield from pairs


def _most(plain: Sequence[str], lang: str) -> list[int]:
    """How many sentences each text may have at most."""
    return [len(cut(text, lang, small=True)) for text in plain]


def _plain(block: Block | None) -> list[str]:
    return [parse(text)[0] for text in texts(block)] if block is not None else []


def similar(segments: Iterable[str], approved: Mapping[str, str]) -> list[Match]:
    """For each of `segments` that is not approved word for word, the approved sentence most like it, if any is."""
    sources = list(approved)
    having: dict[str, list[int]] = defaultdict(list)
    for number, source in enumerate(sources):
        for word in set(_WORD.findall(source)):
            having[word].append(number)
    found = []
    for segment in dict.fromkeys(segments):
        if segment not in approved and (match := _most_like(segment, sources, having)):
            found.append(Match(segment, sources[match[0]], approved[sources[match[0]]], match[1]))
    return found


def unapproved(segments: Iterable[str], others: Mapping[str, Known]) -> list[Match]:
    """Those of `segments` that people seem to have translated, though nobody approved it. others: what they wrote."""
    found = ((segment, others[segment]) for segment in dict.fromkeys(segments) if segment in others)
    return [Match(segment, segment, known.target, 1.0, known.article) for segment, known in found]


def _most_like(segment: str, sources: Sequence[str], having: Mapping[str, list[int]]) -> tuple[int, float] | None:
    """(number of the source most like `segment`, how much), None where none is; the first among equals.

    having: the numbers of the sources with a word.
    """
    words = set(_WORD.findall(segment))
    shared = Counter(number for word in words for number in having.get(word, ()))
    candidates = [(-common, number) for number, common in shared.items() if common >= len(words) / 2]
    best: tuple[int, float] | None = None
    for _, number in nsmallest(_MOST_COMPARED, candidates):
        matcher = SequenceMatcher(None, segment, sources[number], autojunk=False)
        least = best[1] if best else SIMILAR
        if matcher.quick_ratio() < least:
            continue
        ratio = matcher.ratio()
        if ratio >= SIMILAR and (best is None or ratio > best[1]):
            best = (number, ratio)
    return best
