"""The article's own page: picture, reading time, short link, related articles, reports, the same as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from nashra.kit.errors import ConfigError
from nashra.languages.known import SPECS
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.render.shown.reading_time import minutes
from nashra.settings import config
from nashra.settings.report_link import QUOTE, report_address, template_problem
from support.commands import article_text, write_site
from support.newspaper import FOLDER, ID, newspaper
from support.pictures import jpeg, png

ARABIC = "ar/2024/07/وصول-الوفد.html"
FRENCH = "fr/2024/07/la-delegation.html"
ENGLISH = "en/2024/07/the-delegation.html"

PageText = Callable[[str], str]


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    report = build(config.load(newspaper(tmp_path_factory.mktemp("newspaper"), plain_text=True)))
    assert report.problems == ()
    return report


@pytest.fixture(name="page")
def page_text(built_once: BuildReport) -> PageText:
    return lambda path: (built_once.output / path).read_text("utf-8")


def set_field(site: Path, lang: str, line: str) -> None:
    """Put a line into the front matter of a version, in the place of its `image`."""
    path = site / FOLDER / f"{lang}.md"
    text = re.sub(r"^image:.*\n(?:  .*\n)*", "", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(text.replace("---\n", f"---\n{line}\n", 1), "utf-8")


def test_the_lead_picture_has_its_size_its_caption_and_its_maker(page: PageText) -> None:
    text = page(ARABIC)
    assert f'<img src="../../../media/{ID}/photo.jpg" alt="مصافحة في المطار" width="1200" height="800">' in text
    assert '<figcaption>الوفد في باريس <span class="credit">الصورة: <bdi lang="">Agence MAP</bdi></span>' in text


def test_a_version_has_its_own_words_for_the_picture_of_the_original(page: PageText) -> None:
    text = page(FRENCH)
    assert f'media/{ID}/photo.jpg" alt="Une poignée de main" width="1200" height="800">' in text
    assert "<figcaption>La délégation à Paris <span" in text and "Image\u202f: L’agence MAP<" in text


def test_words_that_a_version_lacks_are_the_originals_and_say_their_language(page: PageText) -> None:
    text = page(ENGLISH)
    assert 'alt="مصافحة في المطار" lang="ar" dir="rtl"' in text
    assert '<figcaption><bdi lang="ar" dir="rtl">الوفد في باريس</bdi>' in text


def test_the_picture_comes_along(built_once: BuildReport) -> None:
    assert (built_once.output / "media" / ID / "photo.jpg").read_bytes().startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("none.jpg", "is not there"),
        ("../18-3f9a1c/photo.jpg", "is no file beside the article"),
        ("/etc/passwd", "is no file beside the article"),
        (".hidden.jpg", "is no file beside the article"),
        ("page.html", "is no kind of picture"),
        ("link.jpg", "is a symbolic link"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_line(tmp_path: Path, name: str, fault: str) -> None:
    site = newspaper(tmp_path)
    (site / FOLDER / "page.html").write_text("<script>")
    (site / FOLDER / "link.jpg").symlink_to(site / "nashra.toml")
    set_field(site, "ar", f"image: {{file: {name}, alt: صورة}}")
    report = build(config.load(site))
    (problem,) = report.problems
    assert fault in problem.message
    assert (problem.path, problem.line) == (site / FOLDER / "ar.md", 2)
    assert 'class="lead"' not in (report.output / ARABIC).read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("image: [a.jpg, b.jpg]", "`image` must be the name of a file, or a table"),
        ("image: {file: photo.jpg, atl: x}", "`image` has no 'atl'"),
        ("image: {file: photo.jpg, alt: [a, b]}", "`alt` must be a text"),
    ],
)
def test_a_picture_that_is_written_wrongly_is_a_problem_of_its_line(tmp_path: Path, line: str, message: str) -> None:
    site = newspaper(tmp_path)
    set_field(site, "en", line)
    problems = build(config.load(site)).problems
    assert [(p.message, p.path, p.line) for p in problems] == [(message, site / FOLDER / "en.md", 2)]


def test_a_caption_without_any_picture_is_a_problem(tmp_path: Path) -> None:
    site = newspaper(tmp_path)
    set_field(site, "ar", "slug2: x")
    (problem,) = build(config.load(site)).problems
    assert problem.message == "`image` names no file" and problem.path == site / FOLDER / "fr.md"


def test_a_name_alone_is_a_picture_too(tmp_path: Path) -> None:
    site = newspaper(tmp_path)
    (site / FOLDER / "صورة 2.png").write_bytes(png(30, 20))
    set_field(site, "ar", "image: صورة 2.png")
    report = build(config.load(site))
    text = (report.output / ARABIC).read_text("utf-8")
    assert report.problems == ()
    assert 'alt="" width="30" height="20"' in text.replace(' lang="ar" dir="rtl"', "")
    assert "<figcaption" not in text


def test_a_picture_alone_in_a_paragraph_is_a_figure_with_its_title_as_caption(tmp_path: Path) -> None:
    site = newspaper(tmp_path)
    (site / FOLDER / "upright.jpg").write_bytes(jpeg(400, 300, orientation=6))
    path = site / FOLDER / "ar.md"
    more = '\n![ملعب](upright.jpg "ملعب & <b> «فرنسا»")\n\nسطر ![صغيرة](upright.jpg "عنوان") سطر\n\n![](https://e.org/a.png)\n'
    path.write_text(path.read_text("utf-8") + more, "utf-8")
    text = (build(config.load(site)).output / ARABIC).read_text("utf-8")
    source = f'src="../../../media/{ID}/upright.jpg"'
    figure = f'<figure><img alt="ملعب" loading="lazy" {source} width="300" height="400">'
    assert f"{figure}<figcaption>ملعب &amp; &lt;b&gt; «فرنسا»</figcaption></figure>" in text
    assert f'<p>سطر <img alt="صغيرة" loading="lazy" {source} title="عنوان" width="300" height="400"> سطر</p>' in text
    assert '<figure><img alt="" loading="lazy" src="https://e.org/a.png"></figure>' in text


@pytest.mark.parametrize(
    ("lang", "words", "expected"),
    [("ar", 1, 1), ("ar", 138 * 3, 3), ("en", 228 * 3, 3), ("fr", 195 * 11, 11), ("en", 0, 1), ("ku", 184 * 2, 2)],
)
def test_reading_time_follows_the_pace_of_the_language(lang: str, words: int, expected: int) -> None:
    assert minutes("كلمة " * words, lang) == expected
    assert all(100 < spec.words_a_minute < 300 for spec in SPECS.values() if spec.words_a_minute)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (1, "قراءة في دقيقة واحدة"),
        (2, "قراءة في دقيقتين"),
        (3, "قراءة في ٣ دقائق"),
        (11, "قراءة في ١١ دقيقة"),
    ],
)
def test_reading_time_is_said_in_the_right_plural_and_digits(tmp_path: Path, minutes: int, expected: str) -> None:
    site = newspaper(tmp_path)
    path = site / "content/articles/2024/07/10-aaaa01/ar.md"
    path.write_text(path.read_text("utf-8") + "\n" + "كلمة " * (138 * minutes - 10), "utf-8")
    with (site / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[languages.ar]\nregion = "EG"\ndigits = "arab"\n')
    text = (build(config.load(site)).output / "ar/2024/07/aaaa01.html").read_text("utf-8")
    assert f"<span>{expected}</span>" in text
    assert 'data-locale="ar-EG-u-nu-arab"' in text


def test_the_short_link_leads_to_the_original(built_once: BuildReport, page: PageText) -> None:
    short = page(f"s/{ID}/index.html")
    target = re.findall(r'content="0; url=([^"]+)"', short) + re.findall(r'<h1><a href="([^"]+)"', short)
    assert len(target) == 2
    for address in target:
        assert (built_once.output / "s" / ID / unquote(address)).resolve() == (built_once.output / ARABIC).resolve()
    assert '<meta name="robots" content="noindex">' in short
    assert f'<link rel="canonical" href="https://example.org/nashra/{"ar/2024/07/"}' in short
    assert '<html lang="ar" dir="rtl">' in short


@pytest.mark.parametrize("path", [ARABIC, FRENCH, ENGLISH])
def test_every_version_shows_the_same_short_link(page: PageText, path: str) -> None:
    link = f'href="../../../s/{ID}/index.html" rel="bookmark"><bdi dir="ltr">https://example.org/nashra/s/{ID}/</bdi>'
    assert link in page(path)


def related(text: str) -> list[str]:
    part = text[text.index('class="related"') :].partition("</section>")[0]
    return [unescape(title) for title in re.findall(r'<li><a href="[^"]+">(.*?)</a>', part)]


def test_related_articles_share_names_the_rarer_the_better_then_topics(page: PageText) -> None:
    # FIFA (2 of 6) and Rabat (2) go before Morocco (3) with Paris (2), before Morocco alone, before a topic alone
    assert related(page(ARABIC)) == ["الفيفا في الرباط", "خبر من المغرب", "المغرب", "مباراة"]


def test_what_shares_nothing_is_not_related(page: PageText) -> None:
    assert 'class="related"' not in page("ar/2024/07/aaaa04.html")


def test_related_articles_are_those_that_the_reader_can_read(page: PageText) -> None:
    assert 'class="related"' not in page(FRENCH)


def report_of(text: str) -> str:
    (address,) = re.findall(r'class="report" href="([^"]+)"', text)
    return unescape(address)


def test_a_translation_says_where_to_report_a_mistake_and_an_original_does_not(page: PageText) -> None:
    address = report_of(page(FRENCH))
    query = parse_qs(urlsplit(address).query)
    assert address.startswith("mailto:desk@example.org?") and address.isascii() and " " not in address
    assert query["subject"] == ["Erreur de traduction\u202f: La délégation « arrive » : Paris"]
    assert query["body"][0].split("\r\n")[0] == "https://example.org/nashra/" + FRENCH
    assert QUOTE in query["body"][0]
    assert "assets/report.js" in page(FRENCH)
    assert 'class="report"' not in page(ARABIC) and "report.js" not in page(ARABIC)


def test_a_translation_by_people_can_be_reported_too(page: PageText) -> None:
    assert report_of(page(ENGLISH)).startswith("mailto:")


def test_a_site_without_a_place_for_reports_shows_no_link(tmp_path: Path) -> None:
    text = (build(config.load(newspaper(tmp_path, report=""))).output / FRENCH).read_text("utf-8")
    assert "report" not in text


def test_a_report_may_open_an_issue() -> None:
    template = "https://github.com/o/r/issues/new?labels=translation&title={title}&body={body}"
    address = report_address(template, "خطأ: {body} & 100 %", "سطر\nسطر")
    query = parse_qs(urlsplit(address).query)
    assert query == {"labels": ["translation"], "title": ["خطأ: {body} & 100 %"], "body": ["سطر\r\nسطر"]}


@pytest.mark.parametrize(
    "template",
    [
        "desk@example.org",
        "mailto:desk",
        "mailto:desk@example.org?subject=x",
        "mailto:desk@example.org\n",
        "javascript:alert({body})",
        "https://example.org/new",
        "https://example.org/{body}?x=1",
        "https://example.org/new?body={text}",
        "https://مثال.المغرب/?body={body}",
        "ftp://example.org/?body={body}",
    ],
)
def test_a_place_for_reports_that_cannot_be_used_is_an_error_of_its_line(tmp_path: Path, template: str) -> None:
    assert template_problem(template)
    site = newspaper(tmp_path, report=template.replace("\n", "\\n"))
    with pytest.raises(ConfigError) as caught:
        config.load(site)
    assert caught.value.problems[0].line == 6
    assert caught.value.problems[0].message.startswith("`site.report` ")


@pytest.mark.parametrize(
    "template",
    ["mailto:desk@example.org", "mailto:a.b+c@news.example", "https://example.org/new?t={title}&b={body}"],
)
def test_mail_and_web_addresses_are_places_for_reports(template: str) -> None:
    assert template_problem(template) == ""


def test_plain_text_has_the_words_and_the_facts_and_no_markup(page: PageText) -> None:
    text = page("ar/2024/07/وصول-الوفد.txt")
    assert text.startswith("وصول الوفد إلى باريس\n\nنُشر في 18 يوليوز 2024\n")
    assert "المصدر: NaBae 24\n" in text
    assert "\n\nوصل وفد المغرب إلى باريس يوم 18 يوليوز 2024" in text and "\n\nقبل الأولمبياد\n\n" in text
    assert "- أولا\n- ثانيا" in text
    assert not re.search(r"\*\*|<[a-z]|&[a-z]+;", text)
    assert "Traduction automatique" in page("fr/2024/07/la-delegation.txt")


def test_llms_txt_lists_the_texts_by_language(built_once: BuildReport, page: PageText) -> None:
    text = page("llms.txt")
    assert text.startswith("# نشرة\n") and "## العربية\n" in text and "## English\n" in text
    addresses = re.findall(r"^- \[.+?\]\(https://example\.org/nashra/(.+?)\)", text, re.MULTILINE)
    assert len(addresses) == 8
    assert all((built_once.output / unquote(address)).is_file() for address in addresses)


def test_the_page_names_its_plain_text(built_once: BuildReport, page: PageText) -> None:
    (address,) = re.findall(r'rel="alternate" type="text/plain" href="([^"]+)"', page(ARABIC))
    assert (built_once.output / "ar/2024/07" / unquote(address)).is_file()


def test_there_is_no_plain_text_unless_asked_for(tmp_path: Path) -> None:
    output = build(config.load(newspaper(tmp_path))).output
    assert not list(output.glob("*/2024/07/*.txt")) and not (output / "llms.txt").exists()
    assert "text/plain" not in (output / ARABIC).read_text("utf-8")


def test_the_map_of_news_has_the_last_two_days_and_goes_when_nothing_is_new(tmp_path: Path) -> None:
    settings = config.load(newspaper(tmp_path))
    day = datetime(2024, 7, 19, 12, tzinfo=UTC)
    output = build(settings, now=day, cached=True).output
    text = (output / "sitemap-news.xml").read_text("utf-8")
    titles = re.findall(r"<news:title>(.*?)</news:title>", text)
    assert titles == ["وصول الوفد إلى باريس", "La délégation « arrive » : Paris", "The delegation"]
    assert "<news:publication_date>2024-07-18T00:00:00+01:00</news:publication_date>" in text
    assert "sitemap-news.xml" in (output / "sitemap.xml").read_text("utf-8")
    build(settings, now=day + timedelta(days=2), cached=True)
    assert not (output / "sitemap-news.xml").exists()
    assert "sitemap-news.xml" not in (output / "sitemap.xml").read_text("utf-8")


def test_companions_are_in_no_sitemap(built_once: BuildReport) -> None:
    maps = "".join(path.read_text("utf-8") for path in built_once.output.glob("sitemap*.xml"))
    assert f"/s/{ID}" not in maps and "/original/" not in maps


def test_cells_of_figures_alone_are_told_apart(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    path = root / FOLDER / "ar.md"
    rows = "| البلد | العدد |\n|---|---|\n| المغرب | 37 000 000 |\n| مالي | 12,5 % |\n| نسبة 3 | لا شيء |\n"
    path.write_text(path.read_text("utf-8") + f"\n{rows}", "utf-8")
    built = build(config.load(root)).output
    html = (built / "ar/2024/07/وصول-الوفد.html").read_text("utf-8")
    assert '<td class="number"><bdi dir="ltr">37 000 000</bdi></td>' in html
    assert '<td class="number">12,5\u00a0%</td>' in html
    assert "<td>نسبة 3</td>" in html and "<td>لا شيء</td>" in html


def test_two_builds_of_the_newspaper_are_the_same_bytes(tmp_path: Path, built_once: BuildReport) -> None:
    site = newspaper(tmp_path / "elsewhere", plain_text=True)
    output = build(replace(config.load(site), output=tmp_path / "out")).output
    for path in sorted(built_once.output.rglob("*")):
        if path.is_file():
            assert (output / path.relative_to(built_once.output)).read_bytes() == path.read_bytes(), path


def test_styles_and_scripts_stay_within_their_budget(built_once: BuildReport, page: PageText) -> None:
    assets = built_once.output / "assets"
    assert sum(path.stat().st_size for path in assets.glob("*.css")) <= 15_000
    inline = sum(map(len, re.findall(r"<script>.*?</script>", page(FRENCH), re.DOTALL)))
    scripts = {path.name: path.stat().st_size for path in assets.glob("*.js")}
    assert scripts.pop("widget.js") <= 3_000  # which other sites load
    assert inline + sum(scripts.values()) <= 11_500


def test_a_translation_is_signed_in_its_own_language(tmp_path: Path) -> None:
    """By its own `author`, by the registry's name, else as the original is."""
    head = "translation: {from: ar, state: manual}\n"
    folder = "content/articles/2024/07/18-3f9a1c"
    files = {
        f"{folder}/ar.md": article_text("خبر", "نص.", more="author: هيئة التحرير\n"),
        f"{folder}/fr.md": f"---\ntitle: Une\nlang: fr\nauthor: La rédaction\n{head}---\n\nTexte.\n",
        f"{folder}/en.md": f"---\ntitle: One\nlang: en\n{head}---\n\nText.\n",
        "content/entities/organizations.yaml": "- id: desk\n  names: {ar: هيئة التحرير, en: News desk}\n",
    }
    output = build(config.load(write_site(tmp_path, files))).output
    pages = {lang: (output / lang / "2024/07/3f9a1c.html").read_text("utf-8") for lang in ("ar", "fr", "en")}
    # the desk is in the registry
    assert 'بقلم <a href="../../../ar/entities/desk.html" rel="author">هيئة التحرير</a>' in pages["ar"]
    assert "Par La rédaction" in pages["fr"] and "هيئة" not in pages["fr"]
    assert 'By <a href="../../../en/entities/desk.html" rel="author">News desk</a>' in pages["en"]
    assert '"author":{"@type":"Organization","name":"La rédaction"' in pages["fr"]
    feeds = [path.read_text("utf-8") for path in (output / "fr").glob("*.xml")]
    assert any("<dc:creator>La rédaction</dc:creator>" in feed for feed in feeds)
