"""`nashra check`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.output import json_option, load_settings, site_option

if TYPE_CHECKING:
    from nashra.checks.finding import Severity
    from nashra.checks.run import Report

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.command("check", short_help="Look for what is broken, out of date or missing.")
@json_option
@click.option(
    "--github/--no-github",
    default=None,
    help="Print annotations for GitHub; so it is anyway where GITHUB_ACTIONS is true.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="End with 1 where something as grave as this is found.",
)
@click.option("--deploy", is_flag=True, help="Also look for what goes wrong on GitHub Pages only.")
@click.option("--only", metavar="NAMES", help="Run these checks only (comma-separated).")
@click.option(
    "--old",
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A list, or a sitemap, of addresses that must lead somewhere: those of the site that this one was.",
)
@click.option("--notes", is_flag=True, help="Also show what is good to know and no fault.")
@site_option
@click.pass_context
def check_command(
    ctx: click.Context,
    as_json: bool,
    github: bool | None,
    fail_on: str,
    deploy: bool,
    only: str | None,
    old: Path | None,
    notes: bool,
    site: Path | None,
) -> int:
    """Look for what is broken, out of date or missing: links, feeds, translations, front matter, names, pictures.

    The site is built for it below .nashra/ as readers would get it now; the folder of `nashra build` is left alone.
    Nothing is fetched from the network. Ends with 0 where all is well, 1 where --fail-on says so, 2 where the command
    or nashra.toml is wrong.
    """
    from nashra.checks import finding, report, run
    from nashra.kit import clock

    if as_json and github:
        raise click.UsageError("--json and --github exclude each other")
    names = _names(only, deploy)
    settings = load_settings(ctx, site)
    found = run.check_site(settings, clock.now(), names, os.environ, old.resolve() if old else None)
    if as_json:
        click.echo(report.as_json(found))
    elif github or (github is None and os.environ.get("GITHUB_ACTIONS") == "true"):
        workspace = os.environ.get("GITHUB_WORKSPACE")
        for line in report.as_annotations(found, Path(workspace).resolve() if workspace else None, notes=notes):
            click.echo(line)
    else:
        _print(found, notes)
    if fail_on == "never":
        return 0
    return 1 if finding.reaches(found.findings, "warning" if fail_on == "warning" else "error") else 0


def _names(only: str | None, deploy: bool) -> tuple[str, ...]:
    from nashra.checks.run import DEFAULT, NAMES

    if only is None:
        chosen = DEFAULT
    else:
        chosen = tuple(name.strip() for name in only.split(",") if name.strip())
        if unknown := [name for name in chosen if name not in NAMES]:
            raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(NAMES)}", param_hint="--only")
        if not chosen:
            raise click.BadParameter(f"name one or more of {', '.join(NAMES)}", param_hint="--only")
    return (*chosen, "deploy") if deploy and "deploy" not in chosen else chosen


def _print(found: Report, notes: bool) -> None:
    from nashra.checks.report import as_text

    def paint(text: str, severity: Severity) -> str:
        return click.style(text, fg=_COLOURS[severity], bold=severity == "error")

    for line in as_text(found, notes=notes, paint=paint):
        click.echo(line)
