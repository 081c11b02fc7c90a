"""`nashra serve`."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING

import click

from nashra.cli.output import count, load_settings, report_error, report_problems, site_option
from nashra.kit.errors import NashraError, Problem, printable

if TYPE_CHECKING:
    from nashra.building.at_once import AtOnce
    from nashra.publish.build_report import BuildReport
    from nashra.publish.live import Outcome
    from nashra.settings.config import Settings


@click.command("serve", short_help="Show the site on this machine, and every change at once.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows the site to the whole network.")
@click.option("--watch/--no-watch", default=True, show_default=True, help="Build anew when a file changes.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
@site_option
@click.pass_context
def serve_command(ctx: click.Context, port: int, host: str, watch: bool, open_browser: bool, site: Path | None) -> int:
    """Build a preview and show it on this machine, under the site's base path, until Ctrl+C, which ends it with 0.

    When an article, a template or nashra.toml is saved, the preview is built anew and open pages show it by
    themselves. What is wrong is shown in the browser as well, and the last good version stays.

    Drafts and articles dated in the future are there too, marked as such. Blocks that are to be reviewed or out of
    date are marked with the reason. The preview lies in .nashra/preview; what `nashra build` made is left alone.
    """
    settings = load_settings(ctx, site)

    def started(address: str) -> None:
        click.echo(f"serving {address} - stop with Ctrl+C")
        if open_browser:
            _open(address)

    try:
        if watch:
            from nashra.publish.live import serve_live

            def load() -> Settings:
                # by its full name, which outlives a current folder that is taken away for a moment
                return load_settings(ctx, settings.root)

            previews = _Previews()
            with _interrupts() as interrupts:
                told = _Teller(settings.root, interrupts)
                serve_live(
                    settings, load, previews.build, host=host, port=port, started=started, told=told,
                    at_once=previews.show, ready=previews.prepare,
                )  # fmt: skip
        else:
            from nashra.publish.generations import generations
            from nashra.publish.server import serve

            with generations(settings.cache) as folders:
                report = _Previews().build(replace(settings, output=folders.next()))
                report_problems((*report.problems, *report.warnings), settings.root)
                serve(replace(settings, output=report.output), host, port, started)
    except KeyboardInterrupt:  # the one way to end it, and so no failure
        click.echo("\nstopped")
    return 0


class _Previews:
    """Builds the preview, and keeps in memory what makes a single article of it anew."""

    def __init__(self) -> None:
        self._last: AtOnce | None = None
        self._settings: Settings | None = None

    def build(self, settings: Settings) -> BuildReport:
        """The whole preview in the output folder of `settings`."""
        from nashra.cli.places import place_loose
        from nashra.kit import clock
        from nashra.pipeline import build

        self._settings = settings
        place_loose(settings)
        return build(settings, preview=True, now=clock.now(), cached=True, planned=self._keep)

    def _keep(self, last: AtOnce) -> None:
        self._last = last

    def prepare(self) -> None:
        """Have ready what the next change needs."""
        from nashra.kit import clock
        from nashra.pipeline import at_once

        try:
            if self._last is None and self._settings is not None:
                # the last build has found that nothing was to be done, and so knows nothing
                self._last = at_once(self._settings, clock.now())
            if self._last is not None:
                self._last.prepare()
        except (NashraError, OSError):
            self._last = None  # the next build tells why

    def show(self, changed: frozenset[Path], output: Path) -> bool:
        """See `nashra.building.at_once`."""
        return self._last is not None and self._last.show(changed, output)


def _open(address: str) -> None:
    import webbrowser

    def open_it() -> None:
        if not webbrowser.open(address):
            click.echo("no browser could be opened; open the address yourself", err=True)

    # some browsers run until they are closed
    Thread(target=open_it, daemon=True).start()


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """A list that gets an item at Ctrl+C: a library whose import it meets makes another error of it."""
    seen: list[int] = []
    handler = signal.getsignal(signal.SIGINT)

    def interrupt(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        if callable(handler):
            handler(number, frame)

    if callable(handler):
        signal.signal(signal.SIGINT, interrupt)
    try:
        yield seen
    finally:
        if callable(handler):
            signal.signal(signal.SIGINT, handler)


class _Teller:
    """Says how each build went."""

    def __init__(self, root: Path, interrupts: list[int]) -> None:
        self.root, self.interrupts = root, interrupts
        self.done = "built"
        self.warnings: tuple[Problem, ...] = ()

    def __call__(self, outcome: Outcome) -> None:
        if self.interrupts:
            raise KeyboardInterrupt
        if outcome.report is None:
            report_error(_error(outcome))
            kept = "the last good version stays; " if self.done == "rebuilt" else ""
            click.echo(f"{kept}waiting for a correction - stop with Ctrl+C", err=True)
            return
        report = outcome.report
        report_problems(report.problems, self.root)
        for warning in report.warnings if report.warnings != self.warnings else ():
            click.echo(f"{click.style('warning:', fg='cyan')} {warning.describe(self.root)}", err=True)
        self.warnings = report.warnings
        built = f"{count(report.articles, 'article')}, {count(report.pages, 'page')}"
        if report.held:
            # the preview has them, marked
            built += "; not public: " + ", ".join(f"{number:,} {hold}" for hold, number in sorted(report.held.items()))
        click.echo(printable(f"{self.done} in {outcome.seconds:.1f} s: {built}"))
        self.done = "rebuilt"
        if outcome.moved:
            click.echo(f"serving {outcome.moved} - the base path has changed")


def _error(outcome: Outcome) -> NashraError:
    error = NashraError(outcome.errors[0].message)
    error.problems = outcome.errors
    return error
