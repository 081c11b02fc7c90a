"""Addresses of the web as strict readers take them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

# What may stand in a path, a query and a fragment unquoted (RFC 3986, sections 3.3 to 3.5).
_SAFE = "/?:@!$&'()*+,;=~%-._"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def web_address(address: str) -> str | None:
    """`address`, absolute, with everything encoded that RFC 3986 wants so; None where it is no address at all.

    Known are http, https, mailto and tel.
    """
    try:
        parts = urlsplit(address.strip())
        scheme = parts.scheme.lower()
        if scheme in ("mailto", "tel"):
            return urlunsplit((scheme, "", _quoted(parts.path), _quoted(parts.query), "")) if parts.path else None
        if scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
            return None
        host = parts.hostname.encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError):
        return None
    if not re.fullmatch(r"[a-z0-9.-]+", host):
        return None
    return urlunsplit((scheme, host + port, _quoted(parts.path), _quoted(parts.query), _quoted(parts.fragment)))


def _quoted(text: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", text), safe=_SAFE, errors="replace")
