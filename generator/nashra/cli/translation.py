"""`nashra translate`, `review` and `diff`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from nashra.cli.output import Progress, count, exit_code, load_settings, report_problems, site_option
from nashra.cli.places import place_loose, with_reasons
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from nashra.model import Article, Content, Version
    from nashra.settings.config import Settings
    from nashra.translate.renewal import Renewal
    from nashra.versions.review import Line


@click.command("translate", short_help="Translate what is missing or out of date, offline.")
@click.argument("names", nargs=-1, metavar="[ARTICLE]...")
@click.option("--to", "languages", metavar="CODES", help="Target languages, such as fr,en; all of the site by default.")
@click.option("--dry-run", is_flag=True, help="Show what would be translated, and change nothing.")
@click.option(
    "--scheduler", metavar="ADDRESS", help="Translate on the workers of this dask scheduler: tcp://HOST:8786."
)
@site_option
@click.pass_context
def translate_command(
    ctx: click.Context,
    names: tuple[str, ...],
    languages: str | None,
    dry_run: bool,
    scheduler: str | None,
    site: Path | None,
) -> int:
    """Translate what is missing or out of date; ARTICLE is an id, a folder or a file, all articles by default.

    What people wrote is never replaced.
    """
    from nashra.content import store
    from nashra.translate import run

    settings = load_settings(ctx, site)
    loose = [] if dry_run else place_loose(settings)
    content, problems = store.load(settings)
    problems = with_reasons(problems, loose)
    targets = _codes(languages, list(settings.languages))
    articles = chosen(content.articles, names)
    renewals = run.plan_all(articles, targets)
    if dry_run:
        for renewal in renewals:
            what = count(len(renewal.blocks), "block") if renewal.target else "whole article"
            click.echo(f"{renewal.article.folder} {renewal.source.lang} -> {renewal.lang}: {what}")
        click.echo(f"{count(len(renewals), 'version')} would be written" if renewals else "nothing to translate")
    elif not renewals:
        click.echo("nothing to translate: every version is there and up to date")
    else:
        problems.extend(_run(settings, content, renewals, problems, scheduler))
        content = store.load(settings)[0]
    _report_stale(chosen(content.articles, names), targets)
    report_problems(problems, settings.root)
    return exit_code(problems)


def _run(
    settings: Settings,
    content: Content,
    renewals: Sequence[Renewal],
    problems: list[Problem],
    scheduler: str | None,
) -> Sequence[Problem]:
    """Translate, tell what was written, and return what went wrong."""
    from nashra.translate import run
    from nashra.translate.models.packages import installed, packages_folder_of
    from nashra.translate.named_engines import make_engine, second_tries

    options = settings.translate
    packages = installed(packages_folder_of(settings), problems)
    with Progress() as show:
        report = run.translate(
            settings,
            content,
            renewals,
            packages,
            make_engine(options, options.engine, scheduler),
            second_tries(options, options.engine, scheduler),
            lambda hop, done, total: show(f"{hop.from_code} -> {hop.to_code}", done, total),
        )
    for written in report.written:
        parts = [f"{count(written.renewed, 'block')} translated"]
        if written.review:
            parts.append(f"{written.review} to review")
        if written.kept:
            parts.append(f"{written.kept} by people kept")
        click.echo(f"{written.path.relative_to(settings.root).as_posix()}: {', '.join(parts)}")
    for match in report.matches:
        click.echo(f"similar to an approved sentence ({match.ratio:.0%}), not applied:")
        click.echo(f"  new:      {match.segment}\n  approved: {match.source}\n  as:       {match.target}")
    return report.problems


def _report_stale(articles: Sequence[Article], targets: Sequence[str]) -> None:
    """Human blocks whose source changed, in versions that this run did not touch or could not renew."""
    from nashra.cli.content import absent
    from nashra.versions.status import standings

    for article in articles:
        for standing in standings(article, targets):
            if standing.kept or standing.fields:
                blocks = ", ".join([f"block {number}" for number in standing.kept] + list(standing.fields))
                click.echo(f"stale, left as people wrote it: {article.folder}/{standing.lang}.md: {blocks}")
            for line in absent(standing):
                click.echo(f"{article.folder}/{standing.lang}.md: {line}")
            for number, why in standing.review:
                if number in standing.unpaired:
                    click.echo(f"{article.folder}/{standing.lang}.md: block {number}: {why}")


@click.command("review", short_help="Approve a translation, whole or block by block.")
@click.argument("name", metavar="ARTICLE", required=False)
@click.argument("lang", metavar="LANG", required=False)
@click.option(
    "--block",
    "names",
    multiple=True,
    metavar="N[=M]",
    help="Only this block; N=M: it translates block M.",
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
    it translates none). `nashra status` shows the numbers of blocks.

    With --worst the most doubtful blocks of machines are shown instead, the worst first, with their sources and the
    reasons: of all articles, or of ARTICLE, or of its version in LANG.
    """
    from nashra.content import authoring, store
    from nashra.content.edit_lock import only_writer
    from nashra.versions.review import approve, lines

    numbers, sources = _said(names)
    settings = load_settings(ctx, site)
    if worst is not None:
        if names:
            raise click.UsageError("--worst shows blocks and --block approves them; give one of the two")
        return _show_worst(settings, name, lang, worst)
    if name is None or lang is None:
        raise click.UsageError("say which version: `nashra review ARTICLE LANG`; `--worst N` shows what is doubtful")
    problems: list[Problem] = []
    with only_writer(settings.cache):
        (article,) = chosen(list(store.load_articles(settings, problems)), [name])
        shown = lines(article, lang) if lang in article.versions and article.versions[lang].translation else []
        translation = approve(article, lang, numbers, force=force, sources=sources)
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
    wanted = {*numbers, *sources}
    for line in shown:
        if (line.number in wanted) if wanted else (not line.settled and (force or not line.open)):
            _show_approved(line, sources.get(line.number), article.versions[translation.origin])
    left = [] if force or wanted else [line for line in shown if line.open]
    for line in left:
        where = f"block {line.number}" if line.number else "a block of the source" if line.source else "not a block"
        click.echo(f"left open, {where}: {line.open}")
        for sign, block in (("-", line.source), ("+", line.target)):
            if block is not None:
                click.echo(_lines(sign, block.text, "yellow"))
    what = "block " + ", ".join(map(str, sorted(wanted))) if wanted else "the whole version"
    what = f"all but {count(len(left), 'place')}" if left else what
    click.echo(f"approved {what} of {version.path.relative_to(settings.root).as_posix()}: now {translation.state}")
    report_problems(problems, settings.root)
    return exit_code(problems) or (1 if left else 0)


