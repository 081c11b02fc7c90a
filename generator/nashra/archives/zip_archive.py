"""The site as a zip file: unpacked anywhere, it is read in a browser, without a server and without a network."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from nashra.archives.selection import Selected
from nashra.archives.staged_site import Progress, StagedSite, counted, last_change
from nashra.render.ground import urls

# What is packed already: packing it again costs time and gains nothing.
_PACKED = frozenset(".jpg .jpeg .png .gif .webp .avif .mp3 .ogg .oga .opus .m4a .mp4 .webm .ogv .woff .woff2".split())
_LEVEL = 6
_STYLES = "assets/style.css"
# A plain file, readable by all (APPNOTE.TXT 4.4.15; the upper half is st_mode of Unix).
_MODE = 0o100644 << 16
_UNIX = 3


def write(site: StagedSite, path: Path, top: str, progress: Progress) -> None:
    """Write the archive to `path`, everything in one folder `top`. The same site gives the same bytes."""
    moment = stamp(site.selected)
    with ZipFile(path, "w") as archive:
        if urls.CHOOSER not in site.names:
            # one language: its home page is also the first thing that readers see
            front = site.read(site.front, urls.CHOOSER)
            archive.writestr(*entry(f"{top}/{urls.CHOOSER}", front, moment), compresslevel=_LEVEL)
        for source, name in counted(dict(sorted(site.names.items())), "files", progress):
            archive.writestr(*entry(f"{top}/{name}", site.read(source), moment), compresslevel=_LEVEL)


def is_ours(path: Path) -> bool:
    """Whether a zip file is one of these: all in one folder, with the first page and the styles of a site."""
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
    except (OSError, ValueError, BadZipFile):
        return False
    tops = {name.partition("/")[0] for name in names}
    return len(tops) == 1 and {f"{top}/{name}" for top in tops for name in (urls.CHOOSER, _STYLES)} <= names


def stamp(selected: Selected) -> datetime:
    """The date of the files: that of the newest change, on the site's own clock; zip has no time zones.

    It counts from 1980 to 2107, in steps of two seconds (APPNOTE.TXT 4.4.6).
    """
    moment = last_change(selected).astimezone(selected.settings.timezone)
    if moment.year < 1980:
        return datetime(1980, 1, 1)
    return moment.replace(tzinfo=None) if moment.year <= 2107 else datetime(2107, 12, 31)


def entry(name: str, data: bytes, moment: datetime, *, stored: bool = False) -> tuple[ZipInfo, bytes]:
    """What `ZipFile.writestr` takes; nothing in it depends on the machine. Names other than ASCII get the UTF-8 flag.

    stored: not packed, as are files that are packed by themselves.
    """
    info = ZipInfo(name, moment.timetuple()[:6])
    info.create_system = _UNIX
    info.external_attr = _MODE
    info.compress_type = ZIP_STORED if stored or Path(name).suffix.lower() in _PACKED else ZIP_DEFLATED
    return info, data
