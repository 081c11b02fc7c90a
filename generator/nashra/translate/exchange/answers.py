"""What is to be applied of a translator's answers in a PO file, and what cannot be. Pure.

What cannot be applied is reported with its line and stays in the PO file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nashra.kit.errors import ContentError, Problem
from nashra.kit.spaces import one_line
from nashra.markup.blocks import fingerprint
from nashra.markup.inline import Mark, parse
from nashra.translate.exchange.export import FORMAT, WHOLE, Exchange, Key, Unit
from nashra.translate.exchange.po import PoEntry

_CONTEXT = re.compile(r"(title|summary|alt|caption|[0-9a-f]{8}(?:\.[0-9]{1,6})?)/([0-9]{1,6})-([0-9a-f]{8})?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ADDRESS = re.compile(r"\]\(\s*<?([^\s<>)]*)")
# No translation is this much longer than its source, in characters; some rules take time that grows with the square.
_LONGEST, _LONGER = 2_000, 8
_ONE_LINE = frozenset({"heading", "table"})


@dataclass(frozen=True, slots=True)
class Address:
    """Which version a returned file is for, by its header."""

    article: str
    origin: str
    lang: str


def address_of(header: Mapping[str, str], path: Path) -> Address:
    """Which version the file `path` with this header is for. Raises ContentError where it is not one of ours."""
    parts = [header.get(f"x-nashra-{name}", "") for name in ("article", "from", "to")]
    if not all(parts):
        hint = "it must be one that `nashra export` made, with its header"
        raise ContentError("the file does not say which article it is for", path=path, line=1, hint=hint)
    if header.get("x-nashra-format") != FORMAT:
        raise ContentError("another version of Nashra made the file", path=path, line=1, hint="export it again")
    return Address(*parts)


@dataclass(frozen=True, slots=True)
class Answer:
    """A text that the translator wrote. line: of the PO file."""

    text: str
    fuzzy: bool
    line: int


@dataclass(slots=True)
class Answers:
    """accepted: texts to put in. confirmed: texts of ours that came back as they were, no longer marked fuzzy."""

    path: Path
    accepted: dict[Key, Answer] = field(default_factory=dict)
    confirmed: set[Key] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, message: str, line: int, hint: str = "") -> None:
        self.problems.append(Problem(f"not applied: {message}", self.path, line or None, hint))


def judge(made: Exchange, entries: Sequence[PoEntry], path: Path) -> Answers:
    """Sort what came back into what is to be applied, what was confirmed, and what cannot be applied."""
    answers = Answers(path)
    units = {unit.key: unit for unit in made.units}
    seen: dict[Key, int] = {}
    for entry in entries:
        context = _CONTEXT.fullmatch(entry.context or "")
        if context is None:
            answers.refuse("this entry is none of the article's", entry.line, "leave msgctxt as it was exported")
            continue
        key = context[1], int(context[2])
        if key in seen:
            answers.refuse(f"the same text stands in line {seen[key]} already", entry.line, "keep one of them")
            continue
        seen[key] = entry.line
        unit = units.get(key)
        text = _tidy(entry.target, made, unit)
        if text and (fault := _sort_in(made, answers, unit, entry, text, context[3] or "")):
            answers.refuse(fault, entry.line)
    return answers


def _sort_in(made: Exchange, answers: Answers, unit: Unit | None, entry: PoEntry, text: str, base: str) -> str:
    """Put `text` where it belongs in `answers`, or say why it cannot be applied; "" where all is well.

    base: the fingerprint of the translation when the file was exported.
    """
    mark = fingerprint(text)
    if unit is None or fingerprint(unit.source) != fingerprint(entry.source):
        # what came back as it went out is no loss
        return "" if mark == base else "its source changed or vanished since the export; export the article again"
    if len(text) > _LONGEST + len(unit.source) * _LONGER:
        return f"it is {len(text):,} characters long, and the source {len(unit.source):,}"
    if mark == unit.base or _reads_alike(text, unit, made.references):
        if not entry.fuzzy and unit.fuzzy:
            answers.confirmed.add(unit.key)
        return ""
    if mark == base:
        return ""
    if unit.base != base:
        return "the translation was edited since the export; put the two together by hand"
    if _CONTROL.search(text):
        return "it has control characters"
    if unit.index is not None and (fault := _lost(unit, text, made.references)):
        return fault
    answers.accepted[unit.key] = Answer(text, entry.fuzzy, entry.line)
    return ""


def _tidy(text: str, made: Exchange, unit: Unit | None) -> str:
    """An answer as `texts` would show it: on one line, hard line breaks kept where the block may have some."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip().split("\n")
    if unit is not None and unit.index is None:
        return one_line(text)
    if len(lines) == 1 or (unit is not None and unit.number == WHOLE):
        return "\n".join(lines)
    # a heading with a line under it may have lines of its own
    single = (
        unit is not None
        and unit.index is not None
        and made.alignment.sources[unit.index].kind in _ONE_LINE
        and "\n" not in unit.source
    )
    *firsts, last = [line.lstrip() for line in lines if line.strip()]
    parts = [line + "\n" if line.endswith("  ") and not single else line.rstrip() + " " for line in firsts]
    return "".join([*parts, last])


def _reads_alike(text: str, unit: Unit, references: frozenset[str]) -> bool:
    """Whether `text` is the unit's target but for escapes, as it is once an answer was put in its place."""
    return unit.target != "" and parse(text, references) == parse(unit.target, references)


def _lost(unit: Unit, text: str, references: frozenset[str]) -> str:
    """Which links, pictures, notes, code or tags of the source `text` lacks or has too many; "" where all are there."""
    wanted, found = _marks(unit.source, references), _marks(text, references)
    if wanted == found or found == _marks(unit.target, references):
        return ""
    parts = [f"{name} is missing" for name in (wanted - found).elements()]
    parts += [f"{name} is not in the source" for name in (found - wanted).elements()]
    return "; ".join(parts)


def _marks(text: str, references: frozenset[str]) -> Counter[str]:
    plain, marks = parse(text, references)
    return Counter(name for mark in marks if (name := _mark_name(mark, plain)))


def _mark_name(mark: Mark, plain: str) -> str:
    """What must be the same in source and translation; "" for emphasis, hashtags and handles."""
    mark, words = mark.bare, plain[mark.start : mark.end]
    if mark.kind == "link" and mark.open.startswith("<"):
        return f"link {mark.open}"
    if mark.kind in ("link", "image"):
        address = _ADDRESS.match(mark.close)
        return f"{mark.kind} {address[1] if address else mark.close[1:].lower()}"
    if mark.kind == "code":
        return f"code {words}"
    if mark.kind == "literal":
        return "" if words.startswith(("#", "@")) else f"address {words}"
    return "" if mark.kind == "emphasis" else mark.open
