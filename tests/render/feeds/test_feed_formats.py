"""Feeds as text: what feedgen gets wrong is put right, and one item gives the same in RSS, Atom and JSON."""

from __future__ import annotations

import json
import locale
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from xml.etree import ElementTree

import feedparser
import pytest

from nashra.model import Source
from nashra.render.feeds import json_feed, rss_atom
from nashra.render.feeds.feed_model import Alternate, Channel, Enclosure, Item, clean, on_the_clock

SITE = "https://bulletin.example/nashra/"
MOMENT = datetime(2024, 7, 18, tzinfo=timezone(timedelta(hours=1)))
CHANNEL = Channel(SITE + "ar/rss.xml", SITE + "ar/rss.xml", SITE + "ar/", "نشرة", "", "ar", "نشرة", MOMENT)
ITEM = Item("tag:x.example,2024:1/ar", SITE + "ar/a.html", "عنوان", "ملخص", "<p>متن</p>", "ar", MOMENT, MOMENT)
ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def rss(*items: Item, channel: Channel = CHANNEL) -> bytes:
    return rss_atom.rss(channel, [part["rss"] for part in rss_atom.parts(items, ["rss"])])


def atom(*items: Item, channel: Channel = CHANNEL) -> bytes:
    return rss_atom.atom(channel, [part["atom"] for part in rss_atom.parts(items, ["atom"])])


def json_of(*items: Item, channel: Channel = CHANNEL) -> dict[str, object]:
    value: dict[str, object] = json.loads(json_feed.feed(channel, list(map(json_feed.part, items))))
    return value


def test_a_feed_is_dated_by_its_channel_and_not_by_the_build() -> None:
    assert b"<lastBuildDate>Thu, 18 Jul 2024 00:00:00 +0100</lastBuildDate>" in rss(ITEM)
    assert b"  <updated>2024-07-18T00:00:00+01:00</updated>\n  <author>" in atom(ITEM)


def test_a_feed_without_items_has_no_date_in_rss_and_a_fixed_one_in_atom() -> None:
    empty = replace(CHANNEL, changed=None)
    assert b"lastBuildDate" not in rss(channel=empty)
    assert b"<updated>2000-01-01T00:00:00+00:00</updated>" in atom(channel=empty)
    assert not feedparser.parse(rss(channel=empty)).bozo and not feedparser.parse(atom(channel=empty)).bozo
    assert json_of(channel=empty)["items"] == []


def test_the_same_items_give_the_same_bytes() -> None:
    assert rss(ITEM) == rss(ITEM) and atom(ITEM) == atom(ITEM)


def test_items_keep_their_order() -> None:
    second = replace(ITEM, id="tag:x.example,2024:2/ar", title="ثان")
    for text in (rss(ITEM, second), atom(ITEM, second)):
        assert [entry.title for entry in feedparser.parse(text).entries] == ["عنوان", "ثان"]


def test_an_item_is_the_same_text_alone_and_among_others() -> None:
    second = replace(ITEM, id="tag:x.example,2024:2/ar")
    for format in ("rss", "atom"):
        alone = rss_atom.parts([ITEM], [format])[0][format]
        assert rss_atom.parts([second, ITEM], [format])[1][format] == alone


def test_the_link_of_an_rss_feed_is_its_page_whatever_other_links_there_are() -> None:
    channel = replace(CHANNEL, alternates=(Alternate(SITE + "fr/rss.xml", "fr", "rss"),), hub="https://hub.example/")
    assert ElementTree.fromstring(rss(channel=channel)).findtext("channel/link") == SITE + "ar/"


def test_rss_names_itself_its_alternates_and_its_hub() -> None:
    others = (Alternate(SITE + "ar/atom.xml", "ar", "atom"), Alternate(SITE + "fr/rss.xml", "fr", "rss"))
    tree = ElementTree.fromstring(rss(channel=replace(CHANNEL, alternates=others, hub="https://hub.example/")))
    links = [dict(link.attrib) for link in tree.findall(f"channel/{ATOM}link")]
    assert links == [
        {"href": SITE + "ar/rss.xml", "rel": "self", "type": "application/rss+xml", "hreflang": "ar"},
        {"href": SITE + "ar/atom.xml", "rel": "alternate", "type": "application/atom+xml", "hreflang": "ar"},
        {"href": SITE + "fr/rss.xml", "rel": "alternate", "type": "application/rss+xml", "hreflang": "fr"},
        {"href": "https://hub.example/", "rel": "hub"},
    ]


