"""content/ <-> model: the only place that reads and writes articles, topics and pages.

Loading never stops at the first fault: what can be read is returned, what cannot is listed as a Problem.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator import frontmatter
from generator.config import Settings
from generator.entities import registry
from generator.errors import ContentError, Problem
from generator.files import read_text
from generator.frontmatter import Fields, Value
from generator.languages import is_language_code
from generator.model import (
    FLAGS,
    STATES,
    Article,
    BlockRecord,
    Content,
    Source,
    StaticPage,
    Topic,
    Translation,
    Version,
)
from generator.slugs import slug_problem

_FOLDER = re.compile(r"(\d{4})/(\d{2})/(\d{2})-([0-9a-f]{6,16})\Z")
_RECORD = re.compile(r"([0-9a-f]{8})?-([0-9a-f]{8})?(?: (\w+))?\Z")
_PAGE_FILE = re.compile(r"([\w-]+)\.([a-z]{2,3})\.md\Z")


def load(settings: Settings) -> tuple[Content, list[Problem]]:
    """Everything in content/, and what is wrong with it. Articles are newest first, ties by folder."""
    problems: list[Problem] = []
    articles = list(load_articles(settings, problems))
    articles.sort(key=lambda article: (article.published, article.folder), reverse=True)
    entities = registry.load(settings.content / "entities", set(settings.languages), problems)
    topics = _load_topics(settings, problems)
    pages = tuple(_load_pages(settings, problems))
    return Content(tuple(articles), entities, topics, pages), problems


def load_articles(settings: Settings, problems: list[Problem]) -> Iterator[Article]:
    """All articles in folder order; faults are appended to `problems`."""
    top = settings.content / "articles"
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
    """Folders of the form YYYY/MM/DD-id below `top`, sorted."""
    if not top.is_dir():
        return
    for year in _visible(top):
        for month in _visible(year):
            for day in _visible(month):
                if _FOLDER.search(day.as_posix()) and day.is_dir():
                    yield day
                else:
                    hint = "articles live in articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
                    problems.append(Problem("this is not an article's folder", day, hint=hint))


def _visible(folder: Path) -> list[Path]:
    """What is in `folder`, sorted, hidden files left out; just the path itself when it is a file."""
    if not folder.is_dir():
        return []
    with os.scandir(folder) as entries:
        return [folder / name for name in sorted(entry.name for entry in entries) if not name.startswith(".")]


def load_article(settings: Settings, folder: Path, problems: list[Problem]) -> Article | None:
    """The article in `folder`, None when its original cannot be used; faults go to `problems`."""
    versions: dict[str, Version] = {}
    originals: list[tuple[Version, Fields]] = []
    faulty = False
    for path in _visible(folder):
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
    if len(originals) != 1:
        # a faulty file has been reported already and is probably the missing original
        if len(originals) > 1:
            names = ", ".join(version.path.name for version, _ in originals)
            hint = "add `translation: {from: ..., state: manual}` to those that are translations"
            problems.append(Problem(f"several files claim to be the original: {names}", folder, hint=hint))
        elif not faulty:
            problems.append(Problem("there is no original", folder, hint="one .md file must have no `translation`"))
        return None
    original, fields = originals[0]
    for version in versions.values():
        if version.translation and version.translation.origin not in versions and not faulty:
            message = f"`translation.from` is {version.translation.origin!r}, a version that is not there"
            problems.append(Problem(message, version.path))
    try:
        return _article(settings, folder, original, fields, versions)
    except ContentError as error:
        problems.extend(error.problems)
        return None


def _article(
    settings: Settings, folder: Path, original: Version, fields: Fields, versions: dict[str, Version]
) -> Article:
    match = _FOLDER.search(folder.as_posix())
    if match is None:
        raise ContentError("this is not an article's folder", path=folder)
    path = original.path
    if "date" not in fields:
        hint = f"add a line such as `date: {match[1]}-{match[2]}-{match[3]}`"
        raise ContentError("the article has no date", path=path, line=1, hint=hint)
    published, has_time = _moment(fields, "date", path, settings.timezone)
    return Article(
        id=match[4],
        folder=match[0],
        lang=original.lang,
        published=published,
        has_time=has_time,
        versions=versions,
        updated=_moment(fields, "updated", path, settings.timezone)[0] if "updated" in fields else None,
        author=_text(fields, "author", path),
        source=_source(fields, path),
        topics=_words(fields, "topics", path),
        digest=_text(fields, "digest", path),
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
    named = _text(fields, "lang", path)
    if named is not None and named != lang:
        raise ContentError(
            f"`lang` is {named!r} in a file named {path.name}",
            path=path,
            line=fields.lines["lang"],
            hint="make them agree",
        )
    title = _text(fields, "title", path)
    if title is None:
        raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
    if not document.body:
        raise ContentError("the article has no text", path=path, line=document.body_line)
    match = _FOLDER.search(folder.as_posix())
    slug = _text(fields, "slug", path) or (match[4] if match else folder.name)
    if fault := slug_problem(slug):
        raise ContentError(f"the slug {slug!r} {fault}", path=path, line=fields.lines.get("slug"))
    version = Version(
        lang=lang,
        title=title,
        slug=slug,
        body=document.body,
        path=path,
        body_line=document.body_line,
        summary=_text(fields, "summary", path),
        translation=_translation(fields, path),
    )
    return version, fields


def _translation(fields: Fields, path: Path) -> Translation | None:
    if "translation" not in fields:
        return None
    table = fields["translation"]
    line = fields.lines["translation"]
    if not isinstance(table, Fields):
        raise ContentError("`translation` must be a table", path=path, line=line, hint="{from: ar, state: manual}")
    origin = _text(table, "from", path)
    state = _text(table, "state", path)
    if origin is None or not is_language_code(origin):
        raise ContentError(f"`translation.from` is {origin!r}, not a language", path=path, line=line)
    if state not in STATES:
        raise ContentError(
            f"`translation.state` is {state!r}", path=path, line=line, hint="one of " + ", ".join(STATES)
        )
    rows = table.get("blocks", [])
    if not isinstance(rows, list):
        raise ContentError("`translation.blocks` must be a list", path=path, line=table.lines["blocks"])
    return Translation(
        origin=origin,
        state=state,
        engine=_text(table, "engine", path) or "",
        via=_words(table, "via", path),
        title=_record(table["title"], path, table.lines["title"]) if "title" in table else None,
        summary=_record(table["summary"], path, table.lines["summary"]) if "summary" in table else None,
        blocks=tuple(_record(row, path, table.lines["blocks"]) for row in rows),
    )


def _record(row: Value, path: Path, line: int) -> BlockRecord:
    match = _RECORD.match(row) if isinstance(row, str) else None
    if match is None:
        hint = "restore the line from version control, or remove `blocks`: then every block counts as a person's"
        raise ContentError(f"{row!r} is no pair of fingerprints", path=path, line=line, hint=hint)
    for flag in FLAGS:
        if flag == (match[3] or ""):
            return BlockRecord(match[1] or "", match[2] or "", flag)
    raise ContentError(f"{match[3]!r} is no mark of a block", path=path, line=line)


def format_record(record: BlockRecord) -> str:
    """The text of a record in front matter: "3f9a1c2e-77d0e1aa human"."""
    return f"{record.source}-{record.target}" + (f" {record.flag}" if record.flag else "")


def _text(fields: Fields, key: str, path: Path) -> str | None:
    """The text under `key` on one line; None when it is missing or blank."""
    value = fields.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ContentError(f"`{key}` must be a text", path=path, line=fields.lines[key], hint="put it in quotes")
    return " ".join(value.split()) or None


def _words(fields: Fields, key: str, path: Path) -> tuple[str, ...]:
    value = fields.get(key, [])
    if isinstance(value, str):
        value = [value] if value else []
    if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
        raise ContentError(f"`{key}` must be a list of words", path=path, line=fields.lines[key], hint="[a, b]")
    return tuple(dict.fromkeys(str(word) for word in value))


def _moment(fields: Fields, key: str, path: Path, zone: ZoneInfo) -> tuple[datetime, bool]:
    """(moment with a zone, whether the time of day is known). Days begin at midnight in the site's zone."""
    text, line = _text(fields, key, path) or "", fields.lines[key]
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            day = date.fromisoformat(text)
            moment, has_time = datetime(day.year, day.month, day.day, tzinfo=zone), False
        else:
            moment, has_time = datetime.fromisoformat(text), True
            moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        moment.astimezone(zone) - timedelta(days=2)  # near year 1 such sums overflow, and feeds need them
    except (ValueError, OverflowError):
        hint = "write it as 2024-07-18 or 2024-07-18T10:00:00+01:00"
        raise ContentError(f"`{key}` is {text!r}, not a date", path=path, line=line, hint=hint) from None
    return moment, has_time


