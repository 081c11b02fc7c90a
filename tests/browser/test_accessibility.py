"""WCAG 2.2 AA on every type of page: axe-core, Arabic letters measured as well, the keyboard, zoom, languages."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from playwright.sync_api import Browser, Page, Route

from support.page_types import common_pages, page_types
from support.tools import missing

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / ".tools" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = {"ar": "rtl", "fr": "ltr", "en": "ltr"}
# Colours hang on the scheme and sizes on the width, hardly one on the other.
Look = tuple[Literal["light", "dark"], int]
LOOKS: list[Look] = [("light", 390), ("dark", 1280)]
# French and English pages have the colours and sizes of one another.
OF_LANGUAGE = {"fr": LOOKS[:1], "en": LOOKS[1:]}
# Pages of the site of bidirectional cases that have what the demo site lacks: tables, code, pictures, a pager, notices.
BIDI_PAGES = [
    "ar/2024/07/كأس-العالم-2030.html",
    "fr/2024/07/la-fifa-annonce.html",
    "fr/original/2024/07/la-fifa-annonce.html",
    "ar/editions/2024-W29.html",
    "ar/index.html",
    "ar/topics/sport.html",
]

_RUN = """async ([only, value]) => {
  const found = await axe.run(document, {runOnly: {type: only, values: value}, resultTypes: ["violations"]});
  return found.violations.flatMap(rule => rule.nodes.map(node =>
    `${rule.id}: ${node.html.slice(0, 160)}: ${node.failureSummary}`));
}"""
# axe does not measure the contrast of letters that it takes for symbols, Arabic ones among them.
_LATIN_LETTERS = r"""() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) node.data = node.data.replace(/[\p{sc=Arab}\p{M}]/gu, "n");
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, demo_site: Path) -> Iterator[Page]:
    """A page on which short links stay, so that they can be looked at, and 404.html finds its styles."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    page = context.new_page()

    def stay(route: Route) -> None:
        html = Path(url2pathname(urlsplit(route.request.url).path)).read_text("utf-8")
        route.fulfill(content_type="text/html", body=html.replace('http-equiv="refresh"', 'name="refresh"'))

    def from_disk(route: Route) -> None:
        route.fulfill(path=demo_site / "assets" / urlsplit(route.request.url).path.rpartition("/assets/")[2])

    page.route("**/s/*/index.html", stay)
    page.route("https://*/**/assets/**", from_disk)
    yield page
    context.close()


@lru_cache(maxsize=1)
def axe_source() -> str:
    if not AXE.exists():
        missing("axe-core")
    return AXE.read_text("utf-8")


def faults(page: Page, only: str, value: list[str], looks: Sequence[Look] = LOOKS) -> list[str]:
    """What axe-core says of the open page in light and dark, on phones and desktops."""
    page.evaluate(axe_source())
    found = []
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 844})
        found += [f"{scheme} {width}: {fault}" for fault in page.evaluate(_RUN, [only, value])]
    return found


def paths_of(what: str, demo_site: Path, bidi_site: Path) -> list[Path]:
    """The pages of one language of the demo site, those common to all languages, or those of the bidi site."""
    if what == "bidi":
        return [bidi_site / path for path in BIDI_PAGES]
    return [demo_site / path for path in (common_pages(demo_site) if what == "common" else page_types(demo_site, what))]


@pytest.mark.parametrize("what", [*LANGUAGES, "common", "bidi"])
def test_axe_finds_no_violation_and_no_pale_arabic_letter(
    what: str, page: Page, demo_site: Path, bidi_site: Path
) -> None:
    found = {}
    for path in paths_of(what, demo_site, bidi_site):
        page.goto(path.as_uri())
        page.evaluate(_LATIN_LETTERS)
        assert not any("\u0621" <= letter <= "\u064a" for letter in page.locator("body").inner_text())
        found[path.name] = faults(page, "tag", TAGS, OF_LANGUAGE.get(what, LOOKS))
    assert {name: list(map(str, fault)) for name, fault in found.items() if fault} == {}


def test_pale_arabic_text_would_be_found(page: Page, demo_site: Path) -> None:
    page.goto((demo_site / "ar" / "index.html").as_uri())
    page.evaluate(_LATIN_LETTERS)
    page.add_style_tag(content=".words p { color: #999 !important; background: #aaa !important; }")
    assert any("color-contrast" in fault for fault in faults(page, "rule", ["color-contrast"]))


# --- the keyboard ---

_FOCUSED = """() => { const one = document.activeElement, box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const all = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")];
  return {number: all.indexOf(one), last: all.length - 1, text: one.innerText, inside: !!one.closest("main"),
    masthead: !!one.closest(".masthead"), left: box.left, right: box.right, top: box.top, bottom: box.bottom,
    visible: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    ring: style.outlineStyle != "none" && parseFloat(style.outlineWidth) >= 1}; }"""


def tab_through(page: Page) -> list[dict[str, Any]]:
    """What has the focus after each press of Tab, up to the last element of the page."""
    stops: list[dict[str, Any]] = []
    while not stops or stops[-1]["number"] < stops[-1]["last"]:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(_FOCUSED))
        assert len(stops) < 300
    return stops


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [0, 1, 4], ids=["home", "article", "search"])
def test_the_focus_goes_through_the_page_as_one_reads_and_can_be_seen(
    number: int, lang: str, page: Page, demo_site: Path
) -> None:
    page.set_viewport_size({"width": 1280, "height": 844})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto((demo_site / page_types(demo_site, lang)[number]).as_uri())
    stops = tab_through(page)
    order = [stop["number"] for stop in stops]
    assert order == sorted(set(order))
    assert [stop["text"] for stop in stops if not stop["visible"] or not stop["ring"]] == []
    header = [stop for stop in stops if stop["masthead"]]
    assert len(header) > 6
    for one, other in pairwise(header):
        if other["top"] < one["bottom"] - 2:  # on the same line
            assert other["right"] <= one["left"] if LANGUAGES[lang] == "rtl" else other["left"] >= one["right"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_skip_link_comes_first_and_leads_to_the_content(lang: str, page: Page, demo_site: Path) -> None:
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto((demo_site / page_types(demo_site, lang)[1]).as_uri())
    skip = page.locator(".skip")
    assert (skip.bounding_box() or {"y": 0})["y"] < 0
    page.keyboard.press("Tab")
    assert skip.evaluate("link => link == document.activeElement")
    box = skip.bounding_box()
    assert box is not None and box["x"] >= 0 and box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate(_FOCUSED)["inside"]


# --- zoom ---


# English needs less room than French.
@pytest.mark.parametrize("what", ["ar", "fr", "common", "bidi"])
def test_nothing_scrolls_sideways_on_narrow_screens_at_200_percent_or_with_large_letters(
    what: str, page: Page, demo_site: Path, bidi_site: Path
) -> None:
    wide = []
    for path in paths_of(what, demo_site, bidi_site):
        page.goto(path.as_uri())
        # 1280 px at 200 % are 640 CSS px; at 400 %, 320 (WCAG 2.2, 1.4.4 and 1.4.10)
        for width, size in ((320, 100), (390, 100), (640, 100), (768, 100), (1280, 100), (1280, 200)):
            page.set_viewport_size({"width": width, "height": 700})
            page.evaluate(f"document.documentElement.style.fontSize = '{size}%'")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path.name, width, size))
    assert wide == []


# --- languages ---

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = frozenset({"head", "script", "style", "code"})
# Blocks of the author's words. A name in other letters within a sentence needs no language (WCAG 2.2, 3.1.2).
_BLOCKS = frozenset("p li td th dt dd h1 h2 h3 h4 h5 h6 figcaption blockquote".split())


class Phrases(HTMLParser):
    """Collects phrases that are not in letters of the page's direction and have no language of their own.

    Of the author's text, whole blocks; of all other text, each piece on its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool, bool]] = []  # tag, has a language of its own, in the author's text
        self.dir = ""
        self.strange: list[str] = []
        self.block: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "html":
            self.dir = given["dir"] or ""
        elif tag not in _VOID:
            _, own, text = self.open[-1] if self.open else ("", False, False)
            text = text or "text" in (given.get("class") or "").split()
            self.open.append((tag, own or "lang" in given, text))
            if text and tag in _BLOCKS:
                self._end_block()

    def handle_endtag(self, tag: str) -> None:
        if tag == "html" or tag in _VOID:
            return
        if self.open[-1][2] and tag in _BLOCKS:
            self._end_block()
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        _, own, text = self.open[-1] if self.open else ("", False, False)
        if own or not _SILENT.isdisjoint(tag for tag, *_ in self.open):
            return
        if text:
            self.block.append(data)
        else:
            self._judge(data, 0.49)

    def _end_block(self) -> None:
        self._judge("".join(self.block), 0)
        self.block = []

    def _judge(self, text: str, enough: float) -> None:
        """Collects `text` where of its words at most the part `enough` is in letters of the page's direction."""
        first = [next(filter(str.isalpha, word), "") for word in text.split()]
        directions = [unicodedata.bidirectional(letter) for letter in first if letter]
        from_the_right = sum(direction in ("R", "AL") for direction in directions)
        own = from_the_right if self.dir == "rtl" else len(directions) - from_the_right
        if directions and own / len(directions) <= enough:
            self.strange.append(text.strip())


