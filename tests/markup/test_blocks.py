from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.markup.blocks import fingerprint, join, split
from support.markdown import documents


def kinds(text: str) -> list[str]:
    return [block.kind for block in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فقرة أولى.\n\nفقرة ثانية.\n", ["paragraph", "paragraph"]),
        ("سطر\nوسطر في الفقرة نفسها\n", ["paragraph"]),
        ("## عنوان\nنص بعده مباشرة\n", ["heading", "paragraph"]),
        ("نص قبله مباشرة\n## عنوان\n", ["paragraph", "heading"]),
        ("#المغرب في الصدارة\n", ["paragraph"]),
        ("عنوان\n=====\n", ["heading"]),
        ("- بند\n- بند ثان\n", ["list"]),
        ("- بند\n\n- بند ثان\n\n    تتمة البند\n\nفقرة\n", ["list", "paragraph"]),
        ("- بند\n\n1. بند مرقم\n", ["list", "list"]),
        ("١. بند\n٢. بند ثان\n", ["list"]),
        ("فقرة\n- قائمة بعدها مباشرة\n", ["paragraph", "list"]),
        ("فقرة\n2. ليست قائمة\n", ["paragraph"]),
        ("- بند\n* بند من قائمة أخرى\n", ["list", "list"]),
        ("1. بند\n2) بند من قائمة أخرى\n", ["list", "list"]),
        ("> اقتباس\n\n> اقتباس آخر\n", ["quote", "quote"]),
        ("- بند\n\n  فقرته الثانية\n", ["list"]),
        ("نص\n| أ | ب |\n|---|---|\n", ["paragraph", "table"]),
        ("نص\n***\n", ["paragraph", "rule"]),
        ("> اقتباس\nمتصل به\n", ["quote"]),
        ("نص\n> اقتباس\n", ["paragraph", "quote"]),
        ("| أ | ب |\n|---|---|\n| 1 | 2 |\n", ["table"]),
        ("أ | ب\nنص عادي\n", ["paragraph"]),
        ("```\nرمز\n\nرمز\n```\nنص\n", ["code", "paragraph"]),
        ("```\nسياج بلا نهاية\n\nنص\n", ["code"]),
        ("    رمز مزاح\n", ["code"]),
        ("نص\n\n***\n\nنص\n", ["paragraph", "rule", "paragraph"]),
        (
            "نص[^1].\n\n[^1]: هامش.\n    تتمته.\n\n    فقرة في الهامش.\n[^2]: آخر.\n",
            ["paragraph", "footnote", "footnote"],
        ),
        ("[x]: https://example.org\nنص\n", ["reference", "paragraph"]),
        ("<div>\n\nنص\n\n</div>\n\nفقرة\n", ["html", "paragraph", "html", "paragraph"]),
        ("<b>غليظ</b> في فقرة\n", ["paragraph"]),
        ("<div>بلا نهاية\n\nفقرة\n", ["html", "paragraph"]),
        ("\n\n\n", []),
    ],
)
def test_a_body_is_cut_into_blocks_of_these_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@given(documents)
def test_blocks_put_together_give_the_body_back(text: str) -> None:
    assert join(split(text)) == text


@given(st.text(alphabet="اب \n#*->|`[]^:<>=1.~\t", max_size=80))
def test_no_character_is_lost_whatever_the_text(text: str) -> None:
    assert join(split(text)) == text.lstrip("\n") or join(split(text)).strip() == text.strip()
    assert "".join(join(split(text)).split()) == "".join(text.split())


@given(documents)
def test_a_block_on_its_own_is_still_that_block(text: str) -> None:
    for block in split(text):
        assert kinds(block.text) == [block.kind]


def test_line_numbers_point_into_the_body() -> None:
    text = "أول\n\nثان\nتتمة\n\n\nثالث\n"
    assert [text.split("\n")[block.line] for block in split(text)] == ["أول", "ثان", "ثالث"]


def test_blanks_at_line_ends_do_not_change_a_fingerprint_and_letters_do() -> None:
    assert fingerprint("وصل الوفد \nاليوم\n") == fingerprint("وصل الوفد\nاليوم")
    assert fingerprint("وصل الوفد") != fingerprint("وصل الوفدُ")
    assert len(fingerprint("")) == 8
