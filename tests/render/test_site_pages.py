"""The fixture site as readers get it: languages, directions, addresses, lists, notices."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from nashra.publish.build_report import BuildReport

PageText = Callable[[str], str]

SITE = "https://bulletin.example/nashra/"
ARABIC = "ar/2024/07/وفد-من-المغرب.html"
FRENCH = "fr/2024/07/une-delegation-du-maroc.html"
ENGLISH = "en/2024/07/a-delegation-from-morocco.html"


class Links(HTMLParser):
    """Collects every address a page holds, and its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.alternates: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        for name in ("href", "src"):
            if name in values:
                self.found.append((tag, values[name]))
        if tag == "link" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values["href"]


def pages(output: Path) -> list[Path]:
    return sorted(output.rglob("*.html"))


def local(output: Path, address: str) -> Path:
    """The file that an absolute address of the site stands for."""
    path = output / unquote(address.removeprefix(SITE))
    return path / "index.html" if path.is_dir() else path


def test_the_fixture_site_builds_without_problems(report: BuildReport) -> None:
    assert report.problems == ()
    assert report.articles == 5
    assert report.pages == len(pages(report.output))
    assert report.files == sum(path.is_file() for path in report.output.rglob("*"))


def test_every_relative_link_leads_to_a_file_of_the_site(report: BuildReport) -> None:
    seen = 0
    for page in pages(report.output):
        for tag, address in Links(page.read_text("utf-8")).found:
            parts = urlsplit(address)
            if parts.scheme or not parts.path:
                continue
            assert not address.startswith("/"), f"{page}: {address}"
            target = (page.parent / unquote(parts.path)).resolve()
            assert target.is_relative_to(report.output.resolve()) and target.is_file(), f"{page}: <{tag}> {address}"
            seen += 1
    assert seen > 500


def test_every_address_on_the_site_itself_leads_to_a_file(report: BuildReport) -> None:
    for page in pages(report.output):
        for _, address in Links(page.read_text("utf-8")).found:
            if address.startswith(SITE):
                assert local(report.output, address).is_file(), f"{page}: {address}"


def test_addresses_are_percent_encoded(report: BuildReport) -> None:
    for page in pages(report.output):
        for _, address in Links(page.read_text("utf-8")).found:
            assert address.isascii() and " " not in address, f"{page}: {address}"


def test_hreflang_is_symmetric_and_names_the_page_itself(report: BuildReport) -> None:
    alternates = {page: Links(page.read_text("utf-8")).alternates for page in pages(report.output)}
    with_versions = {page: found for page, found in alternates.items() if found}
    assert len(with_versions) > 30
    for page, found in with_versions.items():
        assert "x-default" in found
        for code, address in found.items():
            twin = local(report.output, address)
            if code != "x-default":
                assert alternates[twin] == found, f"{page} and {twin} disagree"
        assert page in [local(report.output, address) for address in found.values()]


def test_the_default_of_an_article_is_its_original(page: PageText) -> None:
    original = Links(page(ARABIC)).alternates
    assert list(original) == ["ar", "fr", "en", "x-default"]
    assert unquote(original["x-default"]) == SITE + ARABIC
    english = Links(page("ar/2024/07/الفيفا-تفتتح-مكتبا.html")).alternates
    assert english["x-default"] == SITE + "en/2024/07/fifa-opens-an-office.html"


def test_the_default_of_the_homes_is_the_language_chooser(page: PageText) -> None:
    assert Links(page("fr/index.html")).alternates["x-default"] == SITE


@pytest.mark.parametrize(("lang", "dir"), [("ar", "rtl"), ("fr", "ltr"), ("en", "ltr")])
def test_every_page_says_its_language_and_direction(report: BuildReport, lang: str, dir: str) -> None:
    for path in pages(report.output / lang):
        assert f'<html lang="{lang}" dir="{dir}">' in path.read_text("utf-8"), path


def test_an_article_missing_in_a_language_is_listed_in_its_own(page: PageText) -> None:
    text = page("fr/index.html")
    assert '<span class="mark">En arabe</span>' in text
    assert '<div class="words" lang="ar" dir="rtl">' in text
    assert 'href="../ar/2024/07/%D8%A3%D8%B1%D9%82%D8%A7%D9%85.html" hreflang="ar"' in text
    assert "باللغة الفرنسية" in page("ar/page-1.html")


def test_lists_are_cut_into_pages_that_lead_to_each_other(page: PageText) -> None:
    first, second = (page(f"ar/{name}.html") for name in ("index", "page-1"))
    assert first.count('<article class="piece') == 3
    assert second.count('class="item"') == 2
    assert 'href="../ar/page-1.html" rel="next"' in first and 'rel="prev"' not in first
    assert 'href="../ar/index.html" rel="prev"' in second and 'rel="next"' not in second
    assert "الصفحة 1" in second


