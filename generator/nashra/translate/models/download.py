"""Downloads over http and https that go on where they broke off. Standard library only."""

from __future__ import annotations

import hashlib
import http.client
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from email.message import Message
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.parse import unquote, urlsplit

from nashra import __version__
from nashra.kit.errors import TranslationError
from nashra.translate.models.index import INDEX_URL, Available, is_web_address, parse_index
from nashra.translate.models.install import SUFFIX

# Called with the bytes that are there and the size of the whole, None where the server does not tell.
Progress = Callable[[int, int | None], None]

MAX_INDEX_BYTES = 16 << 20
MAX_PACKAGE_BYTES = 4 << 30

_CHUNK = 1 << 16
_TRIES = 4
_TIMEOUT_SECONDS = 30
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)\Z")
# What another try, or another link, may mend.
_TROUBLE = (urllib.error.URLError, http.client.HTTPException, OSError)


class _Unusable(Exception):
    """This link gives nothing that can be used; trying it again is no use."""


class _StartOver(Exception):
    """The server refuses to send the rest of what we have."""


class _Complete(Exception):
    """There is no rest: all has come already."""


class _DiskFault(Exception):
    """The disk refuses to take what has come."""


def read_index(place: str = INDEX_URL, **options: Any) -> list[Available]:
    """The packages listed at `place`, an address or a file on this machine. Raises TranslationError."""
    if is_web_address(place):
        return fetch_index(place, **options)
    path = Path(place)
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_INDEX_BYTES else None
    except OSError as error:
        raise TranslationError(f"the list of packages cannot be read: {error.strerror}", path=path) from None
    if data is None:
        raise TranslationError("the list of packages is far too large", path=path)
    return parse_index(data, place)


def size_of(links: Sequence[str]) -> int | None:
    """How many bytes the first of `links` that answers has, by its own word; None where no server says it.

    Nothing is downloaded, and no fault is raised: the download itself will tell.
    """
    for link in links:
        if not is_web_address(link):
            continue
        headers = {"User-Agent": f"nashra/{__version__}", "Accept-Encoding": "identity"}
        request = urllib.request.Request(link, headers=headers, method="HEAD")  # noqa: S310 - http and https only
        try:
            with urllib.request.build_opener(_Redirects).open(request, timeout=_TIMEOUT_SECONDS) as response:
                return _whole_size(response, 0)
        except (_Unusable, *_TROUBLE):
            continue
    return None


def fetch_index(
    url: str = INDEX_URL, *, tries: int = _TRIES, sleep: Callable[[float], None] = time.sleep
) -> list[Available]:
    """The packages listed at `url`. Raises TranslationError when it cannot be reached or is no such list."""
    fault = ""
    for turn in range(tries):
        if turn:
            sleep(_pause(turn))
        try:
            with _open(url, 0, "") as response:
                data = response.read(MAX_INDEX_BYTES + 1)
                length = _whole_size(response, 0)
            if len(data) > MAX_INDEX_BYTES:
                raise TranslationError(f"the list of packages at {url} is far too large")
            if length is None or len(data) == length:
                return parse_index(data, url)
            fault = "the connection broke off"
        except _Unusable as error:
            fault = str(error)
            break
        except _TROUBLE as error:
            fault = _reason(error)
    raise TranslationError(
        f"the list of packages at {url} cannot be fetched: {fault}",
        hint="without a network, install a package from a file: `nashra models install FILE.argosmodel`",
    )


def download(
    links: Sequence[str],
    folder: Path,
    name: str,
    progress: Progress | None = None,
    *,
    tries: int = _TRIES,
    sleep: Callable[[float], None] = time.sleep,
) -> Path:
    """Fetch the first of `links` that works into `folder` under `name`; the path of the whole file.

    Every link is tried `tries` times before the next one. What has come is kept in a .part file, and a later try, or
    a later call, asks for the rest only; a server that cannot do that sends the whole again. The file is as long as
    the server said. The zip's own checksums show the rest when it is installed.
    Raises TranslationError when no link works or the disk does not allow it.
    """
    target = folder / name
    fault = "it has no link"
    try:
        with _writing():
            folder.mkdir(parents=True, exist_ok=True)
        for link in links:
            part = target.with_name(f"{name}.{hashlib.sha256(link.encode()).hexdigest()[:12]}.part")
            for turn in range(tries):
                if turn:
                    sleep(_pause(turn))
                try:
                    _fetch(link, part, progress)
                except _Unusable as error:
                    fault = str(error)
                    break
                except _TROUBLE as error:
                    fault = _reason(error)
                else:
                    with _writing():
                        part.replace(target)
                    return target
    except _DiskFault as error:
        raise TranslationError(f"the download cannot be written: {error}", path=folder) from None
    raise TranslationError(
        f"{name} cannot be downloaded: {fault}",
        hint="run the command again to go on where it broke off, or install a file you have",
    )


