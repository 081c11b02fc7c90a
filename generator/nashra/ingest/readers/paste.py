"""Pasted text -> an article: the title, who wrote it and when, the paragraphs, and nothing else of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from nashra.ingest.dates.find import FoundDate, find_date
from nashra.ingest.draft import Dropped, Given, Imported, digest, one_line
from nashra.ingest.heads.byline import Byline, is_bare_name, read_byline
from nashra.ingest.heads.title import MAX_LENGTH, printed_title, without_mark, without_site
from nashra.ingest.page.trim import trim
from nashra.ingest.words import boilerplate, clean
from nashra.ingest.words.fold import key
from nashra.ingest.words.paragraphs import Line, to_markdown, unwrap
from nashra.kit.errors import ContentError
from nashra.model import Draft

# A dateline ("الرباط، 18 يوليوز 2024 (و م ع) -") lies within this many characters of the first paragraph.
_DATELINE = 100
_DATELINE_END = re.compile(r"[\s)(\]،,.]*(?:\([^()]{1,40}\)\s*)?[-–—:/]")
_USED = ""


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
) -> Imported:
    """The article in a pasted text. What the editor gives (title, author, ...) overrides what is found.

    Raises ContentError when there is no title, no date or no body, or a given date or address is none.
    """
    return read(text, Given(lang, timezone, title, author, date, source_name, source_url, tuple(topics)))


def read(text: str, given: Given) -> Imported:
    """As `read_text`, with everything given in one object."""
    paste = _Paste(text, given)
    title = paste.take_title()
    paste.read_head()
    paste.read_tail()
    return paste.assemble(title)


def find_dateline(paragraph: str) -> FoundDate | None:
    """The date at the head of an article's first paragraph, where news agencies put it; None without one."""
    head = paragraph[:_DATELINE]
    found = find_date(head)
    return found if found is not None and not found.is_relative and _DATELINE_END.match(head, found.end) else None


