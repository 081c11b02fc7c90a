"""What templates see of editions, the archive and the strip.

As in `nashra.render.shown.view`, all is ready to print.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nashra.render.ground.phrases import Phrase
from nashra.render.shown.view import Link, Moment, ShownPicture


@dataclass(frozen=True, slots=True)
class Headline:
    """An article by its title alone. foreign: "In Arabic" where the page's language has no version."""

    title: Phrase
    path: str
    lang: str
    foreign: Markup | None


@dataclass(frozen=True, slots=True)
class Told:
    """Who else told of an event: the name of the source with the way to its article. lang, foreign: see `Headline`."""

    source: Phrase
    path: str
    lang: str
    foreign: Markup | None


@dataclass(frozen=True, slots=True)
class Brief:
    """An article in an edition. words, badge: see `Item`; text: its first sentences; foreign: see `Headline`.

    source: who told it, where that stands beside it. others: who told of the same event besides. story: the page of it.
    """

    words: Markup
    title: Phrase
    path: str
    lang: str
    text: Phrase
    published: Moment
    foreign: Markup | None
    badge: Markup | None
    picture: ShownPicture | None = None
    source: Phrase | None = None
    others: tuple[Told, ...] = ()
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Briefs on one topic; `path` is None for those on none.

    anchor: the id of its element. rest: the headlines of those that are folded; more: "And 3 more articles".
    """

    title: Phrase
    path: str | None
    anchor: str
    briefs: tuple[Brief, ...]
    rest: tuple[Headline, ...] = ()
    more: Markup | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading or a sentence, and the links under it."""

    title: Markup
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """An edition.

    name:     what it is in one phrase, for the head of the page and for feeds; title: its days alone; label: its kind.
    week:     "Week 32"; None for a day.
    summary:  the headlines on one line, plain text.
    dated:    whether each brief shows its date.
    named:    people, places and others, with the numbers of articles, by type; named_label: the heading.
    machine:  what a machine translated: a sentence and the articles.
    related:  the editions of the days of a week, or of the week of a day.
    """

    name: Markup
    title: Phrase
    label: Markup
    week: Markup | None
    count: str
    summary: str
    sections: tuple[Section, ...]
    dated: bool
    named_label: Markup
    named: tuple[Group, ...]
    machine: tuple[Group, ...]
    related: Group | None
    older: Link | None
    newer: Link | None


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story. title: that of its first telling; sections: the timeline, newest first, as of an edition."""

    title: Phrase
    count: str
    sections: tuple[Section, ...]
    dated: bool = True


@dataclass(frozen=True, slots=True)
class StripView:
    """The strip of a page: its label and its articles."""

    label: Markup
    breaking: bool
    headlines: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class DayLink:
    """A day in the index of editions: `number` is that of the day in its month, `name` the whole date in words.

    top: its first article.
    """

    number: str
    name: str
    path: str
    top: Headline


@dataclass(frozen=True, slots=True)
class MonthOfEditions:
    """A month in the index of editions."""

    name: str
    days: tuple[DayLink, ...]
    weeks: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DayOfHeadlines:
    """A day in the archive: a link to its edition, and its articles. more: that the edition has others, in words."""

    edition: Link
    headlines: tuple[Headline, ...]
    more: Markup | None


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month in the archive."""

    name: str
    count: str
    days: tuple[DayOfHeadlines, ...]
    older: Link | None
    newer: Link | None
