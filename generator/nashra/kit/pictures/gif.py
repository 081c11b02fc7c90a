"""GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""

from __future__ import annotations

SIGNATURES = (b"GIF87a", b"GIF89a")

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
# Applications that say how often to play.
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def stripped(data: bytes) -> bytes:
    """`data` up to its end, without comments, texts that no browser draws, and data of applications but for how often
    it plays.

    Raises ValueError, with what is wrong, where it is no whole picture.
    """
    if len(data) < 14:
        raise ValueError("is cut off or damaged")
    at = 13 + _table(data[10])
    kept = [data[:at]]
    seen = False
    while True:
        kind = data[at] if at < len(data) else -1
        if kind == _END and seen:
            return b"".join([*kept, bytes((_END,))])
        if kind == _IMAGE and at + 10 <= len(data):
            end = _blocks_end(data, at + 11 + _table(data[at + 9]))
            seen = True
            kept.append(data[at:end])
        elif kind == _EXTENSION and at + 2 < len(data):
            end = _blocks_end(data, at + 2)
            label, name = data[at + 1], data[at + 3 : at + 14]
            if label == _CONTROL or (label == _APPLICATION and name in _LOOPS):
                kept.append(data[at:end])
        else:
            raise ValueError("is cut off or damaged")
        at = end


def _table(flags: int) -> int:
    """Bytes of the colour table that `flags` announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    """Where the blocks that begin at `at` end."""
    while at < len(data):
        size = data[at]
        at += size + 1
        if size == 0:
            return at
    raise ValueError("is cut off or damaged")
