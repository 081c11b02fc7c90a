"""Articles that a person put into content/articles/ without a folder of their own: they are given their place.

The text stays as it was written, every byte of its head too; what an article needs and has not (title, language, date,
slug) is added to the head.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from nashra.content import authoring, store
from nashra.content.strays import loose_texts
from nashra.head import frontmatter
from nashra.head.fields import moment_field, text_field
from nashra.ingest.draft import digest
from nashra.ingest.words import language
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import create_folder, read_bytes, read_text
from nashra.kit.pictures.published import PICTURE_ENDINGS
from nashra.markup.inline import plain_text
from nashra.model import Article
from nashra.settings.config import Settings

_HEADING = re.compile(r"\s*#[ \t]+(?P<title>\S.*?)[ \t]*#*[ \t]*(?:\n|\Z)")
_NAMED_LANGUAGE = re.compile(r"[._-](?P<lang>[a-z]{2,3})\Z")
_WORDS = re.compile(r"[-_\s]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A text that got its place: where it lay, and its file now."""

    old: Path
    new: Path


def place_loose(settings: Settings, now: datetime) -> tuple[list[Placed], list[Problem]]:
    """Give every loose text in content/articles/, and in its folders of years and months, the folder of an article.

    now: the day of a text that names none. A text that cannot be placed stays where it is, and is a problem. Nothing is
    removed before the article is on the disk.
    """
    loose = list(loose_texts(settings))
    if not loose:
        return [], []
    articles, placed = store.load_articles(settings)[0], list[Placed]()
    desk = _Desk(settings, now, articles, loose)
    problems: list[Problem] = []
    for path in loose:
        try:
            placed.append(Placed(path, desk.place(path)))
        except NashraError as error:
            problems.extend(error.problems)
    return placed, problems


class _Desk:
    def __init__(self, settings: Settings, now: datetime, articles: list[Article], loose: list[Path]) -> None:
        self._settings = settings
        self._today = now.astimezone(settings.timezone).date()
        self._taken = authoring.Taken(settings, articles)
        self._written = {
            (each.id, each.lang, each.original.title, each.original.body.strip()): each.original.path
            for each in articles
        }
        self._waiting = {path: _raw(path) for path in loose}

    def place(self, path: Path) -> Path:
        """Write the article of the text `path`, take the text away, and return its new file."""
        text = read_text(path)
        document = frontmatter.split(text, path) if _has_head(text) else _bare(text)
        fields = document.fields
        if "translation" in fields:
            hint = "put it into the folder of the article that it translates, named after its language"
            raise ContentError("a translation has no place of its own", path=path, hint=hint)
        if not document.body:
            raise ContentError("the article has no text", path=path, line=document.body_line)
        added: dict[str, object] = {}
        title = text_field(fields, "title", path)
        body = document.body
        if title is None:
            title, body = _title(path, body)
            added["title"] = title
        lang = text_field(fields, "lang", path) or self._language(path, title, body)
        if lang not in self._settings.languages:
            known = ", ".join(self._settings.languages)
            hint = f"the site has {known}; add it to site.languages in nashra.toml, or correct `lang`"
            raise ContentError(
                f"the site has no language {lang!r}", path=path, line=fields.lines.get("lang"), hint=hint
            )
        if "lang" not in fields:
            added["lang"] = lang
        if fields.get("date") in (None, ""):
            day = self._today
            added["date"] = day
        else:
            moment, has_time = moment_field(fields, "date", path, self._settings.timezone)
            day = (moment.astimezone(self._settings.timezone) if has_time else moment).date()
        digits = digest(title, (body,))
        if (written := self._written.get((digits[:6], lang, title, body.strip()))) is not None:
            self._clear(path, self._pictures(path, text))  # whoever placed it was stopped before it was taken away
            return written
        month = f"{day.year:04}/{day.month:02}"
        id_ = self._taken.fresh_id(digits)
        if not text_field(fields, "slug", path):
            added["slug"] = self._taken.slug(lang, month, title, id_)
        folder = self._settings.content / "articles" / month / f"{day:%d}-{id_}"
        pictures = self._pictures(path, text)
        create_folder(folder, {f"{lang}.md": _with(text, document, body, added, path), **pictures})
        self._taken.ids.add(id_)
        self._taken.folders[id_] = folder
        self._clear(path, pictures)
        return folder / f"{lang}.md"

    def _language(self, path: Path, title: str, body: str) -> str:
        """The language that the file's name or its words tell. Raises ContentError where neither does."""
        named = _NAMED_LANGUAGE.search(path.stem)
        if named and named["lang"] in self._settings.languages:
            return named["lang"]
        code, _ = language.choose(f"{title}\n{body}", (), self._settings.languages)
        if code is None:
            raise ContentError("its language cannot be told", path=path, line=1, hint="add a line `lang: ...`")
        return code

    def _pictures(self, path: Path, text: str) -> dict[str, str | bytes]:
        """The pictures beside the text that it names: name -> bytes."""
        words = unquote(text)
        return {
            each.name: read_bytes(each)
            for each in sorted(path.parent.iterdir())
            if each.suffix.lower() in PICTURE_ENDINGS
            and not each.is_symlink()
            and each.is_file()
            and each.name in words
        }

    def _clear(self, path: Path, pictures: dict[str, str | bytes]) -> None:
        """Take away what is in the article's folder now; a picture that another text names as well stays for that."""
        del self._waiting[path]
        others = "\n".join(unquote(text) for each, text in self._waiting.items() if each.parent == path.parent)
        gone = [path, *(path.parent / name for name in pictures if name not in others)]
        for each in gone:
            try:
                each.unlink()
            except OSError as error:
                hint = "delete it yourself: the article is in its place already"
                raise NashraError(f"the file cannot be removed: {error.strerror}", path=each, hint=hint) from error


def _raw(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8", "replace")
    except ContentError:
        return ""


def _has_head(text: str) -> bool:
    return text.lstrip("\n").startswith("---")


def _bare(text: str) -> frontmatter.Document:
    body = text.strip("\n")
    line = len(text) - len(text.lstrip("\n")) + 1
    return frontmatter.Document(frontmatter.Fields(), body.rstrip() + "\n" if body.strip() else "", line)


def _title(path: Path, body: str) -> tuple[str, str]:
    """(title, text without it): the heading at the top, else the file's name."""
    heading = _HEADING.match(body)
    if heading and body[heading.end() :].strip():
        return plain_text(heading["title"]), body[heading.end() :].lstrip("\n")
    stem = _NAMED_LANGUAGE.sub("", path.stem)
    return _WORDS.sub(" ", stem).strip() or path.stem, body


def _with(text: str, document: frontmatter.Document, body: str, added: dict[str, object], path: Path) -> str:
    """`text` with the fields that it lacked."""
    if not _has_head(text):
        return f"---\n{frontmatter.dump(added)}---\n\n{body.strip()}\n"
    try:
        renewed = frontmatter.replace_fields(text, added) if added else text
    except ValueError as error:
        hint = "write its front matter as plain `key: value` lines"
        raise ContentError(f"the file cannot be given its place: {error}", path=path, line=1, hint=hint) from None
    if body != document.body:
        renewed = renewed[: len(renewed) - len(frontmatter.rest(renewed))] + f"\n{body.strip()}\n"
    return renewed
