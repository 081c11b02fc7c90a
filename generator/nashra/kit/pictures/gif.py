"""GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt)."""

from __future__ import annotations

from collections.abc import Set

from nashra.kit.pictures import gif_codes

SIGNATURES = (b"GIF87a", b"GIF89a")

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
# Applications that say how often to play.
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
# How the block of such an application begins that says it, and how many bytes a control of a frame has.
_TIMES, _CONTROLS = b"\x03\x01", 4
# Reading the pixels takes a second for a megabyte; larger files are films, whose frames nobody counts here.
_MOST_READ = 3_000_000
_EVERY = frozenset(range(256))


def stripped(data: bytes) -> bytes:
    """`data` up to its end, without comments, texts that no browser draws, data of applications but for how often it
    plays, codes behind the last pixel of a frame, and colours that no pixel has.

    Raises ValueError, with what is wrong, where it is no whole picture.
    """
    if len(data) < 14:
        raise ValueError("is cut off or damaged")
    at = 13 + _table(data[10])
    kept = [data[:at]]
    seen = False
    common = {data[11]}  # the colours of the frames that have no table of their own, and of the background
    clear: int | None = None
    while True:
        kind = data[at] if at < len(data) else -1
        if seen and (kind == _END or at == len(data)):  # whole, and at most without its last byte
            kept[0] = data[:13] + _used(data[13 : 13 + _table(data[10])], common)
            return b"".join([*kept, bytes((_END,))])
        if kind == _IMAGE and at + 10 <= len(data):
            end = _blocks_end(data, at + 11 + _table(data[at + 9]))
            seen = True
            frame, colours = _frame(data[at:end], len(data) <= _MOST_READ, frozenset(() if clear is None else (clear,)))
            common |= colours
            kept.append(frame)
            clear = None
        elif kind == _EXTENSION and at + 2 < len(data):
            end = _blocks_end(data, at + 2)
            label, name = data[at + 1], data[at + 3 : at + 14]
            if label == _CONTROL and end == at + 8 and data[at + 3] & 1:
                clear = data[at + 6]
            if label == _CONTROL and data[at + 2] == _CONTROLS:
                kept.append(data[at : at + 3 + _CONTROLS] + b"\0")
            elif label == _APPLICATION and name in _LOOPS:
                kept.append(_loop(data[at:end]))
        else:
            raise ValueError("is cut off or damaged")
        at = end


def _loop(extension: bytes) -> bytes:
    """The extension that says how often to play, with that alone; nothing where it does not say."""
    at = 14
    while extension[at]:
        block = extension[at : at + 1 + extension[at]]
        if block[:2] == _TIMES:
            return extension[:14] + block + b"\0"
        at += len(block)
    return b""


def _frame(frame: bytes, is_read: bool, clear: Set[int]) -> tuple[bytes, Set[int]]:
    """(a frame, the colours that it has of the table of all) without what is behind its last pixel.

    clear: the colour that stands for none.
    """
    width, height = (int.from_bytes(frame[at : at + 2], "little") for at in (5, 7))
    table = _table(frame[9])
    packed, colours = gif_codes.bare(frame[10 + table :], width * height) if is_read else (frame[10 + table :], _EVERY)
    colours = colours.union(clear)
    return frame[:10] + _used(frame[10 : 10 + table], colours) + packed, frozenset() if table else colours


def _used(table: bytes, colours: Set[int]) -> bytes:
    """A table of colours in which those that no pixel has are black."""
    return b"".join(
        table[3 * number : 3 * number + 3] if number in colours else b"\0\0\0" for number in range(len(table) // 3)
    )


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
