"""Exports of Blogger: Atom with entries of several kinds, of the old and of the new form (Google Takeout)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit
from zoneinfo import ZoneInfo

from nashra.ingest.draft import Given
from nashra.ingest.readers import feed
from nashra.ingest.readers.item import DRAFT, Item
from nashra.ingest.readers.xml_items import child, children, items, local, text
from nashra.kit.errors import Problem
from nashra.move_in.old_site import Comment, OldSite, OldText, Other, language, language_named, of_html, path_below
from nashra.move_in.spool import Spool, Ticket

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SIGN = re.compile(rb"schemas\.google\.com/blogger/")
_FEEDS = ("/feeds/posts/default", "/feeds/posts/summary", "/atom.xml", "/rss.xml", "/feeds/comments/default")


def is_export(path: Path) -> bool:
    """Whether the file is an export of Blogger."""
    if path.suffix.lower() not in (".xml", ".atom"):
        return False
    with path.open("rb") as stream:
        head = stream.read(65536)
    return b"<feed" in head and _SIGN.search(head) is not None


def export_in(folder: Path) -> Path | None:
    """The export of Blogger in `folder`, None where there is none."""
    return next((path for path in sorted(folder.iterdir()) if path.is_file() and is_export(path)), None)


def read(root: Path, path: Path, languages: tuple[str, ...], zone: ZoneInfo | None = None) -> OldSite:
    """The blog in the export `path`."""
    site = OldSite("Blogger", "", media=(path.parent,))
    reading = _Reading(site, languages, Given(next(iter(languages), ""), zone or UTC))  # type: ignore[arg-type]
    with path.open("rb") as stream:
        for number, element in enumerate(items(stream, ["entry"]), 1):
            if isinstance(element, Problem):
                site.problems.append(Problem(element.message, path, element.line, element.hint))
            else:
                reading.take(path, element, f"entry {number}")
    reading.settle()
    return site


class _Reading:
    def __init__(self, site: OldSite, languages: tuple[str, ...], given: Given) -> None:
        self.site, self.languages, self.given = site, languages, given
        self.spool = Spool()
        self.said: dict[str, list[Comment]] = {}

    def take(self, path: Path, element: Element, label: str) -> None:
        kind = feed.blogger_kind(element)
        id_ = text(child(element, "id"))
        if kind == "settings" and id_.endswith("BLOG_LOCALE"):
            self.site.lang = language(text(child(element, "content"))) or ""
        if kind == "settings" and id_.endswith("BLOG_CUSTOM_DOMAIN") and text(child(element, "content")):
            self.site.home = f"https://{text(child(element, 'content'))}"
        if kind == "comment":
            self._comment(element)
        if kind not in ("post", "page"):
            return
        item = feed.item_of(element, self.given, own=True)
        item.site = None
        link = item.base or item.url or ""
        name = self._own(element, "filename")
        whole = next((each.get("href", "") for each in children(element, "link") if each.get("rel") == "alternate"), "")
        if whole and not self.site.home:
            parts = urlsplit(whole)
            self.site.home = f"{parts.scheme}://{parts.netloc}"
        address = path_below(whole or name or "", "")
        if not address.strip("/"):
            address = f"/{'p' if kind == 'page' else 'draft'}/{id_.rpartition('-')[2] or label.split()[1]}.html"
            item.held = item.held or DRAFT
        if not item.base and link:
            item.base = link
        terms = tuple(
            each.get("term", "")
            for each in children(element, "category")
            if each.get("term") and not (each.get("scheme") or "").endswith("#kind")
        )
        ticket = self.spool.put(item)
        self.site.texts.append(
            OldText(
                path=path,
                lang=self._language(terms),
                key=None,
                address=address,
                slug=unquote(address.rstrip("/").rpartition("/")[2]).removesuffix(".html") if whole or name else "",
                title=item.title,
                label=label,
                read=of_html(self._getter(ticket)),
                day=item.published[0].date() if item.published else None,
                is_page=kind == "page",
                held=bool(item.held),
                terms=tuple(term for term in terms if self._named(term) is None),
                authors=item.authors,
                comments=self._comments(id_),
            )
        )

    def _getter(self, ticket: Ticket) -> Callable[[], Item]:
        def get() -> Item:
            item: Item = self.spool.get(ticket)
            return item

        return get

    def _own(self, element: Element, name: str) -> str:
        return next((text(each) for each in element.iterchildren() if local(each) == name), "")

    def _named(self, term: str) -> str | None:
        """The language that a label names: bilingual blogs have one label a language."""
        return language_named(term, self.languages)

    def _language(self, terms: Sequence[str]) -> str | None:
        return next((code for term in terms if (code := self._named(term))), None)

    def _comment(self, element: Element) -> None:
        to = next((each for each in element.iterchildren() if local(each) == "in-reply-to"), None)
        post = (to.get("ref") if to is not None else "") or self._own(element, "parent")
        author = child(element, "author")
        name = text(child(author, "name")) if author is not None else ""
        said = Comment(name, text(child(element, "published"))[:10], text(child(element, "content")))
        self.said.setdefault(post, []).append(said)

    def _comments(self, id_: str) -> Callable[[], Sequence[Comment]]:
        return lambda: self.said.get(id_, [])

    def settle(self) -> None:
        """What stood at the addresses of no post."""
        others = self.site.others
        for path in ("/", "/index.html"):
            others[path] = Other("home", "", self.site.lang)
        for path in _FEEDS:
            others[path] = Other("feed", "", self.site.lang)
        for found in self.site.texts:
            for term in found.terms:
                others.setdefault(f"/search/label/{term}", Other("topic", term, found.lang or ""))
                others.setdefault(f"/search/label/{quote(term)}", Other("topic", term, found.lang or ""))
                others.setdefault(f"/feeds/posts/default/-/{term}", Other("feed", "", found.lang or ""))
