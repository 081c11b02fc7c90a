"""Addresses, interface texts, phrases and sitemaps, one by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from nashra.languages.cldr import language
from nashra.render.ground import messages, phrases, theme, urls
from nashra.render.ground.phrases import Phrase
from nashra.render.machines import sitemap


@pytest.mark.parametrize(
    ("from_page", "to_page", "expected"),
    [
        ("index.html", "ar/index.html", "ar/index.html"),
        ("ar/index.html", "ar/2024/07/x.html", "../ar/2024/07/x.html"),
        ("ar/2024/07/x.html", "assets/style.css", "../../../assets/style.css"),
        ("fr/topics/a/page-2.html", "ar/topics/أمن.html", "../../../ar/topics/%D8%A3%D9%85%D9%86.html"),
    ],
)
def test_links_lead_from_any_depth_to_any_page(from_page: str, to_page: str, expected: str) -> None:
    assert urls.relative(from_page, to_page) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "https://e.example/n/"),
        ("ar/index.html", "https://e.example/n/ar/"),
        ("ar/a b?#.html", "https://e.example/n/ar/a%20b%3F%23.html"),
    ],
)
def test_public_addresses_stand_below_the_site(path: str, expected: str) -> None:
    assert urls.absolute("https://e.example/n/", path) == expected


def texts(code: str) -> messages.Messages:
    return messages.load(language(code), [theme.default_folder()])


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "لا مقالات"),
        (1, "مقال واحد"),
        (2, "مقالان"),
        (3, "3 مقالات"),
        (10, "10 مقالات"),
        (11, "11 مقالا"),
        (99, "99 مقالا"),
        (100, "100 مقال"),
        (103, "103 مقالات"),
    ],
)
def test_arabic_has_six_plural_forms(number: int, expected: str) -> None:
    assert texts("ar").count("%(count)s article", "%(count)s articles", number) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0 article"), (1, "1 article"), (2, "2 articles")])
def test_french_counts_none_as_one(number: int, expected: str) -> None:
    assert texts("fr").count("%(count)s article", "%(count)s articles", number) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles")])
def test_english_is_the_text_itself(number: int, expected: str) -> None:
    assert texts("en").count("%(count)s article", "%(count)s articles", number) == expected


def test_values_in_a_text_are_escaped_and_phrases_isolated() -> None:
    text = texts("ar").text("By %(author)s", author=Phrase("Tom & <b>", "en", "ltr"))
    assert text == 'بقلم <bdi lang="en" dir="ltr">Tom &amp; &lt;b&gt;</bdi>'
    assert texts("ar").text("By %(author)s", author="<b>") == "بقلم &lt;b&gt;"


@pytest.mark.parametrize("code", ["ar", "fr"])
def test_every_text_of_the_templates_is_translated(code: str) -> None:
    from babel.messages.extract import extract_from_dir
    from babel.messages.pofile import read_po

    folder = theme.default_folder()
    with (folder / "locale" / f"{code}.po").open("rb") as stream:
        catalog = read_po(stream)
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalog if message.id}
    found = {
        text if isinstance(text, str) else text[0]
        for _, _, text, _, _ in extract_from_dir(
            folder, [("**.html", "jinja2.ext:babel_extract")], keywords={"_": None, "text": None, "ngettext": (1, 2)}
        )
    }
    assert len(found) > 15
    assert found <= known


def test_french_texts_have_narrow_no_break_spaces_before_double_punctuation() -> None:
    text = (theme.default_folder() / "locale" / "fr.po").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("msgstr")]
    assert any("\u202f:" in line for line in lines)
    assert not [line for line in lines for mark in ":;!?" if f" {mark}" in line or f"\u00a0{mark}" in line]


@pytest.mark.parametrize(
    ("text", "article", "page", "expected"),
    [
        ("سعاد", "ar", "ar", Phrase("سعاد")),
        ("سعاد", "ar", "fr", Phrase("سعاد", "ar", "rtl")),
        ("سعاد", "en", "fr", Phrase("سعاد", "", "")),
        ("NaBae 24", "ar", "ar", Phrase("NaBae 24", "", "")),
        ("Reuters", "en", "fr", Phrase("Reuters")),
        ("24", "ar", "fr", Phrase("24")),
        ("Reuters", "en", "ar", Phrase("Reuters", "en", "ltr")),
    ],
)
def test_a_name_is_marked_by_its_letters(text: str, article: str, page: str, expected: Phrase) -> None:
    assert phrases.name(text, article, language(page)) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("قصير", 10, "قصير"),
        ("وصل الوفد المغربي، اليوم", 18, "وصل الوفد المغربي…"),
        ("وصل الوفد المغربي، اليوم", 19, "وصل الوفد المغربي…"),
        ("abcdefgh", 3, "abc…"),
    ],
)
def test_long_texts_are_cut_between_words(text: str, length: int, expected: str) -> None:
    assert phrases.clip(text, length) == expected


def test_a_large_sitemap_is_cut_into_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "MAX_ADDRESSES", 2)
    entries = [sitemap.Location(f"https://e.example/{number}?a&b", date(2024, 7, 18)) for number in range(3)]
    files = dict(sitemap.sitemaps("https://e.example/", {"ar": entries, "fr": entries[:1]}))
    assert sorted(files) == ["sitemap-ar-part-2.xml", "sitemap-ar.xml", "sitemap-fr.xml", "sitemap.xml"]
    assert files["sitemap-ar.xml"].count(b"<url>") == 2
    assert b"<loc>https://e.example/sitemap-ar-part-2.xml</loc>" in files["sitemap.xml"]
    assert b"https://e.example/2?a&amp;b" in files["sitemap-ar-part-2.xml"]


def test_the_default_theme_is_found(tmp_path: Path) -> None:
    assert (theme.default_folder() / "base.html").is_file()
