"""Approving translations: what a person has read and found right is a person's from then on. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nashra.kit.errors import ContentError
from nashra.markup.blocks import Block, fingerprint
from nashra.model import Article, BlockRecord, Flag, Translation, Version
from nashra.versions.alignment import Alignment, Order, Pair, align, in_source_order, order_of
from nashra.versions.doubts import Check, lost_marks, of_field, of_pair, without_marks
from nashra.versions.fields import NAMES, Field, Name, fields_of
from nashra.versions.pairing import Comparison, sentences_keep_their_order
from nashra.versions.status import needs_review


@dataclass(frozen=True, slots=True)
class Line:
    """A block or a field as it stands for approval.

    number: of the block of the version, 0 for one of the source that nothing translates, and for a field.
    source, target: its words. open: why it is not approved along with the whole version; "" where nothing speaks
        against it.
    settled: whether a person has approved it already. name: of the field, "" for a block.
    """

    number: int
    source: str | None
    target: str | None
    open: str
    settled: bool
    name: str = ""


def lines(article: Article, lang: str, doubts: Check[str] | None = None) -> list[Line]:
    """Fields and blocks of the version in `lang` beside their sources, and what is missing; see `approve`."""
    source, version, _ = _versions(article, lang)
    alignment = align(source, version)
    look = _Look(source.lang, lang, doubts)
    found = [
        Line(0, each.source, each.target, look.of_field(each), each.approved, each.name)
        for each in fields_of(source, version)
    ]
    number = 0
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        number += pair.target is not None
        shown = number if pair.target is not None or pair.tie == "joined" else 0
        if shown or pair.tie or pair.stale:
            before, after = (None if block is None else block.text for block in (pair.source, pair.target))
            found.append(Line(shown, before, after, look.of_block(pair, index), pair.approved))
    found += [Line(0, alignment.sources[index].text, None, "not translated", False) for index in alignment.missing]
    return found


@dataclass(frozen=True, slots=True)
class _Look:
    """Says why a block or a field is left open. doubts: what the guards say of its words today."""

    lang: str
    other: str
    doubts: Check[str] | None

    def of_block(self, pair: Pair, index: int | None) -> str:
        if pair.tie == "unpaired":
            return "it is not known which block of the other version belongs to it"
        if pair.stale:
            return "its source was changed after it was translated" if index is not None else "its source is gone"
        if pair.human:
            return ""
        found = of_pair(pair, self.lang, self.other, self.doubts) if self.doubts else []
        found += without_marks(lost_marks(pair))
        return _doubt(found, needs_review(pair))

    def of_field(self, field: Field) -> str:
        if field.missing:
            return "not translated"
        if field.stale:
            return f"the {field.name} of the source was changed after it was translated"
        if field.human:
            return ""
        found = of_field(field, self.lang, self.other, self.doubts) if self.doubts else []
        return _doubt(found, field.record is not None and field.record.flag == "review")


def _doubt(found: Sequence[str], marked: bool) -> str:
    if found:
        return "doubtful: " + "; ".join(dict.fromkeys(found))
    return "the machine doubts it" if marked else ""


def approve(
    article: Article,
    lang: str,
    numbers: Collection[int] = (),
    *,
    force: bool = False,
    sources: Mapping[int, tuple[int, ...]] | None = None,
    fields: Collection[str] = (),
    doubts: Check[str] | None = None,
) -> Translation:
    """The translation of the version in `lang` with blocks approved as they are, against the source as it is.

    numbers: 1-based numbers of the version's blocks, fields: names of its fields; none of both means the whole
    version. doubts: what the guards say of a machine's words. Of a whole version, what is stale, missing, in doubt or
    unpaired is left as it is, unless `force` is set: then what it leaves out of the source counts as left out on
    purpose. What is stale and approved is no longer stale until its source changes again.
    sources: number of a block -> numbers of the blocks of the source that it translates, () for none, as a person says
    it is. Raises ContentError when there is nothing of the kind.
    """
    source, version, made = _versions(article, lang)
    alignment = align(source, version)
    said = dict(sources or {})
    wanted = {*numbers, *said}
    is_all = not wanted and not fields
    count = sum(pair.target is not None for pair in alignment.pairs)
    _check(alignment, count, wanted, said, version)
    look = _Look(source.lang, lang, doubts)
    comparison = Comparison(alignment.sources, _targets(alignment), source.lang, lang)
    records, whole = _Approval(alignment, comparison, wanted, is_all, force, said, look).records()
    found = {each.name: each for each in fields_of(source, version)}
    if strange := sorted(set(fields) - set(found)):
        raise ContentError(f"the version has no {strange[0]}", path=version.path)
    heads: dict[Name, BlockRecord | None] = dict.fromkeys(NAMES)
    settled = whole or all(record.is_settled for record in records)
    for each in found.values():
        chosen = each.name in fields or (is_all and (force or not look.of_field(each)))
        heads[each.name] = _approved(each) if chosen else each.kept_record()
        # one that nothing speaks against goes with the blocks
        settled = settled and (chosen or not look.of_field(each))
    return replace(
        made,
        blocks=tuple(records),
        state="reviewed" if made.state == "machine" and settled else made.state,
        title=heads["title"],
        summary=heads["summary"],
        alt=heads["alt"],
        caption=heads["caption"],
    )


def _approved(field: Field) -> BlockRecord:
    return BlockRecord(fingerprint(field.source or ""), fingerprint(field.target or ""), "human")


def _versions(article: Article, lang: str) -> tuple[Version, Version, Translation]:
    """(source, version, its translation)."""
    version = article.versions.get(lang)
    if version is None and lang in article.unreadable:
        raise ContentError(f"{article.folder}/{lang}.md cannot be read", hint="`nashra status` says what is wrong")
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
    is_all: bool
    force: bool
    said: Mapping[int, tuple[int, ...]]
    look: _Look

    def records(self) -> tuple[list[BlockRecord], bool]:
        """(the records, whether nothing of a whole version is left open)."""
        items: list[tuple[Order, BlockRecord]] = []
        claimed = {index - 1 for indexes in self.said.values() for index in indexes}
        number, host, is_whole = 0, "", self.is_all
        aligned = self.alignment
        for pair, index, order in zip(aligned.pairs, aligned.partner, aligned.order, strict=True):
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
            items.append((order, record))
        left = [index for index in self.alignment.missing if index not in claimed]
        if self.is_all and self.force:
            items.extend((order_of(index), BlockRecord(self._print(index), "", "human")) for index in left)
        elif left:
            is_whole = False
        return in_source_order(items), is_whole

    def _is_chosen(self, pair: Pair, index: int | None, number: int) -> bool:
        if not self.is_all:
            # what is joined to a block goes with it
            return number in self.wanted and (pair.target is not None or pair.tie == "joined")
        return self.force or not self.look.of_block(pair, index)

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
        source = self.alignment.sources[index]
        langs = self.look.lang, self.look.other
        if not self.comparison.is_proven(index, number - 1):
            return False
        is_one = self.comparison.sources[index].sentences == self.comparison.targets[number - 1].sentences == 1
        in_order = sentences_keep_their_order(source, pair.target, *langs)
        return in_order and (is_one or self.comparison.says_each_sentence(index, number - 1))

    def _as_said(self, number: int, target: Block) -> Iterator[tuple[Order, BlockRecord]]:
        mark = fingerprint(target.text)
        first, *others = self.said[number] or (0,)
        # of two blocks that are said to translate the same, the later tells the rest
        is_rest = first and any(first in self.said[before][:1] for before in self.said if before < number)
        flag: Flag = "part" if is_rest else "approved"
        yield order_of(first - 1 if first else None), BlockRecord(self._print(first - 1) if first else "", mark, flag)
        yield from ((order_of(other - 1), BlockRecord(self._print(other - 1), mark, "joined")) for other in others)

    def _print(self, index: int | None) -> str:
        return "" if index is None else fingerprint(self.alignment.sources[index].text)
