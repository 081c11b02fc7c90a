"""Jekyll. https://jekyllrb.com/docs/permalinks/, https://polyglot.untra.io/"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from nashra.ingest.readers import front_matter
from nashra.ingest.readers.front_matter import Head
from nashra.ingest.readers.item import Item
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.move_in import configuration, liquid_pages
from nashra.move_in.old_site import (
    OldSite,
    OldText,
    Other,
    Read,
    entry,
    is_true,
    language,
    names_in,
    of_html,
    of_markdown,
    one_name,
    words,
)
from nashra.move_in.patterns import day_of, fill

_STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_POST = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.+)\Z")
_KEYS = ("ref", "translation_key", "translation_id", "translationkey", "page_id", "lang_ref", "i18n_key", "uid", "t_id")
_ENDINGS = (".md", ".markdown", ".mkd", ".mkdown", ".html", ".htm")
_NEVER = ("node_modules", "vendor", "_site", "_includes", "_layouts", "_data", "_sass", "_plugins", "assets")


def settings_file(root: Path) -> Path | None:
    """The configuration of a Jekyll site in `root`, None where there is none."""
    return configuration.first(root, ("_config.yml", "_config.yaml", "_config.toml"))


def read(root: Path, path: Path, languages: tuple[str, ...] = ()) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read.

    languages: those of the site that it moves into, by which folders are taken for those of languages.
    """
    known = configuration.read(path)
    source = root / entry(known, "source") if entry(known, "source") else root
    home = entry(known, "url").rstrip("/") + "/" + entry(known, "baseurl").strip("/")
    default = entry(known, "default_lang", "lang", "language", "locale", "default_locale")
    site = OldSite("Jekyll", home if home.startswith("http") else "", language(default) or "", media=(source,))
    rules = _Rules(source, known, languages, site.lang)
    for file in rules.files():
        try:
            found = rules.text(file)
        except ContentError as error:
            site.problems += error.problems
            continue
        if isinstance(found, str):
            site.others[found] = Other("home", "", site.lang)
            site.left_out[file] = "it is the page of a list, which Nashra makes itself"
        elif found is not None:
            site.texts.append(found)
    site.others |= rules.lists(site.texts)
    site.menus = _menus(source)
    return site


def _menus(root: Path) -> list[str]:
    found = []
    for name in ("navigation.yml", "menu.yml", "nav.yml", "navigation.yaml"):
        path = root / "_data" / name
        if path.is_file():
            found.append(f"_data/{name}")
    return found


