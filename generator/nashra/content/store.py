"""content/ <-> model: the only place that reads and writes articles, topics and pages.

Loading never stops at the first fault: what can be read is returned, what cannot is listed as a Problem.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from nashra.entities import registry, terms
from nashra.entities.builtin import builtin
from nashra.head import frontmatter, known_keys
from nashra.head.aliases import aliases_field, former_ids_field
from nashra.head.fields import (
    expiry_field,
    flag_field,
    format_record,
    is_web_address,
    languages_field,
    moment_field,
    picture_field,
    source_field,
    text_field,
    translation_field,
    words_field,
)
from nashra.head.frontmatter import Fields
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import is_folder, read_text, visible
from nashra.kit.slugs import slug_problem
from nashra.languages.cldr import is_language_code
from nashra.model import Article, Content, StaticPage, Topic, Version
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
# A Markdown file that is not called so.
_MISNAMED = re.compile(r"\.(?:MD|Md|mD|mdown|mkd|markdown|md\.txt)\Z")
_PAGE_FILE = re.compile(r"([\w-]+)\.([a-z]{2,3})\.md\Z")


def load(settings: Settings) -> tuple[Content, list[Problem]]:
    """Everything in content/, and what is wrong with it. Articles are newest first, ties by folder.

    A new site may have no content folder yet. One that paths.content names and that is not there, or is no folder, is
    a mistake that would empty the site, and so is a folder of articles that cannot be read: ContentError.
    """
    problems: list[Problem] = []
    is_new = settings.content == settings.root / "content" and not os.path.lexists(settings.content)
    if not is_folder(settings.content) and not is_new:
        hint = "make it, or correct paths.content in nashra.toml"
        raise ContentError("the folder of the content is not there", path=settings.content, hint=hint)
    articles = list(load_articles(settings, problems))
    articles.sort(key=lambda article: (article.published, article.folder), reverse=True)
    base = builtin(settings, problems)
    entities = registry.load(settings.content / "entities", set(settings.languages), problems, base)
    topics = _load_topics(settings, problems)
    pages = tuple(_load_pages(settings, problems))
    return Content(
        tuple(articles),
        entities,
        topics,
        pages,
        terms=terms.load(settings.content, tuple(settings.languages), problems),
    ), problems


def load_articles(settings: Settings, problems: list[Problem]) -> Iterator[Article]:
    """All articles in folder order; faults are appended to `problems`.

    Raises ContentError where the folder of the articles is there and cannot be read: all of them would be gone.
    """
    top = settings.content / "articles"
    unreadable: list[Problem] = []
    visible(top, unreadable)
    if unreadable:
        raise ContentError.of(unreadable)
    ids: dict[str, Path] = {}
    for folder in _article_folders(top, problems):
        article = load_article(settings, folder, problems)
        if article is None:
            continue
        if article.id in ids:
            twin = ids[article.id].relative_to(top).as_posix()
            problems.append(Problem(f"the id {article.id} is already that of {twin}", folder, hint="rename one folder"))
            continue
        ids[article.id] = folder
        yield article


def _article_folders(top: Path, problems: list[Problem]) -> Iterator[Path]:
    """Folders of the form YYYY/MM/DD-id below `top`, sorted. Texts that lie elsewhere are problems."""
    for year in visible(top, problems):
        for month in _entries(year, problems):
            for day in _entries(month, problems):
                if not is_folder(day):
                    _report_stray(day, problems)
                elif is_article_folder(top, day):
                    yield day
                else:
                    hint = "articles live in articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
                    problems.append(Problem("this is not an article's folder", day, hint=hint))


def _entries(path: Path, problems: list[Problem]) -> list[Path]:
    """What is in the folder `path`; nothing, and perhaps a problem, when it is a file."""
    if is_folder(path):
        return visible(path, problems)
    _report_stray(path, problems)
    return []


def _report_stray(path: Path, problems: list[Problem]) -> None:
    """A text in the wrong place is a problem; what else lies about (README.md, Thumbs.db) is nobody's business."""
    if path.suffix.lower() == ".md" and path.stem.upper() != "README":
        hint = "move it into articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
        problems.append(Problem("this text is not in an article's folder", path, hint=hint))


def is_article_folder(top: Path, folder: Path) -> bool:
    """Whether `folder` is named as the folder of an article below `top` must be."""
    return folder.is_relative_to(top) and _FOLDER.fullmatch(folder.relative_to(top).as_posix()) is not None


def folder_of(settings: Settings, id_: str) -> Path | None:
    """The folder whose name ends with the article id `id_`, readable or not; the first if there are several."""
    return next(iter(sorted((settings.content / "articles").glob(f"[0-9]*/[0-9]*/[0-9]*-{id_}"))), None)


