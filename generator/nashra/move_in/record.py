"""What has moved in: old address -> where it stands, in content/moved.txt, one a line.

It tells the next run what is here already, and whoever looks after the server where each old address leads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nashra.kit.files import read_text, write_atomic
from nashra.model import Content
from nashra.move_in.links import key
from nashra.settings.config import Settings

FILE_NAME = "moved.txt"
_HEAD = """\
# What moved in from the old site: its address there, and where it stands now. `nashra import --move` adds lines;
# `nashra check --old content/moved.txt` looks whether every address still leads somewhere.
"""


@dataclass(slots=True)
class Record:
    """lines: old address -> new file below content/, or page of the site. by_key: `key` of an address -> the same."""

    path: Path
    lines: dict[str, str] = field(default_factory=dict)
    by_key: dict[str, list[str]] = field(default_factory=dict)
    changed: bool = False

    def add(self, address: str, new: str) -> None:
        """`address` leads to `new` from now on."""
        if self.lines.get(address) != new:
            self.lines[address] = new
            self.changed = True
            self.by_key.setdefault(key(address), []).append(new)

    def save(self) -> None:
        """Write it, where there is anything new. Raises NashraError where the disk says no."""
        if self.changed:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(self.path, _HEAD + "".join(f"{old}\t{new}\n" for old, new in sorted(self.lines.items())))
            self.changed = False


def load(settings: Settings) -> Record:
    """The record of the site of `settings`. Raises ContentError where it cannot be read."""
    record = Record(settings.content / FILE_NAME)
    if os.path.lexists(record.path):
        for line in read_text(record.path).split("\n"):
            old, tab, new = line.partition("\t")
            if tab and not line.startswith("#"):
                record.add(old.strip(), new.strip())
    record.changed = False
    return record


@dataclass(slots=True)
class Here:
    """What of the old site is in the new one: by its old address, in the record or an alias."""

    settings: Settings
    record: Record
    _articles: Mapping[str, Mapping[str, Path]]
    _aliases: Mapping[tuple[str, str], Path]
    _before: frozenset[str]

    @classmethod
    def of(cls, settings: Settings, content: Content, record: Record) -> Here:
        """What is in `content`."""
        articles = {each.id: {lang: v.path for lang, v in each.versions.items()} for each in content.articles}
        versions = [version for article in content.articles for version in article.versions.values()]
        aliases = {("articles", _key(alias.path)): each.path for each in versions for alias in each.aliases}
        aliases |= {("pages", _key(alias.path)): each.path for each in content.pages for alias in each.aliases}
        before = frozenset(old for old, new in record.lines.items() if new.endswith(".md"))
        return cls(settings, record, articles, aliases, before)

    def at(self, addresses: Iterable[str], folder: str) -> Path | None:
        """The file in `folder` (articles, pages) to which one of `addresses` leads, the first before others; None where
        none does."""
        for address in addresses:
            for name in (self.record.lines.get(address, ""), *self.record.by_key.get(key(address), ())):
                if name.endswith(".md") and name.startswith(f"{folder}/") and (path := self._file(name)) is not None:
                    return path
            if (found := self._aliases.get((folder, key(address)))) is not None:
                return found
        return None

    def _file(self, name: str) -> Path | None:
        path: Path = self.settings.content / name
        # the folder of an article may have moved since; its id stays
        id_ = path.parent.name.rpartition("-")[2]
        return path if path.exists() else self._articles.get(id_, {}).get(path.stem)

    def was(self, address: str) -> bool:
        """Whether the text at `address` was brought here by an earlier run, whatever became of it."""
        return address in self._before


def _key(path: str) -> str:
    return key(f"/{path.removesuffix('index.html')}")
