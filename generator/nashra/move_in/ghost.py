"""Exports of Ghost: one JSON file. https://docs.ghost.org/migration/custom"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from nashra.ingest.page.html_dates import read_written
from nashra.ingest.readers.item import Item, ItemPicture
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.move_in.old_site import UNKNOWN, OldSite, OldText, Other, entry, language, of_html, path_below
from nashra.move_in.spool import Spool, Ticket

_HOME = "__GHOST_URL__"
_ALTERNATE = re.compile(r"<link\b[^>]*\bhreflang=[\"']([A-Za-z-]+)[\"'][^>]*>", re.IGNORECASE)
_HREF = re.compile(r"\bhref=[\"']([^\"']+)[\"']", re.IGNORECASE)


def is_export(path: Path) -> bool:
    """Whether the file is an export of Ghost."""
    if path.suffix.lower() != ".json":
        return False
    with path.open("rb") as stream:
        head = stream.read(4096).decode("utf-8", "replace")
    return re.match(r'\s*\{\s*"(?:db|meta|data)"\s*:', head) is not None and ('"db"' in head or '"posts"' in head)


def export_in(folder: Path) -> Path | None:
    """The export of Ghost in `folder`, None where there is none."""
    return next((path for path in sorted(folder.glob("*.json")) if path.is_file() and is_export(path)), None)


def read(root: Path, path: Path, languages: tuple[str, ...], zone: ZoneInfo | None = None) -> OldSite:
    """The site in the export `path`. Raises ContentError where it is damaged."""
    try:
        found = json.loads(read_text(path), strict=False)
    except (ValueError, RecursionError) as error:
        raise ContentError(f"the export is damaged: {error}", path=path, hint="export it again") from None
    rows = found.get("db", found) if isinstance(found, dict) else found
    table = rows[0] if isinstance(rows, list) and rows else rows
    data = table.get("data", table) if isinstance(table, dict) else {}
    tables = {name: [each for each in many if isinstance(each, dict)] for name, many in data.items()
              if isinstance(many, list)}  # fmt: skip
    return _Reading(path, tables, languages, zone).site


class _Reading:
    def __init__(
        self, path: Path, tables: Mapping[str, list[dict[str, Any]]], languages: tuple[str, ...], zone: ZoneInfo | None
    ) -> None:
        self.path, self.tables, self.languages, self.zone = path, tables, languages, zone or UTC
        self.spool = Spool()
        settings = {entry(each, "key"): entry(each, "value") for each in tables.get("settings", [])}
        # an export does not say where it stood; links inside it need some place
        home = settings.get("url", "") or UNKNOWN
        lang = language(settings.get("locale") or settings.get("lang") or settings.get("default_locale"))
        folder = path.parent
        self.site = OldSite("Ghost", home, lang or "", media=(folder, folder / "content"))
        self.tags = {entry(each, "id"): each for each in tables.get("tags", [])}
        self.users = {entry(each, "id"): entry(each, "name") for each in tables.get("users", [])}
        self.meta = {entry(each, "post_id"): each for each in tables.get("posts_meta", [])}
        self.of_post = _links(tables.get("posts_tags", []), "tag_id")
        self.by = _links(tables.get("posts_authors", []), "author_id")
        for number, post in enumerate(tables.get("posts", []), 1):
            self._post(post, f"post {number}")
        self._lists()
        for each in ("navigation", "secondary_navigation"):
            self.site.menus += _menu(each, settings.get(each, ""))

    def _post(self, post: dict[str, Any], label: str) -> None:
        id_, slug = entry(post, "id"), entry(post, "slug")
        named = [self.tags[each] for each in self.of_post.get(id_, []) if each in self.tags]
        labels = [entry(each, "name") for each in named]
        inner = [each.lstrip("#").removeprefix("lang-") for each in labels if each.startswith("#")]
        lang = next((each for each in inner if each in self.languages), None) or language(entry(post, "locale"))
        group = next((each for each in inner if re.match(r"(?:t|tr|translation|i18n)[-_:]", each)), "")
        is_page = entry(post, "type") == "page" or str(post.get("page")).lower() in ("true", "1")
        status = entry(post, "status") or "published"
        public = [each for each in labels if not each.startswith("#")]
        address = f"/{lang}/{slug}/" if lang and self._is_below(lang) else f"/{slug}/"
        authors = [self.users.get(each, "") for each in self.by.get(id_, [])] or [
            self.users.get(entry(post, "author_id", "author"), "")
        ]
        held = "" if status in ("published", "sent", "scheduled") else f"its state there was {status!r}"
        if entry(post, "visibility") not in ("", "public"):
            held = held or "it was for members there"
        published = self._moment(entry(post, "published_at")) or (
            None if is_page else self._moment(entry(post, "created_at"))
        )
        item = Item("export", entry(post, "title"), _html(post).replace(_HOME, ""), own=True, held=held)
        item.base = self.site.home.rstrip("/") + address
        item.published, item.updated = published, self._moment(entry(post, "updated_at"))
        item.authors = tuple(name for name in authors if name)
        item.summary = entry(post, "custom_excerpt")
        item.terms = tuple(public)
        if picture := entry(post, "feature_image").replace(_HOME, ""):
            meta = self.meta.get(id_, {})
            alt = entry(meta, "feature_image_alt")
            item.picture = ItemPicture(picture, alt, entry(meta, "feature_image_caption"))
        ticket = self.spool.put(item)
        head = entry(post, "codeinjection_head")
        alternates = [path_below(href[1], self.site.home) for each in _ALTERNATE.finditer(head)
                      if (href := _HREF.search(each[0]))]  # fmt: skip
        key = f"group {group}" if group else f"alternates {min(alternates)}" if alternates else None
        self.site.texts.append(
            OldText(
                path=self.path,
                lang=lang,
                key=key,
                address=address,
                slug=slug,
                title=item.title,
                label=label,
                read=of_html(self._getter(ticket)),
                day=published[0].date() if published else None,
                aliases=(f"/p/{entry(post, 'uuid')}/",) if entry(post, "uuid") and held else (),
                is_page=is_page,
                held=bool(held),
                terms=tuple(public[:1]),
                tags=tuple(public[1:]),
                authors=item.authors,
            )
        )

    def _is_below(self, lang: str) -> bool:
        """Whether the texts of a language had a folder of their own, as far as links tell."""
        routes = self.path.parent / "routes.yaml"
        if routes.is_file():
            return f"/{lang}/" in read_text(routes)
        return False

    def _getter(self, ticket: Ticket) -> Callable[[], Item]:
        def get() -> Item:
            item: Item = self.spool.get(ticket)
            return item

        return get

    def _moment(self, written: str) -> tuple[datetime, bool] | None:
        found = read_written(written) if written else None
        return found.moment(ZoneInfo("UTC")) if found is not None else None

    def _lists(self) -> None:
        others = self.site.others
        others["/"] = Other("home", "", self.site.lang)
        for path in ("/rss/", "/feed/"):
            others[path] = Other("feed", "", self.site.lang)
        for tag in self.tags.values():
            others[f"/tag/{entry(tag, 'slug')}/"] = Other("topic", entry(tag, "name"), self.site.lang)
            others[f"/tag/{entry(tag, 'slug')}/rss/"] = Other("feed", "", self.site.lang)
        for user in self.tables.get("users", []):
            others[f"/author/{entry(user, 'slug')}/"] = Other("author", entry(user, "name"), self.site.lang)


def _links(rows: list[dict[str, Any]], name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda each: int(each.get("sort_order") or 0)):
        found.setdefault(entry(row, "post_id"), []).append(entry(row, name))
    return found


def _menu(name: str, value: str) -> list[str]:
    try:
        rows = json.loads(value) if value else []
    except ValueError:
        return []
    return [f"{name}: {entry(row, 'label')} -> {entry(row, 'url')}" for row in rows if isinstance(row, dict)]


def _html(post: Mapping[str, Any]) -> str:
    """The text as HTML: what Ghost made of it, else what its editor kept."""
    if found := entry(post, "html"):
        return found
    for name in ("lexical", "mobiledoc"):
        try:
            tree = json.loads(entry(post, name) or "null")
        except ValueError:
            continue
        if isinstance(tree, dict):
            return "".join(_lexical(tree.get("root", {})) if name == "lexical" else _mobiledoc(tree))
    return "".join(f"<p>{escape(part)}</p>" for part in entry(post, "plaintext").split("\n\n") if part.strip())


def _lexical(node: Mapping[str, Any]) -> Iterator[str]:
    kind = entry(node, "type")
    inner = "".join("".join(_lexical(each)) for each in node.get("children") or () if isinstance(each, dict))
    tag = {"paragraph": "p", "quote": "blockquote", "extended-quote": "blockquote", "listitem": "li"}.get(kind)
    match kind:
        case "text" | "extended-text":
            style = int(node.get("format") or 0)
            words = escape(str(node.get("text") or ""))
            words = f"<strong>{words}</strong>" if style & 1 else words
            yield f"<em>{words}</em>" if style & 2 else words
        case "linebreak":
            yield "<br>"
        case "link":
            yield f'<a href="{escape(str(node.get("url") or ""))}">{inner}</a>'
        case "heading" | "extended-heading":
            tag = entry(node, "tag") or "h2"
            yield f"<{tag}>{inner}</{tag}>"
        case "list":
            tag = "ol" if entry(node, "listType") == "number" else "ul"
            yield f"<{tag}>{inner}</{tag}>"
        case "image":
            caption = str(node.get("caption") or "")
            source, alt = escape(str(node.get("src") or "")), escape(str(node.get("alt") or ""))
            yield f'<figure><img src="{source}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'
        case "gallery":
            for each in node.get("images") or ():
                yield f'<figure><img src="{escape(str(each.get("src") or ""))}"></figure>'
        case "html" | "markdown":
            yield str(node.get("html") or node.get("markdown") or "")
        case "codeblock":
            yield f"<pre><code>{escape(str(node.get('code') or ''))}</code></pre>"
        case "embed" | "bookmark":
            url = escape(str(node.get("url") or ""))
            yield f'<p><a href="{url}">{url}</a></p>'
        case "horizontalrule":
            yield "<hr>"
        case _:
            yield f"<{tag}>{inner}</{tag}>" if tag else inner


def _mobiledoc(tree: Mapping[str, Any]) -> Iterator[str]:
    markups, cards = tree.get("markups") or [], tree.get("cards") or []
    for section in tree.get("sections") or ():
        match section:
            case [1, str(tag), list(markers), *_]:
                yield f"<{tag}>{''.join(_markers(markers, markups))}</{tag}>"
            case [3, str(tag), list(lines), *_]:
                yield f"<{tag}>{''.join('<li>' + ''.join(_markers(each, markups)) + '</li>' for each in lines)}</{tag}>"
            case [10, int(at), *_] if at < len(cards) and isinstance(cards[at], list) and len(cards[at]) > 1:
                card = cards[at][1] if isinstance(cards[at][1], dict) else {}
                if card.get("src"):
                    source, alt = escape(str(card["src"])), escape(str(card.get("alt") or ""))
                    yield f'<figure><img src="{source}" alt="{alt}"></figure>'
                yield str(card.get("html") or card.get("markdown") or "")


def _markers(markers: list[Any], markups: list[Any]) -> Iterator[str]:
    stack: list[str] = []
    for marker in markers:
        if not (isinstance(marker, list) and len(marker) == 4):
            continue
        _, opened, closed, words = marker
        for at in opened:
            tag, *rest = markups[at] if at < len(markups) else ["span"]
            pairs = rest[0] if rest and isinstance(rest[0], list) else []
            href = next((pairs[i + 1] for i in range(0, len(pairs) - 1, 2) if pairs[i] == "href"), "")
            yield f'<{tag} href="{escape(str(href))}">' if href else f"<{tag}>"
            stack.append(tag)
        yield escape(str(words))
        for _ in range(int(closed or 0)):
            if stack:
                yield f"</{stack.pop()}>"
