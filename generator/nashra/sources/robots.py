"""robots.txt (RFC 9309): what a host does not want to be fetched, and how long to wait between two requests."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

_AGENT = "Nashra"
_MOST_SECONDS = 30.0


class Robots:
    """The wishes of all hosts that are asked; each file is fetched once.

    get: gives (status, text) of an address, or raises where there is no answer; the methods then raise the same.
    """

    def __init__(self, get: Callable[[str], tuple[int, str]]) -> None:
        self._get = get
        self._hosts: dict[str, RobotFileParser] = {}

    def allow(self, url: str) -> bool:
        """Whether `url` may be fetched. A host without the file allows all; one that is broken allows nothing."""
        return self._of(url).can_fetch(_AGENT, url)

    def delay(self, url: str) -> float:
        """Seconds between two requests that the host asks for, at most half a minute; 0 where it does not, or where
        nobody has asked whether `url` may be fetched."""
        known = self._hosts.get(_origin(url))
        asked = known.crawl_delay(_AGENT) if known is not None else None
        return min(float(asked), _MOST_SECONDS) if asked is not None else 0.0

    def _of(self, url: str) -> RobotFileParser:
        origin = _origin(url)
        if origin not in self._hosts:
            parser = RobotFileParser()
            status, text = self._get(f"{origin}/robots.txt")
            # RFC 9309, 2.3.1: 4xx means no rules; 5xx that all is forbidden
            if 200 <= status < 300:
                parser.parse(text.splitlines())
            elif 400 <= status < 500:
                parser.parse([])
            else:
                parser.parse(["User-agent: *", "Disallow: /"])
            self._hosts[origin] = parser
        return self._hosts[origin]


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
