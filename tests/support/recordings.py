"""Films, sounds and documents, byte by byte, with what programs write beside them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from support.pictures import jpeg

PLACE = b"+34.0333-005.0000/"
OWNER = b"Fatima Z."


def box(name: bytes, *content: bytes) -> bytes:
    data = b"".join(content)
    return struct.pack(">I", len(data) + 8) + name + data


def handler(kind: bytes) -> bytes:
    return box(b"hdlr", bytes(8) + kind + bytes(13))


def film(*, more: bytes = b"", tracks: tuple[bytes, ...] = (b"vide",), iphone: bool = True) -> bytes:
    """A film as telephones make it. more: boxes behind. iphone: whether QuickTime's keys say where it was taken."""
    keys = box(b"keys", bytes(4) + struct.pack(">I", 1), box(b"mdta", b"com.apple.quicktime.location.ISO6709"))
    values = box(b"ilst", box(b"\0\0\0\1", box(b"data", b"\0\0\0\1" + bytes(4) + PLACE)))
    meta = box(b"meta", handler(b"mdta"), keys, values) if iphone else b""
    user = box(b"udta", box(b"\xa9xyz", b"\0\x12\x15\xc7" + PLACE), box(b"titl", bytes(6) + b"Title\0"), bytes(4))
    parts = [box(b"trak", box(b"mdia", handler(kind)), box(b"udta", box(b"\xa9mak", OWNER))) for kind in tracks]
    return box(b"ftyp", b"isom" + bytes(4)) + box(b"moov", box(b"mvhd", bytes(100)), *parts, user, meta) + more


def song(version: int = 3) -> bytes:
    """A sound in MP3 with a title, and an owner, a program and a comment in three kinds of tags."""

    def frame(name: bytes, content: bytes) -> bytes:
        size = len(content)
        four = bytes(size >> shift & 127 for shift in (21, 14, 7, 0)) if version == 4 else struct.pack(">I", size)
        return name + four + bytes(2) + content

    picture = b"\0image/jpeg\0\x03\0" + jpeg(40, 30, extra=[(0xE1, b"Exif\0\0" + OWNER)])
    tag = frame(b"TIT2", b"\0Title") + frame(b"TOWN", b"\0" + OWNER) + frame(b"APIC", picture)
    tag += frame(b"COMM", b"\0eng\0" + PLACE) + frame(b"PRIV", b"x\0" + OWNER) + bytes(20)
    size = bytes(len(tag) >> shift & 127 for shift in (21, 14, 7, 0))
    item = struct.pack("<II", len(OWNER), 0) + b"Owner\0" + OWNER
    ape = b"APETAGEX" + struct.pack("<IIII", 2000, 32 + len(item), 1, 0) + bytes(8)
    last = b"TAG" + b"Title".ljust(94, b"\0") + OWNER.ljust(28, b"\0") + b"\0\x07\x0c"
    return b"ID3" + bytes([version, 0, 0]) + size + tag + b"\xff\xfbsound" + item + ape + last


def wave() -> bytes:
    chunks = [(b"fmt ", bytes(16)), (b"bext", OWNER), (b"LIST", b"INFOIART" + OWNER), (b"data", b"sound")]
    body = b"".join(name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2) for name, data in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def pdf(objects: str = "", *, packed: str = "") -> bytes:
    """objects: as they are; packed: compressed, as newer programs write them."""
    stream = zlib.compress(packed.encode("latin-1"))
    parts = [b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", objects.encode("latin-1")]
    if packed:
        head = f"3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length {len(stream)} /N 1 /First 4 >>\nstream\n"
        parts += [head.encode(), stream, b"\nendstream\nendobj\n"]
    return b"".join([*parts, b"%%EOF\n"])


def document(parts: Mapping[str, str | bytes]) -> bytes:
    """One of OOXML or OpenDocument."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return data.getvalue()
