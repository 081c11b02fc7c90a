"""The heads of picture files, byte by byte: as much as tells their size."""

from __future__ import annotations

import struct


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + bytes(8)


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + bytes(30)


def jpeg(width: int, height: int, *, orientation: int | None = None, order: str = "<", frame: int = 0xC0) -> bytes:
    """orientation: Exif's, 1 to 8. order: that of the bytes in Exif. frame: the marker of the frame header."""
    parts = [b"\xff\xd8", segment(0xE0, b"JFIF\0" + bytes(9))]
    if orientation is not None:
        mark = b"II*\0" if order == "<" else b"MM\0*"
        entries = struct.pack(order + "HHIHxx", 0x0100, 3, 1, 1) + struct.pack(
            order + "HHIHxx", 0x0112, 3, 1, orientation
        )
        parts.append(
            segment(0xE1, b"Exif\0\0" + mark + struct.pack(order + "I", 8) + struct.pack(order + "H", 2) + entries)
        )
    parts += [segment(0xDB, bytes(65)), b"\xff\xff", segment(frame, struct.pack(">BHHB", 8, height, width, 3))]
    return b"".join(parts) + b"\xff\xda"


def segment(marker: int, data: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def webp(kind: str, width: int, height: int) -> bytes:
    """kind: "VP8 ", "VP8L" or "VP8X"."""
    if kind == "VP8 ":
        data = bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", width, height)
    elif kind == "VP8L":
        data = b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14) + bytes(5)
    else:
        data = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBP" + kind.encode() + struct.pack("<I", len(data)) + data
