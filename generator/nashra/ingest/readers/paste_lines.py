"""Taking a paste apart line by line: its shells, the page around it, the head; what is left is the article."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.ingest.assembler import Assembler, Fact, Moment
from nashra.ingest.dates.find import FoundDate
from nashra.ingest.dates.yearless import Yearless
from nashra.ingest.draft import Dropped, Imported
from nashra.ingest.heads.byline import Byline, is_person, read_byline
from nashra.ingest.heads.dateline import Dateline, is_place_line, read_dateline, read_dateline_line
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.heads.series import begins_item, is_card, is_entry, is_future, is_in_series
from nashra.ingest.heads.signature import Signature, read_signature
from nashra.ingest.heads.title import MAX_LENGTH, printed_title, without_mark, without_rubric, without_site
from nashra.ingest.page.trim import trim
from nashra.ingest.readers.paste_day import Told, found_moment
from nashra.ingest.readers.paste_rules import (
    apart,
    barred,
    closes_standfirst,
    lede,
    listed,
    reporter,
    restored,
    signing,
    without_labels,
    without_menus,
)
from nashra.ingest.shells.peel import peel
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.marked import is_marked
from nashra.ingest.words.paragraphs import Line, to_markdown, unwrap

_USED = ""
# Lines between the headline and the first paragraph that are none of the head's; a page's menus are no more.
_HEAD = 20


class Paste:
    """A paste while it is taken apart: every step removes lines from `lines` and says why in `dropped`.

    last: the number of the line with which the first article ends, where another follows.
    """

    def __init__(self, lines: Sequence[Line], lang: str, made: Assembler, last: int | None = None) -> None:
        self.shell = peel(lines)
        self.lines, dropped = trim([line for line in unwrap(apart(self.shell.lines)) if line.text])
        self.lines, dropped = without_menus(*restored(self.lines, dropped))
        self.lines, labels = without_labels(self.lines)
        self.form = bool(labels)  # "Titre : ...", "Date : ..."
        self.dropped = [*self.shell.dropped, *dropped, *labels]
        self.lang, self.made, self.given, self.last = lang, made, made.given, last
        self.checks, self.reasons = made.doubts, made.reasons
        self.checks[:0] = self.shell.checks
        self.checks += barred(self.dropped)
        self.is_marked = is_marked(line.text for line in self.lines)
        if self.is_marked:
            made.notes.append("the text is Markdown, and its signs were kept")
        self.title_line = 0
        self.author: str | None = None
        self.dateline_author: str | None = None
        self.source: str | None = None
        self.source_url: str | None = None
        self.published: FoundDate | None = None
        self.updated: FoundDate | None = None
        self.yearless: tuple[Yearless, str] | None = None

    def drop(self, gone: dict[int, str]) -> None:
        """Remove the lines with these indices; the values are the reasons, _USED for what went into the article."""
        for at, why in gone.items():
            if why != _USED:
                self.dropped.append(Dropped(self.lines[at].number, self.lines[at].text, why))
        self.lines = [line for at, line in enumerate(self.lines) if at not in gone]

    def take_title(self) -> str:
        """The title, given or printed. Its lines are dropped, and a site's name beside it is kept as the source."""
        subject = self.shell.title
        printed = subject or printed_title(self.lines)
        unnamed = subject is None and printed is not None and self.given.title is None
        headed = [line for line in self.lines if printed is not None and line.number < printed.number]
        datelines = [found for line in headed if (found := read_dateline_line(line.text)) is not None]
        below = any(found.agency or found.author for found in datelines) or self.shell.untitled
        if unnamed and printed is not None and (words := lede(printed.text, below_dateline=below)):
            self.reasons["title"] = f"line {printed.number}"
            self.checks.append("there is no headline; the first words of the text stand for it")
            return words
        headline, rubric = without_rubric(without_mark(printed.text)) if printed is not None else ("", "")
        chosen = self.made.title(Fact(headline, f"line {printed.number}") if printed is not None else None)
        if rubric and printed is not None and self.given.title is None:
            self.dropped.append(Dropped(printed.number, f"{rubric} /", "the rubric of an agency"))
        if not chosen:
            raise self.made.fail("there is no title", "give it with --title, or put it on the first line")
        given = self.given.cleaned_title()
        if given and printed and boilerplate.is_sentence(printed.text) and not self._is_repeated(printed):
            printed = None  # the paste began with its first paragraph
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
        """Take what the lines between the title and the text say. One standfirst may stand among them, and behind it
        only what a label or a name beside a date makes sure."""
        gone: dict[int, str] = {}
        sentences = 0
        for at, line in enumerate(self.lines):
            if boilerplate.is_section(line.text) and not sentences:
                gone[at] = "the name of a section"
                continue
            if begins_item(line.text) or at > _HEAD + len(gone):
                break
            byline = self._byline(at, sentences, gone)
            if byline is not None:
                gone[at] = self._take(byline, line)
                continue
            if not sentences and self.author is None and (name := self._reporter(at)):
                self.author, self.reasons["author"] = name, f"line {line.number}"
                gone[at] = "taken from it: author"
                continue
            dateline = self._dateline(at) if not sentences else None
            if dateline is not None:
                gone[at] = self._take_dateline(dateline, line)
                continue
            if not sentences and at - 1 in gone and is_place_line(line.text):
                gone[at] = "the place of the report"
                continue
            if sentences:
                break
            sentences += boilerplate.is_sentence(line.text) or len(line.text) > MAX_LENGTH
            if len(line.text) > MAX_LENGTH or (read_dateline(line.text) and not read_signature(line.text)):
                break
        self._take_signatures(gone)
        self.drop(dict(sorted(gone.items())))

    def _reporter(self, at: int) -> str:
        """The name in a line such as "من أحمد الجشتيمي" that stands over the dateline of a report; "" for others."""
        name = reporter(self.lines[at].text)
        below = read_dateline(self.lines[at + 1].text) if name and at + 1 < len(self.lines) else None
        return name if below is not None and below.agency else ""

    def _byline(self, at: int, sentences: int, gone: dict[int, str]) -> Byline | None:
        """The byline in line `at`, where it may be one of the article's."""
        byline = read_byline(self.lines[at].text)
        if byline is None:
            return None
        if sentences and not closes_standfirst(byline, self.lines[at + 1 :]):
            return None
        dated = byline.published or byline.updated
        if dated is None or dated.day is None:
            return byline
        own = [line for line in self.lines if self.last is None or line.number <= self.last]
        if byline.bare_name and is_entry(own, at):
            return None
        if (not byline.labelled or byline.weakly) and not (self.form and byline.labelled):
            if is_card(self.lines, at) or is_future(dated.day, self.given.today, self.given.timezone):
                return None
            if (
                not byline.author
                and not byline.source
                and ((at - 1 not in gone and is_in_series(own, at)) or self._is_settled(at, gone))
            ):
                return None
        return byline

    def _is_settled(self, at: int, gone: dict[int, str]) -> bool:
        """Whether the day is known already, so that a bare date in line `at` belongs to the text: the head named one,
        or --date was given. What stands between other lines of the head is one of them all the same."""
        if self.published is not None:
            return True
        if self.given.date is None:
            return False
        after = read_byline(self.lines[at + 1].text) if at + 1 < len(self.lines) else None
        return not (at - 1 in gone and after is not None and after.labelled)

    def _dateline(self, at: int) -> Dateline | None:
        """The dateline that is all of line `at`: "الرياض – سعد القحطاني"."""
        after = read_byline(self.lines[at + 1].text) if at + 1 < len(self.lines) else None
        beside_date = after is not None and after.published is not None and not after.author
        found = read_dateline_line(self.lines[at].text, by_date=beside_date)
        if found is None or at == len(self.lines) - 1:
            return None
        if found.date is not None and found.agency is None:
            return None  # a byline would have taken it
        if beside_date and found.place and is_person(found.place) and not is_place(found.place):
            return None  # "Mehdi Ouazzani | Médias24"
        return found

    def _take_signatures(self, gone: dict[int, str]) -> None:
        """Take what signs the article without a label, next to the day of publication: a person, a house, a place."""
        for at in [at for at in sorted(gone) if "date" in gone[at]]:
            for near in signing(self.lines, at, gone, self.title_line):
                found = read_signature(self.lines[near].text)
                if found is not None and found.author and self.dateline_author and near < at:
                    gone[near] = "a name above the date; the dateline names the author"
                    continue
                if found is None or (found.author and self.author) or (found.source and self.source):
                    break
                gone[near] = self._take_signature(found, self.lines[near])

    def _take_signature(self, found: Signature, line: Line) -> str:
        """Keep what `found` says in `line`; the result is the reason why the line goes."""
        where, taken = f"line {line.number}", []
        if found.source:
            self.source, self.reasons["source"] = found.source, where
            beside = "the author" if found.author else "the date"
            self.checks.append(f"{found.source!r} stands beside {beside} and was taken for the source")
            taken.append("source")
        if found.author:
            self.author = found.author
            self._guess_author(where)
            return "the author was taken from it"
        told = f"; it names the place {found.place}" if found.place else ""
        if found.unknown:
            what = "the name of a section or of who printed it"
            self.checks.append(f"{found.unknown!r} stands beside the date and was left out: {what}")
        return f"taken from it: {', '.join(taken) or 'nothing'}{told}" if taken or told else "stands beside the date"

    def _guess_author(self, where: str) -> None:
        self.reasons["author"] = where
        if not self.given.author:
            self.checks.append(f"{self.author!r} stands beside the date and was taken for the author")

    def read_tail(self) -> None:
        """Take what labelled lines after the text say of its source: "المصدر: وكالات". No date is taken from there."""
        gone: dict[int, str] = {}
        for at in range(len(self.lines) - 1, max(0, len(self.lines) - 6), -1):
            byline = read_byline(self.lines[at].text)
            if byline is None or not byline.source or byline.published or byline.updated or byline.author:
                break
            gone[at] = self._take(byline, self.lines[at])
        self.drop(dict(sorted(gone.items())))

    def _take(self, byline: Byline, line: Line) -> str:
        """Keep what `byline` says and nobody said before; the result is the reason why its line goes."""
        where, taken = f"line {line.number}", []
        if byline.author and self.author is None:
            self.author = byline.author
            if byline.bare_name:
                self._guess_author(where)
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
        if byline.clock_of and self.published is not None and self.published.clock is not None:
            self.checks.append(f"{where}: the hour is told {byline.clock_of!r} and was read by the site's own clock")
        if byline.unresolved:
            self.checks.append(f"{where}: {byline.unresolved!r} counts back from an unknown day and was left out")
        if not taken:
            return "says nothing new about author, date or source"
        left = f"; left out: {byline.unresolved}" if byline.unresolved else ""
        return f"taken from it: {', '.join(taken)}{left}"

    def _take_dateline(self, found: Dateline, line: Line) -> str:
        """Keep what the dateline in `line` says and nobody said before; the result is the reason why its line goes."""
        where, printed, taken = f"line {line.number}, the dateline", line.text[: found.end].strip(" -–—/:"), []
        if found.date is not None and self.published is None and not self.given.date:
            self.published, self.reasons["date"] = found.date, where
            taken.append("date")
        elif found.yearless is not None and self.yearless is None:
            self.yearless = (found.yearless, where)
        if found.agency and self.source is None:
            self.source, self.reasons["source"] = found.agency, where
            if not self.given.source_name:
                taken.append("source")
        if found.author and self.author is None:
            self.author = self.dateline_author = found.author
            self.reasons["author"] = where
            if not self.given.author:
                taken.append("author")
        place = f"; it names the place {found.place}" if found.place else ""
        if taken:
            self.checks.append(
                f"{listed(taken)} {'was' if len(taken) == 1 else 'were'} read from the dateline {printed!r}"
            )
        return f"the dateline, taken from it: {', '.join(taken) or 'nothing'}{place}"

    def read_first_paragraph(self) -> None:
        """Take the dateline at the head of the first paragraph, where news agencies put it. The paragraph stays."""
        for line in self.lines[:3]:
            found = read_dateline(line.text)
            if found is not None and (found.agency or found.date or found.yearless):
                self._take_dateline(found, line)
                if found.place:
                    self.reasons["place"] = f"{found.place}, line {line.number}"
            if found is not None or boilerplate.is_sentence(line.text):
                return

    def assemble(self, title: str) -> Imported:
        """The draft. Raises ContentError when the body, or all that could tell a date, is missing."""
        given = self.given
        self.read_first_paragraph()
        texts = [line.text for line in self.lines if not boilerplate.is_ornament(line.text)]
        if not any(any(map(str.isalnum, text)) for text in texts):
            raise self.made.fail("there is a title and no text under it", "paste the whole article")
        moment = self.made.moment() or self.made.moment(self._found_moment(f"{title}\n" + "\n".join(texts)))
        if moment is None:
            hint = "give the day of publication with --date 2024-07-18"
            raise self.made.fail("there is no date of publication in the text", hint)
        author = self.made.author(Fact(self.author, self.reasons.get("author", "")) if self.author else None)
        if self.source is None and self.shell.source is not None:
            self.source, self.reasons["source"] = self.shell.source
        updated = self.updated.moment(given.timezone)[0] if self.updated and self.published else None
        self.checks[:] = dict.fromkeys(self.checks)
        self.dropped.sort(key=lambda each: each.line)
        return self.made.finish(
            lang=self.lang,
            title=title,
            body=to_markdown(texts, marked=self.is_marked),
            texts=texts,
            moment=moment,
            updated=Fact((updated, True), self.reasons["updated"]) if updated else None,
            author=author,
            source=self.made.source(self.source, self.source_url, self.reasons.get("source", "")),
            topics=self.made.topics((), ""),
            dropped=self.dropped,
        )

    def _found_moment(self, text: str) -> Fact[Moment] | None:
        published = (self.published, self.reasons.get("date", "")) if self.published is not None else None
        updated = (self.updated, self.reasons["updated"]) if self.updated is not None else None
        told = Told(published, updated, self.yearless)
        found, checks = found_moment(told, self.given, self.shell, self.lines, text)
        self.checks += checks
        return found
