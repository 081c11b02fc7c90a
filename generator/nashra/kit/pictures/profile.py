"""Colour profiles (ICC.1:2022): what is published of a picture besides itself, so only where it is one."""

from __future__ import annotations

import zlib

# The head of a profile: its size, and further on a sign that all have (7.2 there).
_HEAD, _SIGN = 128, b"acsp"
# The largest that cameras and programs write have 4 MB.
_MOST = 8_000_000


def is_profile(data: bytes) -> bool:
    """Whether `data` is a colour profile, and nothing else under that name; some programs fill it up to four bytes."""
    size = int.from_bytes(data[:4], "big")
    return data[36:40] == _SIGN and _HEAD < size <= len(data) < size + 4 and not any(data[size:])


def is_packed_profile(data: bytes) -> bool:
    """Whether `data` is one compressed, as PNG has them, without anything behind it."""
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(data, _MOST)
    except zlib.error:
        return False
    return inflate.eof and not inflate.unused_data and is_profile(plain)
