"""Colours that no pixel has, and what is behind the last pixel, are no place for words; the pixels stay as they are."""

from __future__ import annotations

import struct
from io import BytesIO
from random import Random
from zlib import compress, crc32

import pytest

from nashra.kit.pictures import gif_codes
from nashra.kit.pictures.published import stripped

Image = pytest.importorskip("PIL.Image")

HIDDEN = b"the witness lives at 12, Fig Street."
PALETTE = bytes(number % 251 for number in range(3 * 100))


def drawn(data: bytes) -> bytes:
    return bytes(Image.open(BytesIO(data)).convert("RGBA").tobytes())


def filtered(width: int, pixels: bytes) -> bytes:
    """Rows of one byte a pixel, with each of the five filters in turn."""
    rows, above = b"", bytes(width)
    for number in range(len(pixels) // width):
        row, kind = pixels[number * width : (number + 1) * width], number % 5
        rows += bytes((kind,))
        for at, byte in enumerate(row):
            left, up, corner = (row[at - 1], above[at], above[at - 1]) if at else (0, above[at], 0)
            near = min(
                (abs(up - corner), 0, left), (abs(left - corner), 1, up), (abs(left + up - 2 * corner), 2, corner)
            )
            rows += bytes(((byte - (0, left, up, (left + up) // 2, near[2])[kind]) & 255,))
        above = row
    return rows


def png(width: int, pixels: bytes, palette: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, len(pixels) // width, 8, 3, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"PLTE", palette), (b"IDAT", compress(filtered(width, pixels))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data)) for name, data in chunks
    )


def test_colours_that_no_pixel_of_a_png_has_say_nothing() -> None:
    random = Random(7)
    pixels = bytes(random.randrange(100) for _ in range(24 * 15))
    picture = png(24, pixels, PALETTE + HIDDEN)
    seen = stripped(picture)
    assert HIDDEN in picture and HIDDEN not in seen
    assert drawn(seen) == drawn(picture)
    assert stripped(seen) == seen


def a_gif(pixels: bytes, palette: bytes) -> bytes:
    picture = Image.new("P", (24, len(pixels) // 24))
    picture.putpalette(palette)
    picture.putdata(list(pixels))
    out = BytesIO()
    picture.save(out, "GIF", optimize=False)
    return out.getvalue()


def test_neither_idle_colours_of_a_gif_nor_codes_behind_its_last_pixel_say_anything() -> None:
    random = Random(8)
    pixels = bytes(random.randrange(100) for _ in range(24 * 50))
    whole = a_gif(pixels, PALETTE + HIDDEN + bytes(768 - len(PALETTE) - len(HIDDEN)))
    seen = stripped(whole)
    assert HIDDEN in whole and HIDDEN not in seen
    assert drawn(seen) == drawn(whole)
    # its blocks begin behind the head, the table and the description of the frame
    at = whole.index(b"\x2c", 13 + 768) + 10
    behind = whole[:-2] + bytes((len(HIDDEN),)) + HIDDEN + b"\0\x3b"
    assert drawn(behind) == drawn(whole)
    assert stripped(behind) == seen
    # codes that nothing ends where the pixels do
    shorter, colours = gif_codes.bare(whole[at:-1], 24 * 20)
    assert len(shorter) < len(whole[at:-1])
    assert len(colours) == len(set(pixels[: 24 * 20]))
    same, colours = gif_codes.bare(whole[at:-1], 24 * 50)
    assert (same, len(colours)) == (whole[at:-1], 100)


@pytest.mark.parametrize("broken", [b"\x08\x02\xff\xff\0", b"\x09\x01\x00\0", b"\x02\x01\x44\0", b"\x08\0"])
def test_what_is_no_code_or_never_ends_is_left_as_it_is(broken: bytes) -> None:
    assert gif_codes.bare(broken, 100) == (broken, frozenset(range(256)))
