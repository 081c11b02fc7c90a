"""Whole articles in the styles of many programs: every true paragraph comes out in its place, or is told of."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.markup.html import render
from support.html_words import words_shown
from support.imported import read
from support.page_styles import STYLES, styled_page

# Pages that went wrong once: lists under their headings at the end of a text, a first sentence of few words, the
# column beside the text of a table, further parts of a text in wrappers of the same name, comments that are
# the only running text of a page.
ONCE_WRONG = [
    ("recipe", 25),
    ("wordpress", 31),
    ("tables", 8),
    ("tables", 21),
    ("tables", 33),
    ("hashes", 1053),
    ("hashes", 1084),
    ("live", 1304),
    ("recipe", 1325),
    ("blogger", 1209),
]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize(("style", "seed"), [*ONCE_WRONG, *((style, seed) for style in STYLES for seed in range(8))])
def test_every_true_paragraph_of_a_style_comes_out_and_nothing_else(style: str, seed: int) -> None:
    page = styled_page(seed, style)
    found = read(page.html.encode(), Path("page.html"), lang=page.lang, timezone=ZoneInfo("UTC"), date="2024-07-18")
    text = words_shown(f"<div>{render(found.draft.body)}</div>")
    told = letters(" ".join(each.text for each in found.dropped))
    place = 0
    for each in page.true:
        at = text.find(each, place)
        assert at >= 0 or letters(each) in told, f"{each!r} is not in its place in\n{text}\nof\n{page.html}"
        place = max(place, at + len(each)) if at >= 0 else place
    assert not [words for words in page.foreign if words in text]
