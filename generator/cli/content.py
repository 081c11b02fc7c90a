"""`nashra import` and `nashra status`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator import authoring, store
from generator.cli.output import count, json_option, load_settings, report_error, report_problems, site_option, table
from generator.config import Settings
from generator.errors import ContentError, NashraError, Problem
from generator.model import Article


@click.command("import")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option("--lang", metavar="CODE", help="The language of the text; the site's first one when not given.")
@click.option("--title", help="Use this title.")
@click.option("--author", help="Use this author.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="Use this date of publication.")
@click.option("--source", "source_name", metavar="NAME", help="Where it was published first.")
@click.option("--source-url", metavar="URL", help="Its address there.")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic; may be given several times.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@site_option
@click.pass_context
def import_command(
    ctx: click.Context,
    sources: tuple[str, ...],
    lang: str | None,
    title: str | None,
    author: str | None,
    day: str | None,
    source_name: str | None,
    source_url: str | None,
    topics: tuple[str, ...],
    dry_run: bool,
    site: Path | None,
) -> int:
    """Make articles of pasted texts. FILE may be - for standard input."""
    from generator import ingest

    settings = load_settings(ctx, site)
    code = lang or settings.default_language.code
    if code not in settings.languages:
        raise click.BadParameter(f"the site has no language {code!r}; it has {', '.join(settings.languages)}")
    _check_day(day)
    if source_url and not store.is_web_address(source_url):
        raise click.BadParameter(f"{source_url!r} is not a web address", param_hint="--source-url")
    problems: list[Problem] = []
    articles = list(store.load_articles(settings, problems))
    failed = 0
    for name in sources:
        path = Path("standard input" if name == "-" else name)
        try:
            imported = ingest.read(
                _read(name),
                path,
                lang=code,
                timezone=settings.timezone,
                title=title,
                author=author,
                date=day,
                source_name=source_name,
                source_url=source_url,
                topics=topics,
            )
            twin = authoring.find_twin(articles, imported.draft.digest)
            if twin is not None:
                click.echo(f"{path}: already imported as {_relative(twin.original.path, settings)}; nothing changed")
                continue
            _describe(path, imported)
            if dry_run:
                click.echo("\n" + imported.draft.body)
                continue
            written = authoring.create_article(settings, imported.draft, articles)
            click.echo(f"wrote {_relative(written, settings)}")
            article = store.load_article(settings, written.parent, problems)
            articles.extend([article] if article else [])
        except NashraError as error:
            report_error(error)
            failed += 1
    if failed and len(sources) > 1:
        click.echo(f"{failed} of {count(len(sources), 'file')} could not be imported", err=True)
    return 1 if failed else 0


def _read(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise ContentError(f"the file cannot be read: {error.strerror}", path=Path(name)) from None


def _check_day(text: str | None) -> None:
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date such as 2024-07-18", param_hint="--date") from None


def _describe(path: Path, imported: object) -> None:
    from generator.ingest import Imported

    assert isinstance(imported, Imported)  # noqa: S101 - narrows the type without importing ingest at start-up
    draft = imported.draft
    click.echo(f"{path}:")
    click.echo(f"  title   {draft.title}")
    click.echo(f"  date    {draft.published.isoformat() if draft.has_time else draft.published.date()}")
    if draft.author:
        click.echo(f"  author  {draft.author}")
    if draft.source:
        click.echo(f"  source  {draft.source.name}" + (f" {draft.source.url}" if draft.source.url else ""))
    click.echo(f"  text    {count(len(draft.body.split(chr(10) * 2)), 'block')}")
    for dropped in imported.dropped:
        click.echo(f"  dropped line {dropped.line}: {_shorten(dropped.text)} ({dropped.reason})")
    for note in imported.notes:
        click.echo(f"  note    {note}")


def _shorten(text: str, most: int = 70) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _relative(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)


@click.command("status")
@json_option
@site_option
@click.pass_context
def status_command(ctx: click.Context, as_json: bool, site: Path | None) -> int:
    """Show every article by language: original, machine, reviewed, manual, missing, and what is out of date.

    Ends with 1 when content cannot be read.
    """
    from generator.status import Standing, standings

    settings = load_settings(ctx, site)
    problems: list[Problem] = []
    articles = sorted(store.load_articles(settings, problems), key=lambda article: article.folder, reverse=True)
    languages = list(settings.languages)

    def cell(standing: Standing) -> str:
        notes = []
        if standing.stale:
            notes.append("stale: block " + ", ".join(map(str, standing.stale)))
        if standing.fields:
            notes.append("stale: " + ", ".join(standing.fields))
        if standing.untranslated:
            notes.append(f"{standing.untranslated} new in the source")
        if standing.review:
            notes.append(f"{standing.review} to review")
        if standing.human and standing.condition == "machine":
            notes.append(f"{standing.human} by people")
        return standing.condition + (f" ({'; '.join(notes)})" if notes else "")

    if as_json:
        click.echo(json.dumps([_as_json(article, standings(article, languages)) for article in articles], indent=1))
    elif articles:
        rows = [["article", *languages, "title"]]
        for article in articles:
            cells = [cell(standing) for standing in standings(article, languages)]
            rows.append([article.folder, *cells, _shorten(article.original.title, 50)])
        click.echo(table(rows))
    else:
        click.echo("there are no articles yet; `nashra import FILE` makes the first")
    report_problems(problems, settings.root)
    return 1 if problems else 0


def _as_json(article: Article, rows: Sequence[object]) -> dict[str, object]:
    from dataclasses import asdict

    return {
        "article": article.folder,
        "id": article.id,
        "title": article.original.title,
        "versions": [asdict(row) for row in rows],  # type: ignore[call-overload]
    }
