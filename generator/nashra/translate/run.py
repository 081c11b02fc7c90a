"""Translating a site: find out what is missing or stale, send it through the engine at once, write the versions."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from nashra.content import authoring, history
from nashra.content.edit_lock import only_writer
from nashra.entities.glossary import Glossary
from nashra.kit.errors import ConfigError, ContentError, NashraError, Problem, TranslationError
from nashra.kit.spaces import one_line
from nashra.model import IMPORTED, IMPORTED_UNSEEN, IMPORTED_UNSURE, Article, Content
from nashra.settings.config import Settings
from nashra.translate.again import Again, refuse_unknown
from nashra.translate.approved import Match, similar, texts_of_people, unapproved
from nashra.translate.chain import Progress, translate_segments
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.engines.joined import label, learners
from nashra.translate.exchange.imports import Found, Imports
from nashra.translate.lock import only_run
from nashra.translate.memory import APPROVED, Memory
from nashra.translate.memory import FILE_NAME as MEMORY_FILE
from nashra.translate.models.packages import Package
from nashra.translate.models.routes import route
from nashra.translate.renewal import Renewal, Result, finish, plan
from nashra.translate.retry import Guard, retry
from nashra.translate.second import SecondOpinion
from nashra.translate.surroundings import context_of
from nashra.versions.echoes import echoes

__all__ = ["MEMORY_FILE", "Report", "Written", "plan_all", "routes_for", "translate"]

# Distinct segments that go through the models together, then into their articles: enough to keep many cores or
# machines busy, few enough that an archive of any size is translated in the same memory.
PORTION = 8192
# How `nashra.kit.files.write_atomic` names a file that is not finished.
_UNFINISHED = ".new.*"
# Time stamps of files may lie this many seconds behind the clock.
_CLOCK_STEP = 0.02


@dataclass(frozen=True, slots=True)
class Written:
    """A version that was made or renewed.

    renewed, kept, stale, review: blocks translated, left to people, out of date, and marked for review.
    fields: those of a version that was there that were translated anew, such as "title".
    """

    article: Article
    lang: str
    path: Path
    new: bool
    renewed: int
    kept: int
    stale: int
    review: int
    fields: tuple[str, ...] = ()


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
    writer = _Writer(settings, content)
    refused = {id(renewal): problem for renewal in renewals if (problem := writer.refusal(renewal))}
    report.problems += refused.values()
    renewals = [renewal for renewal in renewals if id(renewal) not in refused]
    glossary = Glossary(content.vocabulary)
    engines = (engine, *others, *((second.engine,) if second else ()))
    listening = [each for used in engines for each in learners(used)]
    imports, faults = Imports.load(settings)
    report.problems += faults
    with only_run(settings.cache), Memory(settings.cache / MEMORY_FILE) as memory:
        try:
            for pair, way in routes.items():
                batch = [renewal for renewal in renewals if (renewal.source.lang, renewal.lang) == pair]
                known, waiting = texts_of_people(content.articles, *pair) if batch else ({}, {})
                approved = {text: each.target for text, each in known.items()}
                taken = _Taken(imports, engine, way, approved)
                batch = [renewal.with_whole_texts(taken) for renewal in batch]
                guard = Guard(*pair, glossary)
                via = tuple(hop.to_code for hop in way[:-1])
                for portion, segments in _portions(batch):
                    if listening:
                        context = context_of(portion, glossary)
                        for each in listening:
                            each.learn(context)
                    remembered = memory.get_many(pair, APPROVED, segments)
                    found = taken.of(segments)
                    origins = dict.fromkeys(remembered, IMPORTED) | {text: each.article for text, each in known.items()}
                    settled = frozenset(origins) | {text for text, each in found.items() if each.approved}
                    origins |= {text: _origin(each) for text, each in found.items()}
                    given = approved | {text: each.target for text, each in found.items()}
                    sure: dict[str, float] = {}
                    targets = translate_segments(engine, memory, way, segments, progress, given, sure)
                    first = table = dict(zip(segments, targets, strict=True))
                    table = retry(table, guard, engine, others, memory, way, settled=settled)
                    better = second.better(table, guard, memory, settled, progress, (engine,)) if second else {}
                    table |= better
                    origins = {
                        text: origin
                        for text, origin in origins.items()
                        if text not in found or table.get(text) == found[text].target
                    }
                    unsure = [text for text, origin in origins.items() if origin == IMPORTED_UNSURE]
                    doubts = _doubting(guard, unsure)
                    report.matches.extend([*similar(segments, approved), *unapproved(segments, waiting)])
                    sure = {text: score for text, score in sure.items() if table[text] == first[text]}
                    again = echoes(pair for pair in table.items() if pair[0] not in origins)
                    for renewal in portion:
                        made_by = label(engine, way)
                        if second is not None:
                            made_by = second.label(pair, made_by, renewal.segments(), better)
                        result = finish(renewal, table, made_by, via, doubts, origins, again, sure)
                        try:
                            report.written.append(writer.write(renewal, result))
                        except ContentError as error:
                            report.problems.extend(error.problems)
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


def _portions(renewals: Sequence[Renewal]) -> Iterator[tuple[list[Renewal], list[str]]]:
    """`renewals` a portion at a time, with the distinct segments of each."""
    portion: list[Renewal] = []
    segments: dict[str, None] = {}
    for renewal in renewals:
        portion.append(renewal)
        segments.update(dict.fromkeys(renewal.segments()))
        if len(segments) >= PORTION:
            yield portion, list(segments)
            portion, segments = [], {}
    if portion:
        yield portion, list(segments)


class _Taken:
    """What is known of the texts of one pair before any engine is asked; with `in`, whether a text is."""

    def __init__(self, imports: Imports, engine: Engine, way: Sequence[Pairing], approved: Mapping[str, str]) -> None:
        """approved: what people wrote in the articles, which comes before every import."""
        self._imports, self._approved = imports, approved
        self._pair = (way[0].from_code, way[-1].to_code)
        self._made_by = {label(engine, way), *(checked.fingerprint(engine, hop) for hop in way if len(way) == 1)}

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and (text in self._approved or self._find(text) is not None)

    def of(self, segments: Iterable[str]) -> dict[str, Found]:
        """Segment -> what the imports make of it, of those that people have not translated in the articles."""
        if not self._imports:
            return {}
        found = ((text, self._find(text)) for text in segments if text not in self._approved)
        return {text: each for text, each in found if each is not None}

    def _find(self, text: str) -> Found | None:
        return self._imports.find(self._pair, text, self._made_by)


def _origin(found: Found) -> str:
    if found.unsure:
        return IMPORTED_UNSURE
    return IMPORTED if found.approved else IMPORTED_UNSEEN


def _doubting(guard: Guard, unsure: Sequence[str]) -> Callable[[str, str], Sequence[object]]:
    """`guard`, which also doubts texts with a sentence of which there are several translations."""
    if not unsure:
        return guard
    words = [one_line(text) for text in unsure]
    return lambda source, target: [*guard(source, target), *(text for text in words if text in source)]


class _Writer:
    """Puts finished versions into content/."""

    def __init__(self, settings: Settings, content: Content) -> None:
        self._settings = settings
        self._taken = authoring.Taken(settings, content.articles)
        self._since = time.time() - _CLOCK_STEP

    def refusal(self, renewal: Renewal) -> Problem | None:
        """Why the version may not be written, which is better known before hours of translation."""
        folder = self._folder(renewal)
        target = renewal.target.path if renewal.target else None
        where = next((path for path in (target, folder) if path is not None and not os.access(path, os.W_OK)), None)
        if where is None:
            return None
        what = "the file" if where == target else "the folder"
        return Problem(f"{what} is write-protected; {renewal.lang}.md was not translated", where)

    def write(self, renewal: Renewal, result: Result) -> Written:
        """Write one version. Raises ContentError where it was left alone, NashraError where nothing can be written."""
        article, target, folder = renewal.article, renewal.target, self._folder(renewal)
        if not folder.is_dir():
            raise ContentError("the article's folder went away while it was being translated", path=folder)
        if not result.body.strip():
            raise ContentError(
                "a person removed every block whose source is left; the version was left as it is",
                path=folder / f"{renewal.lang}.md",
                hint="delete the file to have it translated anew",
            )
        slug = self._slug(renewal, result)
        wanted = {record.source for record in result.translation.blocks}
        history.remember(self._settings.cache, article.id, renewal.lang, renewal.source.body, wanted)
        with only_writer(self._settings.cache):
            path = authoring.write_version(
                folder,
                renewal.lang,
                title=result.title,
                slug=slug,
                summary=result.summary,
                body=result.body,
                translation=result.translation,
                current=target,
                picture={"alt": result.alt, "caption": result.caption},
            )
        self._sweep(folder)
        made = result.translation
        records = (*made.blocks, made.title, made.summary, made.alt, made.caption)
        review = sum(record is not None and record.flag == "review" for record in records)
        counts = result.renewed, result.kept, result.stale, review
        fields = () if target is None else tuple(renewal.fields)
        return Written(article, renewal.lang, path, target is None, *counts, fields)

    def _slug(self, renewal: Renewal, result: Result) -> str:
        """The slug of the version. One that was made of a title of the machine's goes with it when that is made anew.

        Where the old address was published, the ledger knows it, and the next build leads it to the new one.
        """
        article, target = renewal.article, renewal.target
        if target is not None:
            of_old = authoring.is_slug_of(target.slug, target.title, article.id)
            if not result.new_title or not of_old or authoring.is_slug_of(target.slug, result.title, article.id):
                return target.slug
        return self._taken.slug(renewal.lang, article.month, result.title, article.id)

    def _folder(self, renewal: Renewal) -> Path:
        return self._settings.content / "articles" / renewal.article.folder

    def _sweep(self, folder: Path) -> None:
        """Remove what a run that was killed left unfinished. It died over a version that is only written now."""
        for path in folder.glob(_UNFINISHED):
            try:
                if path.is_file() and path.stat().st_mtime < self._since:
                    path.unlink()
            except OSError:
                continue  # hidden and harmless; the next run tries again
