"""`nashra import` and `nashra status`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.output import (
    count,
    json_option,
    load_settings,
    report_error,
    report_problems,
    shorten,
    site_command,
    site_option,
    table,
)
from generator.errors import ContentError, NashraError, Problem, printable

if TYPE_CHECKING:
    from generator.config import Settings
    from generator.ingest import Imported
    from generator.model import Article
    from generator.status import Standing


@click.command("import", short_help="Make articles of pasted texts and saved pages.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option("--lang", metavar="CODE", help="The language of the text; told from its words when not given.")
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
    """Make an article of each FILE: a pasted text, a saved page, or - for standard input.

    Title, author, date and source are found in the text, and what is not the article's is dropped; all of it is
    reported. A text that is there already is not imported again.
    """
    from generator import authoring, ingest, store
    from generator.ingest import companions
    from generator.ingest.html_names import topic_names
    from generator.slugs import slug_problem

    settings = load_settings(ctx, site)
    if lang is not None and lang not in settings.languages:
        message = f"the site has no language {lang!r}; it has {', '.join(settings.languages)}"
        raise click.BadParameter(message, param_hint="--lang")
    _check_day(day)
    if source_url and not store.is_web_address(source_url):
        raise click.BadParameter(f"{source_url!r} is not a web address", param_hint="--source-url")
    for topic in topics:
        if fault := slug_problem(topic):
            raise click.BadParameter(f"{topic!r} {fault}", param_hint="--topic")
    problems: list[Problem] = []
    content, _ = store.load(settings)
    articles = list(content.articles)
    known_topics = topic_names(content.topics.values())
    failed = 0
    for name in dict.fromkeys(sources):
        path = Path("standard input" if name == "-" else name)
        try:
            imported = ingest.read(
                _read(name),
                path,
                lang=lang,
                languages=list(settings.languages),
                known_topics=known_topics,
                saved=companions.saved_at(path) if name != "-" else None,
                companion=companions.beside(path) if name != "-" else None,
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
                where = _relative(twin.original.path, settings)
                click.echo(printable(f"{path}: already imported as {where}; nothing changed"))
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
    from generator.files import MAX_BYTES, read_bytes

    if name != "-":
        if Path(name).is_dir():
            raise ContentError("this is a folder", path=Path(name), hint="name the files in it")
        return read_bytes(Path(name), special=True)
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ContentError(f"there are more than {MAX_BYTES // 1024 // 1024} MB", path=Path("standard input"))
    return data


def _check_day(text: str | None) -> None:
    try:
        date.fromisoformat(text or "2000-01-01")
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date such as 2024-07-18", param_hint="--date") from None


def _describe(path: Path, imported: Imported) -> None:
    draft = imported.draft
    click.echo(f"{printable(str(path))}:")
    click.echo(f"  title   {shorten(draft.title, 200)}")
    click.echo(f"  date    {draft.published.isoformat() if draft.has_time else draft.published.date()}")
    if draft.updated:
        click.echo(f"  updated {draft.updated.isoformat() if draft.updated_has_time else draft.updated.date()}")
    click.echo(f"  lang    {draft.lang}")
    if draft.author:
        click.echo(f"  author  {shorten(draft.author)}")
    if draft.source:
        click.echo(
            f"  source  {shorten(draft.source.name)}"
            + (f" {shorten(draft.source.url, 200)}" if draft.source.url else "")
        )
    if draft.topics:
        click.echo(f"  topics  {', '.join(draft.topics)}")
    if draft.picture:
        click.echo(f"  image   {shorten(draft.picture.file)}")
    click.echo(f"  text    {count(len(draft.body.split(chr(10) * 2)), 'block')}")
    for dropped in imported.dropped:
        click.echo(f"  dropped line {dropped.line}: {shorten(dropped.text)} ({dropped.reason})")
    for note in imported.notes:
        click.echo(f"  note    {printable(note)}")


def _relative(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)


@click.command("status", short_help="Show every article by language, and what is out of date.")
@click.option(
    "--fail-on",
    metavar="WORDS",
    default="",
    help="End with 1 where one of these is found: missing, machine, review, stale (comma-separated).",
)
@json_option
@site_option
@click.pass_context
def status_command(ctx: click.Context, fail_on: str, as_json: bool, site: Path | None) -> int:
    """Show every article by language: original, machine, reviewed, manual, missing; what is stale or doubtful; what
    readers do not see now: draft, future, expired.

    Ends with 1 when content cannot be read, or on what --fail-on names.
    """
    from generator import clock, store
    from generator.entities.glossary import Glossary
    from generator.guards import check
    from generator.status import standings

    wanted = {word.strip() for word in fail_on.split(",") if word.strip()}
    if unknown := wanted - {"missing", "machine", "review", "stale"}:
        raise click.BadParameter(f"{', '.join(sorted(unknown))!r} is none of missing, machine, review, stale")
    settings = load_settings(ctx, site)
    now = clock.now()
    content, problems = store.load(settings)
    articles = sorted(content.articles, key=lambda article: article.folder, reverse=True)
    names = Glossary(content.vocabulary).named
    rows = {
        article.folder: standings(
            article,
            list(settings.languages),
            lambda one, two, first, second: tuple(doubt.text for doubt in check(one, two, first, second, names)),
            now,
        )
        for article in articles
    }

    if as_json:
        click.echo(json.dumps([_as_json(article, rows[article.folder]) for article in articles], indent=1))
    elif articles:
        lines = [["article", *settings.languages, "title"]]
        for article in articles:
            cells = [_cell(standing) for standing in rows[article.folder]]
            lines.append([article.folder, *cells, shorten(article.original.title, 50)])
        click.echo(table(lines))
        for article in articles:
            for standing in rows[article.folder]:
                for line in _details(settings, article, standing):
                    click.echo(f"{article.folder}/{standing.lang}.md: {line}")
    else:
        click.echo(f"there are no articles yet; {site_command(ctx, site, 'import FILE')} makes the first")
    report_problems(problems, settings.root)
    found = {word for standing_row in rows.values() for standing in standing_row for word in _words(standing)}
    return 1 if problems or wanted & found else 0


def _words(standing: Standing) -> Iterator[str]:
    """What `--fail-on` may name of an article in one language."""
    yield standing.condition
    if standing.review or standing.drafts:
        yield "review"
    if standing.is_stale:
        yield "stale"


def _cell(standing: Standing) -> str:
    return ", ".join(dict.fromkeys([*_words(standing), *filter(None, [standing.hold])]))


def _details(settings: Settings, article: Article, standing: Standing) -> Iterator[str]:
    if standing.stale:
        since = _since(settings, article, standing.lang)
        for number in standing.stale:
            moment = f" since {since[number]}" if since.get(number) else ""
            what = "written by a person, left as it is" if number in standing.kept else "the next translate renews it"
            yield f"block {number} is stale{moment}: {what}"
    for name in standing.fields:
        yield f"the {name} is stale"
    if standing.untranslated:
        yield f"{count(standing.untranslated, 'block')} of the source not translated yet"
    for name in standing.drafts:
        yield f"the {name} to review: a translator wrote it, and nobody has approved it yet"
    for number, why in standing.review:
        yield f"block {number} to review: {why}"


def _since(settings: Settings, article: Article, lang: str) -> dict[int, str]:
    """Number of a stale block -> when its source changed, where the site's git history tells."""
    from generator.alignment import align
    from generator.history import old_blocks

    version = article.versions[lang]
    source = article.versions[version.translation.origin] if version.translation else article.original
    pairs = [pair for pair in align(source, version).pairs if pair.target is not None]
    marks = {number: pair.record.source for number, pair in enumerate(pairs, 1) if pair.stale and pair.record}
    old = old_blocks(settings.cache, article.id, lang, source.path, set(marks.values()))
    return {number: old[mark].until or "" for number, mark in marks.items() if mark in old}


def _as_json(article: Article, rows: Sequence[Standing]) -> dict[str, object]:
    from dataclasses import asdict

    return {
        "article": article.folder,
        "id": article.id,
        "title": article.original.title,
        "versions": [asdict(row) | {"is_stale": row.is_stale} for row in rows],
    }
