"""An address below the server's root -> what a web server that has the built site would answer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

from nashra.kit.media_types import MEDIA_TYPES, UNKNOWN
from nashra.publish.shown import Shown

# These are text, and all text of a site is UTF-8.
_TEXT = frozenset({".html", ".css", ".js", ".xml", ".json", ".txt", ".csv", ".vtt", ".svg"})


def media_type(ending: str) -> str:
    """What a file whose name ends in `ending` is sent as, ".html" or ".PNG"."""
    ending = ending.lower()
    kind = MEDIA_TYPES.get(ending, UNKNOWN)
    return f"{kind}; charset=utf-8" if ending in _TEXT else kind


HTML = media_type(".html")


@dataclass(frozen=True, slots=True)
class Answer:
    """kind: the media type. location: where to, when it is a redirect."""

    status: HTTPStatus
    body: bytes = b""
    kind: str = HTML
    location: str = ""


def answer(shown: Shown, target: str) -> Answer:
    """What the site `shown` has for the request target `target`, a path that may be percent-encoded."""
    base = shown.base_path
    try:
        path = unquote_to_bytes(urlsplit(target).path).decode("utf-8")
    except (UnicodeDecodeError, ValueError):
        return _not_found(shown)
    if path in ("/", base.rstrip("/")) and path != base:
        return _redirect(base)
    if not path.startswith(base) or shown.output is None:
        return _not_found(shown)
    file = _find(shown.output, path.removeprefix(base))
    if file is None:
        return _not_found(shown)
    if file.is_dir():
        return _file(shown, file / "index.html") if path.endswith("/") else _redirect(path + "/")
    return _file(shown, file)


def _find(output: Path, name: str) -> Path | None:
    """The file or folder `name` of the site; None for what is not there, hidden, or outside it."""
    parts = name.split("/")
    if "\0" in name or "\\" in name or ":" in name or any(part.startswith(".") for part in parts):
        return None
    if "" in parts[:-1]:
        return None
    try:
        file = (output / name).resolve()
        if not file.is_relative_to(output) or not file.exists():
            return None
    except OSError:  # such as a name that is too long
        return None
    return None if name.endswith("/") and not file.is_dir() else file


def _file(shown: Shown, file: Path) -> Answer:
    try:
        data = file.read_bytes()
    except OSError:
        return _not_found(shown)
    return Answer(HTTPStatus.OK, data, media_type(file.suffix))


def _not_found(shown: Shown) -> Answer:
    """The site's own 404 page, its absolute addresses turned to this server."""
    page = b"<!doctype html><title>404</title><p>404"
    if shown.output is not None:
        with suppress(OSError):
            page = (shown.output / "404.html").read_bytes()
    for opening in (b'"', b"'"):
        page = page.replace(opening + shown.site_url.encode(), opening + shown.local_path.encode("ascii"))
    return Answer(HTTPStatus.NOT_FOUND, page)


def _redirect(path: str) -> Answer:
    # one slash only: "//host" would lead to another machine
    return Answer(HTTPStatus.FOUND, location=quote("/" + path.lstrip("/")))
