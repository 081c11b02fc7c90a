"""`nashra review`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.output import count, exit_code, load_settings, marked_lines, report_problems, site_option
from nashra.cli.translation import chosen

if TYPE_CHECKING:
    from nashra.model import Version
    from nashra.settings.config import Settings
    from nashra.versions.review import Line


@click.command("review", short_help="Approve a translation, whole or block by block.")
@click.argument("name", metavar="ARTICLE", required=False)
@click.argument("lang", metavar="LANG", required=False)
@click.option(
    "--block",
    "names",
    multiple=True,
    metavar="N[=M]|NAME",
    help="Only this block, or title, summary, alt, caption; N=M: block N translates block M.",
)
@click.option("--force", is_flag=True, help="Approve what is stale, missing or in doubt as well.")
@click.option(
    "--worst", type=click.IntRange(min=1), metavar="N", help="Approve nothing; show the N most doubtful blocks."
)
@site_option
@click.pass_context
def review_command(
    ctx: click.Context,
    name: str | None,
    lang: str | None,
    names: tuple[str, ...],
    force: bool,
    worst: int | None,
    site: Path | None,
) -> int:
    """Approve a translation as it stands, whole or block by block, and show what is approved beside its source.

    Approved blocks are a person's: they are never translated again, and no longer count as out of date until their
    source changes once more. Of a whole version, blocks that are stale, missing, in doubt or of a source not known are
    listed and left as they are, unless --force is given; the command then ends with 1. --block approves one of them:
    --block 3, or --block 3=2 where block 3 translates block 2 of the source (3=2+4 where it translates two, 3=0 where
    it translates none). The title is approved with --block title; so are summary, alt and caption, the last two being
    those of the picture. `nashra status` shows the numbers of blocks.

    With --worst the most doubtful blocks of machines are shown instead, the worst first, with their sources and the
    reasons: of all articles, or of ARTICLE, or of its version in LANG.
    """
    from nashra.content import authoring, store
    from nashra.content.edit_lock import only_writer
    from nashra.versions.kept_doubts import KeptDoubts
    from nashra.versions.review import approve, lines

    numbers, sources, fields = _said(names)
    settings = load_settings(ctx, site)
    if worst is not None:
        if names:
            raise click.UsageError("--worst shows blocks and --block approves them; give one of the two")
        return _show_worst(settings, name, lang, worst)
    if name is None or lang is None:
        raise click.UsageError("say which version: `nashra review ARTICLE LANG`; `--worst N` shows what is doubtful")
    with only_writer(settings.cache):
        content, problems = store.load(settings)
        (article,) = chosen(content.articles, [name])
        doubts = KeptDoubts(content.vocabulary, settings.cache).in_words
        shown = lines(article, lang, doubts) if lang in article.versions and article.versions[lang].translation else []
        translation = approve(article, lang, numbers, force=force, sources=sources, fields=fields, doubts=doubts)
        version = article.versions[lang]
        authoring.write_version(
            version.path.parent,
            lang,
            title=version.title,
            slug=version.slug,
            summary=version.summary,
            body=version.body,
            translation=translation,
            current=version,
        )
    wanted = {*numbers, *sources, *fields}
    for line in shown:
        is_named = (line.name or line.number) in wanted
        if is_named if wanted else (not line.settled and (force or not line.open)):
            _show_approved(line, sources.get(line.number), article.versions[translation.origin])
    left = [] if force or wanted else [line for line in shown if line.open]
    for line in left:
        where = f"block {line.number}" if line.number else "a block of the source" if line.source else "not a block"
        click.echo(f"left open, {f'the {line.name}' if line.name else where}: {line.open}")
        _show_both(line.source, line.target, "yellow")
    parts = ["block " + ", ".join(map(str, sorted({*numbers, *sources})))] if numbers or sources else []
    what = " and ".join([*parts, *(f"the {name}" for name in fields)]) or "the whole version"
    what = f"all but {count(len(left), 'place')}" if left else what
    click.echo(f"approved {what} of {version.path.relative_to(settings.root).as_posix()}: now {translation.state}")
    report_problems(problems, settings.root)
    return exit_code(problems) or (1 if left else 0)


def _show_approved(line: Line, said: tuple[int, ...] | None, source: Version) -> None:
    """A block beside its source, or beside what a person says is its source."""
    from nashra.markup.blocks import split

    sources = [line.source]
    if said is not None:
        blocks = split(source.body)
        sources = [blocks[number - 1].text for number in said]
    for text in sources[:-1]:
        _show_both(text, None, None)
    _show_both(sources[-1] if sources else None, line.target, None, line.name)


def _show_both(source: str | None, target: str | None, colour: str | None, name: str = "") -> None:
    if name:
        click.echo(f"{name}:")
    for sign, text in (("-", source), ("+", target)):
        if text is not None:
            click.echo(marked_lines(sign, text, colour))


def _said(names: Sequence[str]) -> tuple[list[int], dict[int, tuple[int, ...]], list[str]]:
    """(numbers of blocks, number -> numbers of its sources, names of fields) that `--block` names."""
    from nashra.versions.fields import NAMES

    numbers: list[int] = []
    sources: dict[int, tuple[int, ...]] = {}
    fields: list[str] = []
    for name in names:
        if name in NAMES:
            fields.append(name)
            continue
        number, sign, others = name.partition("=")
        parts = others.split("+") if sign else []
        if not all(part.isdecimal() for part in (number, *parts)):
            known = ", ".join(("3, 3=2, 3=2+4 or 3=0", *NAMES))
            raise click.BadParameter(f"{name!r} is no block: {known}", param_hint="--block")
        if sign:
            sources[int(number)] = tuple(dict.fromkeys(int(part) for part in parts if int(part)))
        else:
            numbers.append(int(number))
    return numbers, sources, list(dict.fromkeys(fields))


def _show_worst(settings: Settings, name: str | None, lang: str | None, limit: int) -> int:
    from nashra.content import store
    from nashra.versions.kept_doubts import KeptDoubts
    from nashra.versions.worst import worst

    content, problems = store.load(settings)
    articles = sorted(content.articles, key=lambda article: article.folder, reverse=True)
    if name is not None:
        articles = list(chosen(articles, [name]))
    languages = [lang] if lang is not None else list(settings.languages)
    with KeptDoubts(content.vocabulary, settings.cache) as doubts:
        found = worst(articles, languages, doubts, limit)
    for each in found:
        place = f"block {each.place}" if each.place.isdecimal() else f"the {each.place}"
        click.echo(f"{each.weight:.0%}  {each.article.folder}/{each.lang}.md: {place}")
        for reason in each.reasons:
            click.echo(f"  {reason}")
        click.echo(marked_lines("<", each.source, None))
        click.echo(marked_lines(">", each.target, None))
        click.echo(f"  right as it is? `nashra review {each.article.id} {each.lang} --block {each.place}`\n")
    if not found:
        click.echo("nothing that a machine made is doubtful")
    report_problems(problems, settings.root)
    return exit_code(problems)
