"""Numbers of bytes, as people write and read them."""

from __future__ import annotations

import re

_UNITS = {"k": 10**3, "m": 10**6, "g": 10**9}
_SIZE = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*([kmg])(?:i?[bo])?\Z", re.IGNORECASE)


def parse_size(text: str) -> int:
    """The bytes in "600 MB" or "1.5 GB", a thousand of each being one of the next. Raises ValueError."""
    match = _SIZE.match(text.strip())
    if match is None or not (found := round(float(match[1].replace(",", ".")) * _UNITS[match[2].lower()])):
        raise ValueError(text)
    return found


def in_words(size: float) -> str:
    """`size` bytes for people, "560 MB" or "1.5 GB"."""
    return f"{size / 1e9:.1f} GB" if size >= 999.5e6 else f"{size / 1e6:.0f} MB"
