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
# What a file is made of, at its top and in its `meta` (ISO/IEC 14496-12, table 1): of others nobody here knows what
# they hold.
_AT_TOP = frozenset((b"ftyp", b"styp", b"meta", b"mdat", b"moov", b"moof", b"mfra", b"sidx"))
_IN_META = frozenset((b"hdlr", b"pitm", b"iloc", b"iinf", b"iprp", b"iref", b"idat", b"dinf", b"grpl"))
# Of the box that says what a `meta` is for: where its name begins, which may be any text.
_NAME = 24
# Room that is left free, and may hold what was there before.
_ROOM = frozenset((b"free", b"skip"))
# Properties that describe a picture in words (ISO/IEC 23008-12, 6.5.20 and 6.5.21), and kinds of colour profiles.
_SAID = frozenset((b"udes", b"altt", b"crtt", b"mdft", b"uuid"))
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
    """`data` with Exif, XMP, thumbnails, data of users and what no picture uses overwritten. Raises ValueError where it
    is damaged."""
    data = data[: _end(data)]
    out = bytearray(data)
    stored = [(begin, stop) for name, _, begin, stop in _boxes(data, 0, len(data)) if name == b"mdat"]
    seen = _clean(data, out, 0, len(data), stored)
    if not seen:
        raise ValueError("is cut off or damaged")
    for first, last in _unused(data, stored):
        out[first:last] = bytes(last - first)
    return bytes(out)


def _end(data: bytes) -> int:
    """Where the boxes of `data` end: bytes behind them that make no box are none of it."""
    at = 0
    try:
        for *_, stop in _boxes(data, 0, len(data)):
            at = stop
    except ValueError:
        if data[at + 4 : at + 8] in _AT_TOP:
            raise
    return at


def _unused(data: bytes, stored: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is `stored` and belongs to no item. A moving picture says in other ways where its pictures are."""
    top = {name: (begin, stop) for name, _, begin, stop in _boxes(data, 0, len(data))}
    if b"moov" in top or b"meta" not in top:
        return
    boxes = {name: (begin, stop) for name, _, begin, stop in _boxes(data, top[b"meta"][0] + 4, top[b"meta"][1])}
    if b"iloc" not in boxes:
        return
    idat = boxes.get(b"idat", (0, 0))
    used = sorted((first, last) for _, first, last in _extents(data, *boxes[b"iloc"], idat[0]))
    if any(first == last for first, last in used):
        return  # of no length: up to the end of the file
    for begin, stop in (*stored, idat):
        at = begin
        for first, last in used:
            if begin <= first <= stop:
                if at < first:
                    yield at, first
                at = max(at, last)
        if at < stop:
            yield at, stop


def _clean(data: bytes, out: bytearray, start: int, end: int, stored: list[tuple[int, int]]) -> bool:
    """Overwrite in the boxes between `start` and `end`; whether there is a picture among them.

    stored: where the file keeps data, from and to: what items are elsewhere would be the boxes themselves.
    """
    seen = False
    for name, at, begin, stop in _boxes(data, start, end):
        if name in _REMOVED or name in _ROOM or (start == 0 and name not in _AT_TOP):
            out[at + 4 : at + 8] = name if name in _ROOM else b"free"
            out[begin:stop] = bytes(stop - begin)
        elif name == b"meta":
            seen = True
            inside = [(low, high) for part, _, low, high in _boxes(data, begin + 4, stop) if part == b"idat"]
            for first, last, blank in _private(data, begin + 4, stop):
                if not any(low <= first <= last <= high for low, high in [*stored, *inside]):
                    raise ValueError("is cut off or damaged")
                out[first:last] = blank.ljust(last - first, b"\0")[: last - first]
            _clean_properties(data, out, begin + 4, stop)
            _clean_meta(data, out, begin + 4, stop)
        elif name in _CONTAINERS:
            seen = _clean(data, out, begin, stop, stored) or name == b"moov" or seen
    return seen


def _clean_meta(data: bytes, out: bytearray, start: int, end: int) -> None:
    """Overwrite the boxes of a `meta` that are none of it, and the names of what it is for and of its items."""
    for name, at, begin, stop in _boxes(data, start, end):
        if name not in _IN_META:
            out[at + 4 : at + 8] = b"free"
            out[begin:stop] = bytes(stop - begin)
        elif name == b"hdlr" and begin + _NAME < stop:
            out[begin + _NAME : stop] = bytes(stop - begin - _NAME)
        elif name == b"iinf":
            for kind, first, last in _items(data, begin, stop).values():
                if kind != b"mime":  # whose kind of content stands behind its name
                    out[first:last] = bytes(last - first)


def _clean_properties(data: bytes, out: bytearray, start: int, end: int) -> None:
    """Overwrite what the properties in a `meta` box say in words, and what a colour profile says besides colours."""
    for name, at, begin, stop in _boxes(data, start, end):
        if name in (b"iprp", b"ipco"):
            _clean_properties(data, out, begin, stop)
        elif name in _SAID or name in _ROOM:
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
    """Where the items of a `meta` box with Exif or XMP, and thumbnails, stand in the file, and how what is put there
    begins."""
    boxes = {name: (begin, stop) for name, _, begin, stop in _boxes(data, start, end)}
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    kinds = _items(data, *boxes[b"iinf"])
    wanted = {item: _BLANKS[kind] for item, (kind, _, _) in kinds.items() if kind in _BLANKS}
    wide = 4 if b"iref" in boxes and data[boxes[b"iref"][0]] else 2
    for name, _, first, _ in _boxes(data, boxes[b"iref"][0] + 4, boxes[b"iref"][1]) if b"iref" in boxes else ():
        if name == b"thmb":
            wanted[int.from_bytes(data[first : first + wide], "big")] = b""
    for item, first, last in _extents(data, *boxes[b"iloc"], boxes.get(b"idat", (0, 0))[0]):
        if item in wanted:
            if last > len(data):
                raise ValueError("is cut off or damaged")
            yield first, last, wanted[item]


def _items(data: bytes, begin: int, stop: int) -> dict[int, tuple[bytes, int, int]]:
    """The items of an `iinf` box: their kinds, and where their names begin and end."""
    begin += 6 if data[begin] == 0 else 8
    found: dict[int, tuple[bytes, int, int]] = {}
    for name, _, first, last in _boxes(data, begin, stop):
        version = data[first]
        if name == b"infe" and version >= 2:
            wide = 2 if version == 2 else 4
            item = int.from_bytes(data[first + 4 : first + 4 + wide], "big")
            found[item] = data[first + 6 + wide : first + 10 + wide], min(first + 10 + wide, last), last
    return found


def _extents(data: bytes, at: int, end: int, stored: int) -> Iterator[tuple[int, int, int]]:
    """(item, from, to) of where items stand, by the box `iloc` (ISO/IEC 14496-12, 8.11.3). stored: where the content
    of `idat` begins."""

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
            yield item, first, first + length


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
