"""Pictures lose what is not seen, and keep what is."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import compress, crc32, decompressobj

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.kit.image_size import size_of
from nashra.kit.pictures import published as pictures
from nashra.kit.pictures.exif import orientation
from support.pictures import PLACE, avif, exif, gif, jpeg, png, webp

XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE
DAY = b"\x07\xd0\0\x01\0\x01" + bytes(6)


def profile(*parts: tuple[bytes, bytes], room: bytes = b"") -> bytes:
    """A colour profile of these parts. room: bytes between its table and the first of them."""
    table, body, at = len(parts).to_bytes(4, "big"), room, 132 + 12 * len(parts)
    for name, content in parts:
        table += name + struct.pack(">II", at + len(body), len(content))
        body += content
    return (at + len(body)).to_bytes(4, "big") + bytes(20) + DAY + b"acsp" + bytes(88) + table + body


CURVE = (b"rTRC", b"curv" + bytes(8))
PROFILE = profile(CURVE)
TOLD = profile((b"desc", b"mluc" + bytes(24) + PLACE), CURVE, (b"dmdd", b"desc" + PLACE), room=PLACE)
ICC = b"ICC_PROFILE\0\x01\x01" + PROFILE


def avif_with_room(room: bytes) -> bytes:
    """A picture among whose properties room is left free, with `room` in it."""
    free = struct.pack(">I", 8 + len(room)) + b"free" + room
    properties = struct.pack(">I", 8 + len(free)) + b"ipco" + free
    more = struct.pack(">I", 8 + len(properties)) + b"iprp" + properties
    plain = avif(b"note")
    at = plain.index(b"mdat") - 4
    begin = plain.index(b"meta") - 4
    listed = plain.index(b"iloc")
    places = plain[listed:at]
    for place in (at + 16, at + 12, at + 8):  # where its items stand moves on
        places = places.replace(struct.pack(">I", place), struct.pack(">I", place + len(more)))
    meta = struct.pack(">I", at - begin + len(more)) + plain[begin + 4 : listed] + places + more
    return plain[:begin] + meta + plain[at:]


WITH_A_PLACE = {
    "Exif of a JPEG": jpeg(40, 30, orientation=1),
    "Exif of a JPEG, the other byte order": jpeg(40, 30, orientation=1, order=">"),
    "XMP of a JPEG": jpeg(40, 30, extra=[(0xE1, XMP)]),
    "IPTC of a JPEG": jpeg(40, 30, extra=[(0xED, b"Photoshop 3.0\x008BIM" + PLACE)]),
    "a comment in a JPEG": jpeg(40, 30, extra=[(0xFE, PLACE)]),
    "a maker's segment of a JPEG": jpeg(40, 30, extra=[(0xE4, PLACE), (0xEF, PLACE)]),
    "the index of more pictures in a JPEG": jpeg(40, 30, extra=[(0xE2, b"MPF\0" + PLACE)]),
    "a second picture behind a JPEG": jpeg(40, 30, after=jpeg(400, 300, orientation=6)),
    "a thumbnail in a JFIF head": jpeg(40, 30).replace(
        b"\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", b"\xff\xe0\0\x20JFIF\0\x01\x01\0\0\x01\0\x01\x08\x02" + PLACE
    ),
    "Exif of a PNG": png(4, 3, [(b"eXIf", exif())]),
    "texts of a PNG": png(4, 3, [(b"tEXt", b"Location\0" + PLACE), (b"iTXt", PLACE), (b"zTXt", PLACE)]),
    "a private chunk of a PNG": png(4, 3, [(b"caBX", PLACE), (b"prVt", PLACE)]),
    "bytes behind a PNG": png(4, 3) + PLACE,
    "Exif and XMP of a WebP": webp("VP8X", 40, 30, [(b"EXIF", exif()), (b"XMP ", XMP)]),
    "an unknown chunk of a WebP": webp("VP8X", 40, 30, [(b"ABCD", PLACE)]),
    "bytes behind a WebP": webp("VP8L", 40, 30) + PLACE,
    "a comment in a GIF": gif(40, 30, b"\x21\xfe\x10" + PLACE + b"\0"),
    "a text in a GIF that no browser draws": gif(40, 30, b"\x21\x01\x0c" + bytes(12) + b"\x10" + PLACE + b"\0"),
    "XMP of a GIF": gif(40, 30, b"\x21\xff\x0bXMP DataXMP\x10" + PLACE + b"\0"),
    "what calls itself a profile, in a JPEG": jpeg(40, 30, extra=[(0xE2, ICC), (0xE2, ICC[:14] + PLACE)]),
    "bytes behind Adobe's in a JPEG": jpeg(40, 30, extra=[(0xEE, b"Adobe\0d\0\0\0\0\x01" + PLACE)]),
    "what calls itself a profile, in a PNG": png(4, 3, [(b"iCCP", b"a\0\0" + PLACE)]),
    "the name of a profile in a PNG": png(4, 3, [(b"iCCP", PLACE + b"\0\0" + compress(PROFILE))]),
    "a palette that a PNG proposes": png(4, 3, [(b"sPLT", PLACE + b"\0\x08" + bytes(6)), (b"hIST", PLACE)]),
    "bytes behind the density of a PNG": png(4, 3, [(b"pHYs", bytes(9) + PLACE), (b"gAMA", PLACE)]),
    "bytes behind a profile in a PNG": png(4, 3, [(b"iCCP", b"a\0\0" + compress(PROFILE) + PLACE)]),
    "what calls itself a profile, in a WebP": webp("VP8X", 40, 30, [(b"ICCP", PLACE)]),
    "what a profile says in a JPEG, in two parts": jpeg(
        40, 30, extra=[(0xE2, b"ICC_PROFILE\0\x02\x02" + TOLD[150:]), (0xE2, b"ICC_PROFILE\0\x01\x02" + TOLD[:150])]
    ),
    "what a profile says in a WebP": webp("VP8X", 40, 30, [(b"ICCP", TOLD)]),
    "bytes behind the head of a WebP": webp("VP8X", 40, 30, [(b"ANIM", bytes(6) + PLACE)]),
    "a marker that no program knows in a JPEG": jpeg(40, 30, extra=[(0xF7, PLACE), (0xDE, PLACE)]),
    "a palette of a PNG that has none": png(4, 3, [(b"PLTE", PLACE + PLACE[:2])]),
    "a chunk twice in a PNG": png(4, 3, [(b"pHYs", bytes(9)), (b"pHYs", PLACE[:9]), (b"tEXt", PLACE)]),
    "a head of a frame that has none": png(
        4, 3, [(b"acTL", bytes(8)), (b"fcTL", PLACE + bytes(10)), (b"fcTL", bytes(26))]
    ),
    "frames of a PNG that does not move": png(4, 3, [(b"fdAT", bytes(4) + PLACE)]),
    "a frame of a WebP": webp("VP8X", 40, 30, [(b"ANMF", bytes(16) + b"XMP \x10\0\0\0" + PLACE)]),
    "free room of an AVIF": avif(b"note") + struct.pack(">I", 8 + len(PLACE)) + b"free" + PLACE,
    "bytes behind an AVIF": avif(b"note") + PLACE,
    "a store of an AVIF that no item uses": avif(b"note") + struct.pack(">I", 8 + len(PLACE)) + b"mdat" + PLACE,
    "a box of an AVIF that nobody knows": avif(b"note") + struct.pack(">I", 8 + len(PLACE)) + b"abcd" + PLACE,
    "free room among the properties of an AVIF": avif_with_room(PLACE),
    "a block before that which says how often a GIF plays": gif(
        40, 30, b"\x21\xff\x0bNETSCAPE2.0\x10" + PLACE + b"\x03\x01\0\0\0"
    ),
    "a block behind what controls a frame of a GIF": gif(40, 30, b"\x21\xf9\x04\0\0\0\0\x10" + PLACE + b"\0"),
    "bytes behind a GIF": gif(40, 30) + PLACE,
    "Exif, XMP and a user's box of an AVIF": avif(PLACE),
}


@pytest.mark.parametrize("data", WITH_A_PLACE.values(), ids=WITH_A_PLACE)
def test_where_a_picture_was_taken_is_not_published(data: bytes) -> None:
    assert PLACE in data
    assert PLACE not in pictures.stripped(data)


@pytest.mark.parametrize("data", WITH_A_PLACE.values(), ids=WITH_A_PLACE)
def test_what_was_stripped_once_stays_as_it_is(data: bytes) -> None:
    once = pictures.stripped(data)
    assert pictures.stripped(once) == once
    assert size_of(once) == size_of(data)


def test_coded_data_colours_and_frames_are_kept_byte_for_byte() -> None:
    photo = jpeg(40, 30, orientation=1, extra=[(0xE2, ICC), (0xEE, b"Adobe\0d\0\0\0\0\x01")])
    kept = pictures.stripped(photo)
    assert ICC in kept
    assert b"Adobe\0d" in kept
    assert kept.endswith(b"coded\xff\x00data\xff\xd0more\xff\xd9")
    chart = png(
        4,
        3,
        [
            (b"iCCP", b"icc\0\0" + compress(PROFILE)),
            (b"gAMA", b"\0\0\xb1\x8f"),
            (b"tRNS", b"\0\0"),
            (b"acTL", bytes(8)),
        ],
    )
    assert pictures.stripped(chart) == chart
    film = gif(4, 3, b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0\x21\xf9\x04\0\0\0\0\0")
    assert pictures.stripped(film) == film
    for kind in ("VP8 ", "VP8L"):
        assert pictures.stripped(webp(kind, 40, 30)) == webp(kind, 40, 30)


def unpacked(data: bytes, name: bytes) -> bytes:
    """What the parts of this name have in a PNG, one compressed text over all of them."""
    found, at = b"", 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == name:
            found += data[at + 8 + 4 * (name == b"fdAT") : at + 8 + length]
        at += 12 + length
    inflate = decompressobj()
    return inflate.decompress(found.removeprefix(b"icc\0\0")) + inflate.unused_data


def test_a_profile_keeps_its_colours_and_says_nothing_of_its_device() -> None:
    packed = pictures.stripped(png(4, 3, [(b"iCCP", PLACE + b"\0\0" + compress(TOLD))]))
    clean = unpacked(packed, b"iCCP")
    assert PLACE not in clean
    assert len(clean) == len(TOLD)
    assert CURVE[1] in clean
    assert "icc".encode("utf-16-be") in clean
    assert clean[128:132] == b"\0\0\0\x02"


def test_nothing_stays_behind_the_last_pixel_of_a_png_or_of_a_frame() -> None:
    head, blank = b"\x08\0\0\0\0", bytes(50)
    whole = rows(head, blank)
    assert pictures.stripped(whole) == whole
    for hidden in (
        rows(head, blank + PLACE),
        rows(head, blank, behind=PLACE),
        rows(head, blank, behind=compress(PLACE)),
        rows(head, blank, later=[(b"IDAT", PLACE)]),
        rows(head, blank + bytes(1 << 21)),
    ):
        assert unpacked(pictures.stripped(hidden), b"IDAT") == blank
    frame = struct.pack(">IIIIIHHBB", 1, 9, 2, 0, 0, 1, 10, 0, 0)
    moving = [(b"fcTL", frame), (b"fdAT", b"\0\0\0\2" + compress(bytes(20) + PLACE)[:9])]
    moving += [(b"fdAT", b"\0\0\0\3" + compress(bytes(20) + PLACE)[9:]), (b"fcTL", b"\0\0\0\4" + frame[4:])]
    film = pictures.stripped(rows(head, blank, [(b"acTL", bytes(8))], later=moving))
    assert unpacked(film, b"fdAT") == bytes(20)
    # the parts of a film are numbered one after the other, and a head without a picture is no part
    assert film.count(b"fcTL\0\0\0\0") == film.count(b"fcTL") == film.count(b"fdAT\0\0\0\1") == 1


def test_a_scan_of_several_parts_is_kept_to_the_last() -> None:
    photo = jpeg(40, 30)
    twice = photo[:-2] + b"\xff\xc4\0\x03\0" + b"\xff\xda\0\x03\0second\xff\xd9"
    assert pictures.stripped(twice).endswith(b"\xff\xda\0\x03\0second\xff\xd9")


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("order", ["<", ">"])
def test_how_the_camera_was_held_is_all_that_stays_of_exif(turn: int, order: str) -> None:
    photo = pictures.stripped(jpeg(40, 30, orientation=turn, order=order))
    assert size_of(photo) == ((30, 40) if turn >= 5 else (40, 30))
    found = photo.find(b"Exif\0\0")
    assert (orientation(photo[found + 6 :]) if found >= 0 else 1) == turn
    sheet = pictures.stripped(webp("VP8X", 40, 30, [(b"EXIF", exif(turn, order))]))
    assert (b"EXIF" in sheet) == (turn != 1)
    assert sheet[20] & 0x08 == 0x08 * (turn != 1)
    assert struct.unpack("<I", sheet[4:8])[0] == len(sheet) - 8
    chart = pictures.stripped(png(4, 3, [(b"eXIf", exif(turn, order))]))
    assert (b"eXIf" in chart) == (turn != 1)


def test_a_gif_that_lacks_its_last_byte_alone_is_whole() -> None:
    assert pictures.stripped(gif(40, 30)[:-1]) == pictures.stripped(gif(40, 30))


def test_how_often_a_gif_plays_stays() -> None:
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x05\0\0"
    control = b"\x21\xf9\x04\x04\x0a\0\0\0"
    assert pictures.stripped(gif(4, 3, loop + control)) == gif(4, 3, loop + control)
    assert pictures.stripped(gif(4, 3, loop[:14] + b"\x05\x02\0\0\0\0" + loop[14:])) == gif(4, 3, loop)
    assert pictures.stripped(gif(4, 3, loop[:14] + b"\0")) == gif(4, 3)


def test_the_picture_of_an_avif_stands_where_it_stood() -> None:
    data, kept = avif(PLACE), pictures.stripped(avif(PLACE))
    assert len(kept) == len(data)
    assert kept.index(b"seen") == data.index(b"seen")


BROKEN = {
    "empty": b"",
    "a page": b"<!doctype html><title>404</title>",
    "text": "ليست صورة".encode(),
    "a HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
    "a HEIC that begins as others": b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic",
    "a TIFF": b"II*\0\x08\0\0\0",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "half a JPEG": jpeg(40, 30)[:60],
    "a JPEG without its end": jpeg(40, 30)[:-2],
    "the head of a JPEG": b"\xff\xd8\xff\xd9",
    "a JPEG that no browser shows": jpeg(40, 30, frame=0xC3),
    "a JPEG of twelve bits a colour": jpeg(40, 30).replace(b"\xff\xc0\0\x08\x08", b"\xff\xc0\0\x08\x0c"),
    "half a PNG": png(40, 30)[:-15],
    "a spoilt PNG": png(40, 30).replace(b"IHDR\0\0\0\x28", b"IHDR\0\0\0\x29"),
    "half a WebP": webp("VP8 ", 40, 30)[:-3],
    "a WebP without a picture": b"RIFF\x04\0\0\0WEBP",
    "a WebP with text behind its pixels": webp("VP8X", 40, 30, [(b"ALPH", b"\0Maryam, 12 Palm Street")]),
    "half a GIF": gif(40, 30)[:-3],
    "an AVIF without boxes": b"\0\0\0\x14ftypavif\0\0\0\0mif1",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_what_is_no_whole_picture_is_told(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(data)
    found = pictures.fault(file)
    assert found is not None
    assert found[0].startswith(
        ("is empty", "is no picture", "is cut off", "is a JPEG of a kind", "is a HEIC", "is a TIFF", "has text behind")
    )


def test_a_picture_that_is_too_large_is_told_with_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "photo.jpg"
    file.write_bytes(jpeg(65000, 65000))
    assert pictures.fault(file) == ("has 65000 by 65000 pixels", pictures.SMALLER)
    with file.open("r+b") as stream:
        stream.truncate(pictures.MAX_BYTES + 1)
    found = pictures.fault(file)
    assert found is not None
    assert found[0] == "has 20 MB, and 20 MB is the most"


WHOLE: list[Callable[[], bytes]] = [
    lambda: jpeg(40, 30, orientation=6),
    lambda: png(4, 3, [(b"eXIf", exif(6))]),
    lambda: gif(4, 3),
    lambda: webp("VP8X", 40, 30, [(b"EXIF", exif(6))]),
    lambda: avif(PLACE),
]


@given(st.sampled_from(WHOLE), st.integers(0, 400), st.binary(max_size=6), st.booleans())
def test_spoilt_bytes_never_bring_a_build_down(make: Callable[[], bytes], at: int, put: bytes, cut: bool) -> None:
    data = make()
    spoilt = data[:at] + put + (b"" if cut else data[at + len(put) :])
    try:
        pictures.stripped(spoilt)
    except ValueError:
        return


def rows(
    head: bytes,
    data: bytes,
    first: Sequence[tuple[bytes, bytes]] = (),
    *,
    behind: bytes = b"",
    later: Sequence[tuple[bytes, bytes]] = (),
) -> bytes:
    """A PNG with what follows width and height in its head, and `data` compressed, in two parts.

    first, later: more chunks before and after them. behind: more bytes in the last of them.
    """
    packed = compress(data)
    chunks = [(b"IHDR", struct.pack(">II", 9, 5) + head), *first, (b"IDAT", packed[:-3])]
    chunks += [(b"IDAT", packed[-3:] + behind), *later, (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(each)) + name + each + struct.pack(">I", crc32(name + each)) for name, each in chunks
    )


@pytest.mark.parametrize(
    ("head", "length"),
    [
        (b"\x08\0\0\0\0", 5 * 10),
        (b"\x01\0\0\0\0", 5 * 3),
        (b"\x10\x06\0\0\0", 5 * 73),
        (b"\x08\x02\0\0\0", 5 * 28),
        # interlaced: the passes of 9 by 5 pixels have 2, 1, 3, 4, 5, 8 and 18 of them in 1, 1, 1, 2, 1, 3 and 2 rows
        (b"\x08\0\0\0\x01", 2 + 1 + 3 + 4 + 5 + 12 + 18 + 1 + 1 + 1 + 2 + 1 + 3 + 2),
    ],
)
def test_a_png_has_all_the_rows_that_its_head_promises(head: bytes, length: int, tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    file.write_bytes(rows(head, bytes(length)))
    assert pictures.fault(file) is None
    short = tmp_path / "b.png"
    short.write_bytes(rows(head, bytes(length - 1)))
    assert pictures.fault(short) == (
        "is cut off or damaged: rows of it are missing", "save it anew, or get it again where it came from"
    )  # fmt: skip


def test_a_png_whose_compressed_part_is_spoilt_or_of_no_kind_is_told(tmp_path: Path) -> None:
    whole = rows(b"\x08\0\0\0\0", bytes(50))
    spoilt = rows(b"\x08\x05\0\0\0", bytes(50))
    for number, data in enumerate([whole[:43] + b"\xff" + whole[44:], spoilt]):
        file = tmp_path / f"{number}.png"
        at = data.find(b"IDAT")
        size = int.from_bytes(data[at - 4 : at], "big")
        part = data[at : at + 4 + size]
        file.write_bytes(data[: at + 4 + size] + struct.pack(">I", crc32(part)) + data[at + 8 + size :])
        fault = pictures.fault(file)
        assert fault is not None
        assert "rows of it are missing" in fault[0]
