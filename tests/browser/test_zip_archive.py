"""The zip as a reader uses it: unpacked into some folder, opened from the disk, without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from nashra.archives.selection import Selection
from support.archives import archive, hostile_site
from support.newspaper import newspaper

pytestmark = pytest.mark.browser


def unpacked(zip: Path, folder: Path) -> Path:
    """The one folder of the zip, unpacked into a folder with a blank and an Arabic name."""
    folder = folder / "أرشيف الأخبار 100%"
    with ZipFile(zip) as file:
        file.extractall(folder)
    (top,) = folder.iterdir()
    return top


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked archive of all languages."""
    folder = tmp_path_factory.mktemp("zip")
    archive(newspaper(folder / "site"), "zip", folder / "a.zip")
    return unpacked(folder / "a.zip", folder)


@pytest.fixture
def requests() -> list[str]:
    """Every address that was asked for."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str]) -> Iterator[Page]:
    """A page that fails the test for errors of scripts and failed requests."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    faults: list[str] = []

    def ended(request: Request) -> None:
        # a redirect on a short link's page cuts its own load off, which is no fault
        if "ERR_ABORTED" not in (request.failure or ""):
            faults.append(f"{request.url}: {request.failure}")

    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", ended)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def within(requests: list[str], top: Path) -> bool:
    """Whether all of `requests` are for files below `top`."""
    return all(
        urlsplit(url).scheme == "file" and Path(unquote(urlsplit(url).path)).is_relative_to(top) for url in requests
    )


def test_pages_of_every_kind_open_from_the_disk_and_ask_nobody_else(
    page: Page, requests: list[str], site: Path
) -> None:
    everything = sorted(site.rglob("*.html"))
    # the first of every folder, and each third of all
    pages = sorted({*everything[::3], *{path.parent: path for path in reversed(everything)}.values()})
    assert len(pages) > 30
    for path in pages:
        page.goto(path.as_uri())
        expect(page.locator("main")).to_be_visible()
        broken = page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
        assert [each for each in broken if not each.endswith("photo.jpg")] == []  # a head without a body
        assert page.evaluate("document.styleSheets.length") >= 1
    assert len(requests) >= len(pages)
    assert within(requests, site)


def test_readers_get_from_the_first_page_to_an_article_by_following_links(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    page.locator(".piece :is(h2, h3) a", has_text="وصول الوفد إلى باريس").click()
    expect(page.locator("h1")).to_have_text("وصول الوفد إلى باريس")
    page.locator(".languages a[lang=fr]").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    page.locator(".text a", has_text="Maroc").first.click()
    expect(page.locator("h1")).to_have_text("Maroc")


def test_the_search_finds_an_arabic_word_from_the_disk(page: Page, requests: list[str], site: Path) -> None:
    page.goto((site / "ar/search.html").as_uri())
    page.locator("#q").fill("والرباط")
    result = page.locator("#results h2 a").first
    expect(result).to_be_visible()
    result.click()
    expect(page.locator("h1")).to_be_visible()
    assert "الرباط" in page.locator("article").inner_text()
    assert within(requests, site)


def test_an_archive_of_one_language_opens_with_its_news(page: Page, requests: list[str], tmp_path: Path) -> None:
    archive(newspaper(tmp_path / "site"), "zip", tmp_path / "a.zip", Selection(langs=("fr",)))
    top = unpacked(tmp_path / "a.zip", tmp_path)
    page.goto((top / "index.html").as_uri())
    assert page.locator(".languages").count() == 0
    page.locator(".piece :is(h2, h3) a").first.click()
    expect(page.locator("h1")).to_contain_text("La délégation")
    page.goto((top / "fr/search.html").as_uri())
    page.locator("#q").fill("Rabat")
    expect(page.locator("#results h2 a")).to_have_count(1)
    assert within(requests, top)


def test_pictures_with_arabic_names_are_shown(page: Page, tmp_path: Path) -> None:
    archive(hostile_site(tmp_path / "site"), "zip", tmp_path / "a.zip")
    top = unpacked(tmp_path / "a.zip", tmp_path)
    page.goto((top / "ar/2024/07/aaaaa1.html").as_uri())
    assert page.evaluate("document.querySelector('figure.lead img').decode().then(() => true)")
    assert page.evaluate("document.querySelector('figure.lead img').naturalWidth") == 16
