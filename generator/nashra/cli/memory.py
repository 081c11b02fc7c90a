"""`nashra memory`: what was translated before, to and from other translation tools (TMX)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.output import count, exit_code, load_settings, report_problems, site_option
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from nashra.model import Article
    from nashra.translate.memory import Memory, Unit


@click.group("memory", short_help="Exchange the translation memory with other tools.")
def memory_command() -> None:
    """Exchange the translation memory with other translation tools, as TMX 1.4b."""


@memory_command.command("export")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.tmx")
@click.option("--from", "source", metavar="CODE", help="Only sentences in this language.")
@click.option("--to", "target", metavar="CODE", help="Only translations into this language.")
@site_option
@click.pass_context
def export_command(ctx: click.Context, file: Path, source: str | None, target: str | None, site: Path | None) -> int:
    """Write the sentences that a model, or a person, translated to FILE.

    What people wrote or approved in the articles is in it, and comes first where a model said otherwise.
    """
    from nashra.content import store
    from nashra.translate.exchange.tmx import write_tmx
    from nashra.translate.memory import Memory
    from nashra.translate.run import MEMORY_FILE

    settings = load_settings(ctx, site)
    problems: list[Problem] = []
    articles = list(store.load_articles(settings, problems))
    with Memory(settings.cache / MEMORY_FILE) as memory:
        units = [
            unit
            for unit in _units(memory, articles, list(settings.languages))
            if source in (None, unit.source_code) and target in (None, unit.target_code)
        ]
        problems.extend(memory.problems)
    if not units:
        between = f" from {source}" * bool(source) + f" into {target}" * bool(target)
        raise ContentError(f"there are no translated sentences{between}", hint="`nashra translate` makes some")
    click.echo(f"wrote {count(write_tmx(file, units), 'pair')} of sentences to {file}")
    report_problems(problems, settings.root)
    return exit_code(problems)


def _units(memory: Memory, articles: Sequence[Article], languages: Sequence[str]) -> list[Unit]:
    """What is known, by pair: first what people approved, the articles before the memory, then the models' words."""
    from nashra.translate.approved import approved_pairs
    from nashra.translate.memory import APPROVED, Unit

    units = [
        Unit(source, target, APPROVED, before, after)
        for source in languages
        for target in languages
        if source != target
        for before, after in sorted(approved_pairs(articles, source, target).items())
    ]
    known = {(unit.source_code, unit.target_code, unit.source) for unit in units}
    for unit in memory.units():
        if unit.fingerprint != APPROVED or (unit.source_code, unit.target_code, unit.source) not in known:
            units.append(unit)
    return sorted(units, key=lambda unit: (unit.source_code, unit.target_code, unit.fingerprint != APPROVED))


@memory_command.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.tmx")
@site_option
@click.pass_context
def import_command(ctx: click.Context, file: Path, site: Path | None) -> int:
    """Remember the sentences of FILE in the site's languages.

    Pairs that people made count as approved: `nashra translate` takes them before it asks a model. Pairs that a model
    of Nashra made come back as that model's.
    """
    from nashra.translate.exchange.tmx import import_tmx
    from nashra.translate.memory import Memory
    from nashra.translate.run import MEMORY_FILE

    settings = load_settings(ctx, site)
    with Memory(settings.cache / MEMORY_FILE) as memory:
        found = import_tmx(file, memory, list(settings.languages))
        problems = memory.problems
    if not found:
        hint = f"the languages are {', '.join(settings.languages)}"
        raise ContentError("the file has no pair in two languages of the site", path=file, hint=hint)
    click.echo(f"remembered {count(found, 'pair')} of sentences from {file}")
    report_problems(problems, settings.root)
    return exit_code(problems)
