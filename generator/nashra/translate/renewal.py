"""What of a version is to be translated, and the version that comes of it. Pure: no engine, no files.

`plan` compares a version with its source; `finish` puts the translated texts in. A block that a person wrote, edited or
removed is never touched: when its source changes it is only reported as stale (see `nashra.versions.alignment`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from types import MappingProxyType

from nashra.markup import segments
from nashra.markup.blocks import Block, fingerprint, join, labels, split
from nashra.markup.kept import faults, is_grave
from nashra.markup.slots import fill, texts
from nashra.model import Article, BlockRecord, Flag, Translation, Version
from nashra.translate.again import Again
from nashra.translate.marks import Text, compose, compose_safely, is_translatable
from nashra.versions.alignment import Alignment, Order, Pair, align, in_source_order, order_of
from nashra.versions.doubts import in_pairs
from nashra.versions.fields import NAMES, Name, fields_of, text_of

# An engine that gives its own words less than this, from 0 to 1, is not sure of them.
UNSURE = 0.5
_SEPARATE = "\n\n"
_ITEM = re.compile(r"^(?:[-*+]|\d{1,9}[.)])(?=[ \t])", re.MULTILINE)
_OTHER_SIGN = str.maketrans("-*+.)", "*-*).")

# (source text, target text) -> reasons to doubt the translation
Guard = Callable[[str, str], Sequence[object]]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A version to make or to renew.

    target: the version as it is, None when there is none yet.
    blocks: index of a source block -> its texts, for all blocks that the engine must translate.
    fields: name of a field that the engine must translate -> the source's text.
    whole: those of these texts that are known as a whole, and are not cut into sentences.
    """

    article: Article
    lang: str
    source: Version
    target: Version | None
    alignment: Alignment
    blocks: Mapping[int, tuple[Text, ...]]
    fields: Mapping[Name, str]
    whole: frozenset[str] = frozenset()

    def parts(self, text: str) -> list[str]:
        """The sentences of a field's text."""
        return [text] if text in self.whole else segments.cut(text, self.source.lang)

    def segments(self) -> Iterator[str]:
        """Everything the engine must translate; may repeat itself."""
        for field_text in self.fields.values():
            yield from (part for part in self.parts(field_text) if is_translatable(part))
        for block_texts in self.blocks.values():
            for text in block_texts:
                yield from text.segments()

    def with_whole_texts(self, known: Container[str]) -> Renewal:
        """The same, with paragraphs and fields that are known as a whole no longer cut into sentences."""
        blocks = {index: tuple(_whole(text, known) for text in texts) for index, texts in self.blocks.items()}
        return replace(self, blocks=blocks, whole=frozenset(text for text in self.fields.values() if text in known))


def _whole(text: Text, known: Container[str]) -> Text:
    if len(text.spans) < 2 or text.plain not in known:
        return text
    return replace(text, spans=((text.spans[0][0], text.spans[-1][1]),))


@dataclass(frozen=True, slots=True)
class Result:
    """The fields and the body of a renewed version. `stale`: human blocks whose source has changed.

    alt, caption: of the lead picture. new_title: whether the machine made the title anew.
    """

    title: str
    summary: str | None
    body: str
    translation: Translation
    renewed: int
    kept: int
    stale: int
    alt: str | None = None
    caption: str | None = None
    new_title: bool = False


@dataclass(slots=True)
class _Item:
    """A block of the version being put together.

    fresh: whether the machine made it now, or need not, as with code.
    text: None when a person removed it. index: its source's. place: its number in the target as it was, None when it
    was not there. gap: the blank lines after it, where it came from. order: where its record belongs.
    """

    text: str | None
    record: BlockRecord
    index: int | None
    place: int | None
    gap: str
    order: Order
    fresh: bool = False


