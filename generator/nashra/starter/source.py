"""Where a site's workflow installs Nashra from: a place that its owner chose, told apart from every other by a hash.

A name alone is no such place. Whoever registers it on an index runs code in the workflow of every site that names it.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from email.parser import BytesHeaderParser
from importlib import metadata
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from nashra.kit.errors import ConfigError

NAME = "nashra"

_COMMIT = r"[0-9a-f]{40}"
_GIT = re.compile(rf"(?:git\+)?(https://[^\s@#?]+?)@({_COMMIT})")
_GIT_BUT = re.compile(r"(?:git\+)?https://[^\s@#?]+@[^\s@#?/]+")
_WHEEL = re.compile(r"https://[^\s#]+\.whl#sha256=([0-9a-f]{64})")
_HOW = (
    "a wheel (`pip wheel --no-deps PATH-OF-NASHRA` makes one), https://HOST/NAME.whl#sha256=HASH, "
    "or https://github.com/OWNER/REPOSITORY@COMMIT"
)


@dataclass(frozen=True, slots=True)
class Source:
    """requirement: the line for pip. wheel: the file that goes into the site's folder, with its SHA-256 in hex."""

    requirement: str
    wheel: Path | None = None
    checksum: str = ""


def source(given: str) -> Source:
    """The source that an owner names. Raises ConfigError, with what would do, where it is none or is not fixed."""
    given = given.strip()
    if found := _GIT.fullmatch(given):
        return Source(f"{NAME} @ git+{found[1]}@{found[2]}")
    if _WHEEL.fullmatch(given):
        return Source(f"{NAME} @ {given}")
    if _GIT_BUT.fullmatch(given):
        raise _fault(given, "names a branch, a tag or a part of a commit, which can be moved", "give all 40 digits")
    if given.startswith("https://") and given.partition("#")[0].endswith(".whl"):
        raise _fault(given, "has no checksum", "add #sha256= and the 64 digits that `sha256sum` gives for the file")
    if "://" in given:
        raise _fault(given, "is no address of a wheel, nor of a repository with a commit", _HOW)
    return _wheel(Path(given).expanduser())


def installed_source() -> Source | None:
    """The source of the Nashra that runs, where pip recorded one that is fixed (PEP 610); None otherwise."""
    try:
        text = metadata.distribution(NAME).read_text("direct_url.json")
        record = json.loads(text) if text else {}
        url = record.get("url", "")
        if "vcs_info" in record:
            return source(f"{url}@{record['vcs_info'].get('commit_id', '')}")
        hashes = record.get("archive_info", {}).get("hashes", {})
        return source(f"{url}#sha256={hashes.get('sha256', '')}")
    except (metadata.PackageNotFoundError, ConfigError, ValueError, AttributeError, TypeError, KeyError):
        return None


def _wheel(path: Path) -> Source:
    try:
        data = path.read_bytes()
    except (OSError, ValueError):
        raise _fault(str(path), "is no file that can be read, and no address", _HOW) from None
    if path.suffix != ".whl":
        raise _fault(str(path), "is no wheel", _HOW)
    try:
        with ZipFile(path) as archive:
            name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
            headers = BytesHeaderParser().parsebytes(archive.read(name))
    except (BadZipFile, StopIteration, OSError, RuntimeError):
        raise _fault(str(path), "is no wheel", _HOW) from None
    if str(headers.get("Name", "")).lower() != NAME:
        raise _fault(str(path), f"is a wheel of {headers.get('Name')}, not of Nashra", _HOW)
    return Source(f"./{path.name}", path, hashlib.sha256(data).hexdigest())


def _fault(given: str, what: str, hint: str) -> ConfigError:
    return ConfigError(f"no site was made: --nashra {given} {what}", hint=hint)
