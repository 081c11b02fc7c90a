"""`nashra import`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.import_report import FEW, Report
from nashra.cli.output import Progress, count, json_option, load_settings, report_error, report_problems, site_option
from nashra.cli.places import place_loose
from nashra.kit.errors import ContentError

if TYPE_CHECKING:
    from nashra.ingest.inbox import Inbox


_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("import", short_help="Make articles of pasted texts, saved pages, exports and feeds.")
@click.argument("sources", nargs=-1, metavar="FILE...")
@click.option("--inbox", is_flag=True, help="Import what lies in content/inbox/, and remove there what was taken in.")
@click.option("--move", is_flag=True, help="FILE is a whole site, its folder or its export; it moves in.")
@click.option(
    "--terms", metavar="FILE", type=_FILE, help="What becomes of categories, tags and authors; made if missing."
)
@click.option("--report", metavar="FILE", type=_FILE, help="Write what became of the old site, as an HTML page.")
@click.option("--comments", is_flag=True, help="Keep what readers said below each text, with --move.")
@click.option(
    "--disqus", metavar="FILE", type=_FILE, help="Keep what readers said, of an export of Disqus, with --move."
)
@click.option("--lang", metavar="CODE", help="The language of the text; told from its words when not given.")
@click.option("--title", help="Use this title.")
@click.option("--author", help="Use this author.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="Use this date of publication.")
@click.option("--source", "source_name", metavar="NAME", help="Where it was published first.")
@click.option("--source-url", metavar="URL", help="Its address there.")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic; may be given several times.")
@click.option("--pages", is_flag=True, help="Import the pages of a WordPress export too, not only its posts.")
@click.option("--split", is_flag=True, help="Make an article of each text of a paste that holds several.")
@click.option("--update", is_flag=True, help="Renew articles of the same web address that nobody edited since import.")
@click.option("--skip-near", is_flag=True, help="Leave out texts that are nearly the same as an article of the site.")
@click.option(
    "--time-limit",
    metavar="SECONDS",
    type=click.FloatRange(min=0.1),
    default=30,
    show_default=True,
    help="Give up on an article after so much processor time.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be written and where it was found; write nothing.")
@json_option
@site_option
@click.pass_context
def import_command(
    ctx: click.Context,
    sources: tuple[str, ...],
    inbox: bool,
    move: bool,
    terms: Path | None,
    report: Path | None,
    comments: bool,
    disqus: Path | None,
    lang: str | None,
    title: str | None,
    author: str | None,
    day: str | None,
    source_name: str | None,
    source_url: str | None,
    topics: tuple[str, ...],
    pages: bool,
    split: bool,
    update: bool,
    skip_near: bool,
    time_limit: float,
    dry_run: bool,
    as_json: bool,
    site: Path | None,
) -> int:
    """Make articles of each FILE: a pasted text, a saved page, a WordPress export, a feed, a Markdown file, a folder of
    any of these, or - for standard input.

    Title, author, date and source are found in the text, and what is not the article's is dropped; all of it is
    reported. A text that is there already is not imported again. Nothing is fetched from the network.

    With --move a whole site moves in: the versions of each text joined, its old addresses kept, links led to the new
    places, categories made topics. It may come from Hugo, Jekyll, Pelican, Nikola, WordPress, Blogger or Ghost, or be a
    folder of saved pages.

    With --inbox it takes what lies in content/inbox/, a picture with the text of the same name. What was taken in is
    removed there; what could not be stays, with the reason in a file beside it.
    """
    from nashra.content import store
    from nashra.ingest import batch
    from nashra.ingest.chosen_files import Gathered, gather
    from nashra.ingest.formats import Options
    from nashra.ingest.inbox import FOLDER, Inbox
    from nashra.kit import clock
    from nashra.kit.slugs import slug_problem

    settings = load_settings(ctx, site)
    if move:
        from nashra.cli.move_in import Wishes, move_in

        return move_in(settings, sources, Wishes(dry_run, as_json, terms, report, comments, disqus))
    if terms or report or comments or disqus:
        raise click.UsageError("--terms, --report, --comments and --disqus go with --move")
    if lang is not None and lang not in settings.languages:
        message = f"the site has no language {lang!r}; it has {', '.join(settings.languages)}"
        raise click.BadParameter(message, param_hint="--lang")
    _check_day(day)
    if source_url and not store.is_web_address(source_url):
        raise click.BadParameter(f"{source_url!r} is not a web address", param_hint="--source-url")
    for topic in topics:
        if fault := slug_problem(topic):
            raise click.BadParameter(f"{topic!r} {fault}", param_hint="--topic")
    if bool(sources) == inbox:
        message = "name files to import, or say --inbox" if not inbox else "--inbox takes no files"
        raise click.UsageError(message)
    box = Inbox(settings.content / FOLDER) if inbox else None
    found = Gathered(box.paths) if box is not None else gather(sources, (settings.content, settings.output))
    options = Options(
        lang,
        settings.timezone,
        tuple(settings.languages),
        title,
        author,
        day,
        source_name,
        source_url,
        topics,
        pages=pages,
        today=clock.now(),
        split=split,
    )
    told = Report(settings, len(found.paths), dry_run=dry_run, as_json=as_json)
    if found.problems:
        report_error(ContentError.of(found.problems))
        told.counts["failed"] += len(found.problems)
    wishes = batch.Wishes(dry_run, update, skip_near, time_limit)
    try:
        with Progress() if len(found.paths) > FEW else nullcontext(_no_progress) as show:
            dressed = {"dress": box.dress} if box is not None else {}
            for outcome in batch.run(settings, found.paths, options, wishes, _read_stdin, **dressed):
                show("importing", outcome.done, len(found.paths))
                told.add(outcome)
                if box is not None:
                    box.note(outcome)
    finally:
        told.close(found.left_out)
        if box is not None and not dry_run:
            told.counts["failed"] = _settle(box, settings.root, as_json=as_json)
    if not dry_run:
        loose = place_loose(settings)
        report_problems(loose, settings.root)
        told.counts["failed"] += len(loose)
    return 1 if told.counts["failed"] else 0


def _settle(box: Inbox, root: Path, *, as_json: bool) -> int:
    """Clear the inbox, and say what stays in it: how many files."""
    removed, left = box.settle()
    report_problems(left, root)
    if not as_json and (removed or left):
        click.echo(f"{count(len(removed), 'file')} taken out of the inbox")
    elif not as_json:
        click.echo("the inbox is empty")
    return len(left)


def _no_progress(_what: str, _done: int, _total: int) -> None:
    pass


def _read_stdin() -> bytes:
    from nashra.kit.files import MAX_BYTES

    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ContentError(f"there are more than {MAX_BYTES // 1024 // 1024} MB", path=Path("standard input"))
    return data


def _check_day(text: str | None) -> None:
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date such as 2024-07-18", param_hint="--date") from None
