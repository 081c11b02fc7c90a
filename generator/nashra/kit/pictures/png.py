"""PNG (https://www.w3.org/TR/png-3)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from zlib import crc32

from nashra.kit.pictures import png_rows
from nashra.kit.pictures.exif import only_orientation, orientation
from nashra.kit.pictures.png_colours import used_colours
from nashra.kit.pictures.profile import bare_packed

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_EXIF = b"eXIf"
# What is seen: the picture, its colours, its transparency, its density, its frames, each with the most bytes that it
# can have: more would be something else under its name. Texts, times and palettes that are only proposed are not seen.
_ANY = 1 << 31
_KEPT = {
    b"IHDR": 13, b"PLTE": 768, b"IDAT": _ANY, b"IEND": 0, b"tRNS": 256, b"cHRM": 32, b"gAMA": 4, b"iCCP": _ANY,
    b"sBIT": 4, b"sRGB": 1, b"cICP": 4, b"mDCV": 24, b"cLLI": 8, b"bKGD": 6, b"pHYs": 9,
    b"acTL": 8, b"fcTL": 26, b"fdAT": _ANY,
}  # fmt: skip
# Of all other kinds the first is the one that counts.
_SEVERAL = frozenset((png_rows.PICTURE, png_rows.FRAME, png_rows.PART))
# The type of colour that looks up its palette (table 11.1 there); for others one is a mere proposal.
_BY_PALETTE = 3
# Bytes a colour of the tables that go with a palette.
_WIDTHS = {b"PLTE": 3, b"tRNS": 1}
_PICTURES = frozenset((b"IDAT", b"fdAT"))
_OF_FRAMES = _PICTURES | {b"fcTL"}


def stripped(data: bytes) -> bytes:
    """`data` up to its end chunk, with the chunks and the pixels that are seen; of Exif the orientation stays.

    Raises ValueError, with what is wrong, where it is no whole picture.
    """
    kept: list[png_rows.Chunk] = []
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
        if name not in names or name in _SEVERAL:
            kept += _kept(name, content)
        names.add(name)
        at = end
    if not {b"IHDR", b"IDAT"} <= names or not _has_head(*kept[0]):
        raise ValueError("is cut off or damaged")
    if kept[0][1][9] != _BY_PALETTE:
        kept = [chunk for chunk in kept if chunk[0] != b"PLTE"]
    else:
        kept = _without_idle_colours(kept)
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in png_rows.only_pixels(_with_pictures(kept)))


def _with_pictures(chunks: list[png_rows.Chunk]) -> list[png_rows.Chunk]:
    """`chunks` without the heads of frames that no picture follows."""
    parts = [name for name, _ in chunks if name in _OF_FRAMES] + [b"IEND"]
    nexts = iter(parts[1:])
    return [
        chunk for chunk in chunks if chunk[0] not in _OF_FRAMES or next(nexts) in _PICTURES or chunk[0] in _PICTURES
    ]


def _without_idle_colours(chunks: list[png_rows.Chunk]) -> list[png_rows.Chunk]:
    """`chunks` of a picture with a palette, in which the colours that no pixel has are black and clear."""
    head = chunks[0][1]
    names = {name for name, _ in chunks}
    if head[12] or b"acTL" in names or b"PLTE" not in names:
        return chunks  # in passes, or moving
    rows = png_rows.rows([content for name, content in chunks if name == png_rows.PICTURE], head)
    used = used_colours(rows, int.from_bytes(head[:4], "big"), head[8]) if rows else None
    if used is None:
        return chunks
    ground = next((content[0] for name, content in chunks if name == b"bKGD" and content), -1)
    return [(name, _only(content, _WIDTHS.get(name, 0), used | {ground})) for name, content in chunks]


def _only(table: bytes, width: int, used: Collection[int]) -> bytes:
    """A table of `width` bytes a colour in which those that are not `used` are nothing; other chunks as they are."""
    if not width:
        return table
    return b"".join(
        table[at : at + width] if at // width in used else bytes(len(table[at : at + width]))
        for at in range(0, len(table), width)
    )


def _kept(name: bytes, content: bytes) -> list[png_rows.Chunk]:
    """What stays of a chunk."""
    if name == b"iCCP":
        # its name, which no program shows, may be any text
        profile = bare_packed(content.partition(b"\0")[2][1:])
        return [(name, b"icc\0\0" + profile)] if profile else []
    if name == _EXIF:
        turn = orientation(content)
        return [(name, only_orientation(turn))] if turn != 1 else []
    return [(name, content)] if len(content) <= _KEPT.get(name, -1) else []


def _has_head(name: bytes, head: bytes) -> bool:
    """Whether the first chunk is the head of a picture that has any pixels."""
    return name == b"IHDR" and len(head) == 13 and any(head[:4]) and any(head[4:8])


def has_all_rows(data: bytes) -> bool:
    """Whether the compressed part of the PNG `data`, whose chunks are whole, is so too and has all of its rows."""
    return png_rows.has_all_rows(_chunks(data))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + name + content + crc32(name + content).to_bytes(4, "big")
