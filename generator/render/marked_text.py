"""A sentence with a name in it marked, both set apart where they run against the page."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from generator.render.direction import RTL_RUN, ltr_letter, runs_against

_LTR_RUN = re.compile(rf"{ltr_letter}(?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]*(?:{ltr_letter}|\d))?")
_CLOSERS = {")": "(", "]": "[", "»": "«", "”": "“"}


def with_mark(text: str, start: int, end: int, dir: str) -> Markup:
    """`text`, a sentence that runs in the direction `dir`, with characters [start, end) in a `mark` element.

    Words that run the other way stand in a `bdi` of their own, the mark within it or around it, so that a name in the
    middle of such words does not part them.
    """
    other = "rtl" if dir == "ltr" else "ltr"
    runs = [(0, len(text))] if runs_against(text, dir) else _runs(text, dir)
    opening = Markup('<bdi lang="" dir="{}">').format(other)
    # (place, order among the tags at one place, tag): what closes goes before what opens, an inner element closes first
    # and opens last
    tags: list[tuple[int, int, Markup]] = []
    for first, last in runs:
        inside = first <= start and end <= last
        if not inside and not (start <= first and last <= end) and first < end and start < last:
            continue  # a name half in a run: the text is left as it is
        tags += [(first, 2 if inside else 3, opening), (last, 1 if inside else 0, Markup("</bdi>"))]
    tags += [(start, 2, Markup("<mark>")), (end, 1, Markup("</mark>"))]
    if any(first <= start and end <= last for first, last in runs):
        tags[-2:] = [(start, 3, Markup("<mark>")), (end, 0, Markup("</mark>"))]
    parts: list[Markup] = []
    at = 0
    for place, _, tag in sorted(tags, key=lambda found: found[:2]):
        parts += [escape(text[at:place]), tag]
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
