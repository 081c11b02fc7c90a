"""What is remembered between two gatherings.

What has been taken in is content: `content/gathered.txt` has a line for each item, so that one that an editor deleted
does not come back, on this machine or another. How each server is best asked is a cache in `.nashra/`.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path

from nashra.ingest.duplicates import address_key
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text, write_atomic
from nashra.settings.config import Settings

FILE_NAME = "gathered.txt"
_HEAD = """\
# What `nashra gather` has taken in: day, source, address. An item that stands here does not come again, even where its
# article was deleted. Keep the file in version control; take a line away to have its item again.
"""
_LINE = re.compile(r"(\d{4}-\d\d-\d\d) (\S+) (\S+)")


class Gathered:
    """content/gathered.txt. Lines that are none of ours are kept as they are."""

    def __init__(self, settings: Settings) -> None:
        self._path = settings.content / FILE_NAME
        text = read_text(self._path) if os.path.lexists(self._path) else _HEAD
        self._lines = text.splitlines()
        self._known: set[str] = set()
        self._days: dict[tuple[str, str], int] = {}
        for line in self._lines:
            if found := _LINE.fullmatch(line.strip()):
                self._count(found[1], found[2], found[3])

    def __contains__(self, url: str) -> bool:
        return (address_key(url) or url) in self._known

    def taken(self, source: str, day: date) -> int:
        """How many items of the source were taken in on `day`."""
        return self._days.get((day.isoformat(), source), 0)

    def add(self, source: str, day: date, url: str) -> None:
        """Remember an item, on the disk too. Raises NashraError where the disk says no."""
        url = re.sub(r"\s", "%20", url)
        if url in self:
            return
        self._lines.append(f"{day.isoformat()} {source} {url}")
        self._count(day.isoformat(), source, url)
        write_atomic(self._path, "\n".join(self._lines) + "\n")

    def _count(self, day: str, source: str, url: str) -> None:
        self._known.add(address_key(url) or url)
        self._days[day, source] = self._days.get((day, source), 0) + 1


@dataclass(slots=True)
class Visit:
    """How a feed answered last.

    etag, modified: to ask whether there is something new (RFC 9110, 13.1). moved: where it lives now.
    failures: how often in a row there was no answer that could be used. not_before: seconds since 1970 until which the
    server wants to be left alone.
    """

    etag: str = ""
    modified: str = ""
    moved: str = ""
    failures: int = 0
    not_before: float = 0.0


@dataclass(slots=True)
class Visits:
    """The visits by the address of the feed. A file that is lost or damaged only costs a request more."""

    path: Path
    known: dict[str, Visit] = field(default_factory=dict)

    @classmethod
    def load(cls, settings: Settings) -> Visits:
        """Those of the site."""
        path = settings.cache / "sources.json"
        names = {each.name: each.type for each in fields(Visit)}
        try:
            table = json.loads(read_text(path))
            known = {
                str(url): Visit(**{key: value for key, value in row.items() if _fits(names.get(key), value)})
                for url, row in table.items()
            }
        except (ContentError, ValueError, AttributeError, TypeError):
            known = {}
        return cls(path, known)

    def of(self, url: str) -> Visit:
        """The last visit to the feed `url`."""
        return self.known.setdefault(url, Visit())

    def save(self) -> None:
        """Write them down. Raises NashraError where the disk says no."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        table = {url: asdict(visit) for url, visit in sorted(self.known.items())}
        write_atomic(self.path, json.dumps(table, ensure_ascii=False, indent=1) + "\n")


def _fits(kind: object, value: object) -> bool:
    allowed: dict[str, tuple[type, ...]] = {"str": (str,), "int": (int,), "float": (int, float)}
    return isinstance(value, allowed.get(str(kind), ())) and not isinstance(value, bool)
