"""The chosen articles as a book: EPUB 3.3, which also passes for EPUB 3.2 (https://www.w3.org/TR/epub-33/)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import BadZipFile, ZipFile

from nashra.archives import drawing
from nashra.archives.book_chapters import Chapter, Chapters
from nashra.archives.originals import ArchiveTheme
from nashra.archives.selection import Selected, label, published_days
from nashra.archives.staged_site import Progress, last_change
from nashra.archives.zip_archive import entry, stamp
from nashra.kit.errors import Problem
from nashra.kit.pictures.published import published
from nashra.languages.cldr import Language
from nashra.render.ground import periods
from nashra.render.ground.messages import Messages
from nashra.render.ground.phrases import Phrase, phrase
from nashra.render.kinds.registry import plan

_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_FOLDER = "EPUB"
_MAKER = b'<meta name="generator" content="Nashra"/>'
_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Day:
    """The chapters of one day; `name` is empty where the whole part is of one day."""

    name: str
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The chapters in one language. file: its title page, empty where the book has one language."""

    language: Language
    title: str
    label: str
    count: str
    file: str
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """What the book says of itself. title: plain; heading, label: those of its cover, in its first language.

    identifier: a URN, the same for the same choice of the same site. modified: ISO 8601, in UTC, with seconds.
    """

    identifier: str
    title: str
    heading: Phrase
    label: str
    count: str
    description: Phrase | None
    url: str
    language: Language
    languages: tuple[Language, ...]
    subjects: tuple[str, ...]
    published: str
    modified: str
    parts: tuple[Part, ...]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All of them, in reading order."""
        return tuple(chapter for part in self.parts for day in part.days for chapter in day.chapters)

    @property
    def depth(self) -> int:
        """The levels of the table of contents."""
        return 1 + (len(self.parts) > 1) + any(day.name for part in self.parts for day in part.days)


def write(selected: Selected, path: Path, progress: Progress) -> list[Problem]:
    """Write the book to `path`, and say what is faulty; the same articles give the same bytes."""
    theme = ArchiveTheme(selected)
    planned, problems = plan(selected.settings, selected.content, selected.readings)
    chapters = Chapters(selected, planned, theme)
    book = _book(selected, theme, chapters)
    own = theme.messages[book.language.code]
    moment = stamp(selected)
    with ZipFile(path, "w") as archive:

        def add(name: str, data: bytes, *, stored: bool = False) -> None:
            archive.writestr(*entry(name, data, moment, stored=stored), compresslevel=_LEVEL)

        def render(template: str, messages: Messages, **values: object) -> bytes:
            return theme.render(f"epub/{template}", book=book, _=messages.text, language=messages.language, **values)

        # first and unpacked, so that the type stands at a fixed place in the file (OCF 3.3, section 4.3)
        add("mimetype", b"application/epub+zip", stored=True)
        add("META-INF/container.xml", _CONTAINER.encode())
        all_chapters = book.chapters
        for number, chapter in enumerate(all_chapters, 1):
            messages = theme.messages[chapter.version.lang]
            add(f"{_FOLDER}/{chapter.file}", render("chapter.xhtml", messages, chapter=chapters.view(chapter)))
            progress("chapters", number, len(all_chapters))
        for part in book.parts:
            if part.file:
                messages = theme.messages[part.language.code]
                add(f"{_FOLDER}/{part.file}", render("part.xhtml", messages, part=part))
        for name in ("cover.xhtml", "nav.xhtml", "toc.ncx", "book.css"):
            add(f"{_FOLDER}/{name}", render(name, own))
        add(f"{_FOLDER}/package.opf", render("package.opf", own, images=chapters.images))
        add(f"{_FOLDER}/images/cover.png", drawing.cover())
        if chapters.images.need_fallback:
            add(f"{_FOLDER}/images/fallback.png", drawing.icon(96))
        for image in chapters.images:
            add(f"{_FOLDER}/{image.name}", published(image.file))
    return problems


def is_ours(path: Path) -> bool:
    """Whether an EPUB was made here, by what it says of its maker."""
    try:
        with ZipFile(path) as archive:
            return _MAKER in archive.read(f"{_FOLDER}/package.opf")
    except (OSError, ValueError, KeyError, BadZipFile):
        return False


def _book(selected: Selected, theme: ArchiveTheme, chapters: Chapters) -> Book:
    settings = selected.settings
    language = settings.default_language
    parts = tuple(_parts(selected, theme, chapters))
    language = parts[0].language if parts else language
    title = settings.title[language.code]
    described = settings.description.get(language.code)
    about = label(selected, language.code) or _days(selected, language)
    topics = dict.fromkeys(id for article in selected.content.articles for id in article.topics)
    names = [selected.content.topics[id].name(language.code)[0] for id in topics if id in selected.content.topics]
    return Book(
        identifier=uuid5(NAMESPACE_URL, f"{settings.url}#{selected.name}").urn,
        title=f"{title} – {about}",
        heading=phrase(title, language.code, language),
        label=about,
        count=_count(theme.messages[language.code], len(selected.content.articles)),
        description=phrase(described, language.code, language) if described else None,
        url=settings.url,
        language=language,
        languages=tuple(part.language for part in parts),
        subjects=tuple(dict.fromkeys(names)),
        published=published_days(selected)[1].isoformat(),
        modified=last_change(selected).strftime("%Y-%m-%dT%H:%M:%SZ"),
        parts=parts,
    )


def _parts(selected: Selected, theme: ArchiveTheme, chapters: Chapters) -> list[Part]:
    langs = [code for code in selected.settings.languages if chapters.of(code)]
    found = []
    for code in langs:
        language = selected.settings.languages[code]
        days = tuple(_by_day(selected, language, chapters.of(code)))
        found.append(
            Part(
                language=language,
                title=selected.settings.title[code],
                label=label(selected, code) or _days(selected, language),
                count=_count(theme.messages[code], len(chapters.of(code))),
                file=f"part-{code}.xhtml" if len(langs) > 1 else "",
                days=days,
            )
        )
    return found


def _by_day(selected: Selected, language: Language, chapters: Sequence[Chapter]) -> list[Day]:
    zone = selected.settings.timezone
    groups = groupby(chapters, lambda chapter: chapter.article.published.astimezone(zone).date())
    days = [Day(periods.opening(periods.day_name(language, day)), tuple(group)) for day, group in groups]
    return days if len(days) > 1 else [Day("", tuple(chapters))]


def _days(selected: Selected, language: Language) -> str:
    return periods.span_name(language, *published_days(selected))


def _count(messages: Messages, number: int) -> str:
    return messages.count("%(count)s article", "%(count)s articles", number).unescape()
