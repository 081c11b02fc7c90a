"""RSS: what a feed reader gets."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from urllib.parse import unquote

import feedparser
import pytest

from generator.build import BuildReport
from generator.render import feeds

SITE = "https://bulletin.example/nashra/"
CHANNEL = feeds.Channel(SITE + "ar/rss.xml", SITE + "ar/", "نشرة", "", "ar-MA")


def item(**changes: object) -> feeds.Item:
    moment = datetime(2024, 7, 18, tzinfo=timezone(timedelta(hours=1)))
    fields: dict[str, object] = {
        "id": "tag:x",
        "address": SITE + "ar/a.html",
        "title": "عنوان",
        "summary": "ملخص",
        "html": "<p>متن</p>",
        "published": moment,
        "changed": moment,
        **changes,
    }
    return feeds.Item(**fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(("lang", "entries"), [("ar", 4), ("fr", 2), ("en", 2)])
def test_each_language_has_a_feed_of_its_own_versions(report: BuildReport, lang: str, entries: int) -> None:
    feed = feedparser.parse((report.output / lang / "rss.xml").read_bytes())
    assert not feed.bozo
    assert len(feed.entries) == entries
    assert feed.feed.language.startswith(lang)
    assert feed.feed.link == f"{SITE}{lang}/"
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{SITE}{lang}/rss.xml"]
    assert len({entry.id for entry in feed.entries}) == entries


def test_an_entry_has_the_full_text_with_language_direction_and_absolute_addresses(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "ar/rss.xml").read_bytes(), sanitize_html=False)
    entry = next(entry for entry in feed.entries if "أرقام" in entry.title)
    html = entry.content[0].value
    opening = html.partition(">")[0]
    assert opening.startswith("<div ") and 'lang="ar"' in opening and 'dir="rtl"' in opening
    addresses = re.findall(r'(?:href|src)="([^"]*)"', html)
    assert len(addresses) == 4 and all(address.startswith("https://") for address in addresses)
    assert unquote(addresses[0]) == SITE + "media/bbbb22/صورة 1.jpg"


def test_an_entry_names_author_date_and_categories_in_the_feeds_language(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes())
    entry = feed.entries[-1]
    assert entry.title == "Une délégation du Maroc arrive à Paris"
    assert entry.author == "سعاد العلوي"
    assert [tag.term for tag in entry.tags] == ["Sécurité", "Sport", "Maroc"]
    assert entry.published == "Wed, 17 Jul 2024 23:00:00 +0000"
    assert entry.id == "tag:bulletin.example,2024:3f9a1c/fr"


def test_a_machine_translation_says_so_in_the_feed_too(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes())
    machine, original = feed.entries[-1].content[0].value, feed.entries[0].content[0].value
    assert "Traduction automatique" in machine and f'href="{SITE}ar/2024/07/' in machine
    assert "Traduction automatique" not in original


def test_the_feed_is_dated_by_its_newest_content(report: BuildReport) -> None:
    feed = feedparser.parse((report.output / "fr/rss.xml").read_bytes())
    assert feed.feed.updated == "Fri, 19 Jul 2024 09:00:00 +0000"


def test_an_empty_feed_has_no_date_at_all_and_is_still_valid() -> None:
    text = feeds.rss(CHANNEL, [])
    assert b"lastBuildDate" not in text
    assert not feedparser.parse(text).bozo


def test_the_same_items_give_the_same_bytes() -> None:
    assert feeds.rss(CHANNEL, [item()]) == feeds.rss(CHANNEL, [item()])


def test_items_keep_their_order() -> None:
    feed = feedparser.parse(feeds.rss(CHANNEL, [item(id="1", title="أول"), item(id="2", title="ثان")]))
    assert [entry.title for entry in feed.entries] == ["أول", "ثان"]


def test_what_xml_cannot_hold_is_dropped_and_the_rest_kept() -> None:
    text = feeds.rss(CHANNEL, [item(title="ع\x0bنوان\ud800", html="<p>a ]]> b \x00 &amp; c</p>", summary="")])
    feed = feedparser.parse(text, sanitize_html=False)
    assert not feed.bozo
    assert feed.entries[0].title == "عنوان"
    assert feed.entries[0].content[0].value == "<p>a ]]> b  &amp; c</p>"


def test_a_date_of_the_age_of_local_mean_time_is_a_valid_one() -> None:
    old = datetime(1900, 1, 1, tzinfo=timezone(timedelta(minutes=-30, seconds=-20)))
    feed = feedparser.parse(feeds.rss(CHANNEL, [item(published=old, changed=old)]))
    assert feed.entries[0].published == "Mon, 01 Jan 1900 00:30:20 +0000"
    assert old.astimezone(UTC).year == 1900