def download_address(url: str, folder: Path, progress: Progress | None = None, **options: Any) -> Path:
    """Fetch the package at `url` into `folder`; options as for `download`. Raises TranslationError for no address."""
    if not is_web_address(url):
        raise TranslationError(f"{url} is no http or https address")
    name = re.sub(r"[^\w.-]", "_", PurePosixPath(unquote(urlsplit(url).path)).stem, flags=re.ASCII)[:80]
    return download([url], folder, f"{name.strip('.') or 'package'}{SUFFIX}", progress, **options)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to http and https only, and never from https back to http."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if not is_web_address(newurl) or (req.type == "https" and urlsplit(newurl).scheme != "https"):
            raise _Unusable(f"{req.full_url} leads to {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _fetch(link: str, part: Path, progress: Progress | None) -> None:
    """Bring `part` to its full length.

    Raises _Unusable or _DiskFault, or one of _TROUBLE with what has come kept in `part`.
    """
    tag = part.with_name(part.name + ".tag")
    with _writing():
        start = part.stat().st_size if part.exists() else 0
        validator = tag.read_text("ascii", "replace") if start and tag.exists() else ""
    try:
        response = _open(link, start, validator)
    except _Complete:
        return
    except _StartOver:
        with _writing():
            part.unlink(missing_ok=True)
        raise http.client.HTTPException("what has come does not fit what the server has") from None
    with response:
        if response.status != http.client.PARTIAL_CONTENT:
            start = 0
        whole = _whole_size(response, start)
        if whole is not None and whole > MAX_PACKAGE_BYTES:
            raise _Unusable(f"{link} is {whole >> 20} MB, more than a package can be")
        with _writing():
            tag.write_text(_validator(response.headers), "ascii")
        size = start
        if progress is not None:
            progress(size, whole)
        with _writing():
            sink = part.open("ab" if start else "wb")
        with sink:
            # read1 gives what is there: a connection that breaks off costs nothing that had come.
            while chunk := response.read1(_CHUNK):
                size += len(chunk)
                if size > (MAX_PACKAGE_BYTES if whole is None else whole):
                    raise _Unusable(f"{link} sends more than it said")
                with _writing():
                    sink.write(chunk)
                    sink.flush()
                if progress is not None:
                    progress(size, whole)
    if whole is not None and size < whole:
        raise http.client.HTTPException(f"the connection broke off after {size} of {whole} bytes")
    with _writing():
        tag.unlink(missing_ok=True)


@contextmanager
def _writing() -> Iterator[None]:
    """Tells the disk's errors from the network's, which are of the same kinds."""
    try:
        yield
    except OSError as error:
        raise _DiskFault(error.strerror or str(error)) from None


def _open(link: str, start: int, validator: str) -> Any:
    """The response to a GET of `link` from byte `start` on; `validator` makes sure that it is still the same file."""
    if not is_web_address(link):
        raise _Unusable(f"{link} is no http or https address")
    # "identity": a compressed transfer would have another length, and could not be resumed.
    headers = {"User-Agent": f"nashra/{__version__}", "Accept-Encoding": "identity"}
    if start:
        headers["Range"] = f"bytes={start}-"
        if validator:
            headers["If-Range"] = validator
    opener = urllib.request.build_opener(_Redirects)
    request = urllib.request.Request(link, headers=headers)  # noqa: S310 - http and https only, see above
    try:
        response = opener.open(request, timeout=_TIMEOUT_SECONDS)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.client.REQUESTED_RANGE_NOT_SATISFIABLE and start:
            if error.headers.get("Content-Range") == f"bytes */{start}":
                raise _Complete from None
            raise _StartOver from None
        if error.code in (408, 429) or error.code >= 500:
            raise http.client.HTTPException(f"{link} answers {error.code}") from None
        raise _Unusable(f"{link} answers {error.code} {error.reason}") from None
    if response.status == http.client.PARTIAL_CONTENT:
        found = _RANGE.match(response.headers.get("Content-Range", ""))
        if not start or found is None or int(found[1]) != start:
            response.close()
            raise _StartOver
    return response


def _whole_size(response: Any, start: int) -> int | None:
    """The size of the whole file in bytes as the server tells it, or None."""
    found = _RANGE.match(response.headers.get("Content-Range", ""))
    if found and found[2] != "*":
        return int(found[2])
    length = response.headers.get("Content-Length", "")
    return start + int(length) if length.isascii() and length.isdigit() else None


def _validator(headers: Message) -> str:
    # RFC 9110, 13.1.5: a weak tag must not be used with If-Range.
    tag = headers.get("ETag", "")
    value = tag if tag and not tag.startswith("W/") else headers.get("Last-Modified", "")
    return value if value.isascii() and value.isprintable() else ""


def _pause(turn: int) -> float:
    """Seconds to wait before try number `turn` + 1: 1, 2, 4 ..."""
    return float(2 ** (turn - 1))


def _reason(error: Exception) -> str:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return str(getattr(reason, "strerror", None) or reason or type(error).__name__)
