"""`nashra new`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.cli.moving import moment_option
from nashra.cli.output import load_settings, report_problems, site_option
from nashra.kit.errors import Problem, printable


@click.command("new", short_help="Begin an article: its folder, its head, its address.")
@click.argument("title")
@click.option("--lang", metavar="CODE", help="Its language; told from the title when not given.")
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of publication, or a moment; today by default.")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="A topic; may be given several times.")
@site_option
@click.pass_context
def new_command(
    ctx: click.Context, title: str, lang: str | None, day: str | None, topics: tuple[str, ...], site: Path | None
) -> int:
    """Begin an article of this TITLE, and say where its file is. It is a draft until its text is written and the line
    `draft: true` is taken away.
    """
    from datetime import datetime, time

    from nashra.content import authoring, store
    from nashra.ingest.draft import digest, one_line
    from nashra.ingest.words import language
    from nashra.kit import clock
    from nashra.kit.slugs import slug_problem
    from nashra.model import Draft

    settings = load_settings(ctx, site)
    shown = one_line(title)
    if shown is None or not any(char.isalnum() for char in shown):
        raise click.BadParameter("there is nothing to be seen of it", param_hint="TITLE")
    if lang is not None and lang not in settings.languages:
        message = f"the site has no language {lang!r}; it has {', '.join(settings.languages)}"
        raise click.BadParameter(message, param_hint="--lang")
    for topic in topics:
        if fault := slug_problem(topic):
            raise click.BadParameter(f"{topic!r} {fault}", param_hint="--topic")
    now = clock.now().astimezone(settings.timezone)
    published, has_time = (
        moment_option(day, settings.timezone)
        if day is not None
        else (datetime.combine(now.date(), time(), tzinfo=settings.timezone), False)
    )
    code = lang or language.choose(shown, (), settings.languages)[0]
    if code is None or code not in settings.languages:
        code = next(iter(settings.languages))
    draft = Draft(
        code,
        shown,
        "",
        published,
        has_time,
        digest(shown, (now.isoformat(),)),
        topics=topics,
        draft=True,
        found=False,
    )
    articles = store.load_articles(settings)[0]
    path = authoring.create_article(settings, draft, articles)
    where = path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else str(path)
    click.echo(printable(f"wrote {where}"))
    click.echo("write its text there; it is a draft until the line `draft: true` is gone")
    for twin in (each.original for each in articles if each.published.date() == published.date()):
        if twin.title == shown:
            message = "an article of this day has the same title (delete the folder of the one that is not wanted)"
            report_problems([Problem(message, twin.path, warning=True)], settings.root)
    return 0
