"""Which formats there are, how each is recognised by its content, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.errors import ContentError, Problem
from generator.ingest import text as pasted
from generator.ingest.decode import decode
from generator.ingest.draft import Given, Imported

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
_FEED_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>)?(?:\s|<!--.{0,500}?-->|<\?.{0,200}?\?>)*<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
_MHTML_START = re.compile(r"(?:[A-Za-z-]+: [^\n]*\n(?:[ \t][^\n]*\n)*){0,10}MIME-Version:", re.IGNORECASE)
_YAML_HEAD = re.compile(r"\s*---[ \t]*\n(?:#[^\n]*\n|\s*\n)*[\w\"'-]+[ \t]*:")
_TOML_HEAD = re.compile(r"\s*\+\+\+[ \t]*\n")
_PELICAN_HEAD = re.compile(r"(?:[A-Z][A-Za-z_-]{0,30}:[^\n]*\n)+", re.ASCII)
_JSON_START = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\")")


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of input. `name` completes "this is ..."; `recognises` sees the head of the text."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str, Given], Imported]


def read(
    data: bytes,
    path: Path,
    *,
    lang: str,
    timezone: ZoneInfo,
    title: str | None = None,
    author: str | None = None,
    date: str | None = None,
    source_name: str | None = None,
    source_url: str | None = None,
    topics: tuple[str, ...] = (),
) -> Imported:
    """The article in `data`, the content of the file `path` (named in errors, never opened).

    lang: language code of the article. timezone: for dates that name none. The other options override what is found.
    Raises ContentError, with `path`, when the data is no text, in a format that cannot be read, or lacks a title, a
    date or a body.
    """
    given = Given(lang, timezone, title, author, date, source_name, source_url, tuple(topics), path)
    try:
        text, encoding = decode(data)
        imported = format_of(text).read(text, given)
    except ContentError as error:
        problems = [replace(problem, path=problem.path or path) for problem in error.problems]
        raise ContentError.of(problems) from None
    return replace(imported, encoding=encoding)


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


def _refuse(name: str, advice: str) -> Callable[[str, Given], Imported]:
    def read_nothing(_text: str, given: Given) -> Imported:
        problem = Problem(f"this is {name}, which this version cannot import yet", given.path, hint=advice)
        raise ContentError.of([problem])

    return read_nothing


def _unread(name: str, recognises: Callable[[str], bool], advice: str) -> Format:
    return Format(name, recognises, _refuse(name, advice))


_COPY = "open it, copy the article's text and import that"

# The first that recognises a text reads it; pasted text takes whatever is left.
FORMATS: tuple[Format, ...] = (
    _unread("a feed or a WordPress export", lambda head: _FEED_START.match(head) is not None, _COPY),
    _unread("a web page saved as MHTML", lambda head: _MHTML_START.match(head) is not None, _COPY),
    _unread("an HTML page", _is_html, _COPY),
    _unread("JSON", lambda head: _JSON_START.match(head) is not None, _COPY),
    _unread("Markdown with front matter", _has_front_matter, "remove the front matter, and give --title and --date"),
    Format("pasted text", lambda _head: True, pasted.read),
)
