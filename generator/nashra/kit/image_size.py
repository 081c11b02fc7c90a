"""Width and height of a picture, from the head of its file: PNG, JPEG, GIF, WebP, AVIF.

A page that says the size of its pictures keeps its lines in place while they load. Two numbers at known places need no
decoder: that would be megabytes to install, and hostile files to feed it with.
"""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from nashra.kit.pictures import avif
from nashra.kit.pictures.exif import orientation
from nashra.kit.pictures.jpeg import FRAMES

Size = tuple[int, int]

# Markers that stand alone: TEM, RST0 to RST7, SOI.
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_MAX_SEGMENTS = 1000
# Bytes in which the head of an AVIF ends; those of cameras have thumbnails in them.
_MOST_OF_HEAD = 1 << 20


def image_size(path: Path) -> Size | None:
    """(width, height) in pixels as a browser shows the picture; None where it cannot be told. Raises no error."""
    try:
        with path.open("rb") as stream:
            size = _read(stream)
    except (OSError, struct.error, ValueError):
        return None
    return size if size and min(size) > 0 else None


def size_of(data: bytes) -> Size | None:
    """As `image_size`, for the bytes of a picture."""
    try:
        size = _read(BytesIO(data))
    except (struct.error, ValueError):
        return None
    return size if size and min(size) > 0 else None


def _read(stream: BinaryIO) -> Size | None:
    head = stream.read(32)
    if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
        width, height = struct.unpack(">II", head[16:24])
        return width, height
    if head.startswith((b"GIF87a", b"GIF89a")):
        width, height = struct.unpack("<HH", head[6:10])
        return width, height
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return _webp(head)
    if head.startswith(b"\xff\xd8"):
        stream.seek(2)
        return _jpeg(stream)
    if avif.is_avif(head):
        return avif.size(head + stream.read(_MOST_OF_HEAD))
    return None


def _webp(head: bytes) -> Size | None:
    """The three kinds of RFC 9649, section 2: lossy (RFC 6386, section 9.1), lossless and extended."""
    kind = head[12:16]
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and head[20:21] == b"\x2f":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return None


def _jpeg(stream: BinaryIO) -> Size | None:
    turned = False
    for _ in range(_MAX_SEGMENTS):
        marker = _marker(stream)
        if marker in _ALONE:
            continue
        if marker in (0xD9, 0xDA):  # the end, or the picture itself: no frame header before it
            return None
        (length,) = struct.unpack(">H", stream.read(2))
        if marker in FRAMES:
            height, width = struct.unpack(">xHH", stream.read(5))
            return (height, width) if turned else (width, height)
        if marker == 0xE1:
            turned = turned or _is_turned(stream.read(length - 2))
        else:
            stream.seek(length - 2, 1)
    return None


def _marker(stream: BinaryIO) -> int:
    """The next marker; any number of fill bytes may stand before it (T.81, B.1.1.2)."""
    byte = stream.read(1)
    if byte != b"\xff":
        raise ValueError("no marker")
    while byte == b"\xff":
        byte = stream.read(1)
    return byte[0] if byte else 0xD9


def _is_turned(exif: bytes) -> bool:
    """Whether Exif says that the picture is shown turned by a quarter: orientations 5 to 8."""
    return exif.startswith(b"Exif\0\0") and orientation(exif[6:]) >= 5
