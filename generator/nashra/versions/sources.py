"""Where the source of each remembered pair stands now, in an edited source."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nashra.model import BlockRecord
from nashra.versions.matching import match
from nashra.versions.pairing import Comparison


@dataclass(frozen=True, slots=True)
class Source:
    """index: its number now. same: it is as it was. moved: it is, but elsewhere among its neighbours."""

    index: int
    same: bool
    moved: bool


def sources_now(
    records: Sequence[BlockRecord],
    prints: Sequence[str],
    place_of: Mapping[int, int],
    comparison: Callable[[], Comparison],
) -> dict[int, Source]:
    """Number of a record -> its source as it stands now; without those of which nothing is left."""
    first: dict[str, int] = {}
    for number, record in sorted(enumerate(records), key=lambda each: each[1].flag == "part"):
        first.setdefault(record.source, number)
    # what tells the rest of a source, or tells it once more, goes where the other goes, wherever it stands
    follows = {n for n, record in enumerate(records) if record.flag == "part" and first[record.source] != n}
    remembered = ["" if number in follows else record.source for number, record in enumerate(records)]
    record_of, anchors = match(remembered, prints)
    result = {number: Source(index, True, index not in anchors) for index, number in record_of.items()}
    changed = [number for number, mark in enumerate(remembered) if mark and number not in result]
    free = [index for index in range(len(prints)) if index not in record_of]
    if changed and free:
        # what a changed block says now is found by its translation, or else between the same neighbours
        if len(free) > 1 or len(changed) > 1:
            known = {place_of[number]: number for number in changed if number in place_of}
            for index, place in comparison().proven(free, known, ()):
                result[known[place]] = Source(index, False, False)
        fixed = sorted((record_of[index], index) for index in anchors)
        gone = frozenset(
            number
            for number in changed
            if (records[number].flag == "unpaired" and not records[number].target) or records[number].flag == "part"
        )
        _between_neighbours(result, changed, gone, [*fixed, (len(records), len(prints))])
    for number, record in enumerate(records):
        if number in follows and (main := result.get(first[record.source])):
            result[number] = main
    return result


def among_twins(
    records: Sequence[BlockRecord], sources: Mapping[int, Source], record_of: Mapping[int, int]
) -> tuple[dict[int, int], set[int]]:
    """(`record_of`, target -> record, as it is right among blocks with the same words; records that are open again).

    Of those with the same words on both sides no target stays at one whose source has changed or gone, or at a
    machine's, while another, a person's or one whose source is as it was, stands bare. Where a person took out one
    translation of two, because the other says the same, and the source of that other changed, nobody knows whether it
    is still left out on purpose.
    """
    place_of = {number: place for place, number in record_of.items()}
    result = dict(record_of)
    twins: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        if record.source and record.flag in ("", "review", "human", "approved", "draft"):
            twins.setdefault(record.source, []).append(number)
    opened: set[int] = set()
    for numbers in twins.values():
        as_it_was = {number for number in numbers if number in sources and sources[number].same}
        needless = [number for number in numbers if number in place_of and number not in as_it_was]
        bare = [number for number in numbers if number not in place_of and number in as_it_was]
        for one in [n for n in numbers if n in place_of and n in as_it_was and not records[n].by_person]:
            same = (each for each in bare if records[each].by_person and records[each].target == records[one].target)
            if (other := next(same, None)) is not None:
                result[place_of[one]] = other
                bare.remove(other)
        for one in needless:
            other = next((each for each in bare if records[each].target == records[one].target), None)
            if other is not None:
                result[place_of[one]] = other
                bare.remove(other)
            else:
                opened.update(each for each in bare if not records[each].target)
    return result, opened


def _between_neighbours(
    result: dict[int, Source], changed: Sequence[int], gone: frozenset[int], fixed: Sequence[tuple[int, int]]
) -> None:
    """Add the changed sources that stand where the old ones stood, where as many went as came.

    gone: records whose translation went, and perhaps the source too, and those that only told more of a source: they
    count where that makes as many.
    fixed: (record, source) of those that are as they were and in their order, and the end of both.
    """
    taken = {source.index for source in result.values()}
    before = (-1, -1)
    for number, index in fixed:
        run = [each for each in changed if before[0] < each < number and each not in result]
        free = [each for each in range(before[1] + 1, index) if each not in taken]
        if len(run) != len(free):
            run = [each for each in run if each not in gone]
        if len(run) == len(free):
            result.update((record, Source(place, False, False)) for record, place in zip(run, free, strict=True))
        before = number, index
