from __future__ import annotations

import pytest

from nashra.translate.marks import Text, compose
from support.articles import cipher


def translated(source: str, **other: str) -> tuple[str, bool]:
    """`source` through the stand-in engine; `other` overrides what it says to a segment."""
    text = Text.of(source, "ar")
    return compose(text, {segment: other.get(segment, cipher(segment)) for segment in text.segments()})


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("قال [الوزير](https://a.b/c) نعم.", "qAl [Alwzyr](https://a.b/c) nEm."),
        ("قال [الوزير **الفرنسي**](https://a.b) نعم.", "qAl [Alwzyr **Alfrnsy**](https://a.b) nEm."),
        ("**كلها. جملتان.** وبعد.", "**klhA.** **jmltAn.** wbEd."),
        ("[رابط. على جملتين](https://a.b) هنا", "[rAbT.](https://a.b) [ElY jmltyn](https://a.b) hnA"),
        ("هامش[^1]. وآخر[^2] هنا.", "hAm$[^1]. wآxr[^2] hnA."),
        ("رمز `x.y z` و #وسم و @user وhttps://a.b/c", "rmz `x.y z` w #وسم w @user whttps://a.b/c"),
        ('قبل ![صورة](p.jpg "تعليق") بعد.', 'qbl ![Swrp](p.jpg "tElyq") bEd.'),
        ('قبل [رابط](https://a.b "عنوان") بعد.', 'qbl [rAbT](https://a.b "EnwAn") bEd.'),
        ("قبل <img src='p.jpg' alt='صورة' title=\"شرح\"> بعد.", 'qbl <img src=\'p.jpg\' alt="Swrp" title="$rH"> bEd.'),
        ('قبل <abbr title="أمم متحدة">أ م</abbr> بعد.', 'qbl <abbr title="Omm mtHdp">O m</abbr> bEd.'),
        ("سطر  \nوسطر", "sTr  \nwsTr"),
        ("2024 - 2025", "2024 - 2025"),
        ("كلمة كلمة *كلمة* كلمة", "klmp klmp *klmp* klmp"),
    ],
)
def test_marks_come_out_on_the_words_they_belong_to(source: str, target: str) -> None:
    assert translated(source) == (target, False)


@pytest.mark.parametrize("place", ["%1$s", "{{ اسم }}", "{0}", "<x/>", "{% if a %}"])
def test_what_a_program_fills_in_stays_whatever_the_engine_makes_of_it(place: str) -> None:
    def mangled(segment: str) -> str:
        # as models do: other digits, other braces, blanks where there were none
        return cipher(segment).replace("%1", "% 1 ").replace("{", "«").replace("}", "»").replace("0", "٠")

    text = Text.of(f"استقبل {place} الوفد.", "ar")
    written, _ = compose(text, {segment: mangled(segment) for segment in text.segments()})
    assert place in written


def test_emphasis_without_a_place_is_dropped_and_its_words_are_kept() -> None:
    assert translated("قال *الوزير* نعم.", **{"قال الوزير نعم.": "He said yes."}) == ("He said yes.", False)


@pytest.mark.parametrize("mark", ["[الوزير](https://a.b)", "`الوزير`", "[الوزير][ref]"])
def test_a_link_or_code_without_a_place_is_set_in_brackets_and_doubted(mark: str) -> None:
    target, doubtful = translated(f"قال {mark} نعم.", **{"قال الوزير نعم.": "He said yes."})
    assert target.startswith("He said yes. (")
    assert mark[mark.index("]") :] in target if "]" in mark else mark in target
    assert doubtful


def test_a_bare_reference_keeps_its_label_when_its_words_change() -> None:
    text = Text.of("قال [المصدر] نعم.", "ar", references=frozenset({"المصدر"}))
    assert compose(text, {s: cipher(s) for s in text.segments()})[0] == "qAl [AlmSdr][المصدر] nEm."


def test_an_engine_that_says_nothing_leaves_the_source_and_a_doubt() -> None:
    assert translated("قال نعم.", **{"قال نعم.": ""}) == ("قال نعم.", True)


def test_words_that_look_like_markdown_are_escaped() -> None:
    assert translated("قال نعم.", **{"قال نعم.": "1. *yes* <b> [x]"})[0] == "1\\. \\*yes\\* &lt;b> \\[x\\]"


def test_a_blank_set_before_a_picture_does_not_get_into_the_code_before_it() -> None:
    said = {"كود  بعد ذلك كله": "كود, after"}
    assert translated("`كود` ![صورة](p.jpg) بعد ذلك كله", **said) == ("`كود` ![Swrp](p.jpg) , after", False)


def test_words_that_a_tag_says_stay_in_their_quotes_whatever_the_engine_writes() -> None:
    said = {"أمم متحدة": 'UN "the" <b>'}
    expected = '<abbr title="UN &quot;the&quot; &lt;b&gt;">O m</abbr> bEd.'
    assert translated('<abbr title="أمم متحدة">أ م</abbr> بعد.', **said) == (expected, False)