# Names that are the same in all languages, and addresses, which are in none.
_NO_LANGUAGE = ("RSS", "Atom", "JSON", "https://")


def test_every_phrase_in_other_letters_says_its_language(demo_site: Path, bidi_site: Path) -> None:
    found: dict[str, list[str]] = {}
    pages = [*sorted(demo_site.rglob("*.html")), *sorted(bidi_site.rglob("*.html"))]
    for path in pages:
        parser = Phrases()
        parser.feed(path.read_text("utf-8"))
        assert parser.dir and not parser.open, path
        if strange := [text for text in parser.strange if not text.startswith(_NO_LANGUAGE)]:
            found[path.as_posix()[-60:]] = strange
    assert found == {}
    assert len(pages) > 300


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_for_screen_readers_are_in_the_language_of_the_page(lang: str, demo_site: Path) -> None:
    labels: set[str] = set()

    class Labels(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            labels.update(value for name, value in attributes if name == "aria-label" and value)

    for path in page_types(demo_site, lang):
        Labels().feed((demo_site / path).read_text("utf-8"))
    assert len(labels) > 5
    for label in labels:
        letters = [letter for letter in label if letter.isalpha()]
        assert all((unicodedata.bidirectional(letter) == "AL") == (lang == "ar") for letter in letters), label
    if lang == "fr":
        assert labels.isdisjoint({"Languages", "Sections", "More articles", "More editions"}), json.dumps(list(labels))
