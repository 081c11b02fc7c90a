"""Tables of a JPEG that no component uses go; those that one uses stay byte for byte, and so do the pixels."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from nashra.kit.pictures import published as pictures
from support.pictures import PLACE, photo, segment

STEPS = b"\x03" + (PLACE * 8)[:64]
CODES = b"\x13" + bytes([0, 0, 0, 0, len(PLACE)]) + bytes(11) + PLACE
KINDS = {
    "colours": photo(64, 48, "RGB"),
    "greys": photo(64, 48, "L"),
    "ink": photo(64, 48, "CMYK"),
    "in passes": photo(200, 150, "RGB", progressive=True),
    "without codes of its own": photo(64, 48, "RGB", optimize=False),
}


def pixels(data: bytes) -> bytes:
    return Image.open(BytesIO(data)).tobytes()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("marker", "table"), [(0xDB, STEPS), (0xC4, CODES)])
def test_a_table_that_no_component_uses_goes(kind: str, marker: int, table: bytes) -> None:
    picture = KINDS[kind]
    plain = pictures.stripped(picture)
    assert pixels(plain) == pixels(picture)
    alone = picture[:2] + segment(marker, table) + picture[2:]
    assert pictures.stripped(alone) == plain
    at = picture.index(bytes((0xFF, marker)))
    end = at + 2 + int.from_bytes(picture[at + 2 : at + 4], "big")
    beside = picture[:at] + segment(marker, picture[at + 4 : end] + table) + picture[end:]
    assert pictures.stripped(beside) == plain


@pytest.mark.parametrize("kind", KINDS)
def test_tables_that_are_used_stay_byte_for_byte(kind: str) -> None:
    stripped = pictures.stripped(KINDS[kind])
    assert stripped.count(b"\xff\xdb") == KINDS[kind].count(b"\xff\xdb")
    assert stripped.count(b"\xff\xc4") == KINDS[kind].count(b"\xff\xc4")


def test_a_segment_that_is_not_whole_stays_as_it_is() -> None:
    picture = KINDS["colours"]
    odd = picture[:2] + segment(0xDB, STEPS[:30]) + picture[2:]
    assert STEPS[:30] in pictures.stripped(odd)
