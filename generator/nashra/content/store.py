"""content/ <-> model: the only place that reads and writes articles, topics and pages.

Loading never stops at the first fault: what can be read is returned, what cannot is listed as a Problem.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

from nashra.content import strays
from nashra.content import topics as subjects
from nashra.entities import registry, terms
from nashra.entities.builtin import builtin
from nashra.head import frontmatter, known_keys
from nashra.head.aliases import aliases_field
from nashra.head.below import refuse_head_in_text
from nashra.head.fields import (
    expiry_field,
    flag_field,
    format_record,
    ids_field,
    is_web_address,
    languages_field,
    moment_field,
    picture_field,
    source_field,
    text_field,
    translation_field,
)
from nashra.head.frontmatter import Document, Fields
from nashra.kit.budget import BUDGET, OverBudget, within
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import is_folder, leads_out, link_problem, read_text, visible
from nashra.kit.slugs import slug_problem
from nashra.languages.cldr import is_language_code
from nashra.model import Article, Content, StaticPage, Version
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

_FOLDER = re.compile(r"([0-9]{4})/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])-([0-9a-f]{6,16})")
# Letters and signs that show nothing: the fillers of Hangul, the empty cell of Braille.
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
# The folder is named after the first day that an article had; corrections are of days, slips of years.
_FAR = 366
_TEXT = re.compile(r"[a-zA-Z]{2,3}[ .]*\.(?:md|mdown|mkd|markdown|md\.txt)[ .]*\Z", re.IGNORECASE)
_PAGE_FILE = re.compile(r"([\w-]+)\.([a-z]{2,3})\.md\Z")


class Keep(Protocol):
    """What may know the article in a folder from before."""

    def article(
        self, folder: Path, load: Callable[[list[Problem], dict[Path, int]], Article | None]
    ) -> tuple[Article | None, list[Problem], dict[Path, int]]:
        """The article, the problems and the lines of topics that `load` gives, or gave when the folder was the same."""


def load(settings: Settings, keep: Keep | None = None) -> tuple[Content, list[Problem]]:
    """Everything in content/, and what is wrong with it. Articles are newest first, ties by folder.

    A new site may have no content folder yet. One that paths.content names and that is not there, or is no folder, is
    a mistake that would empty the site, and so is a folder of articles that cannot be read: ContentError.
    """
    problems: list[Problem] = []
    is_new = settings.content == settings.root / "content" and not os.path.lexists(settings.content)
    if not is_folder(settings.content) and not is_new:
        hint = "make it, or correct paths.content in nashra.toml"
        raise ContentError("the folder of the content is not there", path=settings.content, hint=hint)
    problems += strays.nearly_named(settings)
    for name in ("articles", "pages", "entities", "topics.yaml", "terms.yaml"):
        if leads_out(settings.content / name, settings.inside):
            # without one of these, much would be missing that is there
            raise ContentError.of([link_problem(settings.content / name)])
    lines: dict[Path, int] = {}
    articles = list(load_articles(settings, problems, lines, keep))
    articles.sort(key=lambda article: (article.published, article.folder), reverse=True)
    base = builtin(settings, problems)
    entities = registry.load(settings.content / "entities", set(settings.languages), problems, base, settings.inside)
    topics, faults = subjects.load(settings)
    problems += faults
    if not settings.free_topics:
        problems.extend(subjects.unlisted(articles, topics, lines))
    pages = tuple(_load_pages(settings, problems))
    return Content(
        tuple(articles),
        entities,
        topics,
        pages,
        terms=terms.load(settings.content, tuple(settings.languages), problems),
    ), problems


def load_articles(
    settings: Settings, problems: list[Problem], lines: dict[Path, int] | None = None, keep: Keep | None = None
) -> Iterator[Article]:
    """All articles in folder order; faults are appended to `problems`, the lines of their topics to `lines`.

    Raises ContentError where the folder of the articles is there and cannot be read: all of them would be gone.
    """
    top = settings.content / "articles"
    unreadable: list[Problem] = []
    visible(top, unreadable)
    if unreadable:
        raise ContentError.of(unreadable)
    ids: dict[str, Path] = {}
    for folder in _article_folders(top, problems, settings.inside):
        if keep is None:
            article = load_article(settings, folder, problems, lines)
        else:
            article, faults, found = keep.article(folder, partial(load_article, settings, folder))
            problems.extend(faults)
            if lines is not None:
                lines.update(found)
        if article is None:
            continue
        if article.id in ids:
            twin = ids[article.id].relative_to(top).as_posix()
            problems.append(Problem(f"the id {article.id} is already that of {twin}", folder, hint="rename one folder"))
            continue
        ids[article.id] = folder
        yield article


def _article_folders(top: Path, problems: list[Problem], inside: Sequence[Path]) -> Iterator[Path]:
    """Folders of the form YYYY/MM/DD-id below `top`, sorted. Texts that lie elsewhere are problems."""
    for year in visible(top, problems, inside):
        for month in _entries(top, year, problems, inside):
            for day in _entries(top, month, problems, inside):
                if not is_folder(day):
                    problems.extend(strays.misplaced(day, top))
                elif is_article_folder(top, day):
                    yield day
                else:
                    hint = "articles live in articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
                    problems.append(Problem("this is not an article's folder", day, hint=hint))


def _entries(top: Path, path: Path, problems: list[Problem], inside: Sequence[Path]) -> list[Path]:
    """What is in the folder `path`; nothing, and perhaps a problem, when it is a file."""
    if is_folder(path):
        return visible(path, problems, inside)
    problems.extend(strays.misplaced(path, top))
    return []


def is_article_folder(top: Path, folder: Path) -> bool:
    """Whether `folder` is named as the folder of an article below `top` must be."""
    return folder.is_relative_to(top) and _FOLDER.fullmatch(folder.relative_to(top).as_posix()) is not None


def folder_of(settings: Settings, id_: str) -> Path | None:
    """The folder whose name ends with the article id `id_`, readable or not; the first if there are several."""
    return next(iter(sorted((settings.content / "articles").glob(f"[0-9]*/[0-9]*/[0-9]*-{id_}"))), None)


def load_article(
    settings: Settings, folder: Path, problems: list[Problem], topic_lines: dict[Path, int] | None = None
) -> Article | None:
    """The article in `folder`, None when its original cannot be used; faults go to `problems`."""
    versions: dict[str, Version] = {}
    originals: list[tuple[Version, Fields]] = []
    lines: dict[str, int | None] = {}
    faulty = False
    for path in visible(folder, problems, settings.inside):
        if fault := strays.misnamed(path, settings):
            problems.append(fault)
            faulty = True
        if path.suffix != ".md":
            continue
        try:
            with within(BUDGET):
                version, fields = _read_version(settings, folder, path, problems)
        except OverBudget:
            problems.append(Problem(f"reading this file took longer than {BUDGET:g} seconds", path))
            faulty = True
            continue
        except ContentError as error:
            problems.extend(error.problems)
            faulty = True
            continue
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
        return None
    original, fields = originals[0]
    for version in versions.values():
        if version.translation and version.translation.origin not in versions and not faulty:
            message = f"`translation.from` is {version.translation.origin!r}, a version that is not there"
            hint = "name the version that it was made from: " + ", ".join(versions)
            problems.append(Problem(message, version.path, lines[version.lang], hint))
    if topic_lines is not None and "topics" in fields:
        topic_lines[original.path] = fields.lines["topics"]
    try:
        article = _article(settings, folder, original, fields, versions, problems)
        return replace(article, unreadable=_unreadable(settings, folder, versions))
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _unreadable(settings: Settings, folder: Path, versions: Collection[str]) -> tuple[str, ...]:
    """The languages of the site that have a file here, however it is spelled, and no version: a problem names it."""
    absent = [lang for lang in settings.languages if lang not in versions]
    if not absent:
        return ()
    there = {path.name.partition(".")[0].strip().lower() for path in folder.iterdir() if _TEXT.match(path.name)}
    return tuple(lang for lang in absent if lang in there)


def _article(
    settings: Settings,
    folder: Path,
    original: Version,
    fields: Fields,
    versions: dict[str, Version],
    problems: list[Problem],
) -> Article:
    match = _FOLDER.fullmatch("/".join(folder.parts[-3:]))
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
    _doubt_dates(day, published, updated, fields, path, problems)
    languages = languages_field(fields, path)
    if unknown := [lang for lang in languages if lang not in settings.languages]:
        message = f"`languages` names {unknown[0]!r}, which the site does not have"
        hint = "the site's are " + ", ".join(settings.languages)
        problems.append(Problem(message, path, fields.lines["languages"], hint, warning=True))
    return Article(
        id=match[4],
        folder=match[0],
        lang=original.lang,
        published=published,
        has_time=has_time,
        versions=versions,
        updated=updated,
        author=text_field(fields, "author", path),
        source=source_field(fields, path),
        topics=ids_field(fields, "topics", path),
        digest=text_field(fields, "digest", path),
        breaking=flag_field(fields, "breaking", path),
        lead=flag_field(fields, "lead", path),
        expires=expires,
        languages=languages,
    )


def _doubt_dates(
    day: date, published: datetime, updated: datetime | None, fields: Fields, path: Path, problems: list[Problem]
) -> None:
    """Warnings of dates that are probably slips: `date` years away from the `day` of the folder, an update before."""
    if abs((published.date() - day).days) > _FAR:
        message = f"`date` is {published:%Y-%m-%d}, years away from the day of the folder, {day}"
        hint = "correct it, or move the folder; an article with a date to come is not public"
        problems.append(Problem(message, path, fields.lines["date"], hint, warning=True))
    if updated is not None and updated.date() < published.date():
        message = f"`updated` is {updated:%Y-%m-%d}, before the article's `date`"
        problems.append(Problem(message, path, fields.lines["updated"], "correct one of them", warning=True))


def _read_version(settings: Settings, folder: Path, path: Path, problems: list[Problem]) -> tuple[Version, Fields]:
    lang = path.stem
    if lang not in settings.languages:
        if is_language_code(lang):
            message, hint = f"the site has no language {lang!r}", "add it to site.languages in nashra.toml"
        else:
            message = f"there is no language {lang!r}"
            hint = "name the file after its language: " + ", ".join(f"{code}.md" for code in settings.languages)
        raise ContentError(message, path=path, hint=hint)
    text = read_text(path)
    document = frontmatter.split(text, path)
    fields = document.fields
    translated = translation_field(fields, path)
    kind = known_keys.ARTICLE if translated is None else known_keys.TRANSLATION
    problems += known_keys.check_keys(fields, kind, path, text)
    problems += known_keys.check_parts(fields, path)
    _check_body(document, known_keys.ARTICLE.keys, path, problems)
    _check_lang(fields, lang, path)
    title = text_field(fields, "title", path)
    if title is None:
        raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
    _refuse_invisible(title, fields, path)
    problems += known_keys.check_title(fields, path)
    if not document.body and (translated is not None or not flag_field(fields, "draft", path)):
        raise ContentError("the article has no text", path=path, line=document.body_line)
    match = _FOLDER.fullmatch("/".join(folder.parts[-3:]))
    slug = text_field(fields, "slug", path) or (match[4] if match else folder.name)
    if fault := slug_problem(slug):
        raise ContentError(f"the slug {slug!r} {fault}", path=path, line=fields.lines.get("slug"))
    version = Version(
        lang=lang,
        title=title,
        slug=slug,
        body=document.body,
        path=path,
        body_line=document.body_line,
        summary=text_field(fields, "summary", path),
        translation=translated,
        picture=picture_field(fields, path),
        draft=flag_field(fields, "draft", path),
        aliases=aliases_field(fields, path, settings.url),
        author=text_field(fields, "author", path) if translated is not None else None,
    )
    return version, fields


def _check_body(document: Document, keys: Collection[str], path: Path, problems: list[Problem]) -> None:
    """Raises ContentError where what belongs into the head stands below it; a bare `draft:` is to warn."""
    refuse_head_in_text(document, keys, path)
    for key in ("draft", "expires"):
        if key in document.fields.bare and key in keys:
            message, hint = f"`{key}` says nothing", "write what it should be, or delete the line"
            problems.append(Problem(message, path, document.fields.lines[key], hint, warning=True))


def _refuse_invisible(title: str, fields: Fields, path: Path) -> None:
    if not any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANK_LETTERS for char in title):
        message, hint = "there is nothing to be seen of the title", "write it anew; it has invisible characters only"
        raise ContentError(message, path=path, line=fields.lines["title"], hint=hint)


def _check_lang(fields: Fields, lang: str, path: Path) -> None:
    named = text_field(fields, "lang", path)
    if named is not None and named != lang:
        message = f"`lang` is {named!r} in a file named {path.name}"
        raise ContentError(message, path=path, line=fields.lines["lang"], hint="make them agree")


def _load_pages(settings: Settings, problems: list[Problem]) -> Iterator[StaticPage]:
    for path in visible(settings.content / "pages", problems, settings.inside):
        if path.stem.upper() == "README" or (path.suffix.lower() != ".md" and not strays.misnamed(path, settings)):
            continue
        match = _PAGE_FILE.match(path.name)
        if match is None or match[2] not in settings.languages or (fault := slug_problem(match[1])):
            reason = f": its name {fault}" if match and match[2] in settings.languages else ""
            hint = "name it " + ", ".join(f"about.{code}.md" for code in settings.languages)
            problems.append(Problem(f"this is not a page in a language of the site{reason}", path, hint=hint))
            continue
        try:
            document = frontmatter.split(read_text(path), path)
            problems += known_keys.check_keys(document.fields, known_keys.PAGE, path)
            _check_body(document, known_keys.PAGE.keys, path, problems)
            title = text_field(document.fields, "title", path)
            if title is None:
                raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
            _refuse_invisible(title, document.fields, path)
            _check_lang(document.fields, match[2], path)
            aliases = aliases_field(document.fields, path, settings.url)
            draft = flag_field(document.fields, "draft", path)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        yield StaticPage(match[1], match[2], title, document.body, path, document.body_line, aliases, draft)
