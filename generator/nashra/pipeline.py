"""The whole build, top to bottom: load -> annotate -> plan pages -> render -> write.

Whatever can be wrong with the content is known before the first page is written, and the site is swapped in whole.
"""

from __future__ import annotations

import os
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from nashra.content import address_ledger, publication, store
from nashra.kit import clock
from nashra.kit.errors import errors_in
from nashra.model import Hold
from nashra.publish.build_report import BuildReport
from nashra.publish.foreign import kept_problem
from nashra.publish.writer import write_site
from nashra.render.ground.static_files import with_static
from nashra.render.ground.theme import Theme
from nashra.render.plan.pages import plan
from nashra.render.plan.redirects import routes
from nashra.render.reading.readings import read_all
from nashra.render.site import Renderer
from nashra.settings.config import Settings


def build(
    settings: Settings,
    *,
    preview: bool = False,
    now: datetime | None = None,
    shown: frozenset[Hold] = frozenset(),
    remember: bool = False,
) -> BuildReport:
    """Build the site into `settings.output`, without what is faulty and what is not public.

    preview: for editors: mark the blocks that they should look at, and show what is not public, marked as such.
    now: the moment that decides what is public, with a zone; the present one by default, see `nashra.kit.clock`.
    shown: what to show, marked, although it is not public.
    remember: add the addresses of this site to the ledger in content/, as is right for the one that readers see.

    Raises NashraError where no site can be made at all (a template is broken, the disk refuses, the output folder is
    somebody else's); the old site then stays as it was.
    """
    now = now or clock.now()
    everything, problems = store.load(settings)
    content = publication.select(everything, now, publication.ALL if preview else shown)
    readings, faulty = read_all(settings, content, preview=preview)
    pages, clashing = plan(settings, content, readings)
    ledger, damaged = address_ledger.load(settings)
    ways, taken = routes(settings, everything, pages, ledger)
    problems += [*faulty, *clashing, *damaged, *taken]
    renderer = Renderer(settings, content, pages, readings, Theme(settings), ways)
    kept: list[str] = []
    everywhere = with_static(settings, renderer.files(), problems)
    files = write_site(settings.output, everywhere, record=_record(settings), kept=kept)
    problems += renderer.redirects.problems()
    problems += (kept_problem(settings.output / name) for name in kept)
    answered = ways.paths
    gone = [each for each in address_ledger.vanished(settings, everything, ledger) if each.path not in answered]
    warnings = [*clock.doubts(now), *(problem for problem in problems if problem.warning)]
    warnings += address_ledger.warnings(settings, gone)
    if remember:
        warnings += address_ledger.remember(settings, ways.published, ledger)
    return BuildReport(
        output=settings.output,
        articles=len(pages.articles),
        pages=len(pages.pages) + 2,  # and the chooser and the 404 page
        files=files,
        problems=errors_in(problems),
        warnings=tuple(warnings),
        redirects=len(ways.redirects) - len(renderer.redirects.left_out),
        held=publication.count_holds(everything, now),
    )


def _record(settings: Settings) -> Path | None:
    """Where the names of the files of the site are kept; nowhere for previews, which nobody adds to."""
    if settings.output.is_relative_to(settings.cache):
        return None
    name = sha256(os.fsencode(settings.output)).hexdigest()[:12]
    return settings.cache / "published" / f"{name}.txt"
