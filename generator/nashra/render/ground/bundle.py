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
    """What files rest on besides what every page rests on: theme, breaking news, and most settings.

    articles: those that they may show anything of but the text, with the names in them and their topics. texts: those
    whose text they show. facts: plain values besides, such as how many there are of others. names: ids of entities that
    they show besides. settings: those of `ON_FEW_PAGES` that they show. everything: they rest on all articles, names
    and settings there are, and all_texts: on all texts. assets: and on the style sheets and scripts.
    """

    articles: Sequence[Article] = ()
    facts: tuple[object, ...] = ()
    everything: bool = False
    assets: bool = False
    names: Sequence[str] = ()
    settings: Sequence[str] = ()
    texts: Sequence[Article] = ()
    all_texts: bool = False


# The settings that only those files rest on which name them.
ON_FEW_PAGES = ("cards", "feed_authority", "plain_text", "report")

EVERYTHING = Needs(everything=True)
EVERY_TEXT = Needs(everything=True, all_texts=True)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Files that are made together. name: unique on the site, and stays as long as they do."""

    name: str
    needs: Callable[[], Needs]
    make: Callable[[], Iterable[File]]


def with_bytes(file: File) -> tuple[str, bytes]:
    """The path of `file` and its bytes, read where they are those of a file to copy."""
    path, data = file
    return path, data.read_bytes() if isinstance(data, Path) else data
