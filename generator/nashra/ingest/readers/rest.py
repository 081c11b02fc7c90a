"""Answers of the WordPress REST API: a post, or a list of posts, as /wp-json/wp/v2/posts gives them.

https://developer.wordpress.org/rest-api/reference/posts/; with `_embed` they carry their author, picture and terms.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from nashra.ingest.draft import Given
from nashra.ingest.extract import Extract, refused
from nashra.ingest.readers.item import NOT_PUBLIC, Item, ItemPicture, local_moment, make, plain
from nashra.ingest.readers.wordpress_text import read_shortcodes
from nashra.kit.errors import ContentError

_ADVICE = "the answers of /wp-json/wp/v2/posts are read; for other JSON, paste the article's text"


def read(text: str, given: Given, start: int = 0) -> Iterator[Extract]:
    """The posts in `text`, from number `start` on. Raises ContentError for JSON that holds no posts."""
    posts = _posts(text)
    for number, post in enumerate(posts[start:], start + 1):
        label = f"post {number}" if len(posts) > 1 else ""
        try:
            yield Extract(label, make(_item(post, given), given))
        except ContentError as error:
            title = plain(_text(post.get("title")))
            yield refused(f"{label}, {title!r}" if label and title else label, error)


def _posts(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        message = f"the JSON is damaged: {error.msg}"
        raise ContentError(message, line=error.lineno, hint="save the whole answer again") from None
    except (RecursionError, ValueError):
        raise ContentError("the JSON is damaged: it is nested too deeply, or has an impossible number") from None
    if isinstance(value, dict) and ("db" in value or ("meta" in value and "data" in value)):
        raise ContentError("this is an export of Ghost", hint="`nashra import --move FILE` makes articles of it")
    if isinstance(value, dict) and isinstance(value.get("posts"), list):
        value = value["posts"]
    found = value if isinstance(value, list) else [value]
    if isinstance(value, dict) and {"code", "message"} <= value.keys() and "content" not in value:
        raise ContentError(f"the site answered with an error: {_text(value['message'])[:200]}", hint=_ADVICE)
    if not found:
        raise ContentError("there are no posts in this file", hint=_ADVICE)
    posts = [each for each in found if isinstance(each, dict) and "title" in each and "content" in each]
    if len(posts) < len(found):
        raise ContentError("this JSON is not that of WordPress posts", hint=_ADVICE)
    return posts


def _text(value: Any) -> str:
    """A field that is a text, or a table with the text as it is shown."""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("raw") or ""
    return value if isinstance(value, str) else ""


def _item(post: dict[str, Any], given: Given) -> Item:
    content = post.get("content")
    embedded = post.get("_embedded")
    embedded = embedded if isinstance(embedded, dict) else {}
    status = _text(post.get("status")) or "publish"
    held = NOT_PUBLIC.get(status, "")
    if isinstance(content, dict) and content.get("protected") is True:
        held = held or "it was behind a password there"
    yoast = post.get("yoast_head_json")
    yoast = yoast if isinstance(yoast, dict) else {}
    return Item(
        kind="post",
        title=_text(post.get("title")),
        html=_text(content),
        url=None if held else _text(post.get("link")) or _text(post.get("URL")) or None,
        base=_text(post.get("link")) or None,
        published=local_moment(_text(post.get("date")), _text(post.get("date_gmt")), given.timezone),
        updated=local_moment(_text(post.get("modified")), _text(post.get("modified_gmt")), given.timezone),
        authors=_authors(post, embedded, yoast),
        summary=_text(post.get("excerpt")),
        terms=tuple(_terms(post, embedded)),
        site=_text(yoast.get("og_site_name")) or None,
        languages=(_text(post.get("lang")), _text(yoast.get("og_locale"))),
        picture=_picture(post, embedded),
        held=held,
        own=True,
        before=lambda html: read_shortcodes(html, lambda _ids: []),
    )


def _authors(post: dict[str, Any], embedded: dict[str, Any], yoast: dict[str, Any]) -> tuple[str, ...]:
    names = [_text(each.get("name")) for each in _tables(embedded.get("author"))]
    names += [_text(each.get("name")) for each in _tables([post.get("author")])]
    names += [_text(yoast.get("author"))]
    return tuple([name for name in names if name][:1])


def _terms(post: dict[str, Any], embedded: dict[str, Any]) -> Iterator[str]:
    groups = embedded.get("wp:term")
    for group in groups if isinstance(groups, list) else []:
        for term in _tables(group):
            if _text(term.get("taxonomy")) in ("", "category", "post_tag"):
                yield from filter(None, (_text(term.get("name")), _text(term.get("slug"))))
    for key in ("categories", "tags"):  # the older interface of WordPress.com: name -> term
        named = post.get(key)
        if isinstance(named, dict):
            yield from (name for name in named if isinstance(name, str))


def _picture(post: dict[str, Any], embedded: dict[str, Any]) -> ItemPicture | None:
    for media in _tables(embedded.get("wp:featuredmedia")):
        if address := _text(media.get("source_url")):
            return ItemPicture(address, _text(media.get("alt_text")), _text(media.get("caption")))
    address = _text(post.get("featured_image")) or _text(post.get("jetpack_featured_media_url"))
    return ItemPicture(address) if address else None


def _tables(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
