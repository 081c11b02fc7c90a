"""Translating a site: find out what is missing or stale, send it through the engine at once, write the versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from nashra.entities.glossary import Glossary
from nashra.kit.errors import ConfigError, ContentError, NashraError, Problem, TranslationError
from nashra.model import Article, Content
from nashra.settings.config import Settings
from nashra.translate.again import Again, refuse_unknown
from nashra.translate.approved import Match
from nashra.translate.chain import Progress
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.engines.joined import label
from nashra.translate.exchange.imports import Imports
from nashra.translate.lock import only_run
from nashra.translate.memory import FILE_NAME as MEMORY_FILE
from nashra.translate.memory import Memory
from nashra.translate.models.packages import Package
from nashra.translate.models.routes import route
from nashra.translate.pair import Pair, Tools, engines_of
from nashra.translate.renewal import Renewal, Result, plan
from nashra.translate.second import SecondOpinion
from nashra.translate.writer import Writer, Written

__all__ = ["MEMORY_FILE", "Report", "Written", "plan_all", "routes_for", "translate"]


@dataclass(slots=True)
class Report:
    """What a run did. matches: approved sentences much like new ones. problems: what went wrong on the way."""

    written: list[Written] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def plan_all(articles: Sequence[Article], languages: Sequence[str], again: Again | None = None) -> list[Renewal]:
    """Everything to be done to have `articles` in `languages`, in the order of the articles. One that has no text yet
    waits for its words. again: see `plan`."""
    begun = (article for article in articles if article.original.body)
    renewals = (plan(article, lang, again) for article in begun for lang in languages if article.is_wanted_in(lang))
    return [renewal for renewal in renewals if renewal is not None]


def routes_for(
    renewals: Sequence[Renewal],
    offered: Sequence[Pairing],
    fixed: Sequence[Sequence[str]] = (),
) -> tuple[dict[tuple[str, str], tuple[Pairing, ...]], list[Problem]]:
    """(source, target) -> hops for every pair that `renewals` need, and a problem for each pair without a way.

    fixed: ways that the site sets, see `nashra.translate.models.routes.route`.
    """
    routes: dict[tuple[str, str], tuple[Pairing, ...]] = {}
    problems: list[Problem] = []
    for pair, count in Counter((renewal.source.lang, renewal.lang) for renewal in renewals).items():
        try:
            routes[pair] = route(offered, *pair, fixed)
        except TranslationError as error:
            left = f"{count} article{'s' * (count > 1)} left without"
            problems.extend(replace(each, message=f"{each.message}: {left}") for each in error.problems)
    return routes, problems


def ways_since(
    articles: Sequence[Article], languages: Sequence[str], packages: Sequence[Package], engine: Engine, since: str
) -> dict[tuple[str, str], str]:
    """(source, target) -> how the way between them is named, for all that `articles` need.

    Raises ConfigError where none of them uses the model `since`.
    """
    offered = checked.offers(engine, packages)
    ways = {}
    for pair in {(article.lang, lang) for article in articles for lang in languages if lang != article.lang}:
        with suppress(TranslationError):
            ways[pair] = route(offered, *pair)
    names = {pair: label(engine, way) for pair, way in ways.items()}
    refuse_unknown(since, ways, {" ".join(pair): name for pair, name in names.items()})
    return names


def translate(
    settings: Settings,
    content: Content,
    renewals: Sequence[Renewal],
    packages: Sequence[Package],
    engine: Engine,
    others: Sequence[Engine] = (),
    progress: Progress | None = None,
    second: SecondOpinion | None = None,
) -> Report:
    """Carry out `renewals`.

    content: all of the site: its articles, so that addresses stay unique and approved sentences are used again, and
    its entities, whose names must come through. others: engines with other parameters, for sentences in doubt.
    second: another engine for those that are in doubt after that.

    A pair of languages without a way stops its own articles only, and is reported. A file that was edited meanwhile, or
    that cannot be written, is left alone and reported. What stops the run, such as a full disk or a model that fails,
    is reported too, beside what was written before. Raises TranslationError where another run is
    at work, and NashraError where the memory cannot be opened.
    """
    report = Report()
    if not renewals:
        return report
    routes, report.problems = routes_for(renewals, checked.offers(engine, packages), settings.translate.routes)
    if not routes:
        report.problems += engine.problems
        return report
    renewals = [renewal for renewal in renewals if (renewal.source.lang, renewal.lang) in routes]
    writer = Writer(settings, content)
    refused = {id(renewal): problem for renewal in renewals if (problem := writer.refusal(renewal))}
    report.problems += refused.values()
    renewals = [renewal for renewal in renewals if id(renewal) not in refused]
    engines = engines_of(engine, others, second)
    imports, faults = Imports.load(settings)
    report.problems += faults
    with only_run(settings.cache), Memory(settings.cache / MEMORY_FILE) as memory:
        tools = Tools(engine, others, second, memory, imports, Glossary(content.vocabulary), progress)
        try:
            for codes, way in routes.items():
                batch = [renewal for renewal in renewals if (renewal.source.lang, renewal.lang) == codes]
                for made in Pair(way, content.articles, tools).portions(batch) if batch else ():
                    report.matches += made.matches
                    _write(made.results, writer, report)
        except ConfigError:
            raise
        except NashraError as error:
            report.problems.extend(error.problems)
        finally:
            for used in engines:
                report.problems.extend(checked.close(used))
        report.problems.extend(memory.problems)
        report.problems.extend(second.problems if second else ())
    for used in engines:
        report.problems.extend(used.problems)
    return report


def _write(results: Iterable[tuple[Renewal, Result]], writer: Writer, report: Report) -> None:
    for renewal, result in results:
        try:
            report.written.append(writer.write(renewal, result))
        except ContentError as error:
            report.problems.extend(error.problems)
