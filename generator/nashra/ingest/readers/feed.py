"""RSS (0.9 to 2.0, with the modules that carry whole texts) and Atom -> articles.

https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/spec, RFC 4287, and the modules content,
Dublin Core and Media RSS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, BinaryIO

from nashra.ingest.assembler import Moment
from nashra.ingest.draft import Given
from nashra.ingest.extract import Extract, refused
from nashra.ingest.page.html_dates import read_written
from nashra.ingest.page.web_address import absolute
from nashra.ingest.readers.item import DRAFT, Item, ItemPicture, is_cut, mail_moment, make, plain
from nashra.ingest.readers.xml_items import XML_NAMESPACE, child, children, items, line_of, local, text
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_XHTML_BODY = "{http://www.w3.org/1999/xhtml}body"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_ATOM = "{http://www.w3.org/2005/Atom}"
_APP = ("{http://purl.org/atom/app#}", "{http://www.w3.org/2007/app}")
_BLOGGER = "{http://schemas.google.com/blogger/"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_PUBLISHED = ("pubDate", "published", "issued", f"{_DC}date", f"{_DCTERMS}issued", f"{_DCTERMS}created")
_UPDATED = (f"{_ATOM}updated", "updated", "modified", f"{_DCTERMS}modified")
# A description this long (characters of plain text) is the article, unless it says that it goes on elsewhere.
_WHOLE = 500


def read(stream: BinaryIO, given: Given, start: int = 0) -> Iterator[Extract]:
    """The articles of a feed, from number `start` on. One with a summary only is imported as a draft.

    stream: can be rewound. Raises ContentError for a document that declares entities.
    """
    problems: list[Problem] = []
    others: Counter[str] = Counter()
    number = 0
    for element in items(stream, ["item", "entry"]):
        if isinstance(element, Problem):
            problems.append(element)
            continue
        kind = blogger_kind(element)
        if kind not in ("", "post") and not (kind == "page" and given.pages):
            others[kind] += 1
            continue
        number += 1
        if number <= start:
            continue
        label = f"item {number}"
        try:
            yield Extract(label, make(item_of(element, given, own=bool(kind)), given))
        except ContentError as error:
            title = plain(text(child(element, "title")))
            yield refused(f"{label}, {title!r}" if title else label, error, line_of(element))
    for problem in problems:
        yield Extract("the feed", problems=(problem,))
    if not number and not problems:
        yield Extract("the feed", problems=(Problem("there are no articles in this feed"),))
    if others:
        counted = ", ".join(f"{kind}: {count}" for kind, count in sorted(others.items()))
        hint = "; --pages imports the pages" if "page" in others else ""
        yield Extract("the feed", note=f"what else is in it was left out ({counted}){hint}")


def blogger_kind(element: Element) -> str:
    """What an entry of a Blogger export is: post, page, comment, settings, template, "post (trash)"; empty for an
    entry of any other feed."""
    kind = next(
        (
            (each.get("term") or "").rpartition("#")[2]
            for each in children(element, "category")
            if (each.get("scheme") or "").endswith("#kind")
        ),
        "",
    )
    fields = {local(each): text(each) for each in element.iterchildren() if str(each.tag).startswith(_BLOGGER)}
    kind = kind or fields.get("type", "").lower()
    return f"{kind} (trash)" if kind and "TRASHED" in fields.get("status", "") else kind


def _is_draft(element: Element) -> bool:
    """Whether the Atom Publishing Protocol (RFC 5023, 13.1.1) or Blogger marks an entry as a draft."""
    for each in element.iterdescendants():
        name = local(each)
        if name == "draft" and str(each.tag).startswith(_APP) and text(each).lower() == "yes":
            return True
        if name == "status" and str(each.tag).startswith(_BLOGGER) and text(each).upper() in ("DRAFT", "SCHEDULED"):
            return text(each).upper() == "DRAFT"
    return False


def item_of(element: Element, given: Given, *, own: bool) -> Item:
    """What an entry says. own: whether it comes from an export of the owner's own."""
    html, whole = _content(element)
    summary = child(element, "summary", "description")
    url = _address(element)
    channel = _channel(element)
    # a text that came as the summary is no summary of itself
    excerpt = _markup(summary) if whole and summary is not None else ""
    held = "" if whole or own else "the feed carries only a summary: add the text, then take `draft` away"
    if _is_draft(element):
        held, url = DRAFT, None
    source = child(element, "source")
    site = child(source, "title") if source is not None and len(source) else None
    return Item(
        kind="feed",
        title=text(child(element, "title", f"{_MEDIA}title", f"{_DC}title")),
        html=html,
        url=url,
        base=_base(element) or url or _link(channel),
        published=_moment(element, given, _PUBLISHED),
        updated=_moment(element, given, _UPDATED),
        authors=_authors(element, channel),
        summary=excerpt if excerpt != html else "",
        terms=tuple(_terms(element)),
        site=text(site) or (text(child(channel, "title")) if channel is not None else "") or None,
        languages=tuple(filter(None, [_language(element), _language(channel)])),
        picture=_picture(element, url),
        held=held,
        own=own,
    )


def _channel(element: Element) -> Element | None:
    """What describes the feed: around the items, or before them (RSS 1.0)."""
    parent = element.getparent()
    if parent is None:
        return None
    return next((each for each in parent.iterchildren() if local(each) == "channel"), parent)


