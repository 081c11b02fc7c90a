"""Nikola. https://getnikola.com/handbook.html, https://getnikola.com/conf.py.html"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from nashra.head import frontmatter
from nashra.ingest.readers import front_matter, restructured
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.kit.slugs import make_slug
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

_ENDINGS = (".md", ".mdown", ".markdown")
_RST = (".rst", ".txt")
_REFUSED = (".html", ".htm", ".ipynb", ".org", ".adoc", ".wp", ".tex")
_LINE = re.compile(r"^\.\. ([\w-]+):[ \t]*(.*)$", re.MULTILINE)
_COMMENTED = re.compile(r"\A\s*<!--\s*\n?((?:\s*\.\. [\w-]+:[^\n]*\n?)+)\s*-->[ \t]*\n?")
_BARE = re.compile(r"\A((?:\.\. [\w-]+:[^\n]*\n)+)")
# The names that it has for folders of lists, see its conf.py.
_LISTS = {"TAG_PATH": "categories", "CATEGORY_PATH": "categories", "AUTHOR_PATH": "authors"}


def settings_file(root: Path) -> Path | None:
    """The configuration of a Nikola site in `root`, None where there is none."""
    path = root / "conf.py"
    if not path.is_file():
        return None
    source = path.read_text(encoding="utf-8", errors="replace")
    return path if re.search(r"^(?:POSTS|PAGES|TRANSLATIONS|BLOG_TITLE|COMPILERS)\s*=", source, re.M) else None


def read(root: Path, path: Path, _languages: tuple[str, ...] = ()) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    rules = _Rules(root, configuration.read(path))
    known = rules.known
    files = known.get("FILES_FOLDERS")
    folders = [str(each) for each in files] if isinstance(files, dict) else ["files"]
    home = entry(known, "SITE_URL", "BASE_URL")
    site = OldSite("Nikola", home, rules.default, media=(*(root / each for each in folders), root))
    for kind, pattern, target in rules.sources:
        base = pattern.split("*")[0].rpartition("/")[0]
        for file in texts_below(root / base, (*_ENDINGS, *_RST, *_REFUSED)):
            if not fnmatch(file.relative_to(root).as_posix(), _any_ending(pattern)) or rules.is_seen(file):
                continue
            if file.suffix.lower() in _REFUSED:
                site.left_out[file] = (
                    f"files such as *{file.suffix} are not read; turn it into Markdown first, with pandoc"
                )
                continue
            if file.suffix.lower() in _RST and not restructured.is_readable():
                site.left_out[file] = f"reStructuredText is not read: {restructured.INSTALL}"
                continue
            try:
                site.texts.append(rules.text(file, kind, base, target))
            except ContentError as error:
                site.problems += error.problems
    site.texts.sort(key=lambda text: text.path)
    site.others = rules.lists(site.texts)
    site.menus = rules.menus()
    return site


def _any_ending(pattern: str) -> str:
    return re.sub(r"\.\w+\Z", ".*", pattern)


class _Rules:
    def __init__(self, root: Path, known: Mapping[str, Any]) -> None:
        self.root, self.known = root, known
        self.default = language(entry(known, "DEFAULT_LANG")) or ""
        translations = known.get("TRANSLATIONS")
        self.folders: dict[str, str] = {}
        for code, at in translations.items() if isinstance(translations, dict) else ():
            name = self.default if str(code) == entry(known, "DEFAULT_LANG") else str(code)
            self.folders[name] = str(at).removeprefix("./").strip("/")
        self.folders.setdefault(self.default, "")
        pattern = entry(known, "TRANSLATIONS_PATTERN") or "{path}.{lang}.{ext}"
        self.lang_last = pattern.endswith("{lang}")
        self.pretty = known.get("PRETTY_URLS", True) is not False
        self.strip = known.get("STRIP_INDEXES", True) is not False
        self.sources = [*self._sources("POSTS"), *self._sources("PAGES"), *self._sources("STORIES")] or [
            ("POSTS", "posts/*", "posts"),
            ("PAGES", "pages/*", ""),
        ]
        self._seen: set[Path] = set()

    def _sources(self, name: str) -> Iterator[tuple[str, str, Any]]:
        rows = self.known.get(name)
        for row in rows if isinstance(rows, (list, tuple)) else ():
            if isinstance(row, (list, tuple)) and len(row) >= 2:
                yield ("PAGES" if name == "STORIES" else name), str(row[0]), row[1]

    def is_seen(self, path: Path) -> bool:
        """Whether a source named before has the file."""
        seen = path in self._seen
        self._seen.add(path)
        return seen

    def text(self, path: Path, kind: str, base: str, target: Any) -> OldText:
        """The text in the file `path`. Raises ContentError for a head in disorder."""
        stem, lang = path.stem, ""
        if (found := re.search(r"\.([a-z]{2,3}(?:[_-]\w+)?)\Z", stem)) and found[1] in self.folders:
            stem, lang = stem[: found.start()], found[1]
        lang = lang or self.default
        meta = _meta(path, stem, lang, self.default)
        is_rst = path.suffix.lower() in _RST
        source = restructured.source_of(path) if is_rst else read_text(path).replace("\r\n", "\n")
        head = front_matter.split(_markdown(source, meta)[0] if is_rst else _with_head(source, meta), path)
        fields = head.fields
        inner = PurePosixPath(path.parent.relative_to(self.root / base).as_posix())
        slug = entry(fields, "slug") or make_slug(entry(fields, "title") or stem)
        folder = target.get(lang, target.get(self.default, "")) if isinstance(target, dict) else str(target)
        parts = [self.folders.get(lang, ""), str(folder), str(inner) if str(inner) != "." else ""]
        pretty = self.pretty and not is_true(fields.get("nopretty")) and str(fields.get("pretty_url")) != "False"
        place = "/".join(part.strip("/") for part in parts if part.strip("/"))
        address = "/" + "/".join(part for part in (place, slug) if part) + ("/" if pretty else ".html")
        if slug == "index":
            address = f"/{place}/" if place else "/"
        day = day_of(fields)
        tags = words(fields.get("tags"))
        status = entry(fields, "status").lower()
        held = status in ("draft", "private") or bool({"draft", "private", "retired"} & set(tags))
        category = entry(fields, "category")
        return OldText(
            path=path,
            lang=lang or None,
            key=f"path {base}/{inner}/{stem}",
            address=address,
            slug=slug,
            title=entry(fields, "title"),
            read=of_rst(path, None, lambda text: _markdown(text, meta))
            if is_rst
            else of_markdown(path, None, lambda text: _with_head(text, meta)),
            day=day,
            is_page=kind == "PAGES" or day is None,
            is_translation=lang != self.default,
            held=held,
            terms=(category,) if category else (),
            tags=tuple(each for each in tags if each not in ("draft", "private", "retired", "mathjax")),
            authors=one_name(fields.get("author")) or names_in(_localized(self.known.get("BLOG_AUTHOR"), lang)),
        )

    def lists(self, texts: list[OldText]) -> dict[str, Other]:
        """The front pages, feeds and lists of each language."""
        found: dict[str, Other] = {}
        extra = entry(self.known, "INDEX_PATH").strip("/")
        for lang, folder in self.folders.items():
            prefix = f"/{folder}" if folder else ""
            found[f"{prefix}/"] = Other("home", "", lang)
            if extra:
                found[f"{prefix}/{extra}/"] = Other("home", "", lang)
            for name in ("rss.xml", "feed.atom", "index.atom"):
                found[f"{prefix}/{name}"] = Other("feed", "", lang)
            for name, kind in (("archive.html", "archive"), ("categories/", "topic"), ("authors/", "home")):
                found[f"{prefix}/{name}"] = Other(kind, "", lang)  # type: ignore[arg-type]
        mark = self.known.get("CATEGORY_PREFIX", "cat_")
        for text in texts:
            lang = text.lang or self.default
            prefix = f"/{self.folders[lang]}" if self.folders.get(lang) else ""
            for setting, names in (
                ("TAG_PATH", text.tags),
                ("CATEGORY_PATH", text.terms),
                ("AUTHOR_PATH", text.authors),
            ):
                told = self.known.get(setting)
                below = _localized(told, lang) if told is not None else _LISTS[setting]
                start = mark if setting == "CATEGORY_PATH" else ""
                kind = "author" if setting == "AUTHOR_PATH" else "topic"
                for each in names:
                    at = f"{prefix}/{below}/{start}{make_slug(each)}"
                    found.setdefault(f"{at}/" if self.pretty else f"{at}.html", Other(kind, each, lang))  # type: ignore[arg-type]
                    found.setdefault(f"{at}.xml", Other("feed", "", lang))
        return found

    def menus(self) -> list[str]:
        """What the navigation says."""
        links = self.known.get("NAVIGATION_LINKS")
        found = []
        for lang, rows in links.items() if isinstance(links, dict) else ():
            for row in rows if isinstance(rows, list) else ():
                if isinstance(row, list) and len(row) >= 2 and isinstance(row[0], str):
                    found.append(f"{lang}: {row[1]} -> {row[0]}")
        return found


def _localized(value: Any, lang: str) -> str:
    if isinstance(value, dict):
        value = value.get(lang) or next(iter(value.values()), "")
    return value if isinstance(value, str) else ""


def _meta(path: Path, stem: str, lang: str, default: str) -> str:
    """What the .meta file beside a text says of it."""
    names = [f"{stem}.{lang}.meta", f"{stem}.meta.{lang}", *([f"{stem}.meta"] if lang == default else [])]
    found = configuration.first(path.parent, names) or configuration.first(path.parent, [f"{stem}.meta"])
    return read_text(found) if found is not None else ""


def _markdown(source: str, meta: str) -> tuple[str, list[str]]:
    """The reStructuredText `source` as Markdown with a head, and what is told of it."""
    text = _with_head(source, meta)
    below = text.split("\n---\n", 1)[-1]
    return restructured.as_markdown(text, has_title=False, first_line=source.count("\n") - below.count("\n") + 1)


def _with_head(source: str, meta: str) -> str:
    """`source` with its metadata, wherever they stand, as YAML front matter."""
    block = _COMMENTED.match(source) or _BARE.match(source)
    if block is None and not meta:
        return source
    rows = {found[1].lower(): found[2].strip() for found in _LINE.finditer(f"{meta}\n{block[1] if block else ''}")}
    if not rows and meta:  # the old form: one value a line
        rows = dict(
            zip(("title", "slug", "date", "tags", "link", "description", "type"), meta.split("\n"), strict=False)
        )
    rows = {name: value for name, value in rows.items() if value}
    rows.pop("type", None)
    body = source[block.end() :] if block else source
    if block is None and source.lstrip().startswith(("---", "+++")):
        return source
    return f"---\n{frontmatter.dump(rows)}---\n\n{body.lstrip()}"
