"""The strip: breaking items on every page, else the newest on few; the newest at the end of articles."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nashra.content import store
from nashra.model import Article, Version
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.render.shown.strip import Candidates
from nashra.settings import config

PageText = Callable[[str], str]

NEWEST = datetime(2024, 7, 18, 12, tzinfo=UTC)


def article(id: str, age_hours: float = 0, *, breaking: bool = False) -> Article:
    version = Version("ar", "خبر", id, "متن\n", Path(f"{id}/ar.md"))
    moment = NEWEST - timedelta(hours=age_hours)
    return Article(id, f"2024/07/01-{id}", "ar", moment, True, {"ar": version}, breaking=breaking)


def chosen(articles: list[Article], without: str = "") -> tuple[bool, list[str]]:
    found = Candidates(articles).strip(without)
    return found.breaking, [article.id for article in found.articles]


def box(text: str) -> str:
    return text.partition('<nav class="strip')[2].partition("</nav>")[0]


def mark(site: Path, folder: str, value: str = "true") -> Path:
    path = site / "content/articles" / folder / "ar.md"
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\nbreaking: {value}\n", 1), "utf-8")
    return path


def test_without_breaking_news_the_three_newest_are_shown() -> None:
    assert chosen([article(id, age) for age, id in enumerate("abcde")]) == (False, ["a", "b", "c"])


def test_breaking_news_of_two_days_before_the_newest_article_go_first() -> None:
    articles = [
        article("a"),
        article("b", 1, breaking=True),
        article("c", 48, breaking=True),
        article("d", 48.1, breaking=True),
    ]
    assert chosen(articles) == (True, ["b", "c"])


def test_five_breaking_items_are_shown_at_most_and_a_sixth_stands_in_for_the_article_of_the_page() -> None:
    articles = [article(str(n), n, breaking=True) for n in range(9)]
    assert chosen(articles) == (True, ["0", "1", "2", "3", "4"])
    assert chosen(articles, "2") == (True, ["0", "1", "3", "4", "5"])
    assert [article.id for article in Candidates(articles).breaking] == ["0", "1", "2", "3", "4", "5"]


def test_a_page_does_not_announce_itself() -> None:
    articles = [article("a", 0, breaking=True), article("b", 1), article("c", 2), article("d", 3)]
    assert chosen(articles, "a") == (False, ["b", "c", "d"])
    articles[2] = article("c", 2, breaking=True)
    assert chosen(articles, "a") == (True, ["c"])


def test_a_site_without_articles_or_with_this_one_alone_has_no_strip() -> None:
    assert chosen([]) == (False, [])
    assert chosen([article("a")], "a") == (False, [])


RENEWED = {"topics.html", "entities.html", "editions.html", "archive.html"}


def test_the_newest_stand_on_those_pages_alone_that_change_with_every_article(report: BuildReport) -> None:
    found = set()
    for path in sorted((report.output / "fr").rglob("*.html")):
        text = box(path.read_text("utf-8"))
        if text:
            found.add(path.relative_to(report.output / "fr").as_posix())
            assert "Dernières nouvelles" in text and text.count("<li>") == 3, path
    assert found == RENEWED


def test_the_page_of_an_article_gets_the_newest_from_a_script_and_has_a_link_without(page: PageText) -> None:
    text = page("fr/2024/07/rabat-le-marche-rouvre.html")
    assert '<script src="../../../fr/newest.js" defer></script>' in text
    assert 'data-root="../../../" data-page="fr/2024/07/rabat-le-marche-rouvre.html"' in text
    assert '<a href="../../../fr/index.html">Dernières actualités</a>' in text
    script = page("fr/newest.js")
    assert script.isascii()
    lines = json.loads(re.search(r" of (\[.*\])\)", script)[1])  # type: ignore[index]  # else the test fails
    # more than are shown: a page leaves out itself and what it shows already
    assert len(lines) > 3
    assert lines[0][1:] == ["\u2067لا جديد اليوم\u2069", "ar", "rtl", "En arabe"]


def test_items_in_another_language_are_isolated_and_marked(page: PageText) -> None:
    text = box(page("en/topics.html"))
    assert '<bdi lang="ar" dir="rtl">لا جديد اليوم</bdi></a> <span class="mark">In Arabic</span>' in text
    assert re.search(r'hreflang="ar"><bdi', text)


@pytest.mark.parametrize(("lang", "label"), [("ar", "عاجل"), ("fr", "Dernière minute"), ("en", "Breaking")])
def test_breaking_news_are_called_so_and_stand_on_the_home_page_too(copy: Path, lang: str, label: str) -> None:
    mark(copy, "2024/08/01-dddd44")
    mark(copy, "2024/07/18-3f9a1c")  # two weeks older
    output = build(config.load(copy)).output
    for name in ("topics.html", "editions/2024-08-01.html"):
        text = box((output / lang / name).read_text("utf-8"))
        assert label in text and text.count("<li>") == 1 and "لا جديد اليوم" in text
    home = (output / lang / "index.html").read_text("utf-8")
    assert box(home) == "" and home.count("لا جديد اليوم") == 1
    assert home.count(f'<span class="mark urgent">{label}</span>') == 1


def test_the_home_page_of_a_single_article_repeats_nothing_above_it(copy: Path) -> None:
    shutil.rmtree(copy / "content/articles/2024/07")
    (copy / "content/pages/about.ar.md").unlink()
    output = build(config.load(copy)).output
    assert 'class="strip' not in (output / "ar/index.html").read_text("utf-8")
    assert box((output / "ar/topics.html").read_text("utf-8")).count("<li>") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [("true", True), ("True", True), ("نعم", True), ("[true]", True), ("false", False), ("", False), ("null", False)],
)
def test_breaking_is_true_or_false(copy: Path, value: str, expected: bool) -> None:
    mark(copy, "2024/08/01-dddd44", value)
    content, problems = store.load(config.load(copy))
    assert problems == [] and content.articles[0].breaking is expected


@pytest.mark.parametrize("value", ["ربما", "[true, true]", "2"])
def test_anything_else_is_named_with_its_line(copy: Path, value: str) -> None:
    path = mark(copy, "2024/08/01-dddd44", value)
    _, (problem,) = store.load(config.load(copy))
    assert (problem.path, problem.line) == (path, 2) and "`breaking` " in problem.message
