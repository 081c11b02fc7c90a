"""Sightings of names -> those of one entity together: the same spelling, a surname and its full name, and the same
sound in another version of the article."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nashra.entities.normalize import normalize
from nashra.entities.rules import rules_of
from nashra.entities.suggest.cued import is_cued
from nashra.entities.suggest.found import Found
from nashra.entities.suggest.sounds import alike, sound

# A last word that a hyphen joins to the one before.
_HYPHENED = re.compile(r"[-‐‑]\S+\Z")
_WORD = re.compile(r"[\w\u064b-\u0652\u0670]+")


class Sighting(NamedTuple):
    """A possible name in paragraph `block` of one version of an article."""

    article: str
    lang: str
    block: int
    found: Found


class _Groups:
    """Union of sightings, by number."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, one: int) -> int:
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, one: int, two: int) -> None:
        self._parent[self.root(two)] = self.root(one)


def join(
    by_article: Iterable[Sequence[Sighting]], texts: Mapping[tuple[str, str], Sequence[str]]
) -> list[list[Sighting]]:
    """The sightings of each entity. texts: (article, language) -> its paragraphs."""
    sightings: list[Sighting] = []
    pairs: list[tuple[int, int]] = []
    for seen in by_article:
        numbered = list(enumerate(seen, len(sightings)))
        sightings += seen
        pairs += _across_versions(numbered)
        for lang in filter(is_cued, sorted({lang for _, lang in texts})):
            for number, echo in _echoes(numbered, texts, lang):
                pairs.append((number, len(sightings)))
                sightings.append(echo)
    groups = _Groups(len(sightings))
    spellings: dict[tuple[str, str], int] = {}
    for number, sighting in enumerate(sightings):
        key = sighting.lang, normalize(sighting.found.name, sighting.lang)
        groups.join(spellings.setdefault(key, number), number)
    for one, two in pairs:
        groups.join(one, two)
    _join_surnames(sightings, groups)
    clusters: dict[int, list[Sighting]] = defaultdict(list)
    for number, sighting in enumerate(sightings):
        clusters[groups.root(number)].append(sighting)
    return list(clusters.values())


def _across_versions(numbered: Sequence[tuple[int, Sighting]]) -> Iterator[tuple[int, int]]:
    """Pairs of sightings in two versions of one article, in paragraphs of the same place, that sound alike."""
    by_block: dict[int, list[tuple[int, Sighting, str]]] = defaultdict(list)
    for number, sighting in numbered:
        by_block[sighting.block].append((number, sighting, sound(sighting.found.name)))
    for here in by_block.values():
        for place, (number, sighting, heard) in enumerate(here):
            best: dict[str, tuple[float, int]] = {}
            for other, partner, spoken in here[place + 1 :]:
                if partner.lang == sighting.lang or _are_acronyms(sighting.found.name, partner.found.name):
                    continue
                if likeness := alike(heard, spoken):
                    best[partner.lang] = max(best.get(partner.lang, (0.0, 0)), (likeness, other))
            for _, other in best.values():
                yield number, other


def _are_acronyms(one: str, two: str) -> bool:
    """Whether both are acronyms, whose letters are all they have: DGSI is not DGSE, and no sound tells them apart."""
    return one.isupper() and two.isupper() and one != two


def _echoes(
    numbered: Sequence[tuple[int, Sighting]], texts: Mapping[tuple[str, str], Sequence[str]], lang: str
) -> Iterator[tuple[int, Sighting]]:
    """For a name in Latin letters, the words of the same paragraph in `lang` that sound like it.

    A language without capitals shows names by nothing but what stands around them; the other versions do.
    """
    heard: set[tuple[int, str]] = set()
    covered = [(sighting.block, sighting.found) for _, sighting in numbered if sighting.lang == lang]
    for number, sighting in numbered:
        blocks = texts.get((sighting.article, lang), ())
        if is_cued(sighting.lang) or sighting.block >= len(blocks):
            continue
        spoken = sound(sighting.found.name)
        if (sighting.block, spoken) in heard:
            continue
        heard.add((sighting.block, spoken))
        text = blocks[sighting.block]
        best = _best_window(text, sighting.found.name, spoken, lang)
        if best is None:
            continue
        start, end = best
        if any(block == sighting.block and found.start < end and found.end > start for block, found in covered):
            continue
        found = Found(text[start:end], start, end, sighting.found.type, "sounds alike in two versions", 2)
        yield number, Sighting(sighting.article, lang, sighting.block, found)


def _best_window(text: str, name: str, spoken: str, lang: str) -> tuple[int, int] | None:
    """The words of a text in `lang` that sound like `name`, which sounds `spoken`; None where none do."""
    rules = rules_of(lang)
    particles = tuple(rules.conjunctions + rules.prepositions)
    length = len(name.split())
    words = [match.span() for match in _WORD.finditer(text)]
    sounds = [sound(text[start:end]) for start, end in words]
    best: tuple[float, int, int] | None = None
    for first in range(len(words)):
        start, end = words[first]
        behind = text.startswith(particles, start) and end - start > 3
        # a و has no sound of its own: it is the "and" unless the name begins with what it stands for
        whole = not (
            behind and text[start] == rules.conjunctions[:1] and name[0].casefold() not in rules.unknown.vowels
        )
        for skip in (0,) * whole + (1,) * behind:
            head = sound(text[start + skip : end]) if skip else sounds[first]
            if not head or not spoken.startswith(head[:1]):
                continue
            for last in range(first + max(0, length - 2), min(first + length + 1, len(words))):
                heard = _squeeze(head + "".join(sounds[first + 1 : last + 1]))
                likeness = alike(spoken, heard)
                if likeness and (best is None or likeness > best[0]):
                    best = likeness, start + skip, words[last][1]
    return None if best is None else best[1:]


def _squeeze(signs: str) -> str:
    return re.sub(r"(.)\1+", r"\1", signs)


def _join_surnames(sightings: Sequence[Sighting], groups: _Groups) -> None:
    """One word that is the last of exactly one longer name goes with it: Hakimi with Achraf Hakimi."""
    full: dict[tuple[str, str], set[int]] = defaultdict(set)
    single: dict[tuple[str, str], int] = {}
    for number, sighting in enumerate(sightings):
        words = normalize(sighting.found.name, sighting.lang).split()
        # not Kénitra with Rabat-Salé-Kénitra
        is_person = sighting.found.type == "person" and not _HYPHENED.search(sighting.found.name)
        if len(words) > 1 and is_person:
            full[sighting.lang, words[-1]].add(groups.root(number))
        elif len(words) == 1:
            single[sighting.lang, words[0]] = number
    for key, number in single.items():
        if len(full[key]) == 1:
            groups.join(next(iter(full[key])), number)