def _show_approved(line: Line, said: tuple[int, ...] | None, source: Version) -> None:
    """A block beside its source, or beside what a person says is its source."""
    from nashra.markup.blocks import split

    sources = [line.source] if line.source is not None else []
    if said is not None:
        blocks = split(source.body)
        sources = [blocks[number - 1] for number in said]
    for block in sources:
        click.echo(_lines("-", block.text, None))
    if line.target is not None:
        click.echo(_lines("+", line.target.text, None))


def _said(names: Sequence[str]) -> tuple[list[int], dict[int, tuple[int, ...]]]:
    """(numbers of blocks, number -> numbers of its sources) that `--block` names."""
    numbers: list[int] = []
    sources: dict[int, tuple[int, ...]] = {}
    for name in names:
        number, sign, others = name.partition("=")
        parts = others.split("+") if sign else []
        if not all(part.isdecimal() for part in (number, *parts)):
            raise click.BadParameter(f"{name!r} is no block: 3, 3=2, 3=2+4 or 3=0", param_hint="--block")
        if sign:
            sources[int(number)] = tuple(dict.fromkeys(int(part) for part in parts if int(part)))
        else:
            numbers.append(int(number))
    return numbers, sources


def _show_worst(settings: Settings, name: str | None, lang: str | None, limit: int) -> int:
    from nashra.content import store
    from nashra.entities.glossary import Glossary
    from nashra.versions.guards import check
    from nashra.versions.worst import worst

    content, problems = store.load(settings)
    articles = sorted(content.articles, key=lambda article: article.folder, reverse=True)
    if name is not None:
        articles = list(chosen(articles, [name]))
    languages = [lang] if lang is not None else list(settings.languages)
    named = Glossary(content.vocabulary).named
    found = worst(articles, languages, lambda one, two, first, second: check(one, two, first, second, named), limit)
    for each in found:
        click.echo(f"{each.weight:.0%}  {each.article.folder}/{each.lang}.md: block {each.number}")
        for reason in each.reasons:
            click.echo(f"  {reason}")
        click.echo(_lines("<", each.source, None))
        click.echo(_lines(">", each.target, None))
        click.echo(f"  right as it is? `nashra review {each.article.id} {each.lang} --block {each.number}`\n")
    if not found:
        click.echo("no block of a machine is doubtful")
    report_problems(problems, settings.root)
    return exit_code(problems)


