"""Article pages in Chromium: the comparison's columns, dates by the reader's clock, reports, and that nothing shifts."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from nashra.pipeline import build
from nashra.settings import config
from support.newspaper import ID, newspaper

pytestmark = pytest.mark.browser

ARABIC = "ar/2024/07/وصول-الوفد.html"
FRENCH = "fr/2024/07/la-delegation.html"
COMPARE = "fr/original/2024/07/la-delegation.html"


@pytest.fixture(scope="module", name="site")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(config.load(newspaper(tmp_path_factory.mktemp("read")))).output


@pytest.fixture(scope="module")
def options() -> dict[str, Any]:
    return {"timezone_id": "Africa/Casablanca"}


def boxes(page: Page) -> list[FloatRect]:
    """The two halves of the first row with text."""
    halves = page.locator(".pairs .pair").nth(1).locator("> *")
    assert halves.count() == 2
    return [box for box in (halves.nth(number).bounding_box() for number in (0, 1)) if box]


def test_on_wide_screens_source_and_translation_stand_side_by_side(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 1200, "height": 900})
    page.goto((site / COMPARE).as_uri())
    source, target = boxes(page)
    assert abs(source["y"] - target["y"]) < 2
    # the page runs from left to right, and the source comes first
    assert source["x"] + source["width"] <= target["x"]
    assert abs(source["width"] - target["width"]) < 2


def test_on_phones_each_block_is_followed_by_its_translation(page: Page, site: Path) -> None:
    page.goto((site / COMPARE).as_uri())
    source, target = boxes(page)
    assert source["y"] + source["height"] <= target["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_comparison_does_not_scroll_sideways_on_the_smallest_screens(page: Page, site: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for path in (COMPARE, FRENCH, ARABIC):
        page.goto((site / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


def test_each_side_runs_in_its_own_direction(page: Page, site: Path) -> None:
    page.goto((site / COMPARE).as_uri())
    directions = page.locator(".pairs .pair:nth-child(2) > *").evaluate_all(
        "halves => halves.map(half => [getComputedStyle(half).direction, half.closest('[lang]').lang])"
    )
    assert directions == [["rtl", "ar"], ["ltr", "fr"]]


def test_the_reader_comes_from_the_notice_to_the_comparison_and_back(page: Page, site: Path) -> None:
    page.goto((site / FRENCH).as_uri())
    page.get_by_role("link", name="Comparer avec l’original").click()
    assert page.url == (site / COMPARE).as_uri()
    page.get_by_role("link", name="Retour à l’article").click()
    assert page.url == (site / FRENCH).as_uri()


def test_a_short_link_leads_on_without_script(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "s" / ID / "index.html").as_uri())
    page.wait_for_url("**/ar/2024/07/**")
    assert page.locator("h1").inner_text() == "وصول الوفد إلى باريس"
    context.close()


PUBLISHED = datetime.fromisoformat("2024-07-18T00:00:00+01:00")
UPDATED = datetime.fromisoformat("2024-07-19T10:00:00+01:00")


@pytest.mark.parametrize(
    ("path", "after", "published", "updated"),
    [
        (FRENCH, timedelta(minutes=5), "hier", "cette heure-ci"),
        (FRENCH, timedelta(hours=3), "hier", "il y a 3 heures"),
        (FRENCH, timedelta(hours=15), "il y a 2 jours", "hier"),
        (FRENCH, timedelta(days=3), "il y a 4 jours", "il y a 3 jours"),
        (FRENCH, timedelta(days=128), "il y a 4 mois", "il y a 4 mois"),
        (FRENCH, timedelta(days=800), "il y a 2 ans", "il y a 2 ans"),
        (ARABIC, timedelta(days=128), "قبل 4 أشهر", "قبل 4 أشهر"),
        (ARABIC, timedelta(days=31), "قبل شهر واحد", "قبل شهر واحد"),
    ],
)
def test_dates_also_say_how_long_ago_by_the_readers_clock(
    page: Page, site: Path, path: str, after: timedelta, published: str, updated: str
) -> None:
    page.clock.set_fixed_time(UPDATED + after)
    page.goto((site / path).as_uri())
    lines = page.locator(".dates > span").all_inner_texts()
    found = [line.rpartition("(")[2].rstrip(")") for line in lines]
    assert found == [published, updated]


def test_an_age_goes_to_the_next_line_by_itself(page: Page, site: Path) -> None:
    """It took the date along, away from the words before it."""
    page.clock.set_fixed_time(UPDATED + timedelta(days=3))
    page.goto((site / FRENCH).as_uri())
    line = page.locator(".dates > span").last
    line.evaluate("line => line.style.inlineSize = line.querySelector('time').getBoundingClientRect().right - "
                  "line.getBoundingClientRect().left + 20 + 'px'")  # fmt: skip
    date, age = line.locator("time").bounding_box(), line.locator(".ago").bounding_box()
    top = line.bounding_box()
    assert date and age and top
    assert date["y"] - top["y"] < 8 < age["y"] - top["y"]


def test_paper_has_the_whole_of_a_wide_table_and_of_a_long_line_of_code(page: Page, bidi_site: Path) -> None:
    page.goto((bidi_site / "ar/2024/07/كأس-العالم-2030.html").as_uri())
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('pre code').textContent = 'value = other + '.repeat(40)")
    assert page.locator(".scroll").evaluate("box => getComputedStyle(box).overflowX") == "visible"
    assert page.locator("pre").evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator(".text").evaluate("box => box.clientWidth / document.body.clientWidth") > 0.9
    page.emulate_media(media="screen")


def test_no_age_is_printed(page: Page, site: Path) -> None:
    page.clock.set_fixed_time(UPDATED + timedelta(days=3))
    page.goto((site / FRENCH).as_uri())
    page.emulate_media(media="print")
    assert page.locator(".dates > span").all_inner_texts() == [
        "Publié le 18 juillet 2024",
        "Mis à jour le 19 juillet 2024 à 10:00",
    ]
    page.emulate_media(media="screen")


def test_a_clock_that_is_behind_shows_the_dates_alone(page: Page, site: Path) -> None:
    page.clock.set_fixed_time(PUBLISHED - timedelta(days=2))
    page.goto((site / FRENCH).as_uri())
    assert "(" not in page.locator(".dates").inner_text()


def test_without_script_dates_are_absolute(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / FRENCH).as_uri())
    lines = page.locator(".dates > span").all_inner_texts()
    assert lines == ["Publié le 18 juillet 2024", "Mis à jour le 19 juillet 2024 à 10:00"]
    context.close()


def report_body(page: Page) -> str:
    """The text of the report that a click on the link opens."""
    page.evaluate("document.querySelector('.report').addEventListener('click', event => event.preventDefault())")
    page.locator(".report").click()
    address = page.locator(".report").get_attribute("href") or ""
    return parse_qs(urlsplit(address).query)["body"][0]


@pytest.mark.parametrize("path", [FRENCH, COMPARE])
def test_a_report_quotes_what_the_reader_has_marked(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())
    assert "> …" in report_body(page)
    page.evaluate(
        """() => { const item = [...document.querySelectorAll('.text li')].find(i => i.textContent == 'deuxièmement');
        const range = document.createRange(); range.selectNodeContents(item);
        getSelection().removeAllRanges(); getSelection().addRange(range); }"""
    )
    body = report_body(page)
    assert "> deuxièmement" in body and "…" not in body
    assert body.startswith("https://example.org/nashra/" + FRENCH)


@pytest.mark.parametrize("width", [390, 1200])
@pytest.mark.parametrize("path", [ARABIC, FRENCH, COMPARE])
def test_nothing_shifts_while_a_page_loads(page: Page, site: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())
        window.shift += entry.value; }).observe({type: 'layout-shift', buffered: true});"""
    )
    page.goto((site / path).as_uri(), wait_until="load")
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.shift") == 0


