"""The coded data of a JPEG end with the last block: what is put behind goes out no more, and what is missing is told."""

from __future__ import annotations

import re

import pytest

from nashra.kit.pictures import published as pictures
from support.pictures import PLACE, photo

# Pictures that programs write: one pass or many, with and without restarts, of one to four components, whole or shared
# blocks, own or usual tables.
WAYS: dict[str, tuple[str, dict[str, int]]] = {
    "one pass": ("RGB", {"quality": 85, "subsampling": 0}),
    "shared blocks": ("RGB", {"quality": 60, "subsampling": 2}),
    "blocks shared across": ("RGB", {"quality": 97, "subsampling": 1}),
    "grey, own tables": ("L", {"quality": 90, "optimize": True}),
    "four inks": ("CMYK", {"quality": 70}),
    "restarts": ("RGB", {"quality": 85, "restart_marker_blocks": 3}),
    "many passes": ("RGB", {"quality": 85, "progressive": True}),
    "many passes, with restarts": ("RGB", {"quality": 92, "progressive": True, "restart_marker_blocks": 2}),
    "many passes, grey": ("L", {"quality": 40, "progressive": True}),
}
_CODED = re.compile(rb"\xff\xda\0(?:\x08.{6}|\x0c.{10}|\x0e.{12}).*?(?=\xff[\xc4\xd9\xda])", re.DOTALL)


def with_tails(data: bytes, tail: bytes) -> bytes:
    """`data` with `tail` behind the last block of every pass, and before every restart."""
    return _CODED.sub(lambda found: re.sub(rb"(?=\xff[\xd0-\xd7])", lambda _: tail, found[0]) + tail, data)


@pytest.mark.parametrize(("mode", "options"), WAYS.values(), ids=WAYS)
def test_nothing_stays_behind_a_last_block(mode: str, options: dict[str, int]) -> None:
    for size in ((1, 1), (33, 47), (90, 61)):
        plain = photo(*size, mode, **options)
        clean = pictures.stripped(plain)
        assert clean == plain, size
        for tail in (PLACE, b"\0", bytes((200, 3, 255, 0, 77))):
            assert pictures.stripped(with_tails(plain, tail)) == clean, (size, tail)


def test_a_large_picture_is_read_by_block_where_its_end_is_odd() -> None:
    plain = photo(300, 220, "RGB", quality=97)
    assert len(plain) > 32_000
    for tail in (PLACE, "صورة مريم، شارع 12".encode(), "يملكها حسن التازي".encode("cp1256")):
        assert pictures.stripped(with_tails(plain, tail)) == pictures.stripped(plain) == plain


@pytest.mark.parametrize("options", [{}, {"restart_marker_blocks": 4}], ids=["one run", "restarts"])
def test_a_picture_that_lacks_its_lower_half_is_told_whatever_closes_it(options: dict[str, int]) -> None:
    plain = photo(120, 120, "RGB", quality=85, **options)
    with pytest.raises(ValueError, match="cut off"):
        pictures.stripped(plain[: len(plain) // 2].rstrip(b"\xff") + b"\xff\xd9")
