"""Old addresses in Chromium, from the disk and over HTTP, and under the Nu Html Checker."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser

from nashra.pipeline import build
from nashra.publish.server import SiteServer
from nashra.settings import config
from support.commands import article_text, write_site
from support.tools import faults_of_html

pytestmark = pytest.mark.browser

FOLDER = "content/articles/2024/07/18-3f9a1c"
OLD, NEW = "ar/2024/07/وصول.html", "ar/2024/07/وصول-الوفد.html"
LOST = "fr/2024/07/arrivee.html"


@pytest.fixture(scope="module", name="settings")
def moved_settings(tmp_path_factory: pytest.TempPathFactory) -> config.Settings:
    """A site whose article has got another slug and lost its French version."""
    text = "نص المقال.[^1]\n\n[^1]: هامش."
    root = write_site(
        tmp_path_factory.mktemp("moved"),
        {
            f"{FOLDER}/ar.md": article_text("وصول الوفد", text, more="slug: وصول-الوفد\naliases: [/old/page/]\n"),
            "content/addresses.txt": f"article 3f9a1c {OLD}\narticle 3f9a1c {LOST}\n",
        },
    )
    settings = config.load(root)
    assert build(settings).problems == ()
    return settings


@pytest.fixture(scope="module")
def addresses(settings: config.Settings) -> Iterator[dict[str, str]]:
    """Where the site begins: on the disk, and on a local server under its base path."""
    with SiteServer(settings, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {"disk": settings.output.as_uri() + "/", "http": server.address}
        server.shutdown()


@pytest.mark.parametrize("where", ["disk", "http"])
@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize(("old", "fragment"), [(OLD, ""), (OLD, "#fn:1"), ("old/page/index.html", "")])
def test_an_old_address_leads_to_the_new_one(
    browser: Browser, addresses: dict[str, str], where: str, script: bool, old: str, fragment: str
) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{addresses[where]}{quote(old)}{fragment}", wait_until="commit")
    page.wait_for_selector("article.story h1")
    assert page.text_content("h1") == "وصول الوفد"
    kept = fragment if script else ""
    assert unquote(page.url) == unquote(addresses[where]) + NEW + kept
    context.close()


def test_a_web_server_sends_an_old_address_without_its_slash_on(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(f"{addresses['http']}old/page", wait_until="commit")
    page.wait_for_selector("article.story h1")
    assert unquote(page.url).endswith(NEW)
    page.close()


def test_a_reader_of_a_lost_language_is_asked_first(browser: Browser, addresses: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(addresses["disk"] + LOST)
    assert page.text_content("h1") == "Cette page n’existe plus en français."
    page.click("main a")
    assert page.text_content("h1") == "وصول الوفد"
    page.close()


def test_the_nu_html_checker_has_nothing_to_say_of_redirects(settings: config.Settings) -> None:
    assert faults_of_html(*(settings.output / path for path in (OLD, LOST, "old/page/index.html", NEW))) == []
