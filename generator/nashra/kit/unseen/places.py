"""Places in Exif, wherever it lies in a file: in TIFF and HEIC, and in photographs within documents."""

from __future__ import annotations

import re
import struct

_MARK = re.compile(rb"II\*\0|MM\0\*")
_WORDS = re.compile(rb"GPSLatitude|ISO6709|\xa9xyz")
_PLACES = 0x8825
# No directory of a camera has more entries.
_MOST = 200


def tells_a_place(data: bytes) -> bool:
    """Whether somewhere in `data` there is Exif or XMP that says where a picture was taken."""
    return _WORDS.search(data) is not None or any(_has_place(data, each.start()) for each in _MARK.finditer(data))


def _has_place(data: bytes, at: int) -> bool:
    order = "<" if data[at : at + 1] == b"I" else ">"
    try:
        (start,) = struct.unpack_from(order + "I", data, at + 4)
        (count,) = struct.unpack_from(order + "H", data, at + start)
        if not 0 < count <= _MOST:
            return False
        for entry in range(at + start + 2, at + start + 2 + 12 * count, 12):
            tag, kind, number, value = struct.unpack_from(order + "HHII", data, entry)
            if tag == _PLACES and kind == 4 and number == 1:
                (inner,) = struct.unpack_from(order + "H", data, at + value)
                # more than the version of the directory
                return bool(1 < inner <= _MOST)
    except struct.error:
        pass
    return False
