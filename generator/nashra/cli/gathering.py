"""`nashra gather`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.output import count, exit_code, json_option, load_settings, report_problems, site_option
from nashra.kit.errors import Problem, printable

if TYPE_CHECKING:
    from nashra.sources.gathering import Result


@click.command("gather", short_help="Fetch the feeds of content/sources.yaml, and make articles of what is new.")
@click.argument("names", nargs=-1, metavar="[SOURCE]...")
@click.option("--dry-run", is_flag=True, help="Fetch, and show what would be written; write nothing.")
@json_option
@site_option
@click.pass_context
def gather_command(ctx: click.Context, names: tuple[str, ...], dry_run: bool, as_json: bool, site: Path | None) -> int:
    """Fetch the feeds of content/sources.yaml (all, or those named), and make articles of what is new: headline, two
    sentences, the source and its link. This is, with `models install`, the only command that uses the network.

    A source that does not answer stops no other; one that failed ten times in a row makes the command end with 1.
    """
    from nashra.kit import clock
    from nashra.sources import listing
    from nashra.sources.gathering import MANY, gather, unknown_names

    settings = load_settings(ctx, site)
    sources, problems = listing.load(settings)
    if error := unknown_names(names, sources):
        raise error
    chosen = [source for source in sources if not names or source.id in names]
    if not chosen and not problems:
        click.echo("there is nothing to gather: content/sources.yaml names no feed")
    rows: list[dict[str, Any]] = []
    path = settings.content / listing.FILE_NAME
    for result in gather(settings, chosen, clock.now(), dry_run=dry_run):
        if as_json:
            rows.append(_row(result))
        else:
            _tell(result, settings.root, dry_run=dry_run)
        problems += _problems(result, path, MANY)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    report_problems(problems, settings.root)
    return exit_code(problems)


def _tell(result: Result, root: Path, *, dry_run: bool) -> None:
    name = printable(result.source.id)
    if result.fault:
        return
    new = sum(outcome.status == "imported" for outcome in result.outcomes)
    renewed = sum(outcome.status == "updated" for outcome in result.outcomes)
    parts = [f"{count(new, 'article')} {'would be written' if dry_run else 'written'}"]
    if renewed:
        parts.append(f"{renewed} renewed")
    parts += [f"{number:,} {reason}" for reason, number in result.left_out.items()]
    click.echo(f"{name}: {'; '.join(parts)}")
    for outcome in result.outcomes:
        if outcome.status == "imported" and outcome.imported is not None:
            draft = outcome.imported.draft
            article = outcome.article
            where = f" -> {article.relative_to(root).as_posix()}" if article and article.is_relative_to(root) else ""
            click.echo(printable(f"  {draft.published:%Y-%m-%d %H:%M} {draft.title}{where}"))


def _problems(result: Result, path: Path, many: int) -> list[Problem]:
    source = result.source
    found = []
    if result.fault:
        lasting = result.failures >= many
        times = f"; that is {result.failures} times in a row" if result.failures > 1 else ""
        hint = "correct its `feed`, or take the source away" if lasting else "it is asked again the next time"
        found.append(
            Problem(f"{source.id}: nothing came: {result.fault}{times}", path, source.line, hint, warning=not lasting)
        )
    if result.moved and result.moved != source.feed:
        hint = f"write `feed: {result.moved}`"
        found.append(Problem(f"{source.id} has moved for good", path, source.line, hint, warning=True))
    found += [problem for outcome in result.outcomes if outcome.status == "failed" for problem in outcome.problems]
    return found


def _row(result: Result) -> dict[str, Any]:
    return {
        "source": result.source.id,
        "fault": result.fault or None,
        "failures": result.failures,
        "moved": result.moved or None,
        "left_out": result.left_out,
        "articles": [
            {
                "status": outcome.status,
                "title": outcome.imported.draft.title if outcome.imported else None,
                "article": str(outcome.article) if outcome.article else None,
            }
            for outcome in result.outcomes
        ],
    }
