"""The pixels of a GIF as they are packed: LZW codes of growing width, read without drawing anything.

What decides is what a browser draws: codes behind the last pixel, and bytes behind the last code, nobody sees.
"""

from __future__ import annotations

_MOST_CODES = 4096
_MOST_BITS = 12


def bare(data: bytes, pixels: int) -> tuple[bytes, frozenset[int]]:
    """(the packed pixels that end with the last of `pixels`, the colours they have).

    data: the width of the first codes, and the blocks. They stay byte for byte where nothing is behind them; a picture
    whose codes end early, or are none, is left as it is, with every colour.
    """
    width, packed = data[0], _joined(data)
    every = frozenset(range(256))
    if not 1 <= width <= 8:
        return data, every
    clear, end = 1 << width, (1 << width) + 1
    fresh = [1] * clear + [0, 0]
    lengths, size, before = fresh.copy(), width + 1, -1
    colours: set[int] = set()
    drawn = bits = held = at = 0
    while True:
        while held < size:
            if at == len(packed):
                return data, every  # nothing ends them: browsers show what there is
            bits |= packed[at] << held
            held += 8
            at += 1
        code = bits & ((1 << size) - 1)
        if code == end or drawn >= pixels:
            break
        bits >>= size
        held -= size
        if code == clear:
            lengths, size, before = fresh.copy(), width + 1, -1
            continue
        if code > len(lengths) or (before < 0 and code >= clear):
            return data, every
        if code < clear:
            colours.add(code)
        if before >= 0 and len(lengths) < _MOST_CODES:
            lengths.append(lengths[before] + 1)
            if len(lengths) == 1 << size and size < _MOST_BITS:
                size += 1
        if code >= len(lengths):
            return data, every
        drawn += lengths[code]
        before = code
    done = at * 8 - held
    kept = int.from_bytes(packed[: done // 8 + 1], "little") & ((1 << done) - 1) | end << done
    whole = kept.to_bytes((done + size + 7) // 8, "little")
    return (data if whole == packed else data[:1] + _blocks(whole)), frozenset(colours)


def _joined(data: bytes) -> bytes:
    parts, at = [], 1
    while data[at]:
        parts.append(data[at + 1 : at + 1 + data[at]])
        at += data[at] + 1
    return b"".join(parts)


def _blocks(packed: bytes) -> bytes:
    pieces = (packed[at : at + 255] for at in range(0, len(packed), 255))
    return b"".join(bytes((len(piece),)) + piece for piece in pieces) + b"\0"
