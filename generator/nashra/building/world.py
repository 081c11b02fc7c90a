"""Digests of what all of a site rests on: the code, the libraries, the settings, the registry, the theme."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Collection, Iterable
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from nashra.kit.own_code import own_files
from nashra.kit.zones import rules
from nashra.settings.config import EntitySettings, Settings

# What lies in content/ beside the articles and the names: every page may show it.
_SHARED = ("pages", "terms.yaml")


def digest(*parts: bytes | str) -> bytes:
    """A digest of `parts`, none of which runs into the next."""
    total = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.digest()


def code_digest() -> bytes:
    """Of the program: its own modules, by size and time of change, Python, and the libraries by name and version."""
    parts = [sys.version, sys.platform, *own_files()]
    for place in sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}):
        if os.path.isdir(place):  # noqa: PTH112
            parts += sorted(name for name in os.listdir(place) if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208
    return digest(*parts)


def seen_as(found: os.stat_result) -> str:
    """What tells a file from another one in its place, or from itself after a change."""
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size} {found.st_ino} {found.st_mode}"


def settings_digest(settings: Settings, without: Collection[str] = ()) -> bytes:
    """Of the settings but those `without`, wherever the site is written to."""
    plain = replace(settings, output=Path(), entities=EntitySettings())
    changes: dict[str, Any] = dict.fromkeys(without)
    plain = replace(plain, **changes)
    named = settings.entities
    parts = [repr(plain), repr((replace(named, without=frozenset()), sorted(named.without)))]
    return digest(*parts, rules(settings.timezone.key))


def shared_digest(settings: Settings) -> bytes:
    """Of what lies in content/ beside the articles, the names and the ledger."""
    return digest(*(part for name in _SHARED for part in files_in(settings.content / name)))


def registry_digest(settings: Settings) -> bytes:
    """Of the files of names."""
    return digest(*files_in(settings.content / "entities"))


def files_in(path: Path) -> Iterable[bytes]:
    """The names and bytes of the file `path`, or of all files below the folder."""
    if path.is_dir():
        for folder, folders, names in os.walk(path, followlinks=True):
            folders.sort()
            for name in sorted(names):
                yield from _file(Path(folder, name))
    elif os.path.lexists(path):
        yield from _file(path)


def _file(path: Path) -> Iterable[bytes]:
    yield os.fsencode(path)
    try:
        # a link leads elsewhere when what it says is changed
        if path.is_symlink():
            yield os.fsencode(path.readlink())
        yield path.read_bytes() if path.is_file() else b"no file"
    except OSError as error:
        yield f"{error.errno}".encode()
