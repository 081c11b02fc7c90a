"""`nashra init`: five questions at most, and a site that can be built at once."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nashra.cli.output import note_languages
from nashra.kit.errors import ConfigError, printable


@click.command("init", short_help="Write a new site into a folder.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--yes", is_flag=True, help="Ask nothing: take the options and their defaults.")
@click.option("--languages", metavar="CODES", help="Its languages, the first the default one, such as ar,fr,en.")
@click.option("--title", help="The site's title.")
@click.option("--url", help="The address where it will be published, or OWNER/REPOSITORY on GitHub.")
@click.option("--timezone", metavar="ZONE", help="The time zone of its dates, such as Africa/Casablanca.")
@click.option(
    "--nashra",
    "place",
    metavar="PATH|URL",
    help="Where the workflow installs Nashra from: a wheel, its address with #sha256=..., or https://.../REPO@COMMIT.",
)
@click.option(
    "--clock",
    metavar="HH:MM[,HH:MM]",
    help="When the workflow publishes by itself, in that time zone; the desk looks 30 minutes before.",
)
@click.option("--github/--no-github", default=None, help="Whether to write what publishes it on GitHub Pages.")
def init_command(folder: Path, yes: bool, place: str | None, clock: str | None, **given: Any) -> int:
    """Write a new site into DIR that can be built at once.

    What no option says is asked for. Where there is nobody to ask, because the input is no terminal, --yes takes the
    defaults.
    """
    from nashra.kit.clock import now
    from nashra.settings.config import load
    from nashra.starter import free_root, write_site
    from nashra.starter.schedule import times

    free_root(folder)  # before anything is asked
    from nashra.starter.source import installed_source, source

    chosen = source(place) if place else installed_source()
    chosen_times = times(clock) if clock else ()
    answers = _answers(given, yes)
    written = write_site(folder, **answers, now=now(), source=chosen, clock=chosen_times)
    for path in written:
        click.echo(printable(f"wrote {path}"))
    note_languages(load(folder))
    if chosen is None and answers["workflow"]:
        click.echo("still to say, in requirements.txt: where the workflow installs Nashra from; it stops until then")
    here = f"nashra -C {shlex.quote(str(folder))}" if folder != Path() else "nashra"
    click.echo(printable(f"next: `{here} build`, `{here} serve`, `{here} import FILE`"))
    return 0


def _answers(given: dict[str, Any], yes: bool) -> dict[str, Any]:
    """Every answer, from the options, the editor, or the defaults; a wrong one on a terminal is asked for again."""
    from nashra.starter import DEFAULT_LANGUAGES, DEFAULT_URL, default_timezone, default_title
    from nashra.starter.site_address import address

    ask = not yes and any(value is None for value in given.values())
    if ask and not sys.stdin.isatty():
        missing = ", ".join(f"--{name}" for name, value in given.items() if value is None)
        hint = f"--yes takes the defaults of {missing}; `nashra init --help` explains them"
        raise ConfigError("no site was made: there is no terminal to ask on", hint=hint)

    def answer(name: str, question: str, default: str, read: Callable[[str], Any]) -> Any:
        if given[name] is not None or not ask:
            return read(default if given[name] is None else given[name])
        return click.prompt(question, default=default, value_proc=lambda typed: _checked(name, read(typed)))

    languages = answer("languages", "Languages, the first is the default one", DEFAULT_LANGUAGES, _codes)
    first = languages[0] if languages else ""
    answers = {
        "languages": languages,
        "title": answer("title", "Title of the site", default_title(first), str),
        "url": answer("url", "Address where it will be published, or OWNER/REPOSITORY on GitHub", DEFAULT_URL, address),
        "timezone": answer("timezone", "Time zone of its dates", default_timezone(first), str),
    }
    workflow = given["github"]
    if workflow is None:
        workflow = click.confirm("Publish it on GitHub Pages by a workflow?", default=True) if ask else True
    return {**answers, "workflow": workflow}


def _codes(typed: str) -> list[str]:
    return [code.strip().lower() for code in typed.split(",") if code.strip()]


def _checked(name: str, value: Any) -> Any:
    """`value` if a site may have it for `name`; else click says why, and asks again."""
    from nashra.languages.defaults import OWN
    from nashra.starter import settings_of

    sound = {"title": "-", "languages": [OWN], "url": "https://example.org/", "timezone": "UTC"}
    try:
        settings_of(**{**sound, name: value}, root=Path())
    except ConfigError as error:
        (problem,) = error.problems
        reason = problem.message.removeprefix("no site was made: ")
        raise click.UsageError(printable(f"{reason} ({problem.hint})" if problem.hint else reason)) from None
    return value
