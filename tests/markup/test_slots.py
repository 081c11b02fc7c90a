from __future__ import annotations

import pytest
from hypothesis import given

from nashra.markup.blocks import split
from nashra.markup.slots import fill, shape, texts
from support.markdown import documents


@pytest.mark.parametrize(
    ("source", "expected", "filled"),
    [
        ("فقرة\nعلى سطرين", ["فقرة على سطرين"], "س"),
        ("## عنوان ##", ["عنوان"], "## س ##"),
        ("عنوان\n===", ["عنوان"], "س\n==="),
        ("- أول\n- ثان\n  تتمة\n    - فرعي", ["أول", "ثان تتمة", "فرعي"], "- س\n- س\n    - س"),
        ("- [x] تم\n- [ ] لم يتم", ["تم", "لم يتم"], "- [x] س\n- [ ] س"),
        ("- أول\n\n  ثان\n\n      رمز", ["أول", "ثان"], "- س\n\n  س\n\n      رمز"),
        ("> - أول\n>   تتمة\n> - ثان", ["أول تتمة", "ثان"], "> - س\n> - س"),
        ("سطر\\\nوسطر", ["سطر\\\nوسطر"], "س"),
        ("1) أول\n   > ثان\n   > ثالث", ["أول", "ثان ثالث"], "1) س\n   > س"),
        ("1. أول\n2. ثان", ["أول", "ثان"], "1. س\n2. س"),
        ("> سطر\n> تتمة\n>\n> ثانية", ["سطر تتمة", "ثانية"], "> س\n>\n> س"),
        (
            "| أ | `ب\\|ج` |\n|:--|--:|\n| 1 | د \\| هـ |",
            ["أ", "`ب|ج`", "1", "د | هـ"],
            "| س | س |\n|:--|--:|\n| س | س |",
        ),
        ("[^1]: هامش\n    تتمة\n\n    فقرة", ["هامش تتمة", "فقرة"], "[^1]: س\n\n    س"),
        ("```\nرمز\n```", [], "```\nرمز\n```"),
        ("سطر  \nوسطر", ["سطر  \nوسطر"], "س"),
    ],
)
def test_the_texts_of_a_block_are_replaced_between_its_signs(source: str, expected: list[str], filled: str) -> None:
    (block,) = split(source)
    assert texts(block) == expected
    assert fill(block, ["س"] * len(expected)) == filled


@given(documents)
def test_unchanged_texts_leave_every_byte_as_it_was(source: str) -> None:
    for block in split(source):
        assert fill(block, texts(block)) == block.text


def test_a_break_in_a_heading_or_a_cell_stays_in_its_line_wherever_that_stands() -> None:
    source = "- بند\n\n  | أ | ب |\n  |---|---|\n  | ج | د |\n\n  ## عنوان"
    (block,) = split(source)
    filled = fill(block, ["1  \n2", "3  \n4", "5", "6\\\n7", "8|9", "10  \n11"])
    assert filled == "- 1  \n2\n\n  | 3<br>4 | 5 |\n  |---|---|\n  | 6<br>7 | 8\\|9 |\n\n  ## 10<br>11"
    assert [part.kind for part in split(filled)] == ["list"]


HTML_INSIDE = [
    (
        "- بند\n\n  <details>\n  <summary>عنوان</summary>\n  نص <b>مهم</b>\n  آخر\n  </details>\n",
        ["بند", "عنوان", "نص <b>مهم</b> آخر"],
    ),
    ("> قول\n>\n> <div>كلام <i>داخل</i>\n> وسطر ثان</div>\n", ["قول", "كلام <i>داخل</i> وسطر ثان"]),
    ("1. نص\n\n   <p>فقرة</p>\n   <!-- سر -->\n", ["نص", "فقرة"]),
    ("- > <p>عميق\n  > جدا</p>\n", ["عميق جدا"]),
    ('> <figure><img src="a.png" alt="صورة"></figure>\n', ["صورة"]),
    ("- <pre>رمز</pre>\n", []),
]


@pytest.mark.parametrize(("source", "words"), HTML_INSIDE)
def test_words_of_raw_html_in_a_list_or_a_quote_are_texts_like_others(source: str, words: list[str]) -> None:
    (block,) = split(source)
    assert texts(block) == words
    assert fill(block, words) == block.text
    written = fill(block, [f"word {number}" for number in range(len(words))])
    (again,) = split(written)
    assert (again.kind, texts(again)) == (block.kind, [f"word {number}" for number in range(len(words))])
    assert shape([again]) == shape([block])


def test_signs_that_python_takes_for_the_end_of_a_line_are_none_in_html_of_a_quote() -> None:
    (block,) = split("> <details>\n> <summary>عن\u2028وان</summary>\n> نص\x0c أول\n> </details>")
    assert len(texts(block)) == 2
    assert fill(block, ["Titre", "Texte"]) == "> <details>\n> <summary>Titre</summary>\n> Texte\n> </details>"
