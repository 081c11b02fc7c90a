"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from nashra.render.feeds.feed_model import Channel, FeedWriter, Item, clean
from nashra.settings.feed_formats import FEED_FORMATS

VERSION = "https://jsonfeed.org/version/1.1"

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def parts(items: Sequence[Item], formats: Collection[str]) -> list[Mapping[str, bytes]]:
    """Each of `items` as a JSON object, ready for `feed`, where `formats` has "json"."""
    return [{"json": part(item)} if "json" in formats else {} for item in items]


def part(item: Item) -> bytes:
    """The item as a JSON object."""
    title = clean(item.title)
    node: dict[str, Any] = {
        "id": item.id,
        "url": item.address,
        "title": title,
        "content_html": clean(item.html),
        "summary": clean(item.summary) or title,
        "date_published": item.published.isoformat(),
        "date_modified": item.changed.isoformat(),
        "language": item.language,
    }
    if item.picture:
        picture = item.picture
        node["image"] = picture.address
        node["attachments"] = [
            {"url": picture.address, "mime_type": picture.media_type, "size_in_bytes": picture.length}
        ]
    if item.authors:
        node["authors"] = [{"name": clean(author)} for author in item.authors]
    if tags := list(filter(None, map(str.strip, map(clean, item.categories)))):
        node["tags"] = tags
    if item.source:
        # `external_url` is not for this: readers open it in the article's place
        source = {"name": clean(item.source.name), "url": item.source.url}
        node["_nashra"] = {"source": {key: value for key, value in source.items() if value}}
    return _encode(node).encode("utf-8")


def feed(channel: Channel, items: Sequence[bytes]) -> bytes:
    """A feed of items that `parts` gave, in their order; the same arguments give the same bytes."""
    head: dict[str, Any] = {
        "version": VERSION,
        "title": clean(channel.title),
        "home_page_url": channel.page,
        "feed_url": channel.address,
        "language": channel.language,
        "authors": [{"name": clean(channel.author)}],
    }
    if channel.description:
        head["description"] = clean(channel.description)
    if channel.hub:
        head["hubs"] = [{"type": "WebSub", "url": channel.hub}]
    if channel.alternates:
        # the format has no place for them, but lets publishers add objects of their own
        head["_nashra"] = {
            "alternates": [
                {"url": other.address, "language": other.language, "mime_type": FEED_FORMATS[other.format].media_type}
                for other in channel.alternates
            ]
        }
    text = _encode(head).encode("utf-8").removesuffix(b"}")
    return b"".join([text, b',"items":[\n', b",\n".join(items), b"\n]}\n"])


WRITERS = {"json": FeedWriter(parts, feed)}
