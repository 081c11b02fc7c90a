"""A site that `nashra init` made, from an empty folder to Chromium, under the headers that docs/publishing.md asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from support.commands import nashra

pytestmark = pytest.mark.browser

DIRECTIONS = {"ar": "rtl", "es": "ltr"}
PUBLIC = "https://owner.github.io/news/"
DOCS = Path(__file__).parents[2] / "docs" / "publishing.md"


def policy() -> str:
    """The content security policy that the documentation recommends."""
    found = re.findall(r"^default-src .*$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert len(found) == 1
    return str(found[0])


class Handler(SimpleHTTPRequestHandler):
    """A plain web server with the recommended headers."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "strict-origin-when-cross-origin")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test is told by the browser."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site, made in an empty folder."""
    folder = tmp_path_factory.mktemp("started")
    started = nashra("init", "news", "--yes", "--languages", "es,ar", "--url", "owner/news", cwd=folder)
    assert started.returncode == 0, started.stderr
    assert nashra("-C", "news", "build", cwd=folder).returncode == 0
    return folder / "news" / "site"


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site))) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()


def test_a_new_site_checks_clean(site: Path) -> None:
    done = nashra("check", "--fail-on", "warning", cwd=site.parent)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_page_of_a_new_site_opens_without_an_error_under_the_recommended_headers(
    site: Path, server: str, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    ages = 0
    for lang, direction in DIRECTIONS.items():
        paths = sorted(path.relative_to(site).as_posix() for path in (site / lang).rglob("*.html"))
        assert len(paths) > 10
        for path in paths:
            page.goto(server + quote(path))
            root = page.locator("html")
            assert (root.get_attribute("lang"), root.get_attribute("dir")) == (lang, direction), path
            assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none", path
            ages += page.locator(".dates").filter(has_text="(").count()
    page.evaluate("localStorage.clear()")  # who has read a page before is led on to its language
    page.goto(server)
    assert page.locator("a[hreflang]").count() == len(DIRECTIONS)
    # all that the page for lost addresses needs lies at the site's public address
    page.route(
        "https://owner.github.io/**",
        lambda route: route.fulfill(
            path=site / (name if (site / (name := route.request.url.removeprefix(PUBLIC))).is_file() else "404.html")
        ),
    )
    page.goto(f"{PUBLIC}ar/2020/01/gone.html")
    assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none"
    assert faults == []
    assert ages > 0, "the script that says how long ago was stopped"
    context.close()


def test_the_search_of_a_new_site_finds_an_arabic_word_under_the_recommended_headers(
    server: str, browser: Browser
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "ar/search.html?q=" + quote("الموقع"))
    page.locator("#results li").first.wait_for()
    assert "كيف يعمل هذا الموقع" in page.locator("#results").inner_text()
    context.close()


def test_pages_opened_from_the_disk_run_our_scripts_and_no_other(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    article = min(path for path in (site / "ar").glob("[0-9]*/*/*.html") if ".compare." not in path.name)
    page.goto(article.as_uri())
    assert "(" in page.locator(".dates").inner_text()
    assert page.evaluate("getComputedStyle(document.body).maxInlineSize") != "none"
    page.goto((site / "ar/search.html").as_uri() + "?q=" + quote("الموقع"))
    page.locator("#results li").first.wait_for()
    assert faults == []
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.bad = 1'}))")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert page.evaluate("window.bad") is None
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    context.close()


def test_the_policy_stops_a_script_that_is_not_ours(server: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server + "ar/index.html")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.bad = 1'}))")
    assert page.evaluate("window.bad") is None
    context.close()
