"""Hugo. https://gohugo.io/content-management/multilingual/, https://gohugo.io/content-management/urls/"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any

from nashra.ingest.readers import front_matter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.move_in import configuration
from nashra.move_in.old_site import OldSite, OldText, entry, is_true, texts_below, words
from nashra.move_in.patterns import fill

_NAMES = tuple(f"{name}.{ending}" for name in ("hugo", "config") for ending in ("toml", "yaml", "yml", "json"))
_FOLDER = "config/_default"
_SUFFIX = re.compile(r"\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\Z")


def settings_file(root: Path) -> Path | None:
    """The configuration of a Hugo site in `root`, None where there is none."""
    found = configuration.first(root, (*_NAMES, *(f"{_FOLDER}/{name}" for name in _NAMES)))
    if found is not None and found.name.startswith("config.") and not (root / "content").is_dir():
        return None
    return found


def read(root: Path, path: Path) -> OldSite:
    """The site in `root`, whose configuration is `path`. Raises ContentError where that cannot be read."""
    known = configuration.lowered(configuration.read(path))
    site = OldSite("Hugo", entry(known, "baseurl"))
    site.media = tuple(root / name for name in (words(known.get("staticdir")) or ("static",)))
    assets = root / "assets"
    site.media += (assets,) if assets.is_dir() else ()
    rules = _Rules(root, known)
    for folder, lang in rules.folders:
        for file in texts_below(folder):
            taken = [inner for inner, _ in rules.folders if inner != folder and inner.is_relative_to(folder)]
            if any(file.is_relative_to(inner) for inner in taken):
                continue
            try:
                if (found := rules.text(folder, lang, file)) is None:
                    site.left_out[file] = "it is the page of a list, which Nashra makes itself"
                else:
                    site.texts.append(found)
            except ContentError as error:
                site.left_out[file] = error.problems[0].message
    return site


class _Rules:
    """Where a file of the content stands on the site."""

    def __init__(self, root: Path, known: dict[str, Any]) -> None:
        languages = known.get("languages") if isinstance(known.get("languages"), dict) else {}
        self.languages: dict[str, Any] = {str(code).lower(): each for code, each in (languages or {}).items()}
        self.default = entry(known, "defaultcontentlanguage").lower() or (next(iter(self.languages), ""))
        self.in_folder = is_true(known.get("defaultcontentlanguageinsubdir"))
        self.ugly = is_true(known.get("uglyurls"))
        links = known.get("permalinks")
        nested = links.get("page") if isinstance(links, dict) else None
        self.links: dict[str, str] = {
            str(section): str(pattern)
            for section, pattern in (nested if isinstance(nested, dict) else links or {}).items()
            if isinstance(pattern, str)
        }
        main = root / (entry(known, "contentdir") or "content")
        self.folders = [
            (root / entry(each, "contentdir"), code)
            for code, each in self.languages.items()
            if isinstance(each, dict) and entry(each, "contentdir")
        ] or [(main, "")]
        if all(folder != main for folder, _ in self.folders) and main.is_dir():
            self.folders.append((main, ""))

    def text(self, folder: Path, lang: str, path: Path) -> OldText | None:
        """The text in the file `path`; None for the page of a section. Raises ContentError for a head in disorder."""
        inner = PurePosixPath(path.relative_to(folder).as_posix()).with_suffix("")
        suffix = _SUFFIX.search(inner.name)
        if suffix and (suffix[1].lower() in self.languages or not self.languages):
            lang, inner = suffix[1].lower(), inner.with_name(inner.name[: suffix.start()])
        lang = lang or self.default
        if inner.name == "_index":
            return None
        if inner.name == "index":
            inner = inner.parent
        head = front_matter.split(read_text(path).replace("\r\n", "\n"), path)
        fields = head.fields
        key = entry(fields, "translationkey", "translation_key")
        slug = entry(fields, "slug") or inner.name
        aliases = words(fields.get("aliases"))
        return OldText(
            path=path,
            head=head,
            lang=entry(fields, "lang", "language") or lang or None,
            key=f"key {key}" if key else f"path {inner}",
            address=self.address(inner, lang, slug, fields),
            slug=slug,
            aliases=tuple(each if each.startswith("/") else f"/{inner.parent}/{each}" for each in aliases),
            is_page=len(inner.parts) == 1 and not entry(fields, "date"),
            terms=words(fields.get("categories")),
        )

    def address(self, inner: PurePosixPath, lang: str, slug: str, fields: Any) -> str:
        """Where the text stood: front matter's `url`, the pattern of its section, else its path."""
        prefix = f"/{lang}" if lang and (lang != self.default or self.in_folder) else ""
        if url := entry(fields, "url"):
            return url if url.startswith(("http", "/")) else f"{prefix}/{url}"
        section = inner.parts[0] if len(inner.parts) > 1 else ""
        pattern = self.links.get(section) or self.links.get("/" if not section else "")
        named = {"slug": slug, "filename": inner.name, "contentbasename": inner.name, "section": section}
        named |= {"slugorcontentbasename": slug, "slugorfilename": slug, "title": entry(fields, "title")}
        named["sections"] = "/".join(inner.parts[:-1])
        path = fill(pattern, named, fields) if pattern else f"/{'/'.join((*inner.parts[:-1], slug))}/"
        path = path.lower() if not pattern else path
        if self.ugly and path.endswith("/"):
            path = f"{path.rstrip('/')}.html"
        return prefix + path