def _source(fields: Fields, path: Path) -> Source | None:
    value = fields.get("source")
    if value is None or value == "":
        return None
    line = fields.lines["source"]
    if isinstance(value, str):
        return Source(value)
    name = _text(value, "name", path) if isinstance(value, Fields) else None
    if not isinstance(value, Fields) or name is None:
        raise ContentError("`source` needs a name", path=path, line=line, hint="{name: ..., url: ...}")
    url = _text(value, "url", path)
    if url is not None and not is_web_address(url):
        raise ContentError(f"`source.url` is {url!r}, not a web address", path=path, line=line, hint="https://...")
    return Source(name, url)


def is_web_address(url: str) -> bool:
    """Whether `url` is an absolute http or https address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _load_topics(settings: Settings, problems: list[Problem]) -> dict[str, Topic]:
    path = settings.content / "topics.yaml"
    if not path.is_file():
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
            if fault or not isinstance(names, Fields) or not all(isinstance(name, str) for name in names.values()):
                reason = f"the id {fault}" if fault else "it needs one name a language"
                problems.append(Problem(f"the topic {key!r} cannot be used: {reason}", path, line))
                continue
            topics[key] = Topic(key, {code: str(name) for code, name in names.items() if name})
    except ContentError as error:
        problems.extend(error.problems)
    return topics


def _load_pages(settings: Settings, problems: list[Problem]) -> Iterator[StaticPage]:
    for path in _visible(settings.content / "pages"):
        match = _PAGE_FILE.match(path.name)
        if match is None or match[2] not in settings.languages:
            problems.append(Problem("this is not a page in a language of the site", path, hint="about.ar.md"))
            continue
        try:
            document = frontmatter.split(read_text(path), path)
            title = _text(document.fields, "title", path)
            if title is None:
                raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
        except ContentError as error:
            problems.extend(error.problems)
            continue
        yield StaticPage(match[1], match[2], title, document.body, path, document.body_line)
