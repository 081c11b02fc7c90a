"""UTF-8 that was taken for Windows-1252 and written as UTF-8 once more: "Ù…" for an Arabic letter, "Ã©" for "é"."""

from __future__ import annotations

import re

# What browsers read for the bytes 80 to 9F of Windows-1252, those that have no sign included
# (https://encoding.spec.whatwg.org/#index-windows-1252).
_BYTES = {ord(bytes((each,)).decode("cp1252", "ignore") or chr(each)): each for each in range(0x80, 0x100)}
_BYTES |= {each: each for each in range(0x80, 0x100)}
_SIGNS = "".join(map(chr, sorted(_BYTES)))
_RUN = re.compile(f"[{re.escape(_SIGNS)}]+")
_LEAST, _SHARE = 8, 20
_SAMPLE = 20_000


def undo_twice(text: str) -> str:
    """`text` as it was before, where nearly every run of such letters is one that UTF-8 makes; else as it is.

    No language writes like this: a letter with an accent is followed by one without.
    """
    runs = _RUN.findall(text[:_SAMPLE]) if any(sign in text for sign in "ÃØÙâ") else []
    undone = sum(_undone(run) is not None for run in runs)
    if undone < _LEAST or undone < _SHARE * (len(runs) - undone):
        return text
    return _RUN.sub(lambda run: _undone(run[0]) or run[0], text)


def _undone(run: str) -> str | None:
    try:
        return bytes(_BYTES[ord(sign)] for sign in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
