"""A text that goes on one line: its spaces, and its length."""

from __future__ import annotations

import re

# Everything that `str.split` takes for a space, without the no-break ones: U+00A0, U+2007 and U+202F. French sets the
# last before ; : ! ? and between thousands, and an editor who typed it wants no line to break there.
_BREAKING = re.compile(r"[^\S\u00a0\u2007\u202f]+")


def one_line(text: str) -> str:
    """`text` on one line: runs of spaces and line ends become one space, no-break spaces stay as they are."""
    return _BREAKING.sub(" ", text).strip()


def shortened(text: str, most: int = 60) -> str:
    """`text` in at most `most` characters, the last of which says that there is more."""
    return text if len(text) <= most else text[: most - 1] + "…"
