"""content/ <-> model: the only place that reads and writes articles, topics and pages.

Loading never stops at the first fault: what can be read is returned, what cannot is listed as a Problem.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from nashra.content import forwards, strays
from nashra.content import topics as subjects
from nashra.content.doubtful_dates import doubtful_dates, doubtful_embargo
from nashra.content.version_files import ARTICLE_FOLDER, after, load_pages, read_version
from nashra.entities import registry, terms
from nashra.entities.builtin import builtin
from nashra.head.fields import (
    authors_field,
    embargo_field,
    expiry_field,
    flag_field,
    format_record,
    ids_field,
    is_web_address,
    languages_field,
    moment_field,
    source_field,
    story_field,
    text_field,
)
from nashra.head.frontmatter import Fields
from nashra.kit.budget import BUDGET, OverBudget, within
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import is_folder, leads_out, link_problem, visible
from nashra.model import Article, Content, Version
from nashra.settings.config import Settings

__all__ = [
    "folder_of",
    "format_record",
    "is_article_folder",
    "is_web_address",
    "load",
    "load_article",
    "load_articles",
]

# The folder is named after the first day that an article had; corrections are of days, slips of years.
_TEXT = re.compile(
    r"[a-zA-Z]{2,3}[ .]*\.(?:md|mdown|mkd|markdown|md\.txt)[ .]*\Z|\.[a-z]{2,3}\.md\.icloud\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is in the folder of an article. article: None when its original cannot be used.

    topics_line: where the original names its topics.
    """

    article: Article | None
    problems: Sequence[Problem]
    topics_line: int | None = None


class Keep(Protocol):
    """What may know the article in a folder from before."""

    def article(self, folder: Path, load: Callable[[], Loaded]) -> Loaded:
        """What `load` gives, or gave when the folder was the same."""


def load(settings: Settings, keep: Keep | None = None) -> tuple[Content, list[Problem]]:
    """Everything in content/, and what is wrong with it. Articles are newest first, ties by folder.

    A new site may have no content folder yet. One that paths.content names and that is not there, or is no folder, is
    a mistake that would empty the site, and so is a folder of articles that cannot be read: ContentError.
    """
    is_new = settings.content == settings.root / "content" and not os.path.lexists(settings.content)
    if not is_folder(settings.content) and not is_new:
        hint = "make it, or correct paths.content in nashra.toml"
        raise ContentError("the folder of the content is not there", path=settings.content, hint=hint)
    problems = strays.nearly_named(settings)
    for name in ("articles", "pages", "entities", "topics.yaml", "terms.yaml"):
        if leads_out(settings.content / name, settings.inside):
            # without one of these, much would be missing that is there
            raise ContentError.of([link_problem(settings.content / name)])
    loaded = list(_load_all(settings, keep))
    problems += [problem for each in loaded for problem in each.problems]
    articles = [each.article for each in loaded if each.article is not None]
    articles.sort(key=lambda article: (article.published, article.folder), reverse=True)
    content, found = load_all_else(settings)
    if not settings.free_topics:
        lines = {each.article.original.path: each.topics_line for each in loaded if each.article is not None}
        problems += subjects.unlisted(articles, content.topics, lines)
    return replace(content, articles=tuple(articles)), [*problems, *found]


def load_all_else(settings: Settings) -> tuple[Content, list[Problem]]:
    """Everything in content/ but the articles, and what is wrong with it."""
    problems: list[Problem] = []
    base, found = builtin(settings)
    problems += found
    entities, found = registry.load(settings.content / "entities", set(settings.languages), base, settings.inside)
    problems += found
    topics, found = subjects.load(settings)
    problems += found
    pages, found = load_pages(settings)
    problems += found
    vocabulary, found = terms.load(settings.content, tuple(settings.languages))
    problems += found
    led, found = forwards.load(settings)
    return Content((), entities, topics, pages, terms=vocabulary, redirects=led), [*problems, *found]


def load_articles(settings: Settings) -> tuple[list[Article], list[Problem]]:
    """All articles in folder order, and what is wrong with them.

    Raises ContentError where the folder of the articles is there and cannot be read: all of them would be gone.
    """
    loaded = list(_load_all(settings))
    articles = [each.article for each in loaded if each.article is not None]
    return articles, [problem for each in loaded for problem in each.problems]