def test_the_language_switch_stays_on_the_page_where_it_can(page: PageText) -> None:
    assert f'href="../../../{ENGLISH}" lang="en" dir="ltr" hreflang="en" rel="alternate"' in page(FRENCH)
    assert 'href="../ar/page-1.html" lang="ar" dir="rtl" hreflang="ar" rel="alternate"' in page("fr/page-1.html")
    lonely = page("fr/2024/07/rabat-le-marche-rouvre.html")
    assert 'href="../../../ar/index.html" lang="ar" dir="rtl" hreflang="ar">' in lonely


def test_a_machine_translation_says_so_and_what_has_changed_since(page: PageText) -> None:
    text = page(FRENCH)
    assert "Traduction automatique (langue d’origine\u202f: arabe)." in text
    assert "Langue intermédiaire\u202f: anglais. Moteur\u202f: test-engine 1.0." in text
    assert "1 paragraphe de l’original a changé depuis." in text
    assert '<bdi lang="ar" dir="rtl">وفد من المغرب يصل إلى باريس</bdi>' in text
    assert "Traduction automatique</span>" in page("fr/page-1.html")


def test_a_reviewed_translation_says_so(page: PageText) -> None:
    assert "A machine translated this page from Arabic, and a person reviewed it." in page(ENGLISH)


def test_a_translation_by_people_is_mentioned_in_passing(page: PageText) -> None:
    text = page("ar/2024/07/الفيفا-تفتتح-مكتبا.html")
    assert "ترجمة هيئة التحرير من اللغة الإنجليزية." in text
    assert 'class="notice"' not in text


def test_an_original_carries_no_notice(page: PageText) -> None:
    text = page(ARABIC)
    assert "ترجمة" not in text and 'class="notice"' not in text


def test_names_in_another_script_are_isolated(page: PageText) -> None:
    assert 'المصدر: <a href="https://nabae24.example/?p=1&amp;q=2"><bdi lang="">NaBae 24</bdi></a>' in page(ARABIC)
    assert 'Par <bdi lang="ar" dir="rtl">سعاد العلوي</bdi>' in page(FRENCH)
    lonely = page("fr/2024/07/rabat-le-marche-rouvre.html")
    assert 'Par <bdi lang="">محمد بناني</bdi>' in lonely and 'Source\u202f: <bdi lang="">وكالة الأنباء</bdi>' in lonely


def test_dates_are_those_of_the_region_and_the_sites_clock(page: PageText) -> None:
    assert '<time datetime="2024-07-18">18 يوليوز 2024</time>' in page(ARABIC)
    assert '<time datetime="2024-07-19T10:00+01:00">19 juillet 2024 à 10:00</time>' in page(FRENCH)


def test_a_title_is_text_and_never_markup(page: PageText) -> None:
    for path in ("ar/2024/07/أرقام.html", "ar/index.html", "fr/index.html", "ar/topics/economy.html"):
        text = page(path)
        assert "<script>alert" not in text
        assert "تحديث: &lt;script&gt;alert(1)&lt;/script&gt; &amp; أرقام" in text


def test_every_page_says_what_it_is_about(report: BuildReport) -> None:
    missing = [
        path.relative_to(report.output).as_posix()
        for path in pages(report.output)
        if not re.search(r'<meta name="description" content="[^"]+">', path.read_text("utf-8"))
    ]
    assert missing == []


def test_a_list_is_described_by_what_stands_in_it(page: PageText) -> None:
    listed = re.findall(r"<h2><a [^>]*>([^<]*)</a></h2>", page("ar/topics/security.html"))
    assert listed
    assert f'<meta name="description" content="{listed[0][:40]}' in page("ar/topics/security.html")


def test_a_summary_by_the_editor_goes_before_the_lead(page: PageText) -> None:
    assert "<p>ملخص كتبه المحرر عن FIFA &amp; الأرقام</p>" in page("ar/index.html")


def test_entities_are_tagged_by_type_and_not_for_a_table(page: PageText) -> None:
    text = page("ar/2024/07/أرقام.html")
    tags = re.findall(r"<dt>(.*?)</dt>|entities/(\w+)\.html\"><?", text[text.index('class="tags"') :])
    assert [a or b for a, b in tags] == ["هيئات", "fifa"]


def test_an_entity_page_lists_what_names_it_in_any_version(page: PageText) -> None:
    text = page("fr/entities/fifa.html")
    assert text.count('class="item"') == 2
    assert "En anglais" in text and "En arabe" in text
    assert '<bdi lang="ar" dir="rtl">الفيفا</bdi>' in text