def plan(article: Article, lang: str, again: Again | None = None) -> Renewal | None:
    """What must be done for the version of `article` in `lang`; None when nothing must, or nothing may be.

    again: what of the machine's is to be made anew on purpose, beside what must be.
    Versions made by people (state "manual", or without fingerprints) are theirs and never renewed.
    """
    source, target = article.original, article.versions.get(lang)
    if target is source or lang in article.unreadable:
        return None  # a file that cannot be read may hold a person's work
    if target is None:
        alignment = Alignment(split(source.body), (), ())
        words = {name: text for name in NAMES if (text := text_of(source, name)) is not None}
        return _renewal(article, lang, None, alignment, list(range(len(alignment.sources))), words)
    made = target.translation
    if made is None or made.state == "manual" or not made.blocks or made.origin != source.lang:
        return None
    alignment = align(source, target)
    if again is not None and not again.wants(made, lang):
        again = None
    stale = [
        index
        for pair, index in zip(alignment.pairs, alignment.partner, strict=True)
        if not pair.human
        and index is not None
        and (pair.stale or (again is not None and again.block(pair, source.lang, lang)))
    ]
    renew_blocks = sorted([*stale, *alignment.missing])
    fields = list(fields_of(source, target))
    words = {
        each.name: each.source
        for each in fields
        if each.source is not None
        and (each.is_to_renew or (again is not None and again.field(each, source.lang, lang)))
    }
    if made.state == "reviewed" and not renew_blocks:
        words = {}  # what people approved as a whole is theirs; `nashra status` tells them what it lacks
    vanished = any(_is_obsolete(pair, index) for pair, index in zip(alignment.pairs, alignment.partner, strict=True))
    rearranged = any(pair.moved or pair.is_undecided for pair in alignment.pairs)
    vanished = vanished or any(each.is_orphan or each.is_undecided for each in fields)
    if not (renew_blocks or words or vanished or rearranged):
        return None
    return _renewal(article, lang, target, alignment, renew_blocks, words)


def _renewal(
    article: Article,
    lang: str,
    target: Version | None,
    alignment: Alignment,
    renew: list[int],
    fields: Mapping[Name, str],
) -> Renewal:
    source = article.original
    references = labels(source.body)
    block_texts = {}
    for index in renew:
        block = alignment.sources[index]
        hard_break = "  \n" if block.kind not in ("heading", "table", "html") else "<br>"
        block_texts[index] = tuple(
            Text.of(text, source.lang, references=references, hard_break=hard_break) for text in texts(block)
        )
    return Renewal(article, lang, source, target, alignment, block_texts, fields)


def _is_obsolete(pair: Pair, index: int | None) -> bool:
    """A machine's block whose source a person deleted."""
    return not pair.human and index is None and pair.target is not None


