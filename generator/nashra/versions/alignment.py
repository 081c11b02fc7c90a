"""Which block of a translation belongs to which block of its source, and what of it is still true.

Only content is needed: the two bodies and the fingerprint pairs in the translation's front matter. Blocks whose
fingerprints are known are found wherever they stand; the others are paired by what they say, or not at all (`places`,
`pairing`). See docs/translation.md for the rules in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nashra.markup.blocks import Block, fingerprint, split
from nashra.markup.blocks_0_1 import texts_0_1
from nashra.model import BlockRecord, Flag, Version
from nashra.versions.found import Found, Tie
from nashra.versions.matching import opcodes
from nashra.versions.pairing import Comparison
from nashra.versions.places import find
from nashra.versions.recut import OldPair, is_of_0_1, recut

# Marks of lines that do not stand for one block on either side and nothing else.
_TIES = ("unpaired", "joined", "part", "more")


# Where a record belongs: with the source of this index, or, where it says True, after all of that source. None: nobody
# knows.
Order = tuple[int, bool] | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the target and what it translates.

    target: None when a person took the block out of the translation, or joined it to another.
    source: None when its source is gone, never was (a person added the block), or is not known.
    record: what was remembered of the pair, None for versions that people made.
    human:  a person wrote, edited, approved or removed the target.
    draft:  a translator wrote the target, and nobody has approved it yet.
    stale:  the source changed or vanished after the translation was made.
    moved:  the source is as it was, but elsewhere among its neighbours.
    tie:    "unpaired" where a person's work left it open which block translates which; "joined" where the source is
            translated in the target before it, together with another; "part" where another target translates the rest;
            "more" where the target may tell more than its source.
    approved: a person has said that this target is a translation of this source.
    """

    source: Block | None
    target: Block | None
    record: BlockRecord | None
    human: bool
    stale: bool
    moved: bool = False
    draft: bool = False
    tie: Tie = ""
    approved: bool = False

    @property
    def is_undecided(self) -> bool:
        """Whether a person wrote the target while its source was another than the one that is remembered: nobody knows
        for which of its wordings, and the old one may come back."""
        if self.target is None or self.record is None or self.tie or not (self.human and self.stale):
            return False
        return self.record.target != fingerprint(self.target.text)

    def kept_record(self, host: str = "") -> BlockRecord:
        """What is to be remembered of the pair where it stays as it is.

        host: the fingerprint of the target before it, for a source that is joined to it.
        """
        if not self.human and self.record is not None:
            return self.record
        source = self.record.source if self.record is not None else ""
        went = self.target is None and self.tie == "unpaired"
        # where the translation went and its source changed, the block is open until a person settles it; what it says
        # now is remembered, for its neighbours may not tell the next time which block it was
        if self.source is not None and (not source or went):
            source = fingerprint(self.source.text)
        mark = fingerprint(self.target.text) if self.target is not None else host if self.tie == "joined" else ""
        flag: Flag = self.tie or ("draft" if self.draft else "approved" if self.approved else "human")
        flag = "more" if self.is_undecided else flag
        return BlockRecord(source, mark, flag)


@dataclass(frozen=True, slots=True)
class Alignment:
    """pairs: in the target's order. missing: source blocks that nothing translates yet, by index in `sources`.

    partner: index into `sources` of each pair's source, None where there is none.
    after: for pairs whose source went, the index of the source that stood before it and is still there, -1 for none.
    """

    sources: tuple[Block, ...]
    pairs: tuple[Pair, ...]
    partner: tuple[int | None, ...]
    after: tuple[int | None, ...] = ()

    @property
    def order(self) -> tuple[Order, ...]:
        """Where the record of each pair belongs among the others, see `in_source_order`."""
        after = self.after or (None,) * len(self.pairs)
        return tuple(
            order_of(index) if before is None else (before, True)
            for index, before in zip(self.partner, after, strict=True)
        )

    @property
    def missing(self) -> tuple[int, ...]:
        """Indexes of the source blocks without a pair, in order."""
        taken = set(self.partner)
        return tuple(number for number in range(len(self.sources)) if number not in taken)


def align(source: Version, target: Version) -> Alignment:
    """The blocks of `target` beside those of `source`, the version it was made from."""
    made = target.translation
    approved = made is not None and made.state == "reviewed"
    return _of(source.body, target.body, (source.lang, target.lang), made.blocks if made else (), approved)


# What asks for one version asks several times: what to renew, how it stands, what of it serves again.
@lru_cache(maxsize=16)
def _of(
    source: str, target: str, languages: tuple[str, str], records: tuple[BlockRecord, ...], approved: bool
) -> Alignment:
    (sources, source_prints), (targets, target_prints) = _blocks(source), _blocks(target)
    if not records:
        return _align_without_records(sources, targets, languages)
    if _remembers(records, source_prints, target_prints):
        return _untouched(sources, targets, records, approved)
    known: Sequence[BlockRecord] = records
    if is_of_0_1(records, source, target):
        known = _recut(records, source, target, languages, approved)
        if _remembers(known, source_prints, target_prints):
            return _untouched(sources, targets, known, approved)
    return _aligned(known, _blocks(source), _blocks(target), languages, approved)


_Cut = tuple[tuple[Block, ...], tuple[str, ...]]


