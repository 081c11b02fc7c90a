"""Every feed of a site against the rules of its format: RFC 4287, RSS 2.0, JSON Feed 1.1, OPML 2.0, and what the W3C's
feed validator asks beyond them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from nashra.pipeline import build
from nashra.settings import config
from support.feed_site import SITE, feed_site

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
HUB = "https://hub.example.org/?topic=a"
# RFC 4151, as the W3C's validator has it.
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,]*\Z")
RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}\Z")
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d\Z")
ADDRESS = re.compile(r"https?://[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]+\Z")
# Elements and attributes that feed readers let through; bdi, bdo, roles and classes are not needed for ours.
ELEMENTS = frozenset(
    "a article aside blockquote br code dd del div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li mark ol p pre "
    "section small span strong sub sup table tbody td th thead time tr ul".split()
)
ATTRIBUTES = frozenset(
    "alt cite colspan datetime dir height href hreflang lang rowspan scope src start title width".split()
)
VOID = frozenset({"br", "hr", "img"})


class Content(HTMLParser):
    """Fails where a feed's HTML has what readers cannot use, or is not closed."""

    def __init__(self, html: str, lang: str) -> None:
        super().__init__()
        self.open: list[str] = []
        assert html.startswith(f'<div lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">'), html[:80]
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, f"{tag} {name}"
            if name in ("href", "src", "cite"):
                assert re.match(r"https?://|mailto:|tel:", value or ""), value
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, with a hub."""
    root = feed_site(tmp_path_factory.mktemp("rules") / "site")
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write(f'[feeds]\nhub = "{HUB}"\n')
    return build(config.load(root)).output


def files(site: Path, name: str) -> Iterator[tuple[str, str, bytes]]:
    """(public address, language, content) of the feeds called `name`; there are some."""
    paths = sorted(site.rglob(name))
    assert len(paths) > 15
    for path in paths:
        relative = path.relative_to(site)
        yield SITE + relative.as_posix(), relative.parts[0], path.read_bytes()


def text_of(element: Element, tag: str) -> str:
    """The text of the one child `tag`, without space around it."""
    (found,) = element.findall(tag)
    assert found.text and found.text == found.text.strip()
    return found.text


def test_atom_keeps_the_rules_of_rfc_4287(site: Path) -> None:
    for address, lang, data in files(site, "atom.xml"):
        feed = ElementTree.fromstring(data)
        assert feed.get(XML_LANG) == lang
        assert text_of(feed, f"{ATOM}id") == address
        assert text_of(feed, f"{ATOM}title") and text_of(feed.find(f"{ATOM}author"), f"{ATOM}name")  # type: ignore[arg-type]
        assert RFC3339.match(text_of(feed, f"{ATOM}updated"))
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in feed.findall(f"{ATOM}link")]
        assert len(set(links)) == len(links)
        assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")] == [address]
        assert [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='hub']")] == [HUB]
        entries = feed.findall(f"{ATOM}entry")
        assert entries and list(feed)[-len(entries) :] == entries
        for name in ("id", "updated"):
            values = [text_of(entry, ATOM + name) for entry in entries]
            assert len(set(values)) == len(values)
        for entry in entries:
            assert TAG_URI.match(text_of(entry, f"{ATOM}id"))
            updated, published = text_of(entry, f"{ATOM}updated"), text_of(entry, f"{ATOM}published")
            assert RFC3339.match(updated) and RFC3339.match(published)
            assert datetime.fromisoformat(updated) >= datetime.fromisoformat(published)
            assert text_of(entry, f"{ATOM}title") and text_of(entry, f"{ATOM}summary")
            alternates = entry.findall(f"{ATOM}link[@rel='alternate']")
            assert [(link.get("type"), link.get("hreflang")) for link in alternates] == [("text/html", lang)]
            assert all(ADDRESS.match(link.get("href", "")) for link in entry.findall(f"{ATOM}link"))
            (content,) = entry.findall(f"{ATOM}content")
            assert content.get("type") == "html"
            Content(content.text or "", lang)


def test_rss_keeps_its_rules(site: Path) -> None:
    for address, lang, data in files(site, "rss.xml"):
        root = ElementTree.fromstring(data)
        (channel,) = root
        assert root.get("version") == "2.0"
        assert text_of(channel, "title") and text_of(channel, "description")
        assert text_of(channel, "language") == lang
        assert ADDRESS.match(text_of(channel, "link"))
        assert RFC822.match(text_of(channel, "lastBuildDate"))
        assert [link.get("href") for link in channel.findall(f"{ATOM}link[@rel='self']")] == [address]
        assert [link.get("href") for link in channel.findall(f"{ATOM}link[@rel='hub']")] == [HUB]
        items = channel.findall("item")
        assert items and list(channel)[-len(items) :] == items
        guids = [text_of(item, "guid") for item in items]
        assert len(set(guids)) == len(guids)
        for item in items:
            tags = [child.tag for child in item]
            assert tags.index("description") < tags.index(CONTENT)
            assert all(tags.count(tag) == 1 for tag in set(tags) - {"category"})
            assert item.find("guid").get("isPermaLink") == "false"  # type: ignore[union-attr]
            assert TAG_URI.match(text_of(item, "guid")) and ADDRESS.match(text_of(item, "link"))
            assert RFC822.match(text_of(item, "pubDate")) and parsedate_to_datetime(text_of(item, "pubDate"))
            assert text_of(item, "title") and "href=" not in text_of(item, "description")
            assert all(category.text for category in item.findall("category"))
            for enclosure in item.findall("enclosure"):
                assert set(enclosure.attrib) == {"url", "length", "type"} and int(enclosure.get("length", "")) > 0
            Content(text_of(item, CONTENT), lang)


def check_json_feed(feed: Any, address: str, lang: str) -> None:
    """The rules of https://www.jsonfeed.org/version/1.1/."""
    strings = {"version", "title", "home_page_url", "feed_url", "description", "language", "icon", "favicon"}
    assert set(feed) <= strings | {"authors", "hubs", "items", "_nashra"}
    assert {"version", "title", "items"} <= set(feed)
    assert all(isinstance(feed[key], str) and feed[key] for key in strings & set(feed))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["feed_url"], feed["language"]) == (address, lang)
    assert feed["hubs"] == [{"type": "WebSub", "url": HUB}]
    ids = [item["id"] for item in feed["items"]]
    assert len(set(ids)) == len(ids)
    for item in feed["items"]:
        texts = {
            "id",
            "url",
            "title",
            "content_html",
            "summary",
            "image",
            "language",
            "date_published",
            "date_modified",
        }
        assert set(item) <= texts | {"authors", "tags", "attachments", "_nashra"}
        assert all(isinstance(item[key], str) and item[key] for key in texts & set(item))
        assert RFC3339.match(item["date_published"]) and RFC3339.match(item["date_modified"])
        assert ADDRESS.match(item["url"]) and ADDRESS.match(item.get("image", "https://x.example/"))
        assert item["language"] == lang
        assert all(isinstance(tag, str) and tag for tag in item.get("tags", ()))
        for author in [*feed["authors"], *item.get("authors", ())]:
            assert set(author) <= {"name", "url", "avatar"} and author["name"]
        for attachment in item.get("attachments", ()):
            assert ADDRESS.match(attachment["url"]) and "/" in attachment["mime_type"]
            assert isinstance(attachment["size_in_bytes"], int) and attachment["size_in_bytes"] > 0
        Content(item["content_html"], lang)


