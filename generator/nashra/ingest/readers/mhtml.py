"""MHTML (RFC 2557): a page and its pictures in one file, as Chromium and old Internet Explorers save it."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from nashra.kit.errors import ContentError

_MAX_PARTS = 2000


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page in an MHTML file. files: address or "cid:..." as the page writes it -> bytes."""

    html: bytes
    charset: str | None
    url: str | None
    saved: datetime | None
    files: Mapping[str, bytes]

    def companion(self, address: str) -> bytes | None:
        """The bytes of the picture that the page names by `address`, None where it was not saved."""
        found = self.files.get(address)
        if found is None and self.url and not address.startswith("cid:"):
            try:
                found = self.files.get(urljoin(self.url, address))
            except ValueError:
                return None
        return found


def unpack(data: bytes) -> SavedPage:
    """The page and its files. Raises ContentError where there is no HTML in it."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()][:_MAX_PARTS]
    start = _bare(message.get_param("start"))
    pages = [part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    root = next((part for part in pages if start and _bare(part.get("Content-ID")) == start), None) or next(
        iter(pages), None
    )
    html = _payload(root) if root is not None else b""
    if root is None or not html.strip():
        raise ContentError("there is no page in this MHTML file", hint="save the page again from the browser")
    files: dict[str, bytes] = {}
    for part in parts:
        if part is root or not part.get_content_type().startswith("image/"):
            continue
        payload = _payload(part)
        if location := _header(part, "Content-Location"):
            files.setdefault(location, payload)
        if name := _bare(part.get("Content-ID")):
            files.setdefault(f"cid:{name}", payload)
    url = _header(message, "Snapshot-Content-Location") or _header(root, "Content-Location")
    charset = root.get_content_charset()
    return SavedPage(html, charset, url, _date(message), files)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _header(part: Message, name: str) -> str | None:
    value = part.get(name)
    return "".join(str(value).split()) or None if value is not None else None


def _bare(value: object) -> str:
    return str(value).strip().strip("<>") if value else ""


def _date(message: Message) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message.get("Date") or ""))
        return moment if moment.tzinfo is not None else moment.astimezone()
    except (ValueError, TypeError, OverflowError):
        return None
