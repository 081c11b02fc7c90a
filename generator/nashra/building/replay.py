"""A build of what has not changed at all: told again from what the last one said, after a look at every file."""

from __future__ import annotations

import os
import stat
import time
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from nashra.building.articles import TICK
from nashra.building.database import Store, packed, unpacked
from nashra.building.world import digest, files_in, seen_as, settings_digest
from nashra.content import address_ledger
from nashra.content.store import is_article_folder
from nashra.content.strays import read_by_others
from nashra.model import Content, Hold
from nashra.publish.build_report import BuildReport
from nashra.publish.writer import Stamp, writing
from nashra.render.ground.theme import default_folder
from nashra.render.machines.card import are_drawn
from nashra.render.machines.sitemap import NEWS_SPAN
from nashra.settings.config import Settings

_KIND = "report"
_FIELDS = tuple(field.name for field in fields(BuildReport) if field.name not in ("output", "written", "held"))
# So many articles are made anew by themselves; a build of all has its price once.
_MOST = 20

_64_BITS = 2**64 - 1
# Before the digest of a file's bytes.
_BYTES = " bytes "

# Path -> what tells the file from another one in its place, with the digest of its bytes where it was changed a moment
# ago: it may be changed again and look the same.
_Looks = dict[str, str]


class _Last(NamedTuple):
    """What a build leaves for the next one.

    since, until: when the report holds, if nothing changes. seen: the site on the disk. values, held: of the report.
    """

    since: datetime
    until: datetime | None
    seen: bytes
    values: list[Any]
    held: dict[Hold, int]


class Replay:
    """The last report on the site in `settings.output`, as long as everything is as it was then."""

    def __init__(self, settings: Settings, store: Store, preview: bool, shown: frozenset[Hold]) -> None:
        self._settings, self._store, self._name = settings, store, str(settings.output)
        self._base = _base(settings, preview, shown)
        self._looks = _all_looks(settings)

    @property
    def _key(self) -> bytes:
        """The digest of all that a build reads besides the files that are looked at."""
        ledgers = address_ledger.ledger_path(self._settings), self._settings.cache / address_ledger.FILE_NAME
        return digest(self._base or b"", *(part for path in ledgers for part in files_in(path)))

    @cached_property
    def _last(self) -> _Last | None:
        """What the last build left; None where that was of something else."""
        kept = self._store.one(_KIND, self._name)
        if self._base is None or self._looks is None or kept is None or kept[0] != self._key:
            return None
        return _Last(*unpacked(kept[1]))

    def _holds(self, now: datetime) -> bool:
        last = self._last
        return last is not None and last.since <= now and (last.until is None or now < last.until)

    @cached_property
    def _others(self) -> list[str] | None:
        """The files that look other than they did; None where some are new or gone."""
        data, looks = self._store.large(_KIND, self._name), self._looks
        if data is None or looks is None:
            return None
        if data == _written(looks):
            return []
        last = dict(line.split("\n", 1)[::-1] for line in data.decode("utf-8", "surrogateescape").split("\0"))
        if last.keys() != looks.keys():
            return None
        return [path for path, look in looks.items() if look != last[path] and not _is_still(path, look, last[path])]

    def report(self, now: datetime) -> BuildReport | None:
        """The report of a build now; None where one has to be made."""
        if not self._holds(now) or self._others != []:
            return None
        with writing(self._settings.output) as writer:
            return self._again(0) if self.saw(*writer.present()) else None

    def texts(self, now: datetime) -> list[Path] | None:
        """The folders of articles of which texts alone have changed since; None where more may have."""
        if not self._holds(now) or not self._others:
            return None
        top = self._settings.content / "articles"
        folders = {path.parent for path in map(Path, self._others)}
        if len(folders) > _MOST or not all(is_article_folder(top, folder) for folder in folders):
            return None
        return sorted(folders) if all(path.endswith(".md") for path in self._others) else None

    def saw(self, files: Mapping[str, Stamp], folders: Iterable[str]) -> bool:
        """Whether the site, of these files and folders, is as the last build left it."""
        return self._last is not None and _together(files, folders) == self._last.seen

    def _again(self, written: int) -> BuildReport | None:
        if (last := self._last) is None:
            return None
        values = dict(zip(_FIELDS, last.values, strict=True))
        return BuildReport(output=self._settings.output, held=last.held, written=written, **values)

    def remember(self, report: BuildReport, everything: Content, now: datetime) -> None:
        """Keep `report`. everything: all content there is; what it says of moments, the clock will bring."""
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
        values = [getattr(report, name) for name in _FIELDS]
        with writing(self._settings.output) as writer:
            seen = _together(*writer.present())
        self._keep(_Last(now, min(moments, default=None), seen, values, dict(report.held)))

    def with_texts(self, written: int, files: Mapping[str, Stamp], folders: Iterable[str]) -> BuildReport | None:
        """The last report, kept for the site as it is now: texts alone have changed, for which so many files were
        written."""
        if self._last is not None:
            self._keep(self._last._replace(seen=_together(files, folders)))
        return self._again(written)

    def _keep(self, last: _Last) -> None:
        if self._base is None or self._looks is None:
            self.forget()
        else:
            self._store.put(_KIND, self._name, self._key, packed(tuple(last)), _written(self._looks))

    def forget(self) -> None:
        """Nothing may be told again."""
        self._store.drop(_KIND, [self._name])


