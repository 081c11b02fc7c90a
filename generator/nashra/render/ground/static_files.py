"""Files that a site publishes as they are: those in `static/`, and the CNAME of its host."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from nashra.kit.errors import Problem
from nashra.kit.files import files_below
from nashra.settings.config import Settings

File = tuple[str, "bytes | Path"]

CNAME = "CNAME"
# What systems and git leave in folders without being asked.
_LITTER = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".git"})


def static_files(settings: Settings, site: Iterable[str]) -> Iterator[File | Problem]:
    """What is published as it is; what has the address of another file is a problem, and so is what cannot be read.

    site: the paths of all other files.
    """
    paths = list(site)
    taken = {_folded(path) for path in paths}
    folders = {_folded(parent) for path in paths for parent in _parents(path)}
    if settings.cname and settings.cname == urlsplit(settings.url).hostname:
        taken.add(_folded(CNAME))
        yield CNAME, f"{settings.cname}\n".encode()
    for path in _files(settings):
        if isinstance(path, Problem):
            yield path
            continue
        name = path.relative_to(settings.static).as_posix()
        folded = _folded(name)
        blocked = folded in taken or folded in folders or any(_folded(parent) in taken for parent in _parents(name))
        if blocked:
            hint = "rename it" if name != CNAME else "take `cname` out of nashra.toml, or this file away"
            yield Problem(f"the site has a file or a folder of that address itself: {name}", path, hint=hint)
            continue
        taken.add(folded)
        folders.update(_folded(parent) for parent in _parents(name))
        yield name, path


def _files(settings: Settings) -> Iterator[Path | Problem]:
    for path in files_below(settings.static, settings.inside):
        if isinstance(path, Problem):
            yield path
            continue
        if not _LITTER.isdisjoint(part.lower() for part in path.relative_to(settings.static).parts):
            continue
        if not os.access(path, os.R_OK):
            yield Problem("this file cannot be read", path, hint="allow reading it")
        elif not _is_text(path.relative_to(settings.static).as_posix()):
            yield Problem("the name has characters that no address can have", path, hint="rename the file")
        else:
            yield path


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\\" not in name and name.isprintable()


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _parents(name: str) -> Iterator[str]:
    parts = name.split("/")[:-1]
    for number in range(1, len(parts) + 1):
        yield "/".join(parts[:number])
