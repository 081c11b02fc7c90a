"""Sentences that people translated or approved, read from content: they win over any engine.

A sentence is taken only where a block has as many sentences in both languages, so that they are known to belong
together. Similar sentences are reported to the editor, never put in silently.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest

from nashra.markup.inline import parse
from nashra.markup.segments import sentences
from nashra.markup.slots import texts
from nashra.model import Article, Version
from nashra.versions.alignment import align

# Below this share of equal characters two sentences say different things; it is what most translation tools start at.
SIMILAR = 0.75
# Comparing letter by letter is slow: only so many of the sentences that share most words are.
_MOST_COMPARED = 20
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Match:
    """A sentence that was approved before and is much like a new one. ratio: 0 to 1."""

    segment: str
    source: str
    target: str
    ratio: float


def approved_pairs(articles: Iterable[Article], source: str, target: str) -> dict[str, str]:
    """Source sentence -> target sentence of all blocks that people wrote or approved; the newest article wins."""
    pairs: dict[str, str] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.folder), reverse=True):
        original, version = article.versions.get(source), article.versions.get(target)
        if original is None or version is None:
            continue
        for one, two in _pairs(original, version):
            pairs.setdefault(one, two)
    return pairs


def _pairs(original: Version, version: Version) -> Iterator[tuple[str, str]]:
    made, other = version.translation, original.translation
    if made is not None and made.origin == original.lang:
        yield from _of_blocks(original, version, turned=False)
    elif other is not None and other.origin == version.lang:
        # people translated the other way: what they wrote is as good in this direction
        yield from _of_blocks(version, original, turned=True)


def _of_blocks(source: Version, target: Version, *, turned: bool) -> Iterator[tuple[str, str]]:
    for pair in align(source, target).pairs:
        if not pair.human or pair.draft or pair.stale or pair.source is None or pair.target is None:
            continue
        if pair.source.kind != pair.target.kind:
            continue
        befores, afters = texts(pair.source), texts(pair.target)
        if len(befores) != len(afters):
            continue
        for before, after in zip(befores, afters, strict=True):
            ones, twos = _sentences(before, source.lang), _sentences(after, target.lang)
            if len(ones) == len(twos):
                yield from zip(twos, ones, strict=True) if turned else zip(ones, twos, strict=True)


def _sentences(text: str, lang: str) -> list[str]:
    plain, _ = parse(text)
    return [plain[start:end] for start, end in sentences(plain, lang)]


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