def _aligned(
    records: Sequence[BlockRecord], source: _Cut, target: _Cut, languages: tuple[str, str], approved: bool
) -> Alignment:
    """The pairs of two cut bodies, of which `records` remember what they were."""
    (sources, source_prints), (targets, target_prints) = source, target

    @cache
    def comparison() -> Comparison:
        return Comparison(sources, targets, *languages)

    found = find(records, source_prints, target_prints, targets, comparison)
    pairs = [_pair(each, sources, targets, records, approved) for each in found]
    partner = tuple(each.source for each in found)
    return Alignment(sources, tuple(pairs), partner, tuple(_went_after(found, records)))


def _went_after(found: Sequence[Found], records: Sequence[BlockRecord]) -> Iterator[int | None]:
    """See `Alignment.after`."""
    kept = {each.record: each.source for each in found if each.record is not None and each.source is not None}
    for each in found:
        if each.source is not None or each.record is None or not records[each.record].source:
            yield None
        else:
            yield next((kept[number] for number in range(each.record - 1, -1, -1) if number in kept), -1)


def _pair(
    found: Found, sources: Sequence[Block], targets: Sequence[Block], records: Sequence[BlockRecord], approved: bool
) -> Pair:
    record = None if found.record is None else records[found.record]
    block = None if found.target is None else targets[found.target]
    source = None if found.source is None else sources[found.source]
    if record is None:
        return Pair(source, block, None, human=True, stale=False, tie=found.tie)
    edited = block is None or record.target != fingerprint(block.text) or (found.tie == "part" != record.flag)
    return Pair(
        source=source,
        target=block,
        record=record,
        human=approved or edited or record.by_person,
        stale=bool(record.source) and not found.same,
        moved=found.moved,
        draft=record.flag == "draft" and not approved and not edited,
        tie=found.tie,
        # that nothing was to stand there says nothing of words that a person put there since
        approved=record.flag == "approved" and not found.tie and not (record.target if block is None else edited),
    )


# A few bodies: those of the article at hand, whose original stands beside each of its versions.
@lru_cache(maxsize=8)
def _blocks(body: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """The blocks of `body` and their fingerprints."""
    blocks = split(body)
    return blocks, tuple(fingerprint(block.text) for block in blocks)


def _remembers(records: Sequence[BlockRecord], sources: Sequence[str], targets: Sequence[str]) -> bool:
    """Whether the fingerprints are those of `records`, on both sides and in their order."""
    return len(records) == len(sources) == len(targets) and all(
        record.source == source and record.target == target and record.flag not in _TIES
        for record, source, target in zip(records, sources, targets, strict=True)
    )


def _recut(
    records: Sequence[BlockRecord], source: str, target: str, languages: tuple[str, str], approved: bool
) -> Sequence[BlockRecord]:
    """What the records of version 0.1 say of the blocks of today."""
    before = _aligned(records, _blocks_0_1(source), _blocks_0_1(target), languages, approved)
    old: list[OldPair] = []
    place = 0
    for pair, index in zip(before.pairs, before.partner, strict=True):
        number = None if pair.target is None else place
        place += pair.target is not None
        old.append(OldPair(index, number, pair.record, pair.human, pair.draft, pair.stale))
    return in_source_order([(order_of(index), record) for index, record in recut(old, source, target)])


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
        Pair(
            one,
            two,
            record,
            approved or record.by_person,
            False,
            draft=record.flag == "draft" and not approved,
            approved=record.flag == "approved",
        )
        for one, two, record in rows
    )
    return Alignment(sources, pairs, tuple(range(len(sources))))


def _align_without_records(
    sources: tuple[Block, ...], targets: tuple[Block, ...], languages: tuple[str, str]
) -> Alignment:
    """A version made by people: what says the same belongs together, the rest by its place among its neighbours where
    the kinds agree; nothing is known to be stale."""
    comparison = Comparison(sources, targets, *languages)
    proven = comparison.proven(range(len(sources)), range(len(targets)), ())
    partner: list[int | None] = [None] * len(targets)
    for index, place in proven:
        partner[place] = index
    taken = {index for index, _ in proven}
    for index, place in _by_kind(sources, targets):
        if partner[place] is None and index not in taken and comparison.may_stand(index, place):
            partner[place] = index
    pairs = tuple(
        Pair(None if index is None else sources[index], block, None, True, False)
        for block, index in zip(targets, partner, strict=True)
    )
    return Alignment(sources, pairs, tuple(partner))


def _by_kind(sources: Sequence[Block], targets: Sequence[Block]) -> list[tuple[int, int]]:
    if len(sources) == len(targets):
        return [(number, number) for number in range(len(sources))]
    kinds = [block.kind for block in sources], [block.kind for block in targets]
    return [
        (i1 + offset, j1 + offset)
        for tag, i1, i2, j1, j2 in opcodes(*kinds)
        if tag == "equal" or i2 - i1 == j2 - j1
        for offset in range(i2 - i1)
    ]


def order_of(index: int | None) -> Order:
    """That of a record whose source has this index."""
    return None if index is None else (index, False)


def in_source_order(items: Sequence[tuple[Order, BlockRecord]]) -> list[BlockRecord]:
    """Records of blocks in the target's order, each with where it belongs, in the order they are kept in.

    That is the source's: by it changed sources are found between their neighbours, so those that went stay where they
    stood. What never had a source comes after the one it follows in the target.
    """
    keyed: list[tuple[tuple[int, bool], int, BlockRecord]] = []
    position = -1, False
    for place, (order, record) in enumerate(items):
        position = order or (position[0], True)
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