def finish(
    renewal: Renewal,
    table: Mapping[str, str],
    engine: str,
    via: tuple[str, ...],
    guard: Guard | None = None,
    origins: Mapping[str, str] | None = None,
    again: Container[str] = (),
    sure: Mapping[str, float] = MappingProxyType({}),
) -> Result:
    """The renewed version.

    table: the translation of each of `renewal.segments()`. guard: gives reasons to doubt a block, both texts plain;
    blocks with reasons are marked for review. origins: segment -> the article whose approved words it gets. again:
    segments of which one has the very words of another, see `nashra.versions.echoes`; they are marked too.
    sure: how sure the engine was of segments; what it was not sure of is remembered with the block.
    """
    make = _Make(renewal, table, guard, origins or {}, again, sure)
    items: list[_Item] = []
    waiting: list[_Item] = []
    renewed = stale = place = 0
    host = ""
    alignment = renewal.alignment
    for pair, index, order in zip(alignment.pairs, alignment.partner, alignment.order, strict=True):
        position = None if pair.target is None else place
        place += pair.target is not None
        if _is_obsolete(pair, index):
            continue
        if index in renewal.blocks and index is not None and not pair.human:
            item = make.block(index)
            item.fresh, item.place, item.gap = True, position, pair.target.gap if pair.target else _SEPARATE
            renewed += 1
        else:
            item = _keep(pair, index, position, host, order)
            item.fresh = pair.source is None or not texts(pair.source)
            stale += pair.stale
        host = item.record.target if item.text is not None else host
        (waiting if pair.moved else items).append(item)
    for index in alignment.missing:
        waiting.append(make.block(index))
        renewed += 1
    for item in sorted(waiting, key=lambda item: item.index or 0):
        _insert(items, item)
    _keep_apart([item for item in items if item.text])
    body = _assemble(items)
    old = renewal.target.translation if renewal.target else None
    title, summary, alt, caption = fields = tuple(make.field(name) for name in NAMES)
    by_engine = old is None or bool(renewed) or bool(renewal.fields)
    records = [item.record for item in items if item.place is not None and not item.fresh and item.text]
    records += [each[1] for name, each in zip(NAMES, fields, strict=True) if each[1] and name not in renewal.fields]
    older = old.older if old else ()
    if old is not None and by_engine:
        # what stays of the machine's is told from what was made now
        earlier = dict.fromkeys((*older, old.engine)) if any(not record.by_person for record in records) else {}
        older = tuple(label for label in earlier if label and label != engine)
    translation = Translation(
        origin=renewal.source.lang,
        state=old.state if old and not renewed else "machine",
        engine=engine if old is None or by_engine else old.engine,
        via=via if old is None or by_engine else old.via,
        title=title[1],
        summary=summary[1],
        blocks=tuple(in_source_order([(item.order, item.record) for item in items])),
        alt=alt[1],
        caption=caption[1],
        older=older,
    )
    return Result(
        title=title[0] or renewal.source.title,
        summary=summary[0],
        body=body,
        translation=translation,
        renewed=renewed,
        kept=sum(item.record.by_person for item in items),
        stale=stale,
        alt=alt[0],
        caption=caption[0],
        new_title="title" in renewal.fields,
    )


def _keep(pair: Pair, index: int | None, place: int | None, host: str, order: Order) -> _Item:
    text = pair.target.text if pair.target else None
    return _Item(text, pair.kept_record(host), index, place, pair.target.gap if pair.target else _SEPARATE, order)


