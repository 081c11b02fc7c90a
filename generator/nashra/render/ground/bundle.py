"""Files of the site that are made together, and what they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nashra.model import Article

# Path below the site's root, and its bytes or the file to copy.
File = tuple[str, "bytes | Path"]


@dataclass(frozen=True, slots=True)
class Needs:
    """What files rest on besides what every page rests on: settings, theme, registry, breaking news.

    articles: those that they may show anything of. facts: plain values besides, such as how many there are of others.
    everything: they rest on all articles there are. assets: and on the style sheets and scripts.
    """

    articles: Sequence[Article] = ()
    facts: tuple[object, ...] = ()
    everything: bool = False
    assets: bool = False


EVERYTHING = Needs(everything=True)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that are made together. name: unique on the site, and stays as long as they do."""

    name: str
    needs: Callable[[], Needs]
    make: Callable[[], Iterable[File]]
