"""Records that version 0.1 wrote, for the blocks that the grammar of today sees.

Where both cut a text alike, a record stays as it is. Elsewhere the blocks that lie over each other are taken together:
what a person wrote stays a person's, what the machine wrote stays the machine's where the two versions are still cut
alike, and is translated again where they are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nashra.markup.blocks import Block, fingerprint, split
from nashra.markup.blocks_0_1 import split_0_1, texts_0_1
from nashra.model import BlockRecord, Flag


@dataclass(frozen=True, slots=True)
class OldPair:
    """A pair as version 0.1 saw it: indexes of its blocks, its record, and what is known of it."""

    source: int | None
    target: int | None
    record: BlockRecord | None
    human: bool
    draft: bool
    stale: bool


@dataclass(slots=True)
class _Region:
    """Blocks that lie over each other in the source, in the target, or that translate each other. All by index."""

    old_sources: list[int] = field(default_factory=list)
    old_targets: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)
    pairs: list[OldPair] = field(default_factory=list)


def is_of_0_1(records: Iterable[BlockRecord], source: str, target: str) -> bool:
    """Whether `records` remember blocks that only version 0.1 would cut out of the two bodies."""
    remembered = {mark for record in records for mark in (record.source, record.target)} - {""}
    old = {fingerprint(text) for body in (source, target) for text in texts_0_1(body)}
    new = {fingerprint(block.text) for body in (source, target) for block in split(body)}
    return len(remembered & (old - new)) > len(remembered & (new - old))


def recut(pairs: Sequence[OldPair], source: str, target: str) -> list[tuple[int | None, BlockRecord]]:
    """(index of the source's block, record) for the blocks of today, in the target's order.

    pairs: those of the old blocks, in the target's order.
    """
    sources, targets = split(source), split(target)
    result: list[tuple[int | None, BlockRecord]] = []
    for region in _regions(pairs, source, target, sources, targets):
        result.extend(_records(region, sources, targets))
    return result


def _records(
    region: _Region, sources: Sequence[Block], targets: Sequence[Block]
) -> Iterator[tuple[int | None, BlockRecord]]:
    if not region.pairs:
        return  # a source that nothing translates yet
    first = region.pairs[0]
    lists = (region.old_sources, region.sources, region.old_targets, region.targets)
    if max(map(len, lists)) == 1 and len(region.pairs) == 1 and first.record is not None:
        index = region.sources[0] if region.sources else None
        same_source = first.stale or index is None or fingerprint(sources[index].text) == first.record.source
        same_target = first.human or fingerprint(targets[region.targets[0]].text) == first.record.target
        if same_source and same_target:
            yield index, first.record
            return
    human, stale = any(pair.human for pair in region.pairs), any(pair.stale for pair in region.pairs)
    flag: Flag = "review" if any(pair.record and pair.record.flag == "review" for pair in region.pairs) else ""
    if human:
        flag = "draft" if any(pair.draft for pair in region.pairs) else "human"
    alike = [sources[n].kind for n in region.sources] == [targets[n].kind for n in region.targets]
    was = next((pair.record.source for pair in region.pairs if pair.record and pair.record.source), "")
    for number, place in enumerate(region.targets):
        index = region.sources[number] if number < len(region.sources) else None
        current = index is not None and alike and not stale
        mark = fingerprint(sources[index].text) if current and index is not None else was
        if human and index is None and region.sources:
            mark = ""  # a person's block more than there are sources: as if that person had added it
        yield index, BlockRecord(mark, fingerprint(targets[place].text), flag)
    if human:
        # a person's words stand for these too: they must not be translated once more
        for index in region.sources[len(region.targets) :]:
            yield index, BlockRecord(fingerprint(sources[index].text), "", "human")


def _regions(
    pairs: Sequence[OldPair], source: str, target: str, sources: Sequence[Block], targets: Sequence[Block]
) -> list[_Region]:
    """All blocks, old and new, put together where they touch; in the target's order."""
    together: dict[tuple[str, int], tuple[str, int]] = {}

    def root(node: tuple[str, int]) -> tuple[str, int]:
        while (parent := together.setdefault(node, node)) != node:
            together[node] = node = together.get(parent, parent)
        return node

    for old, new, body, blocks in (("os", "ns", source, sources), ("ot", "nt", target, targets)):
        cuts = split_0_1(body)
        for number, block in enumerate(blocks):
            root((new, number))
            end = block.line + block.text.count("\n") + 1
            for place, (first, stop, _) in enumerate(cuts):
                if first < end and block.line < stop:
                    together[root((old, place))] = root((new, number))
    for pair in pairs:
        if pair.source is not None and pair.target is not None:
            together[root(("os", pair.source))] = root(("ot", pair.target))
    regions: dict[tuple[str, int], _Region] = {}
    for pair in pairs:
        if pair.target is None and pair.source is None:
            continue  # a person took it out, and then its source went too
        node = ("ot", pair.target) if pair.target is not None else ("os", pair.source or 0)
        regions.setdefault(root(node), _Region()).pairs.append(pair)
    for node in sorted(together):
        region = regions.setdefault(root(node), _Region())
        name, number = node
        {"os": region.old_sources, "ns": region.sources, "ot": region.old_targets, "nt": region.targets}[name].append(
            number
        )
    return list(regions.values())
