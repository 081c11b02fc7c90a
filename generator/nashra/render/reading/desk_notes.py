"""What colleagues left in a text for each other, and what came with it from a mail, a chat or a word processor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from nashra.kit.comments import blank_comments
from nashra.languages.desk.gaps import gaps, may_have_gaps
from nashra.languages.desk.known import DESK, beginning, is_left, is_one, is_task, may_begin, plain, within
from nashra.languages.desk.secrets import KEY, first_password
from nashra.markup.blocks import Block, split
from nashra.render.reading.lone_notes import Place, is_lone_note
from nashra.render.reading.lost import visible_text
from nashra.render.reading.of_messages import of_messages
from nashra.render.reading.pasted import pasted
from nashra.render.reading.slips import slips
from nashra.render.reading.voices import other_voices

Loose = tuple[int, str, str]

_NOTE = "seems to be a note for colleagues, and readers see it"
_OUT = "write <!-- ... --> around it, or take it out"
_TEXTS = frozenset({"paragraph", "heading", "list", "quote", "html"})
_LONE = frozenset({"paragraph", "heading", "quote"})
# The words before a colon at the beginning of a block; a whole block that stands in square brackets.
_LABEL = re.compile(r"[\s>#*_\-\[(]{0,9}([^:\n\[\]()«\"“*_]{1,50})(?:\([^()\n]{0,30}\))?[\s*_]{0,4}(?:[:：]|\Z)")
_SLOT = re.compile(r"[*_]{0,2}\[\s*([^\[\]:\n]{3,20}?)\s*(?::[^\[\]\n]{0,200})?\][*_]{0,2}")
_SQUARE = re.compile(r"(?<!\])\[\s*([^\[\]\n]{3,120}?)\s*\](?![(\[:])")
_ROUND = re.compile(r"(?<!\])\(\s*([^()\n«»\"“”]{3,120}?)\s*\)")
_ANGLES = re.compile(r"(?<!<)<<\s*([^<>\n]{3,120}?)\s*>>(?!>)")
_FIRST_WORDS = re.compile(r"[:,،؛;.–—-]")
# The sign of a comment of a word processor: with its word, and where the comment stands.
_SIGNED = re.compile(r"\W{0,3}([^\W\d_]+)\s*\[[A-Za-z]{1,4}\d{1,3}\]")
_COMMENTED = re.compile(r"^\[([A-Za-z]{1,3}\d{0,3})\](?![(:\[])[ \t]*[^\W_]", re.MULTILINE)
_REFERRED = re.compile(r"\[(?<=[^\W\d_]\[)(\d{1,2})\](?![(\[:])")
_TODO = re.compile(r"^[ >#*_-]{0,6}(?:TODO|FIXME)[ \t]+(?=[^\W\d_])(?![A-Z])[^\n]*", re.MULTILINE)
# A paragraph that is said again; a refrain is shorter.
_AGAIN = 80
_FIGURE, _SAME_BEGINNING = re.compile(r"\d"), 8
_ANSWER_LONG, _LABEL_LONG, _FEW_WORDS = 300, 60, 5
# So many are looked for in the text above, which takes a while each.
_MOST_COMMENTS = 5


def desk_notes(body: str) -> Iterator[Loose]:
    """(line, what is wrong, what to do) for what in `body` was not written for readers."""
    blocks = [block for block in split(body) if block.kind in _TEXTS]
    texts = [blank_comments(visible_text(block)) if "<!--" in block.text else block.text for block in blocks]
    seen = blank_comments(body)
    low = seen.lower()
    found = _in_blocks(blocks, texts, body, gappy=may_have_gaps(seen))
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        for at, shown in found[number]:
            yield block.line + text.count("\n", 0, at), f"`{shown.strip()[:60]}` {_NOTE}", _OUT
    yield from of_messages(blocks, texts)
    slipped = list(slips(blocks, texts))
    yield from slipped
    told = {blocks[number].line for number in found if found[number]} | {line for line, _, _ in slipped}
    yield from (each for each in (*pasted(blocks, texts), *other_voices(blocks, texts)) if each[0] not in told)
    yield from _said_twice(blocks, texts)
    if "[" in seen and (referred := next(_numbers_alone(seen), None)):
        line, message = seen.count("\n", 0, referred.start()), f"nothing here says what `{referred[0]}` refers to"
        yield line, message, "name the source in words, or write a footnote: [^1]"
    for phrase in _raw("fillers") if any(map(low.__contains__, _raw("fillers"))) else ():
        if (at := low.find(phrase)) >= 0 and low[max(0, at - 2) : at].strip(" \u00a0\u202f*_") not in ("«", '"', "“"):
            line = seen.count("\n", 0, at)
            yield line, f"`{seen[at : at + 40].splitlines()[0]}` holds the place of other words", "write these"
    for key in KEY.finditer(seen):
        line = seen.count("\n", 0, key.start())
        yield (
            line,
            "this seems to be a key of a service, which everybody can read",
            "take it out, and ask for a new one",
        )
    if (password := first_password(seen)) is not None:
        line = seen.count("\n", 0, password)
        yield line, "this seems to be a password, which everybody can read", "take it out, and change it"


@cache
def _raw(field: str) -> tuple[str, ...]:
    """The phrases of a field as they are written, in small letters: looked for in whole texts, which takes a moment."""
    return tuple(sorted({each for desk in DESK.values() for each in getattr(desk, field).split("|") if each}))


def _in_blocks(
    blocks: Sequence[Block], texts: Sequence[str], body: str, *, gappy: bool
) -> dict[int, list[tuple[int, str]]]:
    """Number of a block -> the notes in it. What stands next to notes at an end of the text stands at the end, too."""
    found: dict[int, list[tuple[int, str]]] = {}
    numbers = range(len(blocks))
    ends: tuple[tuple[Place, Sequence[int]], ...] = (("last", numbers[::-1]), ("first", numbers))
    for place, order in ends:
        for number in order:
            if number not in found:
                found[number] = list(_in_block(blocks[number], texts[number], body, place, gappy=gappy))
            if not found[number]:
                break
    for number in numbers:
        if number not in found:
            found[number] = list(_in_block(blocks[number], texts[number], body, "", gappy=gappy))
    return found


def _in_block(block: Block, text: str, body: str, place: Place, *, gappy: bool) -> Iterator[tuple[int, str]]:
    """(where, what) of the notes in one block."""
    first_line = text.split("\n", 1)[0]
    is_short_list = place != "" and block.kind == "list" and "\n" not in text
    if (block.kind in _LONE or is_short_list) and is_lone_note(text, place):
        yield 0, first_line
        return
    if (
        not place
        and block.kind == "paragraph"
        and len(text) < _LABEL_LONG
        and may_begin(text, "alone")
        and is_one(plain(text), "alone")
    ):
        yield 0, first_line  # at an end of the text it would hold it back
        return
    ends = len(text) < _ANSWER_LONG and text.rstrip(" *_\n").endswith((":", "："))
    speaks = may_begin(text[:_LABEL_LONG], "selves") and beginning(plain(text[:_ANSWER_LONG]), "selves")
    if speaks or (ends and within(plain(text), "given")):
        yield 0, first_line
        return
    if _is_labelled(block, text) or text.startswith("// ") or (place and _is_of_a_machine(block, text)):
        yield 0, first_line
        return
    if "[" in text or "(" in text or "<<" in text:
        yield from _in_brackets(text, first_line, body)
    if gappy:
        yield from gaps(text)
    if "TODO" in text or "FIXME" in text:
        yield from ((match.start(), match[0]) for match in _TODO.finditer(text))


def _is_labelled(block: Block, text: str) -> bool:
    """Whether a block begins with, or is, what stands before a note."""
    if ":" not in text[:70] and "：" not in text[:70] and (block.kind != "paragraph" or len(text) >= _LABEL_LONG):
        return False
    label = _LABEL.match(text) if may_begin(text[:_LABEL_LONG], "notes", "tracked") else None
    words = plain(label[1]) if label else ""
    return is_one(words, "notes") or (
        label is not None and label[0].rstrip().endswith(":") and is_one(words, "tracked")
    )


def _is_of_a_machine(block: Block, text: str) -> bool:
    if not may_begin(text[:_LABEL_LONG], "answers", "answering", "offers", "offering"):
        return False
    words = plain(text[:_ANSWER_LONG])
    strong, weak = ("offers", "offering") if block.start else ("answers", "answering")
    said = beginning(words, strong) or (beginning(words, weak) and within(words, "versions"))
    return said is not None and (len(text) < _ANSWER_LONG if block.start else text.rstrip().endswith((":", "：")))


def _in_brackets(text: str, first_line: str, body: str) -> Iterator[tuple[int, str]]:
    slot = _SLOT.fullmatch(text.strip())
    if slot and is_one(plain(slot[1]), "slots"):
        yield 0, text
        return
    for match in _ROUND.finditer(text):
        asked = match[1].endswith(("?", "؟"))
        begins = may_begin(match[1], "pleas", "lone", "unknown", "links", "works")
        if (asked or begins) and _is_for_colleagues(match[1]):
            yield match.start(), match[0]
    for match in _SQUARE.finditer(text):
        begins = may_begin(match[1], "asks", "notes", "lone", "unknown", "blanks") and _asks(match[1])
        if (begins or _tells(match[1])) and not _in_quotation(text, match.start()):
            yield match.start(), match[0]
    for match in _ANGLES.finditer(text):  # which hold a quotation, too
        if may_begin(match[1], "asks", "pending") and _asks(match[1]):
            yield match.start(), match[0]
    if (signed := _SIGNED.match(text)) and beginning(plain(signed[1]), "comments"):
        yield 0, first_line
    for match in islice(_COMMENTED.finditer(text), _MOST_COMMENTS):
        if re.search(rf"[\w.,»\"]\[{re.escape(match[1])}\]", body):
            yield match.start(), text[match.start() :].split("\n", 1)[0]


def _is_for_colleagues(words: str) -> bool:
    """Whether what stands in round brackets asks a colleague for something, or for what nobody knew yet."""
    said = plain(words)
    if is_one(said, "links"):
        return True
    if words.endswith(("?", "؟")):
        return is_one(said, "unknown") or within(said, "tells") is not None
    return is_left(said) or any(beginning(said, each) is not None for each in ("pleas", "lone"))


def _asks(words: str) -> bool:
    """Whether what stands in square brackets asks a colleague for something, or names what is still to come."""
    said = plain(words)
    if beginning(said, "lone") or is_one(said, "unknown") or (" " in said and beginning(said, "asks")):
        return True
    if said.count(" ") < _FEW_WORDS and beginning(said, "blanks") not in (None, said):
        return True
    return is_one(plain(_FIRST_WORDS.split(words, maxsplit=1)[0]), "notes")


def _tells(words: str) -> bool:
    """Whether what stands in square brackets says anywhere what is to be done."""
    if within(plain(words), "tells"):
        return True
    pieces = [plain(piece) for piece in _FIRST_WORDS.split(words)]
    return any(map(is_task, pieces)) or (len(pieces) > 1 and is_one(pieces[-1], "pending"))


def _in_quotation(text: str, at: int) -> bool:
    """Whether a quotation is open there: then brackets hold what its writer put in."""
    before = text[:at]
    return before.count("«") > before.count("»") or before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _numbers_alone(text: str) -> Iterator[re.Match[str]]:
    """Numbers in square brackets behind a word, such as encyclopaedias have, without the list that they refer to."""
    for match in _REFERRED.finditer(text):
        if text.count(match[0]) == 1 and not re.search(rf"^\W{{0,3}}{match[1]}[.):\]]", text, re.MULTILINE):
            yield match


def _said_twice(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """Paragraphs that stand in the text twice, as when it was put in again; and a paragraph below one that differs by
    its figures alone, as when somebody wrote it anew."""
    seen: set[str] = set()
    above = ""
    for block, text in zip(blocks, texts, strict=True):
        if block.kind == "paragraph" and len(text) >= _AGAIN:
            if text in seen:
                message = f"`{text[:40]}…` stands in this text twice"
                yield block.line, message, "take one of them out"
                return
            seen.add(text)
            if above[:_SAME_BEGINNING] == text[:_SAME_BEGINNING] and _FIGURE.sub("", above) == _FIGURE.sub("", text):
                message = f"`{text[:40]}…` differs from the paragraph above by its figures alone"
                yield block.line, message, "take one of them out, or say what tells them apart"
        above = text
