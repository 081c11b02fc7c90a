"""The whole build, top to bottom: load -> annotate -> plan pages -> render -> write.

Whatever can be wrong with the content is known before the first page is written, and the site is swapped in whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import store
from generator.config import Settings
from generator.errors import Problem
from generator.publish.writer import write_site
from generator.render.pages import plan
from generator.render.readings import read_all
from generator.render.site import Renderer
from generator.render.theme import Theme


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did. pages: HTML pages; files: everything written; problems: what was left out, and why."""

    output: Path
    articles: int
    pages: int
    files: int
    problems: tuple[Problem, ...]


def build(settings: Settings, *, preview: bool = False) -> BuildReport:
    """Build the site into `settings.output`, without what is faulty.

    preview: mark the blocks that editors should look at; not for readers.

    Raises NashraError where no site can be made at all (a template is broken, the disk refuses, the output folder is
    somebody else's); the old site then stays as it was.
    """
    content, problems = store.load(settings)
    readings = read_all(settings, content, problems, preview=preview)
    pages = plan(settings, content, readings, problems)
    renderer = Renderer(settings, content, pages, readings, Theme(settings))
    files = write_site(settings.output, renderer.files())
    return BuildReport(
        output=settings.output,
        articles=len(pages.articles),
        pages=len(pages.pages) + 2,  # and the chooser and the 404 page
        files=files,
        problems=tuple(problems),
    )
