"""Doubts about a thing that became another one of its kind: measles and flu, a library and a museum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from nashra.languages import files
from nashra.versions.evidence.reading import Lexicon, Reading

_KINDS: Mapping[str, str] = files.read("nashra.languages.wording.kinds", "KINDS")


def kinds(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """A word of one kind that the translation lacks, and another word of that kind that the source has not."""
    if not (source.lang in _KINDS and target.lang in _KINDS):
        return
    before, after = _things(source), _things(target)
    for kind in before.keys() & after.keys():
        one, two = before[kind], after[kind]
        lost, strange = one.keys() - two.keys(), two.keys() - one.keys()
        # who has more of a kind than the other text tells more of it, or calls it by other names
        if lost and len(lost) == len(strange) and len(one) == len(two):
            here, there = min(one[each] for each in lost), min(two[each] for each in strange)
            yield 0.7, f"“{source.tokens[here].raw}” became “{target.tokens[there].raw}”"
            return


def _things(reading: Reading) -> dict[str, dict[str, int]]:
    """Kind -> thing of it -> the first of its tokens."""
    found: dict[str, dict[str, int]] = {}
    for marked, first, _ in _lexicon(reading.lang).find(reading):
        kind, _, thing = marked.rstrip("*").partition(":")
        found.setdefault(kind, {}).setdefault(thing, first)
    return found


@lru_cache(maxsize=8)
def _lexicon(lang: str) -> Lexicon:
    return Lexicon(_KINDS[lang], lang)
