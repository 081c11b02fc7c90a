"""What pages do on a reader's own device: without a network, at the root page, with cards of names, passed on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from nashra.publish.server import SiteServer
from nashra.settings.config import Settings
from support.page_types import page_types

pytestmark = pytest.mark.browser

# Waits until all that a language keeps is there.
KEPT = """async () => {
  for (let tries = 0; tries < 300; tries++) {
    for (const name of await caches.keys()) {
      if ((await (await caches.open(name)).keys()).some(each => each.url.endsWith('?ar'))) return true;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  return false;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    yield page
    context.close()


def test_without_a_network_the_newest_editions_are_read_and_say_of_when_they_are(
    page: Page, demo_settings: Settings, demo_site: Path
) -> None:
    editions = sorted(path.name for path in (demo_site / "ar" / "editions").glob("????-??-??.html"))
    with SiteServer(demo_settings, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        address = server.address
        page.goto(f"{address}ar/index.html")
        assert page.evaluate(KEPT)
        assert page.locator("[role=status]").count() == 0
        server.shutdown()
    page.context.set_offline(True)
    page.goto(f"{address}ar/editions/{editions[-1]}")
    note = page.locator("p.notice[role=status]")
    expect(note).to_contain_text("لا اتصال بالشبكة: هذه الصفحة كما كانت في")
    assert note.locator("time").get_attribute("datetime")
    # the articles in it are there too, with their style, and so is the front page by either of its names
    page.locator(".briefs h3 a").first.click()
    expect(page.locator("p.notice[role=status]")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none"
    page.goto(f"{address}ar/")
    expect(page.locator("p.notice[role=status]")).to_be_visible()
    # with the picture that was seen, and an empty place for those that were not
    sizes = "pictures => pictures.map(each => [each.complete, each.naturalWidth])"
    page.locator("main img").last.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert page.locator(".opening img").evaluate_all(sizes)[0][1] > 300
    assert [True, 0] not in page.locator("main img").evaluate_all(sizes)
    # what was never read is not made up
    response = page.goto(f"{address}ar/editions/{editions[0]}")
    assert response is not None and response.status == 503
    expect(page.locator("h1")).to_have_text("لا اتصال بالشبكة، وهذه الصفحة غير محفوظة في جهازك.")
    page.locator("main a").click()
    expect(page.locator("main .opening")).to_be_visible()


def test_the_root_page_leads_to_the_language_last_read_and_stays_reachable(
    page: Page, demo_server: str, demo_site: Path
) -> None:
    page.goto(demo_server)
    expect(page.locator(".chooser li")).to_have_count(3)
    page.goto(demo_server + quote(page_types(demo_site, "fr")[1]))
    page.goto(demo_server)
    page.wait_for_url("**/fr/**")
    page.evaluate(f"location.href = '{demo_server}'")  # from within the site it is the choice that is wanted
    expect(page.locator(".chooser li")).to_have_count(3)


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_card_of_a_name_stands_at_the_name_and_escape_closes_it(lang: str, page: Page, demo_site: Path) -> None:
    path = demo_site / page_types(demo_site, lang)[1]
    page.goto(path.as_uri())
    name = page.locator(".text .entity").first
    address = page.url
    card = page.locator("#card")
    name.tap()
    expect(card).to_be_visible()
    assert name.get_attribute("aria-describedby") == "card"
    at, of = card.bounding_box(), name.bounding_box()
    assert at is not None and of is not None
    assert at["x"] >= 0 and at["x"] + at["width"] <= 390
    assert abs(at["y"] - of["y"] - of["height"]) < of["height"]
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    name.hover()
    expect(card).to_be_visible()
    card.hover()
    page.wait_for_timeout(400)
    expect(card).to_be_visible()
    page.mouse.move(0, 0)
    expect(card).to_have_count(0)
    name.tap()
    name.tap()
    page.wait_for_url(lambda url: url != address and "/entities/" in url)


def test_an_article_is_passed_on_by_the_systems_sheet_and_by_whatsapp(page: Page, demo_site: Path) -> None:
    page.add_init_script("navigator.share = async given => { window.given = given }")
    page.goto((demo_site / page_types(demo_site, "ar")[1]).as_uri())
    short = page.locator("a[rel=bookmark]").inner_text()
    page.get_by_role("button", name="مشاركة").click()
    assert page.evaluate("window.given.url") == short
    address = page.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert address.startswith("https://wa.me/?text=") and address.endswith(quote(f"\n{short}"))
