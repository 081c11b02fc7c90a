"""What runs against the text around it is set apart, and nothing else is changed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from nashra.content import store
from nashra.languages.cldr import language
from nashra.markup.html import render
from nashra.render.ground.direction import isolate, isolate_words, runs_against
from nashra.render.ground.phrases import phrase
from nashra.settings import config

ROOT = Path(__file__).parents[3]
AR, FR = language("ar"), language("fr")


def ltr(text: str) -> str:
    if any(letter.isascii() and letter.isalpha() for letter in text):
        return f'<bdi lang="" dir="ltr">{text}</bdi>'
    # Arabic-Indic digits in groups run from right to left even in an element of the other direction
    name = "bdo" if "٠" in text else "bdi"
    return f'<{name} dir="ltr">{text}</{name}>'


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("اتصلوا بالرقم +212 522-22-33-44 الآن", "+212 522-22-33-44"),
        ("الهاتف: +33 (0)1 44 55 66 77.", "+33 (0)1 44 55 66 77"),
        ("الهاتف 0522-22-33-44 مساء", "0522-22-33-44"),
        ("الهاتف 05 22 22 33 44 مساء", "05 22 22 33 44"),
        ("الهاتف ٠٥٢٢ ٢٢ ٣٣ ٤٤ مساء", "٠٥٢٢ ٢٢ ٣٣ ٤٤"),
        ("الكلفة 10 000 000 درهم", "10 000 000"),
        ("في 2023 200 000 زائر", "200 000"),
        ("رابط: example.com/صفحة?id=5", "example.com/صفحة?id=5"),
        ("الهاتف (05) 37 12 34 56 مساء", "(05) 37 12 34 56"),
        ("الكلفة 1\u00a0250\u00a0000 درهم", "1\u00a0250\u00a0000"),
        ("الحرارة -5 درجات", "-5"),
        ("الحرارة (−12,5 درجة)", "−12,5"),
        ("ارتفع بـ +3,5 نقطة", "+3,5"),
        ("راجعوا https://a.example/b/?c=1&amp;d=2.", "https://a.example/b/?c=1&amp;d=2"),
    ],
)
def test_in_arabic_what_runs_from_left_to_right_stays_in_one_piece(text: str, part: str) -> None:
    assert isolate(f"<p>{text}</p>", AR, "ar") == f"<p>{text.replace(part, ltr(part))}</p>"


def test_in_arabic_the_sign_of_a_footnote_is_no_decimal_of_the_figure_before_it() -> None:
    sign = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    html = f"<p>النتيجة 3-2.{sign}</p>"
    assert isolate(html, AR, "ar") == html.replace("<sup ", '<sup dir="ltr" ')
    assert isolate(html, FR, "ar").count('dir="ltr"') == 0


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # every cell by itself, and not all from the first to the last
        (
            "<tr>\n<td>Mali</td>\n<td>12</td>\n<td>Niger</td>\n</tr>",
            f"<tr>\n<td>{ltr('Mali')}</td>\n<td>12</td>\n<td>{ltr('Niger')}</td>\n</tr>",
        ),
        ("<dt>Mali</dt>\n<dd>12</dd>\n<dt>Niger</dt>", f"<dt>{ltr('Mali')}</dt>\n<dd>12</dd>\n<dt>{ltr('Niger')}</dt>"),
        # before the first word as behind it: a score, a season, a cell of a table
        ("<p>2-1 للرجاء</p>", '<p><bdi dir="rtl">\u061c2-1</bdi> للرجاء</p>'),
        ("<p><em>«2-0»</em> تكفي</p>", '<p><em>«<bdi dir="rtl">\u061c2-0</bdi>»</em> تكفي</p>'),
        ("<td>2-1</td>", '<td><bdi dir="rtl">\u061c2-1</bdi></td>'),
        ("<p>0522-22-33-44 للحجز</p>", f"<p>{ltr('0522-22-33-44')} للحجز</p>"),
        ("<p>كأس 2-1 ثم 3-0</p>", "<p>كأس 2-1 ثم 3-0</p>"),
    ],
)
def test_cells_and_first_figures(html: str, expected: str) -> None:
    assert isolate(html, AR, "ar") == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>فاز المنتخب 2-1 على الضيوف</p>",
        "<p>بين 10-20 يوليوز من موسم 2023/2024</p>",
        "<p>يوم 18/07/2024 أو 2024-07-18 أو 01-02-2024</p>",
        "<p>بلغت النسبة 12,5% و٣٠٪ و12 500,5</p>".replace("12 500,5", "12500,5"),
        "<p>قال وزير FIFA يوم 5 غشت</p>",
        "<p>كوفيد-19 وسنة 2030 و COP22</p>",
        '<p><a href="https://a.example/0522-22-33-44">رابط</a> بلا رقم</p>',
        '<p>الأمر <code dir="auto">+212 522-22-33-44</code></p>',
        '<p>رقم <bdi dir="ltr">+212 522-22-33-44</bdi> هنا</p>',
        "<h2>2030</h2>\n<p>12 &amp; 13</p>",
    ],
)
def test_in_arabic_all_else_is_left_to_the_unicode_algorithm(html: str) -> None:
    assert isolate(html, AR, "ar") == html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("selon « الصباح », 3 fois", "selon « [الصباح] », 3 fois"),
        ("Le groupe ساحة الأمم, 2024", "Le groupe [ساحة الأمم], 2024"),
        ("à طنجة (1923-1956)", "à [طنجة] (1923-1956)"),
        ("le fonds الصندوق (المغرب) &amp; Cie", "le fonds [الصندوق (المغرب)] &amp; Cie"),
        ("dit : قال: «نعم»!", "dit : [قال: «نعم»]!"),
        ("la lettre ع et la lettre غ", "la lettre [ع] et la lettre [غ]"),
        ("en ٢٠٢٤ et كأس 2030 العالم", "en ٢٠٢٤ et [كأس 2030 العالم]"),
        ("Une phrase à l’accent près", "Une phrase à l’accent près"),
    ],
)
def test_in_french_arabic_words_are_set_apart_from_figures_and_marks(text: str, expected: str) -> None:
    wanted = expected.replace("[", '<bdi lang="ar" dir="rtl">').replace("]", "</bdi>")
    assert isolate(f"<p>{text}</p>", FR, "ar") == f"<p>{wanted}</p>"


@pytest.mark.parametrize(
    ("html", "page", "origin", "expected"),
    [
        ("<p>Paris (1964).</p>", AR, "fr", '<p lang="fr" dir="ltr">Paris (1964).</p>'),
        ("<p>Paris (1964).</p>", AR, "ar", '<p lang="" dir="ltr">Paris (1964).</p>'),
        ("<p>قال: نعم!</p>", FR, "ar", '<p lang="ar" dir="rtl">قال: نعم!</p>'),
        (
            "<blockquote>\n<p>One.</p>\n<p>Two <b>more</b>.</p>\n</blockquote>",
            AR,
            "ar",
            '<blockquote lang="" dir="ltr">\n<p>One.</p>\n<p>Two <b>more</b>.</p>\n</blockquote>',
        ),
        (
            "<blockquote>\n<p>One.</p>\n<p>اثنان.</p>\n</blockquote>",
            AR,
            "ar",
            '<blockquote>\n<p lang="" dir="ltr">One.</p>\n<p>اثنان.</p>\n</blockquote>',
        ),
        ("<li>Raja (RCA)</li>", AR, "ar", '<li><bdi lang="" dir="ltr">Raja (RCA)</bdi></li>'),
        ('<li id="a">Raja</li>', AR, "ar", '<li id="a"><bdi lang="" dir="ltr">Raja</bdi></li>'),
        ("<li>\n<p>Raja.</p>\n</li>", AR, "ar", '<li>\n<p><bdi lang="" dir="ltr">Raja.</bdi></p>\n</li>'),
        (
            "<thead>\n<tr>\n<th>Nom</th>\n<th>الرمز</th>\n</tr>\n</thead>",
            AR,
            "ar",
            '<thead>\n<tr>\n<th><bdi lang="" dir="ltr">Nom</bdi></th>\n<th>الرمز</th>\n</tr>\n</thead>',
        ),
        ("<h2>COP22</h2>", AR, "ar", '<h2><bdi lang="" dir="ltr">COP22</bdi></h2>'),
        ("<pre><code>x = 1\n</code></pre>", FR, "fr", '<pre dir="auto"><code dir="auto">x = 1\n</code></pre>'),
        ('<p>نص <code dir="rtl">a</code></p>', AR, "ar", '<p>نص <code dir="rtl">a</code></p>'),
    ],
)
def test_a_block_wholly_in_other_letters_gets_their_direction(
    html: str, page: object, origin: str, expected: str
) -> None:
    assert isolate(html, page, origin) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("دول <a>BRICS</a>+ هنا", "دول [<a>BRICS</a>+] هنا"),
        ("تقرير «<em><a>Le Monde</a></em>» 2024", "تقرير «<em><a>[Le Monde]</a></em>» 2024"),
        ("تقرير «<a>Le</a> Monde» 2024", "تقرير «[<a>Le</a> Monde]» 2024"),
        ("تقرير «Le <a>Monde</a>» 2024", "تقرير «[Le <a>Monde</a>]» 2024"),
        ("فاز <a>Raja</a> 2-1 أمس", "فاز <a>[Raja]</a> 2-1 أمس"),
        ("<a>كوفيد</a>-19 يعود", "<a>كوفيد</a>-19 يعود"),
        # where no element can nest, nothing is set apart
        ("دول <a>شرق BRICS</a>+ هنا", "دول <a>شرق BRICS</a>+ هنا"),
        ("دول <code>BRICS</code>+ هنا", '<code dir="auto">'),
    ],
)
def test_a_text_goes_on_through_links_and_emphasis(html: str, expected: str) -> None:
    wanted = expected.replace("[", '<bdi lang="" dir="ltr">').replace("]", "</bdi>")
    found = isolate(f"<p>{html}</p>", AR, "ar")
    assert found == f"<p>{wanted}</p>" or (wanted.endswith('"auto">') and wanted in found and "<bdi" not in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le 05 22 22 33 44 répond", "Le [05 22 22 33 44] répond"),
        ("Ils sont 37 000 000 au Maroc", "Ils sont [37 000 000] au Maroc"),
        ("Le 18-07-2024, 2 fois en 2023-2024", "Le 18-07-2024, 2 fois en 2023-2024"),
        ("dit : اتصلوا +212 522-22-33-44 الآن !", "dit : {اتصلوا [+212 522-22-33-44] الآن} !"),
        ("avec #المغرب_2030 ici", "avec {#المغرب_2030} ici"),
    ],
)
def test_in_french_figures_are_set_apart_too(text: str, expected: str) -> None:
    for sign, tag in {"[": '<bdi dir="ltr">', "{": '<bdi lang="ar" dir="rtl">', "]": "</bdi>", "}": "</bdi>"}.items():
        expected = expected.replace(sign, tag)
    assert isolate(f"<p>{text}</p>", FR, "ar") == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("text", "lang", "page", "expected"),
    [
        ("اتصلوا +212 522-22-33-44 الآن", "ar", "ar", "اتصلوا \u2066+212 522-22-33-44\u2069 الآن"),
        ("رقم ٠٥٢٢ ٢٢ ٣٣ ٤٤", "ar", "ar", "رقم \u2066\u202d٠٥٢٢ ٢٢ ٣٣ ٤٤\u202c\u2069"),
        ("COP22 (Marrakech)", "ar", "ar", "\u2066COP22 (Marrakech)\u2069"),
        ("Dire « نعم » : 3 & <b>", "fr", "fr", "Dire « \u2067نعم\u2069 » : 3 & <b>"),
        ("كأس العالم 2030", "ar", "fr", "\u2067كأس العالم 2030\u2069"),
        ("الرباط", "ar", "ar", "الرباط"),
    ],
)
def test_where_no_markup_is_taken_isolates_stand_for_it(text: str, lang: str, page: str, expected: str) -> None:
    assert phrase(text, lang, language(page)).plain == expected


def test_no_word_of_the_demo_site_is_changed() -> None:
    settings = config.load(ROOT)
    content, _problems = store.load(settings)

    def words(html: str) -> str:
        return unescape(re.sub(r"<[^>]*>", "", html))

    versions = [version for article in content.articles for version in article.versions.values()]
    assert len(versions) > 20
    for version in versions:
        html, page = render(version.body), settings.languages[version.lang]
        assert words(isolate(html, page, "ar")) == words(html)


@pytest.mark.parametrize(
    ("text", "dir", "expected"),
    [
        ("FIFA (2030)", "rtl", True),
        ("FIFA تعلن", "rtl", False),
        ("قال: نعم", "ltr", True),
        ("2030 – 2-1", "rtl", False),
        ("٢٠٣٠", "ltr", False),
        ("", "rtl", False),
    ],
)
def test_a_text_runs_against_a_page_when_no_letter_of_it_is_at_home_there(text: str, dir: str, expected: bool) -> None:
    assert runs_against(text, dir) is expected


def test_a_plain_text_is_escaped_before_words_are_set_apart() -> None:
    html = isolate_words('<b> & "الصباح" 3')
    assert html == '&lt;b&gt; &amp; &#34;<bdi lang="" dir="rtl">الصباح</bdi>&#34; 3'
    assert isolate_words("Déjà vu & <b>") is None


@pytest.mark.parametrize(
    ("text", "lang", "page", "expected"),
    [
        ("الرباط", "ar", "ar", "الرباط"),
        ("COP22 (Marrakech)", "ar", "ar", '<bdi lang="" dir="ltr">COP22 (Marrakech)</bdi>'),
        ("FIFA تعلن", "ar", "ar", "FIFA تعلن"),
        ("FIFA تعلن", "ar", "fr", '<bdi lang="ar" dir="rtl">FIFA تعلن</bdi>'),
        ("COP22", "ar", "fr", '<bdi lang="" dir="ltr">COP22</bdi>'),
        ("Dire « نعم » : 3", "fr", "fr", 'Dire «\u00a0<bdi lang="" dir="rtl">نعم</bdi>\u00a0»\u00a0: 3'),
        ("نعم", "fr", "en", '<bdi lang="" dir="rtl">نعم</bdi>'),
        ("?", "", "fr", '<bdi lang="">?</bdi>'),
    ],
)
def test_a_phrase_is_set_in_the_direction_of_its_letters(text: str, lang: str, page: str, expected: str) -> None:
    assert phrase(text, lang, language(page)).__html__() == expected
