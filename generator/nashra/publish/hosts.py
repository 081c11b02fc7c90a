"""Which Host headers a server that only this machine should reach may answer.

A page on the web can have its own name resolve to 127.0.0.1 and then read what a local server answers, as if it came
from its own site (DNS rebinding). Its requests still carry that name, so a name that is not this machine's is refused.
"""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_loopback(address: str) -> bool:
    """Whether `address`, an IP address or a name, reaches this machine only."""
    try:
        return ip_address(address.partition("%")[0]).is_loopback
    except ValueError:
        # browsers resolve "localhost" and what is below it themselves (RFC 6761, section 6.3)
        return address == "localhost" or address.endswith(".localhost")


def is_allowed(headers: list[str], bound: str, named: str) -> bool:
    """Whether a request with these Host headers may be answered.

    headers: the values of every Host header of the request. bound: the IP address that the server listens on.
    named: the host the editor named it by. A server that others may reach is open to every name.
    """
    if not is_loopback(bound):
        return True
    if len(headers) != 1:  # RFC 9112, section 3.2: exactly one
        return False
    try:
        host = urlsplit(f"//{headers[0].strip()}").hostname or ""
    except ValueError:
        return False
    host = host.removesuffix(".")
    return is_loopback(host) or host == named.lower()
