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
# The examples, by their number, that are shown otherwise, and why.
_OPEN = "a link or tag that nothing closes ends with its block here, and with the next one, or the page, there"
_TYPED = "there is no such element, or its tag is not whole: it is shown as typed, since readers would lose the words"
_CODE = (
    "what is written for programs (processing instructions, CDATA) is cleaned as whole, or shown as the words it has"
)
EXCEPTIONS = (
    dict.fromkeys((21, 31, 187, 344, 476, 477, 494, 615, 630, 631, 642, 643), _OPEN)
    | dict.fromkeys((150, 163, 491, 613, 614, 616, 623, 628), _TYPED)
    | dict.fromkeys((180, 182, 629), _CODE)
)


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
def results() -> list[tuple[str, bool]]:
    """(section, whether it is shown as there, or as in GitHub, which also knows bare addresses) of each example."""
    found = []
    for section, text, html in examples():
        shown = comparable(render(text))
        as_words = comparable(html.replace("<bar>", "&lt;bar&gt;"))  # there is no such element: it is shown as typed
        found.append((section, shown in (comparable(html), comparable(github(text)), as_words)))
    return found


@pytest.fixture(scope="module")
def shares(results: list[tuple[str, bool]]) -> dict[str, tuple[int, int]]:
    """Section -> how many examples are shown alike, of how many."""
    equal = Counter(section for section, alike in results if alike)
    return {section: (equal[section], total) for section, total in Counter(section for section, _ in results).items()}


def test_each_example_that_is_shown_otherwise_has_its_reason(results: list[tuple[str, bool]]) -> None:
    assert {number for number, (_, alike) in enumerate(results, 1) if not alike} == set(EXCEPTIONS)


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
