"""WebP (RFC 9649)."""

from __future__ import annotations

import re

from nashra.kit.pictures.exif import only_orientation, orientation
from nashra.kit.pictures.profile import bare

SIGNATURE = b"RIFF"

_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
_SEEN = frozenset((b"VP8 ", b"VP8L", b"ALPH"))
# What these can have (RFC 9649, 2.7.1.1).
_MOST = {b"VP8X": 10, b"ANIM": 6}
# Bits of VP8X that say what there is (RFC 9649, 2.7.1).
_HAS_PROFILE, _HAS_EXIF, _HAS_XMP = 0x20, 0x08, 0x04


# No coded data end in so many letters and signs of ASCII, or of UTF-8, but once in millions of pictures.
_TEXT = re.compile(
    rb"(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){16}\0?\Z"
)
_NEAR_END = 80


def stripped(data: bytes) -> bytes:
    """`data` with the chunks that are seen; of Exif the orientation stays.

    Raises ValueError, with what is wrong, where it is no whole picture.
    """
    whole = 8 + int.from_bytes(data[4:8], "little")
    if whole > len(data):
        raise ValueError("is cut off or damaged")
    turn = 1
    kept: list[tuple[bytes, bytes]] = []
    at = 12
    while at + 8 <= whole:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        content = data[at + 8 : at + 8 + length]
        if len(content) < length:
            raise ValueError("is cut off or damaged")
        if name == b"ANMF":
            kept.append((name, content[:16] + _only_seen(content[16:])))
        elif name in _SEEN:
            kept.append((name, _without_text(content)))
        elif name in _KEPT and (content := bare(content) if name == b"ICCP" else content[: _MOST.get(name)]):
            kept.append((name, content))
        elif name == b"EXIF":
            turn = orientation(content.removeprefix(b"Exif\0\0"))
        at += 8 + length + length % 2
    if not {name for name, _ in kept} & {b"VP8 ", b"VP8L", b"ANMF"}:
        raise ValueError("is cut off or damaged")
    extended = kept[0][0] == b"VP8X"
    if extended:
        flags = kept[0][1][0] & ~(_HAS_EXIF | _HAS_XMP)
        if not any(name == b"ICCP" for name, _ in kept):
            flags &= ~_HAS_PROFILE
        if turn != 1:
            flags |= _HAS_EXIF
            kept.append((b"EXIF", only_orientation(turn)))
        kept[0] = (b"VP8X", bytes((flags,)) + kept[0][1][1:])
    body = b"WEBP" + b"".join(
        name + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2) for name, content in kept
    )
    return SIGNATURE + len(body).to_bytes(4, "little") + body


def _without_text(coded: bytes) -> bytes:
    """Coded pixels, which say nowhere where they end: with text behind them they are refused."""
    if _TEXT.search(coded[-_NEAR_END:]):
        raise ValueError("has text behind its pixels")
    return coded


def _only_seen(frame: bytes) -> bytes:
    """The chunks of one frame of a moving picture that are seen."""
    kept, at = b"", 0
    while at + 8 <= len(frame):
        end = at + 8 + int.from_bytes(frame[at + 4 : at + 8], "little")
        end += end % 2
        if frame[at : at + 4] in _SEEN:
            _without_text(frame[at:end])
            kept += frame[at:end]
        at = end
    return kept