def test_an_entity_shows_its_parent_and_description(page: PageText) -> None:
    assert '<a href="../../ar/entities/morocco.html">المغرب</a>' in page("ar/entities/rabat.html")
    assert "بلد في شمال غرب إفريقيا" in page("ar/entities/morocco.html")


def test_a_topic_without_a_name_in_the_language_shows_another_and_says_so(page: PageText) -> None:
    assert '<h1><bdi lang="ar" dir="rtl">رياضة</bdi></h1>' in page("en/topics/sport.html")
    assert '<h1><bdi lang="">economy</bdi></h1>' in page("ar/topics/economy.html")


def test_pictures_beside_an_article_come_along(report: BuildReport, page: PageText) -> None:
    assert (report.output / "media/bbbb22/صورة 1.jpg").read_bytes().startswith(b"\xff\xd8")
    assert 'src="../../../media/bbbb22/%D8%B5%D9%88%D8%B1%D8%A9%201.jpg"' in page("ar/2024/07/أرقام.html")


def test_links_between_content_files_become_links_between_pages(page: PageText) -> None:
    assert unquote('href="../' + ARABIC) in unquote(page("ar/about.html"))


def test_the_chooser_offers_each_language_in_its_own_words(page: PageText) -> None:
    text = page("index.html")
    assert '<li lang="ar" dir="rtl">\n<a href="ar/index.html" hreflang="ar">العربية</a>' in text
    assert '<li lang="en" dir="ltr">\n<a href="en/index.html" hreflang="en">English</a>' in text
    assert re.findall(r'<script src="([^"]*)"', text) == ["assets/phone.js"]


def test_the_404_page_needs_nothing_relative(page: PageText) -> None:
    text = page("404.html")
    assert all(address.startswith(SITE) for _, address in Links(text).found)
    assert f'href="{SITE}assets/style.css"' in text and "الصفحة غير موجودة" in text and "Page introuvable" in text


def test_no_page_holds_a_script_or_a_style_and_each_says_so_to_the_browser(report: BuildReport) -> None:
    pages = sorted(report.output.rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        text = path.read_text("utf-8")
        (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', text)
        assert "default-src 'none'" in policy and "script-src 'self'" in policy and "unsafe" not in policy, path
        assert text.index("Content-Security-Policy") < text.index("<title>"), path
        scripts = re.findall(r"<script\b([^>]*)>", text)
        assert all("src=" in script or "json" in script for script in scripts), path
        assert not re.search(r"<style\b|\sstyle=|\son[a-z]+=|javascript:", re.sub(r">[^<]*<", "><", text)), path


def test_robots_and_sitemap_name_every_page(report: BuildReport, page: PageText) -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in page("robots.txt")
    maps = re.findall(rf"<loc>{SITE}(sitemap-.*?\.xml)</loc>", page("sitemap.xml"))
    assert maps[:3] == ["sitemap-ar.xml", "sitemap-fr.xml", "sitemap-en.xml"]
    assert maps[3:5] == ["sitemap-ar-2024-07.xml", "sitemap-ar-2024-08.xml"]
    assert "sitemap-news.xml" not in maps  # nothing of it came out in the last two days
    addresses = [unescape(address) for name in maps for address in re.findall(r"<loc>(.*?)</loc>", page(name))]
    listed = {local(report.output, address) for address in addresses}
    assert len(addresses) == len(listed)
    unlisted = '<meta name="robots" content="noindex">'
    open_to_all = {path: text for path in pages(report.output) if unlisted not in (text := path.read_text("utf-8"))}
    stand_for = {
        path: unescape(re.findall(r'rel="canonical" href="(.*?)"', text)[0]) for path, text in open_to_all.items()
    }
    assert listed == {path for path, address in stand_for.items() if local(report.output, address) == path}
    assert {local(report.output, address) for address in stand_for.values()} == listed


def test_style_sheets_leave_direction_to_the_html(report: BuildReport) -> None:
    css = (report.output / "assets/style.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    physical = r"(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right)|direction:\s*(?:ltr|rtl)"
    assert re.findall(physical, css) == []


def test_lists_show_the_time_that_is_known_and_ask_the_script_for_the_age(page: PageText) -> None:
    text = page("fr/topics/sport.html")
    assert re.search(r'<time datetime="2024-07-19T08:30\+01:00">19 juillet 2024 à 08:30</time>', text)
    assert 'assets/ago.js" data-locale="fr-FR-u-nu-latn"' in text
    assert re.search(r"</ol>\s*<script src", text)  # beside the list, whose dates it reads


def test_the_index_of_topics_has_the_newest_headline_of_each(page: PageText) -> None:
    text = page("ar/topics.html").partition("<main")[2]
    heads = re.findall(r'<p class="meta"><a href="[^"]+">', text)
    assert len(heads) == len(re.findall(r'<bdi class="meta">', text)) > 1
