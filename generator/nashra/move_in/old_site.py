"""What is known of a site that moves in, whatever made it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from nashra.ingest.draft import Given, Imported
from nashra.ingest.readers import item, markdown_file, restructured
from nashra.ingest.readers.front_matter import as_text
from nashra.kit.errors import Problem
from nashra.kit.files import read_text
from nashra.languages import cldr

# Stands for the address of a site that nobody tells; RFC 6761 keeps the name free for ever.
UNKNOWN = "https://old-site.invalid"

# Reads a text. The second argument makes plain Markdown of the tags that its system sets for links.
Read = Callable[[Given, Callable[[str], str]], Imported]
# home: the front page. topic, author: what bears a name. feed: of all. archive: texts of a month or the like.
Kind = Literal["home", "topic", "author", "feed", "archive"]


class Other(NamedTuple):
    """What stood at an address that no text had. name: of the topic or the author. lang: empty where nobody says."""

    kind: Kind
    name: str = ""
    lang: str = ""


class Comment(NamedTuple):
    """What a reader said. day: as 2024-03-02, or empty. html: as the system keeps it."""

    name: str
    day: str
    html: str


@dataclass(frozen=True, slots=True)
class OldText:
    """One text of the old site, in one language.

    path:    the file that it lies in. label: which one of several there; empty where it is the only one.
    lang:    its language, None where only its words tell. key: the same for all versions of one text; None for one
             that has none.
    address: where it stood, a path from the root of the old site: "/fr/posts/x/". slug: the last part of it.
    read:    gives the text itself. day: when it was published.
    aliases: further addresses that led to it. is_page: whether it stands outside the news.
    is_translation: whether it says so itself. held: whether nobody could read it there.
    terms, tags: the names of its categories, and of its tags. authors: by name.
    comments: gives what readers said below it, oldest first; None where nobody did.
    code:    what the old site calls its language, where that says more: "pt-BR".
    """

    path: Path
    lang: str | None
    key: str | None
    address: str
    slug: str
    read: Read
    title: str = ""
    label: str = ""
    day: date | None = None
    aliases: tuple[str, ...] = ()
    is_page: bool = False
    is_translation: bool = False
    held: bool = False
    terms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    comments: Callable[[], Sequence[Comment]] | None = None
    code: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """All that led to it, its own first."""
        return (self.address, *self.aliases)


@dataclass(slots=True)
class OldSite:
    """A site that moves in.

    system:  what made it. home: its address, as its configuration says, empty where it does not.
    lang:    its main language, empty where nobody says. texts: all, in the order of their files.
    media:   folders whose files stood at the root of the site. others: addresses of no text -> what stood there.
    left_out: what is not taken along -> why. problems: what could not be read. menus: what they said, for the editor.
    names:   of categories, in each language, where the system tells which ones are versions of each other.
    """

    system: str
    home: str
    lang: str = ""
    texts: list[OldText] = field(default_factory=list)
    media: tuple[Path, ...] = ()
    others: dict[str, Other] = field(default_factory=dict)
    left_out: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    menus: list[str] = field(default_factory=list)
    names: list[dict[str, str]] = field(default_factory=list)


def of_markdown(path: Path, day: date | None = None, change: Callable[[str], str] = lambda source: source) -> Read:
    """What reads the Markdown file `path`. day: of its publication, where only its name or its folder tells. change:
    makes a head of its system one that is known here."""

    def read(given: Given, prepare: Callable[[str], str]) -> Imported:
        source = read_text(path).replace("\r\n", "\n").replace("\r", "\n")
        given = replace(given, date=given.date or (day.isoformat() if day else None))
        return markdown_file.read(prepare(change(source)), given)

    return read


def of_rst(path: Path, day: date | None, convert: Callable[[str], tuple[str, list[str]]]) -> Read:
    """What reads the reStructuredText in `path`, of which `convert` makes Markdown, and says what it could not."""

    def read(given: Given, prepare: Callable[[str], str]) -> Imported:
        markdown, told = convert(restructured.source_of(path))
        given = replace(given, date=given.date or (day.isoformat() if day else None))
        found = markdown_file.read(prepare(markdown), given)
        return replace(found, draft=replace(found.draft, comments=(*told, *found.draft.comments)))

    return read


def of_html(
    get: Callable[[], item.Item], change: Callable[[str], tuple[str, list[str]]] = lambda html: (html, [])
) -> Read:
    """What reads the article that an export, or an HTML file with a head, carries. change: makes HTML of what its
    system has beside that, and says what it could not."""

    def read(given: Given, prepare: Callable[[str], str]) -> Imported:
        found = get()
        found.html, told = change(prepare(found.html))
        found.doubts += told
        return item.make(found, given)

    return read


def path_below(address: str, home: str) -> str:
    """The path of a whole address, below that of the site at `home`, percent signs read; with what it asks for."""
    try:
        parts, base = urlsplit(address.strip()), urlsplit(home).path.rstrip("/")
    except ValueError:
        return ""
    path = parts.path.removeprefix(base) if base and f"{parts.path}/".startswith(f"{base}/") else parts.path
    return f"/{unquote(path).lstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def texts_below(folder: Path, endings: tuple[str, ...] = (".md", ".markdown")) -> Iterator[Path]:
    """The files below `folder` whose names end so, sorted; none of hidden folders."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(at) / name for name in sorted(names) if name.lower().endswith(endings) and not name.startswith(".")
        )


def words(value: object) -> tuple[str, ...]:
    """The texts of a list, or of one text with commas, in a head."""
    if isinstance(value, (list, tuple)):
        found = (as_text(each).strip() for each in value if isinstance(each, (str, int, float, date)))
        return tuple(each for each in found if each)
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split("[,،;؛]", value) if part.strip())
    return ()


def entry(fields: Mapping[str, object], *names: str) -> str:
    """The first of the fields that is a text or a number; empty where there is none."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def names_in(value: object) -> tuple[str, ...]:
    """The names in a field of authors: one, several, or tables with a name."""
    found = value if isinstance(value, (list, tuple)) else [value]
    names: list[str] = []
    for each in found:
        if isinstance(each, Mapping):
            each = each.get("name") or each.get("title") or ""
        names += [name for name in re.split(r"\s*[,،;]\s*", each) if name] if isinstance(each, str) else []
    return tuple(names)


def one_name(value: object) -> tuple[str, ...]:
    """As `names_in`, for a field of one author: what stands behind a comma may belong to the name."""
    return (value.strip(),) if isinstance(value, str) and value.strip() else names_in(value)


def language(code: str | None) -> str | None:
    """The language of a code such as "fr-FR" or "ar_MA" as sites here call it; None where it is none."""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_.@].*)?\Z", (code or "").strip())
    return found[1].lower() if found else None


def language_named(name: str, codes: Iterable[str]) -> str | None:
    """The language among `codes` that `name` is the code or the name of, in any of them."""
    known = list(codes)
    folded = name.strip().casefold()
    if folded in known:
        return folded
    names = {cldr.language(one).name_of(two).casefold(): two for one in known for two in known}
    return names.get(folded)


def is_true(value: object) -> bool:
    """Whether a setting says true; YAML is read as text."""
    return str(value).lower() in ("true", "yes", "1")
