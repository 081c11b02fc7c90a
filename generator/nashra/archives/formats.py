"""The formats of archives, a row each. Light: what writes a format is loaded when it is wanted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nashra.archives.selection import Selected
    from nashra.archives.staged_site import Progress, StagedSite
    from nashra.kit.errors import Problem

    Write = Callable[[Selected, Path, str, Progress], list[Problem]]


@dataclass(frozen=True, slots=True)
class ArchiveFormat:
    """A format.

    name:    as the command has it; with a dot before it, the ending of the file.
    magic:   how its files begin.
    write:   (what is chosen, the file, its name in catalogues, progress) -> faults found on the way.
    is_ours: whether a file of the format was made here, which alone may be replaced; some other one is a person's.
    require: raises NashraError where something that it needs is not installed.
    """

    name: str
    magic: bytes
    write: Write
    is_ours: Callable[[Path], bool]
    require: Callable[[], None] = lambda: None


def _zip(selected: Selected, path: Path, name: str, progress: Progress) -> list[Problem]:
    from nashra.archives import zip_archive

    return _staged(zip_archive.write, selected, path, name, progress)


def _is_our_zip(path: Path) -> bool:
    from nashra.archives import zip_archive

    return zip_archive.is_ours(path)


def _is_our_zim(path: Path) -> bool:
    from nashra.archives import zim_archive

    return zim_archive.is_ours(path)


def _is_our_epub(path: Path) -> bool:
    from nashra.archives import book

    return book.is_ours(path)


def _zim(selected: Selected, path: Path, name: str, progress: Progress) -> list[Problem]:
    from nashra.archives import zim_archive

    return _staged(zim_archive.write, selected, path, name, progress)


def _require_zim() -> None:
    from nashra.archives import zim_archive

    zim_archive.require()


def _epub(selected: Selected, path: Path, name: str, progress: Progress) -> list[Problem]:
    from nashra.archives import book

    return book.write(selected, path, progress)


def _staged(
    write: Callable[[StagedSite, Path, str, Progress], None],
    selected: Selected,
    path: Path,
    name: str,
    progress: Progress,
) -> list[Problem]:
    """Let `write` set the pages of a site of its own, made in a folder for the time being."""
    from nashra.archives.staged_site import stage

    with tempfile.TemporaryDirectory(prefix="nashra-") as folder:
        site, problems = stage(selected, Path(folder), progress)
        write(site, path, name, progress)
    return problems


# APPNOTE.TXT 4.3.7 for zip, and so EPUB (OCF 3.3); wiki.openzim.org for ZIM.
_ROWS = (
    ArchiveFormat("zip", b"PK\x03\x04", _zip, _is_our_zip),
    ArchiveFormat("zim", b"ZIM\x04", _zim, _is_our_zim, _require_zim),
    ArchiveFormat("epub", b"PK\x03\x04", _epub, _is_our_epub),
)
FORMATS = {row.name: row for row in _ROWS}
