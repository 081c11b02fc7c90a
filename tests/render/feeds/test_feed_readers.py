"""Real feed readers: each sees the same items, with the same titles, dates and authors, in every feed."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.settings import config
from support.feed_readers import FeedItem, by_feedparser, by_json, by_newsboat, by_rss_parser, by_sfeed
from support.feed_site import HOSTILE, LONG, MIXED, SITE, feed_site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site."""
    report = build(config.load(feed_site(tmp_path_factory.mktemp("readers") / "site")))
    assert not report.problems
    return report.output


@pytest.fixture(scope="module")
def expected(site: Path) -> dict[Path, list[FeedItem]]:
    """Folder of a feed -> its items, as they stand in its JSON feed."""
    return {path.parent: by_json(path) for path in sorted(site.rglob("feed.json"))}


def feeds(site: Path) -> list[Path]:
    return sorted([*site.rglob("rss.xml"), *site.rglob("atom.xml")])


def test_the_arabic_feed_has_the_articles_of_the_content(expected: dict[Path, list[FeedItem]], site: Path) -> None:
    entries = expected[site / "ar"]
    assert {entry.title for entry in entries[:3]} == {HOSTILE, LONG, MIXED}
    assert [entry.published for entry in entries] == sorted((entry.published for entry in entries), reverse=True)
    by_title = {entry.title: entry for entry in entries}
    assert by_title[HOSTILE].id == "tag:example.org,2024:bbbb01/ar"
    assert by_title[HOSTILE].published == 1721459730
    assert by_title[HOSTILE].author == "سعاد العلوي"
    assert by_title[MIXED].link.startswith(SITE + "ar/2024/07/")
    assert len(entries) == 10


def test_there_are_feeds_of_the_site_its_editions_topics_and_entities(expected: dict[Path, list[FeedItem]]) -> None:
    names = {"/".join(folder.parts[folder.parts.index("ar") :]) for folder in expected if "ar" in folder.parts}
    entities = {name for name in names if name.startswith("ar/entities/")}
    assert names - entities == {"ar", "ar/editions", "ar/topics/sport", "ar/topics/no-name"}
    assert {f"ar/entities/{id}" for id in ("fifa", "morocco", "paris", "rabat")} <= entities


def test_feedparser_reads_every_feed(site: Path, expected: dict[Path, list[FeedItem]]) -> None:
    for path in feeds(site):
        assert by_feedparser(path) == expected[path.parent], path


def test_sfeed_reads_every_feed(site: Path, expected: dict[Path, list[FeedItem]]) -> None:
    for path in feeds(site):
        assert by_sfeed(path) == expected[path.parent], path


def test_rss_parser_reads_every_feed(site: Path, expected: dict[Path, list[FeedItem]]) -> None:
    for path, entries in by_rss_parser(feeds(site)).items():
        assert entries == expected[path.parent], path


def test_newsboat_reads_every_feed_and_knows_which_run_from_right_to_left(
    site: Path, expected: dict[Path, list[FeedItem]], tmp_path: Path
) -> None:
    for path, (rtl, entries) in by_newsboat(feeds(site), tmp_path).items():
        assert rtl == ((site / "ar") in path.parents), path
        assert entries == expected[path.parent], path
