"""The ledger: every address that something on the site has had, in `content/addresses.txt`, one a line.

What is still there, under a new address, is found from its old ones (`nashra.render.plan.redirects`); what is not is
vanished, and the editor is told. A build adds lines and never removes any, so that two branches merge by taking the
lines of both. A copy lies in the cache, for builds that cannot commit, such as those of GitHub Pages.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import escape
from pathlib import Path
from typing import NamedTuple

from nashra.content import store
from nashra.head.aliases import path_problem
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import MAX_NAME, read_text, write_atomic
from nashra.model import Content
from nashra.settings.config import Settings

# The ledger's name in content/, in the cache and, for what leads somewhere, in the published site.
FILE_NAME = "addresses.txt"

_HEAD = """\
# Addresses that this site has had. `nashra build` adds lines; keep the file in version control.
# What gets another address is redirected from its old ones. `gone` before a line forgets that address for good.
"""
_LINE = re.compile(r"(gone[ \t]+)?(article|page|entity|topic|story)[ \t]+(\S+)[ \t]+([a-z]{2,3}/\S+\.html)")
# What nearly all lines are like, and what needs no closer look.
_PLAIN = re.compile(r"(article|page|entity|topic|story) ([\w.-]+) ([a-z]{2,3}(?:/\w[\w-]*)+\.html)")
_TITLE = re.compile(r"<title>([^<]*)</title>")
# A new site has a first article, which whoever begins deletes.
_SEVERAL = 3
_HINT = "restore the line from version control, or delete it: `gone` (or nothing), kind, id, address"


class Address(NamedTuple):
    """That a thing had an address. kind: article, page, entity, topic or story. path: a file below the site's root."""

    kind: str
    id: str
    path: str

    @property
    def lang(self) -> str:
        """The language of the page: its folder."""
        return self.path.partition("/")[0]

    def __str__(self) -> str:
        return f"{self.kind} {self.id} {self.path}"


@dataclass(frozen=True)
class Ledger:
    """Addresses of the past. lines: each with its 1-based line in content/addresses.txt, 0 where it is not there.

    gone: those that an editor wants forgotten: they neither redirect nor are reported. in_step: whether the copy in
    the cache says the same, so that nothing has to be written unless there are new ones.
    """

    lines: Mapping[Address, int] = field(default_factory=dict)
    gone: frozenset[Address] = frozenset()
    in_step: bool = False

    @cached_property
    def live(self) -> tuple[Address, ...]:
        """The addresses that are to be remembered, sorted."""
        return tuple(sorted(address for address in self.lines if address not in self.gone))

    def __or__(self, other: Ledger) -> Ledger:
        """Both together; lines are those of `self` where it has them."""
        return Ledger({**other.lines, **self.lines}, self.gone | other.gone)


@dataclass(frozen=True, slots=True)
class Vanished:
    """An address that readers may have, of something that is not in content/ any more.

    kind, id, lang, path: as in the ledger. line: 1-based line in content/addresses.txt, 0 where it is not there.
    """

    kind: str
    id: str
    lang: str
    path: str
    line: int


def ledger_path(settings: Settings) -> Path:
    """The ledger in content/."""
    return settings.content / FILE_NAME


def parse(text: str, path: Path) -> tuple[Ledger, list[Problem]]:
    """The ledger in `text` of the file `path`, and what is wrong: lines that are damaged are left out."""
    problems: list[Problem] = []
    lines: dict[Address, int] = {}
    gone: set[Address] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if (plain := _PLAIN.fullmatch(line)) and len(line.encode()) <= MAX_NAME:
            lines.setdefault(Address(*plain.groups()), number)
            continue
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None or path_problem(match[4]):
            problems.append(Problem(f"the line {line[:80]!r} is damaged", path, number, _HINT))
            continue
        address = Address(match[2], match[3], match[4])
        lines.setdefault(address, number)
        if match[1]:
            gone.add(address)
    return Ledger(lines, frozenset(gone)), problems


def load(settings: Settings) -> tuple[Ledger, list[Problem]]:
    """The ledger in content/ and its copy in the cache together, empty where there is neither, and what is wrong.

    Only damage in content/ is: the copy is a cache, and its damage is nobody's business.
    """
    path = ledger_path(settings)
    (text, faults), (copied, _) = _text(path), _text(settings.cache / FILE_NAME)
    own, damaged = parse(text, path)
    problems = [*faults, *damaged]
    if copied == text:  # the usual case, and parsing tens of thousands of lines takes time
        return replace(own, in_step=not problems), problems
    cached, _ = parse(copied, path)
    return own | Ledger(dict.fromkeys(cached.lines, 0), cached.gone), problems