@dataclass(slots=True)
class _Rules:
    """Where a file of the site stands. wanted: the languages of the site that it moves into."""

    root: Path
    known: Mapping[str, Any]
    wanted: tuple[str, ...]
    default: str
    collections: dict[str, Mapping[str, Any]] = field(init=False)
    own: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.own = words(self.known.get("languages") or self.known.get("locales") or self.known.get("langs"))
        told = self.known.get("collections")
        rows: dict[str, Mapping[str, Any]] = {}
        if isinstance(told, dict):
            rows = {str(name): each if isinstance(each, dict) else {} for name, each in told.items()}
        elif isinstance(told, list):
            rows = {str(name): {} for name in told}
        self.collections = rows

    def files(self) -> Iterator[Path]:
        """The files that may be texts."""
        inside = {f"_{name}" for name in (*self.collections, "posts", "drafts")}
        excluded = words(self.known.get("exclude"))
        collected = entry(self.known, "collections_dir")
        for at, folders, names in os.walk(self.root):
            folders[:] = sorted(
                name
                for name in folders
                if name in inside
                or name == collected
                or (name.startswith("_i18n"))
                or (not name.startswith(("_", ".", "#")) and name not in _NEVER)
            )
            for name in sorted(names):
                path = Path(at) / name
                inner = path.relative_to(self.root).as_posix()
                if not name.lower().endswith(_ENDINGS) or name.startswith((".", "#", "_")):
                    continue
                if any(fnmatch(inner, each) or inner.startswith(f"{each.strip('/')}/") for each in excluded):
                    continue
                yield path

    def text(self, path: Path) -> OldText | str | None:
        """The text in the file `path`; the address of the page of a list; None for what is copied as it is."""
        inner = PurePosixPath(path.relative_to(self.root).as_posix())
        source = read_text(path).replace("\r\n", "\n")
        if not source.lstrip("\ufeff").startswith("---"):
            return None
        head = front_matter.split(source, path)
        known = (*self.collections, "posts", "drafts")
        collection = next(
            (part[1:] for part in reversed(inner.parts[:-1]) if part[:1] == "_" and part[1:] in known), ""
        )
        is_post = collection in ("posts", "drafts")
        kind = "drafts" if collection == "drafts" else collection or "pages"
        fields = {**self._defaults(inner, kind), **head.fields}
        stem, named_code = self._stem(inner)
        named = _POST.match(stem)
        name = named[4] if named and collection else stem
        code = self._code(inner, fields) or named_code
        lang = language(code) or ""
        day = day_of(fields) or _day(named if collection else None)
        above = self._above(inner, collection, lang)
        categories = _categories(fields)
        slug = entry(fields, "slug") or (name if collection else inner.parent.name if name == "index" else name)
        permalink = entry(fields, "permalink")
        address = self._address(inner, stem, collection, is_post, permalink, (*above, *categories), slug, day)
        address = self._localized(address, code)
        is_page = not is_post and day is None
        redirected = entry(fields, "redirect_to")
        if redirected or (not is_post and self._is_list(head, path, address)):
            return address
        return OldText(
            path=path,
            lang=lang or self.default or None,
            code=code,
            key=self._key(inner, fields, permalink, stem, named is not None, code, collection),
            address=address,
            slug=slug,
            title=entry(fields, "title"),
            read=self._reader(path, head, fields, day_of(head.fields), day),
            day=day,
            aliases=words(fields.get("redirect_from")),
            is_page=is_page,
            held=collection == "drafts"
            or str(fields.get("published")).lower() == "false"
            or is_true(fields.get("draft")),
            terms=categories,
            tags=_tags(fields),
            authors=names_in(fields.get("authors")) or one_name(fields.get("author")),
        )

    def _is_list(self, head: Head, path: Path, address: str) -> bool:
        if address.strip("/") in ("", *self.own, *self.wanted) or head.fields.get("pagination"):
            return True
        return liquid_pages.is_list(head.body, path.suffix.lower() in (".html", ".htm"))

    @staticmethod
    def _reader(path: Path, head: Head, fields: Mapping[str, Any], told: date | None, day: date | None) -> Read:
        if path.suffix.lower() not in (".html", ".htm"):
            return of_markdown(path, day if told is None else None)

        def get() -> Item:
            moment = str(fields.get("date") or day or "")
            item = Item("file", entry(fields, "title"), head.body, base=None, own=True)
            item.summary = entry(fields, "description", "excerpt")
            item.languages = (entry(fields, "lang"),)
            item.authors = one_name(fields.get("author"))
            item.published = _moment(moment)
            return item

        return of_html(get, liquid_pages.plain_html)

    def _stem(self, inner: PurePosixPath) -> tuple[str, str]:
        """(the name of a file without its language, what the site calls that)."""
        found = _suffix(inner.stem, self.own or self.wanted)
        if found:
            rest = inner.stem[: -len(found) - 1]
            beside = [each for each in (self.root / inner.parent).glob(f"{rest}*") if each.name != inner.name]
            dotted = inner.stem[len(rest)] == "."
            if dotted or any(each.stem == rest or _suffix(each.stem, self.own or self.wanted) for each in beside):
                return rest, found
        return inner.stem, ""

    def _code(self, inner: PurePosixPath, fields: Mapping[str, Any]) -> str:
        """What the site calls the language of a file, where its head or its folder says so."""
        told = entry(fields, "lang", "language", "locale")
        if language(told):
            return told
        codes = self.own or self.wanted
        for part in inner.parts[:-1]:
            bare = part.lstrip("_")
            if bare in codes:
                return bare
            if part.startswith("_") and (found := _suffix(part, codes)):
                return found
        return ""

    def _above(self, inner: PurePosixPath, collection: str, lang: str) -> tuple[str, ...]:
        """The folders above `_posts`, which are categories; Jekyll takes that of a language for one too."""
        if not collection:
            return ()
        parts = inner.parts[: inner.parts.index(f"_{collection}")]
        return tuple(part for part in parts if part != entry(self.known, "collections_dir"))

    def _address(
        self,
        inner: PurePosixPath,
        stem: str,
        collection: str,
        is_post: bool,
        permalink: str,
        categories: tuple[str, ...],
        slug: str,
        day: date | None,
    ) -> str:
        pattern = permalink
        if not pattern and is_post:
            pattern = entry(self.known, "permalink") or "date"
        elif not pattern and collection:
            pattern = entry(self.collections.get(collection, {}), "permalink") or "/:collection/:path:output_ext"
        pattern = _STYLES.get(pattern, pattern)
        site_wide = entry(self.known, "permalink")
        is_pretty = site_wide == "pretty" or site_wide.endswith("/")
        if not pattern:
            plain = inner.with_name(stem)
            if plain.name == "index":
                return f"/{plain.parent}/".replace("/./", "/")
            return f"/{plain}/" if is_pretty else f"/{plain}.html"
        below = inner.parts[inner.parts.index(f"_{collection}") + 1 : -1] if collection else inner.parts[:-1]
        values = {
            "categories": "/".join(each.lower() for each in dict.fromkeys(categories)),
            "slugified_categories": "/".join(_slugified(each) for each in dict.fromkeys(categories)),
            "title": slug,
            "slug": _slugified(slug),
            "name": _slugified(stem),
            "basename": stem,
            "path": "/".join((*below, stem)),
            "collection": collection,
            "output_ext": ".html",
            "short_day": f"{day:%a}" if day else "",
        }
        return fill(pattern.replace(":output_ext", ".html"), values, day)

    def _key(
        self,
        inner: PurePosixPath,
        fields: Mapping[str, Any],
        permalink: str,
        stem: str,
        is_dated: bool,
        code: str,
        collection: str,
    ) -> str:
        if given := entry(fields, *_KEYS):
            return f"key {given}"
        codes = (code, language(code))
        if permalink and ":" not in permalink:
            parts = [part for part in permalink.strip("/").split("/") if part not in codes]
            return f"permalink {'/'.join(parts)}"
        if is_dated:
            return f"post {stem}"
        folders = [part.removesuffix(f"_{code}").removesuffix(f"-{code}") for part in inner.parts[:-1]]
        return f"page {'/'.join((*(part for part in folders if part.lstrip('_') not in codes), stem))}"

    def _localized(self, address: str, code: str) -> str:
        """Polyglot sets every language but the default one below its code."""
        default = entry(self.known, "default_lang") or (self.own[0] if self.own else "")
        if not self.own or not code or language(code) == language(default) or f"{address}/".startswith(f"/{code}/"):
            return address
        return f"/{code}{address}"

    def _defaults(self, inner: PurePosixPath, kind: str) -> dict[str, Any]:
        """What the configuration's `defaults` say of a file: later and longer scopes win."""
        found: list[tuple[int, Mapping[str, Any]]] = []
        rows = self.known.get("defaults")
        for row in rows if isinstance(rows, list) else ():
            scope = row.get("scope") if isinstance(row, dict) else None
            values = row.get("values") if isinstance(row, dict) else None
            if not isinstance(values, dict):
                continue
            scope = scope if isinstance(scope, dict) else {}
            path, wanted = entry(scope, "path").strip("/"), entry(scope, "type")
            if wanted and wanted != kind and not (wanted == "posts" and kind == "drafts"):
                continue
            if not path or f"{inner}/".startswith(f"{path}/") or ("*" in path and fnmatch(str(inner), f"{path}*")):
                found.append((len(path), values))
        merged: dict[str, Any] = {}
        for _, values in sorted(found, key=lambda each: each[0]):
            merged |= {str(name).lower(): value for name, value in values.items()}
        return merged

    def lists(self, texts: list[OldText]) -> dict[str, Other]:
        """The feeds, and the pages of categories and tags as the usual plugins make them."""
        found: dict[str, Other] = {}
        prefixes = {"": self.default} | {f"/{code}": code for code in self.own}
        for prefix, lang in prefixes.items():
            found[f"{prefix}/"] = Other("home", "", lang)
            for name in ("feed.xml", "atom.xml", "rss.xml"):
                found[f"{prefix}/{name}"] = Other("feed", "", lang)
        archives = self.known.get("jekyll-archives")
        links = archives.get("permalinks") if isinstance(archives, dict) else None
        patterns = links if isinstance(links, dict) else {}
        for text in texts:
            for kind, terms in (("category", text.terms), ("tag", text.tags)):
                for term in terms:
                    pattern = entry(patterns, kind) or f"/{kind}/:name/"
                    address = pattern.replace(":name", _slugified(term))
                    found.setdefault(address, Other("topic", term, text.lang or ""))
        return found


