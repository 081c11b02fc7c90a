"""File names that every system takes: Windows, macOS, Linux, Android's cards."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# What Windows forbids in a name, with the control characters (learn.microsoft.com, "Naming Files, Paths, and
# Namespaces"), and the invisible marks of direction, which let a name look like another.
_FORBIDDEN = re.compile('[<>:"/\\\\|?*\x00-\x1f\x7f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)
# Bytes of a name; 255 are the limit everywhere. A slug has at most 200 (`nashra.kit.slugs`): pages keep their names.
_MAX_BYTES = 240


def portable(path: str) -> str:
    """`path` with each of its parts as a name that every system takes, in NFC."""
    return "/".join(_name(part) for part in path.split("/"))


def _name(name: str) -> str:
    name = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name)).rstrip(". ") or "_"
    if _RESERVED.match(name):
        name = f"_{name}"
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    while len(f"{stem}{dot}{suffix}".encode()) > _MAX_BYTES:
        if stem:
            stem = stem[:-1]
        else:
            suffix = suffix[:-1]
    return f"{stem.rstrip('. ') or '_'}{dot}{suffix}"


def portable_names(paths: Iterable[str]) -> dict[str, str]:
    """Path -> a portable one. Where two differ in capitals or in their spelling only, the later one gets a number."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in paths:
        name, number = portable(path), 1
        stem, dot, suffix = name.rpartition(".")
        while _key(name) in taken:
            number += 1
            name = f"{stem}-{number}{dot}{suffix}" if dot and "/" not in suffix else f"{portable(path)}-{number}"
        taken.add(_key(name))
        found[path] = name
    return found


def _key(path: str) -> str:
    return unicodedata.normalize("NFC", path.casefold())
