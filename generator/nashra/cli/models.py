"""`nashra models`: translation models (Argos packages), installed, listed, checked and removed.

These commands work outside a site too. Inside one, or with -C, the folder that its nashra.toml sets is used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from nashra.cli.output import (
    Progress,
    count,
    exit_code,
    json_option,
    load_settings,
    report_error,
    report_problems,
    site_option,
    table,
)
from nashra.kit.errors import ContentError, NashraError, Problem, TranslationError

if TYPE_CHECKING:
    from nashra.settings.config import Settings
    from nashra.translate.engines.hop import Pairing
    from nashra.translate.models.packages import Package

Job: TypeAlias = "Callable[[], Sequence[Package]]"
Watch: TypeAlias = Callable[[str], Callable[[int, int | None], None]]

# Measured with `benchmarks/translate.py`: megabytes beside the model, and of memory for a byte of the package.
_MEMORY_BESIDE, _MEMORY_A_BYTE = 240, 1.15
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")

index_option = click.option(
    "--index",
    metavar="URL|FILE",
    envvar="ARGOS_PACKAGE_INDEX",
    show_envvar=True,
    help="Another list of packages than the public one: an index.json, or the folder it is in, here or at an address.",
)


@click.group("models", short_help="Install, list, check and remove translation models.")
def models_command() -> None:
    """Install, list, check and remove translation models (Argos packages)."""


@models_command.command("install")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--from",
    "origins",
    multiple=True,
    metavar="CODE",
    help="Only what texts in this language need; may be given several times.",
)
@index_option
@site_option
@click.pass_context
def install_command(
    ctx: click.Context, sources: tuple[str, ...], origins: tuple[str, ...], index: str | None, site: Path | None
) -> int:
    """Install models.

    SOURCE is an .argosmodel file, a folder of them, the address of one, or a language code. Codes come in twos or
    more: `nashra models install ar en fr` gets what is missing from the public list, so that each of them can be
    translated into each other; in a site, without any SOURCE, what the site's languages need. With --from ar only
    what leads from Arabic. Write ./ar for a file or folder that is called like a language.

    Sizes and memory are told before anything is downloaded.

    A download that breaks off goes on where it was when the command is run again.
    """
    from nashra.translate.models.index import is_web_address
    from nashra.translate.models.packages import packages_folder_of

    settings = _settings(ctx, site)
    folder = packages_folder_of(settings)
    if not sources:
        if settings is None:
            raise click.UsageError("say what: languages (`nashra models install ar en fr`), a file or an address")
        if len(settings.languages) < 2:
            click.echo("nothing to install: the site has one language")
            return 0
        sources = tuple(settings.languages)
    codes = list(dict.fromkeys(source for source in sources if _LANGUAGE.match(source)))
    others = [source for source in sources if source not in codes]
    if len(codes) == 1:
        raise click.BadParameter(
            f"{codes[0]!r} is one language; name two or more, such as `nashra models install {codes[0]} en`, or a file"
        )
    if strangers := [code for code in origins if code not in codes]:
        raise click.BadParameter(f"{strangers[0]!r} is none of the languages to install for", param_hint="--from")
    for source in others:
        if "://" in source and not is_web_address(source):
            raise click.BadParameter(f"{source!r} is no http or https address")

    jobs: list[tuple[str, Job]] = []
    with Progress() as show:

        def watch(name: str) -> Callable[[int, int | None], None]:
            def progress(done: int, whole: int | None) -> None:
                if whole:
                    show(f"{name}, kB", -(-done // 1000), -(-whole // 1000))

            return progress

        if codes:
            jobs.append((", ".join(codes), partial(_obtain, codes, origins, folder, index, watch)))
        for source in others:
            job = partial(_download, source, folder, watch) if "://" in source else partial(_install, source, folder)
            jobs.append((source, job))
        return _carry_out(jobs)


def _carry_out(jobs: Sequence[tuple[str, Job]]) -> int:
    """Run all jobs, whatever becomes of each; 1 when one failed."""
    failed = 0
    for name, job in jobs:
        try:
            packages = job()
        except NashraError as error:
            report_error(error)
            failed += 1
            continue
        for package in packages:
            click.echo(f"installed {package.id} in {package.path}")
        if not packages:
            click.echo(f"nothing to install: the packages for {name} are there")
    return 1 if failed else 0


def _obtain(
    codes: Sequence[str], origins: Sequence[str], folder: Path, index: str | None, watch: Watch
) -> Sequence[Package]:
    from nashra.translate.models.obtain import obtain_languages
    from nashra.translate.models.packages import downloads_folder

    return obtain_languages(
        codes,
        folder,
        downloads_folder(),
        watch,
        index_url=_index_address(index),
        sources=list(dict.fromkeys(origins)) or None,
        tell=_tell,
    )


def _tell(downloads: Sequence[tuple[str, int | None]]) -> None:
    """What is about to be downloaded, and what it will need."""
    for name, size in downloads:
        click.echo(f"to download: {name}, {f'{size / 1e6:.1f} MB' if size is not None else 'of a size not told'}")
    known = [size for _, size in downloads if size is not None]
    if known:
        # a model is held as it is in its file, one at a time; the rest is texts and the search
        memory = round(max(known) * _MEMORY_A_BYTE / 1e6 + _MEMORY_BESIDE, -1)
        total = f"{'at least ' * (len(known) < len(downloads))}{sum(known) / 1e6:.1f} MB"
        click.echo(f"{total} in all; translating with them takes about {memory:.0f} MB of memory")


def _download(url: str, folder: Path, watch: Watch) -> Sequence[Package]:
    from nashra.translate.models.download import size_of
    from nashra.translate.models.obtain import obtain_address
    from nashra.translate.models.packages import downloads_folder

    _tell([(url, size_of([url]))])
    return [obtain_address(url, folder, downloads_folder(), watch)]


def _install(name: str, folder: Path) -> Sequence[Package]:
    from nashra.translate.models.install import install

    return install(Path(name), folder)


def _index_address(given: str | None) -> str:
    """The address of the list itself, or its file; argostranslate's variable holds that of the folder."""
    from nashra.translate.models.index import INDEX_URL

    if not given:
        return INDEX_URL
    if "://" not in given and Path(given).is_file():
        return given
    return given if given.endswith(".json") else f"{given.rstrip('/')}/index.json"


