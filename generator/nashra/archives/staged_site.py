"""The chosen articles as a site of their own, on its way into an archive.

Pages are rendered once into a folder for the time being, since links can be put right only when it is known what the
archive holds, and a large site does not fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nashra.archives.archived_links import Links
from nashra.archives.names import portable_names
from nashra.archives.originals import ArchiveTheme
from nashra.archives.selection import Selected
from nashra.kit.errors import Problem
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.ground.theme import ASSETS
from nashra.render.kinds.registry import plan
from nashra.render.site import Renderer

# What is being done, how much of it is done, and how much there is to do.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class StagedSite:
    """The files of the archive.

    names: path on the site -> path in the archive, in the order in which they were made.
    pages: path on the site -> page, for the pages of the plan.
    """

    selected: Selected
    names: Mapping[str, str]
    pages: Mapping[str, Page]
    _files: Mapping[str, Path]
    _links: Links

    @property
    def front(self) -> str:
        """The site path of the page to begin with: the choice of a language or, with one language, its home."""
        langs = list(self.selected.settings.languages)
        return urls.CHOOSER if len(langs) > 1 else urls.home(langs[0])

    def read(self, path: str, place: str | None = None) -> bytes:
        """The content of the site's file `path`, its links right for the archive.

        place: where it stands in the archive, if elsewhere than `names` says.
        """
        data = self._files[path].read_bytes()
        if not path.endswith(".html"):
            return data
        return self._links.page(data.decode("utf-8"), path, place or self.names[path]).encode("utf-8")


def stage(selected: Selected, folder: Path, progress: Progress) -> tuple[StagedSite, list[Problem]]:
    """The site of `selected`, its pages written into the empty `folder`, and what is faulty."""
    content, readings = selected.content, selected.readings
    # the feeds of subjects are not kept, and they are most of the work of a build
    settings = replace(selected.settings, feeds=replace(selected.settings.feeds, topics=(), entities=()), offline=False)
    planned, problems = plan(settings, content, readings)
    renderer = Renderer(settings, content, planned, readings, ArchiveTheme(selected))
    pages = {page.path: page for page in planned.pages}
    files: dict[str, Path] = {}
    done = 0
    for path, data in renderer.files():
        done += path in pages
        progress("pages", done, len(pages))
        if not _is_kept(path, selected, pages):
            continue
        if isinstance(data, bytes):
            files[path] = folder / f"{len(files)}"
            files[path].write_bytes(data)
        else:
            files[path] = data
    names = portable_names(files)
    return StagedSite(selected, names, pages, files, Links(settings.url, names)), problems


def _is_kept(path: str, selected: Selected, pages: Mapping[str, Page]) -> bool:
    """Whether readers of an archive need the site's file `path`.

    Feeds, site maps and what else speaks to other machines is of no use there; links to it lead to the public site.
    """
    langs = selected.settings.languages
    top, _, rest = path.partition("/")
    if path in {urls.feeds(lang) for lang in langs}:
        return False
    if top == "media" and "/sizes/" in rest and "-whole-" in rest:
        return False  # pages in an archive show the picture itself
    return (
        path in pages
        or (path == urls.CHOOSER and len(langs) > 1)
        or top in (ASSETS, "media")
        or path in {urls.newest(lang) for lang in langs}
        or (top in langs and (rest.startswith(f"{urls.SEARCH_FOLDER}/") or rest.endswith(".txt")))
    )


def last_change(selected: Selected) -> datetime:
    """When the newest of the articles came out or was changed, in UTC: the date of the archive."""
    return max(
        max(article.published, article.updated or article.published) for article in selected.content.articles
    ).astimezone(UTC)


def counted(items: Mapping[str, str], what: str, progress: Progress) -> Iterator[tuple[str, str]]:
    """The pairs of `items`, each told to `progress` once it is done with."""
    for number, pair in enumerate(items.items(), 1):
        yield pair
        progress(what, number, len(items))
