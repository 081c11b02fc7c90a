"""The nouns of Nashra as plain frozen data. No I/O, no behaviour beyond small derived values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

State = Literal["machine", "reviewed", "manual"]
STATES: tuple[State, ...] = ("machine", "reviewed", "manual")

Flag = Literal["", "human", "review", "draft", "approved", "unpaired", "joined", "part", "more"]
FLAGS: tuple[Flag, ...] = ("", "human", "review", "draft", "approved", "unpaired", "joined", "part", "more")
# In place of an article's id, in the record of a block: its words came with an import, approved by a person, or by
# nobody, or there were several translations to choose from.
IMPORTED, IMPORTED_UNSEEN, IMPORTED_UNSURE = "tmx", "tmx-unseen", "tmx-unsure"

EntityType = Literal["person", "organization", "place", "event", "work"]

# What stands in `Article.story` of an article that is to be in none.
ALONE = "-"

# Why a version is not for readers, or not for them now; empty where it is.
Hold = Literal["", "draft", "future", "expired"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was first published. line: 1-based line of its address in the file."""

    name: str
    url: str | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """The lead picture of an article, as far as one version says something of it; what it leaves out is the original's.

    file:    the name of a file beside the text. credit: who made the picture, as one language writes it.
    alt:     what is to be seen, for those who cannot see it. caption: what stands below it. Plain text.
    focus:   the point that stays in view where something is cut off: shares of width and height from the top left.
    line:    1-based line of `image` in the file.
    """

    file: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
    line: int = 1
    focus: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class BlockRecord:
    """What is remembered of one translated block.

    source, target: fingerprints (see `nashra.markup.blocks.fingerprint`) of the two texts as they were
        when the record was written. An empty source: a person added the block. An empty target: a person
        removed it.
    flag: "" the machine's, "human" a person wrote or edited it, "review" the machine doubts it, "draft" a
        translator wrote it and nobody has approved it yet, "approved" a person has read it beside its source.
        "unpaired": a person's work left it open which block translates which; the record has one side only.
        "joined": the target is that of another record too, which a person put the two together in.
        "part": the source is that of another record too; a person cut its translation in two.
        "more": a person's, and it may tell more than its source.
    sure: how sure the engine itself was of the machine's words, in percent, where it was not; None where it was, or did
        not tell.
    reused: ids of the articles from which sentences that people approved were taken over, in order; for those of an
        import one of `IMPORTED`, `IMPORTED_UNSEEN`, `IMPORTED_UNSURE`.
    """

    source: str
    target: str
    flag: Flag = ""
    reused: tuple[str, ...] = ()
    sure: int | None = None

    @property
    def by_person(self) -> bool:
        """Whether a person wrote or approved the target."""
        return self.flag not in ("", "review")

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open: a person wrote or approved the target, and knows what it translates."""
        return self.flag in ("human", "approved", "joined", "part", "more")


@dataclass(frozen=True, slots=True)
class Translation:
    """How a version came about.

    origin: language code of the version it was made from.
    engine: what translated it, empty when people did.
    via:    languages passed through on the way (pivots).
    older:  what translated those parts that were not made anew when `engine` did the others.
    title, summary, alt, caption: records of these fields, None when no machine touched them; the last two are those of
        the lead picture.
    blocks: one record a block, in the source's order; blocks without a source follow their neighbour in the target.
    """

    origin: str
    state: State
    engine: str = ""
    via: tuple[str, ...] = ()
    title: BlockRecord | None = None
    summary: BlockRecord | None = None
    blocks: tuple[BlockRecord, ...] = ()
    alt: BlockRecord | None = None
    caption: BlockRecord | None = None
    older: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """An old address of a page: `path` is a file below the site's root, `line` (1-based) where it is asked for."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Forward:
    """That the old address `path` leads to `target`, both files below the site's root. file, line: where it says so."""

    path: str
    target: str
    file: Path
    line: int


