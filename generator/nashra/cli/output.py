"""What every command prints: problems, tables, counts, progress."""

from __future__ import annotations

import os
import shlex
import sys
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.kit.errors import NashraError, Problem, errors_in, printable
from nashra.kit.spaces import shortened

if TYPE_CHECKING:  # the settings need Babel, and --help needs neither
    from nashra.settings.config import Settings

site_option = click.option(
    "-C", "site", metavar="DIR", type=click.Path(path_type=Path), help="The site's folder, if not this one."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of text.")


# Where the site is published, if not where nashra.toml says: a workflow knows the address of a fork or a preview.
URL_VARIABLE = "NASHRA_URL"


def load_settings(ctx: click.Context, site: Path | None, url: str | None = None) -> Settings:
    """The settings of the site named after the command, else before it, else of the current folder.

    url: its address, else that in the environment variable NASHRA_URL, else that in nashra.toml.
    """
    from nashra.settings.config import at_address, load

    settings = load(site if site is not None else ctx.find_root().obj or Path())
    if url is not None:
        return at_address(settings, url, "--url")
    given = os.environ.get(URL_VARIABLE, "").strip()
    return at_address(settings, given, URL_VARIABLE) if given else settings


def note_languages(settings: Settings) -> None:
    """A note on standard error for each language whose pages will speak English, and what to do about it."""
    from nashra.render.ground.messages import without_catalogue
    from nashra.render.ground.theme import default_folder

    for note in without_catalogue(settings.languages.values(), (settings.theme, default_folder())):
        click.echo(printable(f"note: {note}"), err=True)


def report_error(error: NashraError) -> None:
    """Each problem of an error on a line of standard error."""
    try:
        here = Path.cwd()
    except OSError:  # the folder is gone
        here = None
    for problem in error.problems:
        click.echo(f"{click.style('error:', fg='red', bold=True)} {problem.describe(here)}", err=True)


def report_problems(problems: Sequence[Problem], root: Path) -> None:
    """Problems and warnings on standard error, sorted by place, with the number of problems."""
    ordered = sorted(problems, key=lambda problem: (str(problem.path or ""), problem.line or 0))
    for problem in ordered:
        kind = (
            click.style("warning:", fg="cyan") if problem.warning else click.style("problem:", fg="yellow", bold=True)
        )
        click.echo(f"{kind} {problem.describe(root)}", err=True)
    if errors := errors_in(problems):
        click.echo(count(len(errors), "problem") + " in all", err=True)


def exit_code(problems: Sequence[Problem]) -> int:
    """How a command ends that met `problems`: warnings alone are no failure."""
    return 1 if errors_in(problems) else 0


def site_command(ctx: click.Context, site: Path | None, command: str) -> str:
    """`command` for the reader to type: with -C where this call had it."""
    root = site if site is not None else ctx.find_root().obj
    where = f"-C {shlex.quote(str(root))} " if root is not None and str(root) != "." else ""
    return printable(f"`nashra {where}{command}`")


def shorten(text: str, most: int = 70) -> str:
    """`text` on one line of at most `most` characters, safe to print."""
    return shortened(printable(" ".join(text.split())), most)


def marked_lines(sign: str, text: str, colour: str | None) -> str:
    """`text` line by line, each after `sign`."""
    return "\n".join(click.style(f"  {sign} {line}", fg=colour) for line in text.split("\n"))


def count(number: int, noun: str) -> str:
    """ "1 article", "2 articles"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as aligned columns; the first row is the head. Widths count what a terminal shows."""
    sizes = [[_width(cell) for cell in row] for row in rows]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    lines = []
    for row, own in zip(rows, sizes, strict=True):
        cells = [cell + " " * (width - size) for cell, size, width in zip(row, own, widths, strict=True)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_width_of, text))


@cache
def _width_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


class Progress:
    """One line that is overwritten on a terminal, and a plain line now and then elsewhere. Use as a context manager."""

    def __init__(self) -> None:
        self.terminal = sys.stderr.isatty()
        self.open = False
        self.last = ""

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self.show

    def __exit__(self, *_: object) -> None:
        if self.open:
            click.echo("", err=True)

    def show(self, what: str, done: int, total: int) -> None:
        """`done` of `total` units of `what` are finished."""
        if self.terminal:
            click.echo(f"\r\033[K{what}: {done:,} of {total:,}", nl=False, err=True)
            self.open = True
        else:
            # at every tenth, so that a log stays short
            line = f"{what}: {done * 10 // max(1, total) * 10} %"
            if line != self.last:
                click.echo(line, err=True)
            self.last = line
