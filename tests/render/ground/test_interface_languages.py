"""The texts of the interface: every catalogue is whole, and a site in any languages speaks those and no other."""

from __future__ import annotations

import ast
import html
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from nashra.archives.making import make_archive
from nashra.archives.selection import Selection
from nashra.languages.cldr import language
from nashra.pipeline import build
from nashra.render.ground import messages, theme
from nashra.render.reading.brief import brief
from nashra.settings import config
from nashra.starter import write_site

LOCALE = theme.default_folder() / "locale"
SHIPPED = sorted(path.stem for path in LOCALE.glob("*.po"))
NOW = datetime(2024, 8, 20, 9, tzinfo=UTC)
_CALLS = {"text": 1, "_": 1, "count": 2, "ngettext": 2}
# Files with words that readers see, of a site and of a book.
_READ = (".html", ".xml", ".json", ".txt", ".opml", ".xhtml", ".opf", ".ncx")


def catalogue(code: str) -> Catalog:
    with (LOCALE / f"{code}.po").open("rb") as stream:
        return read_po(stream, locale=code, abort_invalid=True)


def ids(catalog: Catalog) -> set[str | tuple[str, ...]]:
    return {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalog if message.id}


def forms(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """(English, text) of every message and plural form."""
    for message in catalog:
        if message.id:
            sources = [message.id] if isinstance(message.id, str) else list(message.id)
            texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
            yield from ((sources[min(at, len(sources) - 1)], text) for at, text in enumerate(texts))


@cache
def in_templates() -> set[str | tuple[str, ...]]:
    keywords = {"_": None, "text": None, "ngettext": (1, 2)}
    methods = [(pattern, "jinja2.ext:babel_extract") for pattern in ("**.html", "**.xhtml", "**.opf", "**.ncx")]
    found = extract_from_dir(theme.default_folder(), methods, keywords=keywords)
    return {text for _, _, text, _, _ in found}


@cache
def in_code() -> set[str | tuple[str, ...]]:
    """What generator/ asks a catalogue for in so many words: text("...") and count("...", "...", n)."""
    found: set[str | tuple[str, ...]] = set()
    for path in sorted((Path(theme.__file__).parents[2]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            given = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            wanted = _CALLS.get(name, 0)
            if wanted and len(given) == wanted and len(given[0]) > 1:
                found.add(given[0] if wanted == 1 else tuple(given))
    return found


def test_the_catalogues_that_docs_speak_of_are_shipped() -> None:
    assert {"ar", "fr", "es"} <= set(SHIPPED)
    assert messages.SOURCE not in SHIPPED


@pytest.mark.parametrize("code", SHIPPED)
def test_a_catalogue_has_every_message_of_templates_and_code(code: str) -> None:
    wanted = in_templates() | in_code()
    assert len(wanted) > 100
    assert wanted - ids(catalogue(code)) == set()


@pytest.mark.parametrize("code", SHIPPED)
def test_no_catalogue_has_a_message_that_another_lacks(code: str) -> None:
    assert set().union(*(ids(catalogue(other)) for other in SHIPPED)) - ids(catalogue(code)) == set()


@pytest.mark.parametrize("code", SHIPPED)
def test_every_message_is_translated_in_all_plural_forms_and_sure(code: str) -> None:
    catalog = catalogue(code)
    assert [message.id for message in catalog if message.id and message.fuzzy] == []
    assert [source for source, text in forms(catalog) if not text.strip() and source.strip()] == []
    plurals = [message for message in catalog if message.id and not isinstance(message.id, str)]
    assert plurals
    assert {len(message.string or ()) for message in plurals} == {catalog.num_plurals}
    assert [message.id for message in catalog.obsolete.values()] == []


@pytest.mark.parametrize("code", SHIPPED)
def test_a_text_ends_with_the_sort_of_mark_that_its_english_ends_with(code: str) -> None:
    marks = {".": ".", ":": ":", "…": "…", "?": "?؟", "!": "!"}
    for source, text in forms(catalogue(code)):
        allowed = marks.get(source[-1])
        assert text[-1] in allowed if allowed else text[-1] not in ".:…?!", (source, text)


@pytest.mark.parametrize(
    ("code", "number", "expected"),
    [
        ("es", 0, "0 artículos"),
        ("es", 1, "1 artículo"),
        ("es", 2, "2 artículos"),
        ("pt", 0, "0 artigo"),
        ("pt", 2, "2 artigos"),
        ("it", 0, "0 articoli"),
        ("it", 1, "1 articolo"),
        ("de", 1, "1 Artikel"),
    ],
)
def test_plurals_follow_each_languages_rule(code: str, number: int, expected: str) -> None:
    texts = messages.load(language(code), [theme.default_folder()])
    assert texts.count("%(count)s article", "%(count)s articles", number) == expected


@pytest.mark.parametrize("code", ["es", "de", "pt", "it", "fr", "ar"])
def test_plural_rules_are_those_of_cldr_for_the_numbers_a_site_counts(code: str) -> None:
    rule = language(code).locale.plural_form
    texts = messages.load(language(code), [theme.default_folder()])
    seen: dict[str, set[str]] = {}
    for number in range(1000):
        text = texts.count("%(count)s article found", "%(count)s articles found", number, count="N")
        seen.setdefault(rule(number), set()).add(str(text))
    assert {name: len(found) for name, found in seen.items()} == dict.fromkeys(seen, 1)


def test_dates_are_in_the_sites_languages() -> None:
    day = date(2024, 7, 18)
    assert language("es").format_date(day) == "18 de julio de 2024"
    assert language("de").format_date(day) == "18. Juli 2024"
    assert language("pt").format_date(day) == "18 de julho de 2024"


def test_a_briefing_cuts_spanish_between_sentences() -> None:
    first = "El Sr. García llegó de EE. UU. y habló con la Sra. Núñez. ¿Qué dijo? «Nada», según él."
    assert brief(first + " ¡Y se fue! Después volvió, pero tarde.", "es") == first


ES = """\
---
title: El Sr. García llega a Rabat
lang: es
date: {date}
updated: {date}T10:00:00+00:00
author: Redacción
source: {{name: EFE, url: "https://efe.example/a"}}
topics: [guide, salud]
slug: garcia-{number}
{more}---

El Sr. García llegó a Rabat para hablar de GitHub. ¿Qué dijo? «Nada».

![Un puerto](puerto.jpg "El puerto de Rabat")

| Año | Casos |
|-----|-------|
| 2024 | 12 |

Nadie respondió.
"""
AR = """\
---
title: غارسيا في الرباط
lang: ar
slug: غارسيا-{number}
translation: {{from: es, state: {state}, engine: "argos es_ar 1.0", via: [en]}}
---

وصل السيد غارسيا إلى الرباط للحديث عن غيت هاب. ماذا قال؟ «لا شيء».

![ميناء](puerto.jpg "ميناء الرباط")

| السنة | الحالات |
|-----|-------|
| 2024 | 12 |

لم يجب أحد.
"""


def write_articles(site: Path, origin: str, other: str) -> None:
    """Articles that show every sort of page: several pages of a list, editions, translations of every state."""
    for number, day in enumerate(["2024-07-18", "2024-07-19", "2024-08-05", "2024-08-06", "2024-08-07"]):
        folder = site / "content" / "articles" / day[:4] / day[5:7] / f"{day[8:]}-aaaaa{number}"
        folder.mkdir(parents=True)
        text = ES.format(date=day, number=number, more="breaking: true\n" if number == 4 else "")
        (folder / f"{origin}.md").write_text(text.replace("lang: es", f"lang: {origin}"), "utf-8")
        if number:
            state = ("machine", "reviewed", "manual", "machine")[number - 1]
            text = (
                AR.format(state=state, number=number)
                .replace("lang: ar", f"lang: {other}")
                .replace("from: es", f"from: {origin}")
            )
            (folder / f"{other}.md").write_text(text, "utf-8")
        shutil.copy(
            Path(__file__).parents[2] / "sites/bulletin/content/articles/2024/07/20-bbbb22/صورة 1.jpg",
            folder / "puerto.jpg",
        )
    with (site / "content" / "topics.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"salud:\n  {origin}: Salud\n  {other}: صحة\n")
    toml = site / "nashra.toml"
    more = 'page_size = 2\nplain_text = true\nreport = "mailto:desk@example.org"'
    toml.write_text(toml.read_text("utf-8").replace("page_size = 20", more), "utf-8")


def built(folder: Path, languages: list[str]) -> Path:
    write_site(folder, "Titular", languages, "https://example.org/b/", now=NOW)
    write_articles(folder, *languages)
    report = build(replace(config.load(folder), output=folder / "site"), now=NOW)
    assert report.problems == ()
    return report.output


def foreign(site: Path, folder: str, site_languages: list[str]) -> list[str]:
    """Texts of the interface on the pages and in the feeds below `folder` that are in any language but its own.

    Articles may stand there in all languages of the site: texts in those are looked for as a whole, others also within.
    """
    own = {text for _, text in forms(catalogue(folder))} if folder in SHIPPED else set()
    pieces = set()
    for path in (site / folder).rglob("*"):
        if path.suffix in _READ and path.name != "addresses.txt":
            pieces |= set(re.split(r"[<>\"\n]", html.unescape(path.read_text("utf-8"))))
    blob = "\n".join(sorted(piece.strip() for piece in pieces))
    texts = {source: "en" for source, _ in forms(catalogue("ar"))} if folder != "en" else {}
    for code in set(SHIPPED) - {folder}:
        texts |= dict.fromkeys((text for _, text in forms(catalogue(code))), code)
    return [
        f"{code}: {text}"
        for text, code in texts.items()
        # short words may be a name, or mean the same, in several languages; values alone are no words
        if text not in own and len(re.sub(r"%\(\w+\)s|\W", "", text)) > 4
        if _pattern(text, whole=code in site_languages).search(blob)
    ]


def _pattern(text: str, *, whole: bool) -> re.Pattern[str]:
    """`text` as whole words, or as a `whole` line, with anything in place of its values."""
    words = ".{1,60}?".join(map(re.escape, re.split(r"%\(\w+\)s", text)))
    return re.compile(rf"^{words}$" if whole else rf"(?<!\w){words}(?!\w)", re.MULTILINE)


@pytest.fixture(scope="module")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in Spanish and Arabic."""
    return built(tmp_path_factory.mktemp("es_ar"), ["es", "ar"])


@pytest.mark.parametrize("folder", ["es", "ar"])
def test_a_site_in_spanish_and_arabic_shows_no_text_in_another_language(spanish: Path, folder: str) -> None:
    names = {path.relative_to(spanish / folder).parts[0] for path in (spanish / folder).rglob("*.html")}
    assert {"index.html", "page-1.html", "editions", "topics", "entities", "search.html", "2024"} <= names
    assert foreign(spanish, folder, ["es", "ar"]) == []


@pytest.mark.parametrize("code", ["es", "ar"])
def test_a_book_of_such_a_site_shows_no_text_in_another_language(spanish: Path, tmp_path: Path, code: str) -> None:
    file = tmp_path / "book.epub"
    make_archive(config.load(spanish.parent), Selection(langs=(code,)), "epub", file, lambda *_: None, now=NOW)
    with ZipFile(file) as book:
        book.extractall(tmp_path / code)
    assert len(list((tmp_path / code).rglob(f"{code}-*.xhtml"))) >= 4
    assert foreign(tmp_path, code, ["es", "ar"]) == []


def test_the_scripts_of_the_site_have_no_words_of_their_own(spanish: Path) -> None:
    scripts = "\n".join(path.read_text("utf-8") for path in sorted((spanish / "assets").glob("*.js")))
    quoted = "\n".join(re.findall(r"""["'`]([^"'`\n]*)["'`]""", scripts))
    texts = {text for code in SHIPPED for pair in forms(catalogue(code)) for text in pair}
    worded = [text for text in texts if len(re.sub(r"%\(\w+\)s|\W", "", text)) > 3]
    assert [text for text in worded if _pattern(text, whole=True).search(quoted)] == []


@pytest.mark.parametrize("page", ["404.html", "index.html"])
def test_pages_outside_the_languages_speak_both_of_them(spanish: Path, page: str) -> None:
    text = html.unescape((spanish / page).read_text("utf-8"))
    assert [source for source, _ in forms(catalogue("ar")) if len(source) > 12 and source in text] == []
    assert 'lang="es"' in text
    assert 'lang="ar"' in text
    assert 'lang="fr"' not in text


def test_a_site_in_two_languages_knows_of_no_third(spanish: Path) -> None:
    for path in sorted(spanish.rglob("*.html")):
        text = path.read_text("utf-8")
        assert set(re.findall(r'hreflang="([^"]+)"', text)) <= {"es", "ar", "x-default"}, path
        assert set(re.findall(r'"inLanguage":"([^"]+)"', text)) <= {"es-ES", "ar-MA"}, path
        assert set(re.findall(r'<(?:html|section|div|li|blockquote|p) lang="([^"]+)"', text)) <= {"es", "ar"}, path
        assert not re.search(r"""["'/](?:fr|en)(?:-[A-Z]{2})?["'/]""", re.sub(r'<bdi lang="en"[^>]*>', "", text)), path


@pytest.mark.parametrize("languages", [["de", "ar"], ["it", "pt"], ["pt", "he"]])
def test_other_pairs_are_built_without_a_fault(tmp_path: Path, languages: list[str]) -> None:
    site = built(tmp_path, languages)
    own = languages[0]
    if own in SHIPPED:
        assert foreign(site, own, languages) == []
    assert f'lang="{own}"' in (site / own / "index.html").read_text("utf-8")


def test_a_language_without_a_catalogue_speaks_english_and_says_so(tmp_path: Path) -> None:
    site = built(tmp_path, ["nl", "ar"])
    assert any("en: Skip to the content" in text for text in foreign(site, "nl", ["nl", "ar"]))
    own = tmp_path / "templates"
    codes = ("nl", "ar", "en")
    (note,) = messages.without_catalogue([language(code) for code in codes], [own, theme.default_folder()])
    assert "'nl'" in note
    assert str(own / "locale" / "nl.po") in note
    (own / "locale").mkdir(parents=True)
    (own / "locale" / "nl.po").write_text('msgid "Search"\nmsgstr "Zoeken"\n', "utf-8")
    assert messages.without_catalogue([language(code) for code in codes], [own, theme.default_folder()]) == []
