from __future__ import annotations

import re

import pytest

from nashra.kit.sizes import in_words, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("800MB", 800_000_000),
        (" 1.5 GB ", 1_500_000_000),
        ("1,5 Go", 1_500_000_000),
        ("512 k", 512_000),
        ("2g", 2_000_000_000),
        ("600 MiB", 600_000_000),
    ],
)
def test_sizes_are_read_as_people_write_them(text: str, size: int) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize("text", ["", "800", "MB", "0 MB", "-1 GB", "1e9 MB", "٨٠٠", "much", "1.2345 GB", "1 GB 2"])
def test_what_is_no_size_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^" + re.escape(text) + "$"):
        parse_size(text)


def test_sizes_are_told_in_two_or_three_digits() -> None:
    assert [in_words(size) for size in (89e6, 559.6e6, 999.6e6, 1.55e9)] == ["89 MB", "560 MB", "1.0 GB", "1.6 GB"]
