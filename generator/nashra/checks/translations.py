"""Translations that are missing, out of date, doubted by the machine or not approved: what `nashra status` knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.markup.blocks import split
from nashra.model import Article, Version
from nashra.render.ground.messages import without_catalogue
from nashra.render.ground.theme import default_folder
from nashra.settings.config import FILE_NAME
from nashra.translate.exchange.imports import Imports
from nashra.versions.kept_doubts import KeptDoubts
from nashra.versions.status import Standing, standings

NAME = "translations"


def check(case: Case) -> Iterator[Finding]:
    """What an editor or a translator has still to do, an article and language at a time."""
    for note in without_catalogue(case.settings.languages.values(), (case.settings.theme, default_folder())):
        yield Finding("warning", NAME, note, case.settings.root / FILE_NAME)
    yield from (Finding.of(problem, NAME) for problem in Imports.load(case.settings)[1])
    with KeptDoubts(case.content.vocabulary, case.settings.cache) as doubts:
        for article in case.content.articles:
            yield from _of_article(article, standings(article, list(case.settings.languages), doubts.in_words))


def _of_article(article: Article, rows: Iterable[Standing]) -> Iterator[Finding]:
    missing = []
    for standing in rows:
        if standing.condition == "missing":
            missing.append(standing.lang)
        elif standing.condition not in ("unwanted", "unreadable"):
            yield from _of_version(article, article.versions[standing.lang], standing)
    if missing:
        message = f"there is no version in {', '.join(missing)}"
        hint = "`nashra translate` makes one; readers see the article in another language until then"
        yield Finding("info", NAME, message, article.original.path, None, hint)


def _of_version(article: Article, version: Version, standing: Standing) -> Iterator[Finding]:
    lang = standing.lang
    kept, reviewing = frozenset(standing.kept), f"nashra review {article.id} {lang}"
    if standing.needless:
        message, hint = "`languages` of the article leaves this language out", "add it there, or delete the file"
        yield Finding("warning", NAME, f"{message}: readers do not see the version", version.path, 1, hint)
    for number in standing.stale:
        hint = "bring it up to date by hand" if number in kept else "`nashra translate` renews it"
        message = f"block {number} is stale: its source was changed after it was translated"
        yield Finding("warning", NAME, message, version.path, _line(version, number), hint)
    for name in standing.fields:
        message = f"the {name} is stale: its source was changed after it was translated"
        yield Finding("warning", NAME, message, version.path, 1, "`nashra translate` renews what no person wrote")
    for name in standing.absent:
        hint = "`nashra translate` does it, or a person where the version is approved"
        yield Finding("warning", NAME, f"the {name} is not translated yet", version.path, 1, hint)
    for name, why in standing.doubtful:
        named = f"`{reviewing} --block {name}` approves it"
        yield Finding("warning", NAME, f"the {name} is to be reviewed: {why}", version.path, 1, named)
    if standing.untranslated:
        many = "1 block" if standing.untranslated == 1 else f"{standing.untranslated} blocks"
        message = f"{many} of the source not translated yet"
        yield Finding("warning", NAME, message, version.path, None, "`nashra translate` adds what is missing")
    for number in standing.lost:
        block = f"block {number} of the source" if number else "a block of the source"
        message = f"{block} has changed{'' if number else ' or is gone'}, and a person had taken its translation out"
        hint = f"see `nashra diff {article.id} {lang}`; `{reviewing} --force` leaves it out for good"
        yield Finding("warning", NAME, message, version.path, None, hint)
    for number in standing.unknown:
        message = f"it is not known which block translates block {number} of the source"
        settled = f"`{reviewing} --block BLOCK={number}` says which"
        yield Finding("warning", NAME, message, version.path, None, settled)
    for number, why in standing.review:
        message = f"block {number} is to be reviewed: {why}"
        named = f"`{reviewing} --block {number}` approves it"
        if number in standing.unpaired:
            named = f"`{reviewing} --block {number}=SOURCE` says which, 0 for none"
        yield Finding("warning", NAME, message, version.path, _line(version, number), named)
    for number in standing.more:
        message = f"block {number} was rewritten, and may tell more than its source, or what that said before"
        yield Finding(
            "info", NAME, message, version.path, _line(version, number), f"`{reviewing} --block {number}` denies it"
        )
    for name in standing.drafts:
        message = f"the {name} is to be reviewed: a translator wrote it, and nobody has approved it yet"
        yield Finding("warning", NAME, message, version.path, 1, f"`{reviewing} --block {name}` approves it")


def _line(version: Version, number: int) -> int | None:
    """The line of block `number` (from 1) of a version."""
    blocks = split(version.body)
    return version.body_line + blocks[number - 1].line if number <= len(blocks) else None
