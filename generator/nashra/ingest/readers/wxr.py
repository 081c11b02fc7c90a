"""WordPress exports (WXR: RSS 2.0 with WordPress' own elements), read twice as a stream: pictures first, then posts.

https://codex.wordpress.org/Tools_Export_Screen; the elements are those of wp-admin/includes/export.php, 1.0 to 1.2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO

from nashra.ingest.assembler import Moment
from nashra.ingest.draft import Given
from nashra.ingest.extract import Extract, refused
from nashra.ingest.readers.item import NOT_PUBLIC, Item, ItemPicture, local_moment, mail_moment, make, plain
from nashra.ingest.readers.wordpress_text import Attachment, to_html
from nashra.ingest.readers.xml_items import items, line_of, local, text
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
# What there is to say of a text in each state that a text can have.
HELD = {**NOT_PUBLIC, "future": "", "publish": ""}
REMNANTS = frozenset({"trash", "auto-draft", "inherit"})


@dataclass(slots=True)
class Library:
    """What a first reading finds: attachments by their id and by the post they belong to."""

    files: dict[str, Attachment] = field(default_factory=dict)
    by_post: dict[str, list[str]] = field(default_factory=dict)

    def pictures(self, post: str, ids: list[str]) -> list[Attachment]:
        return [self.files[each] for each in ids or self.by_post.get(post, []) if each in self.files]


def read(stream: BinaryIO, given: Given, start: int = 0) -> Iterator[Extract]:
    """The posts of an export, from number `start` on (from 0, counting posts that are to be imported).

    stream: can be rewound. given.pages: whether pages are imported too. The last entries tell of damage and of what
    else there was. Raises ContentError for a document that declares entities.
    """
    library = library_of(stream)
    problems: list[Problem] = []
    others: Counter[str] = Counter()
    authors: dict[str, str] = {}
    number = 0
    for element in items(stream, ["item"]):
        if isinstance(element, Problem):
            problems.append(element)
            continue
        fields = fields_of(element)
        kind, status = fields.get("post_type", "post"), fields.get("status", "publish")
        if not _is_wanted(kind, status, given):
            others[kind if status not in REMNANTS or kind in ("attachment", "revision") else f"{kind} ({status})"] += 1
            continue
        comments = sum(local(each) == "comment" for each in element.iterchildren())
        others.update({"comment": comments} if comments else {})
        number += 1
        if number <= start:
            continue
        if not authors:
            authors = authors_of(element)
        label = f"post {number}"
        try:
            yield Extract(label, make(item_of(element, fields, authors, library, given), given))
        except ContentError as error:
            title = plain(fields.get("title", ""))
            yield refused(f"{label}, {title!r}" if title else label, error, line_of(element))
    for problem in problems:
        yield Extract("the export", problems=(problem,))
    if not number and not problems:
        yield Extract("the export", problems=(Problem("there are no posts in this export"),))
    if others:
        counted = ", ".join(f"{kind}: {count}" for kind, count in sorted(others.items()))
        hint = "; --pages imports the pages" if "page" in others else ""
        yield Extract("the export", note=f"what else is in it was left out ({counted}){hint}")


def _is_wanted(kind: str, status: str, given: Given) -> bool:
    return (kind == "post" or (kind == "page" and given.pages)) and status not in REMNANTS


def fields_of(element: Element) -> dict[str, str]:
    """Local name -> text of the children that may stand once."""
    names = ("title", "link", "pubDate", "creator", "encoded", "category", "postmeta")
    found: dict[str, str] = {}
    for each in element.iterchildren():
        name = local(each)
        if name == "encoded":
            name = "content" if each.tag == _CONTENT else "excerpt"
        elif name in ("category", "postmeta", "comment"):
            continue
        if name in names or name not in found:
            found.setdefault(name, text(each))
    return found


def meta_of(element: Element) -> dict[str, str]:
    """Name -> value of what plugins and WordPress itself keep with a post."""
    found = {}
    for each in element.iterchildren():
        if local(each) == "postmeta":
            pair = {local(part): text(part) for part in each.iterchildren()}
            found[pair.get("meta_key", "")] = pair.get("meta_value", "")
    return found


def library_of(stream: BinaryIO) -> Library:
    """The attachments of the export `stream`."""
    library = Library()
    for element in items(stream, ["item"]):
        if isinstance(element, Problem):
            continue
        fields = fields_of(element)
        if fields.get("post_type") != "attachment" or not fields.get("attachment_url"):
            continue
        alt = meta_of(element).get("_wp_attachment_image_alt", "")
        id_ = fields.get("post_id", "")
        library.files[id_] = Attachment(fields["attachment_url"], alt, fields.get("excerpt", ""))
        library.by_post.setdefault(fields.get("post_parent", "0"), []).append(id_)
    return library


def authors_of(element: Element) -> dict[str, str]:
    """Login -> the name that the site shows, as the head of the export tells it."""
    channel = element.getparent()
    found = {}
    for each in channel.iterchildren() if channel is not None else ():
        if local(each) == "author":
            fields = {local(part): text(part) for part in each.iterchildren()}
            full = f"{fields.get('author_first_name', '')} {fields.get('author_last_name', '')}".strip()
            found[fields.get("author_login", "")] = fields.get("author_display_name") or full
    return found


def channel_of(element: Element, name: str) -> str:
    """What the export says of the whole site under `name`, a tag with its namespace."""
    channel = element.getparent()
    if channel is None:
        return ""
    return next((text(each) for each in channel.iterchildren() if each.tag == name), "")


def item_of(element: Element, fields: dict[str, str], authors: dict[str, str], library: Library, given: Given) -> Item:
    """What a post or a page says. fields: see `fields_of`. authors: login -> name. library: see `library_of`."""
    login = fields.get("creator", "")
    status, post = fields.get("status", "publish"), fields.get("post_id", "")
    held = HELD.get(status, f"its state there was {status!r}")
    if fields.get("post_password"):
        held = held or "it was behind a password there"
    meta = meta_of(element)
    address = fields.get("link", "")
    public = not held and "?p=" not in address and "?page_id=" not in address
    return Item(
        kind="export",
        title=fields.get("title", ""),
        html=fields.get("content", ""),
        url=address if public else None,
        base=address or None,
        published=_published(fields, given),
        updated=local_moment(fields.get("post_modified", ""), fields.get("post_modified_gmt", ""), given.timezone),
        authors=(authors.get(login) or login,) if login else (),
        summary=fields.get("excerpt", ""),
        terms=tuple(
            term
            for each in element.iterchildren()
            if local(each) == "category" and each.get("domain", "category") in ("category", "post_tag")
            for term in (text(each), each.get("nicename") or "")
        ),
        site=channel_of(element, "title") or None,
        languages=(channel_of(element, "language"),),
        picture=_picture(meta.get("_thumbnail_id", ""), library),
        held=held,
        own=True,
        before=lambda html: to_html(html, lambda ids: library.pictures(post, ids)),
    )


def _picture(id_: str, library: Library) -> ItemPicture | None:
    found = library.files.get(id_)
    return ItemPicture(found.address, found.alt, found.caption) if found is not None else None


def _published(fields: dict[str, str], given: Given) -> Moment | None:
    moment = local_moment(fields.get("post_date", ""), fields.get("post_date_gmt", ""), given.timezone)
    if moment is not None:
        return moment
    # exports of drafts give the year -1, which is read as 1970 or worse
    found = mail_moment(fields.get("pubDate", ""))
    return (found, True) if found is not None and found.tzinfo is not None else None