@click.command("diff", short_help="Show what changed in the source since it was translated.")
@click.argument("name", metavar="ARTICLE")
@click.argument("lang", metavar="LANG")
@site_option
@click.pass_context
def diff_command(ctx: click.Context, name: str, lang: str, site: Path | None) -> int:
    """Show what changed in the source since the version in LANG was translated.

    The old words come from the site's git history or the cache. Ends with 1 when something changed.
    """
    from nashra.content import store
    from nashra.content.history import old_blocks
    from nashra.versions.alignment import align

    settings = load_settings(ctx, site)
    problems: list[Problem] = []
    (article,) = chosen(list(store.load_articles(settings, problems)), [name])
    version = article.versions.get(lang)
    made = version.translation if version else None
    if version is None or made is None:
        raise ContentError(f"{article.folder} has no translation in {lang!r}", hint="`nashra status` lists them")
    source = article.versions[made.origin]
    alignment = align(source, version)
    stale, host = [], None
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        host = pair.target or host
        if pair.stale:
            stale.append((replace(pair, target=host) if pair.tie == "joined" else pair, index))
    wanted = {pair.record.source for pair, _ in stale if pair.record}
    old = old_blocks(settings.cache, article.id, lang, source.path, wanted)
    for pair, index in stale:
        before = old.get(pair.record.source) if pair.record else None
        since = f" since {before.until}" if before and before.until else ""
        where = f"block {index + 1} of {source.path.name}" if index is not None else f"a block of {source.path.name}"
        click.echo(f"{where} {'changed' if index is not None else 'was removed'}{since}:")
        click.echo(_lines("-", before.text if before else "(the old words are not known)", "red"))
        if pair.source is not None:
            click.echo(_lines("+", pair.source.text, "green"))
        if pair.target is not None:
            click.echo(_lines(" ", pair.target.text, None))
    for index in alignment.missing:
        click.echo(f"block {index + 1} of {source.path.name} is new:")
        click.echo(_lines("+", alignment.sources[index].text, "green"))
    open_ = [pair for pair in alignment.pairs if pair.tie == "unpaired" and not pair.stale]
    for pair in open_:
        path, block = (version.path, pair.target) if pair.target else (source.path, pair.source)
        if block is not None:
            click.echo(f"{path.name}: it is not known which block of the other version belongs to this one:")
            click.echo(_lines("?", block.text, "yellow"))
    report_problems(problems, settings.root)
    if not stale and not alignment.missing and not open_:
        known = "" if made.blocks else "; what people wrote has no record of its source until it is approved"
        click.echo(f"nothing changed since it was translated{known}")
        return 0
    return 1


def _lines(sign: str, text: str, colour: str | None) -> str:
    return "\n".join(click.style(f"  {sign} {line}", fg=colour) for line in text.split("\n"))


def _codes(text: str | None, known: list[str]) -> list[str]:
    if text is None:
        return known
    codes = list(dict.fromkeys(code.strip() for code in text.split(",") if code.strip()))
    unknown = [code for code in codes if code not in known]
    if unknown or not codes:
        fault = f"the site has no language {unknown[0]!r}" if unknown else "it names no language"
        raise click.BadParameter(f"{fault}; the site has {', '.join(known)}", param_hint="--to")
    return codes


def chosen(articles: Sequence[Article], names: Sequence[str]) -> list[Article]:
    """The articles that `names` (ids, folders or files) mean, all when there are none.

    Raises ContentError for a name that no article has.
    """
    if not names:
        return list(articles)
    result = {}
    for name in names:
        wanted = PurePath(name)
        if wanted.suffix == ".md":
            wanted = wanted.parent
        found = next((each for each in articles if wanted.name in (each.id, each.folder.split("/")[-1])), None)
        if found is None:
            raise ContentError(f"there is no article {name!r}", hint="`nashra status` lists them")
        result[found.id] = found
    return list(result.values())
