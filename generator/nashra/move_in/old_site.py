"""What is known of a site that moves in, whatever made it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nashra.ingest.readers.front_matter import Head


@dataclass(frozen=True, slots=True)
class OldText:
    """One file of the old site.

    path:    where it lies. head: what it says of itself. lang: its language, None where only its words tell.
    key:     the same for all versions of one text; None for one that has none.
    address: where it stood, a path from the root of the old site: "/fr/posts/x/". slug: the last part of it.
    aliases: further paths that led to it. is_page: whether it stands outside the news.
    is_translation: whether it says so itself. terms: the names of its categories.
    """

    path: Path
    head: Head
    lang: str | None
    key: str | None
    address: str
    slug: str
    aliases: tuple[str, ...] = ()
    is_page: bool = False
    is_translation: bool = False
    terms: tuple[str, ...] = ()


@dataclass(slots=True)
class OldSite:
    """A site that moves in.

    system:  what made it. home: its address, as its configuration says, empty where it does not.
    texts:   all texts, sorted by path. media: folders whose files stood at the root of the site.
    left_out: what is not taken along -> why.
    """

    system: str
    home: str
    texts: list[OldText] = field(default_factory=list)
    media: tuple[Path, ...] = ()
    left_out: dict[Path, str] = field(default_factory=dict)


def texts_below(folder: Path, endings: tuple[str, ...] = (".md", ".markdown")) -> Iterator[Path]:
    """The files below `folder` whose names end so, sorted."""
    for at, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(at) / name for name in sorted(names) if name.endswith(endings))


def words(value: object) -> tuple[str, ...]:
    """The texts of a list, or of one text with commas, in a head."""
    if isinstance(value, list):
        return tuple(str(each).strip() for each in value if isinstance(each, (str, int)) and str(each).strip())
    if isinstance(value, str):
        return tuple(part.strip() for part in value.replace("،", ",").split(",") if part.strip())
    return ()


def entry(fields: Mapping[str, object], *names: str) -> str:
    """The first of the fields that is a text or a number; empty where there is none."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def is_true(value: object) -> bool:
    """Whether a setting says true; YAML is read as text."""
    return str(value).lower() == "true"
