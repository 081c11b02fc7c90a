"""Files that a site publishes as they are: those in `static/`, and the CNAME of its host.

Of pictures, films and sounds only what is seen and heard goes out, here as elsewhere: where one was taken is nobody's
business. What documents tell of people and places is said. What programs leave behind, what holds secrets by its name,
photographs that keep their place, and a text in which git left a conflict stay where they are, and are told.
"""

from __future__ import annotations

import os
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
from nashra.languages.desk.secrets import KEY, first_password
from nashra.render.ground.kept_back import SETTINGS, doubtful, is_draft, kept_back, source_of_a_page
from nashra.settings.config import Settings

File = tuple[str, "bytes | Path"]

CNAME = "CNAME"
# Texts in which git can leave a conflict.
_TEXTS = frozenset((".html", ".htm", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".webmanifest")) | SETTINGS
_MOST = 4_000_000
# Films, sounds and documents: an empty one, or the page of a server, is none.
_MEDIA = (
    film.ENDINGS
    | office.ENDINGS
    | {".pdf", ".mp3", ".wav", ".ogg", ".oga", ".opus", ".ogv", ".webm", ".epub", ".zip"}
    | {".ico", ".woff", ".woff2", ".ttf", ".otf"}
)
# What systems and git leave in folders without being asked.
_LITTER = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", ".git", "__macosx"}
)


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
        if doubt := doubtful(path) or source_of_a_page(path):
            yield doubt


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
            if key := KEY.search(text):
                line = text.count("\n", 0, key.start()) + 1
                hint = "take it out, and have a new one made"
                return Problem(f"there is a secret key in this file: {key[0][:10]}…", path, line, hint=hint)
            if path.suffix.lower() in SETTINGS and (at := first_password(text)) is not None:
                hint = "take it out, and change it"
                return Problem(
                    "there seems to be a password in this file", path, text.count("\n", 0, at) + 1, hint=hint
                )
            if draft := is_draft(text, path):
                return draft
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
        name = path.relative_to(settings.static).as_posix()
        if kept := kept_back(path, name):
            yield kept
        elif not os.access(path, os.R_OK):
            yield Problem("this file cannot be read", path, hint="allow reading it")
        elif not _is_text(name):
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
