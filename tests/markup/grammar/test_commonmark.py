"""The examples of CommonMark, read from its npm package when the tests run: nothing of them stands here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.markup.html import render
from support.github import comparable, github
from support.tools import missing

SPEC = Path(__file__).parents[3] / ".tools" / "commonmark-spec.txt"
EXAMPLE = re.compile(r"^`{32} example\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$|^#{1,6} *([^\n]*)$", re.MULTILINE)
# Raw HTML is not compared to the letter: it is cleaned here, block by block, and tags that are never closed then differ.
ABOUT_HTML = {"HTML blocks", "Raw HTML"}


def examples() -> Iterator[tuple[str, str, str]]:
    """(section, Markdown, HTML) of each example."""
    if not SPEC.is_file():
        missing("the list of examples of CommonMark")
    text, section = SPEC.read_text(encoding="utf-8").partition("<!-- END TESTS -->")[0], ""
    for example in EXAMPLE.finditer(text):
        if example[3] is not None:
            section = example[3]
        else:
            yield section, example[1].replace("→", "\t"), example[2].replace("→", "\t")


@pytest.fixture(scope="module")
def shares() -> dict[str, tuple[int, int]]:
    """Section -> how many examples are shown as there (or as in GitHub, which also knows bare addresses), of how many."""
    equal: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for section, text, html in examples():
        total[section] += 1
        shown = comparable(render(text))
        as_words = comparable(html.replace("<bar>", "&lt;bar&gt;"))  # there is no such element: it is shown as typed
        equal[section] += shown in (comparable(html), comparable(github(text)), as_words)
    return {section: (equal[section], number) for section, number in total.items()}


def test_nearly_all_examples_are_shown_as_commonmark_shows_them(shares: dict[str, tuple[int, int]]) -> None:
    text = {section: share for section, share in shares.items() if section not in ABOUT_HTML}
    assert sum(total for _, total in text.values()) > 550
    assert sum(equal for equal, _ in text.values()) >= 0.98 * sum(total for _, total in text.values())


@pytest.mark.parametrize(
    "section",
    ["Lists", "List items", "Indented code blocks", "Setext headings", "ATX headings",
     "Thematic breaks", "Block quotes", "Paragraphs", "Link reference definitions", "Tabs", "Autolinks", "Images"],
)  # fmt: skip
def test_every_example_of_a_section_about_blocks_is_shown_alike(
    section: str, shares: dict[str, tuple[int, int]]
) -> None:
    equal, total = shares[section]
    assert equal == total > 0


@pytest.mark.parametrize(
    "section", ["Emphasis and strong emphasis", "Links", "Code spans", "Hard line breaks", "Fenced code blocks"]
)
def test_nearly_every_example_of_a_section_about_words_is_shown_alike(
    section: str, shares: dict[str, tuple[int, int]]
) -> None:
    equal, total = shares[section]
    assert total - equal <= 2  # those with tags that are never closed, and names of languages that no class may have
