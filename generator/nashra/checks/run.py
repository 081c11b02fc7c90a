"""All checks: which there are, and running them over a site that is built for it in a folder of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from nashra.checks import (
    addresses,
    content,
    deploy,
    entities,
    feeds,
    headings,
    links,
    markdown,
    old_addresses,
    pictures,
    sitemaps,
    translations,
)
from nashra.checks.built_site import BuiltSite
from nashra.checks.case import Case, Check
from nashra.checks.finding import Finding, ordered
from nashra.content import store
from nashra.kit.errors import NashraError
from nashra.kit.file_lock import take_lock
from nashra.kit.processes import cores
from nashra.model import Content
from nashra.pipeline import build
from nashra.settings.config import Settings


class _Row(NamedTuple):
    check: Check
    needs_site: bool


_CHECKS: Mapping[str, _Row] = {
    content.NAME: _Row(content.check, True),
    translations.NAME: _Row(translations.check, False),
    entities.NAME: _Row(entities.check, True),
    links.NAME: _Row(links.check, True),
    headings.NAME: _Row(headings.check, True),
    markdown.NAME: _Row(markdown.check, False),
    pictures.NAME: _Row(pictures.check, True),
    feeds.NAME: _Row(feeds.check, True),
    sitemaps.NAME: _Row(sitemaps.check, True),
    addresses.NAME: _Row(addresses.check, True),
    deploy.NAME: _Row(deploy.check, True),
}
# Names of the checks, in the order in which they run.
NAMES = tuple(_CHECKS)
# Those that run unless others are asked for.
DEFAULT = tuple(name for name in NAMES if name != deploy.NAME)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, in order.

    checks: those that ran. articles: in content/. pages: HTML pages, 0 where no site was built.
    """

    root: Path
    checks: tuple[str, ...]
    findings: tuple[Finding, ...]
    articles: int
    pages: int


def check_site(
    settings: Settings,
    now: datetime,
    names: Collection[str] = DEFAULT,
    environment: Mapping[str, str] | None = None,
    old: Path | None = None,
) -> Report:
    """Run the checks called `names` on the site as it would be published at `now`.

    Where a check looks at pages, the site is built in a folder below the cache, from what the last build knows; the
    site that `nashra build` made is neither read nor touched. environment: variables such as GITHUB_REPOSITORY. old: a
    file with addresses that must lead somewhere, see `old_addresses`.

    Raises NashraError where no site can be made at all, ValueError for a name that no check has.
    """
    if unknown := set(names) - set(NAMES):
        raise ValueError(f"there is no check {min(unknown)!r}")
    chosen = tuple(name for name in NAMES if name in names)
    if old is None and not any(_CHECKS[name].needs_site for name in chosen):
        whole, problems = store.load(settings)
        return _report(Case(settings, whole, tuple(problems), environment=environment or {}), chosen, 0)
    try:
        with _folder(settings.cache) as (folder, ours):
            content: list[Content] = []
            # its public address, and nothing that is remembered of it
            report = build(
                replace(settings, output=folder / "site"), now=now, cached=ours, jobs=cores(), loaded=content.append
            )
            warnings = [each for each in report.warnings if each.warning]
            built = BuiltSite(report.output, settings.url)
            told = tuple(dict.fromkeys([*report.problems, *warnings]))
            case = Case(settings, content[-1], told, built, environment or {})
            return _report(case, chosen, len(built.with_suffix(".html")), old)
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else settings.cache
        raise NashraError(f"the site cannot be checked: {error.strerror or error}", path=path) from error


@contextmanager
def _folder(cache: Path) -> Iterator[tuple[Path, bool]]:
    """(where the site is built, whether it is ours alone): the folder of the last check, in which only what has changed
    is made anew; one for now where another check is in it."""
    handle = take_lock(cache / "check.lock")
    if handle is None:
        with tempfile.TemporaryDirectory(prefix="check.", dir=cache) as folder:
            yield Path(folder), False
        return
    try:
        yield cache / "check", True
    finally:
        os.close(handle)


def _report(case: Case, names: tuple[str, ...], pages: int, old: Path | None = None) -> Report:
    found = [finding for name in names for finding in _CHECKS[name].check(case)]
    if old is not None:
        found += old_addresses.check(case, old)
        names = (*names, old_addresses.NAME)
    root = case.settings.root
    return Report(root, names, ordered(found, root), len(case.content.articles), pages)