def test_json_feed_keeps_the_rules_of_its_specification(site: Path) -> None:
    for address, lang, data in files(site, "feed.json"):
        check_json_feed(json.loads(data), address, lang)


def test_every_address_in_a_feed_that_is_ours_leads_to_a_file(site: Path) -> None:
    from urllib.parse import unquote

    found: set[str] = set()
    for name in ("atom.xml", "rss.xml", "feed.json", "feeds.opml"):
        for path in site.rglob(name):
            found |= set(re.findall(rf'{re.escape(SITE)}([^"<&#\\]*)', path.read_text("utf-8")))
    assert len(found) > 60
    for reference in found:
        path = site / unquote(reference)
        assert (path / "index.html" if reference.endswith("/") or not reference else path).is_file(), reference


def test_the_same_feed_in_other_languages_and_formats_names_this_one(site: Path) -> None:
    """Alternates point at each other; a language whose feed would be empty has none."""
    for address, _, data in files(site, "atom.xml"):
        for link in ElementTree.fromstring(data).findall(f"{ATOM}link[@rel='alternate']"):
            href = link.get("href", "")
            if href.endswith("atom.xml"):
                other = ElementTree.fromstring((site / href.removeprefix(SITE)).read_bytes())
                back = [twin.get("href") for twin in other.findall(f"{ATOM}link[@rel='alternate']")]
                assert address in back
    assert not (site / "fr/topics/no-name").exists() and not (site / "en/topics/no-name").exists()


def test_opml_lists_every_feed_of_its_language_once(site: Path) -> None:
    for lang in ("ar", "fr", "en"):
        root = ElementTree.fromstring((site / lang / "feeds.opml").read_bytes())
        assert (root.tag, root.get("version"), [child.tag for child in root]) == ("opml", "2.0", ["head", "body"])
        assert root.findtext("head/title") and RFC822.match(root.findtext("head/dateModified") or "")
        listed = []
        for group in root.findall("body/outline"):
            assert set(group.attrib) == {"text"} and len(group)
            for outline in group:
                assert {"text", "type", "title", "xmlUrl", "htmlUrl", "language"} <= set(outline.attrib)
                assert (outline.get("type"), outline.get("version"), outline.get("language")) == ("rss", "RSS2", lang)
                listed.append(outline.get("xmlUrl", ""))
        assert len(listed) == len(set(listed))
        assert set(listed) == {SITE + path.relative_to(site).as_posix() for path in (site / lang).rglob("rss.xml")}
        assert all(urlsplit(address).scheme == "https" for address in listed)
