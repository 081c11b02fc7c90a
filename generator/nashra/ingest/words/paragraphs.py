"""Lines of an article -> paragraphs and lists in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nashra.ingest.words.escape import escape

_BULLET = re.compile(r"[-*•●▪■◦‣·–]\s*(?=\S)")
_HYPHEN_BULLET = re.compile(r"[-*]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\s?[.)\-–]\s*(?=[^\s\d])")
_SENTENCE_END = re.compile(r"[.!?؟…:؛]['\"’”»)\]]*\Z")

# A file is wrapped by hand or by an old mail program at 60 to 80 characters; wider lines are paragraphs of their own.
_MIN_WIDTH, _MAX_WIDTH = 40, 120


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line and its 1-based number in what was pasted; `text` is empty for a blank line."""

    number: int
    text: str


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """`lines` with paragraphs that were broken at a fixed width joined again; blank lines stay.

    A block of three lines or more counts as wrapped when all but its last are about equally wide and most of them end
    inside a sentence. Blocks of two lines follow once the text has shown such a block.
    """
    blocks = list(_blocks(lines))
    widths = [width for block in blocks if (width := _wrap_width(block))]
    result: list[Line] = []
    for block in blocks:
        wrapped = _wrap_width(block) or (
            len(block) == 2
            and any(0.7 * width <= len(block[0].text) <= 1.1 * width for width in widths)
            and not _SENTENCE_END.search(block[0].text)
            and not _BULLET.match(block[1].text)
        )
        if wrapped:
            result.append(Line(block[0].number, " ".join(line.text for line in block)))
        else:
            result.extend(block)
    return result


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank one; a blank line is a run of its own."""
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
            continue
        if block:
            yield block
        yield [line]
        block = []
    if block:
        yield block


def _wrap_width(block: Sequence[Line]) -> int:
    """The width at which `block` is wrapped, 0 when it is not."""
    if len(block) < 3:
        return 0
    inner = block[:-1]
    width = max(len(line.text) for line in block)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or any(len(line.text) < 0.7 * width for line in inner):
        return 0
    if any(_BULLET.match(line.text) for line in block[1:]):
        return 0
    ends = sum(1 for line in inner if _SENTENCE_END.search(line.text))
    return 0 if 2 * ends >= len(inner) else width


def to_markdown(texts: Sequence[str]) -> str:
    """Paragraphs (one line each) as Markdown, separated by blank lines.

    Two or more neighbours that begin with the same bullet, or are numbered from 1 on, become a list.
    """
    return "\n\n".join(_parts(texts))


def _parts(texts: Sequence[str]) -> Iterator[str]:
    index = 0
    while index < len(texts):
        bullets = _bulleted(texts, index)
        if len(bullets) > 1:
            yield "\n".join(f"- {escape(text)}" for text in bullets)
            index += len(bullets)
            continue
        items = _numbered(texts, index)
        if len(items) > 1:
            yield "\n".join(f"{number}. {escape(text)}" for number, text in enumerate(items, 1))
            index += len(items)
            continue
        yield escape(texts[index])
        index += 1


def _bulleted(texts: Sequence[str], start: int) -> list[str]:
    """Items from `start` on. A dash or a star needs a space behind it; a dash of dialogue (–, —) is no bullet."""
    mark = texts[start][0]
    pattern = _HYPHEN_BULLET if mark in "-*" else _BULLET
    items: list[str] = []
    for text in texts[start:]:
        found = pattern.match(text)
        if text[0] != mark or mark == "–" or found is None:
            break
        items.append(text[found.end() :])
    return items


def _numbered(texts: Sequence[str], start: int) -> list[str]:
    items: list[str] = []
    for text in texts[start:]:
        found = _NUMBER.match(text)
        if found is None or int(found[1]) != len(items) + 1:
            break
        items.append(text[found.end() :])
    return items
