"""Addresses of servers that translate: whether one is on this machine."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def host_of(url: str) -> str:
    """The host of a web address as readers should see it, with its port; "" where it is no such address."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    usable = parts.scheme in ("http", "https") and host.isprintable() and not any(char.isspace() for char in host)
    if not usable:
        return ""
    return f"{host}:{port}" if port else host


def is_here(url: str) -> bool:
    """Whether the address is one of this machine's own: by its name, or a loopback address."""
    if not host_of(url):
        return False
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
