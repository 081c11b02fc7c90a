"""`nashra translate` and `diff`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from nashra.cli.output import Progress, count, exit_code, load_settings, marked_lines, report_problems, site_option
from nashra.cli.places import place_loose, with_reasons
from nashra.kit.errors import ContentError, Problem

if TYPE_CHECKING:
    from nashra.model import Article, Content
    from nashra.settings.config import Settings
    from nashra.translate.again import Again
    from nashra.translate.renewal import Renewal


@click.command("translate", short_help="Translate what is missing or out of date, offline.")
@click.argument("names", nargs=-1, metavar="[ARTICLE]...")
@click.option("--to", "languages", metavar="CODES", help="Target languages, such as fr,en; all of the site by default.")
@click.option(
    "--renew",
    is_flag=False,
    flag_value="machine",
    metavar="[machine|doubtful]",
    help="Make again what machines made, all of it or what is doubtful; what people wrote stays.",
)
@click.option(
    "--since", metavar="MODEL", default="", help="Make again what was made before MODEL, such as ar_en-1.9, served."
)
@click.option(
    "--retry-with",
    "second",
    metavar="ENGINE",
    help="Ask this engine too for what is in doubt, also of what is there; taken where it gives less to doubt.",
)
@click.option("--limit-memory", "limit", metavar="SIZE", help="Use no model that takes more, such as 800MB or 1.5GB.")
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
    renew: str | None,
    since: str,
    second: str | None,
    limit: str | None,
    dry_run: bool,
    scheduler: str | None,
    site: Path | None,
) -> int:
    """Translate what is missing or out of date; ARTICLE is an id, a folder or a file, all articles by default.

    What people wrote is never replaced. With --renew, what machines made is made again although its source is as it
    was: after a new model, a new term, an import. --renew doubtful takes what waits for a review or is in doubt, and
    --since what was made without MODEL or with an older one. --retry-with ENGINE sends what is in doubt, and
    nothing else, to a second engine.
    """
    from nashra.content import store
    from nashra.translate import run

    if renew not in (None, "machine", "doubtful"):
        renew, names = "machine", (renew, *names)  # the name of an article after a bare --renew

    settings = _limited(load_settings(ctx, site), limit)
    if second is not None:
        renew = renew or (None if since else "doubtful")
        _refuse_second(settings, second)
    loose = [] if dry_run else place_loose(settings)
    content, problems = store.load(settings)
    problems = with_reasons(problems, loose)
    targets = _codes(languages, list(settings.languages))
    articles = chosen(content.articles, names)
    again = _again(settings, content, articles, targets, renew, since, scheduler) if renew or since else None
    renewals = run.plan_all(articles, targets, again)
    if dry_run:
        renewals, lacking = _with_a_way(settings, renewals)
        problems.extend(lacking)
        for renewal in renewals:
            what = count(len(renewal.blocks), "block") if renewal.target else "whole article"
            click.echo(f"{renewal.article.folder} {renewal.source.lang} -> {renewal.lang}: {what}")
        click.echo(f"{count(len(renewals), 'version')} would be written" if renewals else "nothing to translate")
    elif not renewals:
        left_out = list(_left_out(articles, targets)) if names else []
        is_all = not left_out and not exit_code(problems)
        click.echo("nothing to translate" + ": every version is there and up to date" * is_all)
        for line in left_out:
            click.echo(line)
    else:
        problems.extend(_run(settings, content, renewals, scheduler, second))
        content = store.load(settings)[0]
    _report_stale(chosen(content.articles, names), targets)
    report_problems(problems, settings.root)
    return exit_code(problems)


def _limited(settings: Settings, limit: str | None) -> Settings:
    """`settings` with the limit that the command names. Raises an error where that is no size."""
    from nashra.kit.sizes import parse_size

    if limit is None:
        return settings
    try:
        most = parse_size(limit)
    except ValueError:
        raise click.BadParameter(f"{limit!r} is no size; write 800MB or 1.5GB", param_hint="--limit-memory") from None
    return replace(settings, translate=replace(settings.translate, limit_memory=most))


def _left_out(articles: Sequence[Article], targets: Sequence[str]) -> Iterator[str]:
    """What is said of articles that are not wanted in a language into which they were to be translated."""
    for article in articles:
        codes = [lang for lang in targets if not article.is_wanted_in(lang)]
        if codes:
            yield f"{article.folder}: not wanted in {', '.join(codes)}: `languages` of the article leaves it out"


def _with_a_way(settings: Settings, renewals: Sequence[Renewal]) -> tuple[list[Renewal], list[Problem]]:
    """(those of `renewals` that the installed packages can carry out, a problem for each pair without a way)."""
    from nashra.translate.engines import checked
    from nashra.translate.models.packages import installed, packages_folder_of
    from nashra.translate.named_engines import make_engine
    from nashra.translate.run import routes_for

    engine = make_engine(settings.translate, settings.translate.engine)
    offered = checked.offers(engine, installed(packages_folder_of(settings)))
    routes, problems = routes_for(renewals, offered, settings.translate.routes)
    return [each for each in renewals if (each.source.lang, each.lang) in routes], [*problems, *engine.problems]


def _refuse_second(settings: Settings, name: str) -> None:
    """Raises an error where the engine `name` cannot give a second opinion, before anything else is done."""
    from nashra.translate.named_engines import make_engine

    if name == settings.translate.engine:
        raise click.BadParameter(f"{name!r} is the engine of this site already", param_hint="--retry-with")
    make_engine(settings.translate, name)


def _again(
    settings: Settings,
    content: Content,
    articles: Sequence[Article],
    targets: Sequence[str],
    renew: str | None,
    since: str,
    scheduler: str | None,
) -> Again:
    """What --renew and --since ask for."""
    from nashra.translate import run
    from nashra.translate.again import Again
    from nashra.translate.models.packages import installed, packages_folder_of
    from nashra.translate.named_engines import make_engine
    from nashra.versions.kept_doubts import KeptDoubts

    check = KeptDoubts(content.vocabulary, settings.cache) if renew == "doubtful" else None
    if not since:
        return Again(check)
    packages = installed(packages_folder_of(settings))
    engine = make_engine(settings.translate, settings.translate.engine, scheduler)
    return Again(check, since, run.ways_since(articles, targets, packages, engine, since))


def _run(
    settings: Settings,
    content: Content,
    renewals: Sequence[Renewal],
    scheduler: str | None,
    second: str | None,
) -> Sequence[Problem]:
    """Translate, tell what was written, and return what went wrong."""
    from nashra.translate import run
    from nashra.translate.models.packages import packages_folder_of, packages_in
    from nashra.translate.named_engines import make_engine, second_tries
    from nashra.translate.second import SecondOpinion

    options = settings.translate
    packages, damaged = packages_in(packages_folder_of(settings))
    opinion = SecondOpinion(make_engine(options, second), packages) if second else None
    with Progress() as show:
        report = run.translate(
            settings,
            content,
            renewals,
            packages,
            make_engine(options, options.engine, scheduler),
            second_tries(options, options.engine, scheduler),
            lambda hop, done, total: show(f"{hop.from_code} -> {hop.to_code}", done, total),
            opinion,
        )
    for written in report.written:
        what = [f"the {name}" for name in written.fields]
        if written.renewed or not what:
            what.append(count(written.renewed, "block"))
        parts = [f"{' and '.join(what)} translated"]
        if written.review:
            parts.append(f"{written.review} to review")
        if written.kept:
            parts.append(f"{written.kept} by people kept")
        click.echo(f"{written.path.relative_to(settings.root).as_posix()}: {', '.join(parts)}")
    for match in report.matches:
        if match.waits_in:
            click.echo("translated by people, and nobody has approved it, so it is not applied:")
            click.echo(f"  new:      {match.segment}\n  as:       {match.target}\n  in:       {match.waits_in}")
            continue
        click.echo(f"similar to an approved sentence ({match.ratio:.0%}), not applied:")
        click.echo(f"  new:      {match.segment}\n  approved: {match.source}\n  as:       {match.target}")
    return [*damaged, *report.problems]


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
    articles, problems = store.load_articles(settings)
    (article,) = chosen(articles, [name])
    version = article.versions.get(lang)
    made = version.translation if version else None
    if version is None and lang in article.unreadable:
        raise ContentError(f"{article.folder}/{lang}.md cannot be read", hint="`nashra status` says what is wrong")
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
        click.echo(marked_lines("-", before.text if before else "(the old words are not known)", "red"))
        if pair.source is not None:
            click.echo(marked_lines("+", pair.source.text, "green"))
        if pair.target is not None:
            click.echo(marked_lines(" ", pair.target.text, None))
    for index in alignment.missing:
        click.echo(f"block {index + 1} of {source.path.name} is new:")
        click.echo(marked_lines("+", alignment.sources[index].text, "green"))
    open_ = [pair for pair in alignment.pairs if pair.tie == "unpaired" and not pair.stale]
    for pair in open_:
        path, block = (version.path, pair.target) if pair.target else (source.path, pair.source)
        if block is not None:
            click.echo(f"{path.name}: it is not known which block of the other version belongs to this one:")
            click.echo(marked_lines("?", block.text, "yellow"))
    report_problems(problems, settings.root)
    if not stale and not alignment.missing and not open_:
        known = "" if made.blocks else "; what people wrote has no record of its source until it is approved"
        click.echo(f"nothing changed since it was translated{known}")
        return 0
    return 1


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
