"""Links inside a site that moves in lead to the new files of what they led to."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from nashra.ingest.readers import liquid
from nashra.move_in.old_site import OldSite, OldText

_WORDS = r"\[(?:\\.|!\[[^\[\]\n]*\]\([^()\n]*\)|[^\[\]\\])*\]"
_TARGET = r"[^()\s<>]+(?:\([^()\s]*\)[^()\s<>]*)*"
_LINK = re.compile(rf"(?<![!\\])({_WORDS})\((\s*)(?:<([^<>\n]*)>|({_TARGET}))((?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*)\)")
_DEFINED = re.compile(
    r"(?m)^ {0,3}\[([^\]^\n][^\]\n]*)\]:[ \t]*<?(\S+?)>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*$\n?"
)
_HTML = re.compile(r"<a\b([^>]*?)\bhref=([\"'])(.*?)\2([^>]*)>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_BARE = re.compile(r"<(https?://[^<>\s]+)>")
# Links of templates, turned into plain ones: Hugo's ref and relref, Jekyll's post_url and link, its baseurl filters.
_REF = re.compile(
    r"\{\{[<%]\s*(?:rel)?ref\s+(?:\([^)]*?)?(?:path\s*[=:]?\s*)?[\"'`]?([^\"'`\s>%)]+)[\"'`]?[^>%]*[>%]\}\}"
)
_POST_URL = re.compile(r"(?:\{\{-?\s*site\.(?:baseurl|url)\s*-?\}\}/?)*\{%-?\s*(?:post_url|link)\s([^%]++)%\}")
_FILTERED = re.compile(
    r"\{\{-?\s*[\"']([^\"']*)[\"']\s*\|\s*(?:prepend:\s*site\.(?:baseurl|url)|relative_url|absolute_url|relURL|absURL|"
    r"relLangURL|absLangURL)(?:\s*\|\s*(?:prepend:\s*site\.(?:baseurl|url)|absolute_url|relative_url))*\s*-?\}\}"
)
_BASE = re.compile(
    r"\{\{-?\s*(?:site\.(?:baseurl|url|github\.url)|\.?site\.(?:params\.)?baseurl|\$?\.Site\.BaseURL|SITEURL)\s*-?\}\}",
    re.IGNORECASE,
)
_HUGO_LINK = re.compile(r"\{\{[<%]\s*(?:relurl|absurl|baseurl)\s+[\"']?([^\"'\s>%]*)[\"']?\s*[>%]\}\}", re.IGNORECASE)
_PELICAN = re.compile(r"[{|](?:filename|static|attach|author|category|tag|index)[}|]|@(?=/)")
_NIKOLA = re.compile(r"link://(?:slug|filename|post|category|tag|author)?/?")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_ENDINGS = (".md", ".markdown", ".mkd", ".rst", ".html")

# Gives the name of the file that an old address shows, once it lies beside the text; None where there is no such file.
Keep = Callable[[str], str | None]


def key(address: str) -> str:
    """What two ways to write one path have in common: percent signs read, without index.html and the last slash."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    path = re.sub("/{2,}", "/", unquote(parts.path))
    path = re.sub(r"(?:^|/)index\.(?:html?|php)\Z", "/", path)
    path = path.rstrip("/").removesuffix(".html").lower() or "/"
    asked = re.search(r"(?:^|&)(?:(?:p|page_id|cat|tag|author|attachment_id|feed)=[^&]+|m=\d{4,8})", parts.query)
    return f"{path}?{asked[0].lstrip('&')}" if asked else path


