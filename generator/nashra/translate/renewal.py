"""What of a version is to be translated, and the version that comes of it. Pure: no engine, no files.

`plan` compares a version with its source; `finish` puts the translated texts in. A block that a person wrote, edited or
removed is never touched: when its source changes it is only reported as stale (see `nashra.versions.alignment`).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from nashra.markup.blocks import LITERAL_KINDS, Block, fingerprint, join, labels, split
from nashra.markup.inline import plain_text
from nashra.markup.segments import sentences
from nashra.markup.slots import fill, texts
from nashra.model import Article, BlockRecord, Translation, Version
from nashra.translate.marks import Text, compose, is_translatable
from nashra.versions.alignment import Alignment, Pair, align, in_source_order, record_is_current

_SEPARATE = "\n\n"

# (source text, target text) -> reasons to doubt the translation
Guard = Callable[[str, str], Sequence[object]]


@dataclass(frozen=True, slots=True)
class Renewal:
    """A version to make or to renew.

    target: the version as it is, None when there is none yet.
    blocks: index of a source block -> its texts, for all blocks that the engine must translate.
    title, summary: the source's text when it must be translated, else None.
    """

    article: Article
    lang: str
    source: Version
    target: Version | None
    alignment: Alignment
    blocks: Mapping[int, tuple[Text, ...]]
    title: str | None
    summary: str | None

    def segments(self) -> Iterator[str]:
        """Everything the engine must translate; may repeat itself."""
        for field_text in (self.title, self.summary):
            if field_text is not None:
                yield from (part for part in _sentences(field_text, self.source.lang) if is_translatable(part))
        for block_texts in self.blocks.values():
            for text in block_texts:
                yield from text.segments()

    def with_whole_texts(self, known: Container[str]) -> Renewal:
        """The same, with paragraphs that are known as a whole no longer cut into sentences."""
        blocks = {index: tuple(_whole(text, known) for text in texts) for index, texts in self.blocks.items()}
        return replace(self, blocks=blocks)


def _whole(text: Text, known: Container[str]) -> Text:
    if len(text.spans) < 2 or text.plain not in known:
        return text
    return replace(text, spans=((text.spans[0][0], text.spans[-1][1]),))


@dataclass(frozen=True, slots=True)
class Result:
    """The fields and the body of a renewed version. `stale`: human blocks whose source has changed."""

    title: str
    summary: str | None
    body: str
    translation: Translation
    renewed: int
    kept: int
    stale: int


@dataclass(slots=True)
class _Item:
    """A block of the version being put together.

    text: None when a person removed it. index: its source's. place: its number in the target as it was, None when it
    was not there. gap: the blank lines after it, where it came from.
    """

    text: str | None
    record: BlockRecord
    index: int | None
    place: int | None
    gap: str


def plan(article: Article, lang: str) -> Renewal | None:
    """What must be done for the version of `article` in `lang`; None when nothing must, or nothing may be.

    Versions made by people (state "manual", or without fingerprints) are theirs and never renewed.
    """
    source, target = article.original, article.versions.get(lang)
    if target is source:
        return None
    if target is None:
        alignment = Alignment(split(source.body), (), ())
        renew = dict.fromkeys(range(len(alignment.sources)))
        return _renewal(article, lang, None, alignment, list(renew), source.title, source.summary)
    made = target.translation
    if made is None or made.state == "manual" or not made.blocks or made.origin != source.lang:
        return None
    alignment = align(source, target)
    stale = [
        index
        for pair, index in zip(alignment.pairs, alignment.partner, strict=True)
        if pair.stale and not pair.human and index is not None
    ]
    renew_blocks = sorted([*stale, *alignment.missing])
    approved = made.state == "reviewed"
    title = None if approved else _field_to_renew(made.title, source.title, target.title)
    summary = None if approved else _field_to_renew(made.summary, source.summary, target.summary)
    vanished = any(_is_obsolete(pair, index) for pair, index in zip(alignment.pairs, alignment.partner, strict=True))
    moved = any(pair.moved for pair in alignment.pairs)
    vanished = vanished or (not approved and _is_orphan(made.summary, source.summary, target.summary))
    if not (renew_blocks or title or summary or vanished or moved):
        return None
    return _renewal(article, lang, target, alignment, renew_blocks, title, summary)


def _renewal(
    article: Article,
    lang: str,
    target: Version | None,
    alignment: Alignment,
    renew: list[int],
    title: str | None,
    summary: str | None,
) -> Renewal:
    source = article.original
    references = labels(source.body)
    block_texts = {}
    for index in renew:
        block = alignment.sources[index]
        hard_break = "  \n" if block.kind not in ("heading", "table") else "<br>"
        block_texts[index] = tuple(
            Text.of(text, source.lang, references=references, hard_break=hard_break) for text in texts(block)
        )
    return Renewal(article, lang, source, target, alignment, block_texts, title, summary)


def _field_to_renew(record: BlockRecord | None, source: str | None, target: str | None) -> str | None:
    """The source of a title or summary when the machine may and must translate it again."""
    if source is None:
        return None
    if record is None:
        # never translated: a person wrote it, or there was none to translate
        return source if target is None else None
    source_same, target_same = record_is_current(record, source, target or "")
    if record.by_person or not target_same or source_same:
        return None
    return source


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
) -> Result:
    """The renewed version.

    table: the translation of each of `renewal.segments()`. guard: gives reasons to doubt a block, both texts plain;
    blocks with reasons are marked for review. origins: segment -> the article whose approved words it gets.
    """
    items: list[_Item] = []
    waiting: list[_Item] = []
    renewed = stale = place = 0
    host = ""
    for pair, index in zip(renewal.alignment.pairs, renewal.alignment.partner, strict=True):
        position = None if pair.target is None else place
        place += pair.target is not None
        if _is_obsolete(pair, index):
            continue
        if index in renewal.blocks and index is not None and not pair.human:
            item = _translate_block(renewal, index, table, guard, origins or {})
            item.place, item.gap = position, pair.target.gap if pair.target else _SEPARATE
            renewed += 1
        else:
            item = _keep(pair, index, position, host)
            stale += pair.stale
        host = item.record.target if item.text is not None else host
        (waiting if pair.moved else items).append(item)
    for index in renewal.alignment.missing:
        waiting.append(_translate_block(renewal, index, table, guard, origins or {}))
        renewed += 1
    for item in sorted(waiting, key=lambda item: item.index or 0):
        _insert(items, item)
    body = _assemble(items)
    old = renewal.target.translation if renewal.target else None
    current = (renewal.target.title, renewal.target.summary) if renewal.target else (None, None)
    title, title_record = _renew_field(renewal, renewal.title, current[0], old.title if old else None, table)
    summary, summary_record = _renew_field(renewal, renewal.summary, current[1], old.summary if old else None, table)
    approved = old is not None and old.state == "reviewed"
    if not approved and _is_orphan(summary_record, renewal.source.summary, summary):
        summary, summary_record = None, None
    if approved and renewed:
        # the version is no longer approved as a whole, its title and summary still are
        title_record, summary_record = _as_human(title_record, title), _as_human(summary_record, summary)
    by_engine = old is None or bool(renewed) or renewal.title is not None or renewal.summary is not None
    translation = Translation(
        origin=renewal.source.lang,
        state=old.state if old and not renewed else "machine",
        engine=engine if old is None or by_engine else old.engine,
        via=via if old is None or by_engine else old.via,
        title=title_record,
        summary=summary_record,
        blocks=tuple(in_source_order([(item.index, item.record) for item in items])),
    )
    kept = sum(item.record.by_person for item in items)
    return Result(title or renewal.source.title, summary, body, translation, renewed, kept, stale)


def _is_orphan(record: BlockRecord | None, source: str | None, target: str | None) -> bool:
    """A machine's summary of a source that has none any more."""
    untouched = record is not None and not record.by_person and record.target == fingerprint(target or "")
    return source is None and target is not None and untouched


