"""PNG (https://www.w3.org/TR/png-3)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from zlib import crc32

from nashra.kit.pictures.exif import only_orientation, orientation
from nashra.kit.pictures.profile import is_packed_profile

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_EXIF = b"eXIf"
# What is seen: the picture, its colours, its transparency, its density, its frames, each with the most bytes that it
# can have: more would be something else under its name. Texts, times and palettes that are only proposed are not seen.
_ANY = 1 << 31
_KEPT = {
    b"IHDR": 13, b"PLTE": 768, b"IDAT": _ANY, b"IEND": 0, b"tRNS": 256, b"cHRM": 32, b"gAMA": 4, b"iCCP": _ANY,
    b"sBIT": 4, b"sRGB": 1, b"cICP": 4, b"mDCV": 24, b"cLLI": 8, b"bKGD": 6, b"pHYs": 9,
    b"acTL": 8, b"fcTL": 26, b"fdAT": _ANY,
}  # fmt: skip

# Samples of a pixel by the type of colour (table 11.1 there).
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# The seven passes of an interlaced picture: first column and row, and the steps to the next (section 8.2 there).
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_STEP = 1 << 20


def stripped(data: bytes) -> bytes:
    """`data` up to its end chunk, with the chunks that are seen; of Exif the orientation stays.

    Raises ValueError, with what is wrong, where it is no whole picture.
    """
    kept = [SIGNATURE]
    names: set[bytes] = set()
    at = len(SIGNATURE)
    while b"IEND" not in names:
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data):
            raise ValueError("is cut off or damaged")
        content = data[at + 8 : end - 4]
        if crc32(name + content) != int.from_bytes(data[end - 4 : end], "big") and name[:1].isupper():
            raise ValueError("is cut off or damaged")
        if name == b"iCCP":
            # its name, which no program shows, may be any text
            profile = content.partition(b"\0")[2]
            kept += [_chunk(name, b"icc\0" + profile)] if is_packed_profile(profile[1:]) else []
        elif length <= _KEPT.get(name, -1):
            kept.append(data[at:end])
        elif name == _EXIF and (turn := orientation(content)) != 1:
            kept.append(_chunk(_EXIF, only_orientation(turn)))
        names.add(name)
        at = end
    if not {b"IHDR", b"IDAT"} <= names or not _has_head(kept[1]):
        raise ValueError("is cut off or damaged")
    return b"".join(kept)


def _has_head(chunk: bytes) -> bool:
    """Whether the first chunk is the head of a picture that has any pixels."""
    head = chunk[8:-4]
    return chunk[4:8] == b"IHDR" and len(head) == 13 and any(head[:4]) and any(head[4:8])


def has_all_rows(data: bytes) -> bool:
    """Whether the compressed part of the PNG `data`, whose chunks are whole, is so too and has all of its rows."""
    chunks = dict[bytes, bytes]()
    packed: list[bytes] = []
    for name, content in _chunks(data):
        chunks.setdefault(name, content)
        packed += [content] if name == b"IDAT" else []
    missing = _bytes_of_rows(chunks[b"IHDR"])
    if not missing:
        return False
    inflate = zlib.decompressobj()
    try:
        for part in packed:
            left = part
            while left and missing > 0:
                missing -= len(inflate.decompress(left, min(_STEP, missing)))
                left = inflate.unconsumed_tail
    except zlib.error:
        return False
    return missing <= 0


def _bytes_of_rows(head: bytes) -> int:
    """What a picture has of them, by its head; 0 where that is of no known kind."""
    width, height = int.from_bytes(head[:4], "big"), int.from_bytes(head[4:8], "big")
    depth, colour, interlaced = head[8], head[9], head[12]
    bits = depth * _SAMPLES.get(colour, 0)
    if not bits or interlaced > 1:
        return 0
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    total = 0
    for left, top, across, down in passes:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            total += rows * (1 + (columns * bits + 7) // 8)
    return total


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")