def _text(path: Path) -> tuple[str, Sequence[Problem]]:
    if not os.path.lexists(path):
        return "", ()
    try:
        return read_text(path), ()
    except ContentError as error:
        return "", error.problems


def vanished(settings: Settings, content: Content, ledger: Ledger) -> list[Vanished]:
    """The addresses in `ledger` whose article, page, entity, topic or story is no longer in `content`, sorted.

    content: all of it, drafts, future and expired articles included: what is held back has not vanished. What is there
    and cannot be read, and what an alias or a former id takes over, has not either.
    """
    taken = set(alias_paths(content))
    articles = {article.id for article in content.articles}
    pages = {page.name for page in content.pages}
    entities = {*content.entities, *(old for entity in content.entities.values() for old in entity.former_ids)}
    topics = {*content.topics, *(old for topic in content.topics.values() for old in topic.former_ids)}
    topics.update(id for article in content.articles for id in article.topics)
    # a story that nobody named has the id of its first article
    stories = {*articles, *(article.story for article in content.articles)}
    known = {"article": articles, "page": pages, "entity": entities, "topic": topics, "story": stories}
    unread: dict[tuple[str, str], bool] = {}
    found = []
    for address in ledger.live:
        if address.id in known[address.kind] or address.path in taken:
            continue
        key = (address.kind, address.id)
        if key not in unread:
            unread[key] = _is_on_disk(settings, *key)
        if not unread[key]:
            line = ledger.lines[address]
            found.append(Vanished(address.kind, address.id, address.lang, address.path, line))
    return found


def refuse_emptied(settings: Settings, content: Content, ledger: Ledger) -> None:
    """Raises NashraError where the site has had several articles, and not one is there, faulty or held back: another
    branch, a folder that was renamed, a disk that is not there. Nobody wants what is published to be emptied so."""
    had = {address.id for address in ledger.live if address.kind == "article"}
    if content.articles or len(had) < _SEVERAL:
        return
    message = f"not one of the {len(had)} articles that this site has had is there: what is published stays as it is"
    hint = f"restore the folder; if they are all to go, delete {FILE_NAME} and .nashra/"
    raise NashraError(message, path=settings.content / "articles", hint=hint)


def alias_paths(content: Content) -> Iterator[str]:
    """The paths that the aliases of all articles and pages, and redirects.txt, ask for."""
    for article in content.articles:
        for version in article.versions.values():
            yield from (alias.path for alias in version.aliases)
    for page in content.pages:
        yield from (alias.path for alias in page.aliases)
    yield from (forward.path for forward in content.redirects)


def _is_on_disk(settings: Settings, kind: str, id: str) -> bool:
    """Whether there are files of it that could not be read; they are reported as such."""
    if kind == "article":
        return re.fullmatch("[0-9a-f]+", id) is not None and store.folder_of(settings, id) is not None
    if kind == "page":
        return any((settings.content / "pages" / f"{id}.{lang}.md").exists() for lang in settings.languages)
    return False


def warnings(settings: Settings, gone: Iterable[Vanished]) -> list[Problem]:
    """What to tell the editor about vanished addresses: one line for all addresses of the same thing."""
    groups: dict[tuple[str, str], list[Vanished]] = {}
    for each in gone:
        groups.setdefault((each.kind, each.id), []).append(each)
    return [_warning(settings, members) for members in groups.values()]


def renamed(
    settings: Settings, ledger: Ledger, gone: Iterable[Vanished], answering: Mapping[str, str]
) -> list[Problem]:
    """Warnings of articles that are gone and whose addresses are all those of another one, which has had no others: the
    id of its folder was changed. One that has had some took their place.

    answering: address -> the id of the article that answers there now.
    """
    had: dict[str, set[str]] = {}
    for address in ledger.live:
        if address.kind == "article":
            had.setdefault(address.id, set()).add(address.path)
    groups: dict[str, list[Vanished]] = {}
    for each in gone:
        if each.kind == "article":
            groups.setdefault(each.id, []).append(each)
    found = []
    for id, members in groups.items():
        others = {answering.get(each.path) for each in members}
        if len(others) == 1 and (other := others.pop()) and had.get(other, set()) <= had[id]:
            message = f"the article {id} is {other} now: its short link leads nowhere, and feed readers see it anew"
            hint = f"give its folder the id {id} again, or write `gone` before its lines in {FILE_NAME}"
            found.append(Problem(message, ledger_path(settings), members[0].line or None, hint, warning=True))
    return found