def test_the_first_and_the_last_link_of_an_atom_feed_lead_to_its_page() -> None:
    channel = replace(CHANNEL, alternates=(Alternate(SITE + "fr/atom.xml", "fr", "atom"),), hub="https://hub.example/")
    links = ElementTree.fromstring(atom(channel=channel)).findall(f"{ATOM}link")
    assert links[0].get("href") == links[-1].get("href") == SITE + "ar/"
    assert [link.get("rel") for link in links] == ["alternate", "self", "alternate", "hub", "alternate"]


def test_links_of_atom_entries_keep_their_attributes() -> None:
    item = replace(
        ITEM,
        picture=Enclosure(SITE + "media/1/a.jpg", "image/jpeg", 1234),
        source=Source("NaBae 24", "https://nabae24.example/?p=1&q=2"),
    )
    links = ElementTree.fromstring(atom(item)).findall(f"{ATOM}entry/{ATOM}link")
    assert [dict(link.attrib) for link in links] == [
        {"href": SITE + "ar/a.html", "rel": "alternate", "type": "text/html", "hreflang": "ar"},
        {"href": SITE + "media/1/a.jpg", "rel": "enclosure", "type": "image/jpeg", "length": "1234"},
        {"href": "https://nabae24.example/?p=1&q=2", "rel": "via", "type": "text/html", "title": "NaBae 24"},
    ]


def test_a_picture_is_an_enclosure_with_its_length() -> None:
    item = replace(ITEM, picture=Enclosure(SITE + "media/1/a.jpg", "image/jpeg", 1234))
    enclosure = ElementTree.fromstring(rss(item)).find("channel/item/enclosure")
    assert enclosure is not None
    assert enclosure.attrib == {"url": SITE + "media/1/a.jpg", "length": "1234", "type": "image/jpeg"}
    part = json.loads(json_feed.part(item))
    assert part["image"] == SITE + "media/1/a.jpg"
    assert part["attachments"] == [{"url": SITE + "media/1/a.jpg", "mime_type": "image/jpeg", "size_in_bytes": 1234}]


def test_a_source_without_an_address_keeps_its_name() -> None:
    item = replace(ITEM, source=Source("وكالة الأنباء"))
    assert ElementTree.fromstring(rss(item)).findtext(f"channel/item/{DC}source") == "وكالة الأنباء"
    assert ElementTree.fromstring(atom(item)).findtext(f"{ATOM}entry/{DC}source") == "وكالة الأنباء"
    assert json.loads(json_feed.part(item))["_nashra"] == {"source": {"name": "وكالة الأنباء"}}


def test_a_source_with_an_address_is_one_element_in_rss() -> None:
    item = replace(ITEM, source=Source("NaBae 24", "https://nabae24.example/"))
    (source,) = ElementTree.fromstring(rss(item)).findall("channel/item/source")
    assert (source.text, source.attrib) == ("NaBae 24", {"url": "https://nabae24.example/"})
    assert b"dc:source" not in rss(item)


def test_an_author_needs_no_mail_address() -> None:
    item = replace(ITEM, authors=("سعاد العلوي",))
    tree = ElementTree.fromstring(rss(item))
    assert tree.findtext(f"channel/item/{DC}creator") == "سعاد العلوي" and tree.find("channel/item/author") is None
    tree = ElementTree.fromstring(atom(item))
    assert tree.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "سعاد العلوي"
    assert tree.findtext(f"{ATOM}author/{ATOM}name") == "نشرة"


def test_a_summary_is_html_in_rss_and_plain_text_in_atom_and_json() -> None:
    item = replace(ITEM, summary="1 < 2 & <b>نعم</b>")
    assert (
        ElementTree.fromstring(rss(item)).findtext("channel/item/description")
        == "1 &lt; 2 &amp; &lt;b&gt;نعم&lt;/b&gt;"
    )
    assert ElementTree.fromstring(atom(item)).findtext(f"{ATOM}entry/{ATOM}summary") == "1 < 2 & <b>نعم</b>"
    assert json.loads(json_feed.part(item))["summary"] == "1 < 2 & <b>نعم</b>"


def test_an_empty_summary_gives_way_to_the_title_and_not_to_the_whole_text() -> None:
    item = replace(ITEM, summary="")
    assert ElementTree.fromstring(rss(item)).findtext("channel/item/description") == "عنوان"
    assert ElementTree.fromstring(rss(item)).findtext(f"channel/item/{CONTENT}") == "<p>متن</p>"


