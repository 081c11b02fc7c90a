"""Which files of a site have changed: content, theme and settings, watched in a thread of its own."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from threading import Condition, Event, Thread

from nashra.kit.errors import NashraError
from nashra.settings.config import FILE_NAME, Settings

# Milliseconds. A save is several events within a few; a checkout of a thousand files keeps on for longer.
_QUIET, _LONGEST = 50, 1000
# Milliseconds between looks at nashra.toml, and at whether a watched folder is still the same one.
_LOOK = 100

# Names that editors, browsers and systems give to what is not meant to stay.
_PASSING = re.compile(
    r"~$|\.(?:tmp|temp|bak|swp|swo|part|crdownload|pyc)$|^4913$|^#.*#$|^~\$|___jb_(?:tmp|old)___$", re.I
)
_SYSTEM = {"desktop.ini", "thumbs.db", "icon\r"}

# What tells a file or a folder from another at its path; None where there is none.
Identity = tuple[int, ...] | None


def matters(path: Path, folders: Iterable[Path]) -> bool:
    """Whether a change of `path`, below one of the watched `folders`, may change the site."""
    for folder in folders:
        if path != folder and path.is_relative_to(folder):
            parts = path.relative_to(folder).parts
            # hidden ones are neither content nor theme: .git, .DS_Store, .#lock, .file.swp
            return not (
                any(part.startswith(".") for part in parts)
                or _PASSING.search(parts[-1])
                or parts[-1].lower() in _SYSTEM
            )
    return False


class Watcher:
    """Collects changes from the moment it is entered. Use as a context manager.

    A folder that disappears, or is replaced by another one, counts as changed, and is watched again once it is there.
    Where the system has no means to watch, the files are looked at again and again.
    """

    def __init__(self, settings: Settings, *, polling: bool = False) -> None:
        """polling: look at the files from the beginning, and do not ask the system."""
        self.follow(settings)
        self._polling = polling
        self._changed: set[Path] = set()
        self._condition = Condition()
        self._stop = Event()
        self._ready = Event()

    def __enter__(self) -> Watcher:
        """Raises NashraError where the library is missing."""
        try:
            import watchfiles  # noqa: F401
        except ImportError:
            hint = "run `pip install watchfiles`, or use --no-watch"
            raise NashraError("changes cannot be watched: watchfiles is not installed", hint=hint) from None
        Thread(target=self._run, daemon=True, name="watcher").start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()

    def follow(self, settings: Settings) -> None:
        """Watch what a build with `settings` reads, from now on."""
        self._followed = (settings.root / FILE_NAME, (settings.content, settings.theme, settings.static))

    def wait(self, timeout: float | None = None) -> frozenset[Path]:
        """The paths that have changed since the last call; waits until there is one, or `timeout` seconds."""
        end = None if timeout is None else time.monotonic() + timeout
        with self._condition:
            while not self._changed and (end is None or time.monotonic() < end):
                # with a limit, since on Windows an interrupt does not end a wait
                self._condition.wait(0.5 if end is None else max(0.0, end - time.monotonic()))
            changed = frozenset(self._changed)
            self._changed.clear()
        return changed

    def _tell(self, paths: set[Path]) -> None:
        if paths:
            with self._condition:
                self._changed |= paths
                self._condition.notify_all()

    def _run(self) -> None:
        toml = _File(self._followed[0])
        known: dict[Path, Identity] | None = None
        while not self._stop.is_set():
            followed = self._followed
            now = {folder: _identity(folder) for folder in followed[1]}
            events = self._events([folder for folder in now if now[folder] is not None])
            for found in events:
                told = {path for path in found if matters(path, now)}
                if known is not None:
                    # They are watched again by now, so that a build that starts from here on misses nothing.
                    told |= {folder for folder in now if known.get(folder) != now[folder]}
                known = now
                if toml.has_changed():
                    told.add(toml.path)
                self._tell(told)
                self._ready.set()
                if followed != self._followed or any(_identity(folder) != now[folder] for folder in now):
                    break
            else:
                # Watching broke off: whatever is there may have changed, unless it had not begun.
                known = None if known is None else {}
            events.close()

    def _events(self, folders: list[Path]) -> Generator[set[Path], None, None]:
        """Sets of changed paths, the empty set now and then; ends when watching is no longer possible.

        The first set comes when the folders are watched.
        """
        # A folder is watched with all below it, so one within another is not named again.
        tops = [one for one in folders if not any(one != other and one.is_relative_to(other) for other in folders)]
        tops = list(dict.fromkeys(tops))
        if not tops:
            self._stop.wait(_LOOK / 1000)
            yield set()
        elif self._polling:
            yield from self._looks(tops)
        else:
            try:
                yield from self._notices(tops)
            except FileNotFoundError:  # it went a moment ago, and is waited for
                self._stop.wait(_LOOK / 1000)
            except Exception:
                # The library has errors of its own. The system watches no more folders, or one of them may not be
                # read: then looking is what is left.
                self._polling = True

    def _notices(self, tops: list[Path]) -> Iterator[set[Path]]:
        from watchfiles import watch

        for changes in watch(
            *tops,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=self._stop,
            rust_timeout=_LOOK,
            yield_on_timeout=True,
            raise_interrupt=False,
        ):
            yield {Path(name) for _, name in changes}

    def _looks(self, tops: list[Path]) -> Iterator[set[Path]]:
        """Like `_notices`, by looking at every file. (The library's own way to do so compares whole seconds.)"""
        before = _versions(tops)
        yield set()
        pause = _LOOK / 1000
        while not self._stop.wait(pause):
            start = time.monotonic()
            now = _versions(tops)
            yield {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
            before = now
            # a large site takes at most a fifth of a core
            pause = max(_LOOK / 1000, 4 * (time.monotonic() - start))


class _File:
    """A file that is looked at now and then. Editors replace it, and it may be gone for an instant while they do."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._settled = self._seen = _version(path)

    def has_changed(self) -> bool:
        """Whether it is another one than it was, and was already so at the last look."""
        now, before = _version(self.path), self._seen
        self._seen = now
        if now != before or now == self._settled:
            return False
        self._settled = now
        return True


def _version(path: Path) -> Identity:
    try:
        found = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size)


def _versions(tops: list[Path]) -> dict[Path, Identity]:
    """Every file and folder below `tops`; what cannot be read is not there."""
    found: dict[Path, Identity] = {}
    for top in tops:
        for folder, _, names in os.walk(top):
            for path in (Path(folder), *(Path(folder, name) for name in names)):
                version = _version(path)
                # the time of a folder says no more than what is in it
                found[path] = version if path.name in names else version and version[:2]
    return found


def _identity(folder: Path) -> Identity:
    version = _version(folder)
    return version and version[:2]
