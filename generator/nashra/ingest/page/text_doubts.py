"""What an editor should look at in the text that was found: letters that could not be read, a paragraph that stands
twice, a part in another script or below the label of an advertisement, lines that end in the midst of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import text_of
from nashra.ingest.page.prose import is_prose
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import keys
from nashra.ingest.words.rules import ADVERTISING
from nashra.languages.scripts import ARABIC, LATIN, SCRIPTS

_LETTERS = {script: re.compile(f"[{SCRIPTS[script].letters}]") for script in (ARABIC, LATIN)}
# What stands in the place of bytes that are no letter, and how much around it is told.
_UNREAD = re.compile(r".{0,20}\ufffd.{0,20}")
_LEAST, _TOLD = 60, 60  # letters of a paragraph that nobody writes twice by chance, and how many are told
# A paragraph is in one script with so much of its letters, and a part of the text with so much of all of them.
_PURE, _PART = 0.8, 0.2
_LINES, _CUT = 8, 0.4  # lines of a text that was cut into lines, and how many go on in the next with a small letter
_WORDS = 4
_ABOVE = 6  # blocks above a text that are looked at
_BOX = 80  # words in the box of an advertisement


def under_labels(blocks: Sequence[Leaf]) -> list[Leaf]:
    """The blocks of running text that stand in a box of its own which begins by saying that it is an advertisement."""
    found = []
    for label, block in pairwise(blocks):
        box = label.element.getparent()
        if box is None or not is_prose(block) or boilerplate.match(label.text) is not ADVERTISING:
            continue
        if box[0] is label.element and box in block.element.iterancestors() and len(text_of(box).split()) <= _BOX:
            found.append(block)
    return found


def sponsored(blocks: Sequence[Leaf]) -> str:
    """What to look at where a label right above the text says that somebody paid for it."""
    first = next((at for at, block in enumerate(blocks) if block.kept and is_prose(block)), 0)
    said = next((each.text for each in blocks[max(0, first - _ABOVE) : first] if _is_paid(each)), None)
    return f"the page calls its text paid for: {said!r}" if said is not None else ""


def _is_paid(block: Leaf) -> bool:
    return not block.linked and key(block.text) in keys("pages", "sponsored")


def doubts_of_text(texts: Sequence[str], advertised: Sequence[Leaf]) -> Iterator[str]:
    """What to look at in `texts`, the paragraphs of an article. advertised: as `under_labels` gives."""
    if (told := next((block.text for block in advertised if block.kept), None)) is not None:
        yield f"a part of the text stands below the label of an advertisement: {told[:_TOLD]!r}"
    unread = next((found[0] for text in texts if (found := _UNREAD.search(text))), None)
    if unread is not None:
        yield f"a letter of the page could not be read: {unread!r}"
    if (doubled := _twice(texts)) is not None:
        yield f"a paragraph stands there twice: {doubled!r}"
    if (other := _in_another_script(texts)) is not None:
        yield f"a part of the text is in another script, and may be another language: {other!r}"
    if _is_cut_into_lines(texts):
        yield "its paragraphs end in the midst of sentences, as the lines of a printed page do"


def _twice(texts: Sequence[str]) -> str | None:
    """The first words of a paragraph that stands there twice."""
    seen: set[str] = set()
    for text in texts:
        if len(text) >= _LEAST and text in seen:
            return text[:_TOLD]
        seen.add(text)
    return None


def _in_another_script(texts: Sequence[str]) -> str | None:
    """The first words in the script in which fewer paragraphs are written, where those are a part of the text."""
    found: dict[str, list[str]] = {script: [] for script in _LETTERS}
    for text in texts:
        count = {script: len(letter.findall(text)) for script, letter in _LETTERS.items()}
        whole = sum(count.values())
        for script, number in count.items():
            if whole and number >= _PURE * whole and len(text) >= _LEAST:
                found[script].append(text)
    fewer = min(found.values(), key=lambda each: sum(map(len, each)))
    whole = sum(len(text) for each in found.values() for text in each)
    return fewer[0][:_TOLD] if len(fewer) > 1 and sum(map(len, fewer)) >= _PART * whole else None


def _is_cut_into_lines(texts: Sequence[str]) -> bool:
    lines = [text for text in texts if len(text.split()) >= _WORDS]
    goes_on = sum(one[-1].isalnum() and two[0].islower() for one, two in pairwise(lines))
    return len(lines) >= _LINES and goes_on >= _CUT * len(lines)
