"""`nashra translate` and `nashra models`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator import store
from generator.cli.output import (
    Progress,
    count,
    load_settings,
    report_error,
    report_problems,
    site_option,
    table,
)
from generator.errors import ContentError, NashraError, Problem
from generator.model import Article


@click.command("translate")
@click.argument("names", nargs=-1, metavar="[ARTICLE]...")
@click.option("--to", "languages", metavar="CODES", help="Target languages, such as fr,en; all of the site by default.")
@click.option("--dry-run", is_flag=True, help="Show what would be translated, and change nothing.")
@site_option
@click.pass_context
def translate_command(
    ctx: click.Context, names: tuple[str, ...], languages: str | None, dry_run: bool, site: Path | None
) -> int:
    """Translate what is missing or out of date; ARTICLE is an id or a folder, all articles by default.

    What people wrote is never replaced.
    """
    from generator.translate import run
    from generator.translate.packages import installed, packages_folder

    settings = load_settings(ctx, site)
    problems: list[Problem] = []
    articles = list(store.load_articles(settings, problems))
    targets = _codes(languages, list(settings.languages))
    renewals = run.plan_all(_chosen(articles, names), targets)
    if dry_run:
        for renewal in renewals:
            what = count(len(renewal.blocks), "block") if renewal.target else "whole article"
            click.echo(f"{renewal.article.folder} {renewal.source.lang} -> {renewal.lang}: {what}")
        click.echo(f"{count(len(renewals), 'version')} would be written" if renewals else "nothing to translate")
    elif not renewals:
        click.echo("nothing to translate: every version is there and up to date")
    else:
        from generator.translate.engine import CTranslate2Engine

        packages = installed(packages_folder(), problems)
        with Progress() as show:
            report = run.translate(
                settings,
                articles,
                renewals,
                packages,
                CTranslate2Engine(settings.translate),
                lambda package, done, total: show(f"{package.from_code} -> {package.to_code}", done, total),
            )
        for written in report.written:
            parts = [f"{count(written.renewed, 'block')} translated"]
            if written.kept:
                parts.append(f"{written.kept} by people kept")
            if written.stale:
                parts.append(f"{written.stale} of these out of date, see `nashra status`")
            click.echo(f"{written.path.relative_to(settings.root).as_posix()}: {', '.join(parts)}")
        problems.extend(report.problems)
    _report_stale(articles, targets)
    report_problems(problems, settings.root)
    return 1 if problems else 0


def _report_stale(articles: Sequence[Article], targets: Sequence[str]) -> None:
    """Human blocks whose source changed, in versions that this run did not touch or could not renew."""
    from generator.status import standings

    for article in articles:
        for standing in standings(article, targets):
            if standing.stale or standing.fields:
                blocks = ", ".join([f"block {number}" for number in standing.stale] + list(standing.fields))
                click.echo(f"stale, left as people wrote it: {article.folder}/{standing.lang}.md: {blocks}")


def _codes(text: str | None, known: list[str]) -> list[str]:
    if text is None:
        return known
    codes = [code.strip() for code in text.split(",") if code.strip()]
    unknown = [code for code in codes if code not in known]
    if unknown or not codes:
        raise click.BadParameter(f"the site has no language {', '.join(unknown)!r}; it has {', '.join(known)}")
    return codes


def _chosen(articles: list[Article], names: tuple[str, ...]) -> list[Article]:
    if not names:
        return articles
    chosen = []
    for name in names:
        wanted = name.rstrip("/")
        found = [
            article for article in articles if wanted == article.id or wanted.endswith(article.folder.split("/")[-1])
        ]
        if not found:
            raise ContentError(f"there is no article {name!r}", hint="`nashra status` lists them")
        chosen.extend(found)
    return chosen


@click.group("models")
def models_command() -> None:
    """Install, list, check and remove translation models (Argos packages)."""


@models_command.command("install")
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
def install_command(sources: tuple[str, ...]) -> int:
    """Install .argosmodel files, or folders of them."""
    from generator.translate.install import install
    from generator.translate.packages import packages_folder

    folder = packages_folder()
    failed = 0
    for name in sources:
        try:
            for package in install(Path(name), folder):
                click.echo(f"installed {package.id} in {package.path}")
        except NashraError as error:
            report_error(error)
            failed += 1
    return 1 if failed else 0


@models_command.command("list")
def list_command() -> int:
    """List the installed packages."""
    from generator.translate.packages import installed, packages_folder

    folder = packages_folder()
    problems: list[Problem] = []
    packages = installed(folder, problems)
    if packages:
        rows = [["package", "from", "to", "version", "kind", "size"]]
        for package in packages:
            size = f"{package.size / 1e6:.1f} MB"
            rows.append([package.id, package.from_code, package.to_code, package.version, package.kind, size])
        click.echo(table(rows))
    else:
        click.echo(f"no packages in {folder}; install one with `nashra models install FILE.argosmodel`")
    report_problems(problems, folder)
    return 1 if problems else 0


@models_command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="PACKAGE...")
def remove_command(names: tuple[str, ...]) -> int:
    """Remove packages by the names that `models list` shows."""
    from generator.translate.install import remove
    from generator.translate.packages import installed, packages_folder

    packages = {package.id: package for package in installed(packages_folder())}
    unknown = [name for name in names if name not in packages]
    if unknown:
        raise ContentError(f"there is no package {unknown[0]!r}", hint="`nashra models list` shows them")
    for name in names:
        remove(packages[name])
        click.echo(f"removed {name}")
    return 0
