"""PNG (https://www.w3.org/TR/png-3)."""

from __future__ import annotations

from zlib import crc32

from nashra.kit.pictures.exif import only_orientation, orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_EXIF = b"eXIf"
# What is seen: the picture, its colours, its transparency, its density, its frames. Texts and times are not.
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)


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
        if name in _KEPT:
            kept.append(data[at:end])
        elif name == _EXIF and (turn := orientation(content)) != 1:
            kept.append(_chunk(_EXIF, only_orientation(turn)))
        names.add(name)
        at = end
    if not {b"IHDR", b"IDAT"} <= names:
        raise ValueError("is cut off or damaged")
    return b"".join(kept)


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")
