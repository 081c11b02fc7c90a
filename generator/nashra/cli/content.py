"""`nashra status`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.output import (
    count,
    exit_code,
    json_option,
    load_settings,
    report_problems,
    shorten,
    site_command,
    site_option,
    table,
)

if TYPE_CHECKING:
    from datetime import datetime

    from nashra.model import Article
    from nashra.settings.config import Settings
    from nashra.versions.status import Standing

_DATE = click.DateTime(formats=["%Y-%m-%d"])
_STATES = (
    *("original", "machine", "reviewed", "manual", "missing", "unreadable", "unwanted"),
    *("review", "stale", "draft", "future", "expired"),
)


@click.command("status", short_help="Show every article by language, and what is out of date.")
@click.option(
    "--fail-on",
    metavar="WORDS",
    default="",
    help="End with 1 where one of these is found: missing, machine, review, stale (comma-separated).",
)
@click.option("--lang", "langs", multiple=True, metavar="CODE", help="Only this language; several, or all.")
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="WORD",
    help="Only articles that are so in one of the languages shown, such as missing, machine, review, stale, draft.",
)
@click.option("--since", type=_DATE, metavar="DATE", help="Only articles from this day on, such as 2024-08-01.")
@click.option("--until", type=_DATE, metavar="DATE", help="Only articles up to this day.")
@json_option
@site_option
@click.pass_context
def status_command(
    ctx: click.Context,
    fail_on: str,
    langs: tuple[str, ...],
    states: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
    site: Path | None,
) -> int:
    """Show every article by language: original, machine, reviewed, manual, missing, unreadable, unwanted; what is
    stale or doubtful; what readers do not see now: draft, future, expired.

    Ends with 1 when content cannot be read, or on what --fail-on names.
    """
    from nashra.building.standings import all_standings
    from nashra.kit import clock

    wanted = {word.strip() for word in fail_on.split(",") if word.strip()}
    if unknown := wanted - {"missing", "machine", "review", "stale"}:
        raise click.BadParameter(f"{', '.join(sorted(unknown))!r} is none of missing, machine, review, stale")
    asked = {word.strip() for each in states for word in each.split(",") if word.strip()}
    if unknown := asked - set(_STATES):
        message = f"{', '.join(sorted(unknown))!r} is none of {', '.join(_STATES)}"
        raise click.BadParameter(message, param_hint="--state")
    settings = load_settings(ctx, site)
    languages = [code for each in langs for code in each.replace(",", " ").split()]
    if not languages or "all" in languages:
        languages = list(settings.languages)
    if strangers := [code for code in languages if code not in settings.languages]:
        message = f"{strangers[0]!r} is not a language of this site; it has {', '.join(settings.languages)}"
        raise click.BadParameter(message, param_hint="--lang")

    def is_of_these_days(article: Article) -> bool:
        day = article.published.astimezone(settings.timezone).date()
        return (since is None or day >= since.date()) and (until is None or day <= until.date())

    found, problems = all_standings(settings, clock.now(), is_of_these_days)
    rows = [
        (article, shown)
        for article, standings in found
        if (shown := [each for each in standings if each.lang in languages])
        and (not asked or any(asked & _said(each) for each in shown))
    ]
    if as_json:
        click.echo(json.dumps([_as_json(article, shown) for article, shown in rows], indent=1))
    elif rows:
        lines = [["article", *(each.lang for each in rows[0][1]), "title"]]
        for article, shown in rows:
            lines.append([article.folder, *map(_cell, shown), shorten(article.original.title, 50)])
        click.echo(table(lines))
        for article, shown in rows:
            for standing in shown:
                for line in _details(settings, article, standing):
                    click.echo(f"{article.folder}/{standing.lang}.md: {line}")
    elif asked or langs or since or until:
        click.echo("no article is like that")
    else:
        click.echo(f"there are no articles yet; {site_command(ctx, site, 'import FILE')} makes the first")
    report_problems(problems, settings.root)
    words = {word for _, shown in rows for standing in shown for word in _words(standing)}
    return 1 if exit_code(problems) or wanted & words else 0


def _said(standing: Standing) -> set[str]:
    """What `--state` may name of an article in one language."""
    return {*_words(standing), standing.hold}


def _words(standing: Standing) -> Iterator[str]:
    """What `--fail-on` may name of an article in one language."""
    yield standing.condition
    if standing.review or standing.drafts or standing.doubtful:
        yield "review"
    if standing.is_stale:
        yield "stale"


def _cell(standing: Standing) -> str:
    return ", ".join(dict.fromkeys([*_words(standing), *filter(None, [standing.hold])]))


def _details(settings: Settings, article: Article, standing: Standing) -> Iterator[str]:
    from nashra.versions.status import origins

    if standing.needless:
        yield "`languages` of the article leaves this language out: readers do not see the version"
    if standing.stale:
        since = _since(settings, article, standing.lang)
        for number in standing.stale:
            moment = f" since {since[number]}" if since.get(number) else ""
            what = "written by a person, left as it is" if number in standing.kept else "the next translate renews it"
            yield f"block {number} is stale{moment}: {what}"
    for name in standing.fields:
        yield f"the {name} is stale"
    for name in standing.absent:
        yield f"the {name} is not translated yet"
    if standing.untranslated:
        yield f"{count(standing.untranslated, 'block')} of the source not translated yet"
    yield from absent(standing)
    for number in standing.more:
        command = f"nashra review {article.id} {standing.lang} --block {number}"
        more = "may tell more than its source, or what that said before"
        yield f"block {number} was rewritten, and {more} (`{command}` denies it)"
    for name, origin in standing.taken:
        yield from (f"the {name} has {words}" for words in origins(origin.split(", ")))
    for number, origin in standing.reused:
        yield from (f"block {number} has {words}" for words in origins(origin.split(", ")))
    for name in standing.drafts:
        yield f"the {name} to review: a translator wrote it, and nobody has approved it yet"
    for name, why in standing.doubtful:
        yield f"the {name} to review: {why}"
    for number, why in standing.review:
        yield f"block {number} to review: {why}"


def absent(standing: Standing) -> Iterator[str]:
    """What is to be said of blocks of the source that are in no block of the version, or nobody knows in which."""
    for number in standing.lost:
        what = f"block {number} of the source has changed, and a person had taken its translation out"
        yield (
            what if number else "a block of the source whose translation a person had taken out has changed or is gone"
        )
    for number in standing.unknown:
        yield f"block {number} of the source: it is not known which block translates it"


def _since(settings: Settings, article: Article, lang: str) -> dict[int, str]:
    """Number of a stale block -> when its source changed, where the site's git history tells."""
    from nashra.content.history import old_blocks
    from nashra.versions.alignment import align

    version = article.versions[lang]
    source = article.versions[version.translation.origin] if version.translation else article.original
    marks: dict[int, str] = {}
    number = 0
    for pair in align(source, version).pairs:
        number += pair.target is not None
        if pair.stale and pair.record and (pair.target is not None or pair.tie == "joined"):
            marks.setdefault(number, pair.record.source)
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
