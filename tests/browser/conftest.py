"""The demo site, built once, and a real Chromium to look at it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect, sync_playwright

from nashra.pipeline import build
from nashra.publish.server import SiteServer
from nashra.settings import config
from support.once import once_a_run
from support.serving import PATIENCE
from support.tools import missing

ROOT = Path(__file__).parents[2]
# Five seconds, Playwright's own patience, are over before a busy machine has built a page.
expect.set_options(timeout=PATIENCE * 1000)
# Debian's Chromium tries to reach its maker's hosts at every start; without a network that costs time.
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync".split()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Headless Chromium, the system's. Not kept for the session: Playwright leaves an event loop running in the thread,
    and whatever has one of its own, as the cluster tests do, fails beside it."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        missing("Chromium")
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            missing(f"a Chromium that starts ({error.message.splitlines()[0]})")
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def options() -> dict[str, Any]:
    """How the page of a file's tests differs from the browser's own: a file that wants another says so."""
    return {}


@pytest.fixture(scope="module")
def tab(browser: Browser, options: dict[str, Any]) -> Iterator[Page]:
    """One page for all tests of a file: to open a new one takes three times as long as what most do on it."""
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """The page as it was opened, on a phone, which fails the test for any error of a script."""
    faults: list[str] = []

    def note_error(error: Error) -> None:
        faults.append(str(error))

    def note_message(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    tab.set_viewport_size({"width": 390, "height": 844})
    tab.on("pageerror", note_error)
    tab.on("console", note_message)
    yield tab
    tab.goto("about:blank")
    tab.remove_listener("pageerror", note_error)
    tab.remove_listener("console", note_message)
    tab.unroute_all()
    tab.emulate_media(media="null", color_scheme="null")
    assert faults == []


@pytest.fixture(scope="session")
def demo_settings(tmp_path_factory: pytest.TempPathFactory) -> config.Settings:
    """The demo site's settings, built into a temporary folder."""
    settings = config.load(ROOT)

    def make(folder: Path) -> None:
        assert not build(replace(settings, output=folder / "site")).problems

    return replace(settings, output=once_a_run(tmp_path_factory, "demo", make) / "site")


@pytest.fixture(scope="session")
def demo_site(demo_settings: config.Settings) -> Path:
    """The folder of the built demo site."""
    return demo_settings.output


@pytest.fixture(scope="session")
def bidi_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site of hard cases of bidirectional text."""
    settings = config.load(ROOT / "tests" / "sites" / "bidi")

    def make(folder: Path) -> None:
        assert build(replace(settings, output=folder / "site")).problems == ()

    return once_a_run(tmp_path_factory, "bidi", make) / "site"


@pytest.fixture(scope="session")
def demo_server(demo_settings: config.Settings) -> Iterator[str]:
    """The address of the demo site over HTTP, under its base path."""
    with SiteServer(demo_settings, "127.0.0.1", 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.address
        server.shutdown()
