"""A build of what has not changed at all: told again from what the last one said, after a look at every file."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime

from nashra.building.articles import TICK
from nashra.building.database import Store, packed, unpacked
from nashra.building.world import digest, files_in, seen_as, settings_digest
from nashra.content import address_ledger
from nashra.model import Content, Hold
from nashra.publish.build_report import BuildReport
from nashra.publish.writer import Stamp, writing
from nashra.render.ground.theme import default_folder
from nashra.render.machines.sitemap import NEWS_SPAN
from nashra.settings.config import Settings

_KIND = "report"
_FIELDS = tuple(field.name for field in fields(BuildReport) if field.name not in ("output", "written", "held"))


class Replay:
    """The last report on the site in `settings.output`, as long as everything is as it was then."""

    def __init__(self, settings: Settings, store: Store, preview: bool, shown: frozenset[Hold]) -> None:
        self._settings, self._store = settings, store
        self._key = _key(settings, preview, shown)

    def report(self, now: datetime) -> BuildReport | None:
        """The report of a build now; None where one has to be made."""
        kept = self._store.one(_KIND, str(self._settings.output)) if self._key else None
        if kept is None or kept[0] != self._key:
            return None
        since, until, seen, values, held = unpacked(kept[1])
        if now < since or (until is not None and now >= until):
            return None
        with writing(self._settings.output) as writer:
            files, folders = writer.present()
            if _together(files, folders) != seen:
                return None
        return BuildReport(output=self._settings.output, held=held, **dict(zip(_FIELDS, values, strict=True)))

    def remember(self, report: BuildReport, everything: Content, now: datetime) -> None:
        """Keep `report`. everything: all content there is; what it says of moments, the clock will bring."""
        if self._key is None:
            return
        moments = [
            moment
            for article in everything.articles
            for moment in (article.published, article.updated, article.expires, article.embargo)
            if moment is not None and moment > now
        ]
        # when the newest articles are news no more
        moments += [
            article.published + NEWS_SPAN
            for article in everything.articles
            if article.published <= now < article.published + NEWS_SPAN
        ]
        with writing(self._settings.output) as writer:
            seen = _together(*writer.present())
        values = [getattr(report, name) for name in _FIELDS]
        value = packed((now, min(moments, default=None), seen, values, dict(report.held)))
        self._store.put(_KIND, str(self._settings.output), self._key, value)


def _key(settings: Settings, preview: bool, shown: frozenset[Hold]) -> bytes | None:
    """The digest of all that a build reads, by size and times of change; None where that cannot be trusted."""
    parts = [settings_digest(settings), repr((preview, sorted(shown))).encode()]
    lines: list[str] = []
    try:
        newest = _look(str(settings.content), lines)
        if newest is not None and settings.static.is_dir():
            below = _look(str(settings.static), lines)
            newest = None if below is None else max(newest, below)
        for folder in (settings.theme, default_folder()):
            parts += files_in(folder)
    except OSError:
        return None
    if newest is None or newest > time.time_ns() - TICK:
        return None
    parts += files_in(settings.cache / address_ledger.FILE_NAME)
    lines.sort()
    return digest(*parts, "\0".join(lines))


def _look(folder: str, lines: list[str]) -> int | None:
    """Tell of all in the folder in `lines`; gives the time of the last change, None where there is a link."""
    newest = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            found = entry.stat(follow_symlinks=False)
            times = seen_as(found)
            if stat.S_ISDIR(found.st_mode):
                below = _look(entry.path, lines)
                # the time of a folder says no more than what is in it
                times = f"{found.st_mode}"
                if below is None:
                    return None
                newest = max(newest, below)
            elif not stat.S_ISREG(found.st_mode):
                return None
            else:
                newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
            lines.append(f"{entry.path}\n{times}")
    return newest


def _together(files: Mapping[str, Stamp], folders: Iterable[str]) -> bytes:
    return digest("\0".join([f"{path}\n{files[path]}" for path in sorted(files)]), "\0".join(sorted(folders)))