def _suffix(stem: str, codes: tuple[str, ...]) -> str:
    """The code among `codes` that `stem` ends with, after a sign; empty where there is none."""
    for code in sorted(codes, key=len, reverse=True):
        if len(stem) > len(code) + 1 and stem.endswith(code) and stem[-len(code) - 1] in "._-":
            return code
    return ""


def _slugified(text: str) -> str:
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _day(named: re.Match[str] | None) -> date | None:
    if named is None:
        return None
    year, month, day = (int(named[at]) for at in (1, 2, 3))
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def _categories(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """A text of several words is several categories, unless commas part them."""
    for name in ("categories", "category"):
        value = fields.get(name)
        if isinstance(value, str) and not re.search("[,،]", value):
            found = tuple(value.split()) if name == "categories" else ((value.strip(),) if value.strip() else ())
        else:
            found = words(value)
        if found:
            return found
    return ()


def _tags(fields: Mapping[str, Any]) -> tuple[str, ...]:
    value = fields.get("tags") or fields.get("tag")
    if isinstance(value, str) and not re.search("[,،]", value):
        return tuple(value.split())
    return words(value)


def _moment(text: str) -> Any:
    from zoneinfo import ZoneInfo

    from nashra.ingest.page.html_dates import read_written

    found = read_written(text) if text else None
    return found.moment(ZoneInfo("UTC")) if found is not None else None
