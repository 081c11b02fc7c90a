"""What the finders of names hand over."""

from __future__ import annotations

from typing import NamedTuple

from nashra.model import EntityType


class Found(NamedTuple):
    """A possible name at characters [start, end) of a paragraph.

    type:   what it seems to be, None where nothing shows it.
    reason: what showed that it is a name, in a few words.
    weight: how much that says, 1 and more.
    """

    name: str
    start: int
    end: int
    type: EntityType | None
    reason: str
    weight: int


def overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether characters [start, end) have one in common with any of `spans`."""
    return any(start < last and end > first for first, last in spans)
