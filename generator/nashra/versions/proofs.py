"""What fingerprints alone prove of blocks that a person put together, cut in two, or made another kind of.

The old words are not known, only their fingerprints: but two blocks that were joined are still there word for word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from nashra.markup.blocks import fingerprint

_BLANKS = re.compile(r"\s+")
_SIGNS = re.compile(r"(?:#{1,6}[ \t]+|>[ \t]?|[*+-][ \t]+|\d+\.[ \t]+)")
_QUOTE_LINE = re.compile(r"\n[ \t]*>[ \t]?")
_BOLD = re.compile(r"(\*\*|__|\*|_)(.+)\1", re.DOTALL)
_HEADS = ("", *("#" * level + " " for level in range(1, 7)), "> ", "- ", "* ", "+ ", "1. ")
_FRAMES = ("", "**", "__", "*", "_")
# What may have stood between two pieces of a block that were parted.
_JOINTS = (" ", "\n", "  \n", "")
# More pieces than this are not looked for, nor more words than this in one block.
_MOST_PIECES, _MOST_WORDS = 6, 4_000
# In so many blocks, at most, one is looked for that was cut.
_MOST_CUTS = 4


def merged(text: str, known: Collection[str]) -> list[str]:
    """The fingerprints among `known` of the texts that `text` was put together from, in order; [] where it was not."""
    cuts = [match.span() for match in _BLANKS.finditer(text)]
    if len(cuts) > _MOST_WORDS or len(known) < 2:
        return []
    cuts.append((len(text), len(text)))
    return _pieces(text, 0, cuts, frozenset(known), _MOST_PIECES) or []


def _pieces(
    text: str, start: int, cuts: Sequence[tuple[int, int]], known: frozenset[str], most: int
) -> list[str] | None:
    if start >= len(text):
        return []
    for number, (end, following) in enumerate(cuts):
        if (start == 0 and end == len(text)) or not most:
            continue
        mark = fingerprint(text[start:end])
        if mark in known:
            rest = _pieces(text, following, cuts[number + 1 :], known - {mark}, most - 1)
            if rest is not None:
                return [mark, *rest]
    return None


def extended(text: str, known: Collection[str]) -> tuple[str, int] | None:
    """(fingerprint among `known` of a text that `text` has at its end, -1) or at its beginning, 1; what is more than
    that stands on the other side. None where there is no such text."""
    cuts = [match.span() for match in _BLANKS.finditer(text)]
    if len(cuts) > _MOST_WORDS or not known:
        return None
    for end, following in cuts:
        if (mark := fingerprint(text[following:])) in known:
            return mark, -1
        if (mark := fingerprint(text[:end])) in known:
            return mark, 1
    return None


def cut_from(texts: Mapping[int, str], known: Collection[str]) -> Iterator[tuple[list[int], str]]:
    """Places of blocks that follow each other and were cut from one text, with its fingerprint among `known`.

    texts: the blocks that are new, by their places. Each is in one run at most, the longest that there is.
    """
    left, marks = dict(texts), set(known)
    for size in range(_MOST_CUTS, 1, -1):
        for start in texts:
            places = list(range(start, start + size))
            if any(place not in left for place in places):
                continue
            pieces = [left[place] for place in places]
            mark = next((mark for joint in _JOINTS if (mark := fingerprint(joint.join(pieces))) in marks), None)
            if mark is not None:
                marks.discard(mark)
                for place in places:
                    del left[place]
                yield places, mark


def other_kinds(text: str) -> Iterator[str]:
    """The fingerprints of the same words as a paragraph, a heading, a quote, a list of one item, in bold or not."""
    core = _QUOTE_LINE.sub("\n", _SIGNS.sub("", text.strip(), count=1)).rstrip("#").strip()
    if bold := _BOLD.fullmatch(core):
        core = bold[2]
    for head in _HEADS:
        for frame in _FRAMES:
            words = core.replace("\n", "\n> ") if head == "> " else core
            yield fingerprint(f"{head}{frame}{words}{frame}")
