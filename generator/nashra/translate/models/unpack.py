"""Unpacks an .argosmodel file, which is a zip from a stranger, into a folder."""

from __future__ import annotations

import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path

from nashra.kit.errors import TranslationError

# The largest public packages unpack to well under 1 GB in some 20 files.
MAX_ENTRIES = 5_000
MAX_BYTES = 4 << 30
# Weights hardly shrink; Deflate itself ends at 1032:1. Small files may shrink as they like.
MAX_RATIO = 200
RATIO_FREE_BYTES = 64 << 20
MAX_NAME = 240

_CHUNK = 1 << 20
_WEIGHTS = re.compile(r"[^/]+\.npz\Z")
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')


def unpack(path: Path, into: Path) -> Path:
    """Unpack the zip at `path` into the empty folder `into`; the result is the one folder that was in it, or `into`
    where a model's files stand in none, as OPUS-MT publishes them.

    Only plain files and folders are written, none outside `into`, and none larger than it says. Raises
    TranslationError when the file is no zip, is cut off or damaged, or holds what no package holds; what was written
    by then is left to the caller.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not _is_litter(entry.orig_filename)]
            _check(entries, path, into)
            for entry in entries:
                _write(archive, entry, into, path)
            root = "" if _is_flat(entries) else entries[0].filename.split("/")[0]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise TranslationError(f"the file is no whole zip file: {error}", path=path, hint="download it again") from None
    except (ValueError, UnicodeError) as error:
        raise TranslationError(f"the file is a malformed zip file: {error}", path=path) from None
    except OSError as error:
        raise TranslationError(f"the package cannot be unpacked: {error.strerror or error}", path=path) from None
    return into / root


def name_fault(name: str) -> str:
    """Why the name of a zip entry is refused, "" when it may be written."""
    parts = name.removesuffix("/").split("/")
    if name.startswith("/"):
        return "an absolute name"
    if _FORBIDDEN.search(name):
        return "a name with a backslash, a drive letter or another character that is not portable"
    if any(part in ("", ".", "..") for part in parts):
        return "a name that leads elsewhere"
    if len(name.encode("utf-8", "surrogatepass")) > MAX_NAME:
        return "a name that is too long"
    if any(part.endswith((" ", ".")) for part in parts):
        return "a name that ends in a dot or a space"
    return ""


def _is_litter(name: str) -> bool:
    """Whether a system's file manager put it in: no part of any package, and never written."""
    first, *_, last = name.split("/") if "/" in name.rstrip("/") else (name.rstrip("/"), "")
    return first == "__MACOSX" or (last or first) in (".DS_Store", "Thumbs.db", "desktop.ini")


def _check(entries: list[zipfile.ZipInfo], path: Path, into: Path) -> None:
    """Refuse what can be refused before anything is written."""

    def refuse(message: str) -> TranslationError:
        return TranslationError(f"the package is refused: {message}", path=path, hint="get it from another place")

    if not entries:
        raise refuse("it is empty")
    if len(entries) > MAX_ENTRIES:
        raise refuse(f"it holds {len(entries)} files, more than {MAX_ENTRIES}")
    seen: set[str] = set()
    for entry in entries:
        shown = entry.filename.encode("ascii", "backslashreplace").decode()[:80]
        # zipfile cuts names at a NUL and turns the local separator into "/"; the name as it was is kept beside.
        if fault := name_fault(entry.orig_filename) or name_fault(entry.filename):
            raise refuse(f"it holds {fault}: {shown}")
        mode = entry.external_attr >> 16
        if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise refuse(f"it holds a link or a device: {shown}")
        if entry.flag_bits & 0x1:
            raise refuse(f"it is encrypted: {shown}")
        if entry.file_size > max(RATIO_FREE_BYTES, entry.compress_size * MAX_RATIO):
            raise refuse(f"it holds a file that is far too well compressed: {shown}")
        folded = entry.filename.removesuffix("/").casefold()
        if folded in seen:
            raise refuse(f"it holds a name twice: {shown}")
        seen.add(folded)
    total = sum(entry.file_size for entry in entries)
    if total > MAX_BYTES:
        raise refuse(f"it unpacks to {total >> 20} MB, more than {MAX_BYTES >> 20}")
    if not _is_flat(entries) and (
        len({entry.filename.split("/")[0] for entry in entries}) != 1
        or any("/" not in entry.filename for entry in entries)
    ):
        packed = [entry.filename for entry in entries if entry.filename.endswith((".zip", ".argosmodel"))]
        if packed and all("/" not in entry.filename for entry in entries):
            raise TranslationError(
                f"the package is refused: it holds another archive, {packed[0]:.80}",
                path=path,
                hint="unpack it and install that",
            )
        raise refuse("it does not hold exactly one folder")
    free = shutil.disk_usage(into).free
    if total > free:
        raise TranslationError(f"the package needs {total >> 20} MB, the disk has {free >> 20} MB left", path=path)


def _is_flat(entries: list[zipfile.ZipInfo]) -> bool:
    return any(
        entry.filename in ("decoder.yml", "model.bin", "config.json") or _WEIGHTS.match(entry.filename)
        for entry in entries
    )


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, into: Path, path: Path) -> None:
    target = into / entry.filename
    if entry.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    left = entry.file_size
    # "x": nothing that is there already is written over, nor followed. Reading to the end checks the CRC.
    with archive.open(entry) as source, target.open("xb") as sink:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise TranslationError(f"the package is refused: {entry.filename} is larger than it says", path=path)
            sink.write(chunk)
    if left:
        raise TranslationError(f"the package is cut off in {entry.filename}", path=path)