@dataclass(frozen=True, slots=True)
class _Make:
    """Puts the words of the table into blocks and fields; see `finish`."""

    renewal: Renewal
    table: Mapping[str, str]
    guard: Guard | None
    origins: Mapping[str, str]
    again: Container[str]
    sure: Mapping[str, float]

    def block(self, index: int) -> _Item:
        """A block of the source in the language of the version."""
        block = self.renewal.alignment.sources[index]
        parts = self.renewal.blocks[index]
        composed = [compose(part, self.table) for part in parts]
        doubtful = any(doubt for _, doubt in composed)
        text, unproved = self._proved(block, parts, [written for written, _ in composed])
        doubtful = doubtful or unproved
        segments = [part.plain[start:end] for part in parts for start, end in part.spans]
        doubtful = doubtful or self._is_doubtful(in_pairs(block, split(text)[0]), segments)
        flag: Flag = "review" if doubtful else ""
        record = self._record(block.text, text, flag, segments)
        return _Item(text, record, index, None, block.gap, order_of(index))

    def _proved(self, block: Block, parts: Sequence[Text], written: list[str]) -> tuple[str, bool]:
        """(the block with texts in which every mark of the source is found, whether something had to be done for it).

        A text that lost one is set in a safe form. Where that does not help, as where words turned into a sign of
        another block, it is rather the source than a broken page. Emphasis that found no place is told, and left out.
        """
        references = labels(self.renewal.source.body)
        for attempt in ("as composed", "safely", "all safely"):
            text = fill(block, written) if written else block.text
            found = self._faults(block, text, references)
            if found is not None and not any(found.values()):
                return text, attempt != "as composed" or bool(found)
            broken = found is None or attempt == "safely"
            again = range(len(parts)) if broken else [number for number, grave in (found or {}).items() if grave]
            for number in again:
                written[number] = compose_safely(parts[number], self.table)
        return block.text, True

    def _faults(self, block: Block, text: str, references: frozenset[str]) -> dict[int, bool] | None:
        """Number of a text that lost marks, or got strange ones -> whether that is grave; None where the block is not
        one of its kind any more."""
        cut = split(text)
        befores = texts(block)
        if [part.kind for part in cut] != [block.kind] or len(afters := texts(cut[0])) != len(befores):
            return None
        pairs = zip(befores, afters, strict=True)
        found = {number: faults(before, after, references) for number, (before, after) in enumerate(pairs)}
        return {number: any(map(is_grave, wrong)) for number, wrong in found.items() if wrong}

    def field(self, name: Name) -> tuple[str | None, BlockRecord | None]:
        """(text, record) of a field after the renewal."""
        if (source := self.renewal.fields.get(name)) is not None:
            segments = self.renewal.parts(source)
            words = translate_plain(source, segments, self.table)
            flag: Flag = "review" if self._is_doubtful([(source, words)], segments) else ""
            return words, self._record(source, words, flag, segments)
        target = self.renewal.target
        if target is None:
            return None, None
        found = next((each for each in fields_of(self.renewal.source, target) if each.name == name), None)
        if found is None:
            return text_of(target, name), None
        return (None, None) if found.is_orphan else (found.target, found.kept_record())

    def _record(self, source: str, target: str, flag: Flag, segments: Sequence[str]) -> BlockRecord:
        """What is to be remembered of words that were made of `segments`: where they come from, and how sure the engine
        was of them."""
        reused = tuple(dict.fromkeys(self.origins[segment] for segment in segments if segment in self.origins))
        least = min((self.sure[segment] for segment in segments if segment in self.sure), default=1.0)
        sure = int(least * 100) if least < UNSURE else None
        return BlockRecord(fingerprint(source), fingerprint(target), flag, reused, sure)

    def _is_doubtful(self, pairs: Iterable[tuple[str, str]], segments: Iterable[str]) -> bool:
        if any(segment in self.again for segment in segments):
            return True
        return self.guard is not None and any(self.guard(one, two) for one, two in pairs)


def _insert(items: list[_Item], new: _Item) -> None:
    """Put `new` after the block whose source stands nearest before its own."""
    best = -1
    best_index = -1
    for place, item in enumerate(items):
        if item.index is not None and new.index is not None and best_index <= item.index < new.index:
            best, best_index = place, item.index
    items.insert(best + 1, new)


def _keep_apart(items: Sequence[_Item]) -> None:
    """Two lists that come to stand side by side would be one list: the machine's gets other signs."""
    for one, two in pairwise(items):
        texts_of = one.text or "", two.text or ""
        item = one if two.record.by_person else two
        if item.record.by_person or not all(map(_ITEM.match, texts_of)) or len(split(_SEPARATE.join(texts_of))) > 1:
            continue
        item.text = _ITEM.sub(lambda sign: sign[0].translate(_OTHER_SIGN), item.text or "")
        item.record = replace(item.record, target=fingerprint(item.text))


def _assemble(items: list[_Item]) -> str:
    """The body. A gap belongs to two neighbours: it stays only where both were neighbours before."""
    present = [item for item in items if item.text is not None]
    blocks = []
    for item, following in zip_longest(present, present[1:]):
        gap = "\n"
        if following is not None:
            both_old = item.place is not None and following.place == item.place + 1
            both_new = item.place is following.place is None and _follows(item.index, following.index)
            gap = item.gap if both_old or both_new else _SEPARATE
        blocks.append(Block("paragraph", item.text or "", gap))
    return join(blocks)


def _follows(index: int | None, following: int | None) -> bool:
    return index is not None and following == index + 1


def translate_plain(text: str, cut: Sequence[str], table: Mapping[str, str]) -> str:
    """A text without Markdown, such as a title, sentence by sentence."""
    parts = (table.get(part, part) if is_translatable(part) else part for part in cut)
    return " ".join(" ".join(part.split()) for part in parts if part.strip()) or text
