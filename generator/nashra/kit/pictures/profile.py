"""Colour profiles (ICC.1:2022): what is published of a picture besides itself, so only where it is one.

A profile may name a device, its number and whose it is: all but what colours are made of is overwritten, in the same
place, so that what holds the profile keeps its size.
"""

from __future__ import annotations

import zlib

# The head of a profile: its size, and further on a sign that all have (7.2 there).
_HEAD, _SIGN = 128, b"acsp"
# The largest that cameras and programs write have 4 MB.
_MOST = 8_000_000
# Parts of the head that say who made it for which device, and when: (from, what stands there instead).
_NOBODYS = (
    (4, bytes(4)),
    (24, b"\x07\xd0\0\x01\0\x01" + bytes(6)),
    (48, bytes(8)),
    (80, bytes(48)),
)
# What browsers reckon with (9.2 there).
_COLOURS = frozenset(
    b"rXYZ gXYZ bXYZ wtpt bkpt chad chrm rTRC gTRC bTRC kTRC lumi cicp gamt "
    b"A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3".split()
)
# What a profile must say of itself, with words that say nothing, by the kind of text (10.15 and 10.24 there, and 6.5.17
# of ICC.1:2001).
_WORDS = frozenset((b"desc", b"cprt"))
_PLAIN = {
    b"desc": b"desc\0\0\0\0\0\0\0\x04icc\0",
    b"text": b"text\0\0\0\0icc\0",
    b"mluc": b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS\0\0\0\x06\0\0\0\x1c\0i\0c\0c",
}


def is_profile(data: bytes) -> bool:
    """Whether `data` is a colour profile, and nothing else under that name; some programs fill it up to four bytes."""
    size = int.from_bytes(data[:4], "big")
    return data[36:40] == _SIGN and _HEAD < size <= len(data) < size + 4 and not any(data[size:])


def bare(data: bytes) -> bytes:
    """The profile `data` with the colours alone, of the same length; nothing where it is none (see `is_profile`)."""
    if not is_profile(data):
        return b""
    out = bytearray(len(data))
    out[:_HEAD] = data[:_HEAD]
    for at, instead in _NOBODYS:
        out[at : at + len(instead)] = instead
    table = _HEAD + 4 + 12 * int.from_bytes(data[_HEAD : _HEAD + 4], "big")
    rows: dict[bytes, bytes] = {}
    for at in range(_HEAD + 4, min(table, len(data) - 11), 12):
        name, begin = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "big")
        content = data[begin : begin + int.from_bytes(data[at + 8 : at + 12], "big")]
        if begin < table or name in rows or name not in _COLOURS | _WORDS:
            continue
        rows[name] = data[at : at + 12]
        if name in _WORDS:
            content = _PLAIN.get(content[:4], b"")[: len(content)].ljust(len(content), b"\0")
        out[begin : begin + len(content)] = content
    listed = len(rows).to_bytes(4, "big") + b"".join(rows.values())
    out[_HEAD : _HEAD + len(listed)] = listed
    return bytes(out[: len(data)])


def bare_packed(data: bytes) -> bytes | None:
    """As `bare`, for a compressed one, as PNG has them: as it is where there is nothing to overwrite or behind it."""
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(data, _MOST)
    except zlib.error:
        return None
    clean = bare(plain) if inflate.eof else b""
    if not clean:
        return None
    return data if clean == plain and not inflate.unused_data else zlib.compress(clean)