@models_command.command("list")
@click.option("--available", is_flag=True, help="List what can be downloaded instead of what is installed.")
@index_option
@json_option
@site_option
@click.pass_context
def list_command(ctx: click.Context, available: bool, index: str | None, as_json: bool, site: Path | None) -> int:
    """List the installed packages and, in a site, which of its languages they translate."""
    from nashra.translate.models.packages import installed, packages_folder_of

    settings = _settings(ctx, site)
    folder = packages_folder_of(settings)
    problems: list[Problem] = []
    packages = installed(folder, problems)
    if available:
        _list_available(packages, index, as_json)
    else:
        _list_installed(packages, settings, folder, as_json, problems)
    report_problems(problems, folder)
    return exit_code(problems)


def _list_installed(
    packages: Sequence[Package], settings: Settings | None, folder: Path, as_json: bool, problems: list[Problem]
) -> None:
    pairs = _pairs(packages, settings, problems) if settings else {}
    uses = {package.path: [pair for pair, way in pairs.items() if package in way] for package in packages}
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
            | ({"pairs": [list(pair) for pair in uses[package.path]]} if settings else {})
            for package in packages
        ]
        click.echo(json.dumps(rows, indent=1, ensure_ascii=False))
        return
    if packages:
        head = ["package", "from", "to", "version", "kind", "size"]
        lines = [head + ["used for"] * bool(settings)]
        for package in packages:
            size = f"{package.size / 1e6:.1f} MB"
            line = [package.id, package.from_code, package.to_code, package.version, package.kind, size]
            lines.append(line + [_names(uses[package.path]) or "-"] * bool(settings))
        click.echo(table(lines))
    else:
        click.echo(f"no packages in {folder}; get some with `nashra models install ar en fr` or from a file")
    without = [pair for pair, way in pairs.items() if not way]
    if without:
        click.echo(f"no way yet: {_names(without)}")


def _pairs(
    packages: Sequence[Package], settings: Settings, problems: list[Problem]
) -> dict[tuple[str, str], tuple[Pairing, ...]]:
    """(source, target) -> the hops on the way, none where there is no way, for all pairs of the site's languages."""
    from nashra.translate.engines import checked
    from nashra.translate.models.packages import newest_of_each
    from nashra.translate.models.routes import route
    from nashra.translate.named_engines import make_engine

    offered: Sequence[Pairing]
    try:
        offered = checked.offers(make_engine(settings.translate, settings.translate.engine), packages)
    except TranslationError as error:
        problems.extend(error.problems)
        offered = newest_of_each(packages)
    ways: dict[tuple[str, str], tuple[Pairing, ...]] = {}
    for source in settings.languages:
        for target in settings.languages:
            if source != target:
                ways[source, target] = ()
                with suppress(TranslationError):
                    ways[source, target] = route(offered, source, target)
    return ways


def _names(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{source}-{target}" for source, target in pairs)


def _list_available(packages: Sequence[Package], index: str | None, as_json: bool) -> None:
    from nashra.translate.models.download import read_index

    have = {package.id for package in packages}
    offers = read_index(_index_address(index))
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

    for package in _named(installed(packages_folder_of(_settings(ctx, site))), names):
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
    from nashra.translate.models.packages import installed, packages_folder_of

    folder = packages_folder_of(_settings(ctx, site))
    problems: list[Problem] = []
    packages = installed(folder, problems)
    if names:
        packages = _named(packages, names)
        problems.clear()
    elif not packages and not problems:
        click.echo(f"no packages in {folder}")
    for package in packages:
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


def _settings(ctx: click.Context, site: Path | None) -> Settings | None:
    """The settings of the site that is named or that this folder is; None outside one."""
    from nashra.settings.config import FILE_NAME

    root = site if site is not None else ctx.find_root().obj
    if (root is None or root == Path()) and not Path(FILE_NAME).exists():
        return None
    return load_settings(ctx, site)
