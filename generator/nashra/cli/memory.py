"""`nashra memory`: what was translated before, to and from other translation tools (TMX)."""

from __future__ import annotations

from pathlib import Path

import click

from nashra.cli.output import count, exit_code, load_settings, report_problems, site_option
from nashra.kit.errors import ContentError

# Conflicts that are told one by one.
_SHOWN = 20


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
    """Write the sentences of the articles that a model, or a person, translated to FILE.

    What people approved is marked as such, what else they wrote as theirs, and a model's words with its name. With
    --from and --to the file is for one pair of languages, as OmegaT wants it.
    """
    from nashra.content import store
    from nashra.translate.exchange.exported import units_of
    from nashra.translate.exchange.imports import Imports
    from nashra.translate.exchange.tmx import write_tmx
    from nashra.translate.memory import WRITTEN, Memory
    from nashra.translate.run import MEMORY_FILE

    settings = load_settings(ctx, site)
    for code in (source, target):
        if code is not None and code not in settings.languages:
            raise click.BadParameter(f"the site has no language {code!r}; it has {', '.join(settings.languages)}")
    articles, problems = store.load_articles(settings)
    imports, faults = Imports.load(settings)
    problems += faults
    units = []
    with Memory(settings.cache / MEMORY_FILE) as memory:
        for one in settings.languages:
            for two in settings.languages:
                if one != two and source in (None, one) and target in (None, two):
                    units += units_of(articles, (one, two), imports, memory.units((one, two)))
        problems.extend(memory.problems)
    if not units:
        between = f" from {source}" * bool(source) + f" into {target}" * bool(target)
        raise ContentError(f"there are no translated sentences{between}", hint="`nashra translate` makes some")
    click.echo(f"wrote {count(write_tmx(file, units), 'pair')} of sentences to {file}")
    if waiting := sum(unit.fingerprint == WRITTEN for unit in units):
        click.echo(f"  {waiting} of them people wrote and nobody approved: `nashra review` has them serve here")
    report_problems(problems, settings.root)
    return exit_code(problems)


@memory_command.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.tmx")
@click.option("--approved", is_flag=True, help="A person approved all of it.")
@site_option
@click.pass_context
def import_command(ctx: click.Context, file: Path, approved: bool, site: Path | None) -> int:
    """Keep the sentences of FILE in the site's languages, in content/memory/.

    `nashra translate` takes them before it asks a model. Pairs that carry Nashra's mark of an approval, and whose words
    are still those, count as approved by a person; all others as made by a machine, unless --approved is given.
    """
    from nashra.content import store
    from nashra.content.edit_lock import only_writer
    from nashra.kit.clock import now
    from nashra.translate.exchange.imports import take_in

    settings = load_settings(ctx, site)
    with only_writer(settings.cache):
        articles, problems = store.load_articles(settings)
        taken = take_in(file, settings, articles, now(), approved=approved)
    if taken.path is None:
        click.echo(f"all of the {count(taken.pairs, 'pair')} of sentences in {file} are there already")
    else:
        where = taken.path.relative_to(settings.root).as_posix() if taken.path.is_relative_to(settings.root) else file
        click.echo(f"remembered {count(taken.pairs, 'pair')} of sentences from {file}, in {where}")
    if made := taken.pairs - taken.approved:
        click.echo(f"  {made} of them as a machine's: no mark says that a person approved them; --approved does")
    for each in taken.conflicts[:_SHOWN]:
        report_problems([each], Path.cwd())
    if len(taken.conflicts) > _SHOWN:
        click.echo(f"  and {len(taken.conflicts) - _SHOWN} more sentences with several translations")
    report_problems(problems, settings.root)
    return exit_code(problems)
