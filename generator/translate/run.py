"""Translating a site: find out what is missing or stale, send it through the engine at once, write the versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import authoring, history
from generator.config import Settings
from generator.entities.glossary import Glossary
from generator.errors import ContentError, Problem
from generator.model import Article, Content
from generator.translate.approved import Match, approved_pairs, similar
from generator.translate.chain import Progress, translate_segments
from generator.translate.engine import Engine
from generator.translate.memory import Memory
from generator.translate.packages import Package
from generator.translate.renewal import Renewal, Result, finish, plan
from generator.translate.retry import Guard, retry
from generator.translate.routes import route

MEMORY_FILE = "memory.sqlite"


@dataclass(frozen=True, slots=True)
class Written:
    """A version that was made or renewed.

    renewed, kept, stale, review: blocks translated, left to people, out of date, and marked for review.
    """

    article: Article
    lang: str
    path: Path
    new: bool
    renewed: int
    kept: int
    stale: int
    review: int


@dataclass(slots=True)
class Report:
    """What a run did. matches: approved sentences much like new ones. problems: what went wrong on the way."""

    written: list[Written] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan_all(articles: Sequence[Article], languages: Sequence[str]) -> list[Renewal]:
    """Everything to be done to have `articles` in `languages`, in the order of the articles."""
    renewals = (plan(article, lang) for article in articles for lang in languages if lang != article.lang)
    return [renewal for renewal in renewals if renewal is not None]


def routes_for(renewals: Sequence[Renewal], packages: Sequence[Package]) -> dict[tuple[str, str], tuple[Package, ...]]:
    """(source, target) -> packages for every pair that `renewals` need. Raises TranslationError for one without."""
    pairs = dict.fromkeys((renewal.source.lang, renewal.lang) for renewal in renewals)
    return {pair: route(packages, *pair) for pair in pairs}


def translate(
    settings: Settings,
    content: Content,
    renewals: Sequence[Renewal],
    packages: Sequence[Package],
    engine: Engine,
    others: Sequence[Engine] = (),
    progress: Progress | None = None,
) -> Report:
    """Carry out `renewals`.

    content: all of the site: its articles, so that addresses stay unique and approved sentences are used again, and
    its entities, whose names must come through. others: engines with other parameters, for sentences in doubt.
    Nothing is written before every pair of languages is known to have a way. A file that was edited meanwhile is left
    alone and reported. Raises TranslationError.
    """
    report = Report()
    if not renewals:
        return report
    routes = routes_for(renewals, packages)
    taken = authoring.taken_slugs(content.articles)
    glossary = Glossary(content.entities)
    with Memory(settings.cache / MEMORY_FILE) as memory:
        for pair, way in routes.items():
            batch = [renewal for renewal in renewals if (renewal.source.lang, renewal.lang) == pair]
            segments = list(dict.fromkeys(segment for renewal in batch for segment in renewal.segments()))
            approved = approved_pairs(content.articles, *pair)
            targets = translate_segments(engine, memory, way, segments, progress, approved)
            guard = Guard(*pair, glossary)
            table = retry(
                dict(zip(segments, targets, strict=True)),
                guard,
                engine,
                others,
                memory,
                way,
                settled=frozenset(approved),
            )
            report.matches.extend(similar(segments, approved))
            label = f"{engine.name} " + " + ".join(package.id for package in way)
            via = tuple(package.to_code for package in way[:-1])
            for renewal in batch:
                try:
                    result = finish(renewal, table, label, via, guard)
                    report.written.append(_write(settings, taken, renewal, result))
                except ContentError as error:
                    report.problems.extend(error.problems)
        report.problems.extend(memory.problems)
    for used in (engine, *others):
        report.problems.extend(used.problems)
        used.close()
    return report


def _write(settings: Settings, taken: set[authoring.Address], renewal: Renewal, result: Result) -> Written:
    article, target = renewal.article, renewal.target
    if target is not None:
        slug = target.slug
    else:
        slug = authoring.free_slug(taken, renewal.lang, article.month, result.title, article.id)
    history.remember(settings.cache, article.id, renewal.lang, renewal.source.body)
    path = authoring.write_version(
        settings.content / "articles" / article.folder,
        renewal.lang,
        title=result.title,
        slug=slug,
        summary=result.summary,
        body=result.body,
        translation=result.translation,
        current=target,
    )
    review = sum(record.flag == "review" for record in result.translation.blocks)
    return Written(article, renewal.lang, path, target is None, result.renewed, result.kept, result.stale, review)