@dataclass(slots=True)
class Links:
    """Where the texts of the old site stand now.

    by_address: `key` of an old address -> what to write instead: a new file, or an address. by_file: old file -> new
    file. titles: new file -> title.
    """

    site: OldSite
    by_address: dict[str, Path | str] = field(default_factory=dict)
    by_file: dict[Path, Path] = field(default_factory=dict)
    titles: dict[Path, str] = field(default_factory=dict)
    _texts: dict[Path, OldText] = field(default_factory=dict)
    _stems: dict[str, list[Path]] = field(default_factory=dict)
    _others: set[str] = field(default_factory=set)
    # of `by_address`, those that another text may have for its own
    _aliased: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        for text in self.site.texts:
            if text.label:
                continue
            self._texts[text.path] = text
            path = text.path
            for name in {path.name, path.stem, path.name.partition(".")[0], path.parent.name, text.slug}:
                self._stems.setdefault(name, []).append(path)

    def add(self, text: OldText, new: Path, title: str = "") -> None:
        """The old text `text` stands in the file `new`."""
        self.by_address.setdefault(key(text.address), new)
        if key(text.address) in self._aliased:
            self._aliased.discard(key(text.address))
            self.by_address[key(text.address)] = new
        for address in text.aliases:
            if key(address) not in self.by_address:
                self.by_address[key(address)] = new
                self._aliased.add(key(address))
        if not text.label:
            self.by_file[text.path] = new
        self.titles.setdefault(new, title)

    def untagged(self, source: str, text: OldText) -> str:
        """The Markdown `source` of `text` with plain links instead of its system's tags, to old addresses."""
        if "{" not in source and "|" not in source:
            return source
        source = liquid.veiled(source)
        source = _FILTERED.sub(lambda found: found[1] or "/", source)
        source = _HUGO_LINK.sub(lambda found: f"/{found[1].lstrip('/')}", source)
        source = _POST_URL.sub(lambda found: self._posted(found[1], text), source)
        source = _BASE.sub("", source)
        # what leads nowhere is told of like any other link that does
        source = _REF.sub(lambda found: self._named(found[1], text) or f"/{found[1].lstrip('/')}", source)
        return liquid.shown(source)

    def _posted(self, told: str, text: OldText) -> str:
        """The old address of the post that a tag names with `told`."""
        name = told.strip().removesuffix("-").rstrip()
        return self._named(name.strip("\"'"), text) or f"/{name}"

    def rewritten(self, body: str, text: OldText, new: Path, keep: Keep) -> tuple[str, list[str]]:
        """(the Markdown `body` of `text`, whose file is `new`, with its links to what moved in with it; links that lead
        to nothing that did, whose words alone stay). keep: for links to files.

        Headings have no names here to which a link could lead: such a link leads to the whole text.
        """
        lost: dict[str, None] = {}

        def link(found: re.Match[str]) -> str:
            words, address = found[1], found[3] if found[3] is not None else found[4]
            words = "[" + _LINK.sub(link, words[1:-1]) + "]"
            led = self._new(address, text, new, keep)
            if led is None:
                lost.setdefault(address)
                return words[1:-1]
            return f"{words}({found[2]}{led}{found[5]})"

        def anchor(found: re.Match[str]) -> str:
            led = self._new(found[3], text, new, keep)
            if led is None:
                lost.setdefault(found[3])
                return found[5]
            return f"<a{found[1]}href={found[2]}{led}{found[2]}{found[4]}>{found[5]}</a>"

        def bare(found: re.Match[str]) -> str:
            target = self._by_address(found[1], text)
            if target is None:
                return found[0]
            title = self.titles.get(target, "") if isinstance(target, Path) else ""
            words = re.sub(r"([][])", r"\\\1", title) or str(target)
            return f"[{words}]({_written(target, new)})"

        parts = re.split(r"(?ms)^( {0,3}(?:```|~~~).*?^ {0,3}(?:```|~~~)[^\n]*$)", body)
        defined = {
            found[1].casefold(): found[2]
            for part in parts[::2]
            for found in _DEFINED.finditer(part)
            if not _SCHEME.match(found[2]) or self._is_ours(found[2])
        }
        for at in range(0, len(parts), 2):
            parts[at] = _inlined(parts[at], defined)
            parts[at] = _LINK.sub(link, parts[at])
            parts[at] = _BARE.sub(bare, parts[at])
            parts[at] = _HTML.sub(anchor, parts[at])
        return "".join(parts), list(lost)

    def _named(self, name: str, text: OldText) -> str | None:
        """The old address of the file that a template's tag names."""
        name, sign, fragment = name.partition("#")
        if not name:
            return f"#{fragment}"
        wanted = _without_ending(name.strip("/"))
        base = wanted.rsplit("/", 1)[-1]
        paths = [
            path
            for stem in dict.fromkeys((base, name.strip("/").rsplit("/", 1)[-1], wanted))
            for path in self._stems.get(stem, ())
            if wanted in path.as_posix() or stem == self._texts[path].slug
        ]
        same = [path for path in paths if self._texts[path].lang == text.lang]
        near = [path for path in same if path.parent == text.path.parent]
        found = next(iter(near or same or paths), None)
        if found is None:
            other = next((each for each in (f"/{wanted}/", f"/{text.lang}/{wanted}/") if self._knows(each)), None)
            return None if other is None else other + (f"#{fragment}" if sign else "")
        return self._texts[found].address + (f"#{fragment}" if sign else "")

    def _knows(self, address: str) -> bool:
        if not self._others:
            self._others = {key(each) for each in self.site.others}
        return key(address) in self._others

    def _new(self, address: str, text: OldText, new: Path, keep: Keep) -> str | None:
        """`address` as seen from the file `new`; as it is where it leads out of the old site; None where it led to
        something of that which did not move in."""
        if address.startswith("#") or not address:
            return None
        tagged = _PELICAN.match(address) or _NIKOLA.match(address)
        plain = address[tagged.end() :] if tagged else address
        if (plain.startswith("//") and not self._is_ours(plain)) or (_SCHEME.match(plain) and "://" not in plain):
            return address
        path = plain.partition("#")[0]
        target = self._by_file(path, text) or self._by_tag(address, plain, text) or self._by_address(path, text)
        if target is None:
            if _SCHEME.match(plain) and not self._is_ours(plain):
                return address
            name = keep(unquote(path))
            return quote(name, safe="/.-_") if name else None
        return _written(target, new)

    def _is_ours(self, address: str) -> bool:
        """Whether a whole address is one of the old site."""
        try:
            parts, home = urlsplit(address), urlsplit(self.site.home)
        except ValueError:
            return False
        hosts = [each.netloc.lower().removeprefix("www.") for each in (parts, home)]
        return bool(hosts[1]) and hosts[0] == hosts[1] and f"{parts.path}/".startswith(f"{home.path.rstrip('/')}/")

    def _by_file(self, path: str, text: OldText) -> Path | None:
        if "://" in path or text.label:
            return None
        name = unquote(path)
        around = [text.path.parent / name, *(folder / name.lstrip("/") for folder in self.site.media)]
        for each in around:
            file = Path(os.path.normpath(each))
            if file in self.by_file:
                return self.by_file[file]
        return None

    def _by_tag(self, address: str, plain: str, text: OldText) -> Path | str | None:
        """What Nikola's `link://slug/x` and Pelican's `{category}x` name."""
        if address == plain:
            return None
        named = plain.strip("/")
        if (found := self._named(named, text)) is not None:
            return self.by_address.get(key(found))
        for old, other in self.site.others.items():
            if other.name and other.name.casefold() == unquote(named).casefold():
                return self.by_address.get(key(old))
        return None

    def _by_address(self, address: str, text: OldText) -> Path | str | None:
        try:
            parts = urlsplit(address)
            home = urlsplit(self.site.home)
        except ValueError:
            return None
        if parts.netloc and not self._is_ours(address):
            return None
        if parts.scheme not in ("", "http", "https"):
            return None
        path = parts.path if parts.path.startswith("/") or parts.netloc else urljoin(text.address, parts.path)
        base = home.path.rstrip("/")
        tries = [path or "/"]
        if base and not f"{path}/".startswith(f"{base}/"):
            tries.insert(0, base + path)
        if not parts.netloc and text.lang and path.startswith("/"):
            tries.append(f"{base}/{text.lang}{path.removeprefix(base)}")
        if not parts.netloc and not parts.path.startswith("/"):
            # from a file to its neighbour, as sites that show addresses without a last slash write it
            tries.append(urljoin(text.address.rstrip("/"), parts.path))
        for each in tries:
            asked = f"{each}?{parts.query}" if parts.query else each
            found = self.by_address.get(key(asked))
            if found is None and parts.query:
                found = self.by_address.get(key(each)) if "?" not in key(asked) else None
            if found is not None:
                return found
        return None


def _inlined(body: str, defined: dict[str, str]) -> str:
    """`body` with the links whose addresses stand elsewhere, `defined` by label, as links with their address."""
    if not defined:
        return body

    def link(found: re.Match[str]) -> str:
        label = (found[2] or found[1]).casefold()
        return f"[{found[1]}](<{defined[label]}>)" if label in defined else found[0]

    body = _DEFINED.sub(lambda found: "" if found[1].casefold() in defined else found[0], body)
    return re.sub(r"(?<![!\]\\])\[([^\[\]\n]+)\](?:\[([^\[\]\n]*)\])?(?![(\[:])", link, body)


def _without_ending(name: str) -> str:
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name.removesuffix("/index").removesuffix("/_index")


def _written(target: Path | str, new: Path) -> str:
    if isinstance(target, str):
        return target
    return quote(os.path.relpath(target, new.parent).replace(os.sep, "/"), safe="/.-_")


def distinct(addresses: Iterable[str]) -> tuple[str, ...]:
    """Those that are not the same in two ways of writing, in their order."""
    found: dict[str, str] = {}
    for address in addresses:
        found.setdefault(key(address), address)
    return tuple(found.values())
