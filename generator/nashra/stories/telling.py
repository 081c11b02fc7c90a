"""One article as a telling of something that happened: all that stories are found by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# How the signs of names begin.
NAME, OF = "@", "of "


@dataclass(frozen=True, slots=True)
class Telling:
    """An article.

    hours:   when it came out, in hours since 1970. source: who told it. lang: the language it was written in.
    title:   its title, by which instalments of a series are known.
    names:   NAME and the id of an entity, or OF and that of its country -> how much it counts: 1 in a title, less
             elsewhere.
    texts:   language -> the signs of that version, see `nashra.stories.signs`; of the original with its numbers.
    actors:  those of its names that are no places and stand in the title.
    hand:    the story that an editor put it into, ALONE for none, empty where nobody said so.
    """

    id: str
    hours: float
    lang: str
    title: str
    names: Mapping[str, float]
    texts: Mapping[str, frozenset[str]]
    source: str = ""
    actors: frozenset[str] = frozenset()
    hand: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An article and the story that it is in. ground: all that this was decided by, of the article itself."""

    id: str
    ground: bytes
    hours: float
    story: str = field(default="", compare=False)
