from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.ingest.words.clean import clean
from nashra.ingest.words.escape import escape
from nashra.ingest.words.paragraphs import Line, to_markdown, unwrap
from nashra.markup.html import render
from support.github import github


def shown(page: str) -> str:
    """The text that a reader of `page` sees; there must be nothing but plain paragraphs, and addresses as links."""
    page = re.sub(r"</?a\b[^>]*>", "", page)
    assert not re.search(r"<(?!/?p>)[a-zA-Z/!]", page), page
    return html.unescape(re.sub(r"</?p>", "", page)).replace("\n", "")


@given(st.text(alphabet="ab1 سل.\\`*_{}[]()<>#+-!|~:&;=/\"'^$%@", min_size=1, max_size=30))
@settings(max_examples=600, deadline=None)
def test_whatever_is_pasted_is_shown_as_it_was_by_us_and_by_github(text: str) -> None:
    line = clean(text)
    if line:
        body = f"x\n\n{escape(line)}\n\ny"
        assert shown(render(body)) == f"x{line}y"
        assert shown(github(body)) == f"x{line}y"


@pytest.mark.parametrize(
    "line",
    [
        "قال: «لا تعليق»، ثم انصرف (الأحد) – دون أن يجيب…",
        "Prix : 5 * 3 = 15 € ; R&D ; 3 < 4 > 2 ; #MeToo ; nom_de_fichier",
        "A [note] and a lone * or ` or _ stay; so do 50% and C:\\temp",
        "-5 degrés à Ifrane, +3 à Rabat",
        "1.20 dirhams",
    ],
)
def test_ordinary_text_needs_no_backslash(line: str) -> None:
    assert escape(line) == line


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# عنوان", "\\# عنوان"),
        ("- وحده", "\\- وحده"),
        ("2024. سنة", "2024\\. سنة"),
        ("> اقتباس", "\\> اقتباس"),
        ("**مهم** _جدا_ __", "\\*\\*مهم\\*\\* \\_جدا\\_ __"),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("[x](y)", "[x\\](y)"),
        ("`a` b", "\\`a\\` b"),
        ("&lt; &copy;", "&amp;lt; &amp;copy;"),
        ("[x]: http://y", "\\[x]: http://y"),
    ],
)
def test_marks_of_markdown_are_taken_literally(line: str, expected: str) -> None:
    assert escape(line) == expected


def test_neighbouring_bullets_and_numbers_become_lists() -> None:
    texts = ["نقاط:", "• أولى", "• ثانية", "ثم:", "1- واحد", "2- اثنان", "- وحيدة", "3. ليست قائمة", "– Oui.", "– Non."]
    assert to_markdown(texts) == (
        "نقاط:\n\n- أولى\n- ثانية\n\nثم:\n\n1. واحد\n2. اثنان\n\n\\- وحيدة\n\n3\\. ليست قائمة\n\n– Oui.\n\n– Non."
    )


def test_paragraphs_of_one_line_each_are_not_joined() -> None:
    texts = [
        "وصل الوفد إلى الرباط صباح اليوم قادما من تونس العاصمة.",
        "واجتمع مع وزير الخارجية لمدة ساعتين في مقر الوزارة.",
        "ثم غادر.",
    ]
    assert [line.text for line in unwrap([Line(at, text) for at, text in enumerate(texts, 1)])] == texts


def test_lines_of_an_old_mail_program_are_joined() -> None:
    wide = [
        "La ville a décidé de planter mille arbres le long du",
        "fleuve avant la fin du printemps, malgré les réserves",
        "des riverains.",
    ]
    pair = ["Les premiers oliviers seront mis en terre dès lundi", "matin."]
    numbered = [Line(at, text) for at, text in enumerate([*wide, "", *pair], 1)]
    assert [(line.number, line.text) for line in unwrap(numbered)] == [
        (1, " ".join(wide)),
        (4, ""),
        (5, " ".join(pair)),
    ]
