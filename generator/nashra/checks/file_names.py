"""Names of files that some system cannot have. A site is also unpacked from archives on Windows and on phones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_SIGNS = re.compile(r'[\x00-\x1f<>:"\\|?*]')
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)
# Windows takes 260 characters in all; the rest is for the folder that the site is unpacked in.
MAX_PATH = 240
# Bytes of one name on Linux and Android (NAME_MAX).
MAX_NAME_BYTES = 255


def name_problem(path: str) -> str:
    """What is wrong with a path below the site's root, to complete "the file name ..."; empty for none."""
    for name in path.split("/"):
        if sign := _SIGNS.search(name):
            return f"has {sign[0]!r} in it, which Windows does not allow"
        if name.endswith((".", " ")):
            return "has a part that ends in a dot or a blank, which Windows does not allow"
        if _DEVICES.fullmatch(name):
            return f"has the part {name!r}, which is a device on Windows"
        if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME_BYTES:
            return f"has a part of more than {MAX_NAME_BYTES} bytes, which most disks do not allow"
    length = len(path.encode("utf-16-le", "surrogatepass")) // 2
    return f"has {length} characters, more than Windows can unpack" if length > MAX_PATH else ""


def collisions(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path, earlier path) for those that are one file where capitals, or ways to write a letter, do not count."""
    owners: dict[str, str] = {}
    for path in paths:
        first = owners.setdefault(normalize("NFC", normalize("NFC", path).casefold()), path)
        if first != path:
            yield path, first