def _base(settings: Settings, preview: bool, shown: frozenset[Hold]) -> bytes | None:
    parts = [settings_digest(settings), repr((preview, sorted(shown), are_drawn(settings))).encode()]
    try:
        for place in (settings.theme, default_folder(), *read_by_others(settings)):
            parts += files_in(place)
    except OSError:
        return None
    return digest(*parts)


def _all_looks(settings: Settings) -> _Looks | None:
    """All files that a build reads but the ledger, to which it adds; None where that cannot be told."""
    looks: _Looks = {}
    try:
        plain = _look(str(settings.content), looks)
        if plain and settings.static.is_dir():
            plain = _look(str(settings.static), looks)
    except OSError:
        return None
    looks.pop(str(address_ledger.ledger_path(settings)), None)
    return looks if plain else None


def _look(folder: str, looks: _Looks) -> bool:
    """Tell of all in the folder in `looks`; whether all is plain files in plain folders."""
    settled = time.time_ns() - TICK
    with os.scandir(folder) as entries:
        for entry in entries:
            found = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(found.st_mode):
                # the time of a folder says no more than what is in it
                looks[entry.path] = str(found.st_mode)
                if not _look(entry.path, looks):
                    return False
            elif not stat.S_ISREG(found.st_mode):
                return False
            else:
                looks[entry.path] = seen_as(found)
                if max(found.st_mtime_ns, found.st_ctime_ns) > settled:
                    looks[entry.path] += _BYTES + _bytes_of(entry.path)
    return True


def _bytes_of(path: str) -> str:
    return digest(Path(path).read_bytes()).hex()


def _is_still(path: str, look: str, last: str) -> bool:
    """Whether a file that was changed right before the last look is old now, and the same."""
    then, _, content = last.partition(_BYTES)
    try:
        return then == look and content == _bytes_of(path)
    except OSError:
        return False


def _written(looks: _Looks) -> bytes:
    lines = sorted(f"{look}\n{path}" for path, look in looks.items())
    return "\0".join(lines).encode("utf-8", "surrogateescape")


def _together(files: Mapping[str, Stamp], folders: Iterable[str]) -> bytes:
    paths = sorted(files)
    # a file's number on the disk may take all 64 bits; what is no plain file has the size -1
    numbers = array("Q", [number & _64_BITS for path in paths for number in files[path]])
    return digest("\0".join(paths), numbers.tobytes(), "\0".join(sorted(folders)))
