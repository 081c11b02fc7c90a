"""Which formats there are, how each is recognised by its content, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO
from zoneinfo import ZoneInfo

from nashra.ingest.draft import Given, Imported
from nashra.ingest.extract import Extract, refused
from nashra.ingest.readers import documents, feed, markdown_file, mhtml, paste, rest, saved_page, wxr
from nashra.ingest.words.decode import decode, decode_page
from nashra.kit.conflicts import find_conflict_in_page, find_conflict_in_words, refuse_conflict
from nashra.kit.errors import ContentError
from nashra.kit.files import MAX_BYTES
from nashra.languages.defaults import UNTOLD

# Recognising looks no further than this many characters.
_HEAD = 8192

_TAG = re.compile(
    r"</?(?:a|article|b|body|br|div|em|figure|footer|h[1-6]|head|header|html|i|img|li|link|main|meta|nav|ol|p|script|"
    r"section|span|strong|style|table|title|ul)(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
# https://www.w3.org/TR/xml/#sec-prolog-dtd
_DOCTYPE = r"<!DOCTYPE\s(?!html)[^<>\[]{0,300}(?:\[.{0,4000}?\]\s*)?>"
_PROLOGUE = rf"\s*(?:<\?xml[^>]{{0,200}}\?>)?(?:\s|<!--.{{0,1500}}?-->|<\?.{{0,400}}?\?>|{_DOCTYPE})*"
_FEED_START = re.compile(rf"{_PROLOGUE}<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.S | re.A)
# The elements of WordPress live in http://wordpress.org/export/1.2/ and its older versions.
_WXR_SIGN = re.compile(r"xmlns:\w+=[\"']https?://wordpress\.org/export/|<wp:wxr_version>")
_MHTML_START = re.compile(r"(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){0,10}MIME-Version:", re.IGNORECASE)
_YAML_HEAD = re.compile(r"\s*---[ \t]*\n(?:#[^\n]*\n|[^\S\n]*\n)*+[\w\"'-]+[ \t]*:")
_TOML_HEAD = re.compile(r"\s*\+\+\+[ \t]*\n")
_PELICAN_HEAD = re.compile(r"(?:[A-Z][A-Za-z_-]{0,30}:[^\n]*\n)+", re.ASCII)
_JSON_START = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\"|\[\s*\]\s*\Z)")


@dataclass(slots=True)
class Input:
    """An opened file. head: its beginning as text, good for recognising. stream: its bytes, can be rewound."""

    head: str
    stream: BinaryIO

    def data(self) -> bytes:
        """All bytes. Raises ContentError for more than MAX_BYTES."""
        self.stream.seek(0)
        data = self.stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB"
            raise ContentError(message, hint="no article is that long; only feeds and exports may be larger")
        return data


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of input. `name` completes "this is ..."; `recognises` sees the head of the text.

    read: the file, what the editor gives, and the number (from 0) of the first article wanted -> its articles.
    """

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[Input, Given, int], Iterator[Extract]]


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read; what the editor gives overrides what is found.

    lang: language code of the articles; when None, the text decides among `languages`, the site's, of which the first
    is the fallback. timezone: for dates that name none. known_topics, pages, today, split: see `Given`.
    """

    lang: str | None
    timezone: ZoneInfo
    languages: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source_name: str | None = None
    source_url: str | None = None
    topics: tuple[str, ...] = ()
    known_topics: Mapping[str, str] = field(default_factory=dict)
    pages: bool = False
    today: datetime | None = None
    split: bool = False

    def given(self, path: Path) -> Given:
        """For the file `path`."""
        return Given(
            self.lang or next(iter(self.languages), UNTOLD),
            self.timezone,
            self.title,
            self.author,
            self.date,
            self.source_name,
            self.source_url,
            self.topics,
            path,
            lang_given=self.lang is not None,
            languages=self.languages,
            known_topics=self.known_topics,
            pages=self.pages,
            today=self.today,
            split=self.split,
        )


def read_all(stream: BinaryIO, given: Given, start: int = 0) -> Iterator[Extract]:
    """Every article of a file, in order, from number `start` on; each as an entry of its own, refused ones too.

    stream: the file's bytes; can be rewound. given.path is named in errors, and never opened.
    """
    try:
        opened = Input(_head(stream), stream)
        chosen = format_of(opened.head)
        for entry in chosen.read(opened, given, start):
            yield _at(_without_conflict(entry), given.path)
    except ContentError as error:
        yield _at(Extract(problems=error.problems), given.path)


def _at(entry: Extract, path: Path | None) -> Extract:
    """`entry` with `path` in every problem."""
    if all(problem.path is not None for problem in entry.problems):
        return entry
    return replace(entry, problems=tuple(replace(each, path=each.path or path) for each in entry.problems))


def _without_conflict(entry: Extract) -> Extract:
    """`entry`, refused where a conflict that somebody published stands in its text."""
    if entry.imported is None:
        return entry
    draft = entry.imported.draft
    problem = find_conflict_in_words("\n".join((draft.title, draft.summary or "", draft.body)))
    return Extract(entry.label, problems=(problem,)) if problem else entry


def _head(stream: BinaryIO) -> str:
    """The beginning of a file as text. Tags, braces and field names show in every encoding; when none is there, it is
    text, and of no use here."""
    data = stream.read(4 * _HEAD)
    stream.seek(0)
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError:
        return data.replace(b"\0", b"").decode("latin-1").lstrip("\xff\xfe\xef\xbb\xbf")


def format_of(text: str) -> Format:
    """The first format of FORMATS that recognises `text`."""
    head = text[:_HEAD].replace("\r\n", "\n").replace("\r", "\n")
    return next(each for each in FORMATS if each.recognises(head))


def _is_html(head: str) -> bool:
    """A document, or a piece of one: many tags. One tag in a title does not make a page."""
    if _HTML_START.match(head):
        return True
    tags = len(_TAG.findall(head))
    return tags >= 6 or (tags >= 2 and _TAG.match(head.lstrip()) is not None)


def _has_front_matter(head: str) -> bool:
    if _YAML_HEAD.match(head) or _TOML_HEAD.match(head):
        return True
    fields = _PELICAN_HEAD.match(head)
    names = {line.partition(":")[0].lower() for line in fields[0].splitlines()} if fields else set()
    return "title" in names and len(names) > 1


def _is_feed(head: str) -> bool:
    return _FEED_START.match(head) is not None


def _one(read: Callable[[bytes, Given], Imported]) -> Callable[[Input, Given, int], Iterator[Extract]]:
    """The reader of a format with one article in a file."""

    def read_one(opened: Input, given: Given, start: int) -> Iterator[Extract]:
        if start == 0:
            yield Extract(imported=read(opened.data(), given))

    return read_one


def _read_html(data: bytes, given: Given) -> Imported:
    text, encoding = decode_page(data)
    if problem := find_conflict_in_page(text):
        raise ContentError.of([problem])
    return replace(saved_page.read(text, given), encoding=encoding)


def _read_mhtml(data: bytes, given: Given) -> Imported:
    page = mhtml.unpack(data)
    content, encoding = decode_page(page.html, page.charset)
    opened = replace(given, page_url=page.url, saved=page.saved or given.saved, companion=page.companion)
    return replace(saved_page.read(content, opened), encoding=encoding)


def _written_text(data: bytes, given: Given) -> tuple[str, str]:
    """(text, encoding) of what people write and git may merge. Raises ContentError where it left a conflict."""
    text, encoding = decode(data)
    refuse_conflict(text, given.path)
    return text, encoding


def _read_markdown(data: bytes, given: Given) -> Imported:
    text, encoding = _written_text(data, given)
    return replace(markdown_file.read(text, given), encoding=encoding)


def _read_json(opened: Input, given: Given, start: int) -> Iterator[Extract]:
    """JSON: posts, or the head of a Markdown file."""
    data = opened.data()
    text, encoding = decode(data)
    if markdown_file.has_json_head(text):
        yield from _one(_read_markdown)(opened, given, start)
        return
    for entry in rest.read(text, given, start):
        yield replace(entry, imported=replace(entry.imported, encoding=encoding)) if entry.imported else entry


def _read_paste(opened: Input, given: Given, start: int) -> Iterator[Extract]:
    """Pasted text: one article, or with --split as many as it seems to hold."""
    text, encoding = _written_text(opened.data(), given)
    parts = paste.split(text) if given.split else []
    if len(parts) < 2:
        if start == 0:
            yield Extract(imported=replace(paste.read(text, given), encoding=encoding))
        return
    for number, lines in enumerate(parts, 1):
        if number > start:
            label = f"part {number}"
            try:
                yield Extract(label, replace(paste.read_lines(lines, given), encoding=encoding))
            except ContentError as error:
                yield refused(label, error, lines[0].number)


def _refuse(message: str, hint: str) -> Callable[[bytes, Given], Imported]:
    """The reader of what cannot be read."""

    def refuse(_data: bytes, given: Given) -> Imported:
        raise ContentError(message, path=given.path, hint=hint)

    return refuse


def _is_docx(head: str) -> bool:
    return head.startswith("PK\x03\x04") and ("[Content_Types].xml" in head or "word/" in head)


_SAVE = "open it in a word processor and save it as .docx, or copy its text and import that"

# The first that recognises a text reads it; pasted text takes whatever is left.
FORMATS: tuple[Format, ...] = (
    Format("a Word file", _is_docx, _one(documents.read_docx)),
    Format("a PDF", lambda head: head.startswith("%PDF-"), _one(documents.read_pdf)),
    Format(
        "an old Word file",
        lambda head: head.startswith("\xd0\xcf\x11\xe0"),
        _one(_refuse("this is a file of an old version of Word, or one with a password", _SAVE)),
    ),
    Format(
        "an OpenDocument file",
        lambda head: head.startswith("PK\x03\x04") and "application/vnd.oasis.opendocument" in head,
        _one(_refuse("this is an OpenDocument file", _SAVE)),
    ),
    Format(
        "a WordPress export",
        lambda head: _is_feed(head) and _WXR_SIGN.search(head) is not None,
        lambda opened, given, start: wxr.read(opened.stream, given, start),
    ),
    Format("a feed", _is_feed, lambda opened, given, start: feed.read(opened.stream, given, start)),
    Format("JSON", lambda head: _JSON_START.match(head) is not None, _read_json),
    Format("a web page saved as MHTML", lambda head: _MHTML_START.match(head) is not None, _one(_read_mhtml)),
    Format("an HTML page", _is_html, _one(_read_html)),
    Format("Markdown with front matter", _has_front_matter, _one(_read_markdown)),
    Format("pasted text", lambda _head: True, _read_paste),
)
