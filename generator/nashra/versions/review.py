"""Approving translations: what a person has read and found right is a person's from then on. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from nashra.kit.errors import ContentError
from nashra.markup.blocks import fingerprint
from nashra.model import Article, BlockRecord, Flag, State, Translation, Version
from nashra.versions.alignment import Alignment, align, in_source_order


def approve(article: Article, lang: str, numbers: Collection[int] = ()) -> Translation:
    """The translation of the version in `lang` with blocks approved as they are, against the source as it is.

    numbers: 1-based numbers of the version's blocks; none means the whole version, title and summary included. Source
    blocks that a whole version leaves out count as left out on purpose. A stale block that is approved is no longer
    stale until its source changes again. Raises ContentError when there is nothing of the kind.
    """
    version = article.versions.get(lang)
    if version is None:
        raise ContentError(f"{article.folder} has no version in {lang!r}", hint="`nashra status` shows what there is")
    made = version.translation
    source = article.versions.get(made.origin) if made else None
    if made is None or source is None:
        raise ContentError("only translations can be approved, and this is the original", path=version.path)
    alignment = align(source, version)
    count = sum(pair.target is not None for pair in alignment.pairs)
    wrong = [number for number in numbers if not 1 <= number <= count]
    if wrong:
        raise ContentError(f"there is no block {wrong[0]}; the text has {count}", path=version.path)
    records = _records(alignment, set(numbers))
    translation = replace(made, blocks=tuple(records), state=_state(made.state, records, whole=not numbers))
    if not numbers:
        title, summary = _fields(source, version)
        translation = replace(translation, title=title, summary=summary)
    return translation


def _records(alignment: Alignment, numbers: set[int]) -> list[BlockRecord]:
    items: list[tuple[int | None, BlockRecord]] = []
    number = 0
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        number += pair.target is not None
        chosen = not numbers or (pair.target is not None and number in numbers)
        record = pair.record or BlockRecord(_print(alignment, index), "", "human")
        if chosen:
            record = BlockRecord(_print(alignment, index), "", "human")
        if pair.target is not None and (chosen or pair.human):
            flag: Flag = "draft" if pair.draft and not chosen else "human"
            record = replace(record, target=fingerprint(pair.target.text), flag=flag)
        items.append((index, record))
    if not numbers:
        items.extend((index, BlockRecord(_print(alignment, index), "", "human")) for index in alignment.missing)
    return in_source_order(items)


def _print(alignment: Alignment, index: int | None) -> str:
    return "" if index is None else fingerprint(alignment.sources[index].text)


def _state(state: State, records: list[BlockRecord], *, whole: bool) -> State:
    if state == "machine" and (whole or all(record.flag == "human" for record in records)):
        return "reviewed"
    return state


def _fields(source: Version, version: Version) -> tuple[BlockRecord, BlockRecord | None]:
    title = BlockRecord(fingerprint(source.title), fingerprint(version.title), "human")
    if version.summary is None:
        return title, None
    return title, BlockRecord(fingerprint(source.summary or ""), fingerprint(version.summary), "human")
