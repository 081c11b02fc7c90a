"""What a shell tells: the lines inside it, and what its stamps say about the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from nashra.ingest.dates.find import FoundDate
from nashra.ingest.dates.yearless import Yearless
from nashra.ingest.draft import Dropped
from nashra.ingest.words.paragraphs import Line


@dataclass(slots=True)
class Shelled:
    """A paste whose shells are being taken off.

    lines:   what is left, blank lines too. dropped: what went, with its reason.
    title:   the headline that a shell names (the subject of a message), None without one.
    stamp:   (date, where it stands) of the shell: when the message was sent. Weaker than a date at the article's head.
    yearless: (day, where it stands) of a stamp without a year.
    untitled: whether what came in this shell never has a headline.
    source:  (name, where) of whoever published it.
    checks:  what the editor should look at.
    senders: folded names of those who sent it, or lines that have them.
    secret:  addresses and numbers of senders, which are never published.
    """

    lines: list[Line]
    dropped: list[Dropped] = field(default_factory=list)
    title: Line | None = None
    stamp: tuple[FoundDate, str] | None = None
    yearless: tuple[Yearless, str] | None = None
    untitled: bool = False
    source: tuple[str, str] | None = None
    checks: list[str] = field(default_factory=list)
    senders: set[str] = field(default_factory=set)
    secret: set[str] = field(default_factory=set)

    def drop(self, at: Iterable[int], reason: str) -> None:
        """Empty the lines at these indices: a blank stays, so that what stood apart still does."""
        for index in at:
            line = self.lines[index]
            if line.text:
                self.dropped.append(Dropped(line.number, line.text, reason))
                self.lines[index] = Line(line.number, "")

    def filled(self) -> list[int]:
        """The indices of the lines that are not blank."""
        return [index for index, line in enumerate(self.lines) if line.text]