def _keep(pair: Pair, index: int | None, place: int | None, host: str) -> _Item:
    text = pair.target.text if pair.target else None
    return _Item(text, pair.kept_record(host), index, place, pair.target.gap if pair.target else _SEPARATE)


def _translate_block(
    renewal: Renewal, index: int, table: Mapping[str, str], guard: Guard | None, origins: Mapping[str, str]
) -> _Item:
    block = renewal.alignment.sources[index]
    doubtful = False
    if block.kind in LITERAL_KINDS:
        text = block.text
    else:
        new_texts = []
        for part in renewal.blocks[index]:
            written, doubt = compose(part, table)
            doubtful = doubtful or doubt
            if guard is not None and guard(" ".join(part.plain.split()), plain_text(written)):
                doubtful = True
            new_texts.append(written)
        text = fill(block, new_texts)
        if [part.kind for part in split(text)] != [block.kind]:
            # words that turned into a sign of another block: rather the source than a broken page
            text, doubtful = block.text, True
    parts = [part.plain[start:end] for part in renewal.blocks[index] for start, end in part.spans]
    reused = tuple(dict.fromkeys(origins[part] for part in parts if part in origins))
    record = BlockRecord(fingerprint(block.text), fingerprint(text), "review" if doubtful else "", reused)
    return _Item(text, record, index, None, block.gap)


def _insert(items: list[_Item], new: _Item) -> None:
    """Put `new` after the block whose source stands nearest before its own."""
    best = -1
    best_index = -1
    for place, item in enumerate(items):
        if item.index is not None and new.index is not None and best_index <= item.index < new.index:
            best, best_index = place, item.index
    items.insert(best + 1, new)


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


def _renew_field(
    renewal: Renewal, source: str | None, current: str | None, record: BlockRecord | None, table: Mapping[str, str]
) -> tuple[str | None, BlockRecord | None]:
    """(text, record) of a title or summary after the renewal."""
    if source is None:
        if record and current is not None and record.target != fingerprint(current):
            record = _as_human(record, current)
        return current, record
    words = translate_plain(source, renewal.source.lang, table)
    return words, BlockRecord(fingerprint(source), fingerprint(words))


def _as_human(record: BlockRecord | None, text: str | None) -> BlockRecord | None:
    return replace(record, target=fingerprint(text or ""), flag="human") if record else None


def _sentences(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lang)]


def translate_plain(text: str, lang: str, table: Mapping[str, str]) -> str:
    """A text without Markdown, such as a title, sentence by sentence."""
    parts = (table.get(part, part) if is_translatable(part) else part for part in _sentences(text, lang))
    return " ".join(" ".join(part.split()) for part in parts if part.strip()) or text
