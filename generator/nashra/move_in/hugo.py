"""Hugo. https://gohugo.io/content-management/multilingual/, https://gohugo.io/content-management/urls/"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from slugify import slugify

from nashra.ingest.readers import front_matter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.languages.defaults import OWN
from nashra.move_in import configuration, hugo_mounts
from nashra.move_in.old_site import (
    OldSite,
    OldText,
    Other,
    entry,
    is_true,
    language,
    names_in,
    of_markdown,
    one_name,
    texts_below,
    words,
)
from nashra.move_in.patterns import day_of, fill

_ENDINGS = ("toml", "yaml", "yml", "json")
_NAMES = tuple(f"{name}.{ending}" for name in ("hugo", "config") for ending in _ENDINGS)
_FOLDER = "config/_default"
_SUFFIX = re.compile(r"\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}|[a-z]{4,12})\Z")
_DATED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})-?(.*)\Z")
_NO_SUBJECTS = ("tags", "authors", "author", "keywords")
_OTHER = (".html", ".htm", ".org", ".adoc", ".asciidoc", ".rst", ".pandoc", ".pdc")


def settings_file(root: Path) -> Path | None:
    """The configuration of a Hugo site in `root`, None where there is none."""
    found = configuration.first(root, (*_NAMES, *(f"{_FOLDER}/{name}" for name in _NAMES)))
    if found is None and (root / _FOLDER).is_dir():
        found = next((path for path in sorted((root / _FOLDER).iterdir()) if path.suffix[1:] in _ENDINGS), None)
    signs = ("content", "archetypes", "themes", "layouts")
    if found is not None and found.name.startswith("config.") and not any((root / name).is_dir() for name in signs):
        return None
    return found


def read(root: Path, path: Path, _languages: tuple[str, ...] = ()) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    known = _configuration(root, path)
    rules = _Rules(root, known)
    site = OldSite("Hugo", entry(known, "baseurl", "base_url"), rules.default)
    site.media = tuple(root / name for name in (words(known.get("staticdir")) or ("static",)))
    site.media += tuple(each / name for each in _themes(root, known) for name in ("static", "assets"))
    site.media += tuple(root / f"static_{code}" for code in rules.languages if (root / f"static_{code}").is_dir())
    site.media += tuple(hugo_mounts.of_files(root, known))
    site.media += tuple(folder for folder in (root / "assets", root / "content") if folder.is_dir())
    site.media += tuple(folder for folder, lang in rules.folders if lang)
    site.menus = [*_menus(known)]
    for folder, lang in rules.folders:
        inner = [each for each, _ in rules.folders if each != folder and each.is_relative_to(folder)]
        for file in texts_below(folder, (".md", ".markdown", ".mdown", *_OTHER)):
            if any(file.is_relative_to(each) for each in inner):
                continue
            try:
                _take(site, rules, folder, lang, file)
            except ContentError as error:
                site.problems += error.problems
    site.others |= rules.lists(site.texts)
    return site


def _configuration(root: Path, path: Path) -> dict[str, Any]:
    """The settings of all files: in config/_default/ each file but the main one has the key of its name."""
    known: dict[str, Any] = configuration.lowered(configuration.read(path))
    folder = root / _FOLDER
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix[1:] not in _ENDINGS or file == path:
            continue
        found = configuration.lowered(configuration.read(file))
        stem, _, lang = file.stem.lower().partition(".")
        if stem in ("hugo", "config"):
            known = {**found, **known}
        elif lang:
            table = known.setdefault("languages", {}).setdefault(lang, {})
            known["languages"][lang] = {**found, **table} if stem == "languages" else {stem: found, **table}
        else:
            known.setdefault(stem, found)
    return known


def _themes(root: Path, known: Mapping[str, Any]) -> Iterator[Path]:
    for name in words(known.get("theme")):
        if (folder := root / "themes" / name).is_dir():
            yield folder


def _menus(known: Mapping[str, Any]) -> Iterator[str]:
    tables = [known, *(each for each in (known.get("languages") or {}).values() if isinstance(each, dict))]
    for table in tables:
        menus = table.get("menus") or table.get("menu") or {}
        for name, rows in menus.items() if isinstance(menus, dict) else ():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, dict):
                    yield f"{name}: {entry(row, 'name', 'identifier')} -> {entry(row, 'url', 'pageref')}"


def _take(site: OldSite, rules: _Rules, folder: Path, lang: str, file: Path) -> None:
    if file.suffix in _OTHER:
        if file.suffix in (".html", ".htm") and not read_text(file).lstrip().startswith(("---", "+++", "{")):
            return  # a file that goes with its page
        site.left_out[file] = f"{file.suffix} files are not read; turn it into Markdown first, with pandoc"
        return
    found = rules.text(folder, lang, file)
    if found is None:
        site.left_out[file] = "it belongs to the page whose folder it is in"
    elif isinstance(found, str):
        site.others[found] = Other("home", "", rules.lang_of(folder, lang, file)[0])
        is_list = file.name.startswith("_index")
        site.left_out[file] = (
            "it is the page of a list, which Nashra makes itself"
            if is_list
            else "there is no text in it: the theme fills the page"
        )
    else:
        site.texts.append(found)


class _Rules:
    """Where a file of the content stands on the site."""

    def __init__(self, root: Path, known: dict[str, Any]) -> None:
        languages = known.get("languages") if isinstance(known.get("languages"), dict) else {}
        tables = {str(code): each for code, each in (languages or {}).items() if isinstance(each, dict)}
        ordered = sorted(tables, key=lambda code: int(entry(tables[code], "weight") or 0) or 10**6)
        # the name that Hugo has for a language -> ours
        self.languages = {code: self._code(code, tables[code]) for code in ordered}
        self.tables = tables
        first = entry(known, "defaultcontentlanguage", "default_language").lower()
        if not first:
            # what both take where nobody says; Zola does not list it among the others
            is_untold = OWN in self.languages or ("base_url" in known and bool(self.languages))
            first = OWN if is_untold else next(iter(self.languages), "")
        told = language(entry(known, "languagecode", "locale", "defaultlanguage")) or ""
        self.first = first
        self.default = self.languages.get(first) or language(first) or told
        self.in_folder = is_true(known.get("defaultcontentlanguageinsubdir"))
        self.hosts = {code for code in tables if entry(tables[code], "baseurl")}
        self.ugly = is_true(known.get("uglyurls"))
        self.lower = not is_true(known.get("disablepathtolower"))
        self.plain = is_true(known.get("removepathaccents"))
        self.links = {"": _patterns(known)} | {code: _patterns(each) for code, each in tables.items()}
        taxonomies = known.get("taxonomies")
        self.taxonomies = (
            {str(one): str(many).lower() for one, many in taxonomies.items() if isinstance(many, str)}
            if isinstance(taxonomies, dict)
            else {"category": "categories", "tag": "tags"}
        )
        by_name = known.get("frontmatter")
        dates = words(by_name.get("date")) if isinstance(by_name, dict) else ()
        # Zola, which is alike in all else, takes the day of a name for the date
        is_zola = "base_url" in known and "baseurl" not in known
        self.dated_names = ":filename" in dates or is_zola
        slugs = known.get("slugify")
        mode = entry(slugs, "paths") if isinstance(slugs, dict) else ""
        # it writes addresses in letters of ASCII, unless it is told not to
        self.ascii = is_zola and mode in ("", "on")
        main = root / (entry(known, "contentdir") or "content")
        self.folders = [
            (root / entry(each, "contentdir"), code) for code, each in tables.items() if entry(each, "contentdir")
        ]
        taken = [folder for folder, _ in self.folders]
        self.folders += [
            each for each in hugo_mounts.of_texts(root, known) if each[0] not in taken and each[1] in tables
        ]
        if all(folder != main for folder, _ in self.folders) and main.is_dir():
            self.folders.append((main, ""))
        self._bundles: dict[Path, bool] = {}
        # (Hugo's name of a language, section): each has a list of its own
        self.sections: set[tuple[str, str]] = set()

    @staticmethod
    def _code(name: str, table: Mapping[str, Any]) -> str:
        told = language(entry(table, "languagecode", "locale", "lang"))
        return (language(name) if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_].*)?", name) else told) or told or name

    def lang_of(self, folder: Path, lang: str, path: Path) -> tuple[str, PurePosixPath]:
        """(Hugo's name of the language of a file, its path without ending and language)."""
        inner = PurePosixPath(path.relative_to(folder).as_posix()).with_suffix("")
        suffix = _SUFFIX.search(inner.name)
        if suffix and (suffix[1].lower() in self.languages or (not self.languages and len(suffix[1]) == 2)):
            lang, inner = suffix[1].lower(), inner.with_name(inner.name[: suffix.start()])
        return lang or self.first, inner

    def text(self, folder: Path, lang: str, path: Path) -> OldText | str | None:
        """The text in the file `path`; the address of the page of a list; None for what is part of another page.

        Raises ContentError for a head in disorder.
        """
        name, inner = self.lang_of(folder, lang, path)
        if inner.name not in ("index", "_index") and self._in_bundle(path.parent, folder):
            return None
        head = front_matter.split(read_text(path).replace("\r\n", "\n"), path)
        fields = head.fields
        own = language(entry(fields, "lang", "language"))
        code = own or self.languages.get(name) or language(name) or self.default
        prefix = self._prefix(name)
        is_list = inner.name == "_index"
        if is_list:
            section = entry(fields, "url") or f"{prefix}/{self._path('/'.join(inner.parts[:-1]))}/".replace("//", "/")
            others = [each for each in texts_below(path.parent) if each.name.partition(".")[0] != "_index"]
            if section in ("/", f"{prefix}/") or others or not head.body.strip() or inner.parts[0] in self._taxonomy():
                return section
        if inner.name in ("index", "_index"):
            if inner.parent == PurePosixPath():
                return f"{prefix}/"
            inner = inner.parent
        if len(inner.parts) > 1:
            self.sections.add((name, self._path(inner.parts[0])))
        day = day_of(fields)
        dated = _DATED.match(inner.name)
        by_name = None
        if day is None and dated and (self.dated_names or "date" not in fields):
            try:
                by_name = day = date(*(int(dated[at]) for at in (1, 2, 3)))
            except ValueError:
                by_name = None
        stem = dated[4] if dated and dated[4] and self.dated_names else inner.name
        slug = self._path(entry(fields, "slug")).strip("/")
        key = entry(fields, "translationkey", "translation_key")
        address, more = self._address(inner, name, slug, stem, fields, day)
        is_page = day is None and not entry(fields, "date")
        if not any(map(str.isalnum, head.body)):
            return address
        return OldText(
            path=path,
            lang=code or None,
            code=entry(fields, "lang", "language") or name,
            key=f"key {key}" if key else f"path {inner}",
            address=address,
            slug=slug or self._path(stem).rsplit("/", 1)[-1],
            title=entry(fields, "title"),
            read=of_markdown(path, by_name),
            day=day,
            aliases=(*more, *_aliases(words(fields.get("aliases")), address)),
            is_page=is_page,
            held=is_true(fields.get("draft")) or is_true(fields.get("headless")),
            terms=tuple(term for many in self._subjects() for term in words(fields.get(many)))
            or words(fields.get("category")),
            tags=(*words(fields.get("tags")), *(term for many in self._others() for term in words(fields.get(many)))),
            authors=names_in(fields.get("authors")) or one_name(fields.get("author")),
        )

    def _in_bundle(self, folder: Path, content: Path) -> bool:
        """Whether `folder`, or one above it, is that of one page with its files."""
        if folder not in self._bundles:
            is_bundle = folder != content and any(
                each.name.partition(".")[0] == "index" and each.suffix in (".md", ".markdown", ".html", ".org")
                for each in folder.glob("index.*")
            )
            above = folder != content and folder.parent != folder and self._in_bundle(folder.parent, content)
            self._bundles[folder] = is_bundle or above
        return self._bundles[folder]

    def _subjects(self) -> tuple[str, ...]:
        """The taxonomies that say what texts are about: categories, or whatever a site has instead."""
        names = [name for name in self._taxonomy() if name not in _NO_SUBJECTS]
        return ("categories",) if "categories" in names else tuple(names)

    def _others(self) -> tuple[str, ...]:
        return tuple(name for name in self._taxonomy() if name not in (*_NO_SUBJECTS, *self._subjects()))

    def _taxonomy(self) -> tuple[str, ...]:
        return tuple(name.replace("-", "_") for name in self.taxonomies.values())

    def _prefix(self, name: str) -> str:
        if not name or name in self.hosts or not self.languages:
            return ""
        return f"/{name}" if name != self.first or self.in_folder else ""

    def _path(self, text: str) -> str:
        """`text` as Hugo writes it into an address."""
        if self.ascii:
            return "/".join(str(slugify(part)) for part in text.split("/"))
        if self.plain:
            text = "".join(each for each in unicodedata.normalize("NFD", text) if unicodedata.category(each) != "Mn")
            text = unicodedata.normalize("NFC", text)
        kept = (each if each.isalnum() or each in "._/-#+~@" or unicodedata.category(each)[0] == "M" else
                "-" if each.isspace() else "" for each in text.strip())  # fmt: skip
        found = re.sub("-{2,}", "-", "".join(kept)).strip("-")
        return found.lower() if self.lower else found

    def _address(
        self, inner: PurePosixPath, name: str, slug: str, stem: str, fields: Mapping[str, Any], day: date | None
    ) -> tuple[str, tuple[str, ...]]:
        """(where the text stood, where else it may have, as versions of Hugo differ): front matter's `url`, the pattern
        of its section, else its path."""
        prefix, section = self._prefix(name), inner.parts[0] if len(inner.parts) > 1 else ""
        title = self._path(entry(fields, "title")) or self._path(stem)
        base = self._path(stem)
        named = {
            "slug": slug or title,
            "title": title,
            "filename": base,
            "contentbasename": base,
            "slugorfilename": slug or base,
            "slugorcontentbasename": slug or base,
            "section": self._path(section),
        }
        folders = [self._path(each) for each in inner.parts[:-1]]
        if url := entry(fields, "url"):
            url = fill(url, named, day, folders) if ":" in url and "://" not in url else url
            return (url if url.startswith(("http", "/")) else f"{prefix}/{url}"), ()
        links = self.links.get(name) or self.links[""]
        pattern = links.get(section.lower()) or (links.get("/") or links.get("") if not section else "")
        more: list[str] = []
        if pattern:
            path = fill(pattern, named, day, folders)
            if ":slug" in pattern and not slug:
                more.append(fill(pattern, {**named, "slug": base}, day, folders))
        elif self.ascii:
            path = "/" + "/".join((*folders, self._path(slug or base))) + "/"
        else:
            path = "/" + "/".join((*folders, slug or base)) + "/"
        found = [f"{prefix}{self._ended(each)}" for each in (path, *more)]
        return found[0], tuple(each for each in found[1:] if each != found[0])

    def _ended(self, path: str) -> str:
        return f"{path.rstrip('/')}.html" if self.ugly and not path.endswith(".html") else path

    def lists(self, texts: list[OldText]) -> dict[str, Other]:
        """The pages and feeds of sections, categories and tags."""
        found: dict[str, Other] = {}
        names = [*self.languages] or [self.first]
        for name in names:
            prefix, code = self._prefix(name), self.languages.get(name) or self.default
            found[f"{prefix}/"] = Other("home", "", code)
            found[f"{prefix}/index.xml"] = Other("feed", "", code)
            for many in self.taxonomies.values():
                found[f"{prefix}/{many}/"] = Other("topic", "", code)
        for name, section in self.sections:
            code = self.languages.get(name) or self.default
            found[f"{self._prefix(name)}/{section}/"] = Other("home", "", code)
            found[f"{self._prefix(name)}/{section}/index.xml"] = Other("feed", "", code)
        prefixes = {self.languages[name]: self._prefix(name) for name in self.languages}
        for text in texts:
            prefix = prefixes.get(text.lang or "", "")
            inner = text.address.removeprefix(prefix).strip("/").split("/")
            for at in range(1, len(inner) if not text.is_page else 0):
                folder = f"{prefix}/{'/'.join(inner[:at])}/"
                if not re.search(r"/\d+/\Z", folder):
                    found.setdefault(folder, Other("home", "", text.lang or ""))
                    found.setdefault(f"{folder}index.xml", Other("feed", "", text.lang or ""))
            for many, terms in (("categories", text.terms), ("tags", text.tags)):
                for term in terms:
                    at_ = f"{prefix}/{many}/{self._path(term)}/"
                    found.setdefault(at_, Other("topic", term, text.lang or ""))
                    found.setdefault(f"{at_}index.xml", Other("feed", "", text.lang or ""))
        return found


def _patterns(known: Mapping[str, Any]) -> dict[str, str]:
    """Section -> pattern of the addresses of its texts."""
    links = known.get("permalinks")
    if not isinstance(links, dict):
        return {}
    nested = links.get("page")
    rows = nested if isinstance(nested, dict) else links
    return {str(name).lower(): str(pattern) for name, pattern in rows.items() if isinstance(pattern, str)}


def _aliases(aliases: tuple[str, ...], address: str) -> Iterator[str]:
    above = address.rstrip("/").rpartition("/")[0]
    for each in aliases:
        yield each if each.startswith(("/", "http")) else f"{above}/{each}"
