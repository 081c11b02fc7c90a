"""AVIF: boxes of ISO/IEC 14496-12, items of ISO/IEC 23008-12.

Other boxes know parts of the file by their distance from its beginning, so what goes is overwritten where it stands.
How the picture is turned is said outside Exif here (`irot`, `imir`), and stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from nashra.kit.pictures.profile import bare

_BRANDS = (b"avif", b"avis", b"mif1", b"msf1")
_HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"))
_MOST_BRANDS = 200
_CONTAINERS = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl"))
_REMOVED = frozenset((b"uuid", b"udta"))
# Room that is left free, and may hold what was there before.
_ROOM = frozenset((b"free", b"skip"))
# Properties that describe a picture in words (ISO/IEC 23008-12, 6.5.20 and 6.5.21), and kinds of colour profiles.
_SAID = frozenset((b"udes", b"altt"))
_PROFILES = (b"prof", b"rICC")
# What items of these kinds begin with afterwards: decoders refuse a picture whose Exif is none. The first four bytes
# say how far the TIFF is (ISO/IEC 23008-12, annex A.2.1); this one has an empty directory.
_BLANKS = {b"Exif": b"\0\0\0\0MM\0*\0\0\0\x08" + bytes(6), b"mime": b""}


def is_avif(head: bytes) -> bool:
    """Whether a file that begins like this (16 bytes) is one."""
    return head[4:8] == b"ftyp" and head[8:12] in _BRANDS


def no_avif(data: bytes) -> str:
    """HEIC, where that is what `data` is, which telephones write and few browsers show; nothing elsewhere."""
    if data[4:8] != b"ftyp":
        return ""
    size = min(int.from_bytes(data[:4], "big"), _MOST_BRANDS)
    brands = {data[at : at + 4] for at in (8, *range(16, size, 4))}
    return "HEIC" if brands & _HEIC and not brands & {b"avif", b"avis"} else ""


def stripped(data: bytes) -> bytes:
    """`data` with Exif, XMP and data of users overwritten. Raises ValueError where it is damaged."""
    out = bytearray(data)
    stored = [(begin, stop) for name, _, begin, stop in _boxes(data, 0, len(data)) if name == b"mdat"]
    seen = _clean(data, out, 0, len(data), stored)
    if not seen:
        raise ValueError("is cut off or damaged")
    return bytes(out)


def _clean(data: bytes, out: bytearray, start: int, end: int, stored: list[tuple[int, int]]) -> bool:
    """Overwrite in the boxes between `start` and `end`; whether there is a picture among them.

    stored: where the file keeps data, from and to: what items are elsewhere would be the boxes themselves.
    """
    seen = False
    for name, at, begin, stop in _boxes(data, start, end):
        if name in _REMOVED or name in _ROOM:
            out[at + 4 : at + 8] = name if name in _ROOM else b"free"
            out[begin:stop] = bytes(stop - begin)
        elif name == b"meta":
            seen = True
            for first, last, blank in _private(data, begin + 4, stop):
                if not any(low <= first <= last <= high for low, high in [*stored, (begin, stop)]):
                    raise ValueError("is cut off or damaged")
                out[first:last] = blank.ljust(last - first, b"\0")[: last - first]
            _clean_properties(data, out, begin + 4, stop)
        elif name in _CONTAINERS:
            seen = _clean(data, out, begin, stop, stored) or name == b"moov" or seen
    return seen


def _clean_properties(data: bytes, out: bytearray, start: int, end: int) -> None:
    """Overwrite what the properties in a `meta` box say in words, and what a colour profile says besides colours."""
    for name, at, begin, stop in _boxes(data, start, end):
        if name in (b"iprp", b"ipco"):
            _clean_properties(data, out, begin, stop)
        elif name in _SAID:
            out[at + 4 : at + 8] = b"free"
            out[begin:stop] = bytes(stop - begin)
        elif name == b"colr" and data[begin : begin + 4] in _PROFILES:
            out[begin + 4 : stop] = bare(data[begin + 4 : stop]).ljust(stop - begin - 4, b"\0")


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """(name, where the box begins, where its content begins, where it ends)."""
    while start < end:
        size, name, begin = int.from_bytes(data[start : start + 4], "big"), data[start + 4 : start + 8], start + 8
        if size == 1:
            size, begin = int.from_bytes(data[start + 8 : start + 16], "big"), start + 16
        stop = start + size if size else end
        if stop > end or stop < begin:
            raise ValueError("is cut off or damaged")
        yield name, start, begin, stop
        start = stop


def _private(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
    """Where the items of a `meta` box with Exif or XMP stand in the file, and how what is put there begins."""
    boxes = {name: (begin, stop) for name, _, begin, stop in _boxes(data, start, end)}
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    begin, stop = boxes[b"iinf"]
    begin += 6 if data[begin] == 0 else 8
    wanted: dict[int, bytes] = {}
    for name, _, first, _ in _boxes(data, begin, stop):
        version = data[first]
        if name == b"infe" and version >= 2:
            wide = 2 if version == 2 else 4
            item = int.from_bytes(data[first + 4 : first + 4 + wide], "big")
            kind = data[first + 6 + wide : first + 10 + wide]
            if kind in _BLANKS:
                wanted[item] = _BLANKS[kind]
    stored = boxes.get(b"idat", (0, 0))[0]
    yield from _extents(data, *boxes[b"iloc"], wanted, stored)


def _extents(data: bytes, at: int, end: int, wanted: dict[int, bytes], stored: int) -> Iterator[tuple[int, int, bytes]]:
    """Where the items `wanted` stand, by the box `iloc` (ISO/IEC 14496-12, 8.11.3). stored: content of `idat`."""

    def number(width: int) -> int:
        nonlocal at
        at += width
        if at > end:
            raise ValueError("is cut off or damaged")
        return int.from_bytes(data[at - width : at], "big")

    version = number(1)
    number(3)
    sizes, more = number(1), number(1)
    offsets, lengths, bases, indexes = sizes >> 4, sizes & 15, more >> 4, more & 15 if version else 0
    wide = 4 if version == 2 else 2
    for _ in range(number(wide)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(bases)
        for _ in range(number(2)):
            number(indexes)
            first, length = base + number(offsets), number(lengths)
            first += stored if method == 1 else 0
            if item in wanted:
                if first + length > len(data):
                    raise ValueError("is cut off or damaged")
                yield first, first + length, wanted[item]


def size(data: bytes) -> tuple[int, int] | None:
    """(width, height) as browsers show the picture whose file begins with `data`; None where it does not say.

    ISO/IEC 23008-12: the primary item (`pitm`) has properties (`ipma`), among them its size (`ispe`) and how many
    quarters it is turned (`irot`).
    """
    meta = next(((begin + 4, stop) for name, _, begin, stop in _found(data, 0, len(data)) if name == b"meta"), None)
    if meta is None:
        return None
    parts = {name: (begin, stop) for name, _, begin, stop in _found(data, *meta)}
    if b"pitm" not in parts or b"iprp" not in parts:
        return None
    begin, stop = parts[b"pitm"]
    primary = int.from_bytes(data[begin + 4 : stop], "big")
    listed = {name: (begin, stop) for name, _, begin, stop in _found(data, *parts[b"iprp"])}
    if b"ipco" not in listed or b"ipma" not in listed:
        return None
    properties = list(_found(data, *listed[b"ipco"]))
    shown, turned = None, False
    for number in _properties_of(data, primary, *listed[b"ipma"]):
        name, _, begin, _ = properties[number - 1] if 0 < number <= len(properties) else (b"", 0, 0, 0)
        if name == b"ispe":
            width, height = data[begin + 4 : begin + 8], data[begin + 8 : begin + 12]
            shown = int.from_bytes(width, "big"), int.from_bytes(height, "big")
        elif name == b"irot":
            turned = bool(int.from_bytes(data[begin : begin + 1], "big") & 1)
    return (shown[1], shown[0]) if shown and turned else shown


def _found(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """The boxes of `_boxes`, up to the first that is cut off: `data` need not be the whole file."""
    try:
        yield from _boxes(data, start, end)
    except ValueError:
        return


def _properties_of(data: bytes, item: int, begin: int, end: int) -> Iterator[int]:
    """The numbers, from 1, of the properties that an `ipma` box gives to `item`."""
    version, flags = data[begin : begin + 1], data[begin + 3 : begin + 4]
    wide = int.from_bytes(flags, "big") & 1
    count, at = int.from_bytes(data[begin + 4 : begin + 8], "big"), begin + 8
    id_length = 4 if version > b"\0" else 2
    for _ in range(count):
        if at + id_length >= end:
            return
        number = int.from_bytes(data[at : at + id_length], "big")
        many, at = data[at + id_length], at + id_length + 1
        step = 2 if wide else 1
        if number == item:
            for place in range(at, min(at + many * step, end), step):
                value = int.from_bytes(data[place : place + step], "big")
                yield value & (0x7FFF if wide else 0x7F)
            return
        at += many * step
