"""Sizes of pictures, read from heads made by hand after the formats' own descriptions."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.kit.image_size import image_size
from support.pictures import gif, jpeg, png, segment, webp


def avif(width: int, height: int, *, quarters: int = 0, wide: bool = False) -> bytes:
    """A file whose primary item is its second, with a thumbnail's size before its own."""

    def box(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content) + 8) + name + content

    def ispe(width: int, height: int) -> bytes:
        return box(b"ispe", bytes(4) + struct.pack(">II", width, height))

    properties = box(b"ipco", ispe(16, 16) + ispe(width, height) + box(b"irot", bytes([quarters])))
    form = ">HBH" if wide else ">HBB"
    owners = struct.pack(form, 1, 1, 1) + struct.pack(form + form[-1], 2, 2, 2, 3)
    links = box(b"ipma", bytes([0, 0, 0, wide]) + struct.pack(">I", 2) + owners)
    meta = bytes(4) + box(b"pitm", bytes(4) + struct.pack(">H", 2)) + box(b"iprp", properties + links)
    return box(b"ftyp", b"avif" + bytes(4) + b"mif1") + box(b"meta", meta) + box(b"mdat", bytes(40))


def size(folder: Path, data: bytes) -> tuple[int, int] | None:
    path = folder / "picture"
    path.write_bytes(data)
    return image_size(path)


@pytest.mark.parametrize(
    "data",
    [
        png(640, 480),
        gif(640, 480),
        jpeg(640, 480),
        jpeg(640, 480, frame=0xC2),
        webp("VP8 ", 640, 480),
        webp("VP8L", 640, 480),
        webp("VP8X", 640, 480),
        avif(640, 480),
        avif(640, 480, wide=True),
    ],
)
def test_the_size_is_read_from_every_format(tmp_path: Path, data: bytes) -> None:
    assert size(tmp_path, data) == (640, 480)


@pytest.mark.parametrize(("quarters", "turned"), [(0, False), (1, True), (2, False), (3, True)])
def test_an_avif_that_says_how_it_is_turned_is_as_high_as_browsers_show_it(
    tmp_path: Path, quarters: int, turned: bool
) -> None:
    assert size(tmp_path, avif(640, 480, quarters=quarters)) == ((480, 640) if turned else (640, 480))


def test_an_avif_that_is_cut_off_anywhere_is_no_error(tmp_path: Path) -> None:
    whole = avif(640, 480, quarters=1)
    assert {size(tmp_path, whole[:end]) for end in range(len(whole))} <= {None, (640, 480), (480, 640)}


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("orientation", "turned"), [(1, False), (3, False), (5, True), (6, True), (8, True)])
def test_a_photo_taken_upright_is_as_high_as_browsers_show_it(
    tmp_path: Path, order: str, orientation: int, turned: bool
) -> None:
    found = size(tmp_path, jpeg(640, 480, orientation=orientation, order=order))
    assert found == ((480, 640) if turned else (640, 480))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture at all, but long enough to be one of them",
        png(640, 480)[:20],
        png(0, 480),
        jpeg(640, 480)[:40],
        b"\xff\xd8" + b"\xff\xda",
        b"\xff\xd8" + b"\xff" * 50,
        b"\xff\xd8" + segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\xff\0\0") * 1200,
        b"\xff\xd8\xff\xe0\x00\x00",
        webp("VP8X", 1, 1)[:22],
    ],
)
def test_what_tells_no_size_gives_none(tmp_path: Path, data: bytes) -> None:
    assert size(tmp_path, data) is None


def test_a_file_that_is_not_there_gives_none(tmp_path: Path) -> None:
    assert image_size(tmp_path / "none.jpg") is None


@given(st.binary(max_size=200), st.sampled_from([b"", b"\xff\xd8", b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0", b"RIFF"]))
def test_no_bytes_raise_an_error(tmp_path_factory: pytest.TempPathFactory, tail: bytes, head: bytes) -> None:
    found = size(tmp_path_factory.getbasetemp(), head + tail)
    assert found is None or min(found) > 0
