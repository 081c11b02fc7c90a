"""Editions and the archive in a real Chromium: on paper, on narrow screens, from right to left, without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LANGUAGES = ("ar", "fr", "en")
PATHS = ("editions.html", "editions/2024-08-09.html", "editions/2024-W32.html", "archive.html", "archive/2024-08.html")

# For a text in `selector`: the left edge of the first occurrence of each of `pieces`, in pixels.
PLACES = """([selector, pieces]) => {
  const text = document.querySelector(selector).firstChild;
  return pieces.map(piece => {
    const range = document.createRange(), at = text.data.indexOf(piece);
    range.setStart(text, at); range.setEnd(text, at + piece.length);
    return range.getBoundingClientRect().left; }); }"""


@pytest.fixture(scope="module")
def options() -> dict[str, Any]:
    return {"java_script_enabled": False}


def visible(page: Page, selector: str) -> bool:
    return any(one.is_visible() for one in page.locator(selector).all())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1200])
def test_no_edition_and_no_archive_scrolls_sideways(lang: str, width: int, page: Page, demo_site: Path) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    for path in PATHS:
        page.goto((demo_site / lang / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert page.locator("h1").count() == 1, path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_stand_beside_a_small_picture_and_go_on_below_it(lang: str, page: Page, demo_site: Path) -> None:
    page.goto((demo_site / lang / "editions/2024-W50.html").as_uri())
    article = page.locator(".briefs article:has(.picture)").first
    picture, title, whole = (each.bounding_box() for each in (*map(article.locator, (".picture", "h3")), article))
    assert picture and title and whole
    assert abs(title["y"] - picture["y"]) < 12
    # the picture is on the side where lines end
    assert (picture["x"] < title["x"] + title["width"] / 2) is (lang == "ar")
    below = page.locator(".briefs article:has(.picture)").evaluate_all(
        """all => all.flatMap(each => { const range = document.createRange(); range.selectNodeContents(each.querySelector("p"));
        const end = each.querySelector(".picture").getBoundingClientRect().bottom;
        return [...range.getClientRects()].filter(line => line.top > end).map(line => line.width) })"""
    )
    assert max(below) > whole["width"] - picture["width"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_language_switch_stays_on_the_edition_and_its_neighbours_lead_back(
    lang: str, page: Page, demo_site: Path
) -> None:
    page.goto((demo_site / lang / "editions/2024-08-09.html").as_uri())
    for other in LANGUAGES:
        if page.locator(f"header a[hreflang={other}]").count():
            page.locator(f"header a[hreflang={other}]").click()
        assert page.url.endswith(f"/{other}/editions/2024-08-09.html")
    page.locator("main a[rel=prev]").click()
    assert page.url.endswith("/editions/2024-08-08.html")
    page.locator("main a[rel=next]").click()
    assert page.url.endswith("/editions/2024-08-09.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reader_comes_from_the_home_page_to_the_day_the_week_and_the_month(
    lang: str, page: Page, demo_site: Path
) -> None:
    page.goto((demo_site / lang / "index.html").as_uri())
    page.locator(".newest a").first.click()
    assert page.url.endswith(f"/{lang}/editions/2024-12-14.html")
    page.locator(".related-editions a").click()
    assert page.url.endswith(f"/{lang}/editions/2024-W50.html")
    page.goto((demo_site / lang / "archive.html").as_uri())
    page.locator("a[href$='2024-08.html']").click()
    page.locator("main h2 a").first.click()
    assert page.url.endswith(f"/{lang}/editions/2024-08-09.html")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_is_one_clean_document_on_paper(lang: str, page: Page, demo_site: Path) -> None:
    page.goto((demo_site / lang / "editions/2024-W32.html").as_uri())
    assert not visible(page, ".print") and visible(page, ".strip")
    page.emulate_media(media="print")
    for furniture in (".skip", "header nav", ".strip", ".related-editions", ".neighbours", ".colophon a"):
        assert not visible(page, furniture), furniture
    for content in (".brand", "h1", ".briefs h3", ".briefs p", ".tags li a", ".print"):
        assert visible(page, content), content
    assert page.locator(".print").inner_text().endswith(f"/{lang}/editions/2024-W32.html")
    # black on white, also for readers of dark pages
    page.emulate_media(media="print", color_scheme="dark")
    ink, paper = page.evaluate(
        "[getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.documentElement).backgroundColor]"
    )
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_prints_as_a_document_of_few_sheets(lang: str, page: Page, demo_site: Path) -> None:
    page.goto((demo_site / lang / "editions/2024-W32.html").as_uri())
    data = page.pdf(format="A4")
    assert data.startswith(b"%PDF") and 1 <= data.count(b"/Type /Page\n") <= 2


@pytest.mark.parametrize(("lang", "rtl"), [("ar", True), ("fr", False), ("en", False)])
def test_the_days_of_a_week_run_in_the_direction_of_the_language(
    lang: str, rtl: bool, page: Page, demo_site: Path
) -> None:
    page.goto((demo_site / lang / "editions/2024-W32.html").as_uri())
    first, dash, last, year = page.evaluate(PLACES, ["h1", ["5", "–", "11", "2024"]])
    order = [first, dash, last, year]
    assert order == sorted(order, reverse=rtl)


@pytest.mark.parametrize(("lang", "rtl"), [("ar", True), ("fr", False)])
def test_topics_stand_beside_their_articles_on_wide_screens_where_the_language_begins(
    lang: str, rtl: bool, page: Page, demo_site: Path
) -> None:
    page.goto((demo_site / lang / "editions/2024-W32.html").as_uri())
    topic, briefs = page.locator(".group h2").first, page.locator(".briefs").first
    box, text = topic.bounding_box(), briefs.bounding_box()
    assert box and text and box["y"] + box["height"] <= text["y"]
    page.set_viewport_size({"width": 1200, "height": 800})
    box, text = topic.bounding_box(), briefs.bounding_box()
    assert box and text and abs(box["y"] - text["y"]) < 20
    assert (box["x"] > text["x"]) is rtl
