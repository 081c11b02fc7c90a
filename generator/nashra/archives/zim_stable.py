"""Making a ZIM file the same each time: libzim numbers the file, and the search engine its indexes, at random.

Readers know an archive by its number: the same content keeps it, and new content gets another one.
"""

from __future__ import annotations

import hashlib
import mmap
import struct
from pathlib import Path
from uuid import UUID

# Where the header of a ZIM file has its number and the place of its checksum (wiki.openzim.org, "ZIM file format").
_NUMBER, _CHECKSUM_PLACE = 8, 72
_SIZE = 16
# How an index of Xapian begins; two bytes of a version follow, then its number (Xapian's glass_version.cc).
_INDEX = b"\x0f\rXapian Glass"
_TO_NUMBER = len(_INDEX) + 2
# One of the texts, one of the titles. Other counts: somebody's file has these bytes too, and is better left alone.
_INDEXES = 2


def settle(path: Path) -> None:
    """Give the file at `path`, just written by libzim, numbers that follow from its content, and a new checksum."""
    with path.open("r+b") as stream, mmap.mmap(stream.fileno(), 0) as data:
        (end,) = struct.unpack_from("<Q", data, _CHECKSUM_PLACE)
        if end != len(data) - _SIZE:
            return
        places = [_NUMBER]
        indexes = _indexes(data)
        if len(indexes) == _INDEXES:
            places += indexes
        for place in places:
            data[place : place + _SIZE] = bytes(_SIZE)
        digest = _digest(data, end, hashlib.sha256(usedforsecurity=False))
        for number, place in enumerate(places):
            name = hashlib.sha256(digest + bytes([number]), usedforsecurity=False).digest()
            # RFC 9562, section 5.8: a number made in a way of one's own
            data[place : place + _SIZE] = UUID(bytes=_marked(name[:_SIZE])).bytes
        data[end:] = _digest(data, end, hashlib.md5(usedforsecurity=False))
        data.flush()


def _indexes(data: mmap.mmap) -> list[int]:
    found = []
    at = data.find(_INDEX)
    while at >= 0:
        found.append(at + _TO_NUMBER)
        at = data.find(_INDEX, at + 1)
    return found


def _marked(number: bytes) -> bytes:
    """The bits of version 8 and of the variant of RFC 9562."""
    marked = bytearray(number)
    marked[6] = marked[6] & 0x0F | 0x80
    marked[8] = marked[8] & 0x3F | 0x80
    return bytes(marked)


def _digest(data: mmap.mmap, end: int, hash: hashlib._Hash) -> bytes:
    for at in range(0, end, 1 << 20):
        hash.update(data[at : min(end, at + (1 << 20))])
    return hash.digest()
