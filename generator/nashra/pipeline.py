"""The whole build, top to bottom: load -> annotate -> plan pages -> render -> write.

Whatever can be wrong with the content is known before the first page is written. The site is swapped in whole, or,
where the last build is known, changed where its grounds have changed, see `nashra.building`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from nashra.building import bundles, kept, retouch
from nashra.building.at_once import AtOnce
from nashra.building.bundles import Keys
from nashra.building.database import Store, using
from nashra.building.fetched import whole
from nashra.building.kept import World
from nashra.building.replay import Replay
from nashra.building.team import Company, Makers
from nashra.content import address_ledger, feed_ids, publication, store
from nashra.kit import clock
from nashra.kit.errors import Problem, errors_in
from nashra.model import Content, Hold
from nashra.publish.build_report import BuildReport
from nashra.publish.foreign import kept_problem
from nashra.publish.writer import writing
from nashra.render.ground.theme import Theme
from nashra.render.kinds.registry import plan
from nashra.render.machines import card
from nashra.render.plan.redirects import Routes, routes
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
    cached: bool = False,
    jobs: int = 1,
    planned: Callable[[AtOnce], None] | None = None,
    loaded: Callable[[Content], None] | None = None,
) -> BuildReport:
    """Build the site into `settings.output`, without what is faulty and what is not public.

    preview: for editors: mark the blocks that they should look at, and show what is not public, marked as such.
    now: the moment that decides what is public, with a zone; the present one by default, see `nashra.kit.clock`.
    shown: what to show, marked, although it is not public.
    remember: add the addresses of this site to the ledger in content/, as is right for the one that readers see.
    cached: take over from the last build what has not changed; the site is the same, to the byte, either way.
    jobs: how many processes may make pages, as far as there are enough; the site is the same with any number.
    planned: is given what makes single articles of a preview anew, where this build has planned any. loaded: is given
    all content there is, with its texts.

    Raises NashraError where no site can be made at all (a template is broken, the disk refuses, the output folder is
    somebody else's); the old site then stays as it was.
    """
    now = now or clock.now()
    shown = publication.ALL if preview else shown
    how = _How(settings, preview, now, shown)
    return using(
        kept.opened(settings) if cached else None, lambda known: _build(how, remember, known, jobs, planned, loaded)
    )


@dataclass(frozen=True, slots=True)
class _How:
    """What `build` was asked for, see there."""

    settings: Settings
    preview: bool
    now: datetime
    shown: frozenset[Hold]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A site as it is to be, before any of it is made."""

    everything: Content
    renderer: Renderer
    ways: Routes
    ledger: address_ledger.Ledger
    world: World
    keys: Keys
    problems: list[Problem]


def _planned(how: _How, known: Store | None) -> _Planned:
    settings = how.settings
    world = kept.world(settings, known, how.preview)
    everything, problems = store.load(settings, world.articles)
    ledger, damaged = address_ledger.load(settings)
    address_ledger.refuse_emptied(settings, everything, ledger)
    content = publication.select(everything, how.now, how.shown)
    readings, faulty = read_all(settings, content, preview=how.preview, keep=world.articles)
    pages, clashing = plan(settings, content, readings)
    ways, taken = routes(settings, everything, pages, ledger)
    problems += [*faulty, *clashing, *damaged, *taken]
    theme = Theme(settings)
    renderer = Renderer(settings, content, pages, readings, theme, ways, how.now)
    return _Planned(everything, renderer, ways, ledger, world, world.keys(renderer, theme), problems)


@contextmanager
def _planned_again(how: _How) -> Iterator[Makers]:
    """The same in another process, from what the build has kept."""
    known = kept.opened(how.settings)
    try:
        planned = _planned(how, known)
        bundles = {bundle.name: bundle for bundle in planned.renderer.bundles()}
        yield bundles, lambda bundle: planned.keys.of(bundle.needs())
    finally:
        known.close()


def at_once(settings: Settings, now: datetime) -> AtOnce:
    """What makes single articles of the preview anew, as the last build planned it."""
    how = _How(settings, True, now, publication.ALL)
    return using(kept.opened(settings), lambda known: AtOnce(_planned(how, known).renderer, now))


def _build(
    how: _How,
    remember: bool,
    known: Store | None,
    jobs: int,
    told: Callable[[AtOnce], None] | None,
    loaded: Callable[[Content], None] | None,
) -> BuildReport:
    settings, now = how.settings, how.now
    again = Replay(settings, known, how.preview, how.shown) if known else None
    # what is doubtful about the machine is told anew each time
    doubts, lacks = clock.doubts(now), card.doubts(settings)
    if known and again and not loaded and not doubts:
        if report := again.report(now):
            return report.saying(lacks)
        if not how.preview and (report := retouch.retouched(settings, known, again, now, how.shown)):
            return report.saying(lacks)
    planned = _planned(how, known)
    everything, renderer, ways, ledger = planned.everything, planned.renderer, planned.ways, planned.ledger
    if loaded:
        loaded(replace(everything, articles=tuple(map(whole, everything.articles))))
    world, pages, problems = planned.world, renderer.plan, planned.problems
    company = Company(jobs)
    if known:
        company = Company(jobs, partial(_planned_again, how), known.save, known.forked)
    # what the last build wrote is there until this one is
    once = _since_the_last(settings, everything, ways, ledger) if remember else []
    with writing(settings.output) as writer:
        done = bundles.write(writer, known, renderer, planned.keys, _record(settings), company)
    world.settle()
    problems += done.problems
    problems += renderer.redirects.problems()
    problems += (kept_problem(settings.output / name) for name in done.kept)
    answered = ways.paths
    vanished = address_ledger.vanished(settings, everything, ledger)
    gone = [each for each in vanished if each.path not in answered]
    warnings: list[Problem] = [*doubts, *(problem for problem in problems if problem.warning)]
    warnings += address_ledger.warnings(settings, gone)
    here = {address.path: address.id for address in ways.published if address.kind == "article"}
    warnings += address_ledger.renamed(settings, ledger, vanished, here)
    if remember:
        feed_ids.remember(settings)
        warnings += address_ledger.remember(settings, ways.published, ledger)
    report = BuildReport(
        output=settings.output,
        articles=len(pages.articles),
        pages=len(pages.pages) + 2,  # and the chooser and the 404 page
        files=done.files,
        problems=errors_in(problems),
        warnings=(*warnings, *once),
        redirects=len(ways.redirects) - len(renderer.redirects.left_out),
        held=publication.count_holds(everything, now),
        written=done.written,
    )
    if told:
        told(AtOnce(renderer, now))
    if again and (doubts or (world.articles and world.articles.unsure)):
        again.forget()
    elif known and again:
        # what is said of the step from the last build is not said again
        again.remember(replace(report, warnings=tuple(warnings)), everything, now)
        if world.articles and not how.preview:
            retouch.remember(settings, known, renderer, world.articles)
    return report.saying(lacks)


def _since_the_last(
    settings: Settings, everything: Content, ways: Routes, ledger: address_ledger.Ledger
) -> list[Problem]:
    """Warnings of what is otherwise than in the last build, and that nobody meant, perhaps."""
    here = {address.path: address.id for address in ways.published if address.kind == "article"}
    titles = {
        (article.id, lang): each.title for article in everything.articles for lang, each in article.versions.items()
    }
    shown = {path: titles.get((id, path.partition("/")[0]), "") for path, id in here.items()}
    return [*address_ledger.exchanged(settings, ledger, here, shown), *feed_ids.changed(settings)]


def _record(settings: Settings) -> Path | None:
    """Where the names of the files of the site are kept; nowhere for previews, which nobody adds to."""
    if settings.output.is_relative_to(settings.cache):
        return None
    name = sha256(os.fsencode(settings.output)).hexdigest()[:12]
    return settings.cache / "published" / f"{name}.txt"
