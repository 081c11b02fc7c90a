"""A file of content/ -> a version of an article, or a page outside the news, with warnings of what may be a slip."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nashra.content import strays
from nashra.head import frontmatter, known_keys
from nashra.head.aliases import aliases_field
from nashra.head.below import refuse_head_in_text
from nashra.head.fields import authors_field, flag_field, picture_field, text_field, translation_field, words_field
from nashra.head.frontmatter import Document, Fields
from nashra.head.not_ready import refuse_not_ready
from nashra.head.unready_words import unready_words
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text, visible
from nashra.kit.slugs import slug_problem
from nashra.languages.cldr import is_language_code
from nashra.model import StaticPage, Translation, Version
from nashra.settings.config import Settings

# The folder of an article, below that of all: the id is at the end.
ARTICLE_FOLDER = re.compile(r"([0-9]{4})/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])-([0-9a-f]{6,16})")
# Letters and signs that show nothing: the fillers of Hangul, the empty cell of Braille.
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"
_PAGE_FILE = re.compile(r"([\w-]+)\.([a-z]{2,3})\.md\Z")


@contextmanager
def after(warnings: Iterable[Problem]) -> Iterator[list[Problem]]:
    """What is raised within comes after `warnings`, which would be lost."""
    told = list(warnings)
    try:
        yield told
    except ContentError as error:
        raise ContentError.of([*told, *error.problems]) from None


def read_version(settings: Settings, folder: Path, path: Path) -> tuple[Version, Fields, list[Problem]]:
    """The version in the file `path`, its head, and warnings. Raises ContentError."""
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
    with after([*known_keys.check_keys(fields, kind, path, text), *known_keys.check_parts(fields, path)]) as warnings:
        warnings += [*known_keys.check_title(fields, path), *unready_words(fields, path)]
        refuse_head_in_text(document, known_keys.ARTICLE.keys, path)
        refuse_not_ready(document, path)
        warnings += _bare_keys(document, known_keys.ARTICLE.keys, path)
        return _version(settings, folder, path, document, translated), fields, warnings


def _version(
    settings: Settings, folder: Path, path: Path, document: Document, translated: Translation | None
) -> Version:
    lang, fields = path.stem, document.fields
    _refuse_other_lang(fields, lang, path)
    title = text_field(fields, "title", path)
    if title is None:
        raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
    _refuse_invisible(title, fields, path)
    if not document.body and (translated is not None or not flag_field(fields, "draft", path)):
        raise ContentError("the article has no text", path=path, line=document.body_line)
    match = ARTICLE_FOLDER.fullmatch("/".join(folder.parts[-3:]))
    slug = text_field(fields, "slug", path) or (match[4] if match else folder.name)
    if fault := slug_problem(slug):
        raise ContentError(f"the slug {slug!r} {fault}", path=path, line=fields.lines.get("slug"))
    return Version(
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
        words=words_field(fields, "search_words", path),
        authors=authors_field(fields, path) if translated is not None else (),
    )


def _bare_keys(document: Document, keys: Collection[str], path: Path) -> Iterator[Problem]:
    """A warning of a bare `draft:`."""
    for key in ("draft", "expires"):
        if key in document.fields.bare and key in keys:
            message, hint = f"`{key}` says nothing", "write what it should be, or delete the line"
            yield Problem(message, path, document.fields.lines[key], hint, warning=True)


def _refuse_invisible(title: str, fields: Fields, path: Path) -> None:
    if not any(unicodedata.category(char)[0] in "LNPS" and char not in _BLANK_LETTERS for char in title):
        message, hint = "there is nothing to be seen of the title", "write it anew; it has invisible characters only"
        raise ContentError(message, path=path, line=fields.lines["title"], hint=hint)


def _refuse_other_lang(fields: Fields, lang: str, path: Path) -> None:
    named = text_field(fields, "lang", path)
    if named is not None and named != lang:
        message = f"`lang` is {named!r} in a file named {path.name}"
        raise ContentError(message, path=path, line=fields.lines["lang"], hint="make them agree")


def load_pages(settings: Settings) -> tuple[tuple[StaticPage, ...], list[Problem]]:
    """The pages outside the news, and what is wrong with them."""
    pages: list[StaticPage] = []
    paths, problems = visible(settings.content / "pages", settings.inside)
    for path in paths:
        problems += strays.within_pages(path, settings)
        if document_of := strays.written_elsewhere(path, settings):
            problems.append(document_of)
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
            problems += [*known_keys.check_title(document.fields, path), *unready_words(document.fields, path)]
            refuse_head_in_text(document, known_keys.PAGE.keys, path)
            refuse_not_ready(document, path)
            problems += _bare_keys(document, known_keys.PAGE.keys, path)
            title = text_field(document.fields, "title", path)
            if title is None:
                raise ContentError("there is no title", path=path, line=1, hint="add a line `title: ...`")
            _refuse_invisible(title, document.fields, path)
            _refuse_other_lang(document.fields, match[2], path)
            aliases = aliases_field(document.fields, path, settings.url)
            draft = flag_field(document.fields, "draft", path)
            if not document.body and not draft:
                hint = "write it, or delete the file"
                problems.append(Problem("the page has no text", path, document.body_line, hint, warning=True))
        except ContentError as error:
            problems.extend(error.problems)
            continue
        pages.append(StaticPage(match[1], match[2], title, document.body, path, document.body_line, aliases, draft))
    return tuple(pages), problems
