"""Files that a site publishes as they are: those in `static/`, and the CNAME of its host.

Of pictures, films and sounds only what is seen and heard goes out, here as elsewhere: where one was taken is nobody's
business. What documents tell of people and places is said. What programs leave behind, what holds secrets by its name,
photographs that keep their place, and a text in which git left a conflict stay where they are, and are told.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import urlsplit

from nashra.kit.conflicts import find_conflict
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import files_below
from nashra.kit.pictures.published import disguised, is_picture, look, published
from nashra.kit.unseen import film, office
from nashra.kit.unseen.cleaned import PHOTOGRAPHS, clean, none_of_its_kind, tells, what_to_do
from nashra.languages.desk.known import is_one, plain
from nashra.settings.config import Settings

File = tuple[str, "bytes | Path"]

CNAME = "CNAME"
# What editors and git leave beside the files one works on.
_LEFT_BEHIND = re.compile(
    r".*~|~\$.*|\.~lock\..*|\.#.*|#.*#|.*\.(?:sw[op]|bak|orig|rej|tmp|part|crdownload)", re.IGNORECASE
)
_SECRET = re.compile(
    r"\.env(?:\..+)?|\.netrc|\.npmrc|\.pypirc|id_(?:rsa|dsa|ecdsa|ed25519)|.*\.(?:pem|key|pfx|p12|kdbx|kdb|jks|keystore|ppk|ovpn)"
    r"|\.htpasswd|\.git-credentials|(?:secrets?|credentials|passwords?)\.(?:ya?ml|json|toml|ini|csv|txt|xlsx?|docx?|od[st])"
    r"|.*\.sql(?:\.\w+)?",
    re.IGNORECASE,
)
# Programs for a server, which have its passwords in them: pages that are files would show them to everybody.
_PROGRAM = re.compile(r".*\.(?:php[0-9]?|phtml|inc|aspx?|jsp|cgi)", re.IGNORECASE)
# Keys by their form: private ones of any kind, and those of the services that give theirs a sign.
_KEY = re.compile(
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|glpat-[\w-]{20}"
    r"|xox[abp]-[\w-]{20,}|sk-[\w-]{32,}|AIza[\w-]{35})"
)
# Texts in which git can leave a conflict.
_TEXTS = frozenset((".html", ".htm", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest"))
_MOST = 4_000_000
# Films, sounds and documents: an empty one, or the page of a server, is none.
_MEDIA = (
    film.ENDINGS | office.ENDINGS | {".pdf", ".mp3", ".wav", ".ogg", ".oga", ".opus", ".ogv", ".webm", ".epub", ".zip"}
)
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
        if blocked and name == ".nojekyll":
            continue  # the site has it already
        if blocked:
            hint = "rename it" if name != CNAME else "take `cname` out of nashra.toml, or this file away"
            yield Problem(f"the site has a file or a folder of that address itself: {name}", path, hint=hint)
            continue
        data = _seen(path)
        if isinstance(data, Problem):
            yield data
            continue
        taken.add(folded)
        folders.update(_folded(parent) for parent in _parents(name))
        yield name, data
        for told in tells(path, settings.document_authors):
            yield Problem(f"this file {told}", path, hint=what_to_do(path), warning=True)


def _seen(path: Path) -> bytes | Path | Problem:
    """What is published of `path`: the file itself, or what is seen and heard in it alone; a problem where it is not to
    go out."""
    try:
        if path.suffix.lower() in PHOTOGRAPHS and (told := tells(path)):
            return Problem(f"this photograph {told[0]}; it is not published", path, hint="save it as JPEG")
        if is_picture(path):
            if fault := look(path).fault:
                return Problem(f"this picture {fault[0]}", path, hint=fault[1])
            return _same_or(path, published(path))
        if path.suffix.lower() in _MEDIA and (wrong := none_of_its_kind(path)):
            return Problem(f"this file {wrong[0]}", path, hint=wrong[1])
        if disguised(path):  # a picture by its bytes, under a name that something may rest on
            return _same_or(path, published(path))
        if path.suffix.lower() in _TEXTS and path.stat().st_size <= _MOST:
            text = path.read_text("utf-8", "replace")
            if key := _KEY.search(text):
                line = text.count("\n", 0, key.start()) + 1
                hint = "take it out, and have a new one made"
                return Problem(f"there is a secret key in this file: {key[0][:10]}…", path, line, hint=hint)
            return find_conflict(text, path) or path
        return clean(path)
    except ContentError as error:
        return error.problems[0]
    except OSError as error:
        return Problem(f"this file cannot be read: {error.strerror}", path, hint="allow reading it")


def _same_or(path: Path, seen: bytes) -> bytes | Path:
    return path if seen == path.read_bytes() else seen


def _files(settings: Settings) -> Iterator[Path | Problem]:
    for path in files_below(settings.static, settings.inside):
        if isinstance(path, Problem):
            yield path
            continue
        if not _LITTER.isdisjoint(part.lower() for part in path.relative_to(settings.static).parts):
            continue
        if _PROGRAM.fullmatch(path.name):
            message = "this is a program for a server, and everybody could read it; it is not published"
            yield Problem(message, path, hint="keep it elsewhere, or give it the ending .txt")
        elif _SECRET.fullmatch(path.name) or is_one(plain(path.stem), "secrets"):
            hint = "keep it elsewhere, or give it another name if everybody may read it"
            yield Problem("this file seems to hold a secret, and is not published", path, hint=hint)
        elif _LEFT_BEHIND.fullmatch(path.name):
            message, hint = "a program left this file behind; it is not published", "delete it, or rename it"
            yield Problem(message, path, hint=hint, warning=True)
        elif not os.access(path, os.R_OK):
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
