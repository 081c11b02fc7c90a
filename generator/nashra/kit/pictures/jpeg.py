"""JPEG (ITU-T T.81, annex B)."""

from __future__ import annotations

import re
from hashlib import blake2b

from nashra.kit.pictures.exif import only_orientation, orientation
from nashra.kit.pictures.jpeg_scans import CUT_OFF, Scans
from nashra.kit.pictures.jpeg_tables import without_idle
from nashra.kit.pictures.profile import bare

SIGNATURE = b"\xff\xd8\xff"

_EXIF = b"Exif\0\0"
_END, _SCAN = 0xD9, 0xDA
# Frame headers: SOF0 to SOF15, without DHT, JPG and DAC, which share their numbers (ITU-T T.81, table B.1).
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Those that browsers show: sequential and progressive ones, coded after Huffman.
_SHOWN = frozenset({0xC0, 0xC1, 0xC2})
_EIGHT_BITS = b"\x08"
_CODES, _RESTARTS = 0xC4, 0xDD
# Larger ones are read block by block only where their data end in an odd way: Python needs 15 ms for so much, and a
# second for 3 MB.
_READ_BY_BLOCK = 32_000
# The pictures that have nothing behind their blocks: a build looks at each, and publishes it later.
_whole: set[bytes] = set()
_MOST_KNOWN = 20_000
_ICC, _ADOBE = b"ICC_PROFILE\0", b"Adobe"
# Markers without a length: TEM and restarts.
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_APPLICATIONS = range(0xE0, 0xF0)
# What else pictures are made of: tables, lines and restarts (B.2.4 there). What no program knows may hold anything.
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD})
# Within coded data a byte FF is followed by 00, or it begins a marker; restarts belong to the data.
_MARKER = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")


def stripped(data: bytes) -> bytes:
    """`data` up to the end of its first picture, without comments, data of applications, and what is behind a last
    block.

    The colour profile, Adobe's colour transform, JFIF's densities and the orientation stay. Raises ValueError, with
    what is wrong, where it is no whole picture.
    """
    scans = Scans(by_block=False)
    kept = _stripped(data, scans)
    if not scans.odd and len(kept) > _READ_BY_BLOCK:
        return kept
    digest = blake2b(kept, digest_size=16).digest()
    if digest in _whole:
        return kept
    read = _stripped(kept, Scans(by_block=True))
    if read == kept and len(_whole) < _MOST_KNOWN:
        _whole.add(digest)
    return read


def _stripped(data: bytes, scans: Scans) -> bytes:
    turn = 1
    kept: list[bytes] = []
    profile: list[bytes] = []
    at, seen_frame = 2, False
    while True:
        while data[at : at + 2] == b"\xff\xff":
            at += 1
        if len(data) < at + 2 or data[at] != 0xFF:
            raise ValueError(CUT_OFF)
        marker = data[at + 1]
        if marker == _END:
            break
        if marker in _ALONE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise ValueError(CUT_OFF)
        segment = data[at:end]
        if marker in _APPLICATIONS:
            if segment[4:].startswith(_EXIF):
                turn = max(turn, orientation(segment[10:]))
            (profile if marker == 0xE2 else kept).extend(_application(marker, segment))
        elif marker in FRAMES or marker in _TABLES or marker == _SCAN:
            kept.append(segment)
        if marker in FRAMES and (marker not in _SHOWN or segment[4:5] != _EIGHT_BITS):
            raise ValueError("is a JPEG of a kind that browsers do not show")
        _tell(scans, marker, segment[4:])
        seen_frame = seen_frame or marker in FRAMES
        at = end
        if marker == _SCAN:
            found = _MARKER.search(data, at)
            if found is None or not seen_frame:
                raise ValueError(CUT_OFF)
            kept.append(scans.kept(segment[4:], data[at : found.end() - 2]))
            at = found.end() - 2
    if not seen_frame:
        raise ValueError(CUT_OFF)
    profile, kept = _bare(profile), without_idle(kept, FRAMES)
    head = [_segment(0xE1, _EXIF + only_orientation(turn))] if turn != 1 else []
    # JFIF wants to be the first of all (JFIF 1.02, page 5)
    place = 1 if kept and kept[0][1] == 0xE0 else 0
    return b"".join([b"\xff\xd8", *kept[:place], *head, *profile, *kept[place:], b"\xff\xd9"])


def _tell(scans: Scans, marker: int, content: bytes) -> None:
    """What is needed to read the coded data."""
    if marker in FRAMES:
        scans.frame(marker, content)
    elif marker == _CODES:
        scans.tables(content)
    elif marker == _RESTARTS:
        scans.restarts(content)


def _application(marker: int, segment: bytes) -> list[bytes]:
    """What stays of a segment of an application."""
    content = segment[4:]
    if marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14:
        # without the thumbnail, which may show what was cut off or made unreadable
        return [_segment(marker, content[:12] + b"\0\0")]
    if marker == 0xE2 and content.startswith(_ICC) and len(content) > len(_ICC) + 2:
        return [segment]
    if marker == 0xEE and content.startswith(_ADOBE) and len(content) >= 12:
        return [_segment(marker, _ADOBE + b"\0\x64\0\0\0\0" + content[11:12])]
    return []


def _bare(profile: list[bytes]) -> list[bytes]:
    """The segments of a colour profile, which goes on from one to the next by their numbers, with the colours alone."""
    ordered = sorted(profile, key=lambda each: each[16])
    clean = bare(b"".join(each[18:] for each in ordered))
    found, at = [], 0
    for each in ordered if clean else ():
        end = at + len(each) - 18
        found.append(each[:18] + clean[at:end])
        at = end
    return found


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content
