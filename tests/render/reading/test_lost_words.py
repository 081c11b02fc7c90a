"""Words that would not reach the reader are an error with the line of what takes them along; embeds stay as links."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ContentError
from nashra.markup import html
from nashra.render.reading.lost import embeds, refuse_lost_words

PATH = Path("ar.md")
END = "\n\nالخاتمة لا يجوز أن تضيع.\n"


def refused(body: str) -> tuple[int | None, str] | None:
    try:
        refuse_lost_words(body, html.render(body), PATH, 10)
    except ContentError as error:
        (problem,) = error.problems
        return problem.line, problem.message
    return None


@pytest.mark.parametrize("note", ["", "\n[^1]: حاشية\n"])
@pytest.mark.parametrize(
    "sign", ["<style>", "<script>", "<math>", "<textarea>", "<title>", "<svg>", "<iframe>", "<!--"]
)
@pytest.mark.parametrize("before", ["", "الوسم "])
def test_what_is_opened_and_not_closed_is_named_with_its_line(before: str, sign: str, note: str) -> None:
    found = refused(f"قبله.[^1]\n\n{before}{sign} مذكور هنا.{END}{note}")
    assert found == (12, f"`{sign}` is not closed: what follows it would be lost")


@pytest.mark.parametrize(
    "body",
    [
        "الوسم `<style>` مذكور." + END,
        "الوسم \\<style> مذكور." + END,
        "```\n<style>\n```" + END,
        "<!-- ملاحظة للمحرر -->" + END,
        "قبله <!-- ملاحظة\nطويلة جدا للمحرر وحده لا يراها أحد --> بعده." + END,
        "<style>p {color: red}</style>" + END,
        "5 < 7 و 8 > 3، و<b>عريض</b>." + END,
        "| أ | ب |\n|---|---|\n| **1** | `2` |" + END,
        "> اقتباس\n> [رابط](https://x.example/) و![صورة](a.jpg)" + END,
        "كلمة[^1] و**كل**مة &amp; <kbd>Ctrl</kbd>." + END + "\n[^1]: حاشية <i>مائلة</i>\n",
        "<div>\n\nفي إطار.\n\n</div>" + END,
        "<p>فقرة\n\nأخرى." + END,
    ],
)
def test_what_readers_see_or_an_editor_hides_is_no_loss(body: str) -> None:
    assert refused(body) is None


def test_a_block_that_is_not_on_the_page_is_named_whatever_took_it() -> None:
    with pytest.raises(ContentError) as caught:
        refuse_lost_words("أول <b>\n\nثان ثالث\n\nرابع\n", "<p>أول رابع</p>", PATH, 10)
    assert caught.value.problems[0].line == 12


@pytest.mark.parametrize(
    "tag",
    [
        '<iframe width="560" src="https://x.example/v?a=1&amp;b=2" allowfullscreen></iframe>',
        "<iframe src='//x.example/v?a=1&b=2'>بديل</iframe>",
        '<video controls>\n<source src="https://x.example/v?a=1&amp;b=2"></video>',
        '<audio src="https://x.example/v?a=1&b=2"></audio>',
        '<embed src="https://x.example/v?a=1&b=2">',
    ],
)
def test_an_embed_stays_as_a_link_and_is_told(tag: str) -> None:
    body = f"قبله.\n\n{tag}{END}"
    assert 'href="https://x.example/v?a=1&amp;b=2"' in html.render(body)
    (told,) = embeds(body, PATH, 10)
    assert (told.line, told.warning) == (12, True)
    assert refused(body) is None
