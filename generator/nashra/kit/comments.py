"""Comments of HTML in texts."""

from __future__ import annotations

import re

_OPEN, _CLOSE = "<!--", "-->"
_CLOSED = re.compile(rf"{_OPEN}.*?{_CLOSE}", re.DOTALL)
_SIGNS = re.compile(r"[^\n]")


def blank_comments(text: str) -> str:
    """`text` with blanks in the place of the comments that are closed, line for line.

    Behind the last end of one no other is looked for: thousands that nothing closes would each take the whole text.
    """
    if _OPEN not in text or (end := text.rfind(_CLOSE)) < 0:
        return text
    end += len(_CLOSE)
    return _CLOSED.sub(lambda comment: _SIGNS.sub(" ", comment[0]), text[:end]) + text[end:]
