"""Conflicts that git left are found, whole or in part, and what only looks like one is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.conflicts import find_conflict, find_conflict_in_page, find_conflict_in_words

HEAD = "---\ntitle: خبر\ndate: 2024-07-18\n---\n\n"
WHOLE = "<<<<<<< HEAD\nقال.\n=======\nقالت.\n>>>>>>> فرع\n"
FENCED = f"مثال:\n\n```\n{WHOLE}```\n\nبعده.\n"


def found(text: str, name: str = "ar.md") -> tuple[int | None, str] | None:
    problem = find_conflict(text, Path(name))
    return (problem.line, problem.message) if problem else None


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEAD + WHOLE, 6, "a merge conflict is not resolved: “HEAD” and “فرع” differ here"),
        (HEAD + "<<<<<<< HEAD\na\n||||||| 3f9a1c2\nb\n=======\nc\n>>>>>>> x y\n", 6, "“HEAD” and “x y” differ here"),
        (HEAD + "قبله.\n<<<<<<< HEAD\nبعده.\n", 7, "a merge conflict is only half resolved (of “HEAD”)"),
        (HEAD + "قبله.\n\n<<<<<<< Updated upstream\n\nبعده.\n", 8, "half resolved (of “Updated upstream”)"),
        (HEAD + "قبله.\n\n=======\n\nبعده.\n", 8, "half resolved"),
        (HEAD + "قال الوزير.\n=======\nقالت الوزيرة.\n", 7, "half resolved"),
        (HEAD + "سطر أول\nسطر ثان\n=======\nبعده\n", 8, "half resolved"),
        (HEAD + "قبله.\n=======\nبعده.\n>>>>>>> فرع\n", 7, "half resolved (of “فرع”)"),
        (HEAD + "قبله.\n>>>>>>> 3f9a1c2 (تصحيح)\nبعده.\n", 7, "half resolved (of “3f9a1c2 (تصحيح)”)"),
        (HEAD + "<<<<<<<\nبعده.\n", 6, "half resolved"),
        ("---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n---\n\nنص.\n", 2, "“HEAD” and “x” differ here"),
        ("---\ntitle: a\n=======\ntitle: b\n---\n\nنص.\n", 3, "half resolved"),
        (FENCED.replace("```\n\nبعده", "\nبعده"), 4, "“HEAD” and “فرع” differ here"),  # a fence that is not closed
        ("<<<<<<< HEAD\n```\na\n=======\nb\n```\n>>>>>>> x\n", 1, "“HEAD” and “x” differ here"),
        ("```\na\n<<<<<<< HEAD\nb\n```\n=======\nc\n>>>>>>> x\n", 3, "“HEAD” and “x” differ here"),
        (FENCED + WHOLE, 12, "“HEAD” and “فرع” differ here"),
        # moved inwards, quoted, or both
        (HEAD + "".join(f"   {line}\n" for line in WHOLE.splitlines()), 6, "“HEAD” and “فرع” differ here"),
        (HEAD + "- بند\n  <<<<<<< HEAD\nأ\n =======\nب\n  >>>>>>> x\n", 7, "“HEAD” and “x” differ here"),
        (HEAD + "".join(f"> {line}\n" for line in WHOLE.splitlines()), 6, "“HEAD” and “فرع” differ here"),
        ("---\ntitle: a\nimage:\n  <<<<<<< HEAD\n  file: a\n  =======\n  file: b\n  >>>>>>> x\n---\nنص\n", 4, "“x”"),
    ],
)
def test_a_conflict_whole_or_in_part_is_named_with_its_line_and_sides(
    text: str, line: int, message: str, ends: str
) -> None:
    problem = found(text.replace("\n", ends))
    assert problem is not None
    assert (problem[0], message in problem[1]) == (line, True), problem


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FENCED,
        HEAD + FENCED.replace("```", "~~~~ text").replace("~~~~ text\n\nبعده", "~~~~\n\nبعده"),
        HEAD + "مثال:\n\n```\n<<<<<<< HEAD\n```\n",
        HEAD + "".join(f"    {line}\n" for line in WHOLE.splitlines()),
        HEAD + "الخلاصة\n=======\n\nنص.\n",
        "الخلاصة\n=======\n",
        HEAD + "عنوان طويل جدا\n==============\n",
        HEAD + ">>>>>> قال\n>>>>>>> قالت\n",
        HEAD + "a <<<<<<< b ======= c >>>>>>> d\n",
        HEAD + "<<<<<<<<<< سهم\n",
        HEAD + "  <<<<<<< سهم\n\nنص.\n\n  >>>>>>> سهم\n",
        HEAD + "- مثال:\n\n      <<<<<<< a\n      =======\n      >>>>>>> b\n",
        HEAD + "||||||| x |\n",
    ],
)
def test_what_only_looks_like_one_is_text(text: str) -> None:
    assert found(text) is None


@pytest.mark.parametrize("name", ["topics.yaml", "nashra.toml", "addresses.txt", "fr.po"])
@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", "=======", ">>>>>>> x"])
def test_in_a_table_every_mark_is_one(name: str, mark: str) -> None:
    assert found(f"a: b\n{mark}\nc: d\n", name) is not None


@pytest.mark.parametrize("name", ["topics.yaml", "nashra.toml", "addresses.txt", "fr.po"])
@pytest.mark.parametrize("indent", ["  ", "\t", "        "])
def test_in_a_table_a_conflict_is_one_however_far_inwards(name: str, indent: str) -> None:
    text = "a: b\n" + "".join(f"{indent}{line}\n" for line in WHOLE.splitlines())
    assert found(text, name) == (2, "a merge conflict is not resolved: “HEAD” and “فرع” differ here")


def test_it_is_told_how_far_a_conflict_goes() -> None:
    problem = find_conflict("قبله.\n" + WHOLE, Path("ar.md"))
    assert problem is not None
    assert "up to line 6" in problem.hint


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("قال. <<<<<<< HEAD نعم ======= لا >>>>>>> فرع ثم", True),
        ("\\<<<<<<< HEAD\n\nنعم\n\n=======\n\nلا\n\n\\>>>>>>> فرع\n", True),
        ("&lt;&lt;&lt;&lt;&lt;&lt;&lt; HEAD نعم ======= لا &gt;&gt;&gt;&gt;&gt;&gt;&gt; فرع", True),
        (f"```\n{WHOLE}```\n", False),
        ("`<<<<<<< a` ثم `=======` ثم `>>>>>>> b`", False),
        (">>>>>>> a ======= b <<<<<<< c", False),
        ("<<<<<<<< a ======= b >>>>>>>> c", False),
        ("<" * 5000 + "=" * 5000 + ">" * 5000, False),
        ("<<<<<<< " * 3000, False),
    ],
)
def test_a_conflict_in_the_words_of_a_page_is_found(text: str, is_one: bool) -> None:
    assert (find_conflict_in_words(text) is not None) is is_one


PAGE = "<p>أ</p>\n  <<<<<<< HEAD\n  <p>نعم</p>\n  =======\n  <p>لا</p>\n  >>>>>>> فرع\n<p>ب</p>"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (PAGE, 2),
        (PAGE.replace("<<<<<<<", "&lt;" * 7).replace(">>>>>>>", "&gt;" * 7), 2),
        (f"<pre>{PAGE}\n</pre>\n{PAGE}", 10),
        (f"<pre>\n{PAGE}\n</pre>", None),
        (f"<script>\n/*\n{PAGE}\n*/\n</script>", None),
        (PAGE.replace("=======", "-------"), None),
        ("<p>" + "&lt;" * 9 + "</p>", None),
    ],
)
def test_a_conflict_in_the_lines_of_a_page_is_found(text: str, line: int | None) -> None:
    problem = find_conflict_in_page(text)
    assert (problem.line if problem else None) == line