class _Paste:
    """A paste while it is taken apart: every step removes lines from `lines` and says why in `dropped`."""

    def __init__(self, text: str, given: Given) -> None:
        numbered = [Line(number, line) for number, line in enumerate(clean.lines(text), 1)]
        self.lines, self.dropped = trim([line for line in unwrap(numbered) if line.text])
        self.given = given
        self.notes: list[str] = []
        self.reasons: dict[str, str] = {}
        self.title_line = 0
        self.author: str | None = None
        self.guessed_author = False
        self.source: str | None = None
        self.source_url: str | None = None
        self.published: FoundDate | None = None
        self.updated: FoundDate | None = None

    def fail(self, message: str, hint: str) -> ContentError:
        return ContentError(message, path=self.given.path, hint=hint)

    def drop(self, gone: dict[int, str]) -> None:
        """Remove the lines with these indices; the values are the reasons, _USED for what went into the article."""
        for at, why in gone.items():
            if why != _USED:
                self.dropped.append(Dropped(self.lines[at].number, self.lines[at].text, why))
        self.lines = [line for at, line in enumerate(self.lines) if at not in gone]

    def take_title(self) -> str:
        """The title, given or printed. Its lines are dropped, and a site's name beside it is kept as the source."""
        printed = printed_title(self.lines)
        chosen = self.given.cleaned_title()
        if chosen is not None:
            self.reasons["title"] = "given"
            if printed is not None and boilerplate.is_sentence(printed.text) and not self._is_repeated(printed):
                printed = None  # the paste began with its first paragraph
        elif printed is not None:
            chosen = without_mark(printed.text)
            self.reasons["title"] = f"line {printed.number}"
        else:
            raise self.fail("there is no title", "give it with --title, or put it on the first line")
        wanted = {key(chosen)} | ({key(printed.text)} if printed else set())
        self.title_line = printed.number if printed else 0
        gone: dict[int, str] = {}
        for at, line in enumerate(self.lines):
            if len(line.text) > 2 * MAX_LENGTH:
                continue
            bare, site = without_site(line.text, wanted)
            if key(bare) not in wanted:
                continue
            if site and self.source is None:
                self.source, self.reasons["source"] = site, f"line {line.number}, beside the title"
            if self.given.title is None and line.number == self.title_line:
                gone[at] = _USED
            else:
                gone[at] = (
                    "repeats the title" if key(bare) == key(chosen) else "the title that was printed; another was given"
                )
        self.drop(gone)
        return chosen

    def _is_repeated(self, line: Line) -> bool:
        return sum(key(other.text) == key(line.text) for other in self.lines if len(other.text) <= MAX_LENGTH) > 1

    def read_head(self) -> None:
        """Take what the lines between the title and the text say. One standfirst may stand among them."""
        gone: dict[int, str] = {}
        sentences = 0
        for at, line in enumerate(self.lines):
            if boilerplate.is_section(line.text) and not sentences:
                gone[at] = "the name of a section"
                continue
            byline = read_byline(line.text)
            settled = sentences and self.published is not None
            if byline is not None and (byline.labelled or not settled):
                gone[at] = self._take(byline, line)
                continue
            sentences += boilerplate.is_sentence(line.text)
            if sentences > 1 or len(line.text) > MAX_LENGTH:
                break
        if self.author is None:
            for at in sorted(gone):
                for near in (at - 1, at + 1):
                    if self._is_signature(near, at, gone) and self.author is None and "date" in gone[at]:
                        self.author, self.guessed_author = self.lines[near].text, True
                        self.reasons["author"] = f"line {self.lines[near].number}"
                        gone[near] = "the author was taken from it"
        self.drop(dict(sorted(gone.items())))

    def _is_signature(self, at: int, date_at: int, gone: dict[int, str]) -> bool:
        """Whether the unclaimed line `at` is a bare name under the title and next to the date in line `date_at`."""
        if not 0 <= at < len(self.lines) - 1 or at in gone:
            return False
        line, distance = self.lines[at], abs(self.lines[at].number - self.lines[date_at].number)
        return line.number > self.title_line and distance <= 2 and is_bare_name(line.text)

    def read_tail(self) -> None:
        """Take what labelled lines after the text say: "المصدر: وكالات", "Publié le ..."."""
        gone: dict[int, str] = {}
        for at in range(len(self.lines) - 1, max(0, len(self.lines) - 6), -1):
            byline = read_byline(self.lines[at].text)
            if byline is None or not (byline.labelled or byline.source):
                break
            gone[at] = self._take(byline, self.lines[at])
        self.drop(dict(sorted(gone.items())))

    def _take(self, byline: Byline, line: Line) -> str:
        """Keep what `byline` says and nobody said before; the result is the reason why its line goes."""
        where, taken = f"line {line.number}", []
        if byline.author and self.author is None:
            self.author, self.guessed_author = byline.author, byline.bare_name
            self.reasons["author"] = where
            taken.append("author")
        if byline.published and self.published is None:
            self.published = byline.published
            self.reasons["date"] = where
            taken.append("date")
        if byline.updated and self.updated is None:
            self.updated = byline.updated
            self.reasons["updated"] = where
            taken.append("date of the update")
        if byline.source and (self.source is None or "beside the title" in self.reasons.get("source", "")):
            self.source, self.source_url = byline.source, byline.source_url
            self.reasons["source"] = where
            taken.append("source")
        if byline.unresolved:
            self.notes.append(f"{where}: {byline.unresolved!r} counts back from an unknown day and was left out")
        if not taken:
            return "says nothing new about author, date or source"
        left = f"; left out: {byline.unresolved}" if byline.unresolved else ""
        return f"taken from it: {', '.join(taken)}{left}"

    def read_dateline(self) -> None:
        """Take the date at the head of the first paragraph, where news agencies put it. The paragraph stays whole."""
        if not self.lines:
            return
        found = find_dateline(self.lines[0].text)
        if found is not None:
            self.published = found
            self.reasons["date"] = f"line {self.lines[0].number}, the dateline"
            self.notes.append(f"the date was read from the dateline {self.lines[0].text[: found.end]!r}")

    def assemble(self, title: str) -> Imported:
        """The draft. Raises ContentError when the date or the body is missing."""
        given = self.given
        texts = [line.text for line in self.lines if not boilerplate.is_ornament(line.text)]
        if not any(any(map(str.isalnum, text)) for text in texts):
            raise self.fail("there is a title and no text under it", "paste the whole article")
        moment = given.moment()
        if moment is not None:
            self.reasons["date"] = "given"
        else:
            moment = self._found_moment()
        author = one_line(given.author) or self.author
        if given.author:
            self.reasons["author"] = "given"
        elif author and self.guessed_author:
            self.notes.append(f"{author!r} stands beside the date and was taken for the author")
        updated = self.updated.moment(given.timezone)[0] if self.updated and self.published else None
        draft = Draft(
            lang=given.lang,
            title=title,
            body=to_markdown(texts),
            published=moment[0],
            has_time=moment[1],
            digest=digest(title, texts),
            author=author,
            source=given.source(self.source, self.source_url),
            updated=updated if updated and updated > moment[0] else None,
            topics=given.topics,
        )
        self.dropped.sort(key=lambda each: each.line)
        return Imported(draft, tuple(self.dropped), tuple(self.notes), self.reasons)

    def _found_moment(self) -> tuple[datetime, bool]:
        if self.published is None:
            self.read_dateline()
        found = self.published or self.updated
        if found is None:
            hint = "give the day of publication with --date 2024-07-18"
            raise self.fail("there is no date of publication in the text", hint)
        if self.published is None:
            self.reasons["date"] = self.reasons["updated"]
            self.notes.append("only the date of the last update was found; it stands for that of publication")
        if found.ambiguous:
            day = found.day.isoformat() if found.day else ""
            self.notes.append(f"the date could be read in two ways; the day was taken to come first: {day}")
        return found.moment(self.given.timezone)
