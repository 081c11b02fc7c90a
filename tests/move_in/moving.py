"""The old sites of these tests, and moving them in without a process of its own."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from nashra.move_in.mover import Moved, Mover
from nashra.move_in.systems import old_site
from nashra.settings.config import Settings, load
from support.commands import write_site
from support.pictures import png

SITES = Path(__file__).parent / "old_sites"
GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
# Pictures of the old sites: made here, so that no binary file lies among the texts.
_PICTURES = {
    "hugo": ("content/posts/barrages/carte.png", "static/img/carte.png"),
    "jekyll": ("img/carte.png",),
    "pelican": ("content/img/carte.png",),
    "nikola": ("images/carte.png",),
    "wordpress": ("wp-content/uploads/2024/03/carte.png",),
    "ghost": ("content/images/2024/03/carte.png",),
    "saved": ("img/carte.png",),
}
NAMES = tuple(sorted(path.name for path in SITES.iterdir() if path.is_dir()))


def copy_of(name: str, root: Path) -> Path:
    """The old site `name` in the folder `root`, whole."""
    shutil.copytree(SITES / name, root)
    for picture in _PICTURES.get(name, ()):
        (root / picture).parent.mkdir(parents=True, exist_ok=True)
        (root / picture).write_bytes(png(300, 200))
    return root


def new_site(root: Path) -> Settings:
    """An empty site in ar, fr and en."""
    return load(write_site(root, {}, url="https://new.example/"))


def move(settings: Settings, old: Path) -> list[Moved]:
    """Move the old site in."""
    site = old_site(old, settings)
    assert site is not None
    return list(Mover(settings, site, NOW).run())


def files_of(root: Path) -> dict[str, bytes]:
    """All that was written."""
    found = [path for folder in ("content", "static") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def as_golden(root: Path) -> str:
    """All that was written, as one text."""
    parts = []
    for name, data in files_of(root).items():
        is_text = name.endswith((".md", ".yaml", ".txt"))
        parts.append(f"=== {name}\n" + (data.decode() if is_text else f"({len(data)} bytes)\n"))
    return "".join(parts)
