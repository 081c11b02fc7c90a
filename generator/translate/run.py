"""Translating a site: find out what is missing or stale, send it through the engine at once, write the versions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import authoring
from generator.config import Settings
from generator.errors import ContentError, Problem
from generator.model import Article
from generator.translate.chain import Progress, translate_segments
from generator.translate.engine import Engine
from generator.translate.memory import Memory
from generator.translate.packages import Package
from generator.translate.renewal import Renewal, Result, finish, plan
from generator.translate.routes import route

MEMORY_FILE = "memory.sqlite"


@dataclass(frozen=True, slots=True)
class Written:
    """A version that was made or renewed. renewed, kept, stale: blocks translated, left to people, out of date."""

    article: Article
    lang: str
    path: Path
    new: bool
    renewed: int
    kept: int
    stale: int


@dataclass(slots=True)
class Report:
    """What a run did, and what went wrong on the way."""

    written: list[Written] = field(default_factory=list)
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
    articles: Sequence[Article],
    renewals: Sequence[Renewal],
    packages: Sequence[Package],
    engine: Engine,
    progress: Progress | None = None,
) -> Report:
    """Carry out `renewals`. articles: all of the site, so that addresses stay unique.

    Nothing is written before every pair of languages is known to have a way. A file that was edited meanwhile is left
    alone and reported. Raises TranslationError.
    """
    report = Report()
    if not renewals:
        return report
    routes = routes_for(renewals, packages)
    taken = authoring.taken_slugs(articles)
    with Memory(settings.cache / MEMORY_FILE) as memory:
        for pair, way in routes.items():
            batch = [renewal for renewal in renewals if (renewal.source.lang, renewal.lang) == pair]
            segments = list(dict.fromkeys(segment for renewal in batch for segment in renewal.segments()))
            table = dict(zip(segments, translate_segments(engine, memory, way, segments, progress), strict=True))
            label = f"{engine.name} " + " + ".join(package.id for package in way)
            via = tuple(package.to_code for package in way[:-1])
            for renewal in batch:
                try:
                    report.written.append(_write(settings, taken, renewal, finish(renewal, table, label, via)))
                except ContentError as error:
                    report.problems.extend(error.problems)
        report.problems.extend(memory.problems)
    report.problems.extend(engine.problems)
    return report


def _write(settings: Settings, taken: set[authoring.Address], renewal: Renewal, result: Result) -> Written:
    article, target = renewal.article, renewal.target
    if target is not None:
        slug = target.slug
    else:
        slug = authoring.free_slug(taken, renewal.lang, article.month, result.title, article.id)
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
    return Written(article, renewal.lang, path, target is None, result.renewed, result.kept, result.stale)
