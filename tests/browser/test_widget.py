"""The newest of a topic on a page of another site: one script, under that site's strict policy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from nashra.pipeline import build
from nashra.settings import config

NEWS, OTHER = "https://news.example/", "https://other.example/"
TOML = f"""\
[site]
url = "{NEWS}"
languages = ["ar", "fr"]
title = {{ar = "نشرة", fr = "Bulletin"}}
cards = false
[entities]
countries = false
starter = []
"""
SNIPPET = """\
<div data-nashra="https://news.example/ar/topics/water/feed.json" data-count="2">
<a href="https://news.example/ar/topics/water.html">ماء</a></div>
<div data-nashra="https://news.example/ar/topics/none/feed.json"><a href="https://news.example/ar/">نشرة</a></div>
<script src="https://news.example/assets/widget.js" async></script>
"""
POLICY = "default-src 'none'; script-src https://news.example; connect-src https://news.example"
EVIL = "خبر <img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("widget")
    (root / "nashra.toml").write_text(TOML, "utf-8")
    (root / "content").mkdir()
    (root / "content/topics.yaml").write_text("water: {ar: ماء, fr: Eau}\n", "utf-8")
    for day, title in ((1, "الأول"), (2, "ارتفاع السدود (OCP)"), (3, EVIL)):
        folder = root / f"content/articles/2026/10/0{day}-a0000{day}"
        folder.mkdir(parents=True)
        head = f"---\ntitle: '{title}'\nslug: a{day}\ndate: 2026-10-0{day}\ntopics: [water]\n---\n\n"
        (folder / "ar.md").write_text(f"{head}نص الخبر.\n", "utf-8")
    report = build(config.load(root), now=datetime(2026, 10, 9, tzinfo=UTC))
    assert not report.problems
    return report.output


@pytest.fixture
def page(site: Path, browser: Browser) -> Page:
    def answer(route: Route) -> None:
        path = site / route.request.url.removeprefix(NEWS)
        if route.request.url == OTHER:
            html = f"<!doctype html><html lang=fr><meta charset=utf-8><title>x</title><body>{SNIPPET}"
            route.fulfill(body=html, content_type="text/html", headers={"Content-Security-Policy": POLICY})
        elif path.is_file():
            kind = "text/javascript" if path.suffix == ".js" else "application/feed+json"
            route.fulfill(path=path, content_type=kind, headers={"Access-Control-Allow-Origin": "*"})
        else:
            route.fulfill(status=404, body="")

    opened = browser.new_page()
    opened.route("**/*", answer)
    opened.goto(OTHER)
    # not `wait_for_function`, which asks again by `eval`, and that is what the policy is there to refuse
    expect(opened.locator("nav li a").first).to_be_attached()
    return opened


def test_the_newest_of_a_topic_stand_on_another_site_right_to_left(page: Page) -> None:
    lines = page.locator("nav li a").all()
    assert [line.inner_text() for line in lines] == [EVIL, "ارتفاع السدود (OCP)"]
    assert lines[1].get_attribute("href") == f"{NEWS}ar/2026/10/a2.html"
    assert page.locator("nav").get_attribute("lang") == "ar"
    directions = page.locator("nav, nav ul, nav li a").evaluate_all(
        "found => found.map(e => getComputedStyle(e).direction)"
    )
    assert set(directions) == {"rtl"}
    assert page.locator("nav time").first.inner_text() == "3 أكتوبر 2026"
    assert page.locator("nav strong a").get_attribute("href") == f"{NEWS}ar/topics/water.html"
    # a title is text, whatever is in it, and a feed that cannot be had leaves the link that was there
    assert page.locator("nav img").count() == 0
    assert page.locator("[data-nashra] > a").last.is_visible()


def test_no_page_of_the_site_itself_loads_it(site: Path) -> None:
    assert (site / "assets/widget.js").is_file()
    assert not [path for path in site.rglob("*.html") if "widget.js" in path.read_text("utf-8")]
