"""`nashra build`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.cli.output import count, load_settings, note_languages, report_problems, site_command, site_option
from nashra.cli.places import place_loose, with_reasons
from nashra.kit.errors import printable


@click.command("build", short_help="Build the site.")
@click.option("--url", help="The address where it is published, in place of site.url and NASHRA_URL.")
@click.option("--drafts", is_flag=True, help="Show drafts too, marked.")
@click.option("--future", is_flag=True, help="Show too, marked, what is dated in the future.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes make pages; one for each core by default.")
@site_option
@click.pass_context
def build_command(
    ctx: click.Context, url: str | None, drafts: bool, future: bool, jobs: int | None, site: Path | None
) -> int:
    """Build the site. Needs no model, no network and no cache.

    Files with problems are left out and listed, and the command then ends with 1. Warnings do not change how it ends.

    Addresses are added to content/addresses.txt, so that old ones go on leading to what has moved; not with --drafts
    or --future, since readers are to see neither. SOURCE_DATE_EPOCH stands in for the clock.
    """
    from nashra.kit import clock
    from nashra.kit.collector import look_seldom
    from nashra.kit.processes import cores
    from nashra.model import Hold
    from nashra.pipeline import build

    look_seldom()
    settings = load_settings(ctx, site, url)
    loose = place_loose(settings)
    wanted: dict[Hold, bool] = {"draft": drafts, "future": future}
    shown = frozenset(hold for hold, given in wanted.items() if given)
    report = build(settings, now=clock.now(), shown=shown, remember=not shown, cached=True, jobs=jobs or cores())
    report_problems(with_reasons(report.problems, loose), settings.root)
    for warning in report.warnings:
        click.echo(f"{click.style('warning:', fg='cyan')} {warning.describe(settings.root)}", err=True)
    note_languages(settings)
    done = f"built {count(report.articles, 'article')}, {count(report.pages, 'page')} in {report.output}"
    if report.held:
        done += "; not public: " + ", ".join(f"{number:,} {hold}" for hold, number in sorted(report.held.items()))
    click.echo(printable(done))
    page, serve = report.output / "index.html", site_command(ctx, site, "serve")
    click.echo(printable(f"look at it: open {page} in a browser, or run {serve}"))
    return 1 if report.problems else 0
