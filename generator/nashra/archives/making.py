"""Making an archive: load, choose, set as pages or as a book, write."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nashra.archives import archive_file
from nashra.archives.formats import FORMATS
from nashra.archives.selection import Selected, Selection, own_language, select
from nashra.archives.staged_site import Progress
from nashra.content import publication, store
from nashra.kit import clock
from nashra.kit.errors import Problem
from nashra.kit.slugs import make_slug
from nashra.render.reading.readings import read_all
from nashra.settings.config import Settings

# Characters of the folder in a zip; Windows allows 260 for a whole path.
_NAME_LENGTH = 60


@dataclass(frozen=True, slots=True)
class ArchiveReport:
    """What was made. size: bytes; problems: what was left out of the site, and why."""

    path: Path
    articles: int
    languages: tuple[str, ...]
    size: int
    problems: tuple[Problem, ...]


def make_archive(
    settings: Settings,
    selection: Selection,
    format: str,
    path: Path | None,
    progress: Progress,
    now: datetime | None = None,
) -> ArchiveReport:
    """Write an archive of what `selection` chooses of the site.

    format: a key of `FORMATS`. path: the file, which is replaced if it is such an archive already; None for one in the
    current folder, named after the site and the choice. progress: is told how much of a step is done. now: decides what
    is public, as in a build.

    Raises NashraError where that is not possible; an existing file is then as it was.
    """
    row = FORMATS[format]
    row.require()
    if path is not None:
        archive_file.check_target(path, row)
    everything, problems = store.load(settings)
    content = publication.select(everything, now or clock.now())
    readings, faulty = read_all(settings, content)
    selected = select(settings, content, readings, selection)
    name = archive_name(settings, selected)
    path = path or Path(f"{name}.{row.name}")
    archive_file.check_target(path, row)
    with archive_file.replacing(path) as draft:
        clashing = row.write(selected, draft, name, progress)
    return ArchiveReport(
        path=path,
        articles=len(selected.content.articles),
        languages=tuple(selected.settings.languages),
        size=path.stat().st_size,
        problems=tuple(dict.fromkeys([*problems, *faulty, *clashing])),
    )


def archive_name(settings: Settings, selected: Selected) -> str:
    """The name without its ending: the site's title, in the language of what is chosen, and the choice."""
    title = make_slug(settings.title[own_language(selected)])[:30].strip("-") or "nashra"
    return "-".join(filter(None, (title, selected.name)))[:_NAME_LENGTH].rstrip(".-")
