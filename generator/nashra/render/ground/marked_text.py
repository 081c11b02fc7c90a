"""A sentence with a name in it marked, both set apart where they run against the page."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from nashra.render.ground.direction import LTR_LETTER, RTL, RTL_RUN, runs_against

_LTR_RUN = re.compile(rf"{LTR_LETTER}(?:[^{RTL}]*(?:{LTR_LETTER}|\d))?")
_CLOSERS = {")": "(", "]": "[", "»": "«", "”": "“"}


def with_mark(text: str, start: int, end: int, dir: str) -> Markup:
    """`text`, a sentence that runs in the direction `dir`, with characters [start, end) in a `mark` element.

    Words that run the other way stand in a `bdi` of their own, the mark within it or around it, so that a name in the
    middle of such words does not part them.
    """
    other = "rtl" if dir == "ltr" else "ltr"
    runs = [(0, len(text))] if runs_against(text, dir) else _runs(text, dir)
    # (place, rank among the tags at one place, tag). What closes goes before what opens; of two that open or close at
    # one place the outer opens first and closes last.
    outer, inner = (1, 2), (0, 3)  # ranks of an element's end and of its beginning
    mark, tags = outer, []
    for first, last in runs:
        if first <= start and end <= last:
            ranks, mark = outer, inner
        elif last <= start or end <= first or (start <= first and last <= end):
            ranks = inner
        else:
            continue  # the name is half in it: the words are left as they are
        tags += [(first, ranks[1], f'<bdi lang="" dir="{other}">'), (last, ranks[0], "</bdi>")]
    tags += [(start, mark[1], "<mark>"), (end, mark[0], "</mark>")]
    parts = []
    at = 0
    for place, _, tag in sorted(tags):
        parts += [escape(text[at:place]), Markup(tag)]  # noqa: S704 - our own
        at = place
    return Markup("").join([*parts, escape(text[at:])])


def _runs(text: str, dir: str) -> list[tuple[int, int]]:
    """Spans of the words that run against `dir`, with the brackets that close within or right after them."""
    if dir == "ltr":
        return [found.span() for found in RTL_RUN.finditer(text)] if not text.isascii() else []
    spans = []
    for found in _LTR_RUN.finditer(text):
        first, last = found.span()
        while last < len(text) and text[last] in _CLOSERS and _is_open(text[first:last], text[last]):
            last += 1
        spans.append((first, last))
    return spans


def _is_open(text: str, closer: str) -> bool:
    return text.count(_CLOSERS[closer]) > text.count(closer)
