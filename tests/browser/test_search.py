"""The page of search in a real Chromium: every spelling, filters, keyboard, no script, from the disk and over HTTP."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from nashra.content import store
from nashra.pipeline import build
from nashra.render.ground.theme import default_folder
from nashra.render.search import index
from nashra.render.search.words import LONGEST, words
from nashra.settings import config
from support.commands import article_text, write_site

pytestmark = pytest.mark.browser

HIDDEN_TITLE = "أمطار"
ROWS = 45


@pytest.fixture(params=["file", "http"])
def base(request: pytest.FixtureRequest, demo_site: Path) -> str:
    """The address of the demo site's root."""
    return f"{demo_site.as_uri()}/" if request.param == "file" else str(request.getfixturevalue("demo_server"))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 45 articles whose index is cut into many small files."""
    files = {}
    for number in range(ROWS):
        folder = f"content/articles/20{20 + number // 12}/{number % 12 + 1:02}/05-{0xA00000 + number:06x}"
        body = f"تساقطت الثلوج على الجبال، ورقم هذا الخبر {1000 + number}."
        more = f"topics: [{'weather' if number % 3 else 'sport'}]\nsummary: ملخص الخبر {number}\nslug: a{number}\n"
        title = f"خبر عن {HIDDEN_TITLE} {number}" if number % 10 == 4 else f"خبر {number}"
        if number % 10 == 7:
            body += f" وهطلت {HIDDEN_TITLE} غزيرة."
        date = folder.removeprefix("content/articles/")[:10].replace("/", "-")
        files[f"{folder}/ar.md"] = article_text(title, body, date=date, more=more)
        if number < 3:
            made = "translation: {from: ar, state: machine}\n"
            files[f"{folder}/fr.md"] = (
                f"---\ntitle: Neige {number}\nslug: n{number}\n{made}---\n\nDe la neige, {1000 + number}.\n"
            )
    files["content/topics.yaml"] = "weather: {ar: طقس, fr: Météo}\nsport: {ar: رياضة, fr: Sport}\n"
    root = write_site(tmp_path_factory.mktemp("large"), files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "WORDS_SIZE", 100)
        report = build(config.load(root))
    assert report.problems == ()
    assert len(list((root / "site/ar/search").glob("words-*.js"))) > 5
    return root / "site"


def look(page: Page, address: str, **asked: str) -> list[str]:
    """Open the page of search with a query in its address; the titles of the results."""
    page.goto(f"{address}?{urlencode(asked)}")
    expect(page.locator("#found")).not_to_be_empty()
    expect(page.locator("#found")).not_to_have_text(re.compile("…$"))
    return page.locator("#results h2").all_inner_texts()


GOLD, GNAWA, QUAKE, PARIS, BRONZE = "5f20d8", "f1740c", "c86a34", "7c3fa1", "e05d71"


@cache
def title(lang: str, id: str) -> str:
    """The title of a version of a demo article."""
    content, _ = store.load(config.load(Path(__file__).parents[2]))
    return next(article.versions[lang].title for article in content.articles if article.id == id)


@pytest.mark.parametrize(
    ("lang", "query", "id"),
    [
        ("ar", "كناوة", GNAWA),
        ("ar", "لكناوه", GNAWA),
        ("ar", "وبكَنَاوَة", GNAWA),
        ("ar", "الكنـــاوة", GNAWA),
        ("ar", "زلزال الحوز", QUAKE),
        ("ar", "زلزال ٢٠٢٣", QUAKE),
        ("ar", "الاستخبارات المغربيه باري", PARIS),
        ("ar", "البراق", GOLD),
        ("ar", "برونزيه اولمبيه", BRONZE),
        ("fr", "seisme al haouz", QUAKE),
        ("fr", "l'art gnaoua", GNAWA),
        ("fr", "d’Égypte bronze", BRONZE),
        ("fr", "EGYPTE bron", BRONZE),
        ("fr", "policier marocains paris", PARIS),
        ("en", "Morocco gnawa", GNAWA),
        ("en", "gnawa's herit", GNAWA),
        ("en", "earthquakes", QUAKE),
        ("en", "al-haouz", QUAKE),
        ("en", "Al Boraq", GOLD),
        ("en", "البراق", GOLD),
        # one letter wrong, missing or too many, or two that changed places, and the words of a question
        ("en", "earthquqke", QUAKE),
        ("fr", "olypiques bronze", BRONZE),
        ("ar", "أين حدث عدد زلازل الحوز؟", QUAKE),
        ("ar", "برونيزة", BRONZE),
        ("fr", "où est le séisme", QUAKE),
    ],
)
def test_search_forgives_spellings_in_each_language(
    lang: str, query: str, id: str, page: Page, demo_site: Path
) -> None:
    assert look(page, (demo_site / lang / "search.html").as_uri(), q=query)[0] == title(lang, id)


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_a_result_leads_to_its_article_and_back(lang: str, page: Page, base: str) -> None:
    titles = look(page, f"{base}{lang}/search.html", q={"ar": "كناوة", "fr": "gnaoua", "en": "gnawa"}[lang])
    assert titles[0] == title(lang, GNAWA)
    link = page.locator("#results h2 a").first
    expect(link).to_have_attribute("href", _relative(lang))
    link.click()
    assert page.locator("h1").inner_text() == titles[0]
    assert page.locator("html").get_attribute("lang") == lang
    page.go_back()
    expect(page.locator("#results h2").first).to_have_text(titles[0])


def _relative(lang: str) -> re.Pattern[str]:
    return re.compile(rf"^\.\./{lang}/\d{{4}}/\d\d/[\w%-]+\.html$")


def test_the_script_gives_the_same_forms_as_the_index(page: Page, demo_site: Path) -> None:
    content, _ = store.load(config.load(Path(__file__).parents[2]))
    texts = [f"{version.title} {version.body}" for article in content.articles for version in article.versions.values()]
    texts += [
        "L’Équipe d'Ivoire qu’il jusqu`à aujourd’hui M’hamed l’s 's s' o'clock '' ’ rock'n'roll cœur Straße ŒUVRE ﬁn",
        "Morocco’s ministers’ class glasses 2020s ½ x² №5 3,000 3\u202f000\u00a0000 1.5 ٣٬٠٠٠ ٣٫٥ 18.07.2024 ۲۰۲۴ १२३",
        "المَغْرِبُ المغــرب وللمغرب فللمغرب وبالمغرب وكالمغرب والله بالله لله الآن الأم على وعلى موسى إلى ولفرنسا",
        "كـــ ﷺ ﷲ ﻻعب ٱلرحمٰن ایران کرة ڤيديو أگادير ڨفصة شئون مسؤول دفء سماءٌ وو للل ال الا بال والال الالال",
        "ΜΆΣ μᾶς Ёлка Йод й हिन्दी বাংলা ไทย ภาษา 中国人 カナ 서울 שָׁלוֹם Łódź İstanbul ı ẞ ŉ Ǆ 𝐀𝐛 Ｆｕｌｌ e\u0301 soft\u00adhyphen",
    ]
    choose = random.Random(5)
    blocks = [
        (0x20, 0x250),
        (0x2B0, 0x370),
        (0x386, 0x3CF),
        (0x400, 0x460),
        (0x5D0, 0x5EB),
        (0x600, 0x6FF),
        (0x904, 0x963),
        (0xFB50, 0xFBB2),
        (0xFE80, 0xFEFC),
        (0x2018, 0x201F),
        (0x4E00, 0x4E80),
    ]
    texts += ["".join(chr(choose.randrange(*choose.choice(blocks))) for _ in range(60)) for _ in range(400)]
    source = (default_folder() / "assets" / "search.js").read_text("utf-8").split("// The files of the index")[0]
    page.goto((demo_site / "ar/search.html").as_uri())
    script = f"(texts) => {{ const all = {source} return (text) => tokens(text).map((pair) => forms(pair[1])) }})(); return texts.map(all); }}"
    theirs = page.evaluate(script, texts)
    count = 0
    for text, rows in zip(texts, theirs, strict=True):
        ours = words(text)
        assert [tuple(dict.fromkeys(row)) for row in rows if row] == ours, text
        assert all(len(row[0]) <= LONGEST for row in ours)
        count += len(ours)
    assert count > 5000


def test_results_are_the_best_first_and_the_newest_among_equals(page: Page, large: Path) -> None:
    address = (large / "ar/search.html").as_uri()
    titles = look(page, address, q=f"{HIDDEN_TITLE} ")
    assert titles == [f"خبر عن {HIDDEN_TITLE} {n}" for n in (44, 34, 24, 14, 4)] + [f"خبر {n}" for n in (37, 27, 17, 7)]
    assert look(page, address, q="خبر 1012") == ["خبر 12"]
    # where no article has all words, that is said, and those with most of them follow
    assert look(page, address, q="غزيره رعد ") == [f"خبر {n}" for n in (37, 27, 17, 7)]
    expect(page.locator("#found")).to_have_text("لا يوجد مقال فيه كل هذه الكلمات؛ ما يلي فيه بعضها. عُثر على 4 مقالات")
    assert look(page, address, q="غزيره رعد برق ") == []
    assert len(look(page, address, q="تساق")) == 20


def test_more_results_come_twenty_at_a_time_and_take_the_focus_along(page: Page, large: Path) -> None:
    look(page, (large / "ar/search.html").as_uri(), q="ثلوج")
    expect(page.locator("#found")).to_have_text("عُثر على 45 مقالا")
    more = page.locator("#more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#results > li")).to_have_count(40)
    assert page.evaluate("document.activeElement === document.querySelectorAll('#results h2 a')[20]")
    more.click()
    expect(page.locator("#results > li")).to_have_count(45)
    expect(more).to_be_hidden()
    titles = page.locator("#results h2").all_inner_texts()
    assert len(set(titles)) == 45


def test_words_are_marked_where_they_stand(page: Page, base: str) -> None:
    look(page, f"{base}ar/search.html", q="المغربية باري")
    marks = page.locator("#results li").first.locator("mark").all_inner_texts()
    assert "المغربية" in marks and "باريس" in marks
    look(page, f"{base}fr/search.html", q="egypte")
    assert "l’Égypte" in page.locator("#results mark").all_inner_texts()


def test_filters_work_together_and_stand_in_the_address(page: Page, large: Path) -> None:
    look(page, (large / "ar/search.html").as_uri(), q="ثلوج")
    page.get_by_label("الموضوع").select_option("sport")
    expect(page.locator("#found")).to_have_text("عُثر على 15 مقالا")
    page.get_by_label("السنة").select_option("2021")
    expect(page.locator("#found")).to_have_text("عُثر على 4 مقالات")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["ثلوج"], "topic": ["sport"], "year": ["2021"]}
    titles = page.locator("#results h2").all_inner_texts()
    page.goto(page.url)
    expect(page.locator("#found")).to_have_text("عُثر على 4 مقالات")
    assert page.locator("#results h2").all_inner_texts() == titles == ["خبر 21", "خبر 18", "خبر 15", "خبر 12"]
    expect(page.get_by_label("السنة")).to_have_value("2021")
    page.get_by_label("كلمات من المقالات").fill("")
    expect(page.locator("#results > li")).to_have_count(4)
    page.get_by_label("السنة").select_option("")
    page.get_by_label("الموضوع").select_option("")
    expect(page.locator("#found")).to_be_empty()
    expect(page.locator("#results > li")).to_have_count(0)


def test_an_entity_and_its_names_in_other_languages_find_its_articles(page: Page, base: str) -> None:
    named = look(page, f"{base}ar/search.html", q="Macron ")
    assert named and named == look(page, f"{base}ar/search.html", entity="emmanuel-macron")
    expect(page.locator("#entity")).to_have_value("emmanuel-macron")
    assert len(look(page, f"{base}en/search.html", entity="emmanuel-macron")) == len(named)


def test_other_languages_are_searched_on_request_and_carry_a_badge(page: Page, large: Path) -> None:
    address = (large / "ar/search.html").as_uri()
    assert look(page, address, q="neige") == []
    page.get_by_label("اللغة", exact=True).select_option("fr")
    expect(page.locator("#results > li")).to_have_count(3)
    first = page.locator("#results > li").first
    expect(first.locator(".mark")).to_have_text(["باللغة الفرنسية", "ترجمة آلية"])
    words = first.locator(".words")
    expect(words).to_have_attribute("lang", "fr")
    expect(words).to_have_attribute("dir", "ltr")
    first.locator("a").click()
    assert page.locator("html").get_attribute("lang") == "fr"


def test_an_article_found_in_several_languages_is_shown_once_in_the_readers(page: Page, large: Path) -> None:
    address = (large / "fr/search.html").as_uri()
    titles = look(page, address, q="1002", **{"in": "all"})
    assert titles == ["Neige 2"]
    assert look(page, address, q="1005", **{"in": "all"}) == ["خبر 5"]
    expect(page.locator("#results .mark")).to_have_text("En arabe")


def test_dates_are_written_as_on_the_other_pages(page: Page, demo_site: Path) -> None:
    for lang, query in (("ar", "كناوة"), ("fr", "gnaoua"), ("en", "gnawa")):
        look(page, (demo_site / lang / "search.html").as_uri(), q=query)
        shown = page.locator("#results time").first.inner_text()
        page.locator("#results a").first.click()
        assert shown in page.locator(".story header").inner_text()


@pytest.mark.parametrize(
    ("lang", "none", "one"),
    [
        ("ar", "لم يُعثر على أي مقال", "عُثر على مقال واحد"),
        ("fr", "Aucun article", "1 article trouvé"),
        ("en", "No article", "1 article found"),
    ],
)
def test_the_count_is_announced_in_the_pages_language(lang: str, none: str, one: str, page: Page, base: str) -> None:
    assert look(page, f"{base}{lang}/search.html", q="zzzz") == []
    status = page.locator("[role=status]")
    expect(status).to_contain_text(none)
    query = {"ar": "البراق", "fr": "seisme haouz", "en": "gnawa"}[lang]
    look(page, f"{base}{lang}/search.html", q=query)
    expect(status).to_have_text(one)


def test_search_needs_no_mouse(page: Page, base: str) -> None:
    page.goto(f"{base}fr/search.html")
    field = page.get_by_label("Mots des articles")
    field.focus()
    page.keyboard.type("gnaoua", delay=10)
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("1 article trouvé")
    expect(field).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('#results'))"):
            break
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("gnaoua")


def test_what_was_asked_goes_along_to_another_language(page: Page, base: str) -> None:
    look(page, f"{base}ar/search.html", q="2024", topic="sport")
    page.locator(".languages a[hreflang=fr]").click()
    expect(page.locator("#found")).to_contain_text("article")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["2024"], "topic": ["sport"]}
    assert page.locator("html").get_attribute("lang") == "fr"


@pytest.mark.parametrize(
    "query", ["<img src=x onerror=alert(1)>", "a" * 200, "((((", "\u202eabc", "ـ", "=topic=sport", "ال", "%"]
)
def test_odd_queries_end_in_words(query: str, page: Page, demo_site: Path) -> None:
    page.goto(f"{(demo_site / 'ar/search.html').as_uri()}?q={quote(query)}&topic=no-such&length=3&q2=x")
    expect(page.locator("#topic")).to_have_value("no-such")
    expect(page.locator("#found")).to_contain_text("لم يُعثر")
    assert page.locator("#results img").count() == 0


def test_a_missing_file_is_said_and_asked_for_again(browser: Browser, large: Path, tmp_path: Path) -> None:
    page = browser.new_page()
    lost = large / "ar/search/articles-0.js"
    kept = tmp_path / "kept.js"
    lost.rename(kept)
    try:
        look(page, (large / "ar/search.html").as_uri(), q="1003")
        expect(page.locator("#found")).to_contain_text("تعذر تحميل البحث")
    finally:
        kept.rename(lost)
    page.keyboard.press("Enter") if page.evaluate("document.activeElement.id") == "q" else page.locator(
        "form button"
    ).click()
    expect(page.locator("#results > li")).to_have_count(1)
    page.close()


def test_without_script_the_page_leads_to_the_lists(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((demo_site / "ar/search.html").as_uri())
    expect(page.locator("form")).to_be_hidden()
    expect(page.locator("noscript p")).to_contain_text("جافاسكريبت")
    hrefs = [unquote(link.get_attribute("href") or "") for link in page.locator("noscript a").all()]
    assert "../ar/topics.html" in hrefs and "../ar/entities.html" in hrefs and "../ar/search.html" not in hrefs
    context.close()


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_results_do_not_scroll_sideways(lang: str, width: int, page: Page, demo_site: Path) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    look(page, (demo_site / lang / "search.html").as_uri(), q="2024", **{"in": "all"})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_single_language_has_no_filter_of_languages(page: Page, tmp_path: Path) -> None:
    root = write_site(tmp_path, {"content/articles/2024/07/18-3f9a1c/ar.md": article_text("عنوان", "نص المقال")})
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text("utf-8").replace('["ar", "fr", "en"]', '["ar"]'), "utf-8")
    settings = replace(config.load(root), output=tmp_path / "out")
    build(settings)
    assert look(page, (settings.output / "ar/search.html").as_uri(), q="المقال") == ["عنوان"]
    assert page.locator("#in").count() == 0
