"""The demo site in a real Chromium: from the disk and over HTTP under a base path, in all its languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from support.page_types import page_types

pytestmark = pytest.mark.browser

LANGUAGES = {"ar": "rtl", "fr": "ltr", "en": "ltr"}


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, demo_site: Path) -> Callable[[str], str]:
    """Gives the address of a path below the site."""
    if request.param == "file":
        return lambda path: (demo_site / path).as_uri()
    base = request.getfixturevalue("demo_server")
    assert urlsplit(base).path == "/nashra/"
    return lambda path: base + quote(path)


@pytest.fixture(autouse=True)
def requests(page: Page) -> Iterator[None]:
    """Fails the test for any failed request and any request to another host."""
    faults: list[str] = []

    def note_failure(request: Request) -> None:
        # leaving a page ends what it was still loading, such as its icon: that is no fault
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url}")

    def note_host(request: Request) -> None:
        if urlsplit(request.url).hostname not in (None, "", "127.0.0.1"):
            faults.append(f"outside: {request.url}")

    page.on("requestfailed", note_failure)
    page.on("request", note_host)
    yield
    page.remove_listener("requestfailed", note_failure)
    page.remove_listener("request", note_host)
    assert faults == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_type_of_page_opens_in_its_language_and_direction(lang: str, page: Page, demo_site: Path) -> None:
    for path in page_types(demo_site, lang):
        page.goto((demo_site / path).as_uri())
        root = page.locator("html")
        assert root.get_attribute("lang") == lang, path
        assert root.get_attribute("dir") == LANGUAGES[lang], path
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == LANGUAGES[lang], path
        # the style sheet was found
        assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none", path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_begins_at_the_side_where_its_language_begins(
    lang: str, page: Page, address: Callable[[str], str], demo_site: Path
) -> None:
    page.goto(address(page_types(demo_site, lang)[1]))
    left, right, width = page.evaluate(
        """() => { const title = document.querySelector('h1'); const range = document.createRange();
        range.selectNodeContents(title); const lines = [...range.getClientRects()];
        const box = title.getBoundingClientRect();
        return [Math.min(...lines.map(r => r.left)) - box.left, box.right - Math.max(...lines.map(r => r.right)),
                box.width]; }"""
    )
    assert width > 200
    assert (right if LANGUAGES[lang] == "rtl" else left) < 2


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_switch_stays_on_the_article_and_leads_back(
    lang: str, page: Page, address: Callable[[str], str], demo_site: Path
) -> None:
    start = address(page_types(demo_site, lang)[1])
    page.goto(start)
    for other in LANGUAGES:
        if other == lang:
            continue
        page.locator(f"header a[hreflang={other}]").click()
        assert page.locator("html").get_attribute("lang") == other
        assert "/2024/07/" in page.url
        page.locator(f"header a[hreflang={lang}]").click()
        assert unquote(page.url) == unquote(start)


def test_the_newest_below_an_article_are_none_that_stand_there_already(page: Page, demo_site: Path) -> None:
    seen = 0
    for path in sorted((demo_site / "en/2024/12").glob("*.html"))[:8]:
        page.goto(path.as_uri())
        hrefs = "links => links.map(link => link.href)"
        newest = page.locator("#latest li a").evaluate_all(hrefs)
        others = page.locator(".related:not(#latest) li a, .neighbours a").evaluate_all(hrefs)
        assert {page.url, *others}.isdisjoint(newest), path.name
        seen += len(newest)
    assert seen > 8


@pytest.mark.parametrize("path", ["ar/editions/2024-W50.html", "fr/entities.html", "en/topics.html", "ar/archive.html"])
def test_a_finger_finds_room_on_links_in_lists(path: str, browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto((demo_site / path).as_uri())
    heights = page.locator(".masthead nav :is(a, span), .chips a, .index > li > a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().height)"
    )
    context.close()
    assert len(heights) > 10
    assert min(heights) >= 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_article_transfers_at_most_60_kB_without_its_pictures(
    lang: str, browser: Browser, demo_site: Path, demo_server: str
) -> None:
    page = browser.new_page()
    sizes: dict[str, int] = {}

    def note(request: Request) -> None:
        response = request.response()
        sizes[request.url] = len(response.body()) if response else 0

    page.on("requestfinished", note)
    page.goto(demo_server + quote(page_types(demo_site, lang)[1]), wait_until="networkidle")
    page.close()
    assert any(url.endswith(".css") for url in sizes)
    assert sum(size for url, size in sizes.items() if not url.endswith((".jpg", ".png", ".webp"))) <= 60_000


def test_from_the_chooser_a_reader_comes_to_an_entity_and_back_to_the_article(
    page: Page, address: Callable[[str], str]
) -> None:
    page.goto(address("index.html"))
    page.get_by_role("link", name="العربية").first.click()
    assert page.locator("html").get_attribute("lang") == "ar"
    page.locator("main article a, main li a").first.click()
    title = page.locator("h1").inner_text()
    page.locator("main a.entity").first.click()
    assert "/entities/" in page.url
    page.locator("main").get_by_role("link", name=title).first.click()
    assert page.locator("h1").inner_text() == title


def test_a_wrong_address_shows_the_404_page_with_links_that_work(browser: Browser, demo_server: str) -> None:
    page = browser.new_page()
    response = page.goto(demo_server + "ar/2024/none/at/all.html")
    assert response is not None
    assert response.status == 404
    page.locator("section[lang=fr] a").first.click()
    assert page.locator("html").get_attribute("lang") == "fr"
    page.close()


def test_pages_are_complete_without_script(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((demo_site / "ar" / "index.html").as_uri())
    assert page.locator("main article, main li").count() >= 9
    context.close()
