"""Who signed a page: the ways in which themes, papers and programs print that, and what only looks like it."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.model import Draft
from support.imported import read

FR = "".join(
    f"<p>Le conseil de {town} s’est réuni mardi pour parler de la route qui mène au port, et se réunira de nouveau.</p>"
    for town in ("Nantes", "Sète", "Brest", "Nice", "Calais")
)
AR = "".join(
    f"<p>واجتمع مجلس {town} يوم الثلاثاء للتداول في شأن الطريق المؤدية إلى الميناء، على أن يجتمع مرة أخرى قريبا.</p>"
    for town in ("آسفي", "طنجة", "وجدة", "فاس", "أكادير")
)
DAY_FR, DAY_AR = "<p class='date'>16 juillet 2024</p>", "<p class='date'>16 يوليوز 2024</p>"


def page(above: str, below: str = "", lang: str = "ar") -> Draft:
    title, text = ("طريق الميناء تعود إلى الواجهة", AR) if lang == "ar" else ("La route du port revient au conseil", FR)
    html = (
        f"<html lang={lang}><head><meta charset=utf-8><title>{title}</title></head><body><div class='page'>"
        f"<h1>{title}</h1>{above}<div class='text'>{text}</div>{below}</div></body></html>"
    )
    return read(html.encode(), Path("page.html"), lang=lang, timezone=ZoneInfo("UTC")).draft


BOX_AR = (
    "<div class='author-bio'><h4>نبذة عن الكاتب</h4><p><b>مروان الحلبي</b>: كاتب وصحافي، صدرت له ثلاث مجموعات قصصية.</p>"
    "<a href='/u/9'>كل مقالات الكاتب</a></div>"
)
BOX_FR = "<div class='author-box'><a href='/u/9'>Jeanne Le Goff</a><p>Journaliste à Brest depuis dix ans, elle suit les ports.</p></div>"
SIGNED = {
    "a short name of the class, and what she is beside it": (
        "<div class='by'><img src='z.png'><b>ليلى الشافعي</b> <i>مراسلة من زاكورة</i></div>" + DAY_AR, "", "ليلى الشافعي"),
    "a short name of the class": (f"<p class='auth'>إيمان لحلو</p>{DAY_AR}", "", "إيمان لحلو"),
    "a label with what he is": (
        "<p class='info'>بقلم الصحفي: كريم زروقي / نشر يوم 16 جويلية 2024، آخر تحديث 17 جويلية 2024</p>", "", "كريم زروقي"),
    "the kind of the text as a label": (f"<p class='author-line'>تحقق: أسماء بوخريص</p>{DAY_AR}", "", "أسماء بوخريص"),
    "an item of the facts": (
        "<ul class='post-info'><li>تونس في ١٦ يوليو ٢٠٢٤ ٠٩:٣٠ ص</li><li>سليم المزوغي</li><li>٢٣ مشاهدة</li></ul>", "",
        "سليم المزوغي"),
    "the box about the author": (DAY_AR, BOX_AR, "مروان الحلبي"),
    "the last line, set apart": (DAY_AR, "<p style='text-align:left'><strong>عبد الرحيم العطري</strong></p>", "عبد الرحيم العطري"),
    "a board of the time before style sheets": (
        "<p align='left'><font size='2'>أرسل في الثلاثاء 16 يوليوز 2024 من طرف <b>محمد بوفوس</b></font></p>", "", "محمد بوفوس"),
    "the box about the author, named behind other names": (
        "<p class='date'>16 يوليوز 2024</p>", "<div class='widget widget-author-box'><div class='x'><h4>سمية الغازي</h4><p>صحافية من القنيطرة.</p></div></div>",
        "سمية الغازي"),
}  # fmt: skip
SIGNED_FR = {
    "correspondents before their names": (
        "<div class='signature'>Nos correspondants à Brest, <strong>Rémi Faure</strong> et <strong>Anne Lopez</strong></div>"
        + DAY_FR, "", "Rémi Faure et Anne Lopez"),
    "the box about the author": (DAY_FR, BOX_FR, "Jeanne Le Goff"),
    "several in a list": (f"<ul class='bylines'><li>Rémi Faure</li><li>Anne Lopez</li></ul>{DAY_FR}", "", "Rémi Faure, Anne Lopez"),
    "several in elements of one name": (
        ("<p><small>mardi 16 juillet 2024, par <span class='vcard author'><a>Rémi Faure</a></span>, <span class='vcard author'>"
        "<a>Anne Lopez</a></span></small></p>"), "", "Rémi Faure, Anne Lopez"),
    "an address beside the name": (
        f"<p class='signature-auteur'>Anne Lopez <span class='mail'>a.lopez@echo.example</span></p>{DAY_FR}", "", "Anne Lopez"),
    "the last line": (DAY_FR, "<p align=right><b>Bernard Lacombe</b></p>", "Bernard Lacombe"),
    "a last line in italics": (DAY_FR, "<p><em>Bernard Lacombe</em></p>", "Bernard Lacombe"),
}  # fmt: skip


@pytest.mark.parametrize("kind", SIGNED)
def test_who_signs_an_arabic_page_is_its_author(kind: str) -> None:
    above, below, name = SIGNED[kind]
    found = page(above, below)
    assert (found.author, f"{found.published:%Y}") == (name, "2024")
    assert found.body.count("\n\n") == 4, "no line of them is text"


@pytest.mark.parametrize("kind", SIGNED_FR)
def test_who_signs_a_french_page_is_its_author(kind: str) -> None:
    above, below, name = SIGNED_FR[kind]
    found = page(above, below, "fr")
    assert (found.author, f"{found.published:%Y-%m-%d}") == (name, "2024-07-16")
    assert found.body.count("\n\n") == 4, "no line of them is text"


@pytest.mark.parametrize("kind", ["an item of the facts", "the box about the author"])
def test_who_was_guessed_is_told(kind: str) -> None:
    above, below, name = SIGNED[kind]
    assert [each for each in page(above, below).comments if repr(name) in each] != []


NOBODY = {
    "a button": "<div class='auth'><a href='/login'>تسجيل الدخول</a></div>",
    "a place": "<div class='by'>الدار البيضاء</div>",
    "an item that is a section": "<ul class='post-info'><li>16 يوليوز 2024</li><li>العالم العربي</li></ul>",
    "an item that is a counter": "<ul class='post-info'><li>16 يوليوز 2024</li><li>٢٣ مشاهدة</li></ul>",
    "the maker of a picture": "<div class='author'>تصوير: أنيس طالب</div>",
    "a headline about a report": "<p>تقرير: ارتفاع الأسعار</p>",
}
BOXES = "<div class='author-box'><b>{}</b><p>صحافي مقيم في طنجة، يكتب عن المدن والموانئ منذ عشر سنوات.</p></div>"
NOBODY_BELOW = {
    "boxes about several people": BOXES.format("مروان الحلبي") + BOXES.format("نادية العلوي"),
    "a crosshead at the end": "<p><b>الدار البيضاء</b></p>",
    "words in bold": "<p><b>شكر خاص للجميع</b></p>",
    "a word in bold": "<p><b>يتبع غدا</b></p>",
}


@pytest.mark.parametrize("kind", NOBODY)
def test_what_only_stands_where_an_author_does_is_nobody(kind: str) -> None:
    assert page(f"{NOBODY[kind]}{DAY_AR}").author is None


@pytest.mark.parametrize("kind", NOBODY_BELOW)
def test_what_only_stands_where_one_signs_at_the_end_is_nobody(kind: str) -> None:
    assert page(DAY_AR, NOBODY_BELOW[kind]).author is None


def test_lines_of_day_and_author_above_a_text_without_paragraphs_are_no_text() -> None:
    text = AR.replace("<p>", "").replace("</p>", "<br><br>")
    html = f"<h1>طريق الميناء تعود إلى الواجهة</h1><b>الخميس، 1 فيفري 2024 | 10:42</b><br><b>صفاقس - سنية البرينصي</b><br><br>{text}<hr>تعليقات القراء<br>مواطن: نتمنى ذلك لكل المدن في أقرب وقت.<br>"
    found = read(html.encode(), Path("page.html"), lang="ar", timezone=ZoneInfo("UTC")).draft
    assert (found.author, found.body.partition(" ")[0]) == ("سنية البرينصي", "واجتمع")


def test_the_foot_of_a_communique_is_nobody() -> None:
    assert page("", "<p>وحرر بالرباط، في 16 يوليوز 2024</p>").author is None


def test_what_numbered_classes_call_a_byline_signs() -> None:
    above = "<div data-testid='byline-new'><div><span class='x9'>Anne Roy</span><div class='x7'><span>Journaliste</span></div></div></div>"
    assert page(f"{above}{DAY_FR}", lang="fr").author == "Anne Roy"


def test_who_signs_above_comes_before_a_box_below() -> None:
    assert page(f"<p class='author'>هدى الصيرفي</p>{DAY_AR}", BOX_AR).author == "هدى الصيرفي"
    assert page(f"<p>Par Anne Roy</p>{DAY_FR}", "<p><b>Bernard Lacombe</b></p>", "fr").author == "Anne Roy"
