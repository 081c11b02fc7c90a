"""Which remembered block stands where now, by fingerprints."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher


def match(remembered: Sequence[str], present: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """(index in `present` -> index in `remembered` of the same fingerprint, those of them that kept their order).

    Each is used once: first the longest common sequence, so that repeated texts find their own; then what was moved.
    Empty fingerprints match nothing.
    """
    result: dict[int, int] = {}
    for tag, i1, i2, j1, _ in opcodes(remembered, present):
        if tag == "equal":
            result.update((j1 + offset, i1 + offset) for offset in range(i2 - i1))
    anchors = set(result)
    used = set(result.values())
    places: dict[str, list[int]] = {}
    for number, mark in enumerate(remembered):
        if mark and number not in used:
            places.setdefault(mark, []).append(number)
    for number, mark in enumerate(present):
        if number not in result and places.get(mark):
            result[number] = places[mark].pop(0)
    return result, anchors


def opcodes(left: Sequence[str], right: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What `difflib` says of two sequences, none of whose members is junk."""
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of `pairs`, sorted by their first, whose second members rise too: what kept its order."""
    tails: list[int] = []  # the least second member that ends a rising part of each length
    ends: list[int] = []  # the number of the pair that has it
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [second]
        ends[length : length + 1] = [number]
    result: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        result.append(pairs[at])
        at = before[at]
    return result[::-1]
