"""Feeds in every format, sitemaps and robots.txt of a built site, with one fault each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nashra.checks import feeds, sitemaps
from support.faults import URL, built

PAGE = "<!doctype html><html lang=ar><title>x</title><main id=main><p>نص</main>"
BASE = {"ar/index.html": PAGE, "ar/2024/07/وصول.html": PAGE, "media/3f9a1c/photo.png": "x"}
ITEM = f"{URL}ar/2024/07/%D9%88%D8%B5%D9%88%D9%84.html"

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>نشرة</title><link>{URL}ar/</link><description>د</description>
<atom:link href="{URL}ar/rss.xml" rel="self"/>
<item><title>وصول</title><link>{ITEM}</link><guid isPermaLink="false">tag:news,2024:1/ar</guid>
<enclosure url="{URL}media/3f9a1c/photo.png" length="1" type="image/png"/>
<content:encoded>&lt;p&gt;&lt;a href="{URL}ar/"&gt;كل الأخبار&lt;/a&gt; &lt;a href="https://paris.fr/"&gt;باريس&lt;/a&gt;</content:encoded></item>
</channel></rss>
"""
ATOM = f"""<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>نشرة</title><id>tag:news,2024:ar</id>
<updated>2024-07-18T00:00:00Z</updated><link rel="self" href="{URL}ar/atom.xml"/><link href="{URL}ar/"/>
<entry><title>وصول</title><id>tag:news,2024:1/ar</id><link href="{ITEM}"/><updated>2024-07-18T00:00:00Z</updated>
<content type="html">&lt;a href="{URL}ar/"&gt;كل الأخبار&lt;/a&gt;</content></entry></feed>
"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "نشرة",
        "home_page_url": f"{URL}ar/",
        "feed_url": f"{URL}ar/feed.json",
        "items": [
            {
                "id": "tag:news,2024:1/ar",
                "url": ITEM,
                "content_html": f'<a href="{URL}ar/">كل الأخبار</a>',
                "attachments": [{"url": f"{URL}media/3f9a1c/photo.png", "mime_type": "image/png"}],
            }
        ],
    },
    ensure_ascii=False,
)
OPML = f'<opml version="2.0"><head/><body><outline text="x" xmlUrl="{URL}ar/rss.xml" htmlUrl="{URL}ar/"/></body></opml>'
FEEDS = {"ar/rss.xml": RSS, "ar/atom.xml": ATOM, "ar/feed.json": JSON, "feeds.opml": OPML}
# the same text in each, as that format has it
LINK = {
    "ar/rss.xml": f'href="{URL}ar/"&gt;',
    "ar/atom.xml": f'href="{URL}ar/"&gt;',
    "ar/feed.json": f'href=\\"{URL}ar/\\">',
}


def test_clean_feeds_of_every_format_have_no_finding(tmp_path: Path) -> None:
    assert list(feeds.check(built(tmp_path, {**BASE, **FEEDS}))) == []


@pytest.mark.parametrize("name", LINK)
@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"{URL}ar/gone.html", "leads to nothing"),
        ("http:///x", "names no host"),
        ("../index.html", "is relative in a feed"),
        ("/nashra/ar/index.html", "is relative in a feed"),
        ("#fn:1", "is relative in a feed"),
        ("javascript:alert(1)", "browsers refuse or run"),
    ],
)
def test_an_address_at_fault_in_the_text_of_an_item_is_found(
    name: str, address: str, says: str, tmp_path: Path
) -> None:
    assert FEEDS[name].count(LINK[name]) == 1
    text = FEEDS[name].replace(LINK[name], LINK[name].replace(f"{URL}ar/", address))
    (found,) = feeds.check(built(tmp_path, {**BASE, **FEEDS, name: text}))
    assert (found.severity, found.page) == ("error", name)
    assert says in found.message
    assert address in found.message


@pytest.mark.parametrize("name", ["ar/rss.xml", "ar/atom.xml", "ar/feed.json"])
def test_an_item_that_leads_to_nothing_is_found(name: str, tmp_path: Path) -> None:
    text = FEEDS[name].replace(ITEM, f"{URL}ar/2024/07/x.html")
    found = list(feeds.check(built(tmp_path, {**BASE, **FEEDS, name: text})))
    assert [finding.page for finding in found] == [name]


@pytest.mark.parametrize("name", ["ar/rss.xml", "ar/feed.json"])
def test_a_picture_that_is_not_there_is_found(name: str, tmp_path: Path) -> None:
    text = FEEDS[name].replace("photo.png", "Photo.png")
    (found,) = feeds.check(built(tmp_path, {**BASE, **FEEDS, name: text}))
    assert "in other capitals" in found.message


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_that_is_cut_off_is_found(name: str, tmp_path: Path) -> None:
    (found,) = feeds.check(built(tmp_path, {**BASE, **FEEDS, name: FEEDS[name][:-9]}))
    assert (found.severity, found.page) == ("error", name)
    assert "no well-formed" in found.message


@pytest.mark.parametrize("name", ["ar/rss.xml", "ar/atom.xml", "ar/feed.json"])
def test_a_feed_that_gives_another_address_as_its_own_is_found(name: str, tmp_path: Path) -> None:
    text = FEEDS[name].replace(URL + name, f"{URL}ar/index.html")
    (found,) = feeds.check(built(tmp_path, {**BASE, **FEEDS, name: text}))
    assert "as its own address" in found.message


def test_two_items_of_one_id_are_found(tmp_path: Path) -> None:
    item = RSS[RSS.index("<item>") : RSS.index("</item>") + 7]
    (found,) = feeds.check(built(tmp_path, {**BASE, **FEEDS, "ar/rss.xml": RSS.replace(item, item * 2)}))
    assert "'tag:news,2024:1/ar' is that of 2 items" in found.message


def test_an_entity_that_names_a_file_of_this_machine_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("https://news.rabat.ma/nashra/secret")
    text = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss', 1)
    text = text.replace(f"<link>{URL}ar/</link>", "<link>&x;</link>")
    found = list(feeds.check(built(tmp_path, {**BASE, **FEEDS, "ar/rss.xml": text})))
    assert not any("secret" in finding.message for finding in found)


def test_other_xml_and_json_files_are_no_feeds(tmp_path: Path) -> None:
    others = {"a.json": '{"version": 3, "items": [{"url": "x"}]}', "b.xml": "<svg xmlns='x'><a href='y'/></svg>"}
    assert list(feeds.check(built(tmp_path, {**BASE, **others}))) == []


HEAD = '<?xml version="1.0"?>\n'
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'
INDEX = f"{HEAD}<sitemapindex {NAMESPACES}><sitemap><loc>{URL}sitemap-ar.xml</loc></sitemap></sitemapindex>"
MAP = (
    f"{HEAD}<urlset {NAMESPACES}><url><loc>{ITEM}</loc>"
    f'<xhtml:link rel="alternate" hreflang="ar" href="{URL}ar/"/></url></urlset>'
)
MAPS = {
    "sitemap.xml": INDEX,
    "sitemap-ar.xml": MAP,
    "robots.txt": f"User-agent: *\nDisallow:\nSitemap: {URL}sitemap.xml\n",
}


def test_clean_maps_have_no_finding(tmp_path: Path) -> None:
    assert list(sitemaps.check(built(tmp_path, {**BASE, **MAPS}))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("sitemap-ar.xml", ITEM, f"{URL}ar/x.html", "leads to nothing"),
        ("sitemap-ar.xml", ITEM, "https://elsewhere.ma/", "is not below"),
        ("sitemap-ar.xml", ITEM, "ar/index.html", "is not below"),
        ("sitemap-ar.xml", f'href="{URL}ar/"', f'href="{URL}fr/"', "leads to nothing"),
        ("sitemap-ar.xml", "</urlset>", "", "no well-formed XML"),
        ("sitemap.xml", "sitemap-ar.xml", "sitemap-fr.xml", "leads to nothing"),
        ("robots.txt", "sitemap.xml", "map.xml", "leads to nothing"),
    ],
)
def test_a_fault_of_a_map_is_found(name: str, old: str, new: str, says: str, tmp_path: Path) -> None:
    assert MAPS[name].count(old) == 1
    (found,) = sitemaps.check(built(tmp_path, {**BASE, **MAPS, name: MAPS[name].replace(old, new)}))
    assert (found.severity, found.page) == ("error", name)
    assert says in found.message


def test_a_page_in_a_map_that_only_sends_readers_on_is_found(tmp_path: Path) -> None:
    onward = '<meta http-equiv="refresh" content="0; url=../../index.html">'
    files = {**BASE, **MAPS, "ar/2024/07/وصول.html": f"<!doctype html>{onward}<title>x</title>"}
    (found,) = sitemaps.check(built(tmp_path, files))
    assert (found.severity, found.page) == ("warning", "sitemap-ar.xml")
