"""How a camera was held, the one thing of Exif that a picture needs: https://www.cipa.jp, Exif 3.0, section 4.6."""

from __future__ import annotations

import struct

_ORIENTATION = 0x0112
_SHORT = 3
# A directory of one entry: orientation, a short, one value.
_DIRECTORY = struct.Struct(">2sHIHHHIHHI")


def orientation(tiff: bytes) -> int:
    """2 to 8 where the picture is to be turned or mirrored, else 1. `tiff`: Exif from its byte order mark on."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(tiff[:4])
    if order is None or len(tiff) < 10:
        return 1
    (start,) = struct.unpack(order + "I", tiff[4:8])
    if start + 2 > len(tiff):
        return 1
    (count,) = struct.unpack(order + "H", tiff[start : start + 2])
    for at in range(start + 2, min(start + 2 + 12 * count, len(tiff) - 11), 12):
        tag, kind, _, value = struct.unpack(order + "HHIH", tiff[at : at + 10])
        if tag == _ORIENTATION and kind == _SHORT:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def only_orientation(value: int) -> bytes:
    """Exif that says how the picture is to be turned, and nothing else."""
    return _DIRECTORY.pack(b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, value, 0, 0)
