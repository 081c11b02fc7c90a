"""Which block of a translation belongs to which block of its source, and what of it is still true.

Only content is needed: the two bodies and the fingerprint pairs in the translation's front matter. See
docs/translation.md for the rules in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from nashra.markup.blocks import Block, fingerprint, split
from nashra.markup.blocks_0_1 import texts_0_1
from nashra.model import BlockRecord, Version
from nashra.versions.recut import OldPair, is_of_0_1, recut


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the target and what it translates.

    target: None when a person took the block out of the translation.
    source: None when its source is gone or never was (a person added the block).
    record: what was remembered of the pair, None for versions that people made.
    human:  a person wrote, edited, approved or removed the target.
    draft:  a translator wrote the target, and nobody has approved it yet.
    stale:  the source changed or vanished after the translation was made.
    moved:  the source is as it was, but elsewhere among its neighbours.
    """

    source: Block | None
    target: Block | None
    record: BlockRecord | None
    human: bool
    stale: bool
    moved: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """pairs: in the target's order. missing: source blocks that nothing translates yet, by index in `sources`.

    partner: index into `sources` of each pair's source, None where there is none.
    """

    sources: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    partner: tuple[int | None, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """Indexes of the source blocks without a pair, in order."""
        taken = set(self.partner)
        return tuple(number for number in range(len(self.sources)) if number not in taken)


def align(source: Version, target: Version) -> Alignment:
    """The blocks of `target` beside those of `source`, the version it was made from."""
    (sources, source_prints), (targets, target_prints) = _blocks(source.body), _blocks(target.body)
    records = target.translation.blocks if target.translation else ()
    if not records:
        return _align_without_records(sources, targets)
    approved = target.translation is not None and target.translation.state == "reviewed"
    if _remembers(records, source_prints, target_prints):
        return _untouched(sources, targets, records, approved)
    known: Sequence[BlockRecord] = records
    if is_of_0_1(records, source.body, target.body):
        known = _recut(records, source.body, target.body, approved)
        if _remembers(known, source_prints, target_prints):
            return _untouched(sources, targets, known, approved)
    return _pairs(known, sources, source_prints, targets, target_prints, approved)


def _pairs(
    records: Sequence[BlockRecord],
    sources: tuple[Block, ...],
    source_prints: Sequence[str],
    targets: tuple[Block, ...],
    target_prints: Sequence[str],
    approved: bool,
) -> Alignment:
    source_of = _match_sources(records, source_prints)
    pairs: list[Pair] = []
    partner: list[int | None] = []
    for number, place in _match_targets(records, target_prints):
        block = None if place is None else targets[place]
        if number is None:
            partner.append(None)
            pairs.append(Pair(None, block, None, human=True, stale=False))
            continue
        record = records[number]
        index, same, moved = source_of.get(number, (None, False, False))
        partner.append(index)
        edited = place is None or target_prints[place] != record.target
        pairs.append(
            Pair(
                source=None if index is None else sources[index],
                target=block,
                record=record,
                human=approved or edited or record.by_person,
                stale=bool(record.source) and not same,
                moved=moved,
                draft=record.flag == "draft" and not approved and not edited,
            )
        )
    return Alignment(sources, tuple(pairs), tuple(partner))


# A few bodies: those of the article at hand, whose original stands beside each of its versions.
@lru_cache(maxsize=8)
def _blocks(body: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of `body` and their fingerprints."""
    blocks = split(body)
    return blocks, tuple(fingerprint(block.text) for block in blocks)


def _remembers(records: Sequence[BlockRecord], sources: Sequence[str], targets: Sequence[str]) -> bool:
    """Whether the fingerprints are those of `records`, on both sides and in their order."""
    return len(records) == len(sources) == len(targets) and all(
        record.source == source and record.target == target
        for record, source, target in zip(records, sources, targets, strict=True)
    )


def _recut(records: Sequence[BlockRecord], source: str, target: str, approved: bool) -> Sequence[BlockRecord]:
    """What the records of version 0.1 say of the blocks of today."""
    before = _pairs(records, *_blocks_0_1(source), *_blocks_0_1(target), approved)
    old: list[OldPair] = []
    place = 0
    for pair, index in zip(before.pairs, before.partner, strict=True):
        number = None if pair.target is None else place
        place += pair.target is not None
        old.append(OldPair(index, number, pair.record, pair.human, pair.draft, pair.stale))
    return in_source_order(recut(old, source, target))


def _blocks_0_1(body: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks that version 0.1 saw, of which only the number counts, and their fingerprints."""
    parts = texts_0_1(body)
    return tuple(Block("paragraph", text) for text in parts), tuple(fingerprint(text) for text in parts)


def _untouched(
    sources: tuple[Block, ...], targets: tuple[Block, ...], records: Sequence[BlockRecord], approved: bool
) -> Alignment:
    """What `align` gives where every block on both sides stands as its record says: what most versions are."""
    rows = zip(sources, targets, records, strict=True)
    pairs = tuple(
        Pair(one, two, record, approved or record.by_person, False, draft=record.flag == "draft" and not approved)
        for one, two, record in rows
    )
    return Alignment(sources, pairs, tuple(range(len(sources))))


def _align_without_records(sources: Sequence[Block], targets: Sequence[Block]) -> Alignment:
    """A version made by people: block by block where the kinds agree; nothing is known to be stale."""
    kinds = [block.kind for block in sources], [block.kind for block in targets]
    partner: list[int | None] = [None] * len(targets)
    if len(sources) == len(targets):
        partner = list(range(len(sources)))
    else:
        for tag, i1, i2, j1, j2 in _opcodes(*kinds):
            if tag == "equal" or i2 - i1 == j2 - j1:
                partner[j1:j2] = range(i1, i2)
    pairs = tuple(
        Pair(None if index is None else sources[index], block, None, True, False)
        for block, index in zip(targets, partner, strict=True)
    )
    return Alignment(tuple(sources), pairs, tuple(partner))


def _match_targets(records: Sequence[BlockRecord], prints: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """(index of the record, index of the block) in the target's order. Records stand in the source's order.

    Blocks with a remembered fingerprint are found wherever they were moved to. The rest are paired in the gaps between
    those that stayed in place: as many as there are on both sides belong together, in order (a person edited these); a
    record left over is a block that a person removed, a block left over is one that a person added.
    """
    record_of, anchors = _match([record.target for record in records], prints)
    used = set(record_of.values())
    free = [number for number in range(len(records)) if number not in used]
    entries: list[tuple[int | None, int | None]] = []
    gap: list[int] = []
    for number in range(len(prints) + 1):
        if number < len(prints) and number not in anchors:
            gap.append(number)
            continue
        stop = record_of[number] if number < len(prints) else len(records)
        waiting = [n for n in free if n < stop]
        free = free[len(waiting) :]
        # a record whose block a person removed earlier stays removed: it takes no new block
        present = [n for n in waiting if records[n].target]
        for block in gap:
            known = record_of.get(block)
            entries.append((present.pop(0) if known is None and present else known, block))
        entries.extend((n, None) for n in waiting if n in present or not records[n].target)
        gap = []
        if number < len(prints):
            entries.append((stop, number))
    # In a text that a person put into another order, an edited block stands far from where its record is looked for.
    # Better a block too many that is reported as stale than one that never is.
    added = [at for at, (n, _) in enumerate(entries) if n is None]
    removed = [at for at, (n, place) in enumerate(entries) if place is None and n is not None and records[n].target]
    for to, at in zip(added, removed, strict=False):
        entries[to] = (entries[at][0], entries[to][1])
    gone = set(removed[: len(added)])
    return [entry for at, entry in enumerate(entries) if at not in gone]


def _match_sources(records: Sequence[BlockRecord], prints: Sequence[str]) -> dict[int, tuple[int, bool, bool]]:
    """Index of a record -> (index of its source, whether that is as it was, whether it was moved)."""
    record_of, anchors = _match([record.source for record in records], prints)
    found = {record: index for index, record in record_of.items()}
    result = {record: (index, True, index not in anchors) for record, index in found.items()}
    # a changed source stands where the old one stood: between the same unchanged neighbours
    run: list[int] = []
    before = -1
    for number in range(len(records) + 1):
        if number < len(records) and (number not in found or found[number] not in anchors):
            if number not in found and records[number].source:
                run.append(number)
            continue
        following = found[number] if number < len(records) else len(prints)
        free = [index for index in range(before + 1, following) if index not in record_of]
        result.update((record, (index, False, False)) for record, index in zip(run, free, strict=False))
        run, before = [], following
    return result


def _match(remembered: Sequence[str], present: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """(index in `present` -> index in `remembered` of the same fingerprint, those of them that kept their order).

    Each is used once: first the longest common sequence, so that repeated texts find their own; then what was moved.
    """
    result: dict[int, int] = {}
    for tag, i1, i2, j1, _ in _opcodes(remembered, present):
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


def _opcodes(left: Sequence[str], right: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, left, right, autojunk=False).get_opcodes()


def in_source_order(items: Sequence[tuple[int | None, BlockRecord]]) -> list[BlockRecord]:
    """Records of blocks in the target's order, each with the index of its source, in the order they are kept in.

    That is the source's; those without a source come after the one they follow in the target.
    """
    keyed: list[tuple[int, int, BlockRecord]] = []
    position = -1
    for place, (index, record) in enumerate(items):
        position = index if index is not None else position
        keyed.append((position, place, record))
    return [record for _, _, record in sorted(keyed, key=lambda entry: entry[:2])]


def stale_blocks(source: Version, target: Version) -> int:
    """How many blocks of `target` are out of date against `source`, new source blocks without a translation included.

    0 for versions without fingerprints: nothing is known about them.
    """
    if target.translation is None or not target.translation.blocks:
        return 0
    alignment = align(source, target)
    return sum(pair.stale for pair in alignment.pairs) + len(alignment.missing)


def record_is_current(record: BlockRecord | None, source: str, target: str) -> tuple[bool, bool]:
    """(the source is as it was, the target is as it was) of a title or summary; (False, False) without a record."""
    if record is None:
        return False, False
    return record.source == fingerprint(source), record.target == fingerprint(target)
