"""The marks that git leaves in a file where two people changed the same lines (git-merge(1), "how conflicts are
presented"). A file with them holds two texts at once, and nobody has chosen yet."""

from __future__ import annotations

from pathlib import Path

from nashra.kit.errors import ContentError, Problem

# They stand at the very beginning of a line: an example of them in an article can be indented.
_OURS, _MIDDLE, _THEIRS = "<<<<<<<", "=======", ">>>>>>>"


def find_conflict(text: str, path: Path | None) -> Problem | None:
    """The first conflict in the text of the file `path`, None where there is none."""
    if _OURS not in text or _THEIRS not in text:
        return None
    start, ours, middle = 0, "", False
    for number, line in enumerate(text.split("\n"), 1):
        sign, _, side = line.rstrip("\r").partition(" ")
        if sign == _OURS:
            start, ours, middle = number, side.strip(), False
        elif line.rstrip() == _MIDDLE and start:
            middle = True
        elif sign == _THEIRS and middle:
            sides = " and ".join(f"“{each}”" for each in (ours, side.strip()) if each)
            message = "a merge conflict is not resolved" + (f": {sides} differ here" if sides else "")
            hint = f"keep what is right up to line {number}, and delete the lines of {_OURS}, {_MIDDLE} and {_THEIRS}"
            return Problem(message, path, start, hint)
    return None


def refuse_conflict(text: str, path: Path | None) -> None:
    """Raises ContentError where a conflict in the text of the file `path` is not resolved."""
    if problem := find_conflict(text, path):
        raise ContentError.of([problem])
