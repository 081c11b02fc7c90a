"""The files of a built site, and where an address on one of its pages leads."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from nashra.checks.link_address import ASCII_BLANKS, Fault, decoded, host_fault, scheme_fault, scheme_of, split_address


@dataclass(frozen=True, slots=True)
class Target:
    """A file of the site that an address leads to; fragment: decoded, "" for the file as a whole.

    from_root: whether the address starts at the host's root, which leads nowhere once the site is on a USB stick.
    """

    path: str
    fragment: str = ""
    from_root: bool = False


class BuiltSite:
    """A built site in the folder `top` that is published at `url` (with a closing slash)."""

    def __init__(self, top: Path, url: str) -> None:
        self.top, self.url = top, url
        parts = urlsplit(url)
        self._host, self._base = _host(parts.netloc), decoded(parts.path) or parts.path
        self.files: tuple[str, ...] = tuple(sorted(_files(top)))
        self._known = frozenset(self.files)
        self._folders = frozenset(_folders(self.files))
        self._memory: dict[tuple[str, str, bool], Target | Fault | None] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._known

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site."""
        return (self.top / path).read_bytes()

    def size(self, path: str) -> int:
        """The bytes that a file of the site takes."""
        return (self.top / path).stat().st_size

    def with_suffix(self, *suffixes: str) -> tuple[str, ...]:
        """The files whose names end so, sorted."""
        return tuple(path for path in self.files if path.endswith(suffixes))

    def resolve(self, page: str, reference: str, *, is_link: bool = True) -> Target | Fault | None:
        """Where `reference` on the page `page` leads: a file of the site, nowhere, or (None) out of the site."""
        # only the folder matters, unless the address is that of the page itself
        reference = reference.strip(ASCII_BLANKS)
        key = (page if reference[:1] in ("#", "?", "") else posixpath.dirname(page), reference, is_link)
        if key not in self._memory:
            self._memory[key] = self._resolve(page, reference, is_link)
        return self._memory[key]

    def _resolve(self, page: str, reference: str, is_link: bool) -> Target | Fault | None:
        located = self.locate(page, reference, is_link=is_link)
        if not isinstance(located, Target):
            return located
        found = self._find(located.path)
        return found if isinstance(found, Fault) else Target(found, located.fragment, located.from_root)

    def locate(self, page: str, reference: str, *, is_link: bool = True) -> Target | Fault | None:
        """As `resolve`, whether the file is there or not; a folder stays a folder."""
        reference = reference.strip(ASCII_BLANKS)
        if not reference:
            return Fault("is empty", "write the address, or take the link out", grave=False)
        scheme = scheme_of(reference)
        if scheme not in ("", "http", "https"):
            return scheme_fault(reference, scheme, is_link=is_link)
        parts = split_address(reference)
        if isinstance(parts, Fault):
            return parts
        path, fragment = decoded(parts.path), decoded(parts.fragment)
        if path is None:
            return Fault("is percent-encoded, but not as UTF-8", "write it in plain letters, or encode it anew")
        if fragment is None:
            fragment = parts.fragment
        if parts.netloc:
            if _host(parts.netloc) != self._host:
                return host_fault(parts.hostname or "")
            if path + "/" == self._base:
                path += "/"
            if not (path or "/").startswith(self._base):
                return None  # the same host, another site
            return Target(_normal((path or "/").removeprefix(self._base)), fragment)
        if not path:
            return Target(page, fragment)
        if path.startswith("/"):
            if not path.startswith(self._base):
                return Fault(f"leads out of the site, which is published under {self._base}", "write a relative link")
            return Target(_normal(path.removeprefix(self._base)), fragment, from_root=True)
        joined = _normal(posixpath.join(posixpath.dirname(page), path))
        if joined == ".." or joined.startswith("../"):
            return Fault("leads out of the site", "take away one `../` or more")
        return Target(joined, fragment)

    def _find(self, path: str) -> str | Fault:
        """The file that a server answers with for `path`."""
        if path in self._known:
            return path
        folder = path.rstrip("/")
        if folder in self._folders or not folder:
            index = f"{folder}/index.html" if folder else "index.html"
            return index if index in self._known else Fault("leads to a folder without index.html")
        twin = self._twins.get(_folded(folder))
        if twin is not None and twin != folder:
            same_letters = normalize("NFC", twin) == normalize("NFC", folder)
            way = "other Unicode signs for the same letters" if same_letters else "other capitals"
            return Fault(f"leads to nothing on this site: the file is named {twin!r}, in {way}", "copy that name")
        if f"{path}.html" in self._known:
            return Fault("leads to nothing on this site", "its name ends in .html")
        return Fault("leads to nothing on this site", "correct the address, or take the link out")

    @cached_property
    def _twins(self) -> dict[str, str]:
        """Files and folders by their names without the differences that people do not see."""
        return {_folded(path): path for path in (*sorted(self._folders), *self.files)}


def _host(netloc: str) -> str:
    """Host and port, without the ports that http and https have anyway."""
    return netloc.lower().removesuffix(":443").removesuffix(":80")


def _files(top: Path) -> Iterator[str]:
    for folder, _, names in os.walk(top):
        below = Path(folder).relative_to(top).as_posix()
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def _folders(files: Iterable[str]) -> Iterator[str]:
    done: set[str] = set()
    for path in files:
        folder = posixpath.dirname(path)
        while folder and folder not in done:
            done.add(folder)
            yield folder
            folder = posixpath.dirname(folder)


def _folded(path: str) -> str:
    return normalize("NFC", normalize("NFC", path).casefold())


def _normal(path: str) -> str:
    """`path` without `.`, `..` and doubled slashes; "" for the root; a closing slash stays."""
    plain = posixpath.normpath(path).lstrip("/") if path else "."
    if plain == ".":
        return ""
    return f"{plain}/" if path.endswith("/") else plain
