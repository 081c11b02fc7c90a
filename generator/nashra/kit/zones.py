"""The rules of time zones: the newest that this machine has.

Governments change them within months (Morocco keeps UTC since 20 September 2026), and a system that is not renewed
would date every article an hour wrong. So the tables of the package tzdata stand in for older ones of the system:
https://docs.python.org/3/library/zoneinfo.html#data-sources
"""

from __future__ import annotations

import os
import re
import zoneinfo
from pathlib import Path
from zoneinfo import ZoneInfo

# The first line of a system's tzdata.zi.
_VERSION = re.compile(r"# version (\d{4}[a-z]+)")


def _newest() -> None:
    """From now on zones are those of the newer tables, unless PYTHONTZPATH names some that do not tell their age."""
    try:
        import tzdata  # type: ignore[import-untyped, unused-ignore]
    except ImportError:
        return
    system = _system_version()
    if system is None and "PYTHONTZPATH" in os.environ:
        return
    if system is None or system < tzdata.IANA_VERSION:
        zoneinfo.reset_tzpath(())
        ZoneInfo.clear_cache()


def _system_version() -> str | None:
    for folder in zoneinfo.TZPATH:
        try:
            with Path(folder, "tzdata.zi").open(encoding="ascii", errors="replace") as lines:
                if found := _VERSION.match(lines.readline()):
                    return found[1]
        except OSError:
            continue
    return None


def zone(key: str) -> ZoneInfo:
    """The time zone of that name, "Africa/Casablanca".

    Raises a dozen kinds of errors, as zoneinfo does: of KeyError, ValueError and OSError.
    """
    return ZoneInfo(key)


def rules(key: str) -> bytes:
    """The bytes of the table of a zone; b"" where there is none."""
    for folder in zoneinfo.TZPATH:
        path = Path(folder, key)
        if path.is_file():
            return path.read_bytes()
    from importlib.resources import files

    try:
        return files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()
    except (ImportError, OSError):
        return b""


_newest()
