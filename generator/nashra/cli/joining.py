"""`nashra join` and `nashra part`."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.cli.output import load_settings, report_problems, site_option


@click.command("join", short_help="Make two articles versions of one.")
@click.argument("first", metavar="ARTICLE")
@click.argument("second", metavar="OTHER")
@site_option
@click.pass_context
def join_command(ctx: click.Context, first: str, second: str, site: Path | None) -> int:
    """Make OTHER, with all its versions, translations by people of ARTICLE (ids, folders or files). Its old addresses
    lead to the new ones, and so do links in other texts.
    """
    from nashra.cli.translation import chosen
    from nashra.content import joining, store

    settings = load_settings(ctx, site)
    content, problems = store.load(settings)
    (one,), (two,) = chosen(content.articles, [first]), chosen(content.articles, [second])
    for path in joining.join(settings, one, two, content.articles):
        click.echo(f"joined: {_shown(path, settings.root)}")
    report_problems(problems, settings.root)
    return 0


@click.command("part", short_help="Make a version an article of its own.")
@click.argument("name", metavar="ARTICLE")
@click.argument("lang", metavar="LANGUAGE")
@site_option
@click.pass_context
def part_command(ctx: click.Context, name: str, lang: str, site: Path | None) -> int:
    """Take the version in LANGUAGE out of ARTICLE (an id, a folder or a file), as an article of its own."""
    from nashra.cli.translation import chosen
    from nashra.content import joining, store

    settings = load_settings(ctx, site)
    content, problems = store.load(settings)
    (article,) = chosen(content.articles, [name])
    path = joining.part(settings, article, lang, content.articles)
    click.echo(f"parted: {_shown(path, settings.root)}")
    report_problems(problems, settings.root)
    return 0


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