def _content(element: Element) -> tuple[str, bool]:
    """(HTML, whether it is the whole text)."""
    for name in (_ENCODED, f"{_ATOM}content", _XHTML_BODY, "content"):
        for each in children(element, name):
            if html := _markup(each):
                return html, not is_cut(plain(html)[-200:])
    summaries = (child(element, name) for name in ("description", "summary"))
    found = [_markup(each) for each in summaries if each is not None]
    html = max(found, key=len, default="")
    words = plain(html)
    return html, len(words) >= _WHOLE and not is_cut(words[-200:])


def _markup(element: Element) -> str:
    """The content of a text construct as HTML (RFC 4287, 3.1 and 4.1.3); RSS has only escaped HTML."""
    kind = (element.get("type") or "html").strip().lower()
    if kind == "xhtml" or (len(element) and kind.endswith("xml")):
        from lxml import etree

        return "".join(
            etree.tostring(_without_namespace(each), encoding="unicode", method="html", with_tail=True)
            for each in element.iterchildren()
        )
    words = text(element)
    if element.tag.startswith(_ATOM) and kind in ("text", "text/plain"):
        return "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n") if part.strip())
    if "<" not in words and "\n" in words:
        return "".join(f"<p>{part}</p>" for part in words.split("\n\n") if part.strip())
    return words


def _without_namespace(element: Element) -> Element:
    for each in element.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2]
    return element


def _address(element: Element) -> str | None:
    """Where the article stands on the web."""
    base = _base(element) or _link(_channel(element))
    candidates = [
        each.get("href")
        for each in children(element, "link")
        if each.get("href") and (each.get("rel") or "alternate") == "alternate"
    ]
    candidates += [text(each) for each in children(element, "link") if not each.get("href")]
    guid = child(element, "guid")
    if guid is not None and (guid.get("isPermaLink") or "true").lower() == "true":
        candidates.append(text(guid))
    found = (absolute(candidate, base) for candidate in candidates if candidate)
    return next(filter(None, found), None)


def _link(channel: Element | None) -> str | None:
    if channel is None:
        return None
    for each in children(channel, "link"):
        address = each.get("href") or text(each)
        if address and (each.get("rel") or "alternate") == "alternate":
            return absolute(address, None)
    return None


def _base(element: Element) -> str | None:
    """The xml:base that holds for an item's content: each is relative to the one around it."""
    content = next((each for each in element.iterchildren() if local(each) in ("content", "encoded")), element)
    base: str | None = None
    for each in reversed((content, *content.iterancestors())):
        if value := each.get(f"{XML_NAMESPACE}base"):
            base = absolute(value, base) or base
    return base


def _language(element: Element | None) -> str:
    if element is None:
        return ""
    for each in (element, *element.iterancestors()):
        if value := each.get(f"{XML_NAMESPACE}lang"):
            return value
    return text(child(element, "language", f"{_DC}language"))


def _moment(element: Element, given: Given, names: Sequence[str]) -> Moment | None:
    for name in names:
        written = text(child(element, name))
        if not written:
            continue
        moment = mail_moment(written)
        if moment is not None:
            moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=given.timezone)
            return moment, bool(moment.hour or moment.minute or moment.second)
        found = read_written(written[:200])
        if found is not None and not found.is_relative:
            return found.moment(given.timezone)
    return None


def _authors(element: Element, channel: Element | None) -> tuple[str, ...]:
    names = [text(each) for each in children(element, f"{_DC}creator")]
    for holder in (element, channel):
        if names or holder is None:
            break
        for each in children(holder, "author"):
            name = child(each, "name")
            names.append(text(name) if name is not None else _without_mail(text(each)))
    return tuple(filter(None, names))


def _without_mail(author: str) -> str:
    """RSS wants "mail@example.org (Name)"; a mail address alone names nobody."""
    if "@" not in author:
        return author
    return author.partition("(")[2].rpartition(")")[0].strip() if "(" in author else ""


def _terms(element: Element) -> Iterator[str]:
    for name in ("category", f"{_DC}subject"):
        for each in children(element, name):
            if (each.get("scheme") or "").endswith("#kind"):
                continue
            yield from filter(None, (each.get("label"), each.get("term"), text(each)))


def _picture(element: Element, url: str | None) -> ItemPicture | None:
    """The picture that Media RSS, or an enclosure, sets beside the article."""
    media = [each for each in element.iter(f"{_MEDIA}content") if _is_image(each)]
    media += list(element.iter(f"{_MEDIA}thumbnail"))
    media += [each for each in children(element, "enclosure") if _is_image(each)]
    media += [each for each in children(element, "link") if each.get("rel") == "enclosure" and _is_image(each)]
    for each in media:
        address = absolute(each.get("url") or each.get("href"), url)
        if address:
            around = each if len(each) else each.getparent()
            if around is None or around is element:  # texts of an item are about the item
                return ItemPicture(address)
            caption, credit = (text(child(around, _MEDIA + name)) for name in ("description", "credit"))
            return ItemPicture(address, "", caption, credit)
    return None


def _is_image(element: Element) -> bool:
    kind = element.get("type") or ""
    return kind.startswith("image/") or (not kind and element.get("medium", "image") == "image")
