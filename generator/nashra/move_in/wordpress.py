"""WordPress exports (WXR), with the languages of Polylang and WPML, as far as an export carries them.

https://polylang.pro/doc/, https://wpml.org/documentation/related-projects/wpml-export-and-import/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from nashra.ingest.draft import Given
from nashra.ingest.formats import format_of
from nashra.ingest.readers import wxr
from nashra.ingest.readers.item import Item
from nashra.ingest.readers.xml_items import items, local, text
from nashra.kit.errors import ContentError, Problem
from nashra.move_in.old_site import Comment, OldSite, OldText, Other, language, of_html, path_below
from nashra.move_in.spool import Spool, Ticket

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PAIR = re.compile(r's:\d+:"([a-zA-Z_-]{2,8})";(?:i:(\d+)|s:\d+:"(\d+)");')
_LANGUAGE_FIELDS = (
    "language_code",
    "wpml_language",
    "_wpml_language",
    "_wpml_import_language_code",
    "wpml_lang",
    "lang",
)
_GROUP_FIELDS = ("trid", "_wpml_trid", "wpml_trid", "_wpml_import_translation_group", "translation_group")
_TERM_LANGUAGE, _TERM_GROUP = "_wpml_import_language_code", "_wpml_import_translation_group"
_ORIGINAL_FIELDS = ("_icl_lang_duplicate_of", "_icl_translation_of", "_wpml_original_id", "original_id")
_SOURCE_FIELDS = ("source_language_code", "_wpml_import_source_language_code")
# A post that WordPress made for its own needs.
_OWN = frozenset(
    "attachment nav_menu_item revision custom_css customize_changeset oembed_cache wp_global_styles wp_navigation "
    "wp_template wp_template_part wp_block user_request wp_font_face wp_font_family".split()
)


def export_in(folder: Path) -> Path | None:
    """The first WordPress export in `folder`, None where there is none."""
    return next(iter(_exports(folder)), None)


def is_export(path: Path) -> bool:
    """Whether the file is a WordPress export."""
    if path.suffix.lower() not in (".xml", ".wxr"):
        return False
    with path.open("rb") as stream:
        head = stream.read(8192).decode("utf-8", "replace").lstrip("\ufeff")
    return format_of(head).name == "a WordPress export"


def _exports(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.is_file() and is_export(path)]


@dataclass(slots=True)
class _Channel:
    """What the exports say of the whole site."""

    home: str = ""
    lang: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    # id of a post or a term -> (key of its translations)
    groups: dict[str, str] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    # id of a category -> its name, and its nicename -> (name, nicename of the one above it)
    terms: dict[str, str] = field(default_factory=dict)
    parents: dict[str, tuple[str, str]] = field(default_factory=dict)
    names: list[dict[str, str]] = field(default_factory=list)


def read(root: Path, path: Path, languages: tuple[str, ...], zone: ZoneInfo | None = None) -> OldSite:
    """The site in the export `path`, and in those beside it where `root` is the folder in which they lie."""
    exports = _exports(root) if root.is_dir() else [path]
    site = OldSite("WordPress", "", media=(path.parent, path.parent / "wp-content"))
    reading = _Reading(site, languages, zone)
    libraries = wxr.Library()
    for each in exports:
        with each.open("rb") as stream:
            found = wxr.library_of(stream)
        libraries.files |= found.files
        for post, ids in found.by_post.items():
            libraries.by_post.setdefault(post, []).extend(ids)
    for each in exports:
        with each.open("rb") as stream:
            reading.take(each, stream, libraries)
    reading.settle()
    return site


class _Reading:
    def __init__(self, site: OldSite, languages: tuple[str, ...], zone: ZoneInfo | None) -> None:
        self.site, self.languages = site, languages
        self.spool = Spool()
        self.channel = _Channel()
        self.given = Given(lang=next(iter(languages), ""), timezone=zone or UTC)  # type: ignore[arg-type]
        self.ids: dict[str, OldText] = {}
        self.originals: dict[str, str] = {}
        self.others: Counter[str] = Counter()
        self.began = False

    def take(self, path: Path, stream: object, library: wxr.Library) -> None:
        """The texts of one export."""
        number = 0
        for element in items(stream, ["item"]):  # type: ignore[arg-type]
            if isinstance(element, Problem):
                self.site.problems.append(replace(element, path=path))
                continue
            number += 1
            if not self.began or number == 1:
                self._begin(element)
            try:
                self._item(path, element, f"item {number}", library)
            except ContentError as error:
                self.site.problems += [replace(each, path=path) for each in error.problems]

    def _begin(self, element: Element) -> None:
        """What stands before the first item of an export."""
        self.began = True
        channel, told = self.channel, element.getparent()
        channel.authors |= wxr.authors_of(element)
        top = {local(each): text(each) for each in (told.iterchildren() if told is not None else ())}
        channel.home = channel.home or top.get("base_blog_url") or top.get("link", "")
        channel.lang = channel.lang or language(top.get("language")) or ""
        self.site.home, self.site.lang = channel.home, channel.lang
        groups: list[dict[str, str]] = []
        joined: dict[str, dict[str, str]] = {}
        for each in told.iterchildren() if told is not None else ():
            name = local(each)
            if name not in ("category", "term", "tag"):
                continue
            row = {local(part): text(part) for part in each.iterchildren()}
            id_ = row.get("term_id", "")
            kept = dict(_all_meta(each, "termmeta"))
            if kept.get(_TERM_GROUP) and (code := language(kept.get(_TERM_LANGUAGE))):
                joined.setdefault(kept[_TERM_GROUP], {})[code] = row.get("cat_name") or row.get("term_name", "")
            if name == "category" or row.get("term_taxonomy") == "category":
                nice = unquote(row.get("category_nicename") or row.get("term_slug", ""))
                label = row.get("cat_name") or row.get("term_name", "")
                channel.terms[id_] = label
                channel.parents[nice] = (label, unquote(row.get("category_parent") or row.get("term_parent", "")))
            elif row.get("term_taxonomy") == "post_translations":
                for _, post in _pairs(row.get("term_description", "")):
                    channel.groups.setdefault(post, row.get("term_slug") or id_)
                for lang, post in _pairs(row.get("term_description", "")):
                    channel.languages.setdefault(post, language(lang) or "")
            elif row.get("term_taxonomy") == "term_translations":
                groups.append({language(lang) or lang: term for lang, term in _pairs(row.get("term_description", ""))})
        for group in groups:
            named = {lang: channel.terms[id_] for lang, id_ in group.items() if id_ in channel.terms}
            if len(named) > 1:
                channel.names.append(named)
        channel.names += [named for named in joined.values() if len(named) > 1]
        self.site.names = channel.names

    def _item(self, path: Path, element: Element, label: str, library: wxr.Library) -> None:
        fields, meta = wxr.fields_of(element), wxr.meta_of(element)
        kind, status = fields.get("post_type", "post"), fields.get("status", "publish")
        if kind == "nav_menu_item":
            title = fields.get("title") or meta.get("_menu_item_url", "")
            menu = next((text(each) for each in element.iterchildren() if each.get("domain") == "nav_menu"), "menu")
            if title:
                self.site.menus.append(f"{menu}: {title} -> {meta.get('_menu_item_url') or 'a page of the site'}")
            return
        if kind in _OWN or status in wxr.REMNANTS:
            return
        if kind not in ("post", "page") and not fields.get("content", "").strip():
            self.others[kind] += 1
            return
        id_ = fields.get("post_id", "")
        item = wxr.item_of(element, fields, self.channel.authors, library, self.given)
        if item.before is not None:
            item.html, remarks = item.before(item.html)
            item.notes += remarks
            item.before = None
        item.site = None
        ticket = self.spool.put(item)
        comments = list(_comments(element))
        said = self.spool.put(comments) if comments else None
        found = self._text(path, element, fields, meta, item)
        found = replace(
            found,
            label=label,
            read=of_html(lambda: self._get(ticket)),
            comments=(lambda: self.spool.get(said)) if said else None,
        )
        self.ids[id_ or label] = found
        if original := next((meta[name] for name in _ORIGINAL_FIELDS if meta.get(name)), ""):
            self.originals[id_] = original

    def _get(self, ticket: Ticket) -> Item:
        item: Item = self.spool.get(ticket)
        return item

    def _text(
        self, path: Path, element: Element, fields: Mapping[str, str], meta: Mapping[str, str], item: Item
    ) -> OldText:
        id_, kind = fields.get("post_id", ""), fields.get("post_type", "post")
        told = {**meta, **fields}
        address = path_below(fields.get("link", ""), self.channel.home)
        number = f"/?page_id={id_}" if kind == "page" else f"/?p={id_}"
        slug = unquote(fields.get("post_name", ""))
        domains: dict[str, list[str]] = {}
        for each in element.iterchildren():
            if local(each) == "category":
                value = each.get("nicename") or text(each)
                shown = text(each) if each.get("domain", "category") in ("category", "post_tag") else value
                domains.setdefault(each.get("domain", "category"), []).append(shown)
        lang = language(next(iter(domains.get("language", ())), "")) or self.channel.languages.get(id_) or None
        lang = lang or language(next((told[name] for name in _LANGUAGE_FIELDS if told.get(name)), ""))
        lang = lang or self._by_address(address)
        group = next(iter(domains.get("post_translations", ())), "") or self.channel.groups.get(id_, "")
        group = group or next((told[name] for name in _GROUP_FIELDS if told.get(name)), "")
        old = [unquote(value) for name, value in _all_meta(element, "postmeta") if name == "_wp_old_slug"]
        aliases = [number] if id_ else []
        if slug and "?" not in address:
            aliases += [address.replace(f"/{slug}", f"/{each}") for each in old if f"/{slug}" in address]
        if kind == "page" and address == "/":
            address = number
        return OldText(
            path=path,
            lang=lang,
            key=f"translations {group}" if group else None,
            address=address if address not in ("", "/") else number,
            slug=slug,
            title=item.title,
            read=of_html(lambda: item),
            day=item.published[0].date() if item.published else None,
            aliases=tuple(dict.fromkeys(each for each in aliases if each != address)),
            is_page=kind == "page",
            is_translation=any(told.get(name) for name in _SOURCE_FIELDS),
            held=bool(item.held),
            terms=tuple(term for term in domains.get("category", ()) if not self._is_default(term)),
            tags=tuple(domains.get("post_tag", ())),
            authors=item.authors,
        )

    def _is_default(self, term: str) -> bool:
        """Whether it is the category that WordPress gives to what has none."""
        nice = next((nice for nice, (name, _) in self.channel.parents.items() if name == term), "")
        return "uncategorized" in (nice.split("-")[0], term.casefold())

    def _by_address(self, address: str) -> str | None:
        asked = re.search(r"[?&]lang=([a-z]{2,3})", address)
        first = asked[1] if asked else address.strip("/").partition("/")[0]
        return first if first in self.languages else None

    def settle(self) -> None:
        """Join what names its original, and say what stood at the other addresses."""
        referred = set(self.originals.values())
        for id_, found in self.ids.items():
            if found.key is None and (id_ in referred or id_ in self.originals):
                found = replace(
                    found,
                    key=f"original {self.originals.get(id_, id_)}",
                    is_translation=found.is_translation or id_ in self.originals,
                )
            self.site.texts.append(found)
        self.site.others = dict(self._lists())
        if self.others:
            counted = ", ".join(f"{kind}: {count}" for kind, count in sorted(self.others.items()))
            self.site.problems.append(Problem(f"what else is in the export was left out ({counted})", warning=True))

    def _lists(self) -> Iterator[tuple[str, Other]]:
        told = {text.lang for text in self.site.texts if text.lang and text.address.startswith(f"/{text.lang}/")}
        main = self.channel.lang
        yield "/", Other("home", "", main)
        for prefix, lang in (("", main), *((f"/{code}", code) for code in sorted(told))):
            if prefix:
                yield f"{prefix}/", Other("home", "", lang)
            for name in ("feed", "feed/atom", "feed/rss2", "comments/feed"):
                yield f"{prefix}/{name}/", Other("feed", "", lang)
        rows: list[tuple[str, str, Sequence[str], str]] = []
        for found in self.site.texts:
            rows.append(("category", "topic", found.terms, found.lang or ""))
            rows.append(("tag", "topic", found.tags, found.lang or ""))
        seen = set()
        nice = {name: nicename for nicename, (name, _) in self.channel.parents.items()}
        for below, _, names, lang in rows:
            for name in names:
                if (below, name, lang) in seen:
                    continue
                seen.add((below, name, lang))
                for path in self._places(nice.get(name, _sanitized(name)) if below == "category" else _sanitized(name)):
                    for prefix in ("", f"/{lang}") if lang in told else ("",):
                        yield f"{prefix}/{below}/{path}/", Other("topic", name, lang)
                        yield f"{prefix}/{below}/{path}/feed/", Other("feed", "", lang)
        for login, name in self.channel.authors.items():
            yield f"/author/{login}/", Other("author", name or login, main)

    def _places(self, nicename: str) -> Iterator[str]:
        """The path of a category, and that below those above it."""
        yield nicename
        parts, at = [nicename], nicename
        while (above := self.channel.parents.get(at, ("", ""))[1]) and above not in parts:
            parts.insert(0, above)
            at = above
        if len(parts) > 1:
            yield "/".join(parts)


def _pairs(serialized: str) -> list[tuple[str, str]]:
    """(language, id) of the translations that PHP has written."""
    return [(found[1], found[2] or found[3]) for found in _PAIR.finditer(serialized)]


def _sanitized(name: str) -> str:
    return re.sub(r"[\s_]+", "-", re.sub(r"[^\w\s-]", "", name.lower())).strip("-")


def _all_meta(element: Element, kind: str) -> Iterator[tuple[str, str]]:
    """(name, value) of what plugins keep; a name may stand several times."""
    for each in element.iterchildren():
        if local(each) == kind:
            pair = {local(part): text(part) for part in each.iterchildren()}
            if pair.get("meta_value"):
                yield pair.get("meta_key", ""), pair["meta_value"]


def _comments(element: Element) -> Iterator[Comment]:
    for each in element.iterchildren():
        if local(each) != "comment":
            continue
        row = {local(part): text(part) for part in each.iterchildren()}
        if row.get("comment_approved") != "1" or row.get("comment_type") in ("pingback", "trackback"):
            continue
        yield Comment(row.get("comment_author", ""), row.get("comment_date", "")[:10], row.get("comment_content", ""))
