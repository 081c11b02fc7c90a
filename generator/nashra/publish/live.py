"""The live preview: a change of a file leads to a build, and the build to what open pages show.

Builds run one after the other in the thread that waits for changes, so whatever changes during one leads to exactly
one more. An article that is saved is shown before, or during, the build that makes all other pages. A build that fails
leaves the last good one where it is; nothing but the user ends the preview.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from nashra.kit.errors import NashraError, Problem
from nashra.kit.files import is_folder
from nashra.publish.events import Channel
from nashra.publish.generations import Generations, generations
from nashra.publish.server import SiteServer
from nashra.publish.shown import Shown
from nashra.publish.watch import Watcher
from nashra.settings.config import Settings

if TYPE_CHECKING:
    from nashra.publish.build_report import BuildReport

# The folder of a theme whose files are published as they are.
_ASSETS = "assets"

Load = Callable[[], Settings]
Build = Callable[[Settings], "BuildReport"]
# Writes the pages of articles whose files have changed into the preview that is shown; False where it cannot.
AtOnce = Callable[[frozenset[Path], Path], bool]

# Seconds without a change after which the rest of the preview is built.
_PAUSE = 0.5
# Seconds between looks at whether a build is done.
_LOOK = 0.1


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build went. seconds: it took. report: None where it failed. errors: why it did.

    moved: the new address, where the base path has changed.
    """

    seconds: float
    report: BuildReport | None
    errors: tuple[Problem, ...] = ()
    moved: str = ""


def serve_live(
    settings: Settings,
    load: Load,
    build: Build,
    *,
    host: str,
    port: int,
    started: Callable[[str], None],
    told: Callable[[Outcome], None],
    at_once: AtOnce = lambda changed, output: False,
    ready: Callable[[], None] = lambda: None,
) -> None:
    """Build the site, serve it, and build it again whenever a file changes, until KeyboardInterrupt.

    settings: those to begin with. load: reads them anew; may raise NashraError.
    build:   makes the preview in the `output` of the settings it is given.
    started: is called with the address, after the first build. told: is called after every build.
    at_once: shows what it can before a build. ready: is called when nobody waits for a build.

    Raises NashraError where it cannot listen on the port, or cannot watch.
    """
    with ExitStack() as stack:
        folders = stack.enter_context(generations(settings.cache))
        channel = stack.enter_context(Channel(replace(Shown.of(settings, None), live=True)))
        server = stack.enter_context(SiteServer(settings, host, port, channel))
        watcher = stack.enter_context(Watcher(settings))
        preview = Preview(settings, load, build, folders, channel)
        told(preview.rebuild())
        # A browser that comes earlier waits in the queue of the port.
        Thread(target=server.serve_forever, args=(0.1,), daemon=True, name="server").start()
        stack.callback(server.shutdown)
        started(server.address)
        fresh: frozenset[Path] = frozenset()
        while True:
            ready()
            changed = fresh = fresh or watcher.wait()
            # an editor who saves again and again waits for the page alone
            while preview.show_at_once(fresh, at_once) and (fresh := watcher.wait(_PAUSE)):
                changed |= fresh
            before = server.address
            with _looking(watcher, lambda found: preview.show_at_once(found, at_once)) as during:
                outcome = preview.rebuild(changed)
            # the build may have read what changed during it before that
            fresh = frozenset(during)
            watcher.follow(preview.settings)
            told(replace(outcome, moved=server.address) if server.address != before else outcome)


@contextmanager
def _looking(watcher: Watcher, show: Callable[[frozenset[Path]], object]) -> Iterator[set[Path]]:
    """What changes within, each shown as soon as it does."""
    stop, found = Event(), set[Path]()

    def look() -> None:
        while not stop.is_set():
            if fresh := watcher.wait(_LOOK):
                found.update(fresh)
                show(fresh)

    thread = Thread(target=look, daemon=True, name="at once")
    thread.start()
    try:
        yield found
    finally:
        stop.set()
        thread.join()


class Preview:
    """Builds by turns into two folders and has the channel show what came of it."""

    def __init__(self, settings: Settings, load: Load, build: Build, folders: Generations, channel: Channel) -> None:
        self.settings = settings
        self._load, self._build, self._folders, self._channel = load, build, folders, channel
        # Names of one run of the server are never those of another: a page from before is reloaded.
        self._run = secrets.token_hex(4)
        self._count = 0
        self._shown = 0
        self._lock = Lock()
        self._pending: set[Path] = set()
        self._had_content = is_folder(settings.content)

    def rebuild(self, changed: frozenset[Path] = frozenset()) -> Outcome:
        """Build the site anew. changed: what has changed since the last build; what matters is only whether it is all
        style sheets. Fails never: what went wrong is in the outcome, and shown."""
        start = time.monotonic()
        with self._lock:
            self._count += 1
            self._pending |= changed
        report: BuildReport | None = None
        errors: tuple[Problem, ...] = ()
        try:
            report = self._attempt()
        except NashraError as error:
            errors = error.problems
        except OSError as error:
            path = Path(error.filename) if isinstance(error.filename, str) else None
            errors = (Problem(f"the site cannot be built: {error.strerror or error}", path),)
        except Exception as error:  # a fault of ours must not end the preview either
            errors = (_fault(error),)
        with self._lock:
            self._show(report, errors)
        return Outcome(time.monotonic() - start, report, errors)

    def show_at_once(self, changed: frozenset[Path], at_once: AtOnce) -> bool:
        """Show the pages of the articles that have changed, and say whether that could be done before a build."""
        with self._lock:
            old = self._channel.shown
            if old.output is None or old.errors:
                return False
            try:
                if not at_once(changed, old.output):
                    return False
            except Exception:  # whatever it is, the build will tell
                return False
            self._shown += 1
            name = f"{self._run}-{self._count}.{self._shown}"
            self._channel.show(replace(old, build=name, pages=name))
            return True

    def _attempt(self) -> BuildReport:
        if self._count > 1:
            self.settings = self._load()
        has_content = is_folder(self.settings.content)
        if self._had_content and not has_content:
            hint = "the preview goes on when it is back"
            raise NashraError("the folder of the content is not there", path=self.settings.content, hint=hint)
        self._had_content = has_content
        return self._build(replace(self.settings, output=self._folders.next()))

    def _show(self, report: BuildReport | None, errors: tuple[Problem, ...]) -> None:
        old = self._channel.shown
        name = f"{self._run}-{self._count}"
        if report is None:
            self._channel.show(replace(old, build=name, errors=errors))
            return
        new = replace(Shown.of(self.settings, report.output), live=True, build=name, problems=report.problems)
        styles_only = old.output is not None and bool(self._pending) and all(map(self._is_style, self._pending))
        self._channel.show(replace(new, style=name, pages=old.pages if styles_only else name))
        self._folders.taken()
        self._pending.clear()

    def _is_style(self, path: Path) -> bool:
        return path.suffix.lower() == ".css" and path.is_relative_to(self.settings.theme / _ASSETS)


def _fault(error: Exception) -> Problem:
    """An exception that nobody foresaw, with the place in the code that it came from."""
    trace, path, line = error.__traceback__, None, None
    while trace is not None:
        path, line = Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno
        trace = trace.tb_next
    hint = "this is a fault in Nashra: please report it, with the file that you saved last"
    return Problem(f"{type(error).__name__}: {error}", path, line, hint)
