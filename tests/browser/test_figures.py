"""Figures in Arabic titles and summaries: in order in every place that shows them, measured in Chromium.

`cases/figures.txt` has the titles. Each is the title, the summary and the first sentence of an article of its own; what
is measured is where its characters stand, in each place, from the right.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from html import escape, unescape
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from nashra.kit.errors import errors_in
from nashra.pipeline import build
from nashra.settings import config
from support.archives import archive
from support.commands import article_text, write_site
from support.visual_order import straighten, visual_order

pytestmark = pytest.mark.browser

MARKED = [
    line
    for line in (Path(__file__).parent / "cases/figures.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ") and line != "#"
]
TITLES = [re.sub(r"[\[\]]", "", line) for line in MARKED]
# What follows the case in the sentence that names the entity.
NAMED = " بحسب الرباط."
_TOKENS = r"""text => [...text.matchAll(
  /\p{sc=Arab}[\p{sc=Arab}\p{M}]*|(?:(?!\p{sc=Arab})[\p{L}\p{M}\p{N}_])+|[^\s\p{Cf}]/gu)].map(found => found[0])"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article a title, half of them translated; built."""
    files = {"content/entities/places.yaml": "- {id: rabat, type: place, names: {ar: الرباط, fr: Rabat}}\n"}
    for number, title in enumerate(TITLES):
        folder = f"content/articles/2024/07/18-{0xF16000 + number:06x}"
        files[f"{folder}/ar.md"] = article_text(
            json.dumps(title, ensure_ascii=False),
            re.sub(r"([#*])", r"\\\1", title) + NAMED,
            more=f"summary: {json.dumps(title, ensure_ascii=False)}\nslug: a{number}\n",
        )
        made = "translation: {from: ar, state: machine}"
        files[f"{folder}/fr.md"] = f"---\ntitle: Essai {number}\nslug: f{number}\n{made}\n---\n\nUn essai.\n"
    root = write_site(tmp_path_factory.mktemp("figures"), files)
    settings = root / "nashra.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("[site]", "[site]\npage_size = 300\nfeed_items = 300\nstories = false", 1)
    )
    assert build(config.load(root)).problems == ()
    return root


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, viewport={"width": 2400, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def expected(page: Page) -> dict[str, list[str]]:
    """Title -> its tokens from the right: those in brackets come the other way round."""
    found = {}
    for marked, title in zip(MARKED, TITLES, strict=True):
        tokens: list[str] = []
        for number, part in enumerate(re.split(r"[\[\]]", marked)):
            these = page.evaluate(_TOKENS, part)
            tokens += reversed(these) if number % 2 else these
        found[title] = tokens
    return found


def check(page: Page, selector: str, expected: dict[str, list[str]], after: str = "", *, whole: bool = True) -> None:
    """That each element that matches is one of the titles in its order, and, of a `whole` list, that none is missing."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    straighten(page)
    more = page.evaluate(_TOKENS, after)
    texts = [text.replace("\xa0", " ") for text in page.locator(selector).all_text_contents()]
    orders = [order[::-1] for order in visual_order(page, selector)]
    bare = [re.sub(r"[\u061c\u2060\u202c\u202d\u2066-\u2069]", "", " ".join(text.split())) for text in texts]
    titles = sorted(title + after for title in expected)
    assert sorted(bare) == titles if whole else bare and set(bare) <= set(titles)
    wrong = {}
    for text, order in zip(bare, orders, strict=True):
        wanted = expected[text.removesuffix(after)] + more
        if order != wanted:
            wrong[text] = f"{' '.join(order)}   instead of   {' '.join(wanted)}"
    assert not wrong, "\n" + "\n".join(wrong.values())


def show(page: Page, pieces: list[str], element: str = "h1") -> None:
    """A page from right to left that holds `pieces` of HTML, each in an `element`."""
    rows = "".join(f"<{element} class='piece'>{piece}</{element}>" for piece in pieces)
    page.goto("about:blank")
    page.set_content(f'<!doctype html><html lang="ar" dir="rtl"><body>{rows}')


def test_there_are_cases_enough() -> None:
    assert len(TITLES) >= 80
    assert len(set(TITLES)) == len(TITLES)


@pytest.mark.parametrize(
    ("path", "selector", "after", "whole"),
    [
        ("ar/index.html", ".piece :is(h2, h3)", "", True),
        ("ar/index.html", ".piece .words p", "", False),
        ("ar/editions/2024-07-18.html", ".briefs :is(h3, details li)", "", True),
        ("ar/editions/2024-07-18.html", ".briefs .words p", "", False),
        ("ar/archive/2024-07.html", ".group .headlines li", "", True),
        ("ar/entities/rabat.html", ".item h2", "", True),
        ("ar/entities/rabat.html", ".item .words p", NAMED, True),
    ],
)
def test_lists_editions_and_sentences_show_figures_in_order(
    root: Path, page: Page, expected: dict[str, list[str]], path: str, selector: str, after: str, whole: bool
) -> None:
    page.goto((root / "site" / path).as_uri())
    check(page, selector, expected, after, whole=whole)


def test_results_of_a_search_show_figures_in_order(root: Path, page: Page, expected: dict[str, list[str]]) -> None:
    page.goto((root / "site/ar/search.html").as_uri() + "?entity=rabat")
    expect(page.locator("#results .item").first).to_be_visible()
    while page.locator("#more").is_visible():
        before = page.locator("#results .item").count()
        page.click("#more")
        expect(page.locator("#results .item")).to_have_count(min(before + 20, len(TITLES)))
    check(page, "#results h2", expected)
    check(page, "#results .words p", expected)


def _inner(text: str, pattern: str) -> str:
    found = re.search(pattern, text, re.S)
    assert found, text[:300]
    return found[1]


def _articles(root: Path, folder: str = "ar/2024/07", name: str = "a{}") -> list[str]:
    return [(root / "site" / folder / f"{name.format(n)}.html").read_text("utf-8") for n in range(len(TITLES))]


@pytest.mark.parametrize(
    ("folder", "name", "pattern"),
    [
        ("ar/2024/07", "a{}", r"<h1>(.*?)</h1>"),
        ("fr/2024/07", "f{}", r'<span class="original">(.*?)</span>'),
        ("fr/original/2024/07", "f{}", r'<div class="text" lang="ar" dir="rtl">\s*<p><b>(.*?)</b>'),
    ],
)
def test_headings_and_originals_show_figures_in_order(
    root: Path, page: Page, expected: dict[str, list[str]], folder: str, name: str, pattern: str
) -> None:
    show(page, [_inner(text, pattern) for text in _articles(root, folder, name)])
    check(page, ".piece", expected)


def test_bodies_and_blocks_beside_their_source_show_figures_in_order(
    root: Path, page: Page, expected: dict[str, list[str]]
) -> None:
    body = [_inner(text, r'<div class="text">\s*<p>(.*?)</p>') for text in _articles(root)]
    show(page, body, "div")
    check(page, ".piece", expected, NAMED)
    texts = _articles(root, "fr/original/2024/07", "f{}")
    blocks = [_inner(text, r'<div class="text" lang="ar" dir="rtl">\s*<p>(?!<b>)(.*?)</p>') for text in texts]
    show(page, blocks, "div")
    check(page, ".piece", expected, NAMED)


@pytest.mark.parametrize(
    ("pattern", "after"),
    [
        (r"<title>(.*?) – [^–]*</title>", ""),
        (r'<meta name="description" content="(.*?)">', ""),
        (r'<meta property="og:title" content="(.*?)">', ""),
    ],
)
def test_what_stands_in_the_head_is_in_order_as_plain_text(
    root: Path, page: Page, expected: dict[str, list[str]], pattern: str, after: str
) -> None:
    show(page, [_inner(text, pattern) for text in _articles(root)])
    check(page, ".piece", expected, after)


def _rss(site: Path) -> list[str]:
    return [item.findtext("title") or "" for item in ET.parse(site / "ar/rss.xml").iter("item")]


def _atom(site: Path) -> list[str]:
    name = "{http://www.w3.org/2005/Atom}"
    entries = ET.parse(site / "ar/atom.xml").iter(f"{name}entry")
    return [entry.findtext(f"{name}title") or "" for entry in entries]


def _json(site: Path) -> list[str]:
    return [item["title"] for item in json.loads((site / "ar/feed.json").read_text("utf-8"))["items"]]


@pytest.mark.parametrize("titles", [_rss, _atom, _json])
def test_titles_in_feeds_are_in_order_as_plain_text(
    root: Path, page: Page, expected: dict[str, list[str]], titles: Callable[[Path], list[str]]
) -> None:
    show(page, [escape(unescape(title)) for title in titles(root / "site")])
    check(page, ".piece", expected)


def test_a_book_shows_figures_in_order_in_headings_and_contents(
    root: Path, page: Page, expected: dict[str, list[str]], tmp_path: Path
) -> None:
    # that accounts of banks stand in the texts is told
    assert errors_in(archive(root, "epub", tmp_path / "a.epub").problems) == ()
    with ZipFile(tmp_path / "a.epub") as book:
        book.extractall(tmp_path / "book")
    folder = tmp_path / "book/EPUB"
    page.goto((folder / "nav.xhtml").as_uri())
    check(page, "#toc a[href^=ar-]", expected)
    chapters = [path.read_text("utf-8") for path in sorted(folder.glob("ar-*.xhtml"))]
    show(page, [_inner(text, r'<h1 id="title">(.*?)</h1>') for text in chapters])
    check(page, ".piece", expected)


@pytest.mark.parametrize("path", ["ar/index.html", "ar/search.html?q=للحجز"])
def test_no_telephone_number_and_no_date_breaks_over_lines(browser: Browser, root: Path, path: str) -> None:
    page = browser.new_page(bypass_csp=True, viewport={"width": 320, "height": 900})
    name, _, query = path.partition("?")
    page.goto((root / "site" / name).as_uri() + (f"?{query}" if query else ""))
    expect(page.locator(".item, .piece").first).to_be_visible()
    seen, broken = page.evaluate(
        r"""() => {
          const found = [...document.querySelectorAll(":is(bdi, bdo)[dir]:not([lang]), time")].map(each => {
            const range = document.createRange();
            range.selectNodeContents(each);
            return range;
          });
          const texts = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
          for (let node; node = texts.nextNode();) {
            for (const match of node.data.matchAll(/\u2066[^\p{L}\u2069]+\u2069/gu)) {
              const range = document.createRange();
              range.setStart(node, match.index);
              range.setEnd(node, match.index + match[0].length);
              found.push(range);
            }
          }
          const lines = range => new Set([...range.getClientRects()].map(box => Math.round(box.top))).size;
          return [found.length, found.filter(range => lines(range) > 1).map(String)];
        }"""
    )
    assert seen > len(page.locator("time").all())
    assert broken == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_no_page_is_wider_than_a_small_window_for_a_long_address(browser: Browser, root: Path) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    number = next(number for number, title in enumerate(TITLES) if "Rabat_(city)" in title)
    for path in (f"2024/07/a{number}.html", f"2024/07/a{number + 1}.html", "editions.html", "archive/2024-07.html"):
        page.goto((root / "site/ar" / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    page.close()
