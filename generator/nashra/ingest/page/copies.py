"""A text that stands twice on its page, once for wide windows and once for narrow ones: the second copy goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.prose import is_prose

# Paragraphs in a row that make a copy, and letters of one that nobody writes twice by chance.
_ROW, _LEAST = 2, 60
_LINES = 4  # above a copy
COPY = "a copy of what stands above"


def drop_copies(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the kept `blocks` that say once more, in the same order, what others above say."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.letters]
    first: dict[str, int] = {}  # letters -> the place in `kept` where they stand first
    run: list[tuple[int, int]] = []  # places in `kept`: of the copy, and of what it copies
    for place, at in enumerate(kept):
        own = first.setdefault(blocks[at].letters, place)
        follows = bool(run) and own == run[-1][1] + 1
        if run and not follows:
            _end(blocks, kept, run, drop)
            run = []
        if own != place and (follows or not run):
            run.append((place, own))
    _end(blocks, kept, run, drop)


def _end(
    blocks: Sequence[Leaf], kept: Sequence[int], run: Sequence[tuple[int, int]], drop: Callable[[int, str], None]
) -> None:
    said = [place for place, _ in run if _is_paragraph(blocks[kept[place]])]
    if len(said) >= _ROW:
        for at in (*_head(blocks, kept, run[0][0]), *(kept[place] for place, _ in run)):
            drop(at, COPY)


def _head(blocks: Sequence[Leaf], kept: Sequence[int], first: int) -> list[int]:
    """The headline and the lines below it that stand directly above a copy, and say once more what stood above."""
    found = []
    for at in reversed(kept[max(0, first - _LINES) : first]):
        if not any(each.letters == blocks[at].letters for each in blocks[:at]):
            break
        found.append(at)
    return found


def _is_paragraph(block: Leaf) -> bool:
    return len(block.letters) >= _LEAST and is_prose(block)
