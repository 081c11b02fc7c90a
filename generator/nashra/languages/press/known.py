"""The languages whose newsrooms Nashra knows, and the one way to read them. A new language is a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from nashra.languages import files
from nashra.languages.press.spec import Press

PRESS: Mapping[str, Press] = files.read("nashra.languages.press", "PRESS")

_STEP = re.compile(r"\s*[>/›»|]\s*")


def phrases(field: str, kind: str | None = None) -> list[str]:
    """The phrases of a field of `Press` in every language: raw text says nothing of its language before it is read.

    kind: those of this kind alone, where the field has several.
    """
    if isinstance(getattr(Press(), field), str):
        return [phrase for press in PRESS.values() for phrase in getattr(press, field).split("|") if phrase]
    return [phrase for of, phrase in keyed(field) if kind in (None, of)]


def keyed(field: str) -> list[tuple[Any, str]]:
    """(key, phrase) of a field of `Press` that has phrases by kind, in every language."""
    return [
        (kind, phrase)
        for press in PRESS.values()
        for kind, group in getattr(press, field).items()
        for phrase in group.split("|")
    ]


def is_way(line: str) -> bool:
    """Whether `line` is the way to a page, as sites print it above: the home page, a section and perhaps more."""
    steps = _STEP.split(line.strip())
    return len(steps) > 2 and steps[0].casefold() in _homes()


@cache
def _homes() -> frozenset[str]:
    return frozenset(map(str.casefold, phrases("homes")))
