"""Folders that a Hugo site mounts: https://gohugo.io/configuration/module/#mounts"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nashra.move_in.old_site import entry


def _mounts(known: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    module = known.get("module")
    rows = module.get("mounts") if isinstance(module, dict) else None
    yield from (row for row in (rows if isinstance(rows, list) else ()) if isinstance(row, dict))


def of_texts(root: Path, known: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """(folder of texts, the language that a mount gives it)."""
    for row in _mounts(known):
        if entry(row, "target") == "content" and (root / entry(row, "source")).is_dir() and entry(row, "lang"):
            yield root / entry(row, "source"), entry(row, "lang").lower()


def of_files(root: Path, known: Mapping[str, Any]) -> Iterator[Path]:
    """The folders whose files stand at the root of the site, or are found by name, as `module.mounts` says."""
    for row in _mounts(known):
        if entry(row, "target").split("/")[0] in ("static", "assets"):
            below = entry(row, "target").partition("/")[2]
            folder = root / entry(row, "source")
            # what is set below a folder of that name is found there by its whole address
            if folder.is_dir():
                yield folder if not below or folder.name != below else folder.parent
