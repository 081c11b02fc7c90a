"""The sentence in which a text names an entity first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nashra.markup.segments import sentences
from nashra.model import Mention

# Characters of a sentence: three or four lines on a phone. A longer one is cut around the name.
MAX_LENGTH = 300
# Characters before the name that a cut sentence keeps, where it has so many.
_BEFORE = 120


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence; characters [start, end) of it are the name."""

    text: str
    start: int
    end: int


def first_mentions(text: str, mentions: Iterable[Mention], lang: str) -> dict[str, Context]:
    """Entity -> its first context in `text`, whose blocks are parted by blank lines. mentions: in order of the text."""
    found: dict[str, Context] = {}
    block_end, begin, spans, block = -1, 0, [], ""
    for mention in mentions:
        if mention.entity in found:
            continue
        if mention.start >= block_end:
            gap = text.rfind("\n\n", 0, mention.start)
            begin = gap + 2 if gap >= 0 else 0
            block_end = text.find("\n\n", mention.end)
            block_end = len(text) if block_end < 0 else block_end
            # a single line end is where the editor broke a line, not a sentence
            block = text[begin:block_end].replace("\n", " ")
            spans = sentences(block, lang)
        start, end = mention.start - begin, mention.end - begin
        for first, last in spans:
            if first <= start < last:
                found[mention.entity] = _cut(block[first : max(last, end)], start - first, end - first)
                break
    return found


def _cut(sentence: str, start: int, end: int) -> Context:
    if len(sentence) <= MAX_LENGTH:
        return Context(sentence, start, end)
    first = 0
    if start > _BEFORE:
        first = sentence.find(" ", start - _BEFORE, start) + 1 or start
    last = len(sentence)
    if last - first > MAX_LENGTH:
        last = max(sentence.rfind(" ", 0, first + MAX_LENGTH), end)
    opening, closing = "…" if first else "", "…" if last < len(sentence) else ""
    shift = len(opening) - first
    return Context(opening + sentence[first:last].rstrip() + closing, start + shift, end + shift)
