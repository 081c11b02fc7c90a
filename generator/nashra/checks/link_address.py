"""Addresses as they stand on a page: what is wrong with one whatever it leads to, and the parts of a sound one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote_to_bytes, urlsplit

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
# What no address may hold as it is (RFC 3987, sections 2.2 and 4.1); marks of direction come along with pasted ones.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0<>\"\\^`{|}\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u2069\ufeff]")
_SPACES = frozenset(" \t\n\r\u00a0\u2028\u2029\u202f")
_BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[^\s/?#@:%<>\"]+\Z")
# What only runs in the page, or is there on one machine alone.
_SCRIPTS = frozenset({"javascript", "vbscript"})
_LOCAL = frozenset({"file", "blob", "filesystem"})
_BOX = re.compile(r"[^\s,:]+@[^\s,]*")
# What the HTML standard takes off both ends of an address.
ASCII_BLANKS = " \t\n\f\r"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an address is no good. message completes "the link 'x' ..."; grave: whether a reader meets an error."""

    message: str
    hint: str = ""
    grave: bool = True


def scheme_of(reference: str) -> str:
    """The scheme in small letters, "" for an address without one."""
    match = _SCHEME.match(reference)
    return match[1].lower() if match else ""


def split_address(reference: str) -> SplitResult | Fault:
    """The parts of a web address or a relative one, or what is wrong with it."""
    if bad := _FORBIDDEN.search(reference):
        if bad[0] in _SPACES:
            return Fault("has a blank in it", "write %20 for a blank, or take it out")
        kind = "character" if bad[0].isascii() else "invisible character"
        return Fault(
            f"has the {kind} U+{ord(bad[0]):04X}, which no address may hold", "take it out, or write it as %XX"
        )
    try:
        parts = urlsplit(reference)
        port = parts.port
    except ValueError:
        return Fault("is no address", "write it as https://example.org/page")
    if _BAD_ESCAPE.search(reference):
        return Fault("has a % that is not followed by two hexadecimal digits", "write %25 for a percent sign", False)
    if parts.scheme in ("http", "https") or reference.startswith("//"):
        host = parts.hostname or ""
        if not host:
            return Fault("names no host", "write it as https://example.org/page")
        if host in ("http", "https") or not (_HOST.match(host) or parts.netloc.startswith("[")) or port == 0:
            return Fault(f"names the host {host!r}, which cannot be", "write it as https://example.org/page")
        if ".." in host or host.startswith("."):
            return Fault(f"names the host {host!r}, which cannot be", "write it as https://example.org/page")
    return parts


def scheme_fault(reference: str, scheme: str, *, is_link: bool) -> Fault | None:
    """What is wrong with an address that has a scheme other than http and https; None where nothing is known to be.

    is_link: whether a reader follows it; pictures and styles may hold their data in the address, links may not.
    """
    if scheme in _SCRIPTS or (scheme == "data" and is_link):
        return Fault(f"is a {scheme}: address, which browsers refuse or run", "link to a page instead")
    if scheme in _LOCAL:
        return Fault("leads to a file on one machine", "put the file beside the article and link to its name")
    if scheme == "mailto" and "@" not in reference and not reference[7:].startswith("?"):
        return Fault("names no mailbox", "write it as mailto:desk@example.org")
    if scheme == "mailto" and any(
        "." not in box.rpartition("@")[2] for box in _BOX.findall(reference.partition("?")[0])
    ):
        return Fault("names a mailbox without a whole host", "write it as mailto:desk@example.org")
    return None


def host_fault(host: str) -> Fault | None:
    """What is wrong with a host other than the site's: that only the editor's own machine or network has it."""
    try:
        own = not ip_address(host.strip("[]")).is_global
    except ValueError:
        own = (host != "" and "." not in host) or host.endswith(
            (".localhost", ".local", ".localdomain", ".lan", ".internal")
        )
    return Fault("leads to a machine that readers cannot reach", "write the public address") if own else None


def decoded(text: str) -> str | None:
    """Percent-encoded `text` as characters; None where it is not UTF-8, or names no file."""
    if "%" not in text:
        return text
    try:
        plain = unquote_to_bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in plain else plain


def readable(reference: str) -> str:
    """`reference` with its Arabic and other letters as people read them, where that loses nothing."""
    plain = decoded(reference)
    if plain is None or plain.isascii() or _FORBIDDEN.search(plain):
        return reference
    return plain