def _load_all(settings: Settings, keep: Keep | None = None) -> Iterator[Loaded]:
    top = settings.content / "articles"
    if unreadable := visible(top)[1]:
        raise ContentError.of(unreadable)
    ids: dict[str, Path] = {}
    for found in _article_folders(top, settings.inside):
        if isinstance(found, Problem):
            yield Loaded(None, [found])
            continue
        load = partial(load_article, settings, found)
        loaded = keep.article(found, load) if keep else load()
        if loaded.article is not None and (first := ids.setdefault(loaded.article.id, found)) != found:
            twin = first.relative_to(top).as_posix()
            message = f"the id {loaded.article.id} is already that of {twin}"
            loaded = Loaded(None, [*loaded.problems, Problem(message, found, hint="rename one folder")])
        yield loaded


def _article_folders(top: Path, inside: Sequence[Path]) -> Iterator[Path | Problem]:
    """Folders of the form YYYY/MM/DD-id below `top`, sorted. Texts that lie elsewhere are problems, in their places."""
    for day in _below(top, _below(top, _below(top, [top], inside), inside), inside):
        if isinstance(day, Problem):
            yield day
        elif not is_folder(day):
            yield from strays.misplaced(day, top)
        elif is_article_folder(top, day):
            yield day
        else:
            hint = "articles live in articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
            yield Problem("this is not an article's folder", day, hint=hint)


def _below(top: Path, paths: Iterable[Path | Problem], inside: Sequence[Path]) -> Iterator[Path | Problem]:
    """What is in the folders among `paths`; nothing, and perhaps a problem, of a file; problems stay where they are."""
    for path in paths:
        if isinstance(path, Problem):
            yield path
        elif is_folder(path):
            found, problems = visible(path, inside)
            yield from problems
            yield from found
        elif path != top:
            yield from strays.misplaced(path, top)


def is_article_folder(top: Path, folder: Path) -> bool:
    """Whether `folder` is named as the folder of an article below `top` must be."""
    return folder.is_relative_to(top) and ARTICLE_FOLDER.fullmatch(folder.relative_to(top).as_posix()) is not None


def folder_of(settings: Settings, id_: str) -> Path | None:
    """The folder whose name ends with the article id `id_`, readable or not; the first if there are several."""
    return next(iter(sorted((settings.content / "articles").glob(f"[0-9]*/[0-9]*/[0-9]*-{id_}"))), None)


def load_article(settings: Settings, folder: Path) -> Loaded:
    """The article in `folder`, and what is wrong with it."""
    versions: dict[str, Version] = {}
    originals: list[tuple[Version, Fields]] = []
    lines: dict[str, int | None] = {}
    paths, problems = visible(folder, settings.inside)
    faulty = bool(problems)
    for path in paths:
        if fault := strays.misnamed(path, settings):
            problems.append(fault)
            faulty = True
        if path.suffix != ".md":
            problems += strays.within_article(path, settings)
            continue
        try:
            with within(BUDGET):
                version, fields, warnings = read_version(settings, folder, path)
        except OverBudget:
            problems.append(Problem(f"reading this file took longer than {BUDGET:g} seconds", path))
            faulty = True
            continue
        except ContentError as error:
            problems.extend(error.problems)
            faulty = True
            continue
        problems += warnings
        if version.translation is None:
            originals.append((version, fields))
        versions[version.lang] = version
        lines[version.lang] = fields.lines.get("translation")
    if len(originals) != 1:
        # a faulty file has been reported already and is probably the missing original
        if len(originals) > 1:
            names = ", ".join(version.path.name for version, _ in originals)
            hint = "add `translation: {from: ..., state: manual}` to those that are translations"
            problems.append(Problem(f"several files claim to be the original: {names}", folder, hint=hint))
        elif not faulty:
            present = ", ".join(version.path.name for version in versions.values())
            hint = f"{present} must not all have `translation`" if present else "write ar.md, fr.md, ..."
            problems.append(Problem("there is no original", folder, hint=hint))
        return Loaded(None, problems)
    original, fields = originals[0]
    for version in versions.values():
        if loose := _origin_fault(version, versions, faulty):
            message = f"`translation.from` is {version.translation and version.translation.origin!r}, {loose}"
            hint = "name the version that it was made from: " + ", ".join(versions)
            problems.append(Problem(message, version.path, lines[version.lang], hint))
    try:
        article, warnings = _article(settings, folder, original, fields, versions)
    except ContentError as error:
        return Loaded(None, [*problems, *error.problems])
    article = replace(article, unreadable=_unreadable(settings, folder, versions))
    problems += strays.in_the_cloud(folder, article.unreadable)
    return Loaded(article, [*problems, *warnings], fields.lines.get("topics") if "topics" in fields else None)


