"""Which colours of its palette a PNG has in its pixels (https://www.w3.org/TR/png-3, section 9)."""

from __future__ import annotations

from itertools import accumulate

# Larger pictures of a palette are rare, and reading their pixels takes a second for a megabyte.
_MOST_READ = 4_000_000


def used_colours(rows: bytes, width: int, depth: int) -> frozenset[int] | None:
    """The numbers of the colours in the filtered `rows` of a picture that is `width` pixels wide and has no passes.

    None where that is not to be said.
    """
    across = (width * depth + 7) // 8 + 1
    if len(rows) > _MOST_READ or len(rows) % across:
        return None
    found: set[int] = set()
    above = bytes(across - 1)
    for at in range(0, len(rows), across):
        above = _unfiltered(rows[at], rows[at + 1 : at + across], above)
        found.update(above)
    if depth == 8:
        return frozenset(found)
    mask = (1 << depth) - 1
    return frozenset((byte >> shift) & mask for byte in found for shift in range(0, 8, depth))


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """The bytes of a row whose pixels have no more than one byte each (section 9.2)."""
    if kind == 0:
        return row
    if kind == 1:
        return bytes(sum_ & 255 for sum_ in accumulate(row))
    if kind == 2:
        return bytes((byte + up) & 255 for byte, up in zip(row, above, strict=True))
    plain = bytearray()
    left = corner = 0
    for byte, up in zip(row, above, strict=True):
        guess = (left + up) // 2 if kind == 3 else _nearest(left, up, corner)
        left = (byte + guess) & 255
        corner = up
        plain.append(left)
    return bytes(plain)


def _nearest(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    return min(((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner)))[2]
