"""What a PDF (ISO 32000) tells of those who made it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from nashra.kit.unseen.places import tells_a_place

# Bytes that are taken out of compressed parts, at most: a small file can hold terabytes.
_MOST = 64_000_000
_STREAM = re.compile(rb"<<(?P<head>[^\x00]{0,2000}?)>>\s*stream\r?\n")
_PACKED = re.compile(rb"/Type\s*/(?:ObjStm|Metadata)\b")
_AUTHOR = re.compile(rb"/Author\s*(?:\((?P<plain>(?:\\.|[^\\()]|\([^()]*\))*)\)|<(?P<hex>[0-9A-Fa-f\s]*)>)", re.DOTALL)
_CREATOR = re.compile(rb"<dc:creator[^>]*>(?P<list>.*?)</dc:creator>|dc:creator=[\"'](?P<one>[^\"']*)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# What reviewers write on a page (12.5.6); links, forms and stamps are not theirs.
_REMARK = re.compile(rb"/Subtype\s*/(?:Text|Highlight|Underline|Squiggly|StrikeOut|Caret)\b")


def told(data: bytes) -> Iterator[str]:
    """What the PDF `data` tells, in words that stand behind "this file"."""
    parts = [data, *_unpacked(data)]
    if re.search(rb"/Encrypt\s+\d+\s+\d+\s+R", data):
        yield "is encrypted, so that nobody can see whether it names its author"
    else:
        names = {name for part in parts for name in _authors(part)}
        yield from (f"names its author: {name}" for name in sorted(names))
        if any(_REMARK.search(part) for part in parts):
            yield "has remarks of its reviewers"
    if any(map(tells_a_place, parts)):
        yield "says where a picture in it was taken"


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The parts of `data` that hold other objects or metadata, as they are before they are compressed."""
    left = _MOST
    for found in _STREAM.finditer(data):
        if not _PACKED.search(found["head"]) or b"FlateDecode" not in found["head"]:
            continue
        try:
            part = zlib.decompressobj().decompress(data[found.end() :][:left], left)
        except zlib.error:
            continue
        left -= len(part)
        yield part
        if left <= 0:
            return


def _authors(part: bytes) -> Iterator[str]:
    for found in _AUTHOR.finditer(part):
        raw = found["plain"]
        text = _ESCAPE.sub(_escaped, raw) if raw is not None else bytes.fromhex(_even(found["hex"]))
        yield from filter(None, (_text(text),))
    for found in _CREATOR.finditer(part):
        words = (found["list"] or found["one"] or b"").decode("utf-8", "replace")
        yield from filter(None, (" ".join(_TAG.sub(" ", words).split()),))


def _even(digits: bytes) -> str:
    text = "".join(digits.decode("ascii").split())
    return text + "0" * (len(text) % 2)


def _escaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] else _LETTERS.get(found[3], found[3])


def _text(raw: bytes) -> str:
    if raw.startswith(b"\xfe\xff"):
        text = raw[2:].decode("utf-16-be", "replace")
    elif raw.startswith(b"\xef\xbb\xbf"):
        text = raw[3:].decode("utf-8", "replace")
    else:
        text = raw.decode("latin-1")
    return " ".join(text.replace("\0", "").split())
