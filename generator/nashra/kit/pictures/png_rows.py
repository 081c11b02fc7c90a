"""The compressed pixels of a PNG (https://www.w3.org/TR/png-3, sections 7, 10 and 11.2): all of them, and no more."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

Chunk = tuple[bytes, bytes]

PICTURE, FRAME, PART = b"IDAT", b"fcTL", b"fdAT"
# Samples of a pixel by the type of colour (table 11.1 there).
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
# The seven passes of an interlaced picture: first column and row, and the steps to the next (section 8.2 there).
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_STEP = 1 << 20


def has_all_rows(chunks: Iterable[Chunk]) -> bool:
    """Whether the compressed part of a PNG is whole and has all of its rows."""
    head, packed = b"", []
    for name, content in chunks:
        head = head or content
        packed += [content] if name == PICTURE else []
    return _Rows(bytes_of_rows(head, head[:8])).read(packed)


def rows(packed: list[bytes], head: bytes) -> bytes:
    """The bytes of all rows of a picture as they are filtered; nothing where they are not all there."""
    try:
        found = b"".join(_Rows(total := bytes_of_rows(head, head[:8])).parts(packed))
    except zlib.error:
        return b""
    return found if len(found) == total else b""


def only_pixels(chunks: list[Chunk]) -> list[Chunk]:
    """`chunks` with what is behind the last pixel of the picture, and of each frame, taken out; else as they are."""
    head = chunks[0][1]
    found: list[Chunk] = []
    number, size, parts = 0, head[:8], list[bytes]()

    def finish() -> None:
        nonlocal number
        for part in _repacked(parts, bytes_of_rows(head, size)) if size else ():
            found.append((PART, number.to_bytes(4, "big") + part))
            number += 1
        parts.clear()

    fresh = iter(_repacked([content for name, content in chunks if name == PICTURE], bytes_of_rows(head, head[:8])))
    moving, size = any(name == b"acTL" for name, _ in chunks), b""
    for name, content in chunks:
        if name == PART:
            parts += [content[4:]] if moving else []
            continue
        finish()
        if name == PICTURE:
            found += [(name, part) for part in [next(fresh, None)] if part is not None]
        elif name == FRAME and moving:
            found.append((name, number.to_bytes(4, "big") + content[4:]))
            number, size = number + 1, content[4:12]
        elif name != FRAME:
            found.append((name, content))
    return found


def _repacked(packed: list[bytes], missing: int) -> list[bytes]:
    """The compressed rows anew where more is in `packed` than the `missing` bytes of them; else `packed`."""
    rows = _Rows(missing)
    if not rows.read(packed) or not rows.more:
        return packed
    deflate = zlib.compressobj()
    fresh = [deflate.compress(part) for part in _Rows(missing).parts(packed)]
    return [b"".join([*fresh, deflate.flush()])]


class _Rows:
    """What compressed parts hold, read up to `missing` bytes. more: whether there is anything behind them."""

    def __init__(self, missing: int) -> None:
        self._missing = missing
        self.more = False

    def read(self, packed: list[bytes]) -> bool:
        """Whether all of the bytes are there."""
        if not self._missing:
            return False
        try:
            for _ in self.parts(packed):
                pass
        except zlib.error:
            return False
        return not self._missing

    def parts(self, packed: list[bytes]) -> Iterable[bytes]:
        """The bytes. Raises zlib.error where what should hold them is damaged."""
        inflate = zlib.decompressobj()
        for part in packed:
            left = part
            while left and self._missing:
                found = inflate.decompress(left, min(_STEP, self._missing))
                self._missing -= len(found)
                left = inflate.unconsumed_tail
                yield found
            if not self._missing:
                self._look_behind(inflate, left)

    def _look_behind(self, inflate: zlib._Decompress, left: bytes) -> None:
        """Whether `left`, behind the last row, has more than the end of the compressed data."""
        try:
            self.more |= bool(inflate.eof and left) or bool(inflate.decompress(left, 1))
        except zlib.error:
            self.more = True
        self.more |= bool(inflate.unused_data)


def bytes_of_rows(head: bytes, size: bytes) -> int:
    """What a picture or frame of that size has of them, by the head of the file; 0 where that is of no known kind."""
    if len(head) < 13:
        return 0
    width, height = int.from_bytes(size[:4], "big"), int.from_bytes(size[4:8], "big")
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
