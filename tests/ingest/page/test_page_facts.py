"""Title, author, language, encoding, dates and addresses of pages, rule by rule."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.companion_files import beside
from nashra.ingest.dates.find import find_date
from nashra.ingest.heads.title import without_rubric
from nashra.ingest.page.html_dates import choose, read_written
from nashra.ingest.page.html_names import author_name, choose_title, choose_topics, topic_key
from nashra.ingest.page.html_visible import SeenDate
from nashra.ingest.page.json_ld import linked_articles
from nashra.ingest.page.page_tree import parse_page
from nashra.ingest.page.web_address import absolute, link, untracked
from nashra.ingest.readers.mhtml import unpack
from nashra.ingest.words import language
from nashra.ingest.words.decode import decode_page
from nashra.kit.errors import ContentError

ZONE = ZoneInfo("Africa/Casablanca")
ARABIC = "<html><body><p>افتتح الوزير مدرسة جديدة في القرية على الرغم من المطر</p></body></html>"


@pytest.mark.parametrize(
    ("titles", "headings", "site", "expected"),
    [
        (["مدرسة جديدة في القرية - صوت البلد"], ["مدرسة جديدة في القرية"], None, "مدرسة جديدة في القرية"),
        (["مدرسة جديدة في القرية | صوت البلد"], [], "صوت البلد", "مدرسة جديدة في القرية"),
        (["صوت البلد - مدرسة جديدة في القرية"], [], "صوت البلد", "مدرسة جديدة في القرية"),
        (["Une école » Politique » Le Phare"], ["Une école"], "Le Phare", "Une école"),
        (["A short title for search engines"], ["A short title for search engines and people"], None,
         "A short title for search engines and people"),
        (["الرباط - سلا: جسر جديد"], [], None, "الرباط - سلا: جسر جديد"),
        (["Deux villes – un pont"], ["Le Phare"], "Le Phare", "Deux villes – un pont"),
    ],
)  # fmt: skip
def test_the_title_is_the_headline_without_the_sites_name(
    titles: list[str], headings: list[str], site: str | None, expected: str
) -> None:
    assert choose_title([(title, "title") for title in titles], headings, site, None)[0] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("عام / سمو أمير المنطقة يستقبل السفير", ("سمو أمير المنطقة يستقبل السفير", "عام")),
        ("رياضي/ انطلاق بطولة المدارس غدا", ("انطلاق بطولة المدارس غدا", "رياضي")),
        # two qualities, a word of the headline, and one that is too short to be one
        ("محلي/دولي: مقارنة بين أسعار الكتب", ("محلي/دولي: مقارنة بين أسعار الكتب", "")),
        ("عام 2026 / حصيلة سنة كاملة", ("عام 2026 / حصيلة سنة كاملة", "")),
        ("صحي / نفسي", ("صحي / نفسي", "")),
    ],
)
def test_the_rubric_of_an_agency_is_no_part_of_a_title(title: str, expected: tuple[str, str]) -> None:
    assert without_rubric(title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بقلم: سعاد المرابط", "سعاد المرابط"),
        ("كتب - ياسر عبد الحميد", "ياسر عبد الحميد"),
        ("الكاتبة: هالة خوري", "هالة خوري"),
        ("hassan faqir18 يوليو 2024", "hassan faqir"),
        ("Par Leïla Alaoui", "Leïla Alaoui"),
        ("De // Leïla Alaoui", "Leïla Alaoui"),
        ("By Tom Hale, Staff Writer", "Tom Hale"),
        ("Rédigé par Inès Laurent le 12 mai 2024", "Inès Laurent"),
        ("admin", None),
        ("المحرر", None),
        ("webmaster le", None),
        ("Le Phare", None),
        ("https://www.facebook.com/x", None),
        ("redaction@phare.example", None),
        ("كتب", None),
    ],
)
def test_an_author_is_a_name_without_the_word_for_author(text: str, expected: str | None) -> None:
    assert author_name(text, "Le Phare") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("افتتح الوزير مدرسة جديدة في القرية على الرغم من المطر", "ar"),
        ("La mairie a investi dans le chantier, qui a duré trois ans", "fr"),
        ("The map shows which alleys echo and where the voices carry", "en"),
        ("El alcalde dijo que la obra es para los vecinos de las islas", "es"),
        ("وزیر نے کہا کہ یہ سکول گاؤں کے لیے ہے اور اس میں سب کو", "ur"),
        ("مدرسة جديدة", "ar"),
        ("2024 - 18", None),
        ("Norvēģijas glābšanas komanda četras dienas pēc tam atradusi piekto bojāgājušo", None),
    ],
)
def test_the_language_shows_in_script_and_small_words(text: str, code: str | None) -> None:
    assert language.detect(text) == code


def test_the_words_of_a_text_win_over_what_its_theme_declares() -> None:
    assert language.choose("افتتح الوزير مدرسة جديدة في القرية على الرغم من المطر", ["en-US"], ["ar", "en"])[0] == "ar"
    assert language.choose("Sans commentaire", ["fr_FR"], ["ar", "fr"])[0] == "fr"


@pytest.mark.parametrize(
    ("encoding", "declared", "expected"),
    [
        ("utf-8", "windows-1256", "utf-8"),
        ("windows-1256", "windows-1256", "windows-1256"),
        ("windows-1256", "utf-8", "windows-1256"),
        ("windows-1256", "iso-8859-1", "windows-1256"),
        ("iso-8859-6", "iso-8859-6", "iso-8859-6"),
        ("utf-16", "utf-8", "utf-16-le"),
        ("utf-8-sig", "iso-8859-1", "utf-8"),
    ],
)
def test_the_encoding_of_a_page_is_chosen_by_evidence(encoding: str, declared: str, expected: str) -> None:
    html = f'<meta charset="{declared}">{ARABIC}'
    assert decode_page(html.encode(encoding)) == (html, expected)


def test_one_damaged_letter_does_not_cost_the_page() -> None:
    data = (ARABIC * 20).encode().replace("المطر".encode(), b"\xff", 1)
    text, encoding = decode_page(data)
    assert encoding == "utf-8" and text.count("�") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-07-18T10:12:45+00:00", "2024-07-18T10:12:45+00:00"),
        ("2024-07-18T10:12:45.123Z", "2024-07-18T10:12:45+00:00"),
        ("2024-07-18T00:00:00Z", "2024-07-18"),
        ("1721297565", "2024-07-18T10:12:45+00:00"),
        ("1721297565000", "2024-07-18T10:12:45+00:00"),
        ("Thu, 18 Jul 2024 13:35:00 GMT", "2024-07-18T13:35:00+00:00"),
        ("18 يوليوز 2024", "2024-07-18"),
    ],
)
def test_a_date_for_machines_is_read_and_midnight_is_no_time(text: str, expected: str) -> None:
    found = read_written(text)
    assert found is not None
    moment, has_time = found.moment(ZONE)
    assert (moment.isoformat() if has_time else moment.date().isoformat()) == expected


def seen(text: str, *, updated: bool = False) -> SeenDate:
    found = find_date(text)
    assert found is not None
    return SeenDate(found, "text", 1, 2, updated)


SAVED = datetime(2024, 7, 20, tzinfo=UTC)


def test_the_day_on_which_nobody_could_have_written_is_not_trusted() -> None:
    dates = choose([("2031-05-01", "meta")], [], [seen("18 يوليو 2024")], url=None, zone=ZONE, saved=SAVED)
    assert dates.published is not None and dates.published[0].date().isoformat() == "2024-07-18"
    assert not dates.doubts


def test_a_bare_first_of_january_needs_evidence() -> None:
    alone = choose([("2024-01-01", "meta")], [], [], url=None, zone=ZONE, saved=SAVED)
    backed = choose([("2024-01-01", "meta")], [], [], url="https://x.example/2024/01/news", zone=ZONE, saved=SAVED)
    other = choose([("2024-01-01T00:00:00Z", "meta")], [], [seen("18 يوليو 2024")], url=None, zone=ZONE, saved=SAVED)
    assert alone.doubts and not backed.doubts
    assert other.published is not None and other.published[0].month == 7


def test_relative_dates_count_back_from_the_moment_of_saving_and_only_without_an_absolute_one() -> None:
    relative = choose([], [], [seen("منذ يومين")], url=None, zone=ZONE, saved=SAVED)
    assert relative.published is not None and relative.published[0].day == 18 and relative.doubts
    assert choose([], [], [seen("منذ يومين")], url=None, zone=ZONE, saved=None).published is None
    both = choose([], [], [seen("منذ يومين"), seen("3 غشت 2023")], url=None, zone=ZONE, saved=SAVED)
    assert both.published is not None and both.published[0].year == 2023


def test_the_page_gives_the_hour_that_its_head_leaves_out() -> None:
    dates = choose([("2024-07-18", "meta")], [], [seen("18 يوليو 2024 14:35")], url=None, zone=ZONE, saved=SAVED)
    assert dates.published is not None and dates.published[1] and dates.published[0].hour == 14


def test_addresses_lose_their_tracking_and_nothing_else() -> None:
    assert untracked("https://a.example/p?utm_source=x&id=3&fbclid=y#top") == "https://a.example/p?id=3#top"
    assert untracked("https://a.example/p?q=%D8%A3&amp=1") == "https://a.example/p?q=%D8%A3&amp=1"
    assert absolute("//b.example/x y", "https://a.example/") == "https://b.example/x%20y"
    assert absolute("../c", "https://a.example/b/d") == "https://a.example/c"
    assert absolute("c", None) is None and absolute("javascript:x", "https://a.example/") is None
    assert link("mailto:a@b.example", None) == "mailto:a@b.example" and link("data:text/html,x", None) is None


def test_json_ld_is_read_though_it_is_broken() -> None:
    script = '<script type="application/ld+json">\n//<![CDATA[\n{"@type": ["NewsArticle"], "headline": "خبر\nجديد", }\n//]]></script>'
    (article,) = linked_articles(parse_page(f"<html><head>{script}</head><body><p>x</p></body></html>"))
    assert article.headline == "خبر\nجديد"
    assert not linked_articles(parse_page('<script type="application/ld+json">{{{</script><p>x</p>'))


def test_topics_are_known_by_name_with_or_without_the_article() -> None:
    known = {topic_key("رياضة"): "sport", topic_key("economy"): "economy"}
    assert choose_topics(["الرياضة"], ["كرة", "Economy"], known) == ("sport", "economy")


def test_mhtml_without_a_page_is_refused() -> None:
    with pytest.raises(ContentError, match="no page"):
        unpack(b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nx")


def test_only_files_beside_the_page_are_its_companions(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / "a b.png").write_bytes(b"1")
    (tmp_path / "c.png").write_bytes(b"2")
    read = beside(tmp_path / "saved" / "page.html")
    assert read("a%20b.png") == b"1"
    assert [read(name) for name in ("../c.png", str(tmp_path / "c.png"), "file:///etc/passwd", "x\0", "")] == [None] * 5
