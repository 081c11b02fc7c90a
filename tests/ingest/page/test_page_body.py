"""Which blocks of a page are the article: rules that no single page shows well."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from support.imported import read

TEXT = [
    "<p>افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ وأوليائهم.</p>",
    "<p>وقالت المديرة إن المدرسة تضم اثني عشر فصلا ومكتبة، وإن الدروس ستبدأ فيها مطلع الأسبوع المقبل.</p>",
    "<p>وتكفلت الجمعية المحلية بتوفير النقل المدرسي لأطفال الدواوير البعيدة، ابتداء من يوم الاثنين المقبل.</p>",
]


def body(*parts: str) -> str:
    html = (
        f"<html><head><title>مدرسة جديدة في القرية</title></head><body><h1>مدرسة جديدة في القرية</h1>{''.join(parts)}"
    )
    data = html.encode()
    given = {"lang": "ar", "timezone": ZoneInfo("UTC"), "date": "2024-07-18"}
    return read(data, Path("page.html"), **given).draft.body  # type: ignore[arg-type]


@cache
def whole_text() -> str:
    """TEXT as it is read on its own."""
    return body(*TEXT)


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>اقرأ أيضا: <a href='/x'>طريق جديد إلى الجبل</a></p>",
        "<div class='related-posts'><p>خبر آخر طويل عن الطريق الجديد إلى الجبل وما سيغيره في حياة الناس هناك</p></div>",
        "<ul><li><a href='/x'>طريق جديد إلى الجبل قبل الشتاء</a></li><li><a href='/y'>ماء الشرب يصل إلى الدوار</a></li></ul>",
        "<div class='socialShare'>فيسبوك</div>",
        "<aside><p>تابعنا في النشرة البريدية التي نرسلها كل صباح إلى قرائنا في كل مكان من العالم</p></aside>",
        "<div hidden><p>نص مخفي لا يراه القارئ أبدا ولا يريد أحد أن يراه في المقال المنشور هنا</p></div>",
        "<div style='display: none'><p>نص مخفي لا يراه القارئ أبدا ولا يريد أحد أن يراه في المقال</p></div>",
        "<div role='navigation'><p>الرئيسية سياسة رياضة ثقافة اقتصاد مجتمع آراء صور فيديو</p></div>",
        "<div id='cookieConsent'><p>يستخدم هذا الموقع ملفات تعريف الارتباط لتحسين تجربتكم، فهل تقبلون ذلك؟</p></div>",
        "<p>نرحب بكم. راجعوا <a href='/p'>سياسة الخصوصية</a> و<a href='/t'>شروط الاستخدام</a> قبل نشر أي تعليق.</p>",
        "<p>À lire aussi : <a href='/x'>Une route vers la montagne</a></p>",
        "<p><strong>Read more:</strong> <a href='/x'>A road to the mountain</a></p>",
    ],
)
def test_furniture_inside_the_text_is_left_out(furniture: str) -> None:
    assert body(TEXT[0], TEXT[1], furniture, TEXT[2]) == whole_text()


def test_comments_after_the_text_end_it() -> None:
    comment = "<p>تعليق طويل من قارئ سعيد جدا بالمدرسة الجديدة ويتمنى أن تفتح مدارس أخرى في القرى المجاورة.</p>"
    assert body(*TEXT, "<h3>التعليقات</h3>", comment) == whole_text()


@pytest.mark.parametrize(
    "name", ["has-sidebar", "post tag-share related-topic", "content comments-open", "single sharing-on"]
)
def test_the_article_itself_is_kept_whatever_its_classes_say(name: str) -> None:
    assert body(f"<div class='{name}'>", *TEXT, "</div>") == whole_text()


def test_short_lines_of_a_dialogue_and_crossheads_stay() -> None:
    text = body(TEXT[0], "<p>– نعم.</p>", "<h2>سؤال</h2>", TEXT[1], "<p>لا.</p>", TEXT[2])
    assert "– نعم." in text and "## سؤال" in text and "\n\nلا.\n\n" in text


def test_json_ld_gives_the_text_where_the_page_hides_it_from_rules() -> None:
    plain = " ".join(part.removeprefix("<p>").removesuffix("</p>") for part in TEXT)
    data = json.dumps({"@type": "NewsArticle", "articleBody": plain})
    script = f'<script type="application/ld+json">{data}</script>'
    parts = "".join(f"<div class=x><span>{part[3:-4]}</span></div>" for part in TEXT)
    assert body(script, parts) == whole_text()


def test_parts_of_one_name_are_of_the_article_as_its_longest_one_is() -> None:
    lead = (
        "Le ministre a accordé {} millions à l'administration, qui pourra ainsi engager mille agents cette année même."
    )
    long = "« La somme permettra d'ouvrir {} bureaux », a dit le ministre, qui a présenté hier son budget aux députés réunis."
    menu = "".join(f"<li><a href='/{number}'>Rubrique {number}</a></li>" for number in range(12))
    related = (
        "<div class='article-widget article-widget-related'><a href='/r'>Le tramway arrive à la gare du nord</a></div>"
    )

    def part(text: str, count: int) -> str:
        inner = "".join(f"<p>{text.format(number)}</p>" for number in range(1, count + 1))
        return f"<div class='article-widget article-widget-text'><div class='wrap'>{inner}</div></div>"

    html = (
        f"<html lang=fr><title>Le budget</title><body><h1>Le budget</h1><div><ul>{menu}</ul></div><div class='widgets'>"
        f"{part(lead, 4)}{related}{part(long, 9)}</div></body></html>"
    )
    found = read(html.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC"), date="2024-07-18")
    for number in range(1, 5):
        assert lead.format(number) in found.draft.body
    assert "tramway" not in found.draft.body


NESTED = {
    "side by side": ("<table><tr><td>خلية{0}</td><td>", "</td></tr></table>"),
    "rows": ("<table><tbody><tr><td>خلية{0}</td><td>ب</td></tr><tr><td>ج</td><td>", "</td></tr></tbody></table>"),
    "empty cells": ("<table><tr><td></td><td>خلية{0}", "</td></tr></table>"),
    "a list between": ("<table><tr><td>خلية{0}<ul><li>", "</li></ul></td><td>x</td></tr></table>"),
    "a caption": ("<table><caption>خلية{0}</caption><tr><td>أ</td><td>", "</td></tr></table>"),
}


@pytest.mark.parametrize("name", NESTED)
def test_each_text_of_nested_tables_stands_once(name: str) -> None:
    begin, end = NESTED[name]
    page = "<p>ووسط الجداول كلها جملة تامة لا يجوز أن تضيع.</p>"
    for level in range(20):
        page = begin.format(f"-{level}-") + page + end
    text = body(*TEXT, page, *TEXT[:2])
    assert [text.replace("\\", "").count(f"خلية-{level}-") for level in range(20)] == [1] * 20
    assert text.count("جملة تامة") == 1


def test_text_beside_a_list_in_a_cell_stays() -> None:
    table = (
        "<table><tr><td>المدينة</td><td>القرار</td></tr>"
        "<tr><td>فاس</td><td>قبل<ul><li>أول<ul><li>فرع</li></ul></li><li>ثان</li></ul>بعد</td></tr></table>"
    )
    assert "| فاس | قبل · أول · فرع · ثان · بعد |" in body(*TEXT, table)


def test_characters_that_no_text_may_hold_are_left_out_however_they_are_written() -> None:
    text = body(
        *TEXT, "<p>كلمة&#x1; أخرى&#11; وثالثة&#xD800; ورابعة&#xFFFE; وخامسة&#12; وسادسة&#99999999;\f وسابعة</p>"
    )
    assert "كلمة أخرى وثالثة ورابعة وخامسة وسادسة وسابعة" in text


@pytest.mark.parametrize("nested", ["&#&#1;1;", "&&#1;#1;", "&#x&#xD800;1;", "&#1&#1;;", "&#&#&#1;1;1;"])
def test_a_character_of_control_cannot_be_made_of_what_stands_around_another(nested: str) -> None:
    text = body(*TEXT, f"<div>قبل {nested} بعد، في فقرة طويلة بما يكفي لتبقى في المقال.<p>وأخرى.</p></div>")
    assert "قبل" in text and "بعد، في فقرة" in text
    assert not any(ord(char) < 32 and char != "\n" for char in text)


@pytest.mark.parametrize("tag", ["embed", "source", "track", "wbr", "keygen", "bgsound"])
def test_what_follows_an_element_without_an_end_tag_stays(tag: str) -> None:
    text = body(*TEXT, f'<object data="a.swf"></object><{tag} src="a.swf">', "<p>وبعده فقرة تامة لا تضيع.</p>")
    assert "وبعده فقرة تامة لا تضيع." in text


@pytest.mark.parametrize(
    "before",
    [
        "<svg viewBox='0 0 9 9'><title>رمز</title><path d='M0 0'/>",
        "<svg><g><g><path d='M0 0'/>",
        "<math><mi>x</mi>",
        "<button>شارك",
        "<my-box><template shadowrootmode='open'><style>p{}</style>",
    ],
)
def test_what_a_reader_sees_behind_what_nothing_closes_stays(before: str) -> None:
    """Drawings and formulas end where HTML begins; the insides of an element that scripts make are shown."""
    text = body(
        *TEXT, before, *(f"<p>{number} وبعده فقرة تامة لا تضيع من المقال الذي قرأه الناس.</p>" for number in range(5))
    )
    assert text.count("وبعده فقرة تامة لا تضيع") == 5


OPENED = "وهذه الفقرة يفتحها القارئ بلمسة واحدة، وهي من المقال كله."


@pytest.mark.parametrize(
    "part",
    [
        f"<h3><button aria-expanded='false'>من يدفع؟</button></h3><div hidden><p>{OPENED}</p></div>",
        f"<h3><button aria-expanded='false' aria-controls='p'>من يدفع؟</button></h3><hr><p id='p' style='display:none'>{OPENED}",
        f"<div role='tabpanel' hidden><p>من يدفع؟</p><p>{OPENED}</p></div>",
        f"<iframe srcdoc='<style>p{{}}</style><p>من يدفع؟</p><p>{OPENED}</p>'></iframe>",
        f"<svg><foreignObject><p>من يدفع؟</p><p>{OPENED}</p></foreignObject></svg>",
    ],
)
def test_what_a_reader_can_open_stays(part: str) -> None:
    text = body(*TEXT, part, *TEXT)
    assert OPENED in text and "من يدفع؟" in text


def test_a_formula_that_a_script_draws_stays_once() -> None:
    drawn = "<span class='MathJax'>E=mc</span><script type='math/tex'>E=mc</script>"
    text = body(*TEXT, f"<p>القوة <script type='math/tex'>F = m g</script> نيوتن، والطاقة {drawn} معروفة.</p>", *TEXT)
    assert "القوة F = m g نيوتن، والطاقة E=mc معروفة." in text
