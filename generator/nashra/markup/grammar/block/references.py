"""Targets of references: '[label]: address "title"', at the start of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nashra.markup.grammar.addresses import ADDRESS, TITLE, target
from nashra.markup.grammar.tree import Target, fold_label

_LABEL = re.compile(r"\[(?!\^)((?:\\.|[^\[\]\\]){1,999})\]:[ \t]*\n?[ \t]*", re.DOTALL)
_GAP = re.compile(r"[ \t]*\n[ \t]*|[ \t]+")
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Definition:
    """end: where it ends in the text. lines: how many lines it takes."""

    label: str
    target: Target
    end: int
    lines: int


def definition(text: str, at: int) -> Definition | None:
    """The target that stands in `text`, the lines of a paragraph, at the start of the line at `at`."""
    label = _LABEL.match(text, at)
    if label is None or not label[1].strip():
        return None
    address = ADDRESS.match(text, label.end())
    if address is None or not address[0]:
        return None
    end, title = _line_end(text, address.end()), None
    gap = _GAP.match(text, address.end())
    words = TITLE.match(text, gap.end()) if gap else None
    if words and (after := _line_end(text, words.end())):
        end, title = after, words[0]
    if not end:
        return None
    lines = text.count("\n", at, end) + (text[end - 1] != "\n")
    return Definition(fold_label(label[1]), target(address[0], title), end, lines)


def _line_end(text: str, at: int) -> int:
    """The end of the line at `at`, 0 where more than blanks stand before it."""
    match = _LINE_END.match(text, at)
    return match.end() if match else 0
