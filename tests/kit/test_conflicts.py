"""What git leaves where two people changed the same lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.conflicts import find_conflict

PATH = Path("ar.md")
CONFLICT = "<<<<<<< HEAD\nقال الوزير.\n=======\nقالت الوزيرة.\n>>>>>>> تصحيح\n"


def test_a_conflict_is_told_with_its_line_and_both_sides() -> None:
    problem = find_conflict("سطر.\n\n" + CONFLICT + "آخر.\n", PATH)
    assert problem is not None
    assert (problem.path, problem.line) == (PATH, 3)
    assert "“HEAD” and “تصحيح”" in problem.message
    assert "up to line 7" in problem.hint


def test_a_conflict_with_what_was_there_before_and_windows_line_ends_is_found() -> None:
    text = "<<<<<<< a\nو\n||||||| b\nز\n=======\nح\n>>>>>>> c\n".replace("\n", "\r\n")
    assert find_conflict(text, PATH) is not None


@pytest.mark.parametrize(
    "text",
    [
        "عنوان\n=======\n\nنص.\n",
        ">>>>>>> اقتباس في اقتباس\n",
        "<<<<<<< وحدها\n",
        "\n".join(f"    {line}" for line in CONFLICT.split("\n")),
        ">>>>>>> b\n=======\n<<<<<<< a\n",
        "<<<<<<<<< a\n=======\n>>>>>>>>> b\n",
    ],
)
def test_headings_quotations_and_indented_examples_are_no_conflicts(text: str) -> None:
    assert find_conflict(text, PATH) is None
