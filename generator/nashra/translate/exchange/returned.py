"""What a translator sent back: a PO file that `nashra.translate.exchange.export` made, put into the version. Pure.

A person's words are never lost: what cannot be applied is reported with its line and stays in the PO file, and what
was edited in the version meanwhile stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.kit.errors import ContentError, Problem
from nashra.kit.spaces import shortened
from nashra.markup.blocks import Block, fingerprint, join, split
from nashra.markup.inline import escape_line_start
from nashra.markup.slots import fill, shape, texts
from nashra.model import BlockRecord, Flag, State, Translation
from nashra.translate.exchange.answers import Answer, Answers, judge
from nashra.translate.exchange.export import WHOLE, Exchange
from nashra.translate.exchange.po import PoEntry
from nashra.versions.alignment import Order, Pair, in_source_order, order_of
from nashra.versions.fields import NAMES, Name, record_of, text_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of a returned file.

    title ... translation, alt, caption: the version as it is to be written, the last two of its lead picture;
        None where there is nothing to write.
    applied, approved: texts put in; texts that were there and are now known to be right.
    confirmed: texts that the translator found right, which only an approval would record.
    drafts:    1-based numbers of the blocks that wait for an approval now.
    notes:     remarks of the translator, each with its line.
    """

    title: str
    summary: str | None
    body: str
    translation: Translation | None
    applied: int = 0
    approved: int = 0
    confirmed: int = 0
    drafts: tuple[int, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    alt: str | None = None
    caption: str | None = None


def take_back(made: Exchange, entries: Sequence[PoEntry], path: Path, *, approved: bool) -> Outcome:
    """The version of `made`, as it is now, with what a translator wrote in the PO file `path`.

    approved: an editor approves it all; else what is new waits for `nashra review` (flag "draft"). Entries that are
    marked fuzzy and were changed wait in any case. Nothing is written of a version that does not exist yet before
    every text of it is translated.
    """
    answers = judge(made, entries, path)
    version = _Version(made, answers, approved)
    outcome = version.renewed() if made.target is not None else version.new()
    notes = tuple((entry.line, note) for entry in entries for note in entry.notes)
    return replace(outcome, notes=notes, problems=tuple(answers.problems))


@dataclass(slots=True)
class _Item:
    """A block of the version being put together. text: None when a person took it out of the translation.

    order: where its record belongs, where that is not with its source.
    """

    text: str | None
    gap: str
    index: int | None
    record: BlockRecord | None
    order: Order = None


def _in_order(items: Sequence[_Item]) -> list[BlockRecord]:
    return in_source_order([(item.order or order_of(item.index), item.record) for item in items if item.record])


# (words, record) of each.
_Fields = Mapping[Name, tuple[str | None, BlockRecord | None]]


@dataclass(slots=True)
class _Version:
    """Puts answers into a version."""

    made: Exchange
    answers: Answers
    approved: bool
    applied: int = 0
    approvals: int = 0

    def new(self) -> Outcome:
        """A version made of nothing but answers; without a translation when some are missing."""
        made, answers = self.made, self.answers
        if not answers.accepted:
            return self._nothing()
        missing = [unit for unit in made.units if unit.key not in answers.accepted and unit.place not in NAMES[1:]]
        for unit in missing:
            hint = f"it begins: {_quote(unit.source)}"
            answers.problems.append(Problem(f"{unit.comments[0]}: not translated", answers.path, hint=hint))
        items = []
        for index, block in enumerate(made.alignment.sources) if not answers.problems else ():
            text, record = self._block(index, None)
            literal = BlockRecord(fingerprint(block.text), fingerprint(block.text), "human")
            items.append(_Item(block.text if text is None else text, block.gap, index, record or literal))
        if answers.problems:
            message = f"nothing is written: there is no version in {made.lang!r} yet, and not all of it is here"
            hint = "complete the file; or run `nashra translate`, and export and apply again"
            answers.problems.append(Problem(message, answers.path, hint=hint))
            return self._nothing()
        fields = {name: self._field(name, text_of(made.source, name), None, None) for name in NAMES}
        records = tuple(_in_order(items))
        # no engine had a part in it, so it is a version made by people
        translation = Translation(made.source.lang, "manual", "", (), blocks=records)
        return self._outcome(fields, items, translation)

    def renewed(self) -> Outcome:
        """The version as it is, with the answers in it."""
        made, target = self.made, self.made.target
        old = target.translation if target else None
        if target is None or old is None:
            raise ValueError("there is no version to renew")
        items, host = [], ""
        aligned = made.alignment
        for pair, index, order in zip(aligned.pairs, aligned.partner, aligned.order, strict=True):
            text, record = self._block(index, pair) if index is not None and pair.tie in ("", "more") else (None, None)
            before = pair.target.text if pair.target else None
            gap = pair.target.gap if pair.target else ""
            record = record or pair.kept_record(host)
            items.append(_Item(before if text is None else text, gap, index, record, order))
            host = record.target if items[-1].text is not None else host
        for index in made.alignment.missing:
            text, record = self._block(index, None)
            if text is not None:
                _insert(items, _Item(text, "\n\n", index, record))
            elif not old.blocks:
                # a version without fingerprints: what people left out, they left out on purpose
                mark = fingerprint(made.alignment.sources[index].text)
                items.append(_Item(None, "", index, BlockRecord(mark, "", "human")))
        fields = {
            name: self._field(name, text_of(made.source, name), text_of(target, name), record_of(old, name))
            for name in NAMES
        }
        if not self.applied and not self.approvals:
            return self._nothing()
        records = _in_order(items)
        state = _state(old.state, records, [record for _, record in fields.values() if record])
        if old.state == "reviewed" and state != "reviewed":
            # an approval of the whole held for title, summary and picture too
            fields = {name: (text, _approved(record)) for name, (text, record) in fields.items()}
        return self._outcome(fields, items, replace(old, state=state, blocks=tuple(records)))

    def _nothing(self) -> Outcome:
        return Outcome("", None, "", None, confirmed=len(self.answers.confirmed))

    def _outcome(self, fields: _Fields, items: list[_Item], translation: Translation) -> Outcome:
        present = [item for item in items if item.text is not None]
        body = join(Block("paragraph", item.text or "", item.gap) for item in present)
        if [block.text for block in split(body)] != [item.text for item in present]:
            message = "two blocks would run together"
            raise ContentError(message, path=self.answers.path, hint="translate what stands between them as well")
        drafts = [number for number, item in enumerate(present, 1) if item.record and item.record.flag == "draft"]
        left = 0 if self.approved else len(self.answers.confirmed)
        words = {name: text for name, (text, _) in fields.items()}
        made = {name: record for name, (_, record) in fields.items()}
        translation = replace(
            translation, title=made["title"], summary=made["summary"], alt=made["alt"], caption=made["caption"]
        )
        title = words["title"] or (self.made.target.title if self.made.target else "")
        counts = (self.applied, self.approvals, left)
        return Outcome(
            title,
            words["summary"],
            body,
            translation,
            *counts,
            tuple(drafts),
            alt=words["alt"],
            caption=words["caption"],
        )

    def _block(self, index: int, pair: Pair | None) -> tuple[str | None, BlockRecord | None]:
        """(new text, new record) of the translation of a source block; (None, None) where nothing changes."""
        units = [unit for unit in self.made.units if unit.index == index]
        given = {unit.number: self.answers.accepted[unit.key] for unit in units if unit.key in self.answers.accepted}
        confirmed = {unit.number for unit in units if unit.key in self.answers.confirmed}
        source = self.made.alignment.sources[index]
        base = pair.target if pair and pair.target else source
        text = base.text
        if given:
            lines = [answer.line for answer in given.values()]
            absent = [unit for unit in units if unit.number not in given and not unit.target]
            if absent:
                self.answers.refuse(f"not all of the block is translated: {_quote(absent[0].source)}", lines[0])
                return None, None
            filled = _filled(base, given)
            if filled is None:
                kind = "one block" if WHOLE in given else f"a {base.kind}"
                self.answers.refuse(f"this would no longer be {kind}", lines[0], "look at blank lines and line starts")
                return None, None
            text = filled
        dealt_with = all(unit.number in given or unit.number in confirmed or not unit.fuzzy for unit in units)
        settled = dealt_with and not any(answer.fuzzy for answer in given.values())
        if not given and not (self.approved and confirmed and settled):
            return None, None
        self.applied += len(given)
        self.approvals += len(confirmed) if self.approved else 0
        known = pair.record.source if pair and pair.record else ""
        mark = known if known and not dealt_with else fingerprint(source.text)
        seen = all(unit.number in given or unit.number in confirmed for unit in units) or bool(pair and pair.approved)
        flag = self._flag(settled)
        # a text that a person wrote and that nobody was asked about is no example yet
        return text, BlockRecord(mark, fingerprint(text), flag if seen or flag == "draft" else "human")

    def _flag(self, settled: bool) -> Flag:
        return "approved" if self.approved and settled else "draft"

    def _field(
        self, name: str, source: str | None, current: str | None, record: BlockRecord | None
    ) -> tuple[str | None, BlockRecord | None]:
        """(text, record) of a field."""
        key = (name, 1)
        answer = self.answers.accepted.get(key)
        if answer is not None:
            self.applied += 1
            mark = fingerprint(source or "")
            return answer.text, BlockRecord(mark, fingerprint(answer.text), self._flag(not answer.fuzzy))
        if self.approved and key in self.answers.confirmed:
            self.approvals += 1
            return current, BlockRecord(fingerprint(source or ""), fingerprint(current or ""), "human")
        return current, record


def _filled(base: Block, given: Mapping[int, Answer]) -> str | None:
    """The source of `base` with answers for its texts; None where it would be another kind of block, or several."""
    if WHOLE in given:
        text = given[WHOLE].text
        return text if len(split(text)) == 1 else None
    wanted = shape([base])
    for escape in (lambda words: words, _as_words):
        new = texts(base)
        for number, answer in given.items():
            words = escape(answer.text)
            new[number - 1] = words
        text = fill(base, new)
        blocks = split(text)
        if len(blocks) == 1 and shape(blocks) == wanted:
            return text
    return None


def _as_words(text: str) -> str:
    return "\n".join(escape_line_start(line) for line in text.split("\n"))


def _insert(items: list[_Item], new: _Item) -> None:
    """Put `new` after the block whose source stands nearest before its own."""
    best = best_index = -1
    for place, item in enumerate(items):
        if item.index is not None and new.index is not None and best_index <= item.index < new.index:
            best, best_index = place, item.index
    if not any(item.text is not None for item in items[best + 1 :]):
        before = next((item for item in reversed(items[: best + 1]) if item.text is not None), None)
        new.gap = before.gap if before else "\n"
        if before:
            before.gap = "\n\n"
    items.insert(best + 1, new)


def _state(state: State, records: Sequence[BlockRecord], fields: Collection[BlockRecord]) -> State:
    """A machine's version in which people have approved all is reviewed; a reviewed one with a draft is not."""
    if state == "manual":
        return state
    if any(record.flag == "draft" for record in (*records, *fields)):
        return "machine"
    return "reviewed" if state == "reviewed" or all(r.is_settled for r in (*records, *fields)) else "machine"


def _approved(record: BlockRecord | None) -> BlockRecord | None:
    return replace(record, flag="human") if record and record.flag != "draft" else record


def _quote(text: str) -> str:
    return shortened(" ".join(text.split()))
