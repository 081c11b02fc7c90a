"""Which systems a site may come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nashra.move_in import hugo, jekyll, pelican
from nashra.move_in.old_site import OldSite


@dataclass(frozen=True, slots=True)
class System:
    """finds: the configuration in a folder, None where it is no site of this system. read: the site."""

    name: str
    finds: Callable[[Path], Path | None]
    read: Callable[[Path, Path], OldSite]


SYSTEMS = (
    System("Jekyll", jekyll.settings_file, jekyll.read),
    System("Pelican", pelican.settings_file, pelican.read),
    System("Hugo", hugo.settings_file, hugo.read),
)


def old_site(root: Path) -> OldSite | None:
    """The site in the folder `root`; None where no system is recognised. Raises ContentError where its configuration
    cannot be read."""
    for system in SYSTEMS:
        if (found := system.finds(root)) is not None:
            return system.read(root, found)
    return None
