"""`nashra archive`: what readers can keep, and read without a network."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click

from nashra.archives.formats import FORMATS
from nashra.cli.output import Progress, count, exit_code, load_settings, report_problems, site_option
from nashra.kit.errors import NashraError, printable

_DATE = click.DateTime(["%Y-%m-%d"])


@click.command("archive", short_help="Write articles into a zip, a ZIM or an EPUB file.")
@click.option("--format", "format_", required=True, type=click.Choice(list(FORMATS)), help="What to write.")
@click.option("--lang", "langs", multiple=True, metavar="CODE", help="Only this language; several, or all.")
@click.option("--from", "first", type=_DATE, metavar="DATE", help="From this day on, such as 2024-08-01.")
@click.option("--to", "last", type=_DATE, metavar="DATE", help="Up to this day.")
@click.option("--topic", "topics", multiple=True, metavar="ID", help="On this topic.")
@click.option("--entity", "entities", multiple=True, metavar="ID", help="That name this person, body or place.")
@click.option("--edition", default="", metavar="NAME", help="The edition of a day or a week: 2024-08-09, 2024-W32.")
@click.option("--month", default="", metavar="MONTH", help="Of this month, such as 2024-08.")
@click.option("--article", "articles", multiple=True, metavar="ARTICLE", help="This article: its id or folder.")
@click.option("-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it.")
@site_option
@click.pass_context
def archive_command(
    ctx: click.Context,
    format_: str,
    langs: Sequence[str],
    first: datetime | None,
    last: datetime | None,
    topics: Sequence[str],
    entities: Sequence[str],
    edition: str,
    month: str,
    articles: Sequence[str],
    file: Path | None,
    site: Path | None,
) -> int:
    """Write articles into a file that readers can keep, and read without a network.

    zip: the site, to be unpacked and opened in a browser. zim: the site for Kiwix, with its search; needs
    nashra[zim]. epub: a book, a chapter an article.

    Without options that choose, everything is in it. Of options of one kind one is enough (--topic a --topic b); of
    different kinds all must fit.
    """
    from nashra.archives.making import make_archive
    from nashra.archives.selection import Selection

    if first and last and first > last:
        raise click.BadParameter("the day of --from is after that of --to")
    settings = load_settings(ctx, site)
    codes = [code.strip() for part in langs for code in part.split(",") if code.strip()]
    if langs and not codes:
        raise click.BadParameter("--lang names no language")
    selection = Selection(
        langs=() if "all" in codes else tuple(dict.fromkeys(codes)),
        first=first.date() if first else None,
        last=last.date() if last else None,
        topics=tuple(dict.fromkeys(topics)),
        entities=tuple(dict.fromkeys(entities)),
        edition=edition,
        month=month,
        articles=tuple(dict.fromkeys(map(_article_id, articles))),
    )
    with Progress() as progress:
        report = make_archive(settings, selection, format_, file, progress)
    report_problems(report.problems, settings.root)
    chosen = f"{count(report.articles, 'article')} in {', '.join(report.languages)}"
    click.echo(printable(f"wrote {chosen} to {report.path} ({_size(report.size)})"))
    return exit_code(report.problems)


def _article_id(name: str) -> str:
    """The id in "3f9a1c", "18-3f9a1c", or the path of an article's folder or of a file in it."""
    path = Path(name)
    id = (path.parent if path.suffix == ".md" else path).name.rpartition("-")[2]
    if not id:
        raise NashraError(f"{name!r} names no article", hint="give its id or its folder; `nashra status` lists them")
    return id


def _size(bytes_: int) -> str:
    """Bytes as people read them, in powers of 1000."""
    if bytes_ < 1000_000:
        return f"{max(1, round(bytes_ / 1000)):,} kB"
    return f"{bytes_ / 1000_000:,.1f} MB"
