"""What templates see. Every text is ready to print; every `path` is an encoded one below the site's root.

A template writes a link as `{{ page.root }}{{ link.path }}`: `root` leads from the page to the site's root, so that no
link depends on where the site is.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nashra.languages.cldr import Language
from nashra.render.ground.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Link:
    """A link and its text. count: how many articles are behind it, in the page's digits."""

    text: Phrase
    path: str
    count: str = ""


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in the index of topics, see `Link`. top: its newest article."""

    text: Phrase
    path: str
    count: str
    top: Link


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: `text` for people, `machine` for the datetime attribute."""

    text: str
    machine: str


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A picture on a page. path: its file; alt: what is to be seen; size: ` width="..." height="..."`, or empty.

    set, webp: (path, width in pixels) of its sizes, in its own format and in WebP; empty where there are none.
    """

    path: str
    alt: Phrase
    size: Markup
    set: tuple[tuple[str, int], ...] = ()
    webp: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the language switch: where this page is in that language, else that language's home."""

    lang: str
    dir: str
    name: str
    path: str
    current: bool
    same_page: bool


@dataclass(frozen=True, slots=True)
class Site:
    """The site in one language.

    name: its title; language: the page's code, dir, name, tag.
    nav:  the links above every page; more: those below it; search: the page of search.
    fonts: the style sheet of the face for headings, where the language has one. manifest: of the web app, if it is one.
    sent_to: that texts were sent to another machine to be translated, where they are.
    """

    title: str
    name: Phrase
    description: Phrase | None
    language: Language
    nav: tuple[Link, ...]
    more: tuple[Link, ...]
    search: Link
    home: str
    feed: str
    style: str
    newest: str
    fonts: str | None
    sent_to: Markup | None
    manifest: str | None


@dataclass(frozen=True, slots=True)
class PageView:
    """The page itself. alternates: (hreflang, absolute address), x-default last; empty where there is no other."""

    path: str
    root: str
    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a list. foreign: "In Arabic" where the page's language has no version; badge: how it was made.

    hold: "Draft" and the like, for editors. words: attributes of the element that holds title and summary.
    """

    words: Markup
    title: Phrase
    path: str
    lang: str
    summary: Phrase
    published: Moment
    topics: tuple[Link, ...]
    foreign: Markup | None
    badge: Markup | None
    hold: Markup | None = None
    picture: ShownPicture | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """How a translation was made. kind: "machine", "reviewed" or "manual".

    details: further sentences (the engine, the languages passed through). stale: what has changed since, or None.
    """

    kind: str
    text: Markup
    details: tuple[Markup, ...]
    stale: Markup | None
    original: Link


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article on its own page. tags: (heading, entities of that type that it is about), in a fixed order of types.

    others: the other entities that it names. An entity without a page of its own has no path.
    hold: "Draft" and the like, for editors.
    """

    title: Phrase
    html: Markup
    author: Markup | None
    authors: tuple[Link, ...]
    source: Phrase | None
    source_url: str | None
    published: Moment
    updated: Moment | None
    topics: tuple[Link, ...]
    tags: tuple[tuple[Markup, tuple[Link, ...]], ...]
    others: tuple[Link, ...]
    notice: Notice | None
    older: Link | None
    newer: Link | None
    hold: Markup | None = None


@dataclass(frozen=True, slots=True)
class NameView:
    """A name in another language; languages: which those are, in words."""

    text: Phrase
    languages: Markup


@dataclass(frozen=True, slots=True)
class ChartView:
    """A drawing with its title."""

    title: Markup
    svg: Markup


@dataclass(frozen=True, slots=True)
class OfficeView:
    """What somebody is or was. times: its years, and the day on which it was last checked."""

    title: Phrase
    times: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity on its own page.

    dates: when it was born, founded or took place. offices: of a person, the newest first.
    other_names: its names in the site's other languages. parent: what it is part of; without a path it has no page.
    people, parts: the persons, and everything else, that belong to it. together: those that the same articles name.
    wikidata: its id there, "Q90". chart: its articles over time.
    """

    name: Phrase
    kind: Markup
    description: Phrase | None
    dates: tuple[Markup, ...]
    offices: tuple[OfficeView, ...]
    other_names: tuple[NameView, ...]
    parent: Link | None
    people: tuple[Link, ...]
    parts: tuple[Link, ...]
    together: tuple[Link, ...]
    wikidata: str | None
    chart: ChartView | None
