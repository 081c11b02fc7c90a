"""Feeds of a site: which there are, what is in them, what pages say of them, what settings change."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser
import pytest

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config
from nashra.settings.config import Settings
from support.commands import article_text, nashra, write_site
from support.newspaper import FOLDER, newspaper

SITE = "https://bulletin.example/nashra/"
FORMATS = (("RSS", "rss.xml", "application/rss+xml"), ("Atom", "atom.xml", "application/atom+xml"))
JSON = ("JSON", "feed.json", "application/feed+json")


def output(root: Path) -> Path:
    report = build(config.load(root))
    assert not report.problems
    return report.output


def with_feeds(root: Path, text: str) -> Path:
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write(f"\n[feeds]\n{text}\n")
    return root


# What is in a feed


@pytest.mark.parametrize(("lang", "entries"), [("ar", 4), ("fr", 2), ("en", 2)])
@pytest.mark.parametrize("file", ["rss.xml", "atom.xml"])
def test_each_language_has_a_feed_of_its_own_versions(report: BuildReport, lang: str, entries: int, file: str) -> None:
    feed = feedparser.parse((report.output / lang / file).read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == entries
    assert feed.feed.language == lang
    assert feed.feed.link == f"{SITE}{lang}/"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}{lang}/{file}"]
    assert len({entry.id for entry in feed.entries}) == entries


def test_an_entry_has_the_full_text_with_language_direction_and_absolute_addresses(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "ar/rss.xml").read_bytes(), sanitize_html=False)
    entry = next(entry for entry in feed.entries if "أرقام" in entry.title)
    html = entry.content[0].value
    assert html.startswith('<div dir="rtl" lang="ar">')  # feedparser sorts attributes
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert len(addresses) == 4 and all(address.startswith("https://") for address in addresses)
    assert unquote(addresses[0]) == SITE + "media/bbbb22/صورة 1.jpg"


def test_an_entry_names_author_date_and_categories_in_the_feeds_language(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes())
    entry = feed.entries[-1]
    assert entry.title == "Une délégation du Maroc arrive à Paris"
    assert entry.author == "سعاد العلوي"
    assert [tag.term for tag in entry.tags][:3] == ["Sécurité", "Sport", "Maroc"]
    assert entry.published == "Thu, 18 Jul 2024 00:00:00 +0100"
    assert entry.id == "tag:bulletin.example,2024:3f9a1c/fr"


def test_a_machine_translation_says_so_in_the_feed_too(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes(), sanitize_html=False)
    machine, original = feed.entries[-1].content[0].value, feed.entries[0].content[0].value
    assert "Traduction automatique" in machine and "Traduction automatique" not in original
    link = re.search(rf'<a href="{SITE}ar/2024/07/[^"]*">(.*?)</a>', machine)
    assert link and link[1] == '<span dir="rtl" lang="ar">وفد من المغرب يصل إلى باريس</span>'


def test_the_feed_is_dated_by_its_newest_content(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes())
    assert feed.feed.updated == "Fri, 19 Jul 2024 10:00:00 +0100"


def test_the_source_is_named_with_its_address(report: BuildReport) -> None:
    html = feedparser.parse((report.output / "ar/atom.xml").read_bytes(), sanitize_html=False).entries[-1]
    assert [link.href for link in html.links if link.rel == "via"] == ["https://nabae24.example/?p=1&q=2"]
    assert 'المصدر: <a href="https://nabae24.example/?p=1&amp;q=2">' in html.content[0].value


def test_the_lead_picture_is_an_enclosure_and_stands_in_the_text_with_its_words(tmp_path: Path) -> None:
    site = output(newspaper(tmp_path / "site"))
    size = (site / "media/3f9a1c/photo.jpg").stat().st_size
    address = "https://example.org/nashra/media/3f9a1c/photo.jpg"
    item = ElementTree.fromstring((site / "fr/rss.xml").read_bytes()).find("channel/item")
    assert item is not None
    assert item.find("enclosure").attrib == {"url": address, "length": str(size), "type": "image/jpeg"}  # type: ignore[union-attr]
    html = json.loads((site / "fr/feed.json").read_text("utf-8"))["items"][0]["content_html"]
    figure = html.partition("<figure>")[2].partition("</figure>")[0]
    assert f'<img src="{address}" alt="Une poignée de main" width="1200" height="800">' in figure
    assert "La délégation à Paris" in figure and "L’agence MAP" in figure


def test_ids_stay_when_title_slug_and_date_change(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    before = [item["id"] for item in json.loads((output(root) / "ar/feed.json").read_text("utf-8"))["items"]]
    path = root / FOLDER / "ar.md"
    text = path.read_text("utf-8").replace("slug: وصول-الوفد", "slug: عنوان-جديد").replace("وصول الوفد إلى", "سفر إلى")
    path.write_text(text.replace("date: 2024-07-18", "date: 2024-07-19"), "utf-8")
    after = json.loads((output(root) / "ar/feed.json").read_text("utf-8"))["items"]
    assert [item["id"] for item in after] == before
    assert after[0]["title"].startswith("سفر إلى") and unquote(after[0]["url"]).endswith("/عنوان-جديد.html")


def test_feeds_say_their_language_where_several_have_the_same_title(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    settings = root / "nashra.toml"
    text = re.sub(r"(?m)^\[site\.title\]\n(?:\w+ = .*\n)+", "", settings.read_text("utf-8"))
    assert text.count("[site]") == 1
    text = re.sub(r"(?m)^title = .*\n", "", text)
    titles = '\n[site.title]\nar = "نشرة"\nfr = "Nashra"\nen = "Nashra"\n'
    settings.write_text(text + titles, "utf-8")
    built = output(root)
    found = [json.loads((built / f"{lang}/feed.json").read_text("utf-8"))["title"] for lang in ("ar", "fr", "en")]
    assert found == ["نشرة", "Nashra (français)", "Nashra (English)"]


def test_an_entity_and_a_topic_have_a_feed_of_their_own(report: BuildReport) -> None:
    feed = json.loads((report.output / "ar/entities/fifa/feed.json").read_text("utf-8"))
    assert feed["title"] == "نشرة الاختبار: الفيفا"
    assert feed["home_page_url"] == SITE + "ar/entities/fifa.html"
    assert [item["id"][-9:] for item in feed["items"]] == ["cccc33/ar", "bbbb22/ar"]
    feed = json.loads((report.output / "fr/topics/security/feed.json").read_text("utf-8"))
    assert feed["title"] == "Bulletin d’essai\u202f: Sécurité"


def test_an_article_is_in_the_feed_of_its_topic_as_it_is_in_that_of_the_site(report: BuildReport) -> None:
    entry = re.compile(rb"<entry>.*?</entry>", re.S)
    of_site = entry.findall((report.output / "fr/atom.xml").read_bytes())
    of_topic = entry.findall((report.output / "fr/topics/security/atom.xml").read_bytes())
    assert of_topic and set(of_topic) <= set(of_site)


def test_a_feed_has_as_many_items_as_the_settings_say(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    text = (root / "nashra.toml").read_text("utf-8") + "feed_items = 3\n[feeds]\ntopic_items = 2\nentity_items = 1\n"
    (root / "nashra.toml").write_text(text, "utf-8")
    site = output(root)

    def count(path: str) -> int:
        return len(json.loads((site / path / "feed.json").read_text("utf-8"))["items"])

    assert (count("ar"), count("ar/editions"), count("ar/topics/sport"), count("ar/entities/fifa")) == (3, 3, 2, 1)


def test_a_language_without_articles_has_an_empty_feed_and_subjects_have_none_there(tmp_path: Path) -> None:
    site = output(write_site(tmp_path, {"content/articles/2024/07/18-aaaa01/ar.md": article_text("خبر", "نص.")}))
    assert json.loads((site / "en/feed.json").read_text("utf-8"))["items"] == []
    assert not feedparser.parse((site / "en/atom.xml").read_bytes()).bozo
    page = (site / "en/feeds.html").read_text("utf-8")
    assert "en/rss.xml" in page and "entities/" not in page


def test_an_empty_site_has_feeds(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    site = output(write_site(tmp_path, {}))
    for path in ("ar/rss.xml", "ar/atom.xml", "ar/editions/rss.xml", "ar/editions/atom.xml"):
        feed = feedparser.parse((site / path).read_bytes())
        assert not feed.bozo and not feed.entries
    assert len(ElementTree.fromstring((site / "ar/feeds.opml").read_bytes()).findall("body/outline/outline")) == 2


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first = output(newspaper(tmp_path / "one"))
    second = output(newspaper(tmp_path / "two"))
    for path in [path for name in ("rss.xml", "atom.xml", "feed.json", "feeds.opml") for path in first.rglob(name)]:
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes()


# What pages say of feeds


def links(text: str, root: str, feed: str, title: str) -> str:
    return "\n".join(
        f'<link rel="alternate" type="{media}" title="{title} ({label})" href="{root}{feed}{file}">'
        for label, file, media in (*FORMATS, JSON)
    )


def test_every_page_offers_the_feeds_of_the_site(report: BuildReport) -> None:
    for path in (report.output / "ar").rglob("*.html"):
        relative = path.relative_to(report.output)
        text = path.read_text("utf-8")
        if 'http-equiv="refresh"' not in text:
            root = "../" * (len(relative.parts) - 1)
            assert links(text, root, "ar/", "نشرة الاختبار") in text, relative


@pytest.mark.parametrize(
    ("path", "feed", "title"),
    [
        ("ar/entities/fifa.html", "ar/entities/fifa/", "نشرة الاختبار: الفيفا"),
        ("fr/topics/security.html", "fr/topics/security/", "Bulletin d’essai\u202f: Sécurité"),
        ("ar/editions.html", "ar/editions/", "نشرة الاختبار: النشرة اليومية"),
        ("ar/editions/2024-07-18.html", "ar/editions/", "نشرة الاختبار: النشرة اليومية"),
    ],
)
def test_a_page_offers_its_own_feed_before_that_of_the_site(
    page: Callable[[str], str], path: str, feed: str, title: str
) -> None:
    text, root = page(path), "../" * path.count("/")
    own = links(text, root, feed, title)
    assert own in text
    assert text.index(own) < text.index(f'href="{root}{path[:2]}/rss.xml">')


@pytest.mark.parametrize("path", ["ar/entities/fifa.html", "fr/topics/security.html", "ar/editions.html"])
def test_readers_see_the_feed_of_a_page(page: Callable[[str], str], path: str) -> None:
    main = page(path).partition("<main")[2]
    folder = path.removesuffix(".html")
    for label, file, media in (*FORMATS, JSON):
        assert f'{folder}/{file}" type="{media}">{label}</a>' in main


def test_the_page_that_lets_readers_choose_a_language_offers_the_feeds_of_all(page: Callable[[str], str]) -> None:
    text = page("index.html")
    assert all(
        f'type="application/rss+xml" title="{title} (RSS)" href="{lang}/rss.xml">' in text
        for lang, title in (
            ("ar", "نشرة الاختبار"),
            ("fr", "Bulletin d’essai"),
        )
    )


def test_the_page_of_feeds_explains_them_and_lists_them_all(report: BuildReport, page: Callable[[str], str]) -> None:
    for lang, word in (("ar", "قارئ الخلاصات"), ("fr", "lecteur de flux"), ("en", "feed reader")):
        main = page(f"{lang}/feeds.html").partition("<main")[2]
        assert word in main
        listed = re.findall(r'href="\.\./([^"]*\.(?:xml|json))"', main)
        there = [path for name in ("rss.xml", "atom.xml", "feed.json") for path in (report.output / lang).rglob(name)]
        assert sorted(listed) == sorted(path.relative_to(report.output).as_posix() for path in there)
        assert f'href="../{lang}/feeds.opml"' in main
        assert f'<li><a href="../{lang}/feeds.html" aria-current="page">' in page(f"{lang}/feeds.html")
        assert f'<a href="../{lang}/feeds.html">' in page(f"{lang}/index.html")


def test_the_page_of_feeds_is_one_page_in_all_languages(report: BuildReport, page: Callable[[str], str]) -> None:
    assert f'<link rel="alternate" hreflang="fr" href="{SITE}fr/feeds.html">' in page("ar/feeds.html")
    assert f"<loc>{SITE}fr/feeds.html</loc>" in (report.output / "sitemap-fr.xml").read_text("utf-8")


# Settings


def test_formats_that_are_not_wanted_are_neither_written_nor_offered(tmp_path: Path) -> None:
    site = output(with_feeds(newspaper(tmp_path / "site"), 'formats = ["atom"]\ntopics = ["json"]\nentities = []'))
    found = {
        path.relative_to(site / "ar").as_posix()
        for name in ("rss.xml", "atom.xml", "feed.json")
        for path in (site / "ar").rglob(name)
    }
    assert found == {"atom.xml", "editions/atom.xml", "topics/sport/feed.json"}
    for path in ("ar/entities/fifa.html", "ar/feeds.html", "ar/index.html"):
        assert "rss.xml" not in (site / path).read_text("utf-8")
    opml = ElementTree.fromstring((site / "ar/feeds.opml").read_bytes())
    addresses = [outline.get("xmlUrl", "").rpartition("/ar/")[2] for outline in opml.findall("body/outline/outline")]
    assert addresses == ["atom.xml", "editions/atom.xml", "topics/sport/feed.json"]


def test_the_hub_is_in_every_feed(tmp_path: Path) -> None:
    site = output(with_feeds(newspaper(tmp_path / "site"), 'hub = "https://hub.example/?a=1&b=2"'))
    assert '<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>' in (site / "ar/rss.xml").read_text("utf-8")
    assert '<link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>' in (site / "ar/atom.xml").read_text("utf-8")
    assert (
        json.loads((site / "ar/editions/feed.json").read_text("utf-8"))["hubs"][0]["url"]
        == "https://hub.example/?a=1&b=2"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('formats = ["rss", "xml"]', "`feeds.formats` has the format 'xml' (some of rss, atom, json)"),
        ('topics = ["rss", "rss"]', "`feeds.topics` names a format twice"),
        ("formats = []", "`feeds.formats` names no format"),
        ('formats = "rss"', "`feeds.formats` must be a list"),
        ("entities = [1]", "`feeds.entities` has the format 1"),
        ("topic_items = 0", "`feeds.topic_items` must be 1 or more"),
        ('hub = "hub.example"', "`feeds.hub` is 'hub.example', not an address"),
        ('hub = "https://hub.example/ x"', "`feeds.hub` is 'https://hub.example/ x', not an address"),
        ("items = 3", "`feeds.items` is not a setting"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    done = nashra("-C", ".", "build", cwd=with_feeds(write_site(tmp_path, {}), text))
    assert done.returncode == 2
    assert message in " ".join(done.stderr.split()) and "nashra.toml:8" in done.stderr


def test_a_site_that_says_nothing_of_feeds_has_them_all() -> None:
    made: Any = Settings.__dataclass_fields__["feeds"].default_factory
    assert made().entities == ("rss", "atom", "json")


def test_a_page_of_ones_own_may_not_take_the_place_of_the_page_of_feeds(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"content/pages/feeds.ar.md": "---\ntitle: خلاصات\n---\nنص.\n"})
    (problem,) = build(config.load(root)).problems
    assert "feeds.html" in problem.message


def test_the_names_of_formats_stand_in_their_order_in_arabic_too(page: Callable[[str], str]) -> None:
    """Three Latin words in a row would run from left to right, the first one last."""
    main = page("ar/feeds.html").partition("<main")[2]
    found = re.findall(r'<a dir="ltr" href="\.\./ar/(?:rss\.xml|atom\.xml|feed\.json)" type="[^"]*">(\w+)</a>', main)
    assert found == ["RSS", "Atom", "JSON"]
