from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nashra.markup.html import render
from nashra.markup.inline import Mark, parse, plain_text, write
from support.markdown import WORDS, inline


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ('قال [الوزير **الأول**](https://a.b/c_(d) "عنوان") نعم', "قال الوزير الأول نعم"),
        ("**مهم،**ثم", "مهم،ثم"),
        ("***قوي***", "قوي"),
        ("**غير مغلق *مائل* هنا", "**غير مغلق مائل هنا"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("a_b_c", "a_b_c"),
        ("نجمة\\* حرة", "نجمة* حرة"),
        ("A &amp; B", "A & B"),
        ("هامش[^1].", "هامش."),
        ("![صورة](p.jpg) بعدها", "بعدها"),
        ("`x*y` رمز", "x*y رمز"),
        ("<b>غليظ</b>", "غليظ"),
        ("[x] ليس رابطا", "[x] ليس رابطا"),
        ("<https://a.b> ثم", "https://a.b ثم"),
    ],
)
def test_the_plain_text_has_the_words_and_no_signs(source: str, plain: str) -> None:
    assert plain_text(source) == plain


@pytest.mark.parametrize(
    ("source", "kind", "words"),
    [
        ("زوروا https://example.org/a_b. شكرا", "literal", "https://example.org/a_b"),
        ("راسلوا info@example.org، شكرا", "literal", "info@example.org"),
        ("وسم #المغرب_2030 اليوم", "literal", "#المغرب_2030"),
        ("عن @user اليوم", "literal", "@user"),
        ("استقبل %1$s وفدا", "literal", "%1$s"),
        ("أمضى %d، ثم عاد", "literal", "%d"),
        ("قال %(name)s نعم", "literal", "%(name)s"),
        ("مرحبا {{ user_name }}، أهلا", "literal", "{{ user_name }}"),
        ("في {0} من الساعات", "literal", "{0}"),
        ("بمبلغ ${total} درهم", "literal", "${total}"),
        ("رمز `git push` هنا", "code", "git push"),
        ("[رابط مرجعي][ref] هنا", "link", "رابط مرجعي"),
    ],
)
def test_words_that_must_stay_are_marked(source: str, kind: str, words: str) -> None:
    plain, marks = parse(source)
    assert [(mark.kind, plain[mark.start : mark.end]) for mark in marks] == [(kind, words)]


@pytest.mark.parametrize("source", ["بنسبة 50 %. ثم", "20% du total", "100%d", "٢٠%s من", "في {المغرب} و{a b}", "%"])
def test_percentages_and_braces_are_words(source: str) -> None:
    assert parse(source)[1] == ()


def test_a_bare_label_is_a_link_only_where_the_document_defines_it() -> None:
    assert parse("[المصدر] قال")[1] == ()
    plain, marks = parse("[المصدر] قال", frozenset({"المصدر"}))
    assert write(plain, marks) == "[المصدر][المصدر] قال"


def test_a_number_at_the_start_does_not_become_a_list() -> None:
    assert write("2024. سنة", ()) == "2024\\. سنة"
    assert write("- شرطة", ()) == "\\- شرطة"
    assert write("# وسم", ()) == "\\# وسم"
    assert write("> سهم", ()) == "\\> سهم"


@given(inline())
@example("قال **الوزير** إن [الماء](https://example.org/a) *قليل* و#سلا")
@example("ww**w.**a [b](https://a.b/c)")
def test_the_quick_way_for_simple_marks_gives_what_the_grammar_gives(source: str) -> None:
    quick = parse(source)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nashra.markup.inline._simple", lambda source: None)
        assert parse(source) == quick


@given(inline())
@example("> x<y  \n> x<y")
def test_what_is_parsed_and_written_means_the_same(source: str) -> None:
    plain, marks = parse(source)
    again_plain, again_marks = parse(write(plain, marks))
    assert again_plain == plain
    assert [(mark.kind, mark.start, mark.end) for mark in again_marks] == [
        (mark.kind, mark.start, mark.end) for mark in marks
    ]


@given(
    st.lists(
        st.sampled_from([*WORDS, "*", "**", "_", "__", "`", "[", "]", "(", ")", "<", "\\", "&lt;", "<b>"]), max_size=9
    )
)
def test_words_written_are_shown_as_they_are(parts: list[str]) -> None:
    text = " ".join(" ".join(parts).split())
    shown = re.sub(r"</?a\b[^>]*>", "", render(write(text, ())))  # bare addresses are links
    expected = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert shown.removeprefix("<p>").removesuffix("</p>") == expected


def test_an_exclamation_mark_before_a_footnote_is_a_word_as_it_is_for_readers() -> None:
    plain, marks = parse("حضر الجميع![^1] ثم")
    assert plain == "حضر الجميع! ثم"
    assert [mark.open for mark in marks] == ["[^1]"]
    assert "<img" not in render("حضر الجميع![^1] ثم\n\n[^1]: هامش\n")


@pytest.mark.parametrize(
    "source", ["حضر الجميع\\![الرابط](https://example.org/) ثم", "حضر\\![^1] ثم", "حضر!**[ن](a)**"]
)
def test_an_exclamation_mark_that_is_written_before_a_link_makes_no_picture_of_it(source: str) -> None:
    plain, marks = parse(source)
    assert parse(write(plain, marks)) == (plain, marks)
    assert "<img" not in render(write(plain, marks))


def test_codes_that_touch_are_written_apart_and_stay_two() -> None:
    written = write("واحداثنان", (Mark("code", 0, 4, "`", "`"), Mark("code", 4, 9, "`", "`")))
    assert written == "`واحد` `اثنان`"
    assert [mark.kind for mark in parse(written)[1]] == ["code", "code"]
