"""The book, by EPUBCheck and by what it says."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from nashra.archives.selection import Selection
from support.archives import archive, faults_of_epub, hostile_site
from support.newspaper import ID, newspaper

_NAMES = {
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "x": "http://www.w3.org/1999/xhtml",
}
_XML = "{http://www.w3.org/XML/1998/namespace}"


def part(of: ET.Element, path: str) -> ET.Element:
    """The part at `path`, which must be there."""
    found = of.find(path, _NAMES)
    assert found is not None
    return found


def parts(path: Path) -> dict[str, str]:
    """Name -> text, of the parts of a book that are text."""
    with ZipFile(path) as file:
        return {
            name.removeprefix("EPUB/"): file.read(name).decode("utf-8")
            for name in file.namelist()
            if not name.startswith("EPUB/images/")
        }


def made(root: Path, path: Path, selection: Selection = Selection()) -> dict[str, str]:  # noqa: B008
    """The parts of a book that is well-formed."""
    assert [each for each in archive(root, "epub", path, selection).problems if not each.warning] == []
    found = parts(path)
    for name, text in found.items():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml")):
            ET.fromstring(text)
    return found


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newspaper, with a picture that readers can show."""
    root = newspaper(tmp_path_factory.mktemp("news"))
    (root / f"content/articles/2024/07/18-{ID}/photo.jpg").write_bytes(JPEG)
    return root


