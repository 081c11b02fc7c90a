"""A text that stands twice on its page, once for wide windows and once for narrow ones: the second copy goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from nashra.ingest.page.leaf import Leaf, letters
from nashra.ingest.page.prose import is_prose

# Paragraphs in a row that make a copy, and letters of one that nobody writes twice by chance.
_ROW, _LEAST = 2, 60
_LINES = 4  # above a copy
# A paragraph that is cut off, with the words of a button behind its dots; letters that make a beginning.
_CUT, _BEGUN = re.compile(r"(.{20,}?)\s*(?:\.{3}|…).{0,25}\Z"), 25
_COUNT = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})")
COPY, BEGINNING = "a copy of what stands above", "the beginning of what stands below"
COUNT = "the number of a picture"


def drop_copies(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the kept `blocks` that say once more, in the same order, what others above say."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.letters]
    stands: dict[str, int] = {}  # letters -> the first block of all that has them
    for at, block in enumerate(blocks):
        stands.setdefault(block.letters, at)
    first: dict[str, int] = {}  # letters -> the place in `kept` where they stand first
    runs: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []  # places in `kept`: of the copy, and of what it copies
    for place, at in enumerate(kept):
        own = first.setdefault(blocks[at].letters, place)
        follows = bool(run) and own == run[-1][1] + 1
        if run and not follows:
            runs.append(run)
            run = []
        if own != place and (follows or not run):
            run.append((place, own))
    for copy in (*runs, run):
        places = [kept[place] for place, _ in copy]
        if sum(_is_paragraph(blocks[at]) for at in places) < _ROW:
            continue
        # the headline and the lines below it, which say once more what stood above
        above = reversed(kept[max(0, copy[0][0] - _LINES) : copy[0][0]])
        head = takewhile(lambda at: stands[blocks[at].letters] < at, above)
        for at in (*head, *places):
            drop(at, COPY)


def drop_beginnings(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the kept `blocks` that are the beginning of one right below, cut off by dots: a button unfolds that."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.letters]
    for place, at in enumerate(kept):
        cut = _CUT.match(blocks[at].text)
        begun = letters(cut[1]) if cut is not None else ""
        if len(begun) >= _BEGUN and any(
            blocks[below].letters.startswith(begun) for below in kept[place + 1 : place + 1 + _LINES]
        ):
            drop(at, BEGINNING)


def drop_counts(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the numbers of pictures that a box shows in turn, "1 / 3": several of one whole, in lines of their own."""
    counts = [(at, found) for at, block in enumerate(blocks) if block.kept and (found := _COUNT.fullmatch(block.text))]
    numbers: dict[str, set[str]] = {}
    for _, found in counts:
        numbers.setdefault(found[2], set()).add(found[1])
    for at, found in counts:
        several = len(numbers[found[2]]) > 1 and int(found[1]) <= int(found[2])
        if several and blocks[at].element.tag not in ("td", "th"):
            drop(at, COUNT)


def _is_paragraph(block: Leaf) -> bool:
    return len(block.letters) >= _LEAST and is_prose(block)
