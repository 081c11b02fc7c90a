"""The languages whose newsrooms Nashra knows, and the one way to read them. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nashra.languages import files
from nashra.languages.press.spec import Press

PRESS: Mapping[str, Press] = files.read("nashra.languages.press", "PRESS")


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
