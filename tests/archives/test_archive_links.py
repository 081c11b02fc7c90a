"""The links of an archive: what it has is reached within it, all else is on the public site."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest

from nashra.archives.archived_links import Links
from nashra.archives.selection import Selection
from support.archives import archive, hostile_site
from support.commands import article_text, write_site
from support.newspaper import newspaper

SITE = "https://example.org/nashra/"
_REFERENCE = re.compile(r'<(\w+)\b[^>]*?\s(?:href|src)="([^"]*)"')


def pages(path: Path) -> dict[str, str]:
    """Path below the top folder -> text, of every page of a zip."""
    with ZipFile(path) as file:
        return {
            name.partition("/")[2]: file.read(name).decode("utf-8")
            for name in file.namelist()
            if name.endswith(".html")
        }


def dead_links(path: Path) -> list[str]:
    """Relative references that lead to no file of the zip."""
    files = {name.partition("/")[2] for name in ZipFile(path).namelist()}
    dead = []
    for page, text in pages(path).items():
        for _, reference in _REFERENCE.findall(text):
            parts = urlsplit(unescape(reference))
            if parts.scheme or not parts.path:
                continue
            target = normpath(f"{page.rpartition('/')[0]}/{unquote(parts.path)}".lstrip("/"))
            if target not in files:
                dead.append(f"{page}: {reference}")
    return dead


@pytest.mark.parametrize("langs", [(), ("ar",), ("fr",), ("fr", "en")])
def test_every_relative_link_leads_to_a_file_of_the_archive(tmp_path: Path, langs: tuple[str, ...]) -> None:
    root = newspaper(tmp_path / "site", plain_text=True)
    archive(root, "zip", tmp_path / "a.zip", Selection(langs=langs))
    assert "index.html" in pages(tmp_path / "a.zip")
    assert dead_links(tmp_path / "a.zip") == []


def test_pictures_of_any_name_are_found(tmp_path: Path) -> None:
    archive(hostile_site(tmp_path / "site"), "zip", tmp_path / "a.zip")
    names = [name.partition("/")[2] for name in ZipFile(tmp_path / "a.zip").namelist()]
    assert "media/aaaaa1/صورة- 1.png" in names
    assert dead_links(tmp_path / "a.zip") == []


def test_nothing_is_fetched_from_another_machine(tmp_path: Path) -> None:
    root = hostile_site(tmp_path / "site")
    (root / "templates").mkdir()
    (root / "templates/base.html").write_text(
        '{% extends "default/base.html" %}{% block head %}{{ super() }}'
        '<link rel="stylesheet" href="https://fonts.example/a.css"><script src="//cdn.example/x.js"></script>'
        "{% endblock %}",
        "utf-8",
    )
    archive(root, "zip", tmp_path / "a.zip")
    found = pages(tmp_path / "a.zip")
    assert not any("fonts.example" in text or "cdn.example" in text for text in found.values())
    sources = [(tag, address) for text in found.values() for tag, address in _REFERENCE.findall(text) if tag == "img"]
    assert sources
    assert not [address for _, address in sources if urlsplit(address).scheme or address.startswith("//")]


def test_an_archive_of_one_language_knows_no_other(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zip", tmp_path / "a.zip", Selection(langs=("fr",)))
    found = pages(tmp_path / "a.zip")
    assert {page.partition("/")[0] for page in found} == {"index.html", "fr", "s"}
    assert not any('class="languages"' in text or "hreflang" in text for text in found.values())
    # its home page is what readers see first, with the same links as in its own place
    assert (
        found["index.html"]
        .replace('"fr/', '"../fr/')
        .replace('"assets/', '"../assets/')
        .replace('"media/', '"../media/')
        == found["fr/index.html"]
    )


def test_a_translation_without_its_original_leads_to_that_on_the_public_site(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zip", tmp_path / "a.zip", Selection(langs=("fr",)))
    text = pages(tmp_path / "a.zip")["fr/2024/07/la-delegation.html"]
    notice = text[text.index('<aside class="notice"') : text.index("</aside>")]
    assert "arabe" in notice
    assert f'href="{SITE}ar/2024/07/%D9%88%D8%B5%D9%88%D9%84-%D8%A7%D9%84%D9%88%D9%81%D8%AF.html"' in notice
    assert 'lang="ar"' in notice
    assert "وصول الوفد إلى باريس" in notice
    assert '<bdi lang="ar" dir="rtl">هيئة التحرير</bdi>' in text


def test_a_link_to_an_article_that_was_not_chosen_leads_to_the_public_site(tmp_path: Path) -> None:
    files = {
        "content/articles/2024/07/18-aaaaaa/ar.md": article_text("أ", "[ب](../19-bbbbbb/ar.md#x)"),
        "content/articles/2024/07/19-bbbbbb/ar.md": article_text("ب", "[أ](../18-aaaaaa/ar.md)", date="2024-07-19"),
    }
    archive(write_site(tmp_path / "s", files), "zip", tmp_path / "a.zip", Selection(articles=("aaaaaa",)))
    text = pages(tmp_path / "a.zip")["ar/2024/07/aaaaaa.html"]
    assert f'<a href="{SITE}ar/2024/07/bbbbbb.html#x">ب</a>' in text


def test_feeds_and_maps_stay_on_the_public_site(tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zip", tmp_path / "a.zip")
    names = ZipFile(tmp_path / "a.zip").namelist()
    assert not [name for name in names if name.endswith((".xml", ".opml", ".nojekyll", "robots.txt", "404.html"))]
    assert f'href="{SITE}ar/rss.xml"' in pages(tmp_path / "a.zip")["ar/index.html"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="a.html#x">', '<a href="a.html#x">'),
        ('<a href="../ar/a.html?q=1&amp;r=2">', '<a href="a.html?q=1&amp;r=2">'),
        ("<a href='b.html'>", f"<a href='{SITE}ar/b.html'>"),
        ('<a href="../">', f'<a href="{SITE}">'),
        ('<a href="./">', '<a href="index.html">'),
        ('<a href="#top">', '<a href="#top">'),
        ('<a href="//other.example/x">', '<a href="//other.example/x">'),
        ('<a href="mailto:a@example.org">', '<a href="mailto:a@example.org">'),
        ('<a title="href=&quot;b.html&quot;" href="a.html">', '<a title="href=&quot;b.html&quot;" href="a.html">'),
        ('<img alt=">" src="../media/1/%D8%B5%D9%88%D8%B1%D8%A9%3A%201.png">', '<img alt=">" src="../media/1/%D8%B5%D9%88%D8%B1%D8%A9-%201.png">'),
        ('<img src="https://x.example/x.png" alt="كلام">', "<span>كلام</span>"),
        ('<img src="https://x.example/x.png" alt="">', ""),
        ('<meta http-equiv="refresh" content="0; url=../b.html">', f'<meta http-equiv="refresh" content="0; url={SITE}b.html">'),
        ('<script>x = "<a href=b.html>"; y = `<a href="b.html">`</script>', '<script>x = "<a href=b.html>"; y = `<a href="b.html">`</script>'),
        ('<link rel="manifest" href="../site.webmanifest">', ""),
        ('<link rel="canonical" href="https://example.org/nashra/ar/">', '<link rel="canonical" href="https://example.org/nashra/ar/">'),
        ("<p>href=\"b.html\"</p>", "<p>href=\"b.html\"</p>"),
    ],
)  # fmt: skip
def test_references_in_pages_are_put_right(html: str, expected: str) -> None:
    links = Links(
        SITE, {name: name for name in ("ar/a.html", "ar/index.html")} | {"media/1/صورة: 1.png": "media/1/صورة- 1.png"}
    )
    assert links.page(html, "ar/x.html", "ar/x.html") == expected.replace('"a.html', '"../ar/a.html').replace(
        '"index.html', '"../ar/index.html'
    )