@pytest.fixture(scope="module")
def book(news: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The parts of the book of the whole newspaper."""
    return made(news, tmp_path_factory.mktemp("book") / "a.epub")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book of the hostile site, whole."""
    folder = tmp_path_factory.mktemp("hostile")
    made(hostile_site(folder / "site"), folder / "a.epub")
    return folder / "a.epub"


def test_epubcheck_finds_nothing_in_an_edition_of_a_newspaper(news: Path, tmp_path: Path) -> None:
    made(news, tmp_path / "a.epub", Selection(edition="2024-07-18", langs=("fr",)))
    assert faults_of_epub(tmp_path / "a.epub") == []


def test_epubcheck_finds_nothing_in_hostile_titles_and_html(hostile: Path) -> None:
    assert faults_of_epub(hostile) == []


def test_epubcheck_would_find_a_broken_link(hostile: Path, tmp_path: Path) -> None:
    with ZipFile(hostile) as good, ZipFile(tmp_path / "b.epub", "w") as bad:
        for entry in good.infolist():
            bad.writestr(entry, good.read(entry).replace(b'href="ar-aaaaa1.xhtml"', b'href="none.xhtml"'))
    assert any("none.xhtml" in line for line in faults_of_epub(tmp_path / "b.epub"))


def test_the_same_articles_give_the_same_bytes(hostile: Path, tmp_path: Path) -> None:
    archive(hostile_site(tmp_path / "elsewhere"), "epub", tmp_path / "b.epub")
    assert (tmp_path / "b.epub").read_bytes() == hostile.read_bytes()


def test_the_type_stands_first_and_unpacked(hostile: Path) -> None:
    first = ZipFile(hostile).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert hostile.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


def test_every_document_has_its_own_language_and_direction(book: dict[str, str]) -> None:
    for name, dir in (
        (f"ar-{ID}", "rtl"),
        (f"fr-{ID}", "ltr"),
        (f"en-{ID}", "ltr"),
        ("part-fr", "ltr"),
        ("nav", "rtl"),
    ):
        top = ET.fromstring(book[f"{name}.xhtml"])
        lang = "ar" if name == "nav" else name[:2] if name != "part-fr" else "fr"
        assert (top.get("lang"), top.get(f"{_XML}lang"), top.get("dir")) == (lang, lang, dir)
    package = ET.fromstring(book["package.opf"])
    assert part(package, "opf:spine").get("page-progression-direction") == "rtl"
    assert [element.text for element in package.iterfind(".//dc:language", _NAMES)] == ["ar", "fr", "en"]
    entries = ET.fromstring(book["nav.xhtml"]).findall("x:body/x:nav[1]/x:ol/x:li", _NAMES)
    assert [part(entry, "x:a").get("href") for entry in entries] == [f"part-{c}.xhtml" for c in ("ar", "fr", "en")]
    assert [entry.get("dir") for entry in entries] == [None, "ltr", "ltr"]
    assert [part(entry, "x:a").text for entry in entries] == ["العربية", "Français", "English"]


def test_the_spine_has_all_chapters_from_the_oldest_to_the_newest(news: Path, tmp_path: Path) -> None:
    found = made(news, tmp_path / "a.epub", Selection(langs=("ar",)))
    order = re.findall(r'<itemref idref="([^"]+)"', found["package.opf"])
    assert order == ["cover", "nav", *(f"ar-aaaa0{number}" for number in range(1, 6)), f"ar-{ID}"]
    links = re.findall(r'href="(ar-[^"]+)"', found["nav.xhtml"])
    assert [f"ar-aaaa0{number}.xhtml" for number in range(1, 6)] == links[:5]


def test_a_title_says_what_was_chosen(news: Path, tmp_path: Path) -> None:
    for selection, title in (
        (Selection(month="2024-07", langs=("fr",)), "نشرة – Juillet 2024"),
        (Selection(edition="2024-07-18", langs=("fr",)), "نشرة – Jeudi 18 juillet 2024"),
        (Selection(edition="2024-W29", langs=("en",)), "نشرة – 15–21 July 2024"),
        (Selection(entities=("rabat",), langs=("ar",)), "نشرة – الرباط"),
        (Selection(topics=("sport",), langs=("en",)), "نشرة – Sport"),
        (Selection(langs=("ar",)), "نشرة – 10–18 يوليوز 2024"),
    ):
        found = made(news, tmp_path / "a.epub", selection)
        package = ET.fromstring(found["package.opf"])
        assert part(package, ".//dc:title").text == title
        assert title.partition(" – ")[2] in found["cover.xhtml"]


def test_the_date_of_the_book_is_that_of_its_newest_change(book: dict[str, str]) -> None:
    assert '<meta property="dcterms:modified">2024-07-19T09:00:00Z</meta>' in book["package.opf"]
    assert "<dc:date>2024-07-18</dc:date>" in book["package.opf"]


def test_a_translation_says_so_and_leads_to_its_original(news: Path, book: dict[str, str], tmp_path: Path) -> None:
    both = book[f"fr-{ID}.xhtml"]
    assert "Traduction automatique" in both[both.index("<aside") : both.index("</aside>")]
    assert f'<a href="ar-{ID}.xhtml">' in both
    alone = made(news, tmp_path / "b.epub", Selection(langs=("fr",)))[f"fr-{ID}.xhtml"]
    assert '<a href="https://example.org/nashra/ar/2024/07/%D9%88' in alone


def test_links_lead_to_chapters_or_to_the_web_and_names_stay_words(book: dict[str, str], tmp_path: Path) -> None:
    found = made(hostile_site(tmp_path / "site"), tmp_path / "a.epub", Selection(articles=("aaaaa1", "aaaaa2")))
    text = found["ar-aaaaa2.xhtml"]
    assert '<a href="ar-aaaaa1.xhtml">خبر</a>' in text
    assert '<a href="https://example.org/nashra/ar/2024/07/aaaaa3.html">آخر</a>' in text
    assert 'epub:type="noteref"' in text
    text = book["ar-aaaa02.xhtml"]
    assert "entities/" not in text
    assert "المغرب" in text


def test_pictures_are_in_the_book_by_what_they_are(hostile: Path) -> None:
    found = parts(hostile)
    items = dict(re.findall(r'href="images/([^"]+)" media-type="([^"]+)"', found["package.opf"]))
    assert sorted(set(items.values())) == ["image/gif", "image/png", "image/webp"]
    names = {name.removeprefix("EPUB/images/") for name in ZipFile(hostile).namelist() if "/images/" in name}
    assert names == set(items)
    assert re.search(r'media-type="image/webp" fallback="image-fallback"', found["package.opf"])
    # what only calls itself a picture leaves its words
    assert "<span>مزيفة</span>" in found["ar-aaaaa2.xhtml"]


JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300"
    + "01" * 64
    + "ffc0000b080001000101011100ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    "ffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282"
    "090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788"
    "898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1"
    "f2f3f4f5f6f7f8f9faffda0008010100003f00fbd3ffd9"
)
