"""Nashra's sign as PNG, drawn here: the shape of `templates/assets/icon.svg`, for what shows no SVG.

The sign is a bowl with a dot above it, as the letter ن, in a square of 32 units. Each pixel takes the colour that its
distance from the lines says, so that edges come out smooth at any size.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from math import hypot

_GREEN = (15, 92, 85)
_PAPER = (253, 252, 248)
_UNITS = 32
_CORNER = 6.0
_STROKE = 1.5  # half of it
# The bowl: lines (x1, y1, x2, y2), and quarters of circles (centre, radius, which side: -1 left or 1 right, below).
_LINES = ((24.0, 9.0, 24.0, 16.5), (17.5, 23.0, 14.5, 23.0), (8.0, 16.5, 8.0, 13.0))
_ARCS = ((17.5, 16.5, 6.5, 1), (14.5, 16.5, 6.5, -1))
_DOT = (16.0, 10.5, 2.0)


@lru_cache(maxsize=4)
def icon(size: int) -> bytes:
    """The sign on its square with round corners, `size` pixels wide and high; RGBA."""
    scale = _UNITS / size
    rows = []
    for row in range(size):
        y = (row + 0.5) * scale
        pixels = bytearray()
        for column in range(size):
            x = (column + 0.5) * scale
            pixels += bytes(_mixed(_coverage(_to_sign(x, y), scale)))
            pixels.append(round(255 * _coverage(_to_square(x, y), scale)))
        rows.append(bytes(pixels))
    return _png(size, size, rows, alpha=True)


@lru_cache(maxsize=2)
def cover(width: int = 600, height: int = 900) -> bytes:
    """A book's cover of so many pixels: the sign in the middle of a plain ground; RGB. Titles stand beside it."""
    side = width * 3 // 5
    left, top = (width - side) // 2, (height - side) // 2
    scale = _UNITS / side
    plain = bytes(_GREEN) * width
    rows = [plain] * height
    for row in range(side):
        y = (row + 0.5) * scale
        pixels = bytearray(plain)
        for column in range(side):
            part = _coverage(_to_sign((column + 0.5) * scale, y), scale)
            if part:
                at = (left + column) * 3
                pixels[at : at + 3] = bytes(_mixed(part))
        rows[top + row] = bytes(pixels)
    return _png(width, height, rows, alpha=False)


def _coverage(distance: float, scale: float) -> float:
    """How much of a pixel lies inside: distance from the edge in units, negative inside; scale: units a pixel."""
    return min(1.0, max(0.0, 0.5 - distance / scale))


def _mixed(part: float) -> tuple[int, int, int]:
    red, green, blue = (round(low + (high - low) * part) for low, high in zip(_GREEN, _PAPER, strict=True))
    return red, green, blue


def _to_sign(x: float, y: float) -> float:
    lines = [_to_line(x, y, *line) for line in _LINES]
    arcs = [abs(hypot(x - cx, y - cy) - r) for cx, cy, r, side in _ARCS if (x - cx) * side >= 0 and y >= cy]
    dot_x, dot_y, radius = _DOT
    return min(min(lines + arcs) - _STROKE, hypot(x - dot_x, y - dot_y) - radius)


def _to_line(x: float, y: float, x1: float, y1: float, x2: float, y2: float) -> float:
    """The distance from a line with round ends."""
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2)
    along = min(1.0, max(0.0, along))
    return hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def _to_square(x: float, y: float) -> float:
    """The distance from the square with round corners."""
    half = _UNITS / 2
    right, below = abs(x - half) - half + _CORNER, abs(y - half) - half + _CORNER
    return hypot(max(right, 0.0), max(below, 0.0)) + min(max(right, below), 0.0) - _CORNER


def _png(width: int, height: int, rows: list[bytes], *, alpha: bool) -> bytes:
    """A PNG of 8 bits a channel (W3C, "Portable Network Graphics", sections 5 and 11); no row is filtered."""
    head = struct.pack(">IIBBBBB", width, height, 8, 6 if alpha else 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
