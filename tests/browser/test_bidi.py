"""Hard cases of bidirectional text, on pages in both directions: what stands where, measured in Chromium.

`tests/sites/bidi` holds the cases. Each row below gives words, numbers and marks of one element as the eye meets them
from the side where the page begins: from the right on Arabic pages, from the left on French ones. So Arabic words look
as written in an Arabic row, and a phrase in Latin letters stands there with its last word first. Brackets and quotes
are given as typed (UAX #9 mirrors them).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from support.visual_order import straighten, visual_order

pytestmark = pytest.mark.browser

NOW = "2024-11-24T12:00:00Z"

AR = "ar/2024/07/كأس-العالم-2030.html"
AR_COP = "ar/2024/07/cop22.html"
FR = "fr/2024/07/la-fifa-annonce.html"
FR_LIONS = "fr/2024/07/les-lions.html"
COMPARE = "fr/original/2024/07/la-fifa-annonce.html"

CASES = [
    # --- an Arabic article: headline, byline, chips, dates ---
    (AR, "h1", "FIFA تعلن : كأس العالم 2030 في 3 دول !"),
    (AR, ".brand", ") Rabat ( 24 Nashra"),
    (AR, ".colophon p", ") Rabat ( 24 Nashra – أخبار المغرب : بالعربية"),
    (AR, ".meta > span", "بقلم ) Rabat ( MAP Agence"),
    (AR, ".meta > span", "المصدر : ! ) Paris ( Monde Le"),
    (AR, ".dates > span", "نُشر في 18 يوليوز 2024 ( قبل 4 أشهر )"),
    (AR, ".dates > span", "حُدّث في 19 يوليوز 2024 ، 05 : 10 ( قبل 4 أشهر )"),
    (AR, ".story header .chips", ") solaire ( Énergie رياضة ( 2024 ) COP22"),
    (AR, ".story > .more > :first-child", "رابط مختصر : / b1d100 / s / nashra / example . bidi / / : https"),
    (AR, "figcaption .credit", "الصورة : ) Paris ( AFP"),
    # --- its text ---
    (AR, ".text p", "أعلن الاتحاد الدولي ( FIFA ) والاتحاد الإفريقي ( CAF ) ذلك في المغرب ."),
    (AR, ".text p", "اتصلوا بالرقم 44 - 33 - 22 - 522 212 + الآن ."),
    (AR, ".text p", "أو بالرقم 44 33 22 0522 مساء ."),
    (AR, ".text p", "بلغت النسبة 5 , 12 % من السكان ."),
    (AR, ".text p", "راسلوا example . bidi @ info قبل 2024 / 07 / 18 ."),
    (AR, ".text p", "راجعوا / a / example . bidi / / : https من فضلكم ."),
    (AR, ".text p", "فاز المنتخب 2 - 1 على الضيوف ."),
    (AR, ".text p", "بين 10 - 20 يوليوز من موسم 2024 / 2023 ."),
    (AR, ".text p", "بلغت الحرارة 5 - درجات ليلا ."),
    (AR, ".text p", "بلغت الكلفة 000 000 10 درهم ."),
    (AR, ".text p", "قال : « Bonjour ! » ثم غادر ."),
    (AR, ".text p", "انطلق القطار على الساعة 30 : 10 صباحا ."),
    (AR, ".text p", "ربحت الشركة $ 50 . 5 و € 20 أمس ."),
    (AR, ".text p", "الثمن 75 , 250 DH ( نحو 25 USD ) ."),
    (AR, ".text p", "شغلوا الأمر force - - push git من الحاسوب ."),
    (AR, ".text p", "ذكرت الوكالة ذلك 1 ."),
    (AR, ".text p", "وقع ميثاق CMP12 / COP22 في مراكش ."),
    (AR, ".text p", "قال Macron Emmanuel و Philippe Edouard كلمة ."),
    (AR, ".text p", "يضم المركب ١٢ مصنعا و ٣٠٪ من العمال ."),
    (AR, ".text p", "« المغرب 2030 » ."),
    (AR, ".text p", "2030 سنة المونديال في المغرب ."),
    (AR, ".text p", "المونديال في 2030"),
    (AR, ".text p", "Stellantis تستثمر في ساحة الأمم !"),
    (AR, ".text blockquote", ". ) 1964 ( fête une est Paris"),
    (AR, ".text li", ") RCA ( Casablanca Raja"),
    (AR, ".text li", "نادي Wydad الرياضي"),
    (AR, ".text li", "FIFA : قرار جديد"),
    (AR, ".text td", ") 212 ( MAR"),
    (AR, ".text pre", '; ) " سلام " ( print'),
    (AR, ".footnote li", "↩ . ) Paris ( Monde Le"),
    # --- its neighbours ---
    (AR, ".tags li", ") Kénitra ( Stellantis"),
    (AR, ".tags li", "ساحة الأمم ( طنجة )"),
    (AR, ".related li a", ") Marrakech ( COP22"),
    (AR, ".related li a", '" Ryanair " تعود إلى المغرب ( 2024 )'),
    (AR, ".strip li", "! » 1 - 2 « : Lions Les باللغة الفرنسية"),
    (AR, ".colophon a", "من نحن ( About )"),
    (AR_COP, "h1", ") Marrakech ( COP22"),
    (AR_COP, ".text p", "افتتح المؤتمر في المغرب . وشارك فيه FIFA ."),
    # --- Arabic lists ---
    ("ar/index.html", ".piece :is(h2, h3)", ") Marrakech ( COP22"),
    ("ar/index.html", ".piece :is(h2, h3)", "FIFA تعلن : كأس العالم 2030 في 3 دول !"),
    ("ar/topics.html", ".index li > a", "COP22"),
    ("ar/topics.html", ".index li > a", ") solaire ( Énergie"),
    ("ar/topics.html", ".index li > a", "رياضة ( 2024 )"),
    ("ar/entities.html", ".index li", "FIFA 2"),
    ("ar/entities.html", ".index li", ") Kénitra ( Stellantis 3"),
    ("ar/entities/morocco.html", ".names", "Maroc ( الفرنسية ) Morocco ( الإنجليزية )"),
    ("ar/topics/energy.html", "h1", ") solaire ( Énergie"),
    ("ar/editions/2024-W29.html", ".group > h2", ") solaire ( Énergie"),
    ("ar/editions/2024-W29.html", ".briefs h3", "! » 1 - 2 « : Lions Les"),
    ("ar/editions/2024-W29.html", ".briefs .words p", "! jours 10 reste Il . Stellantis selon , gagne Maroc Le"),
    ("ar/editions/2024-W29.html", ".tags li", ") Kénitra ( Stellantis 2"),
    ("ar/editions/2024-W29.html", ".neighbours a", "8 – 14 يوليوز 2024 النشرة السابقة"),
    ("ar/archive/2024-06.html", ".headlines li", '" Ryanair " تعود إلى المغرب ( 2024 )'),
    ("ar/about.html", ".text p", "كتبها ) Rabat ( Nashra ."),
    # --- a French article, translated from Arabic ---
    (FR, "h1", "La FIFA annonce « العالم كأس » : 3 pays !"),
    (FR, ".brand", ") الرباط ( نشرة"),
    (FR, ".colophon p", ") الرباط ( نشرة – L ’ actualité du Maroc"),
    (FR, ".story header .chips", "Énergie ( solaire ) ) 2024 ( رياضة COP22 ( Marrakech )"),
    (FR, ".meta > span", "Source : Le Monde ( Paris ) !"),
    (FR, ".notice p", "Lire l ’ original ! دول 3 في 2030 العالم كأس : تعلن FIFA"),
    (FR, "figcaption", "La délégation avec المغرب . Image : AFP ( Paris )"),
    (FR, ".text p", "Le journal « الصباح » ( Casablanca ) l ’ a écrit ."),
    (FR, ".text p", "Appelez le + 212 522 - 22 - 33 - 44 maintenant ."),
    (FR, ".text p", "Le taux est de 12 , 5 % au Maroc ."),
    (FR, ".text p", "Le groupe الأمم ساحة , 2024 , est arrivé ."),
    (FR, ".text p", "La ville de طنجة ( 1923 - 1956 ) était internationale ."),
    (FR, ".text blockquote", "! نعم : الوزير قال"),
    (FR, ".text li", ") البيضاء الدار ( الرجاء"),
    (FR, ".text li", "Le club الوداد de Casablanca"),
    (FR, ".text td", ") 212 ( المغرب"),
    (FR, ".tags li", ") طنجة ( الأمم ساحة"),
    (FR_LIONS, "h1", "Les Lions : « 2 - 1 » !"),
    (FR_LIONS, ".meta > span", "Par ) الرباط ( المغرب وكالة"),
    (FR_LIONS, ".meta > span", "Source : ) الرباط ( هسبريس"),
    (FR_LIONS, ".strip li", "La FIFA annonce « العالم كأس » : 3 pays !"),
    # --- French lists and companions ---
    ("fr/index.html", ".piece :is(h2, h3)", "COP22 ( Marrakech )"),
    ("fr/index.html", ".piece .words p", ". FIFA فيه وشارك . المغرب في المؤتمر افتتح"),
    ("fr/topics.html", ".index li > a", ") 2024 ( رياضة"),
    ("fr/entities.html", ".index li", ") طنجة ( الأمم ساحة 1"),
    ("fr/entities/square.html", "h1", ") طنجة ( الأمم ساحة"),
    ("fr/editions/2024-W29.html", ".group > h2", ") 2024 ( رياضة"),
    ("fr/editions/2024-W29.html", ".notice li", "La FIFA annonce « العالم كأس » : 3 pays !"),
    ("fr/archive/2024-07.html", ".headlines li", "الوفد تستضيف الرباط En arabe"),
    ("fr/about.html", ".text p", "Écrit par ) الرباط ( نشرة ."),
    (COMPARE, ".pair > [lang=ar]", "! دول 3 في 2030 العالم كأس : تعلن FIFA"),
    (COMPARE, ".pair > [lang=ar]", ". الآن + 212 522 - 22 - 33 - 44 بالرقم اتصلوا"),
    (COMPARE, ".pair > [lang=ar]", "Paris est une fête ( 1964 ) ."),
    (COMPARE, ".pair > [lang=ar]", "[ 1 ] Le Monde ( Paris ) ."),
    # --- pages before all languages ---
    ("index.html", "h1", "! Nashra نشرة ( الرباط ) ) Rabat ( 24 Nashra"),
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        bypass_csp=True, viewport={"width": 1600, "height": 900}, timezone_id="Africa/Casablanca"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    yield page
    context.close()


@pytest.mark.parametrize(("path", "selector", "expected"), CASES)
def test_the_eye_meets_each_part_where_a_reader_expects_it(
    bidi_site: Path, page: Page, path: str, selector: str, expected: str
) -> None:
    address = (bidi_site / path).as_uri()
    if page.url != address:
        page.goto(address)
        straighten(page)
    from_the_right = page.evaluate("document.documentElement.dir") == "rtl"
    tokens = expected.split()
    # the element is known by its tokens, whatever their order
    same = [found for found in visual_order(page, selector) if sorted(found) == sorted(tokens)]
    assert same, [" ".join(found) for found in visual_order(page, selector)]
    for found in same:
        assert (found[::-1] if from_the_right else found) == tokens


@pytest.mark.parametrize("path", [AR, FR])
def test_a_quotation_begins_at_the_side_of_its_own_language(bidi_site: Path, page: Page, path: str) -> None:
    page.goto((bidi_site / path).as_uri())
    left, right, opposite = page.evaluate(
        """() => { const quote = document.querySelector('.text blockquote'), range = document.createRange();
        range.selectNodeContents(quote.querySelector('p')); const line = range.getBoundingClientRect();
        const box = quote.getBoundingClientRect();
        return [line.left - box.left, box.right - line.right,
                getComputedStyle(quote).direction != document.documentElement.dir]; }"""
    )
    assert opposite
    assert (left < right) == (path == AR)
