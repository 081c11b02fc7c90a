"""`nashra models`: translation models (Argos packages), installed, listed, checked and removed.

These commands work outside a site too. Inside one, or with -C, the folder that its nashra.toml sets is used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from nashra.cli.model_evaluate import evaluate_command
from nashra.cli.model_install import (
    SHOWN,
    by_folder,
    index_address,
    index_option,
    install_command,
    names_of,
    site_settings,
)
from nashra.cli.output import (
    count,
    exit_code,
    json_option,
    report_problems,
    site_option,
    table,
)
from nashra.kit.errors import ContentError, Problem, TranslationError
from nashra.languages.defaults import PIVOT

if TYPE_CHECKING:
    Ways: TypeAlias = "dict[tuple[str, str], tuple[Pairing, ...]]"
    from nashra.settings.config import Settings
    from nashra.translate.engines.hop import Pairing
    from nashra.translate.models.packages import Package


@click.group("models", short_help="Install, list, check, measure and remove translation models.")
def models_command() -> None:
    """Install, list, check, measure and remove translation models: Argos packages, and those of other families."""


models_command.add_command(install_command)
models_command.add_command(evaluate_command)


@models_command.command("list")
@click.option("--available", is_flag=True, help="List what can be downloaded instead of what is installed.")
@index_option
@json_option
@site_option
@click.pass_context
def list_command(ctx: click.Context, available: bool, index: str | None, as_json: bool, site: Path | None) -> int:
    """List the installed packages and, in a site, which of its languages they translate."""
    from nashra.translate.models.packages import packages_folder_of, packages_in

    settings = site_settings(ctx, site)
    folder = packages_folder_of(settings)
    packages, problems = packages_in(folder)
    if available:
        _list_available(packages, index, as_json)
    else:
        pairs, faults = _pairs(packages, settings) if settings else ({}, [])
        problems += faults
        _list_installed(packages, pairs if settings else None, folder, as_json)
    report_problems(problems, folder)
    return exit_code(problems)


def _list_installed(packages: Sequence[Package], pairs: Ways | None, folder: Path, as_json: bool) -> None:
    """pairs: the ways between the site's languages, None outside a site."""
    folders = by_folder(packages)
    uses = {
        path: [pair for pair, way in (pairs or {}).items() if any(package in way for package in some)]
        for path, some in folders.items()
    }
    if as_json:
        rows = [
            {
                "package": package.id,
                "from": package.from_code,
                "to": package.to_code,
                "version": package.version,
                "kind": package.kind,
                "size": package.size,
                "path": str(package.path),
            }
            | ({"licence": package.manifest.licence, "address": package.manifest.address} if package.manifest else {})
            | ({"pairs": [list(pair) for pair in uses[package.path]]} if pairs is not None else {})
            for package in packages
        ]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    if packages:
        head = ["package", "from", "to", "version", "kind", "size"]
        lines = [head + ["used for"] * (pairs is not None)]
        for some in folders.values():
            package = some[0]
            size = f"{package.size / 1e6:.1f} MB"
            ones = _few(each.from_code for each in some)
            line = [package.id, ones, _few(each.to_code for each in some), package.version, package.kind, size]
            lines.append(line + [names_of(uses[package.path]) or "-"] * (pairs is not None))
        click.echo(table(lines))
    else:
        click.echo(f"no packages in {folder}; get some with `nashra models install ar en fr` or from a file")
    without = [pair for pair, way in (pairs or {}).items() if not way]
    if without:
        click.echo(f"no way yet: {names_of(without)}")


def _pairs(packages: Sequence[Package], settings: Settings) -> tuple[Ways, Sequence[Problem]]:
    """(source, target) -> the hops on the way, none where there is no way, for all pairs of the site's languages."""
    from nashra.translate.engines import checked
    from nashra.translate.models.packages import newest_of_each
    from nashra.translate.models.routes import route
    from nashra.translate.named_engines import make_engine

    offered: Sequence[Pairing]
    problems: Sequence[Problem] = ()
    try:
        engine = make_engine(settings.translate, settings.translate.engine)
        offered, problems = checked.offers(engine, packages), engine.problems
    except TranslationError as error:
        problems = error.problems
        offered = newest_of_each(packages)
    ways: dict[tuple[str, str], tuple[Pairing, ...]] = {}
    for source in settings.languages:
        for target in settings.languages:
            if source != target:
                ways[source, target] = ()
                with suppress(TranslationError):
                    ways[source, target] = route(offered, source, target, settings.translate.routes)
    return ways, problems


def _few(codes: Iterable[str]) -> str:
    found = list(dict.fromkeys(codes))
    return ",".join(found) if len(found) <= SHOWN else f"{len(found)} languages"


