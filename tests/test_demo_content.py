"""The demo site is the first thing a newcomer sees: what it must show, and that its files are sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from nashra.content import store
from nashra.entities import registry
from nashra.entities.matcher import Matcher
from nashra.markup.blocks import split
from nashra.markup.html import words
from nashra.model import Content
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def content() -> Content:
    found, problems = store.load(config.load(ROOT))
    assert problems == []
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    return build(replace(config.load(ROOT), output=tmp_path_factory.mktemp("demo") / "site"))


def test_there_are_articles_from_each_language_and_every_one_is_there_in_all_three(content: Content) -> None:
    originals = Counter(article.lang for article in content.articles)
    assert originals["ar"] >= 6
    assert originals["fr"] >= 1
    assert originals["en"] >= 1
    for article in content.articles:
        assert set(article.versions) == {"ar", "fr", "en"}
        assert 60 <= words(article.original.body) <= 400
        assert len({tuple(block.kind for block in split(v.body)) for v in article.versions.values()}) == 1


def test_six_days_of_one_week_have_two_dozen_articles_on_several_topics_from_three_languages(content: Content) -> None:
    week = [
        article for article in content.articles if date(2024, 12, 9) <= article.published.date() <= date(2024, 12, 14)
    ]
    days = Counter(article.published.date() for article in week)
    assert len(week) >= 24 and len(days) == 6 and min(days.values()) >= 4
    assert len({article.topics[0] for article in week}) >= 8
    assert min(Counter(article.lang for article in week).values()) >= 5
    pictures = [article.original.picture for article in week if article.original.picture]
    assert len(pictures) >= 12
    assert all(picture.file and picture.alt and picture.credit for picture in pictures)


def test_what_is_marked_as_a_machines_says_that_it_only_stands_in_for_one(content: Content) -> None:
    made = [v.translation for article in content.articles for v in article.versions.values() if v.translation]
    states = Counter(each.state for each in made)
    assert states["manual"] > states["machine"] >= 5 and states["reviewed"] >= 1
    said = {
        lang: version.translation.engine
        for article in content.articles
        for lang, version in article.versions.items()
        if version.translation and version.translation.state != "manual"
    }
    # each in the language of its readers
    assert said["en"] == "a stand-in for the demo: a person wrote this text to show the mark"
    assert "doublure" in said["fr"] and "بديل" in said["ar"]


def test_every_entity_is_named_somewhere_in_each_language(content: Content) -> None:
    own, _ = registry.read(ROOT / "content" / "entities", {"ar", "fr", "en"})
    assert len(own) >= 40
    for lang in ("ar", "fr", "en"):
        matcher = Matcher(content.entities, lang)
        named = {
            mention.entity
            for article in content.articles
            for mention in matcher.find(f"{article.versions[lang].title}\n{article.versions[lang].body}")
        }
        assert set(own) - named == set()


def test_every_relative_link_leads_to_a_file(report: BuildReport) -> None:
    pages = list(report.output.rglob("*.html"))
    assert len(pages) == report.pages + report.redirects
    assert [(page, link) for page in pages for link in broken(page)] == []


def broken(page: Path) -> Iterator[str]:
    for address in re.findall(r'(?:href|src)="([^"]*)"', page.read_text("utf-8")):
        parts = urlsplit(unescape(address))
        if parts.scheme or parts.netloc or not parts.path:
            continue
        if not (page.parent / unquote(parts.path)).is_file():
            yield address


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_feedparser_reads_the_full_text_of_every_article(report: BuildReport, lang: str, content: Content) -> None:
    feed = feedparser.parse((report.output / lang / "rss.xml").read_bytes())
    assert not feed.bozo
    assert feed.feed.language.startswith(lang)
    # Unicode's isolates set foreign names apart in titles
    titles = [re.sub("[\u2066-\u2069]", "", entry.title) for entry in feed.entries]
    assert titles == [article.versions[lang].title for article in content.articles]
    for entry, article in zip(feed.entries, content.articles, strict=True):
        last = split(article.versions[lang].body)[0].text.split()[0]
        assert last in re.sub("<[^>]*>", "", entry.content[0].value)


def test_two_builds_in_two_folders_are_byte_identical(report: BuildReport, tmp_path: Path) -> None:
    again = build(replace(config.load(ROOT), output=tmp_path / "elsewhere"))
    first = {path.relative_to(report.output): path.read_bytes() for path in files(report.output)}
    second = {path.relative_to(again.output): path.read_bytes() for path in files(again.output)}
    assert first == second
    assert len(first) == report.files


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