def exchanged(
    settings: Settings, ledger: Ledger, answering: Mapping[str, str], titles: Mapping[str, str]
) -> list[Problem]:
    """Warnings of two articles each of which answers where the ledger has had the other one alone, with the title that
    the last build showed there: the ids of their folders were exchanged. With other titles, their slugs were.

    answering: address -> the id of the article that answers there now. titles: address -> its title.
    """
    had: dict[str, set[str]] = {}
    for address in ledger.live:
        if address.kind == "article":
            had.setdefault(address.path, set()).add(address.id)
    taken: dict[tuple[str, str], str] = {}
    for path, id in answering.items():
        if (before := had.get(path)) and id not in before:
            taken |= {(id, other): path for other in before}
    found = []
    for one, other in sorted(pair for pair in taken if pair[0] < pair[1] and pair[::-1] in taken):
        path = taken[one, other]
        if not _has_shown(settings, path, titles.get(path, "")):
            continue
        line = ledger.lines.get(Address("article", other, path), 0)
        message = f"the articles {one} and {other} have changed places: feed readers see both anew"
        hint = "give their folders back the ids that they had; if it is meant, build again: it is said once"
        found.append(Problem(message, ledger_path(settings), line or None, hint, warning=True))
    return found


def _has_shown(settings: Settings, path: str, title: str) -> bool:
    """Whether the page that the last build wrote there has this title, before the name of the site."""
    try:
        found = _TITLE.search((settings.output / path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return False
    return found is not None and f"{found[1]} ".startswith(f"{escape(title, quote=False)} ")


def _warning(settings: Settings, members: list[Vanished]) -> Problem:
    first = members[0]
    more = f" and {len(members) - 1} more" if len(members) > 1 else ""
    message = f"the {first.kind} {first.id} is gone, and with it {first.path}{more}"
    if first.kind in ("article", "page"):
        way = f"restore it, give the address to another {first.kind} in its `aliases`"
    elif first.kind == "story":
        way = f"write `story: {first.id}` in the articles that it is to have"
    else:
        way = f"restore it, add `former_ids: [{first.id}]` to the {first.kind} that stands for it now"
    hint = f"{way}, or write `gone` before its lines in {FILE_NAME}"
    return Problem(message, ledger_path(settings), first.line or None, hint)


def remember(settings: Settings, published: Iterable[Address], known: Ledger | None = None) -> list[Problem]:
    """Add `published`, the addresses of a site just written, to the ledger and to its copy, where they lack any.

    known: the ledger as it was loaded, to save a second look where it has them all.
    Gives what the editor should know where content/ does not take it: it cannot be written, or has damaged lines, which
    are left for the editor to mend. The copy then has everything.
    """
    if known is not None and known.in_step and known.lines.keys() >= set(published):
        return []
    warnings: list[Problem] = []
    path, copy = ledger_path(settings), settings.cache / FILE_NAME
    (text, unread), (copied, _) = _text(path), _text(copy)
    (own, damaged), (cached, _) = parse(text, path), parse(copied, copy)
    faults = [*unread, *damaged]
    addresses = {*published, *own.lines, *cached.lines}
    gone = own.gone | cached.gone
    if faults:
        message = "the addresses of this build were not added, since the file has faults"
        warnings.append(Problem(message, path, hint="mend it and build again"))
    elif addresses > own.lines.keys() or gone > own.gone:
        text = format_ledger(addresses, gone, text or _HEAD)
        try:
            write_atomic(path, text)
        except NashraError as error:
            reason = str(error).removeprefix("the file cannot be written: ")
            message = f"the addresses of this build cannot be remembered here: {reason}"
            warnings.append(Problem(message, path, hint="old addresses lead nowhere once .nashra/ is deleted"))
    copy_text = format_ledger(addresses, gone) if faults else text
    if copied != copy_text:
        with suppress(NashraError, OSError):  # a cache that cannot be written costs little: content/ has everything
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_atomic(copy, copy_text)
    return warnings


def format_ledger(addresses: Iterable[Address], gone: frozenset[Address] = frozenset(), comments: str = _HEAD) -> str:
    """The text of a ledger: the comment lines of the text `comments`, then one sorted line an address."""
    head = [line for line in comments.split("\n") if line.startswith("#")]
    lines = [f"gone {address}" if address in gone else str(address) for address in sorted(addresses)]
    return "\n".join([*head, *lines]) + "\n"
