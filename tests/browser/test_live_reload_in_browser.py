"""An editor saves a file, and the page in the browser follows by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from support.commands import article_text, write_site
from support.serving import PATIENCE, Serving, serving

pytestmark = pytest.mark.browser

ARTICLE = "content/articles/2024/07/18-3f9a1c/ar.md"
PAGE = "ar/2024/07/x.html"
STYLE = "templates/assets/style.css"
LONG = "\n\n".join(f"فقرة طويلة رقم {number}." for number in range(200))


def save(site: Path, name: str, text: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def save_article(site: Path, body: str) -> None:
    save(site, ARTICLE, article_text("عنوان", body, more="slug: x\n"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = write_site(tmp_path, {STYLE: "body { background: rgb(1, 2, 3) }"})
    save_article(site, "وصل الوفد.")
    return site


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 800, "height": 600})
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


def opened(context: BrowserContext, running: Serving, path: str = PAGE) -> Page:
    """A tab on `path` that listens for changes."""
    page = context.new_page()
    with page.expect_request("**/.nashra/events"):
        page.goto(running.address + path)
    page.evaluate("window.seen = true")  # gone after a reload
    return page


def asked(page: Page, what: str) -> Any:
    """What the page answers, however often it loads anew meanwhile."""
    while True:
        try:
            return page.evaluate(what)
        except Error as error:
            if "navigation" not in error.message:
                raise


def test_two_tabs_show_what_was_saved_without_a_hand_on_the_browser(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        article, home = opened(context, running), opened(context, running, "ar/index.html")
        save(site, ARTICLE, article_text("عنوان جديد", "غادر الوفد.", more="slug: x\n"))
        expect(article.get_by_text("غادر الوفد.")).to_be_visible()
        expect(home.get_by_role("article").get_by_text("عنوان جديد")).to_be_visible()
        assert asked(article, "window.seen") is None


def test_the_place_in_a_long_article_is_kept(site: Path, context: BrowserContext) -> None:
    save_article(site, f"وصل الوفد.\n\n{LONG}")
    with serving(site) as running:
        page = opened(context, running)
        page.evaluate("scrollTo(0, 3000)")
        save_article(site, f"غادر الوفد.\n\n{LONG}")
        expect(page.get_by_text("غادر الوفد.")).to_be_attached()
        for _ in range(int(PATIENCE) * 20):
            if (place := asked(page, "scrollY")) == 3000:
                break
            page.wait_for_timeout(50)
        assert place == 3000


def test_a_broken_template_is_shown_over_the_last_good_page_until_it_is_mended(
    site: Path, context: BrowserContext
) -> None:
    with serving(site) as running:
        page = opened(context, running)
        save(site, "templates/article.html", "\n{% لا شيء %}<b>")
        dialog = page.get_by_role("dialog", name="The site cannot be built")
        expect(dialog).to_be_visible()
        expect(dialog.get_by_text("templates/article.html:2")).to_be_visible()
        assert page.get_by_text("وصل الوفد.").count() == 1
        assert page.evaluate("window.seen") is True
        (site / "templates/article.html").unlink()
        expect(dialog).to_have_count(0)
        expect(page.get_by_text("وصل الوفد.")).to_be_visible()


def test_an_error_that_was_put_aside_stays_aside_until_the_next_build(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        page = opened(context, running)
        save(site, "nashra.toml", "[site\n")
        dialog = page.get_by_role("dialog")
        expect(dialog.get_by_text("nashra.toml:1")).to_be_visible()
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        with page.expect_response("**/.nashra/events"):
            page.goto(running.address + "ar/index.html")
        expect(dialog).to_have_count(0)
        save(site, "nashra.toml", "[site\nx")
        expect(dialog).to_be_visible()


def test_errors_are_text_whatever_they_quote_and_each_has_its_own_direction(
    site: Path, context: BrowserContext
) -> None:
    with serving(site) as running:
        page = opened(context, running)
        toml = (site / "nashra.toml").read_text("utf-8")
        save(site, "nashra.toml", toml.replace("Africa/Casablanca", "<img src=x onerror=window.hit=1>"))
        message = page.get_by_role("dialog").locator("p").first
        expect(message).to_contain_text("<img src=x onerror=window.hit=1>")
        assert asked(page, "window.hit") is None
        assert message.get_attribute("dir") == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_overlay_can_be_read_in_light_and_in_dark(site: Path, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    save(site, "templates/article.html", "{% if %}")
    with serving(site) as running:
        page = context.new_page()
        page.goto(running.address + PAGE)
        expect(page.get_by_role("dialog")).to_be_visible()
        ink, paper = page.get_by_role("dialog").evaluate(
            "node => [getComputedStyle(node).color, getComputedStyle(node).backgroundColor]"
        )
    context.close()
    brightness = [sum(int(part) for part in colour[4:-1].split(",")) for colour in (ink, paper)]
    assert abs(brightness[0] - brightness[1]) > 500
    assert (brightness[0] > brightness[1]) == (scheme == "dark")


def test_what_is_left_out_is_listed_in_a_bar_that_can_be_put_away(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        page = opened(context, running)
        save(site, "content/articles/2024/07/19-aaaaaa/ar.md", "---\ntitle: [\n---\n")
        bar = page.get_by_role("complementary", name="Problems of the preview")
        bar.get_by_text("1 problem: what is faulty is left out").click()
        expect(bar.get_by_text("19-aaaaaa/ar.md")).to_be_visible()
        bar.get_by_role("button", name="Dismiss").click()
        expect(bar).to_have_count(0)
        save_article(site, "غادر الوفد.")
        expect(page.get_by_text("غادر الوفد.")).to_be_visible()
        expect(bar).to_have_count(0)
        save(site, "content/articles/2024/07/20-bbbbbb/ar.md", "---\ntitle: [\n---\n")
        expect(bar.get_by_text("2 problems")).to_be_visible()


def test_a_style_sheet_is_exchanged_without_a_reload(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        page = opened(context, running)
        expect(page.locator("body")).to_have_css("background-color", "rgb(1, 2, 3)")
        sheets = page.locator("link[rel=stylesheet]").count()
        for number in (4, 5):
            save(site, STYLE, f"body {{ background: rgb({number}, 2, 3) }}")
            expect(page.locator("body")).to_have_css("background-color", f"rgb({number}, 2, 3)")
        assert page.evaluate("window.seen") is True
        expect(page.locator("link[rel=stylesheet]")).to_have_count(sheets)


def test_a_page_finds_the_server_again_after_it_was_started_anew(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        port = int(running.address.split(":")[2].split("/")[0])
        page = opened(context, running)
        assert running.interrupt() == 0
    save_article(site, "غادر الوفد.")
    with serving(site, port=port):
        expect(page.get_by_text("غادر الوفد.")).to_be_visible()


def test_an_open_page_moves_to_another_base_path(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        page = opened(context, running)
        toml = (site / "nashra.toml").read_text("utf-8")
        save(site, "nashra.toml", toml.replace("/nashra/", "/other/"))
        page.wait_for_url(f"**/other/{PAGE}")
        expect(page.get_by_text("وصل الوفد.")).to_be_visible()


def test_a_page_that_nobody_sees_gives_its_connection_back_and_catches_up_when_seen(
    site: Path, context: BrowserContext
) -> None:
    hide = """state => {
        Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    with serving(site) as running:
        hidden = []
        for _ in range(8):  # a browser opens six connections to a server
            hidden.append(opened(context, running))
            hidden[-1].evaluate(hide, "hidden")
        seen = opened(context, running)
        save_article(site, "غادر الوفد.")
        expect(seen.get_by_text("غادر الوفد.")).to_be_visible()
        assert hidden[0].get_by_text("وصل الوفد.").count() == 1
        hidden[0].evaluate(hide, "visible")
        expect(hidden[0].get_by_text("غادر الوفد.")).to_be_visible()


def test_an_interrupt_ends_it_at_once_with_tabs_open(site: Path, context: BrowserContext) -> None:
    with serving(site) as running:
        for _ in range(3):
            opened(context, running)
        assert running.interrupt() == 0
