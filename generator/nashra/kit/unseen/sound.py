"""MP3 with ID3 (https://id3.org/id3v2.4.0-structure) and APE tags, and WAV (RIFF)."""

from __future__ import annotations

import os
from typing import BinaryIO

from nashra.kit.pictures.published import stripped
from nashra.kit.unseen.film import Patch

# Frames that players show or need: titles, artists, rights, addresses, chapters, loudness, texts of songs, pictures.
_SHOWN = frozenset(
    b"TIT1 TIT2 TIT3 TPE1 TPE2 TPE3 TPE4 TALB TRCK TPOS TYER TDRC TDRL TORY TDOR TCON TCOM TEXT TCOP TLAN TLEN TPUB"
    b" TBPM TSRC TSOA TSOP TSOT WOAF WOAR WPUB WCOP WORS RVA2 MLLT SYLT USLT CHAP CTOC PCST APIC".split()
)
# Flags of a tag that say its bytes are no plain frames.
_ODD = 0x80 | 0x10
# The chunks of RIFF that are heard, or mark a place in what is.
_HEARD = frozenset({b"fmt ", b"data", b"fact", b"cue ", b"plst", b"smpl", b"inst", b"JUNK", b"PAD ", b"ds64", b"RF64"})


def mp3(stream: BinaryIO) -> list[Patch]:
    """What takes out of a sound in MP3 what is not shown or heard."""
    patches: list[Patch] = []
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    head = stream.read(10)
    if head[:3] == b"ID3" and len(head) == 10:
        length = _seven(head[6:10])
        tag = stream.read(length)
        if len(tag) == length and (clean := _frames(tag, head[3], head[5])) != tag:
            patches.append((10, clean))
            if head[5]:
                patches.append((5, bytes(1)))
    end = size
    if size >= 128:
        stream.seek(size - 128)
        if (last := stream.read(128))[:3] == b"TAG":
            end = size - 128
            # the comment, but for the number of the track that its last two bytes may be
            keep = 2 if last[125] == 0 else 0
            if any(last[97 : 127 - keep]):
                patches.append((end + 97, bytes(30 - keep)))
    if end >= 32:
        stream.seek(end - 32)
        foot = stream.read(32)
        if foot[:8] == b"APETAGEX":
            length = int.from_bytes(foot[12:16], "little") + (32 if foot[23] & 0x80 else 0)
            patches.append((max(0, end - length), bytes(min(length, end))))
    return patches


def _seven(data: bytes) -> int:
    """The number whose bytes have seven bits each, of which a tag that is cut off may lack some."""
    value = 0
    for each in data:
        value = value << 7 | each & 0x7F
    return value


def _frames(tag: bytes, version: int, flags: int) -> bytes:
    """`tag` with the frames that are shown, then zeros up to its length; zeros alone where it is no plain one."""
    if version not in (3, 4) or flags & _ODD:
        return bytes(len(tag))
    at = 0
    if flags & 0x40:  # an extended head, whose length counts itself in version 4 only
        at = _seven(tag[:4]) if version == 4 else int.from_bytes(tag[:4], "big") + 4
    kept: list[bytes] = []
    while at + 10 <= len(tag) and tag[at]:
        name, length = tag[at : at + 4], tag[at + 4 : at + 8]
        end = at + 10 + (_seven(length) if version == 4 else int.from_bytes(length, "big"))
        if end > len(tag):
            break
        frame = tag[at:end]
        if name in _SHOWN:
            kept.append(_picture(frame, version) if name == b"APIC" else frame)
        at = end
    return b"".join(kept).ljust(len(tag), b"\0")


def _picture(frame: bytes, version: int) -> bytes:
    """A frame with its picture as it would be published; nothing where that cannot be told."""
    content = frame[10:]
    wide = content[:1] in (b"\x01", b"\x02")
    kind = content.find(b"\0", 1)
    words = kind + 2
    if wide:
        ends = next((at for at in range(words, len(content) - 1, 2) if content[at : at + 2] == b"\0\0"), -2)
        start = ends + 2
    else:
        start = content.find(b"\0", words) + 1
    if kind < 0 or start <= 0 or frame[9] & 0x0F:
        return b""
    try:
        clean = content[:start] + stripped(content[start:])
    except ValueError:
        return b""
    length = len(clean)
    four = bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0)) if version == 4 else length.to_bytes(4, "big")
    return frame[:4] + four + frame[8:10] + clean


def wav(stream: BinaryIO) -> list[Patch]:
    """What takes out of a sound in WAV what is not heard."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    head = stream.read(12)
    if head[:4] not in (b"RIFF", b"RF64") or head[8:] != b"WAVE":
        return []
    patches: list[Patch] = []
    at = 12
    while at + 8 <= size:
        stream.seek(at)
        chunk = stream.read(8)
        length = int.from_bytes(chunk[4:], "little")
        if chunk[:4] not in _HEARD:
            patches += [(at, b"JUNK"), (at + 8, bytes(max(0, min(length, size - at - 8))))]
        at += 8 + length + length % 2
    return patches
