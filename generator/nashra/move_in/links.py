"""Links inside a site that moves in lead to the new files of what they led to."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from nashra.move_in.old_site import OldSite, OldText

_LINK = re.compile(r"(?<!!)(\[(?:\\.|[^\[\]\\\n])*\]\(\s*<?)([^()\s<>]+(?:\([^()\s]*\))?)(?=[>\s)])")
_DEFINED = re.compile(r"(?m)^( {0,3}\[[^\]\n]+\]:\s*<?)(\S+?)(?=>?(?:\s|$))")
_HTML = re.compile(r"(<a\b[^>]*?\bhref=[\"'])([^\"']+)(?=[\"'])", re.IGNORECASE)
# Links of templates, turned into plain ones: Hugo's ref and relref, Jekyll's post_url and link, its baseurl filters.
_REF = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+[\"']?([^\"'\s>%]+)[\"']?[^>%]*[>%]\}\}")
_POST_URL = re.compile(r"(?:\{\{\s*site\.baseurl\s*\}\})?\{%\s*(post_url|link)\s+([^%\s]+)\s*%\}")
_FILTERED = re.compile(r"\{\{\s*[\"']([^\"']+)[\"']\s*\|\s*(?:relative_url|absolute_url|relURL|absURL)\s*\}\}")
_BASE = re.compile(r"\{\{\s*(?:site\.(?:baseurl|url)|\.Site\.BaseURL|SITEURL)\s*\}\}")
_PELICAN = re.compile(r"[{|](?:filename|static|attach)[}|]")


def key(address: str) -> str:
    """What two ways to write one path have in common: percent signs read, without index.html and the last slash."""
    path = unquote(urlsplit(address).path)
    path = re.sub(r"(?:^|/)index\.html?\Z", "/", path)
    return path.rstrip("/").removesuffix(".html").lower() or "/"


@dataclass(slots=True)
class Links:
    """Where the texts of the old site stand now.

    by_address: `key` of an old address -> new file. by_file: old file -> new file.
    """

    site: OldSite
    root: Path
    by_address: dict[str, Path] = field(default_factory=dict)
    by_file: dict[Path, Path] = field(default_factory=dict)
    _stems: dict[str, list[Path]] = field(default_factory=dict)

    def add(self, text: OldText, new: Path) -> None:
        """The old text `text` stands in the file `new`."""
        for address in (text.address, *text.aliases):
            self.by_address.setdefault(key(address), new)
        self.by_file[text.path] = new
        for name in {text.path.name, text.path.stem, text.path.name.partition(".")[0], text.path.parent.name}:
            self._stems.setdefault(name, []).append(text.path)

    def rewrite(self, source: str, text: OldText, new: Path) -> str:
        """The Markdown `source` of `text`, whose file is `new`, with its links to what moved in with it."""
        source = _FILTERED.sub(lambda found: found[1], _BASE.sub("", source))
        source = _REF.sub(lambda found: self._named(found[1], text) or found[0], source)
        source = _POST_URL.sub(lambda found: self._named(found[2], text) or found[0], source)

        def replace(found: re.Match[str]) -> str:
            return found[1] + self._new(found[2], text, new)

        for pattern in (_LINK, _DEFINED, _HTML):
            source = pattern.sub(replace, source)
        return source

    def _named(self, name: str, text: OldText) -> str | None:
        """The old address of the file that a template's tag names."""
        name, sign, fragment = name.partition("#")
        if not name:
            return f"#{fragment}"
        base = name.strip("/").rsplit("/", 1)[-1]
        paths = [
            path
            for stem in (base, base.removesuffix(".md"))
            for path in self._stems.get(stem, ())
            if name.strip("/").removesuffix(".md") in path.as_posix()
        ]
        same = [path for path in paths if _language(path, self.site) == text.lang]
        found = next(iter(same or paths), None)
        address = next((each.address for each in self.site.texts if each.path == found), None)
        return None if address is None else address + (f"#{fragment}" if sign else "")

    def _new(self, address: str, text: OldText, new: Path) -> str:
        """`address` as seen from the file `new`; as it is where it leads to nothing that moved in."""
        if address.startswith("#"):
            return address
        plain = _PELICAN.sub("", address)
        path, fragment = plain.partition("#")[0], plain.partition("#")[2]
        target = None
        if path.endswith((".md", ".markdown")) and "://" not in path:
            name = unquote(path)
            around = [text.path.parent / name, *(folder / name.lstrip("/") for folder in self.site.media)]
            target = next(
                (self.by_file[file] for each in around if (file := Path(os.path.normpath(each))) in self.by_file), None
            )
        if target is None:
            target = self._by_address(path, text)
        if target is None:
            return address
        relative = os.path.relpath(target, new.parent).replace(os.sep, "/")
        return quote(relative, safe="/.-_") + (f"#{fragment}" if fragment else "")

    def _by_address(self, address: str, text: OldText) -> Path | None:
        parts = urlsplit(address)
        home = urlsplit(self.site.home)
        if parts.netloc and parts.netloc.removeprefix("www.") != home.netloc.removeprefix("www."):
            return None
        if parts.scheme not in ("", "http", "https"):
            return None
        path = parts.path if parts.path.startswith("/") else urljoin(text.address, parts.path)
        base = home.path.rstrip("/")
        found = self.by_address.get(key(path))
        if found is None and base and path.startswith(f"{base}/"):
            found = self.by_address.get(key(path.removeprefix(base)))
        return found


def _language(path: Path, site: OldSite) -> str | None:
    return next((each.lang for each in site.texts if each.path == path), None)