@dataclass(frozen=True, slots=True)
class Version:
    """An article in one language. `body` is Markdown; `body_line` its first line in the file (1-based).

    authors: who signs a translation, by their names in its language; empty for the article's own authors.
    draft:   whether its own file says that it is not ready.
    aliases: old addresses that lead to it.
    hold:    why readers do not see it; set by `nashra.content.publication` for those who see it all the same.
    words:   by which search finds it besides those that it shows.
    """

    lang: str
    title: str
    slug: str
    body: str
    path: Path
    body_line: int = 1
    summary: str | None = None
    translation: Translation | None = None
    picture: Picture | None = None
    draft: bool = False
    aliases: tuple[Alias, ...] = ()
    hold: Hold = ""
    authors: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article in all its languages.

    id:        short hexadecimal id, the last part of its folder's name; never changes.
    folder:    its folder below content/articles, with forward slashes: "2024/07/18-3f9a1c".
    published: always with a time zone; `has_time` is False when only the day is known.
    versions:  language code -> version; the original is always among them.
    breaking:  whether readers should see it on every page while it is new.
    lead:      whether it should open the front page while it is new.
    story:     the story that its editor put it into, ALONE for none; empty where nobody said so.
    expires:   the moment from which readers do not see it any more. embargo: that before which they do not, besides its
               dates.
    languages: those in which it is wanted; empty for all of the site.
    unreadable: languages of files that are there and cannot be read: versions that are not missing.
    """

    id: str
    folder: str
    lang: str
    published: datetime
    has_time: bool
    versions: Mapping[str, Version]
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    source: Source | None = None
    topics: tuple[str, ...] = ()
    digest: str | None = None
    breaking: bool = False
    expires: datetime | None = None
    languages: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    lead: bool = False
    story: str = ""
    embargo: datetime | None = None

    def is_wanted_in(self, lang: str) -> bool:
        """Whether there should be a version in `lang`."""
        return not self.languages or lang in self.languages or lang == self.lang

    def shown_in(self, lang: str) -> Version:
        """The version that readers of the language `lang` are shown: their own, else the original."""
        return self.versions.get(lang) or self.original

    @property
    def original(self) -> Version:
        """The version that was written first."""
        return self.versions[self.lang]

    @property
    def month(self) -> str:
        """The "2024/07" of its folder, part of its address: it stays when the date is corrected."""
        return self.folder.rsplit("/", 1)[0]


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is or was: "minister of justice", with its title per language code.

    start, end: when it began and ended, as of an entity; None where that is not known, or where it goes on.
    of:         id of the entity that the office belongs to.
    checked:    the day on which somebody last looked whether all of this holds, "2025-07-01".
    """

    title: Mapping[str, str]
    start: str | None = None
    end: str | None = None
    of: str | None = None
    checked: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, place, event, work, or term, with its names per language code; `aliases` exclude the name.

    ambiguous:  those of its names and aliases that also mean something else, per language: they need context.
    start, end: when it was born or founded, or took place, and ended: "2024", "2024-07" or "2024-07-26".
    country:    id of the country it belongs to, where its parents do not say it.
    generic:    whether other countries have bodies with the same name: it is meant only where its country is in view.
    feminine:   whether titles of women stand before the name.
    offices:    what a person is or was, and when.
    own:        whether it stands in the site's own files.
    """

    id: str
    type: EntityType | Literal["term"]
    names: Mapping[str, str]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    description: Mapping[str, str] = field(default_factory=dict)
    parent: str | None = None
    wikidata: str | None = None
    former_ids: tuple[str, ...] = ()
    ambiguous: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: str | None = None
    end: str | None = None
    country: str | None = None
    generic: bool = False
    feminine: bool = False
    offices: tuple[Office, ...] = ()
    own: bool = field(default=False, compare=False)

    def name(self, lang: str) -> tuple[str, str]:
        """(name, language of that name): the name in `lang`, else the first one there is."""
        if lang in self.names:
            return self.names[lang], lang
        first = next(iter(self.names))
        return self.names[first], first


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named in a text: characters [start, end) of it."""

    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject heading with its names per language code."""

    id: str
    names: Mapping[str, str]
    former_ids: tuple[str, ...] = ()

    def name(self, lang: str) -> tuple[str, str]:
        """(name, language of that name), as for entities; the id itself where there are no names."""
        if lang in self.names:
            return self.names[lang], lang
        if self.names:
            first = next(iter(self.names))
            return self.names[first], first
        return self.id, ""


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page that stands outside the news, such as "about", in one language."""

    name: str
    lang: str
    title: str
    body: str
    path: Path
    body_line: int = 1
    aliases: tuple[Alias, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """Everything an editor wrote. Articles are newest first; entities and topics are keyed by id.

    held: files of versions that were left out because readers may not see them now.
    terms: words that are no names and must be translated in one way, keyed by id.
    redirects: old addresses that no text had, of lists and feeds of another system.
    """

    articles: tuple[Article, ...]
    entities: Mapping[str, Entity]
    topics: Mapping[str, Topic]
    pages: tuple[StaticPage, ...]
    held: frozenset[Path] = frozenset()
    terms: Mapping[str, Entity] = field(default_factory=dict)
    redirects: tuple[Forward, ...] = ()

    @property
    def vocabulary(self) -> Mapping[str, Entity]:
        """Entities and terms: what a translation must not lose."""
        return {**self.terms, **self.entities}


@dataclass(frozen=True, slots=True)
class Draft:
    """An article about to be created: what an importer found out. `digest` tells whether it came before.

    has_time, updated_has_time: whether the time of day is known, or only the day.
    files:    name -> bytes of the pictures that `body` and `picture` name, to be put beside the text.
    comments: what the editor should check, sentences; they stand as comments in the front matter.
    draft:    whether it is not ready for readers.
    kept:     lines of its old front matter that mean nothing here; they stand as comments too.
    slug, aliases: of an article that moves in: the last part of its address, and the addresses that it had.
    expires:  the day or the moment from which it is not public any more, as YAML has it; empty where it stays.
    blocks:   of a translation by people: which of its blocks translates which of the original, where that is sure.
    words:    by which search finds it besides those that it shows.
    authors:  where several sign it; `author` has them on one line.
    found:    whether an import found it somewhere; else a person begins it here, and no fingerprint is kept.
    """

    lang: str
    title: str
    body: str
    published: datetime
    has_time: bool
    digest: str
    author: str | None = None
    source: Source | None = None
    updated: datetime | None = None
    summary: str | None = None
    topics: tuple[str, ...] = ()
    updated_has_time: bool = True
    picture: Picture | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    comments: tuple[str, ...] = ()
    draft: bool = False
    kept: tuple[str, ...] = ()
    found: bool = True
    slug: str = ""
    aliases: tuple[str, ...] = ()
    expires: str = ""
    blocks: tuple[BlockRecord, ...] = ()
    words: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