def _origin_fault(version: Version, versions: Mapping[str, Version], faulty: bool) -> str | None:
    """What is wrong with the version that `version` says it was made from; faulty: whether some file cannot be read."""
    way = [version.lang]
    while (made := version.translation) is not None:
        if made.origin in way:
            circle = " from ".join([*way, made.origin])
            return "this version itself" if len(way) == 1 else f"which leads back to it ({circle})"
        if made.origin not in versions:
            return None if faulty or len(way) > 1 else "a version that is not there"
        version = versions[made.origin]
        way.append(version.lang)
    return None


def _unreadable(settings: Settings, folder: Path, versions: Collection[str]) -> tuple[str, ...]:
    """The languages of the site that have a file here, however it is spelled, and no version: a problem names it."""
    absent = [lang for lang in settings.languages if lang not in versions]
    if not absent:
        return ()
    names = (path.name.lstrip(".") for path in folder.iterdir() if _TEXT.match(path.name))
    there = {name.partition(".")[0].strip().lower() for name in names}
    return tuple(lang for lang in absent if lang in there)


def _article(
    settings: Settings, folder: Path, original: Version, fields: Fields, versions: dict[str, Version]
) -> tuple[Article, list[Problem]]:
    """The article, and warnings. Raises ContentError."""
    match = ARTICLE_FOLDER.fullmatch("/".join(folder.parts[-3:]))
    if match is None:
        raise ContentError("this is not an article's folder", path=folder)
    path = original.path
    if text_field(fields, "date", path) is None and fields.get("date", "") == "":
        hint = f"add a line such as `date: {match[1]}-{match[2]}-{match[3]}`"
        raise ContentError("the article has no date", path=path, line=1, hint=hint)
    published, has_time = moment_field(fields, "date", path, settings.timezone)
    expires = expiry_field(fields, published, path, settings.timezone)
    updated = None
    if text_field(fields, "updated", path) is not None:
        updated = moment_field(fields, "updated", path, settings.timezone)[0]
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        hint = "give the folder the day of its article"
        raise ContentError("the folder is named after a day that no month has", path=folder, hint=hint) from None
    with after(doubtful_dates(day, published, updated, fields, path)) as warnings:
        languages = languages_field(fields, path)
        if unknown := [lang for lang in languages if lang not in settings.languages]:
            message = f"`languages` names {unknown[0]!r}, which the site does not have"
            hint = "the site's are " + ", ".join(settings.languages)
            warnings.append(Problem(message, path, fields.lines["languages"], hint, warning=True))
        if languages and original.lang not in languages:
            message = f"`languages` leaves out {original.lang!r}, in which the article is written"
            hint = f"write `languages: [{', '.join((original.lang, *languages))}]` where readers should see it, too"
            warnings.append(Problem(message, path, fields.lines["languages"], hint, warning=True))
        embargo = embargo_field(fields, expires, path, settings.timezone)
        warnings += doubtful_embargo(published, embargo, fields, path)
        if isinstance(fields.get("languages"), list) and not languages:
            message = "`languages` is an empty list: the article is wanted in all languages of the site"
            hint = f"in its own only: `languages: [{original.lang}]`; in all: take the line out"
            warnings.append(Problem(message, path, fields.lines["languages"], hint, warning=True))
        return Article(
            id=match[4],
            folder=match[0],
            lang=original.lang,
            published=published,
            has_time=has_time,
            versions=versions,
            updated=updated,
            authors=authors_field(fields, path),
            source=source_field(fields, path),
            topics=ids_field(fields, "topics", path),
            digest=text_field(fields, "digest", path),
            breaking=flag_field(fields, "breaking", path),
            lead=flag_field(fields, "lead", path),
            expires=expires,
            languages=languages,
            story=story_field(fields, path),
            embargo=embargo,
        ), warnings
