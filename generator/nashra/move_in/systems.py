"""Which systems a site may come from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from nashra.move_in import blogger, ghost, hugo, jekyll, nikola, pelican, saved, wordpress
from nashra.move_in.old_site import OldSite
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class System:
    """finds: the configuration, or the export, in a folder; None where it is no site of this system. read: the site,
    from the folder, that file, and the languages of the site that it moves into. is_export: whether a file is one."""

    name: str
    finds: Callable[[Path], Path | None]
    read: Callable[..., OldSite]
    is_export: Callable[[Path], bool] = lambda _path: False


# The first that recognises a folder reads it; saved pages are whatever has pages.
SYSTEMS = (
    System("Jekyll", jekyll.settings_file, jekyll.read),
    System("Pelican", pelican.settings_file, pelican.read),
    System("Nikola", nikola.settings_file, nikola.read),
    System("Hugo", hugo.settings_file, hugo.read),
    System("WordPress", wordpress.export_in, wordpress.read, wordpress.is_export),
    System("Blogger", blogger.export_in, blogger.read, blogger.is_export),
    System("Ghost", ghost.export_in, ghost.read, ghost.is_export),
    System("saved pages", saved.sitemaps_in, saved.read),
)


def old_site(path: Path, settings: Settings) -> OldSite | None:
    """The site in the folder or the export `path`; None where no system is recognised. Raises ContentError where it
    cannot be read."""
    languages = tuple(settings.languages)
    is_folder = path.is_dir()
    for system in SYSTEMS:
        found = system.finds(path) if is_folder else path if system.is_export(path) else None
        if found is not None:
            timed = system.read in (wordpress.read, blogger.read, ghost.read)
            read = partial(system.read, zone=settings.timezone) if timed else system.read
            return _below_base(read(path, found, languages))
    return None


def _below_base(site: OldSite) -> OldSite:
    """`site` with the addresses that it had on its host: some stand below a folder, as projects of GitHub Pages do."""
    base = urlsplit(site.home).path.rstrip("/")
    if base:

        def below(address: str) -> str:
            return address if "://" in address else f"{base}/{address.lstrip('/')}"

        site.texts = [
            replace(text, address=below(text.address), aliases=tuple(map(below, text.aliases))) for text in site.texts
        ]
        site.others = {below(address): other for address, other in site.others.items()}
    return site
