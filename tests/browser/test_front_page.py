"""The front page in a real Chromium: what the first screen shows, and that nothing moves or stands twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LANGUAGES = ("ar", "fr", "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_the_first_story_begins_in_the_first_third_and_no_headline_stands_twice(
    lang: str, page: Page, demo_site: Path
) -> None:
    page.goto((demo_site / lang / "index.html").as_uri())
    assert page.locator(".piece h2").first.bounding_box()["y"] < 844 / 3  # type: ignore[index]
    nav = page.locator(".sections ul")
    assert nav.bounding_box()["height"] < 50  # type: ignore[index]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    titles = Counter(page.locator("main :is(h2, h3) a").all_inner_texts())
    assert len(titles) > 15 and max(titles.values()) == 1
    # the row of sections begins with its first word, but for the last of them
    for path, moved in (("editions.html", False), ("entities.html", False), ("archive.html", True)):
        page.goto((demo_site / lang / path).as_uri())
        left, most = nav.evaluate("row => [Math.abs(row.scrollLeft), row.scrollWidth - row.clientWidth]")
        assert left == (most if moved else 0), path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_desk_the_lead_has_its_picture_beside_it_and_the_page_its_width(
    lang: str, page: Page, demo_site: Path
) -> None:
    page.set_viewport_size({"width": 1280, "height": 860})
    page.goto((demo_site / lang / "index.html").as_uri())
    title, picture = page.locator(".opening h2").bounding_box(), page.locator(".opening img").bounding_box()
    assert title and picture and abs(title["y"] - picture["y"]) < 40
    assert (title["x"] > picture["x"]) is (lang == "ar")
    boxes = [box for each in page.locator(".piece").all() if (box := each.bounding_box())]
    used = max(box["x"] + box["width"] for box in boxes) - min(box["x"] for box in boxes)
    assert used > 950
    # no column of topics ends far above the others
    ends = [
        max(box["y"] + box["height"] for each in column.locator(".piece").all() if (box := each.bounding_box()))
        for column in page.locator(".blocks > div").all()
    ]
    assert len(ends) == 3 and max(ends) - min(ends) < 320


@pytest.mark.parametrize("lang", LANGUAGES)
def test_between_phone_and_desk_the_seconds_stand_two_by_two_and_none_is_blown_up(
    lang: str, page: Page, demo_site: Path
) -> None:
    page.set_viewport_size({"width": 768, "height": 1000})
    page.goto((demo_site / lang / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 768
    boxes = [box for each in page.locator(".second").all() if (box := each.bounding_box())]
    assert len({round(box["x"]) for box in boxes}) == len({round(box["y"]) for box in boxes}) == 2
    # a small site has one
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("[...document.querySelectorAll('.second')].slice(1).forEach(each => each.remove())")
    box = page.locator(".second").bounding_box()
    assert box and 200 < box["width"] <= 24 * 16


@pytest.mark.parametrize(
    ("path", "width"), [("ar/index.html", 390), ("ar/index.html", 1280), ("fr/search.html?q=Maroc", 390)]
)
def test_nothing_moves_while_pictures_and_results_come(path: str, width: int, page: Page, demo_server: str) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const e of list.getEntries()) window.moved += e.value })"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(demo_server + path, wait_until="networkidle")
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(300)
    assert page.evaluate("window.moved") < 0.005
