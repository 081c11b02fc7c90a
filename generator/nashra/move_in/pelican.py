"""Pelican. https://docs.getpelican.com/en/latest/content.html, .../settings.html#url-settings"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from nashra.ingest.readers import front_matter, restructured
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.move_in import configuration
from nashra.move_in.old_site import (
    OldSite,
    OldText,
    Other,
    entry,
    is_true,
    language,
    names_in,
    of_markdown,
    of_rst,
    one_name,
    texts_below,
    words,
)
from nashra.move_in.patterns import day_of

_FIELD = re.compile(r"\{(\w+)(?::([^}]*))?\}")
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[-_]?(.*)\Z")
_LANGUAGE = "en"


def settings_file(root: Path) -> Path | None:
    """The configuration of a Pelican site in `root`, None where there is none."""
    return configuration.first(root, ("pelicanconf.py", "pelican.conf.py", "settings.py", "publishconf.py"))


def read(root: Path, path: Path, _languages: tuple[str, ...] = ()) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    known = configuration.read(path)
    publish = configuration.first(root, ("publishconf.py",))
    more = configuration.read(publish) if publish and publish != path else {}
    home = entry(more, "SITEURL") or entry(known, "SITEURL")
    rules = _Rules(root, {**known, **more})
    site = OldSite("Pelican", f"https:{home}" if home.startswith("//") else home, rules.default)
    site.media = (rules.content, *(rules.content / name for name in rules.listed("STATIC_PATHS", ["images"])))
    site.menus = [f"MENUITEMS: {entry_[0]} -> {entry_[1]}" for entry_ in known.get("MENUITEMS", ()) if len(entry_) == 2]
    for file in rules.files():
        if file.suffix == ".rst" and not restructured.is_readable():
            site.left_out[file] = f"reStructuredText is not read: {restructured.INSTALL}"
            continue
        if file.suffix in (".html", ".htm", ".adoc", ".ipynb"):
            site.left_out[file] = f"files such as *{file.suffix} are not read; turn it into Markdown first, with pandoc"
            continue
        try:
            found = rules.text(file)
        except ContentError as error:
            site.problems += error.problems
            continue
        if isinstance(found, str):
            site.left_out[file] = found
        else:
            site.texts.append(found)
    site.others = rules.lists(site.texts)
    return site


def _markdown(source: str) -> tuple[str, list[str]]:
    return restructured.as_markdown(source, has_title=True)


class _Rules:
    def __init__(self, root: Path, known: Mapping[str, Any]) -> None:
        self.known = known
        path = Path(entry(known, "PATH") or "content")
        self.content = root / path if (root / path).is_dir() else root / path.name
        if not self.content.is_dir():
            self.content = root
        self.default = language(entry(known, "DEFAULT_LANG")) or _LANGUAGE
        self.pages = self.listed("PAGE_PATHS", ["pages"])
        self.articles = self.listed("ARTICLE_PATHS", [""])
        subsites = known.get("I18N_SUBSITES")
        self.subsites: Mapping[str, Any] = subsites if isinstance(subsites, dict) else {}

    def listed(self, name: str, otherwise: list[str]) -> tuple[str, ...]:
        """The folders that a setting names."""
        value = self.known.get(name, otherwise)
        found = [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else otherwise
        return tuple(str(each).strip("/") for each in found)

    def files(self) -> Iterator[Path]:
        """The files that may be texts."""
        folders = self.listed("ARTICLE_EXCLUDES", [])
        for file in texts_below(self.content, (".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".ipynb")):
            inner = file.relative_to(self.content).as_posix()
            in_static = any(inner.startswith(f"{each}/") for each in self.listed("STATIC_PATHS", ["images"]) if each)
            if file.suffix == ".html" and (in_static or "<meta" not in read_text(file)[:2000]):
                continue
            if self._is_page(file) or (not any(each and inner.startswith(f"{each}/") for each in folders)):
                yield file

    def _is_page(self, path: Path) -> bool:
        return any(path.is_relative_to(self.content / name) for name in self.pages if name)

    def text(self, path: Path) -> OldText | str:
        """The text in the file `path`, or why there is none. Raises ContentError for a head in disorder."""
        is_rst = path.suffix == ".rst"
        source = _markdown(restructured.source_of(path))[0] if is_rst else read_text(path).replace("\r\n", "\n")
        head = front_matter.split(source, path)
        fields = head.fields
        if not fields or (is_rst and fields.keys() == {"title"} and not self._is_page(path)):
            return "it has no head, and Pelican takes it for no text"
        is_page = self._is_page(path)
        stem = path.stem
        dated = _DATED.match(stem)
        day, by_name = day_of(fields), None
        if day is None and dated and not is_page:
            try:
                by_name = day = date(int(dated[1]), int(dated[2]), int(dated[3]))
            except ValueError:
                by_name = None
        told = language(entry(fields, "lang"))
        suffix = re.search(r"[._-]([a-z]{2})\Z", stem)
        lang = told or self.default
        basename = stem[: suffix.start()] if suffix and suffix[1] == told else stem
        source = entry(self.known, "SLUGIFY_SOURCE") or "title"
        slug = entry(fields, "slug") or self.slug(stem if source == "basename" else entry(fields, "title") or stem)
        translated = is_true(fields.get("translation"))
        by = words(self.known.get("ARTICLE_TRANSLATION_ID", "slug")) or ("slug",)
        given = " ".join(entry(fields, name.lower()) for name in by if name != "slug").strip()
        category = self._category(path, fields, is_page)
        is_page = is_page or day is None
        status = entry(fields, "status").lower()
        address = self._address(path, fields, lang, slug, translated, category, day)
        same_name = f"name {path.parent}/{basename}" if basename != stem and not entry(fields, "slug") else ""
        return OldText(
            path=path,
            lang=lang,
            key=f"key {given}" if given else same_name or f"slug {slug}",
            address=f"/{address.lstrip('/')}" if "://" not in address else address,
            slug=slug,
            title=entry(fields, "title"),
            read=of_rst(path, by_name, _markdown) if is_rst else of_markdown(path, by_name),
            day=day,
            is_page=is_page,
            is_translation=translated,
            held=status in ("draft", "skip"),
            terms=(category,) if category and not is_page else (),
            tags=words(fields.get("tags")),
            authors=names_in(fields.get("authors"))
            or one_name(fields.get("author"))
            or names_in(self.known.get("AUTHOR")),
        )

    def _category(self, path: Path, fields: Mapping[str, Any], is_page: bool) -> str:
        """What the head says, else the folder."""
        if found := entry(fields, "category"):
            return found
        folder = path.parent.relative_to(self.content).as_posix()
        by_folder = self.known.get("USE_FOLDER_AS_CATEGORY", True)
        if is_page or not by_folder or folder in (".", *self.articles):
            return ""
        name = path.parent.name
        return "" if language(name) == name and name == entry(fields, "lang") else name

    def _address(
        self,
        path: Path,
        fields: Mapping[str, Any],
        lang: str,
        slug: str,
        translated: bool,
        category: str,
        day: date | None,
    ) -> str:
        if told := entry(fields, "url") or entry(fields, "save_as"):
            return re.sub(r"(?:^|(?<=/))index\.html\Z", "", told)
        status = entry(fields, "status").lower()
        is_page = self._is_page(path)
        kind = "PAGE" if is_page else "ARTICLE"
        base = "pages/" if is_page else "drafts/" if status == "draft" else ""
        kind = "DRAFT" if base == "drafts/" else kind
        plain, localized = f"{base}{{slug}}.html", f"{base}{{slug}}-{{lang}}.html"
        other = lang != self.default or translated
        prefix = ""
        known = self.known
        if other and lang in self.subsites:
            own = self.subsites[lang]
            known = {**known, **(own if isinstance(own, dict) else {})}
            other, prefix = False, f"{lang}/"
        name = f"{kind}_LANG" if other else kind
        pattern = entry(known, f"{name}_URL", f"{name}_SAVE_AS") or (localized if other else plain)
        pattern = re.sub(r"(?:^|(?<=/))index\.html\Z", "", pattern)
        inner = path.relative_to(self.content)
        values = {
            **{str(key): str(each) for key, each in fields.items() if isinstance(each, str)},
            "slug": slug,
            "lang": lang,
            "category": self.slug(category or entry(self.known, "DEFAULT_CATEGORY") or "misc"),
            "author": self.slug(next(iter(one_name(fields.get("author"))), "") or entry(self.known, "AUTHOR")),
            "path": inner.with_suffix("").as_posix(),
            "filename": inner.stem,
            "base_name": inner.stem,
        }

        def value(found: re.Match[str]) -> str:
            if found[1] == "date":
                return day.strftime(found[2] or "%Y-%m-%d") if day is not None else ""
            return values.get(found[1], "")

        return prefix + re.sub("/{2,}", "/", _FIELD.sub(value, pattern))

    def slug(self, text: str) -> str:
        """`text` as Pelican makes a slug of it: by default in letters of ASCII, also Arabic."""
        if not self.known.get("SLUGIFY_USE_UNICODE", False):
            from text_unidecode import unidecode  # type: ignore[import-untyped]

            text = unidecode(unicodedata.normalize("NFKC", text))
        rules = self.known.get("SLUG_REGEX_SUBSTITUTIONS")
        rows = rules if isinstance(rules, list) else [[r"[^\w\s-]", ""], [r"\A\s*|\s*\Z", ""], [r"[-\s]+", "-"]]
        for row in rows:
            try:
                text = re.sub(str(row[0]), str(row[1]), text)
            except (re.error, IndexError, TypeError):
                continue
        return (text if self.known.get("SLUGIFY_PRESERVE_CASE") else text.lower()).strip()

    def lists(self, texts: list[OldText]) -> dict[str, Other]:
        """The feeds, and the pages of categories, tags and authors."""
        found: dict[str, Other] = {"/": Other("home", "", self.default), "/index.html": Other("home", "", self.default)}
        for code in self.subsites:
            found[f"/{code}/"] = Other("home", "", code)
        plain = {
            "FEED_ALL_ATOM": "feeds/all.atom.xml",
            "FEED_ALL_RSS": "",
            "FEED_ATOM": "",
            "FEED_RSS": "",
        }
        for name, otherwise in plain.items():
            if path := entry(self.known, f"{name}_URL", name) or otherwise:
                found[f"/{path.lstrip('/')}"] = Other("feed", "", self.default)
        for text in texts:
            lang = text.lang or self.default
            for name in (entry(self.known, "TRANSLATION_FEED_ATOM") or "feeds/all-{lang}.atom.xml",):
                found.setdefault("/" + name.replace("{lang}", lang).replace("%s", lang), Other("feed", "", lang))
            for setting, names in (("CATEGORY", text.terms), ("TAG", text.tags), ("AUTHOR", text.authors)):
                pattern = (
                    entry(self.known, f"{setting}_URL", f"{setting}_SAVE_AS") or f"{setting.lower()}/{{slug}}.html"
                )
                for each in names:
                    path = "/" + pattern.replace("{slug}", self.slug(each)).lstrip("/")
                    found.setdefault(path, Other("author" if setting == "AUTHOR" else "topic", each, lang))
            feed = entry(self.known, "CATEGORY_FEED_ATOM") or "feeds/{slug}.atom.xml"
            for each in text.terms:
                path = feed.replace("{slug}", self.slug(each)).replace("%s", self.slug(each))
                found.setdefault(f"/{path}", Other("feed", "", lang))
        for name in ("archives.html", "categories.html", "tags.html", "authors.html"):
            found[f"/{name}"] = Other("archive" if name == "archives.html" else "home", "", self.default)
        return found
