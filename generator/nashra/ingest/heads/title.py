"""Finding the headline of a pasted article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from nashra.ingest.heads.byline import read_byline
from nashra.ingest.heads.dateline import read_dateline_line
from nashra.ingest.heads.series import begins_item
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import written

# A headline is no longer than this (characters), and stands among this many first lines.
MAX_LENGTH = 300
_HEAD = 12
_MAX_SITE_NAME = 60
# Words of a headline that stands behind a rubric.
_LEAST_WORDS = 3
_SITE_NAME = re.compile(r"\s+[-–—|•·»«:]+\s+(?=\S)")
_MARK = re.compile(r"#{1,6}\s+(?=\S)")


def printed_title(lines: Sequence[Line]) -> Line | None:
    """The headline among `lines` (not blank), without the site's name; None when the text begins without one.

    A line of three words or more that is printed twice is the headline; else the first line is that is no section, no
    byline, and not too long.
    """
    head = lines[:_HEAD]
    short = [line for line in lines if len(line.text) <= MAX_LENGTH]
    counts = Counter(key(line.text) for line in short)
    repeated = {same for same, count in counts.items() if count > 1 and len(same.split()) > 2}
    if len(repeated) > 1 and head and key(head[0].text) not in repeated:
        counts.clear()  # a programme or a table repeats its lines, a page its headline alone
    first = next((at for at, line in enumerate(head) if boilerplate.is_prose(line.text)), len(head))
    for line in head[:first]:
        same = key(line.text) if len(line.text) <= MAX_LENGTH else ""
        if counts[same] > 1 and len(same.split()) > 2 and not begins_item(line.text) and not read_byline(line.text):
            return line
    for line in head:
        if boilerplate.is_section(line.text) or boilerplate.is_agency(line.text):
            continue
        dateline = read_dateline_line(line.text)
        if dateline is not None and (dateline.agency or (dateline.author and _stands_over_text(head, line))):
            continue
        byline = read_byline(line.text)
        if byline is not None and (byline.labelled or not byline.bare_name):
            continue
        if len(line.text) > MAX_LENGTH:
            return None
        others = {key(other.text) for other in head if other is not line}
        return Line(line.number, without_site(line.text, others)[0])
    return None


def _stands_over_text(head: Sequence[Line], line: Line) -> bool:
    """Whether the first of a text's lines, a place and a name, has a paragraph right below it and no headline."""
    at = head.index(line)
    return at == 0 and len(head) > 1 and boilerplate.is_prose(head[1].text)


def without_site(text: str, titles: Collection[str]) -> tuple[str, str]:
    """(title, site's name) when `text` is one of `titles` (folded keys) with a name behind it, else (text, "").

    That a headline stands elsewhere without its ending is the only proof that the ending is not part of it.
    """
    for found in _SITE_NAME.finditer(text[: MAX_LENGTH + _MAX_SITE_NAME]):
        if len(text) - found.end() <= _MAX_SITE_NAME and key(text[: found.start()]) in titles:
            return text[: found.start()], text[found.end() :]
    return text, ""


def without_rubric(title: str) -> tuple[str, str]:
    """(`title`, the rubric with a slash that an agency put before it): عام / سمو ولي العهد يستقبل السفير."""
    found = _rubric().match(title)
    if found is None or len(title[found.end() :].split()) < _LEAST_WORDS:
        return title, ""
    return title[found.end() :], found[1]


@lru_cache(maxsize=1)
def _rubric() -> re.Pattern[str]:
    """Not the first of several qualities: محلي/دولي."""
    rubric = written("wires", "rubric")
    return re.compile(rf"\s*({rubric})\s*/+\s*(?!(?:{rubric})(?:\s|[,،:/]))(?=\S)")


def without_mark(title: str) -> str:
    """`title` without the `#` of a Markdown heading."""
    return _MARK.sub("", title, count=1) if _MARK.match(title) else title
