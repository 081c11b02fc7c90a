"""Titles are plain text, and say nothing of the state of the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.head import frontmatter
from nashra.head.known_keys import check_title
from nashra.kit.errors import ContentError

PATH = Path("ar.md")


def told(title: str) -> list[str]:
    fields = frontmatter.split(f"---\ntitle: '{title}'\n---\n", PATH).fields
    return [f"{problem.line}: {problem.message}" for problem in check_title(fields, PATH)]


@pytest.mark.parametrize(
    "mark", ["A &amp; B", "x &nbsp; y", "**وصول** الوفد", "[وصول](https://x.example)", "<b>وصول</b>"]
)
def test_signs_of_markdown_and_escapes_are_a_warning(mark: str) -> None:
    (said,) = told(f"خبر {mark}")
    assert said.startswith("2: the title has `")


@pytest.mark.parametrize("label", ["[مسودة]", "[ مسوّدة ]", "[DRAFT]", "[Brouillon]", "[todo]"])
def test_a_word_in_brackets_that_says_draft_holds_the_text_back(label: str) -> None:
    for title in (f"{label} وصول الوفد", f"وصول الوفد {label}"):
        with pytest.raises(ContentError):
            told(title)


@pytest.mark.parametrize(
    "title",
    [
        "[خاص] حوار",
        "مسودة قانون المالية",
        "Draft law passed",
        "[فيديو] وصول",
        "AT&T <3",
        "ثغرة في <script>",
        "الوسم <b> في الصفحة",
        "5 < 6 > 4",
        "ربح * وخسارة *",
    ],
)
def test_titles_as_newspapers_have_them_annoy_nobody(title: str) -> None:
    assert told(title) == []
