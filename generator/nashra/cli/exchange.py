"""`nashra export` and `nashra apply`: one article at a time to translators and back, as PO files."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nashra.cli.output import count, exit_code, load_settings, report_error, report_problems, shorten, site_option
from nashra.cli.translation import chosen
from nashra.kit.errors import ContentError, NashraError, Problem

if TYPE_CHECKING:
    from nashra.model import Article
    from nashra.settings.config import Settings
    from nashra.translate.exchange.export import Exchange
    from nashra.translate.exchange.returned import Outcome


@click.command("export", short_help="Write an article's texts for a translator (PO).")
@click.argument("name", metavar="ARTICLE")
@click.argument("lang", metavar="LANG")
@click.option(
    "-o", "--output", "file", type=click.Path(path_type=Path), metavar="FILE.po", help="ID.LANG.po if not set."
)
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@site_option
@click.pass_context
def export_command(ctx: click.Context, name: str, lang: str, file: Path | None, force: bool, site: Path | None) -> int:
    """Write the texts of ARTICLE and their translations in LANG to a PO file, for a translator.

    What a machine translated, or what is out of date, is marked fuzzy. `nashra apply` takes in what comes back.
    """
    from nashra.content import store
    from nashra.content.history import old_blocks
    from nashra.entities.glossary import Glossary
    from nashra.kit.clock import now
    from nashra.kit.files import refuse_foreign, write_atomic
    from nashra.translate.exchange.export import exchange, to_po
    from nashra.versions.guards import check

    settings = load_settings(ctx, site)
    if lang not in settings.languages:
        raise click.BadParameter(f"the site has no language {lang!r}; it has {', '.join(settings.languages)}")
    content, problems = store.load(settings)
    (article,) = chosen(content.articles, [name])
    named = Glossary(content.vocabulary).named
    made = exchange(
        article,
        lang,
        lambda one, two, first, second: tuple(doubt.text for doubt in check(one, two, first, second, named)),
    )
    stale = {unit.stale for unit in made.units if unit.stale}
    old = old_blocks(settings.cache, article.id, lang, made.source.path, stale)
    path = file or Path(f"{article.id}.{lang}.po")
    if path.exists() and not force:
        hint = "it may hold a translator's work; name another with -o, or replace it with --force"
        raise ContentError("the file is there already", path=path, hint=hint)
    # whoever forces a name that only such files have means it
    if path.suffix.lower() != ".po" or path.is_symlink():
        refuse_foreign(path, b"msgid ", "a file of translations")
    write_atomic(path, to_po(made, {mark: block.text for mark, block in old.items()}, now()))
    open_ = sum(not unit.target for unit in made.units)
    fuzzy = sum(unit.fuzzy for unit in made.units)
    click.echo(f"wrote {count(len(made.units), 'text')} to {path}: {open_} not translated, {fuzzy} to check")
    if not article.is_wanted_in(lang):
        click.echo(f"  not wanted in {lang}: readers would not see it until the article's `languages` names {lang}")
    report_problems(problems, settings.root)
    return exit_code(problems)


@click.command("apply", short_help="Take in what a translator returned (PO).")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE.po...")
@click.option("--approved", is_flag=True, help="All of it is right: nothing waits for a review.")
@click.option("--dry-run", is_flag=True, help="Show what would be applied, and change nothing.")
@site_option
@click.pass_context
def apply_command(ctx: click.Context, files: tuple[Path, ...], approved: bool, dry_run: bool, site: Path | None) -> int:
    """Put the translations of FILE, made by `nashra export`, into their articles.

    They are a person's: no machine replaces them. Without --approved they wait for `nashra review`. What cannot be
    applied is listed, and the command then ends with 1: texts whose source changed since, texts that somebody edited
    meanwhile, texts that lost a link.
    """
    from nashra.content import store
    from nashra.content.edit_lock import only_writer

    settings = load_settings(ctx, site)
    failed = False
    # two at once would each write what they made of the version that both had read
    with nullcontext() if dry_run else only_writer(settings.cache):
        articles, faults = store.load_articles(settings)
        for file in files:
            try:
                problems = _apply(settings, articles, file, approved=approved, dry_run=dry_run)
            except NashraError as error:
                report_error(error)
                failed = True
                continue
            report_problems(problems, Path.cwd())
            failed = failed or exit_code(problems) != 0
    report_problems(faults, settings.root)
    return 1 if failed or faults else 0


def _apply(
    settings: Settings, articles: list[Article], file: Path, *, approved: bool, dry_run: bool
) -> Sequence[Problem]:
    """Take one file in, and say what became of it. The article is replaced in `articles`."""
    from nashra.content import store
    from nashra.kit.files import read_text
    from nashra.translate.exchange.answers import address_of
    from nashra.translate.exchange.export import exchange
    from nashra.translate.exchange.po import parse_po
    from nashra.translate.exchange.returned import take_back

    header, entries = parse_po(read_text(file), file)
    address = address_of(header, file)
    if address.lang not in settings.languages:
        hint = f"it has {', '.join(settings.languages)}"
        raise ContentError(f"the site has no language {address.lang!r}", path=file, hint=hint)
    (article,) = chosen(articles, [address.article])
    made = exchange(article, address.lang)
    if made.source.lang != address.origin:
        message = f"the file translates from {address.origin!r}, but the version is made from {made.source.lang!r}"
        raise ContentError(message, path=file, hint="export it again")
    outcome = take_back(made, entries, file, approved=approved)
    written = ""
    if outcome.translation is not None:
        folder = settings.content / "articles" / article.folder
        path = folder / f"{made.lang}.md" if dry_run else _write(settings, articles, made, outcome, folder)
        written = path.relative_to(settings.root).as_posix()
        if not dry_run:
            renewed = store.load_article(settings, folder).article
            articles[:] = [renewed if renewed and each.id == article.id else each for each in articles]
    _report(file, written, outcome, approved=approved, dry_run=dry_run)
    return outcome.problems


def _write(settings: Settings, articles: Sequence[Article], made: Exchange, outcome: Outcome, folder: Path) -> Path:
    from nashra.content import authoring, history

    article, lang, target = made.article, made.lang, made.target
    if outcome.translation is None:
        raise ValueError("there is nothing to write")
    if target is None:
        slug = authoring.free_slug(authoring.taken_slugs(articles), lang, article.month, outcome.title, article.id)
        history.remember(settings.cache, article.id, lang, made.source.body)
    else:
        slug = target.slug
    return authoring.write_version(
        folder,
        lang,
        title=outcome.title,
        slug=slug,
        summary=outcome.summary,
        body=outcome.body,
        translation=outcome.translation,
        current=target,
        picture={"alt": outcome.alt, "caption": outcome.caption},
    )


def _report(file: Path, written: str, outcome: Outcome, *, approved: bool, dry_run: bool) -> None:
    for line, note in outcome.notes:
        click.echo(f"{file}:{line}: the translator says: {shorten(note, 200)}")
    if not written:
        click.echo(f"{file}: nothing to apply")
    else:
        parts = [f"{count(outcome.applied, 'text')} {'would be applied' if dry_run else 'applied'}"]
        if outcome.approved:
            parts.append(f"{outcome.approved} that were there approved")
        click.echo(f"{written}: {', '.join(parts)}")
        if outcome.drafts:
            click.echo(f"  waiting for `nashra review`: block {', '.join(map(str, outcome.drafts))}")
    if outcome.confirmed and not approved:
        click.echo(f"  {count(outcome.confirmed, 'text')} found right as it stands; --approved records that")
