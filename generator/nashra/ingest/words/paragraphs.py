"""Lines of an article -> paragraphs and lists in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from nashra.ingest.words.escape import escape, kept
from nashra.ingest.words.hyphens import is_broken, join, whole_words
from nashra.ingest.words.rows import is_row, plain, table
from nashra.languages.defaults import IN_ARABIC_LETTERS
from nashra.languages.known import SPECS

_BULLET = re.compile(r"[-*•●▪■◦‣·–\uf0b7\uf0a7➢➤✓✔▸►]\s*(?=\S)")
_HYPHEN_BULLET = re.compile(r"[-*]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})\s?[.)\-–]\s*(?=[^\s\d])")
# "09h30 Accueil", "10:00 - 12:00", "12 mai : ...", "Tarif : 30 DH": lines of a programme, hours and the like.
_ENTRY = re.compile(
    r"\d{1,2}\s?(?:[:h٫.]\s?\d{2}|h)(?!\w)|\d{1,2}\s[^\W\d_]+(?:\s\d{4})?\s?[:–-]\s|[^\W\d_][\w' -]{1,30}\s?:\s"
)
_SENTENCE_END = re.compile(r"[.!?؟…:؛]['\"’”»)\]]*\Z")

# A file is wrapped by hand or by an old mail program at 60 to 80 characters; wider lines are paragraphs of their own.
_MIN_WIDTH, _MAX_WIDTH = 40, 120
_COLUMN = 24  # the columns of a newspaper are narrower: there words are broken, and no verse breaks its words
_SHARE = 0.35  # of the width of a column, the same
_LEAST = 25  # characters of the first line of a headline that goes on with a small letter
_LONG_LINE = 50  # no verse is so long


@dataclass(frozen=True, slots=True)
class Line:
    """A cleaned line and its 1-based number in what was pasted; `text` is empty for a blank line."""

    number: int
    text: str


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """`lines` with paragraphs that were broken at a fixed width joined again; blank lines stay.

    A block of three lines or more counts as wrapped when most of its lines are about equally wide and most of those end
    inside a sentence. Blocks of two lines follow once the text has shown such a block, or where a word is broken.
    """
    lines = _single_spaced(lines)
    blocks = list(_blocks(lines))
    broken = _has_broken(lines)
    widths = [_wrap_width(block, _COLUMN if broken else _MIN_WIDTH) for block in blocks]
    shown = max(widths, default=0)
    whole = whole_words(" ".join(line.text for line in lines)) if shown or broken else frozenset()
    result: list[Line] = []
    for block, width in zip(blocks, widths, strict=True):
        if width:
            result.extend(_paragraphs(block, width, whole))
        elif any(is_broken(one.text, two.text) for one, two in pairwise(block)):
            result.extend(_paragraphs(block, 0, whole))
        elif len(block) == 2 and ((shown and _goes_on(block, shown)) or _is_cut(block)):
            result.append(Line(block[0].number, join([line.text for line in block], whole)))
        elif shown and _is_narrow(block, shown):
            result.extend(_paragraphs(block, shown, whole))
        else:
            result.extend(_mended(block, whole))
    return result


def _mended(block: Sequence[Line], whole: Collection[str]) -> Iterator[Line]:
    """The lines of a block that shows no width; those that are surely pieces of one sentence are joined."""
    pieces: list[Line] = []
    for line in block:
        if pieces and not _is_cut([pieces[-1], line]):
            yield Line(pieces[0].number, join([each.text for each in pieces], whole))
            pieces = []
        pieces.append(line)
    if pieces:
        yield Line(pieces[0].number, join([each.text for each in pieces], whole))


def _single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """`lines` without the blank ones that some programs copy behind every line: they part no paragraphs."""
    filled = [at for at, line in enumerate(lines) if line.text]
    apart = [later - earlier >= 2 for earlier, later in pairwise(filled)]
    texts = [lines[at].text for at in filled]
    goes_on = {one for one, two in pairwise(filled) if lines[two].text[0].islower()}
    width = max(map(len, texts), default=0)
    if len(filled) < 5 or sum(apart) < 0.8 * len(apart) or not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return lines
    full = [at for at, text in zip(filled, texts, strict=True) if len(text) >= 0.7 * width]
    open_ended = {at for at in full if at in goes_on and not _SENTENCE_END.search(lines[at].text)}
    if len(open_ended) < 2 or 2 * len(open_ended) < len(full):
        return lines
    return [line for at, line in enumerate(lines) if line.text or at - 1 not in open_ended]


def _has_broken(lines: Sequence[Line]) -> bool:
    return any(is_broken(one.text, two.text) for one, two in pairwise(lines))


def _goes_on(block: Sequence[Line], width: int) -> bool:
    """Whether a block of two lines is a paragraph that was broken at `width`."""
    first, second = block[0].text, block[1].text
    if _SENTENCE_END.search(first) or _starts_item(second):
        return False
    if (second[0].islower() and len(first) >= min(_LEAST, _SHARE * width)) or second.split(" ", 1)[0] in _small_words():
        return True
    return 0.7 * width <= len(first) <= 1.1 * width or (len(first) >= _MIN_WIDTH and second[0].islower())


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    """What begins no line of its own, in letters that have no capitals to show it."""
    return frozenset(SPECS[IN_ARABIC_LETTERS].small_words)


def _is_cut(block: Sequence[Line]) -> bool:
    """Whether a block of two lines is surely one sentence: a long line without an end, and a small letter below."""
    first, second = block[0].text, block[1].text
    if is_row(first) or is_row(second):
        return False
    return _LONG_LINE <= len(first) <= _MAX_WIDTH and not _SENTENCE_END.search(first) and second[0].islower()


def _is_narrow(block: Sequence[Line], width: int) -> bool:
    """Whether a block of three lines or more, too narrow to tell by itself, was broken at the `width` of another."""
    inner = [line.text for line in block[:-1]]
    return (
        len(block) > 2
        and all(0.7 * width <= len(text) <= 1.1 * width and not _SENTENCE_END.search(text) for text in inner)
        and not any(_starts_item(line.text) for line in block)
    )


def _starts_item(text: str) -> bool:
    """Whether a line begins an item of a list, a programme or a table of hours, and so belongs to no line before it."""
    marked = _BULLET.match(text) is not None or _NUMBER.match(text) is not None
    return marked or _ENTRY.match(text) is not None or is_row(text)


def _paragraphs(block: Sequence[Line], width: int, whole: Collection[str]) -> Iterator[Line]:
    """The paragraphs of a wrapped block. One ends in a sentence's end for whose next word there was room, and a short
    line that stands at the head of one is a headline. width 0: only broken words are mended."""
    parts: list[Line] = []
    for line in block:
        heading = all(len(part.text) < 0.6 * width for part in parts)  # of one line or of several
        if parts and not _joins(parts[-1].text, line.text, width, is_first=heading):
            yield Line(parts[0].number, join([part.text for part in parts], whole))
            parts = []
        parts.append(line)
    if parts:
        yield Line(parts[0].number, join([part.text for part in parts], whole))


def _joins(before: str, text: str, width: int, *, is_first: bool) -> bool:
    if is_broken(before, text):
        return True
    if not width or _starts_item(text):
        return False
    room = width - len(before) - len(text.split(" ", 1)[0]) - 1
    if _SENTENCE_END.search(before):
        return room < 0.12 * width  # the next word had no room: the sentence only happens to end there
    return not (is_first and len(before) < 0.6 * width and not text[0].islower())


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


def _wrap_width(block: Sequence[Line], narrowest: int) -> int:
    """The width at which `block` is wrapped, 0 when it is not. A headline of one line or two may stand over it."""
    width = max((len(line.text) for line in block), default=0)
    heading = next((at for at, line in enumerate(block) if len(line.text) >= 0.6 * width), 0)
    block = block[heading:] if heading < 3 <= len(block) - heading else block
    if len(block) < 3:
        return 0
    inner = block[:-1]
    full = [line for line in inner if len(line.text) >= 0.7 * width]
    broken = any(is_broken(one.text, two.text) for one, two in pairwise(block))
    least = 2 if broken else 3  # words that are broken tell by themselves
    if not narrowest <= width <= _MAX_WIDTH or len(full) < 2 or 5 * len(full) < least * len(inner):
        return 0
    items = sum(1 for line in block if _starts_item(line.text))
    if any(_BULLET.match(line.text) for line in block[1:]) or 3 * items > len(block) or items > 1:
        return 0
    ends = sum(1 for line in full if _SENTENCE_END.search(line.text))
    return 0 if 2 * ends >= len(full) else width


def to_markdown(texts: Sequence[str], *, marked: bool = False) -> str:
    """Paragraphs (one line each) as Markdown, separated by blank lines. marked: they are Markdown already.

    Two or more neighbours that begin with bullets, or are numbered from 1 on, become a list; so does a single one
    where the text has a list with the same bullets elsewhere.
    """
    return "\n\n".join(_parts(texts, _list_marks(texts), kept if marked else escape))


def _list_marks(texts: Sequence[str]) -> frozenset[str]:
    """The bullets of the lists in `texts`."""
    marks: set[str] = set()
    index = 0
    while index < len(texts):
        count = len(_bulleted(texts, index))
        if count > 1:
            marks.add(texts[index][0])
        index += max(1, count)
    return frozenset(marks)


def _parts(texts: Sequence[str], marks: Collection[str], write: Callable[[str], str]) -> Iterator[str]:
    index = 0
    while index < len(texts):
        count, rows = table(texts, index, write)
        if count:
            yield rows
            index += count
            continue
        bullets = _bulleted(texts, index)
        if len(bullets) > 1 or (bullets and texts[index][0] in marks):
            yield "\n".join(f"{'    ' * level}- {write(text)}" for level, text in bullets)
            index += len(bullets)
            continue
        items = _numbered(texts, index)
        if len(items) > 1:
            yield "\n".join(f"{number}. {write(text)}" for number, text in enumerate(items, 1))
            index += len(items)
            continue
        yield write(plain(texts[index]))
        index += 1


def _bulleted(texts: Sequence[str], start: int) -> list[tuple[int, str]]:
    """(level, text) of the items from `start` on: a sign that is new among them goes one level deeper.

    A dash or a star needs a space behind it; a dash of dialogue (–, —) is no bullet.
    """
    marks: list[str] = []
    items: list[tuple[int, str]] = []
    for text in texts[start:]:
        mark = text[0]
        found = (_HYPHEN_BULLET if mark in "-*" else _BULLET).match(text)
        if mark == "–" or found is None:
            break
        if mark in marks:
            del marks[marks.index(mark) + 1 :]
        elif not marks or (mark not in "-*" and marks[0] not in "-*"):
            marks.append(mark)
        else:
            break
        items.append((len(marks) - 1, text[found.end() :]))
    return items


def _numbered(texts: Sequence[str], start: int) -> list[str]:
    items: list[str] = []
    for text in texts[start:]:
        found = _NUMBER.match(text)
        if found is None or int(found[1]) != len(items) + 1:
            break
        items.append(text[found.end() :])
    return items
