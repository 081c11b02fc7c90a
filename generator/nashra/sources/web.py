"""Fetching one address of a stranger's: politely, within limits, and never from this machine or its private network.

The connection goes to the very address that was looked at (RFC 1918 and its like are refused), so that a name that
changes what it stands for in between gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from nashra import __version__

MAX_BYTES = 8 << 20
MAX_SECONDS = 60.0
MAX_REDIRECTS = 5
_CHUNK = 1 << 14
_TIMEOUT = urllib3.Timeout(connect=10, read=20)
_PORTS = {"http": 80, "https": 443}
_MOVED, _FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)


class FetchError(Exception):
    """Why there is no answer that can be used, in a sentence. later: seconds after which the server wants to be asked
    again, None where it does not say."""

    def __init__(self, message: str, later: float | None = None) -> None:
        super().__init__(message)
        self.later = later


@dataclass(frozen=True, slots=True)
class Answer:
    """What came. status: 200, 304 or another that is no redirect. body: unpacked. address: whose it is, behind all
    redirects. moved: the address to be asked from now on, where the server says that it moved for good."""

    status: int
    body: bytes
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    moved: str | None = None


def user_agent(site: str) -> str:
    """How we name ourselves to servers. site: the address of the site that gathers."""
    return f"Nashra/{__version__} (+{site})"


def fetch(
    url: str,
    headers: Mapping[str, str],
    *,
    private: bool = False,
    allowed: Callable[[str], bool] = lambda _url: True,
    clock: Callable[[], float] = time.monotonic,
) -> Answer:
    """The answer to a GET of `url`. Redirects are followed, MAX_REDIRECTS at most, and never from https to http.

    headers: of the request. private: whether addresses of this machine and of private networks are allowed.
    allowed: asked before each address to which a redirect leads. Raises FetchError for all that gives no answer: no
    connection, a certificate that does not fit, MAX_BYTES, MAX_SECONDS, a body that is cut off or cannot be unpacked.
    """
    give_up = clock() + MAX_SECONDS
    moved: str | None = None
    for_good = True
    for _ in range(MAX_REDIRECTS + 1):
        status, found, body = _ask(url, headers, private, lambda: clock() > give_up)
        target = found.get("location")
        if status not in _MOVED or not target:
            return Answer(status, body, url, found, moved)
        after = urljoin(url, target)
        _refuse_scheme(after, url)
        if not allowed(after):
            raise FetchError(f"its robots.txt does not want {after} to be fetched")
        for_good = for_good and status in _FOR_GOOD
        moved = after if for_good else moved
        url = after
    raise FetchError(f"it is redirected more than {MAX_REDIRECTS} times")


def _refuse_scheme(url: str, before: str) -> None:
    scheme = urlsplit(url).scheme
    if scheme not in _PORTS or (scheme == "http" and urlsplit(before).scheme == "https"):
        raise FetchError(f"it leads to {url[:200]}, which is not safe")


def _ask(
    url: str, headers: Mapping[str, str], private: bool, is_late: Callable[[], bool]
) -> tuple[int, dict[str, str], bytes]:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
        host.encode("ascii")
    except UnicodeError:
        host = host.encode("idna").decode("ascii")
    except (KeyError, ValueError):
        raise FetchError(f"{url[:200]} is no web address") from None
    name = f"{host}:{parts.port}" if parts.port else host
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    sent = {"Host": name, "Accept-Encoding": "gzip, deflate", **headers}
    pool = _pool(parts.scheme, host, port, _resolve(host, port, private))
    try:
        response = pool.urlopen(
            "GET", urllib3.util.parse_url(target).request_uri, headers=sent, redirect=False, retries=False,
            preload_content=False, timeout=_TIMEOUT,
        )  # fmt: skip
        try:
            return response.status, {key.lower(): value for key, value in response.headers.items()}, _body(
                response, is_late
            )  # fmt: skip
        finally:
            response.close()
    except HTTPError as error:
        raise FetchError(_plain(error)) from None
    except OSError as error:
        raise FetchError(f"the connection failed: {error.strerror or error}") from None
    finally:
        pool.close()


def _body(response: urllib3.BaseHTTPResponse, is_late: Callable[[], bool]) -> bytes:
    body = bytearray()
    for chunk in response.stream(_CHUNK, decode_content=True):
        body += chunk
        if len(body) > MAX_BYTES:
            raise FetchError(f"it has more than {MAX_BYTES >> 20} MB")
        if is_late():
            raise FetchError(f"it was not all there after {MAX_SECONDS:.0f} seconds")
    return bytes(body)


def _pool(scheme: str, host: str, port: int, address: str) -> urllib3.HTTPConnectionPool:
    if scheme == "http":
        return urllib3.HTTPConnectionPool(address, port)
    return urllib3.HTTPSConnectionPool(
        address, port, server_hostname=host, assert_hostname=host, ssl_context=ssl.create_default_context()
    )


def _resolve(host: str, port: int, private: bool) -> str:
    """The numeric address of `host` to connect to. Raises FetchError where there is none, or one that is private."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError):
        raise FetchError(f"there is no {host!r} on the network, or no network") from None
    for each in found:
        address = ipaddress.ip_address(each.partition("%")[0])
        mapped = getattr(address, "ipv4_mapped", None) or address
        if not private and not mapped.is_global:
            raise FetchError(f"{host} lies on this machine or in a private network; `private: true` allows it")
    return found[0]


def _plain(error: HTTPError) -> str:
    text = str(error)
    if "CERTIFICATE_VERIFY_FAILED" in text or "hostname" in text.lower():
        return "its certificate does not fit its name, or is not trusted"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "it does not answer in time"
    if isinstance(error, urllib3.exceptions.DecodeError):
        return "what it sent is damaged and cannot be unpacked"
    if isinstance(error, urllib3.exceptions.ProtocolError):
        return "the connection broke off"
    return "it cannot be reached"