def test_markup_in_a_title_is_text_in_atom() -> None:
    entry = feedparser.parse(atom(replace(ITEM, title="<b>غليظ</b> &amp; ]]>")), sanitize_html=False).entries[0]
    assert entry.title_detail.type == "text/plain"
    assert entry.title == "<b>غليظ</b> &amp; ]]>"


def test_what_xml_cannot_hold_is_dropped_and_the_rest_kept() -> None:
    item = replace(
        ITEM, title="ع\x0bنوان\ud800\x85 🎉", html="<p>a ]]> b \x00 &amp; c</p>", summary="", authors=("\x1bس",)
    )
    for text in (rss(item), atom(item)):
        feed = feedparser.parse(text, sanitize_html=False)
        assert not feed.bozo
        assert feed.entries[0].title == "عنوان 🎉"
        assert feed.entries[0].content[0].value == "<p>a ]]> b  &amp; c</p>"
        assert feed.entries[0].author == "س"
    assert json.loads(json_feed.part(item))["title"] == "عنوان 🎉"


def test_marks_that_join_and_direct_arabic_letters_stay() -> None:
    assert clean("مى\u200cخواهم\u200f (\u2067abc\u2069)\tس") == "مى\u200cخواهم\u200f (\u2067abc\u2069)\tس"


def test_text_that_looks_like_an_item_of_the_feed_is_text() -> None:
    item = replace(ITEM, title="</item><item>", html="<p></entry><entry></p>")
    for text in (rss(item, item), atom(item, item)):
        assert len(feedparser.parse(text).entries) == 2


def test_a_date_of_the_age_of_local_mean_time_is_a_valid_one() -> None:
    zone = timezone(timedelta(minutes=-30, seconds=-20))
    old = on_the_clock(datetime(1900, 1, 1, tzinfo=zone), zone)
    assert b"<pubDate>Mon, 01 Jan 1900 00:30:20 +0000</pubDate>" in rss(replace(ITEM, published=old))
    assert b"<published>1900-01-01T00:30:20+00:00</published>" in atom(replace(ITEM, published=old))


def test_a_year_has_four_digits() -> None:
    assert b"<pubDate>Fri, 01 Jan 0900 00:00:00 +0000</pubDate>" in rss(
        replace(ITEM, published=datetime(900, 1, 1, tzinfo=UTC))
    )


def test_names_of_days_and_months_are_english_whatever_the_locale() -> None:
    before = locale.setlocale(locale.LC_TIME)
    for name in ("fr_FR.UTF-8", "ar_MA.UTF-8", "C.UTF-8"):
        try:
            locale.setlocale(locale.LC_TIME, name)
        except locale.Error:
            continue
        try:
            assert b"Thu, 18 Jul 2024 00:00:00 +0100" in rss(ITEM)
        finally:
            locale.setlocale(locale.LC_TIME, before)


def test_dates_keep_the_zone_of_the_site_in_atom_and_json() -> None:
    assert b"<published>2024-07-18T00:00:00+01:00</published>" in atom(ITEM)
    assert json.loads(json_feed.part(ITEM))["date_published"] == "2024-07-18T00:00:00+01:00"


def test_two_articles_of_one_day_do_not_share_their_update_and_keep_it() -> None:
    twin = replace(ITEM, id="tag:x.example,2024:2/ar")
    stamps = re.findall(rb"<updated>(2024-07-18T00:00:00\.\d{6}\+01:00)</updated>", atom(ITEM, twin))
    assert len(set(stamps)) == 2
    assert stamps[0].decode() == rss_atom.stamp(ITEM).isoformat()
    assert rss_atom.stamp(replace(ITEM, title="آخر")) == rss_atom.stamp(ITEM)


def test_json_names_its_hub_its_author_and_its_alternates() -> None:
    others = (Alternate(SITE + "fr/feed.json", "fr", "json"),)
    feed = json_of(channel=replace(CHANNEL, alternates=others, hub="https://hub.example/", description="أخبار"))
    assert feed["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
    assert feed["authors"] == [{"name": "نشرة"}] and feed["description"] == "أخبار"
    assert feed["_nashra"] == {
        "alternates": [{"url": SITE + "fr/feed.json", "language": "fr", "mime_type": "application/feed+json"}]
    }


@pytest.mark.parametrize("categories", [("أمن", " ", "\x00"), ("أمن",)])
def test_a_category_is_never_blank(categories: tuple[str, ...]) -> None:
    item = replace(ITEM, categories=categories)
    for text in (rss(item), atom(item)):
        assert [tag.term for tag in feedparser.parse(text).entries[0].tags] == ["أمن"]
    assert json.loads(json_feed.part(item))["tags"] == ["أمن"]
