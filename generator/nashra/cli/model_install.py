"""`nashra models install`: from the public list, from files and addresses, and models of other families."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from nashra.cli.output import Progress, load_settings, report_error, site_option
from nashra.kit.errors import NashraError

if TYPE_CHECKING:
    from nashra.settings.config import Settings
    from nashra.translate.models.families.layout import Said
    from nashra.translate.models.packages import Package
    from nashra.translate.models.recommended import Recommended

Job: TypeAlias = "Callable[[], Sequence[Package]]"
Watch: TypeAlias = Callable[[str], Callable[[int, int | None], None]]

# Pairs of a model that are named one by one.
SHOWN = 6
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z")

index_option = click.option(
    "--index",
    metavar="URL|FILE",
    envvar="ARGOS_PACKAGE_INDEX",
    show_envvar=True,
    help="Another list of packages than the public one: an index.json, or the folder it is in, here or at an address.",
)


@click.command("install", short_help="Install models.")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option(
    "--from",
    "origins",
    multiple=True,
    metavar="CODE",
    help="Only what texts in this language need; may be given several times.",
)
@click.option("--best", "pick", flag_value="best", help="The languages' best models of `nashra models recommend`.")
@click.option("--small", "pick", flag_value="small", help="The smallest models of that list.")
@click.option(
    "--pair",
    "pairs",
    multiple=True,
    metavar="ar-en",
    help="What a model translates, where its files do not say it; may be given several times.",
)
@index_option
@site_option
@click.pass_context
def install_command(
    ctx: click.Context,
    sources: tuple[str, ...],
    origins: tuple[str, ...],
    pick: str | None,
    pairs: tuple[str, ...],
    index: str | None,
    site: Path | None,
) -> int:
    """Install models.

    SOURCE is an .argosmodel file, a folder of them, a model of another family (OPUS-MT, quickmt, NLLB-200, M2M100,
    MADLAD-400; its zip or folder, see docs/models.md), the address of one, hf:OWNER/NAME[@REVISION] for one of
    a hub such as huggingface.co, or a language code. Codes come in twos or
    more: `nashra models install ar en fr` gets what is missing from the public list, so that each of them can be
    translated into each other; in a site, without any SOURCE, what the site's languages need. With --from ar only
    what leads from Arabic. Write ./ar for a file or folder that is called like a language.

    Sizes and memory are told before anything is downloaded.

    A download that breaks off goes on where it was when the command is run again.
    """
    from nashra.translate.models.families.layout import Said, known_pairs
    from nashra.translate.models.packages import packages_folder_of

    try:
        said = Said(pairs=known_pairs(pairs))
    except ValueError as error:
        raise click.BadParameter(f"{str(error)!r} is no pair of languages", param_hint="--pair") from None
    settings = site_settings(ctx, site)
    folder = packages_folder_of(settings)
    languages = tuple(settings.languages) if settings else ()
    if not sources:
        if settings is None:
            raise click.UsageError("say what: languages (`nashra models install ar en fr`), a file or an address")
        if len(languages) < 2:
            click.echo("nothing to install: the site has one language")
            return 0
    codes, others = _told_apart(sources or languages, origins)
    said = replace(said, languages=languages)
    jobs: list[tuple[str, Job]] = []
    with Progress() as show:

        def watch(name: str) -> Callable[[int, int | None], None]:
            def progress(done: int, whole: int | None) -> None:
                if whole:
                    show(f"{name}, kB", -(-done // 1000), -(-whole // 1000))

            return progress

        if codes and pick:
            jobs += _picked(codes, origins, folder, index, said, watch, best=pick == "best")
        elif codes:
            jobs.append((", ".join(codes), partial(_obtain, codes, origins, folder, index, watch)))
        for source in others:
            if source.startswith("hf:"):
                job: Job = partial(_from_hub, source, folder, said)
            elif "://" in source:
                job = partial(_download, source, folder, said, watch)
            else:
                job = partial(_install, source, folder, said)
            jobs.append((source, job))
        return _carry_out(jobs)


def _told_apart(sources: Sequence[str], origins: Sequence[str]) -> tuple[list[str], list[str]]:
    """The codes of languages among `sources`, and the others. Raises BadParameter for what can be neither."""
    from nashra.translate.models.index import is_web_address

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
    return codes, others


def _carry_out(jobs: Sequence[tuple[str, Job]]) -> int:
    """Run all jobs, whatever becomes of each; 1 when one failed."""
    from nashra.translate.models.obtain import PairsMissing

    failed = 0
    for name, job in jobs:
        packages: Sequence[Package] = ()
        fault: NashraError | None = None
        try:
            packages = job()
        except NashraError as error:
            fault = error
            packages = error.installed if isinstance(error, PairsMissing) else ()
        for path, some in by_folder(packages).items():
            click.echo(f"installed {some[0].id} in {path}")
            _tell_of_family(some)
        if fault is not None:
            report_error(fault)
            failed += 1
        elif not packages:
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
        index_url=index_address(index),
        sources=list(dict.fromkeys(origins)) or None,
        tell=_tell,
    )


def _tell(downloads: Sequence[tuple[str, int | None]]) -> None:
    """What is about to be downloaded, and what it will need."""
    from nashra.translate.models.memory_need import needed

    for name, size in downloads:
        click.echo(f"to download: {name}, {f'{size / 1e6:.1f} MB' if size is not None else 'of a size not told'}")
    known = [size for _, size in downloads if size is not None]
    if known:
        # a model is held as it is in its file, one at a time; the rest is texts and the search
        memory = round(needed(max(known)) / 1e6, -1)
        total = f"{'at least ' * (len(known) < len(downloads))}{sum(known) / 1e6:.1f} MB"
        click.echo(f"{total} in all; translating with them takes about {memory:.0f} MB of memory")


def _picked(
    codes: Sequence[str],
    origins: Sequence[str],
    folder: Path,
    index: str | None,
    said: Said,
    watch: Watch,
    *,
    best: bool,
) -> list[tuple[str, Job]]:
    """What is to be done to have the recommended models. Raises ContentError where the list has none for a pair."""
    from nashra.kit.errors import ContentError
    from nashra.translate.models.recommended import ARGOS, plan

    chosen = plan(codes, best=best, sources=list(dict.fromkeys(origins)) or None)
    if not chosen:
        hint = f"`nashra models install {' '.join(codes)}` takes Argos packages"
        raise ContentError(f"the list of recommended models has none for {', '.join(codes)}", hint=hint)
    if best:
        _tell_of_better(chosen, plan(codes, best=True, sources=list(dict.fromkeys(origins)) or None, anyhow=True))
    jobs: dict[str, Job] = {}
    for pair, model in chosen.items():
        if model.address == ARGOS:
            job: Job = partial(_obtain, pair, pair[:1], folder, index, watch)
        elif model.address.startswith("hf:"):
            job = partial(_from_hub, model.address, folder, replace(said, pairs=model.pairs))
        else:
            job = partial(_download, model.address, folder, replace(said, pairs=model.pairs), watch)
        # a model of many pairs is installed once, Argos' packages one by one
        jobs.setdefault(f"{model.name} {'-'.join(pair)}" if model.address == ARGOS else model.name, job)
    return list(jobs.items())


def _tell_of_better(
    chosen: Mapping[tuple[str, str], Recommended], all_of_them: Mapping[tuple[str, str], Recommended]
) -> None:
    """Which better models of the list need extras that are not installed here."""
    better = [model for pair, model in all_of_them.items() if chosen.get(pair) is not model and model.lacking()]
    if better:
        names = ", ".join(dict.fromkeys(model.name for model in better))
        extras = ",".join(dict.fromkeys(extra for model in better for extra in model.lacking()))
        click.echo(f"better, once `pip install 'nashra[{extras}]'` was run: {names}")


def by_folder(packages: Sequence[Package]) -> dict[Path, list[Package]]:
    """Folder -> the packages in it; a model of several pairs is several."""
    found: dict[Path, list[Package]] = {}
    for package in packages:
        found.setdefault(package.path, []).append(package)
    return found


def _tell_of_family(packages: Sequence[Package]) -> None:
    """What is to be known of a model that is no Argos package: its licence first."""
    manifest = packages[0].manifest
    if manifest is None:
        return
    pairs = names_of([package.pair for package in packages[:SHOWN]])
    more = f" and {len(packages) - SHOWN} more" if len(packages) > SHOWN else ""
    click.echo(f"  {manifest.family}, translates {pairs}{more}")
    noted = "; not for commercial use" if "NC" in manifest.licence else ""
    click.echo(f"  licence: {manifest.licence}{noted}")
    weights = f"{manifest.size / 1e6:.1f} MB"
    if manifest.size_before and manifest.quantisation == "int8":
        weights += f" as int8, {manifest.size_before / 1e6:.1f} MB as published"
    click.echo(f"  {weights}")


def _download(url: str, folder: Path, said: Said, watch: Watch) -> Sequence[Package]:
    from nashra.translate.models.download import size_of
    from nashra.translate.models.obtain import obtain_address
    from nashra.translate.models.packages import downloads_folder

    _tell([(url, size_of([url]))])
    return obtain_address(url, folder, downloads_folder(), watch, said)


def _from_hub(source: str, folder: Path, said: Said) -> Sequence[Package]:
    from nashra.translate.models.hub import obtain_hub

    return obtain_hub(source, folder, said)


def _install(name: str, folder: Path, said: Said) -> Sequence[Package]:
    from nashra.translate.models.install import install

    return install(Path(name), folder, said=said)


def index_address(given: str | None) -> str:
    """The address of the list itself, or its file; argostranslate's variable holds that of the folder."""
    from nashra.translate.models.index import INDEX_URL

    if not given:
        return INDEX_URL
    if "://" not in given and Path(given).is_file():
        return given
    return given if given.endswith(".json") else f"{given.rstrip('/')}/index.json"


def names_of(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{source}-{target}" for source, target in pairs)


def site_settings(ctx: click.Context, site: Path | None) -> Settings | None:
    """The settings of the site that is named or that this folder is; None outside one."""
    from nashra.settings.config import FILE_NAME

    root = site if site is not None else ctx.find_root().obj
    if (root is None or root == Path()) and not Path(FILE_NAME).exists():
        return None
    return load_settings(ctx, site)
