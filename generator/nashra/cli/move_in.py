"""`nashra import --move`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.output import count, exit_code, report_problems, table
from nashra.kit.errors import Problem, printable

if TYPE_CHECKING:
    from nashra.move_in.mover import Moved
    from nashra.settings.config import Settings

_FEW = 12


def move_in(settings: Settings, sources: Sequence[str], *, dry_run: bool, as_json: bool) -> int:
    """Move the site in the folder that `sources` names into that of `settings`; how the command ends."""
    from nashra.kit import clock
    from nashra.move_in.mover import Mover
    from nashra.move_in.systems import SYSTEMS, old_site

    if len(sources) != 1 or not Path(sources[0]).exists():
        raise click.UsageError("--move takes the folder, or the export, of one site")
    root = Path(sources[0]).resolve()
    site = old_site(root, settings)
    if site is None:
        names = ", ".join(system.name for system in SYSTEMS)
        raise click.UsageError(f"{sources[0]} is no site of {names}, as far as its files tell")
    done = list(Mover(settings, site, clock.now(), dry_run=dry_run).run())
    problems = [*site.problems, *(problem for each in done for problem in each.problems)]
    problems += [Problem(why, path, warning=True) for path, why in site.left_out.items()]
    if as_json:
        click.echo(json.dumps(_rows(settings, done), ensure_ascii=False, indent=1))
    else:
        _tell(settings, site.system, done, dry_run=dry_run)
    report_problems(problems, settings.root)
    return exit_code(problems)


def _tell(settings: Settings, system: str, done: Sequence[Moved], *, dry_run: bool) -> None:
    counts = Counter(each.status for each in done)
    several = sum(len(each.texts) > 1 for each in done if each.status == "moved")
    for each in done if len(done) <= _FEW else ():
        for text, file in zip(each.texts, each.files, strict=False):
            click.echo(printable(f"{each.status}: {text.address} -> {_shown(settings, file)}"))
    for each in done:
        for note in each.notes:
            click.echo(printable(f"to check: {each.texts[0].address}: {note}"))
    rows = [
        [f"a site of {system}", "texts"],
        ["would move in" if dry_run else "moved in", f"{counts['moved']:,}"],
        ["with versions joined", f"{several:,}"],
        ["here already", f"{counts['known']:,}"],
        ["left out", f"{counts['left out']:,}"],
    ]
    click.echo("\n" + table(rows))
    if counts["moved"] and not dry_run:
        click.echo(f"next: `nashra build` and `nashra check`; {count(counts['moved'], 'text')} to look at")


def _rows(settings: Settings, done: Sequence[Moved]) -> list[dict[str, Any]]:
    return [
        {
            "status": each.status,
            "versions": [
                {"old": text.address, "aliases": list(text.aliases), "lang": text.lang, "file": _shown(settings, file)}
                for text, file in zip(each.texts, (*each.files, *[None] * len(each.texts)), strict=False)
            ],
            "check": list(each.notes),
            "problems": [problem.message for problem in each.problems],
        }
        for each in done
    ]


def _shown(settings: Settings, path: Path | None) -> str | None:
    if path is None:
        return None
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)
