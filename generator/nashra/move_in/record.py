"""What has moved in: old address -> where it stands, in content/moved.txt, one a line.

It tells the next run what is here already, and whoever looks after the server where each old address leads.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nashra.content import store
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
    by_key: dict[str, str] = field(default_factory=dict)
    changed: bool = False

    def add(self, address: str, new: str) -> None:
        """`address` leads to `new` from now on."""
        if self.lines.get(address) != new:
            self.lines[address] = new
            self.changed = True
        self.by_key.setdefault(key(address), new)

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
    _articles: dict[str, dict[str, Path]]
    _aliases: dict[str, Path]

    @classmethod
    def of(cls, settings: Settings, content: Content, record: Record) -> Here:
        """What is in `content`."""
        articles = {each.id: {lang: v.path for lang, v in each.versions.items()} for each in content.articles}
        aliases = {
            key(f"/{alias.path.removesuffix('index.html')}"): version.path
            for article in content.articles
            for version in article.versions.values()
            for alias in version.aliases
        }
        pages = {key(f"/{alias.path.removesuffix('index.html')}"): p.path for p in content.pages for alias in p.aliases}
        return cls(settings, record, articles, pages | aliases)

    def at(self, addresses: Iterable[str]) -> Path | None:
        """The file to which one of `addresses` leads; None where none does."""
        for address in addresses:
            name = self.record.by_key.get(key(address), "")
            if name.endswith(".md"):
                path = self.settings.content / name
                if path.exists():
                    return path
                # its folder may have moved since; its id stays
                id_ = path.parent.name.rpartition("-")[2]
                if path.name in {f"{lang}.md" for lang in self._articles.get(id_, {})}:
                    return self._articles[id_][path.stem]
                if (folder := store.folder_of(self.settings, id_)) is not None and (folder / path.name).exists():
                    return folder / path.name
            if (found := self._aliases.get(key(address))) is not None:
                return found
        return None
