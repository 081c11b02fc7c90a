"""Picture files, byte by byte: whole ones, with whatever cameras and programs write beside them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from io import BytesIO
from zlib import compress, crc32

from PIL import Image

# Exif with a place (Fes), a camera and the given orientation, as TIFF.
PLACE = b"34.0333N 5.0000W"


def exif(orientation: int = 1, order: str = "<") -> bytes:
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = struct.pack(order + "HHIHxx", 0x0100, 3, 1, 1) + struct.pack(order + "HHIHxx", 0x0112, 3, 1, orientation)
    return mark + struct.pack(order + "I", 8) + struct.pack(order + "H", 2) + entries + bytes(4) + PLACE


def png(width: int, height: int, extra: Sequence[tuple[bytes, bytes]] = ()) -> bytes:
    """extra: (name, content) of chunks between the head and the picture."""
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), *extra]
    chunks += [(b"IDAT", compress(bytes((1 + width) * height))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data)) for name, data in chunks
    )


def gif(width: int, height: int, extra: bytes = b"") -> bytes:
    """extra: extensions before the picture."""
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + b"\xff" * 3 + bytes(3)
    picture = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return head + extra + picture + b"\x3b"


def jpeg(
    width: int,
    height: int,
    *,
    orientation: int | None = None,
    order: str = "<",
    frame: int = 0xC0,
    extra: Sequence[tuple[int, bytes]] = (),
    after: bytes = b"",
) -> bytes:
    """orientation: Exif's, 1 to 8. order: that of the bytes in Exif. frame: the marker of the frame header.

    extra: (marker, content) of more segments. after: what follows the end of the picture.
    """
    parts = [b"\xff\xd8", segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0")]
    if orientation is not None:
        parts.append(segment(0xE1, b"Exif\0\0" + exif(orientation, order)))
    parts += [segment(marker, content) for marker, content in extra]
    parts += [segment(0xDB, bytes(65)), b"\xff\xff", segment(frame, struct.pack(">BHHB", 8, height, width, 3))[1:]]
    scan = segment(0xDA, b"\x01\x01\0\0\x3f\0") + b"coded\xff\x00data\xff\xd0more"
    return b"".join(parts) + scan + b"\xff\xd9" + after


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def webp(kind: str, width: int, height: int, extra: Sequence[tuple[bytes, bytes]] = ()) -> bytes:
    """kind: "VP8 ", "VP8L" or "VP8X". extra: (name, content) of more chunks, at the end."""
    lossy = bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)
    if kind == "VP8 ":
        chunks = [(b"VP8 ", lossy)]
    elif kind == "VP8L":
        chunks = [(b"VP8L", b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(5))]
    else:
        flags = bytes([0x08 * any(name == b"EXIF" for name, _ in extra) | 0x04 * any(n == b"XMP " for n, _ in extra)])
        head = flags + bytes(3) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
        chunks = [(b"VP8X", head), (b"VP8 ", lossy)]
    body = b"WEBP" + b"".join(
        name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for name, data in [*chunks, *extra]
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def avif(note: bytes) -> bytes:
    """A picture of one pixel's worth of boxes, with `note` as its Exif and, in another item, as XMP."""

    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content) + 8) + name + content

    def item(number: int, kind: bytes, more: bytes = b"") -> bytes:
        return box(b"infe", b"\x02\0\0\0" + struct.pack(">HH", number, 0) + kind + b"\0" + more)

    items = item(1, b"av01") + item(2, b"Exif") + item(3, b"mime", b"application/rdf+xml\0")
    iinf = box(b"iinf", bytes(4) + struct.pack(">H", 3) + items)
    head = box(b"ftyp", b"avif" + bytes(4) + b"mif1avif")

    def meta(offset: int) -> bytes:
        places = [(1, offset, 4), (2, offset + 4, len(note)), (3, offset + 4 + len(note), len(note))]
        rows = b"".join(struct.pack(">HHHII", number, 0, 1, at, size) for number, at, size in places)
        iloc = box(b"iloc", bytes(4) + b"\x44\0" + struct.pack(">H", 3) + rows)
        return box(b"meta", bytes(4) + iinf + iloc)

    offset = len(head) + len(meta(0)) + 8
    return head + meta(offset) + box(b"mdat", b"seen" + note + note) + box(b"uuid", bytes(16) + note)


def photo(width: int, height: int, mode: str, **options: int) -> bytes:
    """A JPEG as Pillow codes it, of many colours. options: as Pillow takes them."""
    stream = BytesIO()
    places = [(x, y, channel) for y in range(height) for x in range(width) for channel in range(3)]
    pixels = bytes((x * y * (3 + channel) ^ x << channel) & 255 for x, y, channel in places)
    Image.frombytes("RGB", (width, height), pixels).convert(mode).save(stream, "JPEG", **options)
    return stream.getvalue()