def _list_available(packages: Sequence[Package], index: str | None, as_json: bool) -> None:
    from nashra.translate.models.download import read_index

    have = {package.id for package in packages}
    offers = read_index(index_address(index))
    if as_json:
        rows = [
            {
                "package": offer.id,
                "from": offer.from_code,
                "to": offer.to_code,
                "version": offer.version,
                "links": list(offer.links),
                "installed": offer.id in have,
            }
            for offer in offers
        ]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    lines = [["package", "from", "to", "version", "installed"]]
    for offer in offers:
        mark = "yes" if offer.id in have else ""
        lines.append([offer.id, offer.from_code, offer.to_code, offer.version, mark])
    click.echo(table(lines))


@models_command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="PACKAGE...")
@site_option
@click.pass_context
def remove_command(ctx: click.Context, names: tuple[str, ...], site: Path | None) -> int:
    """Remove packages by the names that `models list` shows."""
    from nashra.translate.models.install import remove
    from nashra.translate.models.packages import installed, packages_folder_of

    found = _named(installed(packages_folder_of(site_settings(ctx, site))), names)
    for package in [some[0] for some in by_folder(found).values()]:
        remove(package)
        click.echo(f"removed {package.id}")
    return 0


@models_command.command("verify")
@click.argument("names", nargs=-1, metavar="[PACKAGE]...")
@site_option
@click.pass_context
def verify_command(ctx: click.Context, names: tuple[str, ...], site: Path | None) -> int:
    """Check installed packages, all by default: their files, and whether the model opens.

    Ends with 1 when something is wrong.
    """
    from nashra.translate.models.install import verify
    from nashra.translate.models.packages import packages_folder_of, packages_in

    folder = packages_folder_of(site_settings(ctx, site))
    packages, problems = packages_in(folder)
    if names:
        packages = _named(packages, names)
        problems.clear()
    elif not packages and not problems:
        click.echo(f"no packages in {folder}")
    for package in [some[0] for some in by_folder(packages).values()]:
        found = verify(package)
        problems.extend(found)
        click.echo(f"{package.id}: {count(len(found), 'problem') if found else 'good'}")
    report_problems(problems, folder)
    return exit_code(problems)


def _named(packages: Sequence[Package], names: Sequence[str]) -> list[Package]:
    """The packages called `names`. Raises ContentError before anything is done when one is unknown."""
    found = []
    for name in dict.fromkeys(names):
        same = [package for package in packages if name in (package.id, package.path.name)]
        if not same:
            raise ContentError(f"there is no package {name!r}", hint="`nashra models list` shows them")
        found.extend(same)
    return found


@models_command.command("recommend")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@json_option
@site_option
@click.pass_context
def recommend_command(ctx: click.Context, codes: tuple[str, ...], as_json: bool, site: Path | None) -> int:
    """Show models that are worth having for these languages, those of the site if none is named.

    Every figure has the address where it was published. `nashra models install --best ar en` installs from the list.
    """
    from nashra.translate.models.recommended import recommended

    settings = site_settings(ctx, site)
    wanted = list(codes) or (list(settings.languages) if settings else [])
    rows = []
    for model in recommended():
        for pair in model.pairs:
            if not wanted or set(pair) <= {*wanted, PIVOT}:
                figures = [each for each in model.figures if each.pair == pair]
                rows.append((pair, model, figures))
    rows.sort(key=lambda row: (row[0], -(row[1].bleu(row[0]) or 0.0)))
    if as_json:
        found = [
            {
                "pair": list(pair),
                "model": model.name,
                "family": model.family,
                "licence": model.licence,
                "size": model.size,
                "memory_mb": model.memory,
                "time": model.time,
                "needs": list(model.needs),
                "address": model.address,
                "page": model.page,
                "figures": [
                    {"test": each.test, "measure": each.measure, "value": each.value, "source": each.source}
                    for each in figures
                ],
            }
            for pair, model, figures in rows
        ]
        click.echo(json.dumps(found, indent=1, ensure_ascii=False))
        return 0
    if not rows:
        click.echo("the list has no model for these languages; `nashra models list --available` shows Argos packages")
        return 0
    sources = list(dict.fromkeys(each.source for _, _, figures in rows for each in figures))
    lines = [["pair", "model", "BLEU", "chrF", "memory", "time", "licence", "source", "to install"]]
    for pair, model, figures in rows:
        values = {each.measure: f"{each.value:.1f}" for each in figures}
        marks = " ".join(dict.fromkeys(f"[{sources.index(each.source) + 1}]" for each in figures))
        how = f"nashra models install {' '.join(pair) if model.address == 'argos' else model.address}"
        how += f" (with nashra[{','.join(model.needs)}])" if model.needs else ""
        weight = [f"{model.memory} MB", f"{model.time:.1f}"]
        bleu, chrf = values.get("BLEU", "-"), values.get("chrF", "-")
        lines.append(["-".join(pair), model.name, bleu, chrf, *weight, model.licence, marks or "-", how])
    click.echo(table(lines))
    click.echo("memory, time: measured here, on random weights of that size as int8; the time of the smallest is 1.0")
    click.echo("figures: FLORES devtest, as published, not measured here:")
    for number, source in enumerate(sources, 1):
        click.echo(f"  [{number}] {source}")
    return 0
