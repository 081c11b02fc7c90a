"""XML as feeds and exports have it, made digestible while it streams: no control characters, no names of characters
that only HTML knows, no lone `&`. What stands in CDATA sections stays as it is.

libxml2 goes on after an error, but drops every named reference (even `&lt;`) from there on; numbers survive.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import BinaryIO

# What XML 1.0 forbids and old texts hold; no encoding but UTF-16 and UTF-32 uses these bytes for anything else.
_CONTROL_BYTES = bytes(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D))
_HEAD = 1024
_CHUNK = 1 << 16
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
# Longer than any name of a character, and than the signs around CDATA: what may be cut by the end of a chunk.
_OVERLAP = 48
_REFERENCE = re.compile(rb"&(?!#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});)([a-zA-Z][a-zA-Z0-9]{1,31};)?")


class TidyXml:
    """A stream of XML bytes made of another one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        head = stream.read(_HEAD)
        stream.seek(0)
        self._wide = head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(b"\0") * 4 > len(head)
        self._rest = b""
        self._in_cdata = False
        self._ended = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes, perhaps more than `size`; empty at the end."""
        if self._wide:
            return self._stream.read(size)
        while not self._ended:
            raw = self._stream.read(max(size, _CHUNK))
            self._ended = not raw
            if tidy := self._tidy(self._rest + raw.translate(None, _CONTROL_BYTES)):
                return tidy
        return b""

    def _tidy(self, data: bytes) -> bytes:
        """`data` tidied, but for its end, which is kept for the next time."""
        parts: list[bytes] = []
        at = 0
        # nothing that begins in the overlap is decided before the next chunk
        limit = len(data) if self._ended else max(0, len(data) - _OVERLAP)
        while at < limit:
            sign = _CLOSE if self._in_cdata else _OPEN
            found = data.find(sign, at)
            end = min(found, limit) if found >= 0 else limit
            if self._in_cdata:
                parts.append(data[at:end])
                at = end
            else:
                at = self._text(data, at, end, parts)
            if found >= 0 and at >= found and found < limit:
                parts.append(sign)
                at = found + len(sign)
                self._in_cdata = not self._in_cdata
        self._rest = data[at:]
        return b"".join(parts)

    @staticmethod
    def _text(data: bytes, at: int, end: int, parts: list[bytes]) -> int:
        """Tidy data[at:end]; the result is where it stopped: a reference that begins there may go beyond `end`."""
        for found in _REFERENCE.finditer(data, at):
            if found.start() >= end:
                break
            parts += [data[at : found.start()], _number(found)]
            at = found.end()
        if at < end:
            parts.append(data[at:end])
            at = end
        return at


def _number(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        return b"&#38;"
    character = html5.get(found[1].decode("ascii"))
    return b"&#38;" + found[1] if character is None else b"".join(b"&#%d;" % ord(each) for each in character)
