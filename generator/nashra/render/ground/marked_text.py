"""A sentence with a name in it marked, both set apart where they run against the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from nashra.render.ground.direction import runs_against, tags_of
from nashra.render.ground.figures import LTR_LETTER, RTL, Piece, merged, pieces

_LTR_RUN = re.compile(rf"{LTR_LETTER}(?:[^{RTL}]*(?:{LTR_LETTER}|\d))?")
_HAS_LETTER = re.compile(LTR_LETTER)
_DIGITS_BEFORE = re.compile(r"(?:[0-9]++(?:[.,][0-9]++)*+)?\Z")
_CLOSERS = {")": "(", "]": "[", "»": "«", "”": "“"}
_NO_END = " \t\n\u00a0\u202f" + "".join(_CLOSERS.values())


def with_mark(text: str, start: int, end: int, dir: str) -> Markup:
    """`text`, a sentence that runs in the direction `dir`, with characters [start, end) in a `mark` element.

    Words that run the other way, and figures, stand in a `bdi` of their own, the mark within it or around it, so that a
    name in the middle of such words does not part them.
    """
    other = "rtl" if dir == "ltr" else "ltr"
    runs = [Piece(0, len(text), other)] if runs_against(text, dir) else _runs(text, dir)
    # (place, rank among the tags at one place, tag). What closes goes before what opens; of two that open or close at
    # one place the outer opens first and closes last.
    outer, inner = (1, 2), (0, 3)  # ranks of an element's end and of its beginning
    mark, tags = outer, []
    for first, last, own, figure in [*runs, *_within(text, runs)]:
        if figure and not (last <= start or end <= first):
            continue
        if first <= start and end <= last:
            ranks, mark = outer, inner
        elif last <= start or end <= first or (start <= first and last <= end):
            ranks = inner
        else:
            continue  # the name is half in it: the words are left as they are
        # a figure stands within the words that begin where it begins
        opening, closing = tags_of(Piece(first, last, own, figure), text[first:last])
        tags += [(first, 4 if figure else ranks[1], opening), (last, ranks[0], closing)]
    tags += [(start, mark[1], "<mark>"), (end, mark[0], "</mark>")]
    parts = []
    at = 0
    for place, _, tag in sorted(tags):
        parts += [escape(text[at:place]), Markup(tag)]  # noqa: S704 - our own
        at = place
    return Markup("").join([*parts, escape(text[at:])])


def _runs(text: str, dir: str) -> list[Piece]:
    """The words that run against `dir`, with the brackets that close within or right after them, and the figures."""
    found = pieces(text, dir)
    if dir == "ltr":
        return found
    spans = []
    at = 0
    while run := _LTR_RUN.search(text, at):
        first, last = run.span()
        # a name that a figure follows, an account, a file: the words behind it are others
        last = next((piece.end for piece in found if piece.start <= first < piece.end < last), last)
        at = last
        while last < len(text) and text[last] in _CLOSERS and _is_open(text[first:last], text[last]):
            last += 1
        for place in range(first, last):
            # a bracket that was opened before these words ends them
            if text[place] in _CLOSERS and _is_closed_too_often(text[first : place + 1], text[place]):
                last = place
                break
        for piece in reversed(found):
            # what comes after such words, such as a score, goes on with the sentence, and so does a figure
            if first < piece.start < last and piece.figure and not _HAS_LETTER.search(text, piece.start, last):
                last = piece.start
            elif first < piece.end < last and not piece.figure and not _HAS_LETTER.search(text, piece.end, last):
                last = piece.end
        # a bracket that opens belongs to what comes after
        last = first + len(text[first:last].rstrip(_NO_END))
        first -= len(_DIGITS_BEFORE.search(text, 0, first)[0])  # type: ignore[index]  # such as 5G
        spans.append(Piece(first, last, "ltr"))
    return merged(found, spans)


def _within(text: str, runs: list[Piece]) -> Iterator[Piece]:
    """The figures within words that run the other way."""
    for run in runs:
        if not run.figure:
            for piece in pieces(text[run.start : run.end], run.dir):
                if piece.figure:
                    yield Piece(run.start + piece.start, run.start + piece.end, piece.dir, True)


def _is_closed_too_often(text: str, closer: str) -> bool:
    return text.count(_CLOSERS[closer]) < text.count(closer)


def _is_open(text: str, closer: str) -> bool:
    return text.count(_CLOSERS[closer]) > text.count(closer)
