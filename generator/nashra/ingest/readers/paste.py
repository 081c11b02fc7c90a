"""Pasted text -> an article: the title, who wrote it and when, the paragraphs, and nothing else of the page.

What it says of itself is read from the top of the text until its first paragraph, and from the shell it came in (see
`nashra.ingest.shells`). Everything below is text: dates of a chronology, a programme, a deadline are the author's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from nashra.ingest.assembler import Assembler
from nashra.ingest.dates.find import FoundDate
from nashra.ingest.draft import Given, Imported
from nashra.ingest.heads.dateline import read_dateline
from nashra.ingest.readers.paste_lines import Paste
from nashra.ingest.shells.several import further_parts
from nashra.ingest.words import clean
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.rows import mark_rows

# A soft hyphen, or the sign that some programs copy for it, at the end of a line.
_SOFT_BREAK = re.compile(r"[\u00ad\u00ac][ \t]*(?=\r?\n)")
# Bullets of a word processor, which it copies as letters with a tab behind them.
_LETTER_BULLET = re.compile(r"(?m)^([ \t]*)[o§\u00a7\uf0a7\uf0b7\uf02d\uf0d8\uf0fc]\t+(?=\S)")


def read_text(
    text: str,
    *,
    lang: str,
    timezone: ZoneInfo,
    title: str | None = None,
    author: str | None = None,
    date: str | None = None,
    source_name: str | None = None,
    source_url: str | None = None,
    topics: Sequence[str] = (),
    today: datetime | None = None,
) -> Imported:
    """The article in a pasted text. What the editor gives (title, author, ...) overrides what is found.

    today: stands in for a missing date. Raises ContentError when there is no title, no body or, without `today`, no
    date, or a given date or address is none.
    """
    given = Given(lang, timezone, title, author, date, source_name, source_url, tuple(topics), today=today)
    return read(text, given)


def read(text: str, given: Given) -> Imported:
    """As `read_text`, with everything given in one object. Where no language is given, the text decides."""
    lines = numbered(text)
    further = further_parts(lines)
    imported = read_lines(lines, given, first=lines[: further[0].at] if further else lines)
    if not further:
        return imported
    checks = tuple(
        f"line {part.line.number}, {part.line.text[:60]!r}: {part.why}; import it again with --split to make an "
        "article of each"
        for part in further
    )
    draft = replace(imported.draft, comments=(*checks, *imported.draft.comments))
    return replace(imported, draft=draft, notes=(*checks, *imported.notes))


def split(text: str) -> list[list[Line]]:
    """The lines of each article that the paste `text` seems to hold; one list for a paste of one."""
    lines = numbered(text)
    edges = [0, *(part.at for part in further_parts(lines)), len(lines)]
    return [lines[start:end] for start, end in pairwise(edges)]


def read_lines(lines: Sequence[Line], given: Given, first: Sequence[Line] | None = None) -> Imported:
    """The article in `lines`; the language is told by `first`, the lines of the first article among them."""
    made = Assembler(given)
    lang = made.lang("\n".join(line.text for line in first or lines), ())
    paste = Paste(lines, lang, made, first[-1].number if first else None)
    title = paste.take_title()
    paste.read_head()
    paste.read_tail()
    return paste.assemble(title)


def numbered(text: str) -> list[Line]:
    """The cleaned lines of a paste."""
    text = mark_rows(_LETTER_BULLET.sub(r"\1◦ ", _SOFT_BREAK.sub("-", text)))
    return [Line(number, line) for number, line in enumerate(clean.lines(text), 1)]


def find_dateline(paragraph: str) -> FoundDate | None:
    """The date at the head of an article's first paragraph, where news agencies put it; None without one."""
    found = read_dateline(paragraph)
    return found.date if found is not None else None
