"""`nashra move`."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from nashra.cli.output import load_settings, report_problems, site_option


@click.command("move", short_help="Give an article another date, with its folder and address.")
@click.argument("name", metavar="ARTICLE")
@click.option("--date", "day", metavar="YYYY-MM-DD", required=True, help="The day of publication, or a moment.")
@site_option
@click.pass_context
def move_command(ctx: click.Context, name: str, day: str, site: Path | None) -> int:
    """Give ARTICLE (an id, a folder or a file) another date of publication. Its folder follows, and with the month its
    address; the old address leads to the new one.
    """
    from nashra.cli.translation import chosen
    from nashra.content import store
    from nashra.content.moving import move_article
    from nashra.kit import clock

    settings = load_settings(ctx, site)
    published, has_time = moment_option(day, settings.timezone)
    content, problems = store.load(settings)
    (article,) = chosen(content.articles, [name])
    folder = move_article(settings, article, published, content.articles, has_time=has_time)
    shown = folder.relative_to(settings.root).as_posix() if folder.is_relative_to(settings.root) else folder
    if folder == article.original.path.parent:
        click.echo(f"{shown}: dated {day}")
    else:
        click.echo(f"moved to {shown}, dated {day}")
        if article.month != folder.relative_to(settings.content / "articles").parent.as_posix():
            click.echo("the old addresses lead to the new ones from the next build on")
    if published > clock.now():
        click.echo("that day is still to come: readers do not see it before")
    report_problems(problems, settings.root)
    return 0


def moment_option(text: str, zone: ZoneInfo) -> tuple[datetime, bool]:
    """(moment, whether its time is known) that `--date` gives. Raises BadParameter for what is none."""
    try:
        if len(text) <= 10:
            return datetime.combine(date.fromisoformat(text), time(), tzinfo=zone), False
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone), True
    except ValueError:
        message = f"{text!r} is no date such as 2024-07-18 or 2024-07-18T10:00:00+01:00"
        raise click.BadParameter(message, param_hint="--date") from None
