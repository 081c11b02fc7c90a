"""`nashra models evaluate`: how well models translate, by people's translations."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.model_install import names_of, site_settings
from nashra.cli.output import Progress, count, exit_code, json_option, report_problems, site_option, table
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from nashra.entities.glossary import Glossary
    from nashra.model import Content
    from nashra.settings.config import Settings
    from nashra.translate.evaluation.evaluate import Candidate, Score, Share
    from nashra.translate.evaluation.samples import Sample
    from nashra.translate.memory import Pair

# Of the site's own translations, so many of each pair: BLEU of more tells hardly more.
_MOST = 300
_PERSON = "(people)"


@click.command("evaluate", short_help="Measure models by people's translations.")
@click.option(
    "--pairs",
    "files",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Sentences with their translations: TMX, a table with tabs, or a file for each language; repeatable.",
)
@click.option("--models", "names", metavar="A,B", default="", help="Models or engines; what the site uses by default.")
@click.option("--pair", "only", multiple=True, metavar="ar-en", help="Only from this language into that; repeatable.")
@json_option
@site_option
@click.pass_context
def evaluate_command(
    ctx: click.Context, files: tuple[Path, ...], names: str, only: tuple[str, ...], as_json: bool, site: Path | None
) -> int:
    """Translate sentences that people translated too, and tell how near the models come.

    By default they are those that were approved in this site. Models are asked for each of them: the memory answers
    none, and what it knows word for word is not counted. BLEU and chrF are sacrebleu's.
    """
    from nashra.content import store
    from nashra.entities.glossary import Glossary
    from nashra.model import Content
    from nashra.settings.config import TranslateSettings
    from nashra.translate.evaluation.evaluate import candidates, signatures
    from nashra.translate.evaluation.samples import read_files
    from nashra.translate.models.families.layout import known_pairs
    from nashra.translate.models.packages import packages_folder_of, packages_in

    try:
        wanted = known_pairs(only)
    except ValueError as error:
        raise click.BadParameter(f"{str(error)!r} is no pair of languages", param_hint="--pair") from None
    settings = site_settings(ctx, site)
    measured_by = signatures()  # before anything is read: it says where sacrebleu is missing
    problems: list[Problem] = []
    content = Content((), {}, {}, ())
    if settings is not None:
        content, problems = store.load(settings)
    elif not files:
        raise click.UsageError("there is no site here: say which sentences, --pairs FILE")
    samples = read_files(files, list(settings.languages) if settings else ()) if files else _own(settings, content)
    samples = {pair: some for pair, some in samples.items() if not wanted or pair in wanted}
    samples, left_out, faults = _without_known(settings, samples)
    problems += faults
    if not any(samples.values()):
        raise _nothing(files, left_out)
    options = settings.translate if settings else TranslateSettings()
    packages, faults = packages_in(packages_folder_of(settings))
    problems += faults
    models = candidates(options, packages, [name.strip() for name in names.split(",") if name.strip()])
    rows = _measured(models, samples, Glossary(content.vocabulary), options.routes)
    problems += [problem for model in models for problem in model.engine.problems]
    if as_json:
        _print_json(rows, left_out, measured_by)
    else:
        _print_table(rows, left_out, measured_by, bool(content.vocabulary))
    report_problems(problems, settings.root if settings else Path.cwd())
    return exit_code(problems)


def _own(settings: Settings | None, content: Content) -> dict[Pair, list[Sample]]:
    from nashra.translate.evaluation.samples import of_site

    languages = list(settings.languages) if settings else []
    pairs = [(one, two) for one in languages for two in languages if one != two]
    return {pair: found for pair in pairs if (found := of_site(content.articles, pair, _MOST))}


def _without_known(
    settings: Settings | None, samples: Mapping[Pair, list[Sample]]
) -> tuple[dict[Pair, list[Sample]], dict[Pair, int], list[Problem]]:
    """The samples that the site does not know already, how many of each pair it does, and what could not be read."""
    from nashra.translate.evaluation.evaluate import unknown_to
    from nashra.translate.exchange.imports import Imports
    from nashra.translate.memory import FILE_NAME, Memory

    if settings is None:
        return dict(samples), dict.fromkeys(samples, 0), []
    imports, problems = Imports.load(settings)
    left = {}
    with ExitStack() as stack:
        path = settings.cache / FILE_NAME
        memory = stack.enter_context(Memory(path)) if path.is_file() else None
        for pair, some in samples.items():
            left[pair] = unknown_to(some, pair, memory, imports, list(settings.languages))
        problems += memory.problems if memory else []
    return left, {pair: len(some) - len(left[pair]) for pair, some in samples.items()}, problems


def _nothing(files: Sequence[Path], left_out: Mapping[Pair, int]) -> ContentError:
    known = sum(left_out.values())
    if known:
        return ContentError(
            f"there is nothing to measure by: the memory knows all of the {count(known, 'translation')} word for word",
            hint="give others: --pairs FILE",
        )
    if files:
        return ContentError("there is nothing to measure by: no pair of languages that is wanted", path=files[0])
    return ContentError(
        "there is nothing to measure by: no translation in the site is a person's, or approved",
        hint="approve some with `nashra review`, or give others: --pairs FILE",
    )


def _measured(
    models: Sequence[Candidate],
    samples: Mapping[Pair, list[Sample]],
    glossary: Glossary,
    routes: Sequence[Sequence[str]],
) -> list[tuple[Pair, str, int, Score | None]]:
    """(pair, model, sentences, score), for each pair the models, then the people's own words; None where the model does
    not translate the pair."""
    from nashra.translate.engines import checked
    from nashra.translate.engines.joined import label
    from nashra.translate.evaluation.evaluate import score, translated

    found: dict[Pair, list[tuple[Pair, str, int, Score | None]]] = {pair: [] for pair in samples}
    with Progress() as show:
        for model in models:
            for pair, some in samples.items():
                way = model.way(pair, routes) if some else None
                if not way:
                    found[pair] += [(pair, model.name or "no way", len(some), None)] * bool(some)
                    continue
                targets, seconds = translated(
                    model.engine,
                    way,
                    some,
                    lambda hop, done, total: show(f"{hop.from_code} -> {hop.to_code}", done, total),
                )
                name = label(model.engine, way)
                found[pair].append((pair, name, len(some), score(some, targets, pair, glossary, seconds)))
            for problem in checked.close(model.engine):
                model.engine.problems.append(problem)
    for pair, some in samples.items():
        if any(row[3] is not None for row in found[pair]):
            people = [sample.reference for sample in some]
            found[pair].append((pair, _PERSON, len(some), score(some, people, pair, glossary)))
    return [row for rows in found.values() for row in rows]


def _print_json(
    rows: Sequence[tuple[Pair, str, int, Score | None]], left_out: Mapping[Pair, int], measured_by: Sequence[str]
) -> None:
    found: list[dict[str, Any]] = []
    for pair, name, number, score in rows:
        row: dict[str, Any] = {"pair": list(pair), "model": name, "sentences": number, "known": left_out[pair]}
        if score is not None:
            row |= {key: round(value, 2) if isinstance(value, float) else value for key, value in asdict(score).items()}
        found.append(row)
    click.echo(json.dumps({"measures": list(measured_by), "rows": found}, indent=1, ensure_ascii=False))


def _print_table(
    rows: Sequence[tuple[Pair, str, int, Score | None]],
    left_out: Mapping[Pair, int],
    measured_by: Sequence[str],
    has_names: bool,
) -> None:
    lines = [["pair", "model", "sentences", "BLEU", "chrF", "names kept", "numbers kept", "doubtful", "seconds"]]
    for pair, name, number, score in rows:
        cells = ["-"] * 6
        if score is not None:
            by_model = name != _PERSON
            cells = [
                f"{score.bleu:.1f}" if by_model else "-",
                f"{score.chrf:.1f}" if by_model else "-",
                _percent(score.names),
                _percent(score.numbers),
                _percent(score.doubtful),
                f"{score.seconds:.1f}" if score.seconds is not None else "-",
            ]
        lines.append([names_of([pair]), name, f"{number:,}", *cells])
    click.echo(table(lines))
    click.echo(f"{_PERSON}: what the guards say of the people's own words, false alarms for the most part")
    for pair, number in left_out.items():
        if number:
            click.echo(
                f"not counted: {count(number, 'sentence')} {names_of([pair])} that the memory knows word for word"
            )
    if not has_names:
        click.echo("no names are looked for: there is no registry here")
    for each in measured_by:
        click.echo(each)


def _percent(share: Share) -> str:
    return f"{share.kept / share.of:.0%}" if share.of else "-"
