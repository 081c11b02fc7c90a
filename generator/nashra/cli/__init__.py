"""The command line: parse, call, report. No logic lives here, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from types import FrameType

import click

from nashra import __version__
from nashra.cli.output import report_error
from nashra.kit.errors import NashraError, printable

# command -> module of nashra.cli that defines it, in the order of --help
_COMMANDS = {
    "init": "init",
    "new": "new",
    "import": "imports",
    "gather": "gathering",
    "move": "moving",
    "join": "joining",
    "part": "joining",
    "translate": "translation",
    "review": "review",
    "diff": "translation",
    "desk": "desk",
    "build": "site",
    "serve": "serve",
    "status": "content",
    "check": "check",
    "archive": "archive",
    "mail": "mail",
    "entities": "entities",
    "models": "models",
    "memory": "memory",
    "export": "exchange",
    "apply": "exchange",
}


class _Commands(click.Group):
    """Commands are imported when they are called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"nashra.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="nashra")
@click.option("-C", "root", metavar="DIR", type=click.Path(path_type=Path), help="The site's folder.", default=Path())
@click.pass_context
def cli(ctx: click.Context, root: Path) -> None:
    """Nashra turns articles into a static news site in several languages, translated offline.

    A newcomer's order: init, import, models install, translate, build, serve.
    """
    ctx.obj = root


def main() -> None:
    """Run the command line; errors that concern the editor are printed without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # a pipe or a terminal that cannot show Arabic gets its numbers instead of an error
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    interrupts = _count_interrupts()
    _forget_odd_zone()
    try:
        status = cli.main(standalone_mode=False)
        code = status if isinstance(status, int) else 0
        sys.exit(_stopped() if code and interrupts else code)
    except (Exception, KeyboardInterrupt) as error:
        # A library whose import is interrupted says "initialization failed" instead of passing the interrupt on.
        if interrupts or isinstance(error, (click.Abort, KeyboardInterrupt)):
            sys.exit(_stopped())
        _exit_with(error)


def _forget_odd_zone() -> None:
    """Take TZ out of the environment where it names no time zone: a library would read whatever file it names. No site
    depends on it."""
    if name := os.environ.get("TZ"):
        from zoneinfo import ZoneInfo

        try:
            ZoneInfo(name.removeprefix(":"))
        except (KeyError, ValueError, OSError):
            del os.environ["TZ"]


def _stopped() -> int:
    """Tell that the editor's interrupt ended the command, and give the exit code that shells expect."""
    click.echo("\nstopped; what was finished is kept", err=True)
    return 130


def _exit_with(error: BaseException) -> None:
    if isinstance(error, NashraError):
        report_error(error)
        sys.exit(error.exit_code)
    if isinstance(error, click.ClickException):
        error.show()
        sys.exit(error.exit_code)
    if isinstance(error, BrokenPipeError):
        # `nashra status | head` is no error
        sys.stderr.close()
        sys.exit(0)
    if isinstance(error, UnicodeEncodeError) and not _can_name_everything():
        what = f"this machine is set to {error.encoding}, which cannot write the name {printable(str(error.object))}"
        click.echo(f"error: {what} (set LC_ALL=C.UTF-8, or PYTHONUTF8=1)", err=True)
        sys.exit(2)
    if isinstance(error, OSError):
        # a full disk behind `> file`, a folder that was taken away: nothing that a traceback would explain
        where = f"{error.filename}: " if isinstance(error.filename, str) else ""
        with suppress(OSError):
            click.echo(f"error: {where}{error.strerror or error}", err=True)
        with suppress(OSError):  # what could not be written is not tried again at the end
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(2)
    raise error


def _can_name_everything() -> bool:
    """Whether the names of files may have letters of all scripts here."""
    return sys.getfilesystemencoding().lower().replace("-", "") == "utf8"


def _count_interrupts() -> list[int]:
    """A list that gets an item whenever the editor interrupts the command (Ctrl+C)."""
    interrupts: list[int] = []

    def interrupt(number: int, frame: FrameType | None) -> None:
        interrupts.append(number)
        signal.default_int_handler(number, frame)

    # A shell that runs a command in the background has it ignore interrupts; that stays.
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, interrupt)
    return interrupts