def test_a_picture_has_its_place_before_it_is_there(page: Page, site: Path) -> None:
    page.route("**/photo.jpg", lambda route: route.fulfill(content_type="image/jpeg", body=b""))
    page.goto((site / FRENCH).as_uri())
    box = page.locator("figure.lead img").bounding_box()
    assert box is not None and abs(box["width"] / box["height"] - 1.5) < 0.02


def test_a_name_shows_a_card_on_hover_and_on_focus_without_script(browser: Browser, tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    (root / "content" / "entities").mkdir(exist_ok=True)
    (root / "content" / "entities" / "works.yaml").write_text(
        "- {id: card, names: {ar: المتحدث, fr: le porte-parole, en: the speaker}, description: {ar: صوت الوفد}}\n",
        "utf-8",
    )
    site = build(config.load(root)).output
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / ARABIC).as_uri())
    name = page.locator('a.entity[data-card="صوت الوفد"]').first

    def card() -> str:
        style = "getComputedStyle(element, '::after')"
        return str(name.evaluate(f"element => {style}.content + ' ' + {style}.position + ' ' + {style}.bottom"))

    assert card().startswith("none")
    name.hover()
    assert card() == '"صوت الوفد" fixed 0px'
    page.mouse.move(0, 0)
    assert card().startswith("none")
    name.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert card() == '"صوت الوفد" fixed 0px'
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
