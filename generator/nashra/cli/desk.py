"""`nashra desk`: the morning's work in one command, and a summary that people read before they publish."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from nashra.cli.output import load_settings, site_option
from nashra.kit.errors import NashraError, printable

if TYPE_CHECKING:
    from nashra.model import Article, Content
    from nashra.settings.config import Settings
    from nashra.versions.status import Standing

_WORST = 10
# Beginnings of the lines by which commands say that something is wrong.
_WRONG = ("error:", "problem:", "warning:", "Error:")
# What is written in another direction stands apart: FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE.
_APART = "\u2068{}\u2069"


@click.command("desk", short_help="Take in what lies in the inbox and the feeds, translate, check, and sum it up.")
@click.option(
    "--summary", type=click.Path(path_type=Path), metavar="FILE", help="Write the summary there, as Markdown."
)
@site_option
@click.pass_context
def desk_command(ctx: click.Context, summary: Path | None, site: Path | None) -> int:
    """Run `import --inbox`, `gather`, `translate` and `check` one after the other, and sum up what is new, what is
    doubtful and what stayed behind. A step that fails stops no other; what failed stands in the summary.
    """
    from nashra.cli.gathering import gather_command
    from nashra.cli.imports import import_command
    from nashra.cli.translation import translate_command
    from nashra.content import store
    from nashra.kit.files import refuse_foreign, write_atomic
    from nashra.sources.listing import FILE_NAME

    settings = load_settings(ctx, site)
    if summary is not None:
        refuse_foreign(summary, b" changed\n", "a summary of the desk")
    before = _versions(store.load(settings)[0])
    steps: list[tuple[str, Callable[[], Any]]] = [
        ("import --inbox", lambda: ctx.invoke(import_command, inbox=True, site=site)),
        ("translate", lambda: ctx.invoke(translate_command, site=site)),
    ]
    if (settings.content / FILE_NAME).is_file():
        steps.insert(1, ("gather", lambda: ctx.invoke(gather_command, site=site)))
    told = {name: _run(name, step) for name, step in steps}
    told["check"] = _faults(settings)
    text = "\n".join(_summary(settings, before, told)) + "\n"
    if summary is None:
        click.echo("\n" + text)
    else:
        write_atomic(summary, text)
    return 0


class _Tee(StringIO):
    """What is written goes on to where it would have gone, and is kept."""

    def __init__(self, stream: IO[str]) -> None:
        super().__init__()
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(text)
        self._stream.flush()
        return super().write(text)


def _run(name: str, step: Callable[[], Any]) -> list[str]:
    """Run a step; the lines in which it says what is wrong."""
    from nashra.cli.output import report_error

    click.echo(f"== nashra {name}")
    with _kept() as (out, err):
        try:
            step()
        except NashraError as error:
            report_error(error)
        except click.ClickException as error:
            error.show()
    lines = (out.getvalue() + err.getvalue()).splitlines()
    return [line.strip() for line in lines if line.startswith(_WRONG)]


def _faults(settings: Settings) -> list[str]:
    """What `nashra check` finds wrong, in lines."""
    import os

    from nashra.checks import run
    from nashra.checks.report import as_text
    from nashra.kit import clock

    click.echo("== nashra check")
    found = run.check_site(settings, clock.now(), run.DEFAULT, os.environ)
    for line in as_text(found):
        click.echo(line)
    return [
        f"{finding.severity}: {finding.file(settings.root) or finding.page or 'the site'}: {finding.message}"
        for finding in found.findings
        if finding.severity != "info"
    ]


@contextmanager
def _kept() -> Iterator[tuple[StringIO, StringIO]]:
    out, err = _Tee(sys.stdout), _Tee(sys.stderr)
    with redirect_stdout(out), redirect_stderr(err):
        yield out, err


def _versions(content: Content) -> dict[tuple[str, str], int]:
    """(id of an article, language) -> a number that changes with the version."""
    return {
        (article.id, lang): hash((version.title, version.summary, version.body, version.draft))
        for article in content.articles
        for lang, version in article.versions.items()
    }


def _summary(settings: Settings, before: dict[tuple[str, str], int], told: dict[str, list[str]]) -> Iterator[str]:
    from nashra.content import store

    content, _ = store.load(settings)
    known = {id_ for id_, _ in before}
    after = _versions(content)
    fresh = [article for article in content.articles if article.id not in known]
    changed = [
        (article, lang)
        for article in content.articles
        if article.id in known
        for lang in article.versions
        if before.get((article.id, lang)) != after[article.id, lang]
    ]
    yield f"## {len(fresh)} new, {len(changed)} changed"
    yield ""
    for article in fresh:
        yield f"- {_named(article, article.lang)}: {_languages(article)}{_held(article)}"
    for article, lang in changed:
        yield f"- {_named(article, lang)}: {lang} changed"
    if not fresh and not changed:
        yield "Nothing is new."
    yield from _doubts(settings, content, after.keys() - before.keys() | {(a.id, lang) for a, lang in changed})
    if any(told.values()):
        yield from ("", "## To put right", "")
        for name, lines in told.items():
            yield from (f"- `nashra {name}`: {_plain(line)}" for line in dict.fromkeys(lines))


def _doubts(settings: Settings, content: Content, touched: set[tuple[str, str]]) -> Iterator[str]:
    """What should be looked at before it is published, of the versions that are new or changed."""
    from nashra.versions.kept_doubts import KeptDoubts
    from nashra.versions.status import standings

    ids = {id_ for id_, _ in touched}
    with KeptDoubts(content.vocabulary, settings.cache) as doubts:
        rows: list[tuple[Article, Standing]] = [
            (article, standing)
            for article in content.articles
            if article.id in ids
            for standing in standings(article, list(settings.languages), doubts.in_words)
            if (article.id, standing.lang) in touched and (standing.review or standing.drafts or standing.doubtful)
        ]
    if not rows:
        return
    yield from ("", "## Look at these before you publish", "")
    for article, standing in rows:
        yield f"- {_named(article, standing.lang)} ({standing.lang}):"
        for name in standing.drafts:
            yield f"  - the {name}: nobody has approved it yet"
        for name, why in standing.doubtful:
            yield f"  - the {name}: {_plain(why)}"
        for number, why in standing.review[:_WORST]:
            yield f"  - block {number}: {_plain(why)}"
        if (more := len(standing.review) - _WORST) > 0:
            yield f"  - and {more} more blocks"


def _named(article: Article, lang: str) -> str:
    version = article.versions[lang]
    return f"**{_plain(version.title)}** (`{article.folder}/{lang}.md`)"


def _languages(article: Article) -> str:
    states = (
        f"{lang} {version.translation.state if version.translation else 'original'}"
        for lang, version in article.versions.items()
    )
    return ", ".join(states)


def _held(article: Article) -> str:
    return ", a draft" if article.original.draft else ""


def _plain(text: str) -> str:
    """`text` for a line of Markdown that shows it as it is."""
    from nashra.markup.inline import escape_words

    return _APART.format(escape_words(printable(" ".join(text.split()))))