def load_article(settings: Settings, folder: Path, problems: list[Problem]) -> Article | None:
    """The article in `folder`, None when its original cannot be used; faults go to `problems`."""
    versions: dict[str, Version] = {}
    originals: list[tuple[Version, Fields]] = []
    lines: dict[str, int | None] = {}
    faulty = False
    for path in visible(folder, problems):
        if _MISNAMED.search(path.name):
            hint = "name it after its language: " + ", ".join(f"{code}.md" for code in settings.languages)
            problems.append(Problem("the name of a text must end in .md", path, hint=hint))
            faulty = True
        if path.suffix != ".md":
            continue
        try:
            version, fields = _read_version(settings, folder, path)
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
    try:
        return _article(settings, folder, original, fields, versions)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _article(
    settings: Settings, folder: Path, original: Version, fields: Fields, versions: dict[str, Version]
) -> Article:
    match = _FOLDER.fullmatch("/".join(folder.parts[-3:]))
    if match is None:
        raise ContentError("this is not an article's folder", path=folder)
    path = original.path
    if "date" not in fields:
        hint = f"add a line such as `date: {match[1]}-{match[2]}-{match[3]}`"
        raise ContentError("the article has no date", path=path, line=1, hint=hint)
    published, has_time = moment_field(fields, "date", path, settings.timezone)
    expires = expiry_field(fields, published, path, settings.timezone)
    return Article(
        id=match[4],
        folder=match[0],
        lang=original.lang,
        published=published,
        has_time=has_time,
        versions=versions,
        updated=moment_field(fields, "updated", path, settings.timezone)[0] if "updated" in fields else None,
        author=text_field(fields, "author", path),
        source=source_field(fields, path),
        topics=words_field(fields, "topics", path),
        digest=text_field(fields, "digest", path),
        breaking=flag_field(fields, "breaking", path),
        expires=expires,
        languages=languages_field(fields, path),
    )


def _read_version(settings: Settings, folder: Path, path: Path) -> tuple[Version, Fields]:
    lang = path.stem
    if lang not in settings.languages:
        if is_language_code(lang):
            message, hint = f"the site has no language {lang!r}", "add it to site.languages in nashra.toml"
        else:
            message = f"there is no language {lang!r}"
            hint = "name the file after its language: " + ", ".join(f"{code}.md" for code in settings.languages)
        raise ContentError(message, path=path, hint=hint)
    document = frontmatter.split(read_text(path), path)
    fields = document.fields
    known_keys.refuse_mistyped(fields, known_keys.ARTICLE, path)
    _check_lang(fields, lang, path)
    title = text_field(fields, "title", path)
    if title is None:
        raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
    if not document.body:
        raise ContentError("the article has no text", path=path, line=document.body_line)
    match = _FOLDER.fullmatch("/".join(folder.parts[-3:]))
    slug = text_field(fields, "slug", path) or (match[4] if match else folder.name)
    if fault := slug_problem(slug):
        raise ContentError(f"the slug {slug!r} {fault}", path=path, line=fields.lines.get("slug"))
    if "translation" in fields and "expires" in fields:
        hint = "write it in the original: it holds for all languages"
        raise ContentError(
            "a translation has no `expires` of its own", path=path, line=fields.lines["expires"], hint=hint
        )
    version = Version(
        lang=lang,
        title=title,
        slug=slug,
        body=document.body,
        path=path,
        body_line=document.body_line,
        summary=text_field(fields, "summary", path),
        translation=translation_field(fields, path),
        picture=picture_field(fields, path),
        draft=flag_field(fields, "draft", path),
        aliases=aliases_field(fields, path, settings.url),
    )
    return version, fields


def _check_lang(fields: Fields, lang: str, path: Path) -> None:
    named = text_field(fields, "lang", path)
    if named is not None and named != lang:
        message = f"`lang` is {named!r} in a file named {path.name}"
        raise ContentError(message, path=path, line=fields.lines["lang"], hint="make them agree")


def _load_topics(settings: Settings, problems: list[Problem]) -> dict[str, Topic]:
    path = settings.content / "topics.yaml"
    if not os.path.lexists(path):
        return {}
    topics: dict[str, Topic] = {}
    try:
        table = frontmatter.parse_yaml(read_text(path), path)
        if not isinstance(table, Fields):
            raise ContentError(
                "must map topic ids to names", path=path, line=1, hint="security: {ar: أمن, fr: Sécurité}"
            )
        for key, names in table.items():
            line = table.lines[key]
            fault = slug_problem(key)
            former: tuple[str, ...] = ()
            if isinstance(names, Fields):
                former = _former_ids(names, path, problems)
            if fault or not isinstance(names, Fields) or not all(isinstance(name, str) for name in names.values()):
                reason = f"the id {fault}" if fault else "it needs one name a language"
                problems.append(Problem(f"the topic {key!r} cannot be used: {reason}", path, line))
                continue
            topics[key] = Topic(key, {code: str(name) for code, name in names.items() if name}, former)
    except ContentError as error:
        problems.extend(error.problems)
    return topics


def _former_ids(names: Fields, path: Path, problems: list[Problem]) -> tuple[str, ...]:
    """The former ids of a topic, taken out of its table of names."""
    try:
        return former_ids_field(names, path)
    except ContentError as error:
        problems.extend(error.problems)
        return ()
    finally:
        names.pop("former_ids", None)


def _load_pages(settings: Settings, problems: list[Problem]) -> Iterator[StaticPage]:
    for path in visible(settings.content / "pages", problems):
        if path.suffix.lower() != ".md" or path.stem.upper() == "README":
            continue
        match = _PAGE_FILE.match(path.name)
        if match is None or match[2] not in settings.languages or (fault := slug_problem(match[1])):
            reason = f": its name {fault}" if match and match[2] in settings.languages else ""
            hint = "name it " + ", ".join(f"about.{code}.md" for code in settings.languages)
            problems.append(Problem(f"this is not a page in a language of the site{reason}", path, hint=hint))
            continue
        try:
            document = frontmatter.split(read_text(path), path)
            known_keys.refuse_mistyped(document.fields, known_keys.PAGE, path)
            title = text_field(document.fields, "title", path)
            if title is None:
                raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
            _check_lang(document.fields, match[2], path)
            aliases = aliases_field(document.fields, path, settings.url)
            draft = flag_field(document.fields, "draft", path)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        yield StaticPage(match[1], match[2], title, document.body, path, document.body_line, aliases, draft)
