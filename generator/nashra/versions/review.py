"""Approving translations: what a person has read and found right is a person's from then on. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from nashra.kit.errors import ContentError
from nashra.markup.blocks import Block, fingerprint
from nashra.model import Article, BlockRecord, Flag, State, Translation, Version
from nashra.versions.alignment import Alignment, Pair, align, in_source_order, record_is_current
from nashra.versions.pairing import Comparison
from nashra.versions.status import needs_review


@dataclass(frozen=True, slots=True)
class Line:
    """A block as it stands for approval.

    number: of the block of the version, 0 for one of the source that nothing translates.
    open:   why it is not approved along with the whole version; "" where nothing speaks against it.
    settled: whether a person has approved it already.
    """

    number: int
    source: Block | None
    target: Block | None
    open: str
    settled: bool


def lines(article: Article, lang: str) -> list[Line]:
    """The blocks of the version in `lang` beside their sources, and what is missing; see `approve`."""
    source, version, _ = _versions(article, lang)
    alignment = align(source, version)
    found = []
    number = 0
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        number += pair.target is not None
        shown = number if pair.target is not None or pair.tie == "joined" else 0
        if shown or pair.tie or pair.stale:
            found.append(Line(shown, pair.source, pair.target, _open(pair, index), pair.approved))
    found += [Line(0, alignment.sources[index], None, "not translated", False) for index in alignment.missing]
    for name, changed in (("title", _title_is_stale(source, version)), ("summary", _summary_is_stale(source, version))):
        if changed:
            found.append(Line(0, None, None, f"the {name} of the source was changed after it was translated", False))
    return found


def _open(pair: Pair, index: int | None) -> str:
    if pair.tie == "unpaired":
        return "it is not known which block of the other version belongs to it"
    if pair.stale:
        return "its source was changed after it was translated" if index is not None else "its source is gone"
    return "the machine doubts it" if needs_review(pair) and not pair.draft else ""


def approve(
    article: Article,
    lang: str,
    numbers: Collection[int] = (),
    *,
    force: bool = False,
    sources: Mapping[int, tuple[int, ...]] | None = None,
) -> Translation:
    """The translation of the version in `lang` with blocks approved as they are, against the source as it is.

    numbers: 1-based numbers of the version's blocks; none means the whole version, title and summary included. Of a
    whole version, what is stale, missing, in doubt or unpaired is left as it is, unless `force` is set: then blocks of
    the source that it leaves out count as left out on purpose. A stale block that is approved is no longer stale until
    its source changes again.
    sources: number of a block -> numbers of the blocks of the source that it translates, () for none, as a person says
    it is. Raises ContentError when there is nothing of the kind.
    """
    source, version, made = _versions(article, lang)
    alignment = align(source, version)
    said = dict(sources or {})
    wanted = {*numbers, *said}
    count = sum(pair.target is not None for pair in alignment.pairs)
    _check(alignment, count, wanted, said, version)
    work = _Approval(
        alignment, Comparison(alignment.sources, _targets(alignment), source.lang, lang), wanted, force, said
    )
    records, is_whole = work.records()
    translation = replace(made, blocks=tuple(records), state=_state(made.state, records, whole=is_whole))
    if not wanted:
        title, summary = _fields(source, version, made, force=force)
        translation = replace(translation, title=title, summary=summary)
    return translation


def _versions(article: Article, lang: str) -> tuple[Version, Version, Translation]:
    """(source, version, its translation)."""
    version = article.versions.get(lang)
    if version is None:
        raise ContentError(f"{article.folder} has no version in {lang!r}", hint="`nashra status` shows what there is")
    made = version.translation
    source = article.versions.get(made.origin) if made else None
    if made is None or source is None:
        raise ContentError("only translations can be approved, and this is the original", path=version.path)
    return source, version, made


def _check(
    alignment: Alignment, count: int, wanted: Collection[int], said: Mapping[int, tuple[int, ...]], version: Version
) -> None:
    wrong = [number for number in sorted(wanted) if not 1 <= number <= count]
    if wrong:
        raise ContentError(f"there is no block {wrong[0]}; the text has {count}", path=version.path)
    known = len(alignment.sources)
    wrong = [number for each in said.values() for number in each if not 1 <= number <= known]
    if wrong:
        raise ContentError(f"the source has no block {wrong[0]}; it has {known}", path=version.path)
    present = [pair for pair in alignment.pairs if pair.target is not None]
    for number in sorted(set(wanted) - set(said)):
        if present[number - 1].tie == "unpaired":
            hint = f"say which: --block {number}=SOURCE, a number of a block of the source, 0 for none"
            raise ContentError(f"it is not known which block {number} translates", path=version.path, hint=hint)


def _targets(alignment: Alignment) -> list[Block]:
    return [pair.target for pair in alignment.pairs if pair.target is not None]


@dataclass(slots=True)
class _Approval:
    alignment: Alignment
    comparison: Comparison
    wanted: Collection[int]
    force: bool
    said: Mapping[int, tuple[int, ...]]

    def records(self) -> tuple[list[BlockRecord], bool]:
        """(the records, whether nothing of a whole version is left open)."""
        items: list[tuple[int | None, BlockRecord]] = []
        claimed = {index - 1 for indexes in self.said.values() for index in indexes}
        number, host, is_whole = 0, "", not self.wanted
        for pair, index in zip(self.alignment.pairs, self.alignment.partner, strict=True):
            number += pair.target is not None
            if pair.target is not None and number in self.said:
                made = list(self._as_said(number, pair.target))
                items += made
                host = made[0][1].target
                continue
            if index in claimed or (pair.tie == "joined" and number in self.said):
                # a person says that another block translates it
                if pair.target is not None:
                    items.append((None, BlockRecord("", fingerprint(pair.target.text), "unpaired")))
                continue
            record = self._record(pair, index, number, host)
            is_whole = is_whole and (record is None or record.flag != "unpaired")
            if record is None:
                continue
            if not self._is_chosen(pair, index, number) and (pair.stale or not record.is_settled):
                is_whole = False
            host = record.target if pair.target is not None else host
            items.append((index, record))
        left = [index for index in self.alignment.missing if index not in claimed]
        if not self.wanted and self.force:
            items.extend((index, BlockRecord(self._print(index), "", "human")) for index in left)
        elif left:
            is_whole = False
        return in_source_order(items), is_whole

    def _is_chosen(self, pair: Pair, index: int | None, number: int) -> bool:
        if self.wanted:
            # what is joined to a block goes with it
            return number in self.wanted and (pair.target is not None or pair.tie == "joined")
        return self.force or not _open(pair, index)

    def _record(self, pair: Pair, index: int | None, number: int, host: str) -> BlockRecord | None:
        if not self._is_chosen(pair, index, number):
            return pair.kept_record(host)
        mark = fingerprint(pair.target.text) if pair.target is not None else host if pair.tie == "joined" else ""
        if pair.target is None and index is None:
            return None  # its source is gone, and so is what stood for it
        tie: Flag = "human" if pair.tie in ("", "unpaired") else pair.tie
        named = pair.tie == "more" and number in self.wanted
        source = self._print(index)
        if (named or pair.tie == "") and index is not None and self._is_known(pair, index, number):
            tie = "approved"
        return BlockRecord("" if pair.target is not None and pair.tie == "unpaired" else source, mark, tie)

    def _is_known(self, pair: Pair, index: int, number: int) -> bool:
        """Whether the pair is certain: made by the machine, said by a person, or told by what the two say.

        A block that has its source by its place alone becomes no example for others unless it is named.
        """
        if pair.target is None or not pair.human or pair.approved or pair.draft or number in self.wanted:
            return True
        return self.comparison.is_proven(index, number - 1)

    def _as_said(self, number: int, target: Block) -> Iterator[tuple[int | None, BlockRecord]]:
        mark = fingerprint(target.text)
        first, *others = self.said[number] or (0,)
        # of two blocks that are said to translate the same, the later tells the rest
        is_rest = first and any(first in self.said[before][:1] for before in self.said if before < number)
        flag: Flag = "part" if is_rest else "approved"
        yield (first - 1 if first else None), BlockRecord(self._print(first - 1) if first else "", mark, flag)
        yield from ((other - 1, BlockRecord(self._print(other - 1), mark, "joined")) for other in others)

    def _print(self, index: int | None) -> str:
        return "" if index is None else fingerprint(self.alignment.sources[index].text)


def _state(state: State, records: list[BlockRecord], *, whole: bool) -> State:
    if state == "machine" and (whole or all(record.is_settled for record in records)):
        return "reviewed"
    return state


def _title_is_stale(source: Version, version: Version) -> bool:
    record = version.translation.title if version.translation else None
    return record is not None and not record_is_current(record, source.title, version.title)[0]


def _summary_is_stale(source: Version, version: Version) -> bool:
    record = version.translation.summary if version.translation else None
    return record is not None and not record_is_current(record, source.summary or "", version.summary or "")[0]


def _fields(
    source: Version, version: Version, made: Translation, *, force: bool
) -> tuple[BlockRecord | None, BlockRecord | None]:
    title = made.title
    if force or not _title_is_stale(source, version):
        title = BlockRecord(fingerprint(source.title), fingerprint(version.title), "human")
    if version.summary is None:
        return title, None
    summary = made.summary
    if force or not _summary_is_stale(source, version):
        summary = BlockRecord(fingerprint(source.summary or ""), fingerprint(version.summary), "human")
    return title, summary
