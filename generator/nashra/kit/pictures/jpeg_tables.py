"""Tables of a JPEG that no component of its picture uses (ITU-T T.81, B.2.4): they may hold anything."""

from __future__ import annotations

from collections.abc import Collection, Iterator

_DQT, _DHT, _SOS = 0xDB, 0xC4, 0xDA


def without_idle(segments: list[bytes], frames: Collection[int]) -> list[bytes]:
    """`segments`, in their order with the coded data behind each scan header, without tables that are not used.

    frames: the markers of frame headers. What is not read to its end stays as it is.
    """
    steps, codes = _used(segments, frames)
    if not steps or not codes:
        return segments
    kept = []
    for marker, segment in _told(segments):
        if marker in (_DQT, _DHT):
            segment = _only(segment, marker, steps if marker == _DQT else codes)
        kept += [segment] if segment else []
    return kept


def _told(segments: list[bytes]) -> Iterator[tuple[int, bytes]]:
    """(marker, segment) of each; the coded data have none, which is -1 here."""
    marker = -1
    for segment in segments:
        marker = -1 if marker == _SOS else segment[1]
        yield marker, segment


def _used(segments: list[bytes], frames: Collection[int]) -> tuple[set[int], set[int]]:
    """(the numbers of the tables of steps, the classes and numbers of those of codes) that components name."""
    steps: set[int] = set()
    codes: set[int] = set()
    for marker, segment in _told(segments):
        content = segment[4:]
        if marker in frames:
            if len(content) < 6 + 3 * content[5]:
                return set(), set()
            steps.update(content[at] for at in range(8, 6 + 3 * content[5], 3))
        elif marker == _SOS and content:
            for number in content[2 : 1 + 2 * content[0] : 2]:
                codes |= {number >> 4, 0x10 | number & 15}
    return steps, codes


def _only(segment: bytes, marker: int, used: Collection[int]) -> bytes:
    """A segment with those of its tables that are `used`; nothing where none is."""
    content, at = segment[4:], 0
    tables: list[bytes] = []
    while at < len(content):
        size = 65 + 64 * (content[at] > 15) if marker == _DQT else 17 + sum(content[at + 1 : at + 17])
        if at + size > len(content):
            return segment
        tables.append(content[at : at + size])
        at += size
    kept = b"".join(each for each in tables if (each[0] & 15 if marker == _DQT else each[0]) in used)
    return segment[:2] + (len(kept) + 2).to_bytes(2, "big") + kept if kept else b""
