"""Articles and their readings, taken over from the build before where the bytes in their folders are the same.

What says all about an article but its text (its card) is kept apart from the text, see `nashra.building.fetched`: most
pages need cards alone.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nashra.building.database import Store, packed, unpacked
from nashra.building.fetched import LastRead, Shelf, Texts, card_of, fetched, kept_reading
from nashra.building.world import digest, seen_as
from nashra.content.store import Loaded
from nashra.model import Article
from nashra.render.reading.readings import Made, Reading
from nashra.stories.grouping import Tell, grouped
from nashra.stories.telling import Placed

if TYPE_CHECKING:  # it takes all that finds doubts, which a build needs for previews alone
    from nashra.versions.status import Standing

# A file changed less than this before it was looked at may be changed again at the same tick of the disk's clock.
TICK = 2_500_000_000

# Of the names and bytes of all files in a folder, and of those that are no texts.
_Digests = tuple[bytes, bytes]


class _Rows(Mapping[str, tuple[bytes, bytes]]):
    """The rows of a kind, fetched one by one."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store, self._kind = store, kind

    def __getitem__(self, name: str) -> tuple[bytes, bytes]:
        if (row := self._store.one(self._kind, name)) is None:
            raise KeyError(name)
        return row

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("only a few are asked for")

    def __len__(self) -> int:
        raise NotImplementedError("only a few are asked for")


class Kept:
    """The articles of the last build, for `nashra.content.store.load` and `nashra.render.reading.readings.read_all`.

    world: digest of the settings; registry: of names and topics; variant: "preview" where readings bear marks.
    """

    def __init__(
        self, store: Store, root: Path, world: bytes, registry: bytes, variant: str, *, few: bool = False
    ) -> None:
        """few: whether only a few articles will be asked for."""
        self._store, self._root = store, root
        self._world, self._registry = world, digest(world, registry, variant)
        self._reading_kind = f"reading {variant}"
        self._shelf = Shelf(store)
        self._rows = partial(_Rows, store) if few else store.all
        self._articles = self._rows("article")
        # folder -> the digests of what is in it
        self._digests: dict[str, _Digests] = {}
        self._seen: set[str] = set()
        # article id -> what all that is shown of it but its text was made from, and what its text was; none where that
        # cannot be told
        self.grounds: dict[str, bytes] = {}
        self.texts: dict[str, bytes] = {}
        # folder -> what was said of it
        self.told: dict[str, bytes] = {}
        # whether a reading may be another the next time, since it took too long
        self.unsure = False

    @cached_property
    def _readings(self) -> Mapping[str, tuple[bytes, bytes]]:
        return self._rows(self._reading_kind)

    @cached_property
    def _standings(self) -> dict[str, tuple[bytes, bytes]]:
        return self._store.all("standing")

    def article(self, folder: Path, load: Callable[[], Loaded]) -> Loaded:
        """The article in `folder` with its problems, loaded anew where a byte of it has changed."""
        name = os.path.relpath(folder, self._root)
        loaded = self._loaded(folder, name, load)
        self.told[name] = digest(repr((list(loaded.problems), loaded.topics_line)))
        return loaded

    def _loaded(self, folder: Path, name: str, load: Callable[[], Loaded]) -> Loaded:
        kept = self._articles.get(name)
        looked = _look(folder)
        own = None
        if looked is not None:
            self._seen.add(name)
            before = unpacked(kept[0]) if kept else (b"", (b"", b""), b"", False)
            settled = kept is not None and before[0] == looked[0] and before[3]
            own = before[1] if settled else _content(folder)
            if own is not None:
                self._digests[name] = own
                if kept and before[1] == own and before[2] == self._world:
                    if not settled:
                        self._store.put("article", name, packed((looked[0], own, self._world, looked[1])), kept[1])
                    return self._from_card(name, unpacked(kept[1]))
        loaded = load()
        if looked is not None and own is not None:
            after = _look(folder)
            if after is not None and after[0] == looked[0]:  # else it was changed while it was read
                key = packed((looked[0], own, self._world, looked[1]))
                if loaded.article is None:
                    self._store.put("article", name, key, packed(loaded))
                    return loaded
                article, texts = card_of(loaded.article)
                card = replace(loaded, article=article)
                self._put("article", name, key, card, packed(texts))
                # the texts of a large site are not all in memory
                return self._from_card(name, card)
            del self._digests[name]
        return loaded

    def last(self, name: str) -> Loaded | None:
        """The article in the folder with the name as the last build had it; None where that is not known."""
        kept = self._articles.get(name)
        return self._from_card(name, unpacked(kept[1])) if kept else None

    def last_read(self, name: str) -> LastRead | None:
        """What the last build read of the article in the folder; None where that is not known."""
        if (kept := self._readings.get(name)) is None:
            return None
        links, problems, cards, grounds = unpacked(kept[1])
        return LastRead(links, problems, self._fetched_readings(name, cards), grounds)

    def _fetched_readings(self, name: str, cards: Mapping[str, Reading]) -> dict[str, Reading]:
        texts = Texts(self._shelf, self._reading_kind, name)
        return {lang: kept_reading(card, lang, texts, None) for lang, card in cards.items()}

    def _put(self, kind: str, name: str, key: bytes, card: Any, texts: bytes) -> None:
        self._shelf.forget(kind, name)
        self._store.put(kind, name, key, packed(card), texts)

    def name(self, article: Article) -> str:
        """The name of the folder of `article`."""
        return os.path.relpath(article.original.path.parent, self._root)

    def _from_card(self, name: str, card: Loaded) -> Loaded:
        article = card.article
        if article is None:
            return card
        return replace(card, article=fetched(article, Texts(self._shelf, "article", name)))

    def readings(self, article: Article, known: Mapping[Path, str], read: Callable[[Mapping[Path, str]], Made]) -> Made:
        """The readings of `article`, made anew where it, the registry or an address that it links to has changed."""
        name = self.name(article)
        own = self._digests.get(name)
        if own is None:
            return read(known)
        shown = tuple((lang, version.hold) for lang, version in article.versions.items())
        key = digest(self._registry, name, own[0], repr(shown))
        kept = self._readings.get(name)
        if kept and kept[0] == key:
            links, problems, cards, grounds = unpacked(kept[1])
            if all(known.get(path) == address for path, address in links.items()) and _are_there(cards, article):
                self.grounds[article.id], self.texts[article.id] = grounds
                return self._fetched_readings(name, cards), problems, True
        asked = _Asked(known)
        found, problems, sure = read(asked)
        if not sure:
            self.unsure = True
            return found, problems, sure
        cards = {lang: replace(each, html="", contexts={}) for lang, each in found.items()}
        large = {lang: (each.html, dict(each.contexts)) for lang, each in found.items()}
        # by what was read, not by what it was read with: a name that it does not have may change
        whole = packed(large)
        quoted = packed([each.contexts for each in found.values()])
        ground = digest(name, own[1], repr(card_of(article)[0]), repr(shown), packed(cards), quoted)
        grounds = self.grounds[article.id], self.texts[article.id] = ground, digest(name, own[0], repr(shown), whole)
        self._put(self._reading_kind, name, key, (asked.links, problems, cards, grounds), whole)
        return self._fetched_readings(name, cards), problems, sure

    def stories(self, articles: Sequence[Placed], tell: Tell) -> Sequence[Placed]:
        """The stories of `articles`, those decided anew that may have become others since the last build."""
        if any(each.id not in self.grounds for each in articles):
            return grouped(articles, tell)
        grounded = [replace(each, ground=digest(each.ground, self.grounds[each.id])) for each in articles]
        kept = self._store.one("stories", self._reading_kind)
        before = unpacked(kept[1]) if kept and kept[0] == self._registry else []
        known = [Placed(*each) for each in before]
        found = grouped(grounded, tell, known)
        rows = [(each.id, each.ground, each.hours, each.story) for each in found]
        if rows != before:
            self._store.put("stories", self._reading_kind, self._registry, packed(rows))
        return found

    def standings(self, article: Article, make: Callable[[], list[Standing]]) -> list[Standing]:
        """How far `article` is in each language of the site, as `make` tells; told anew where it or a name changed."""
        name = self.name(article)
        own = self._digests.get(name)
        if own is None:
            return make()
        key = digest(self._registry, name, own[0])
        kept = self._standings.get(name)
        if kept and kept[0] == key:
            found: list[Standing] = unpacked(kept[1])
            return found
        found = make()
        self._store.put("standing", name, key, packed(found))
        return found

    def forget_the_rest(self) -> None:
        """Forget the articles that are not there any more."""
        self._store.drop("standing", self._articles.keys() - self._seen)
        for kind, kept in (("article", self._articles), (self._reading_kind, self._readings)):
            self._store.drop(kind, kept.keys() - self._seen)


class _Asked(Mapping[Path, str]):
    """A mapping that remembers what it was asked: address of the file, None where it has none."""

    def __init__(self, known: Mapping[Path, str]) -> None:
        self._known = known
        self.links: dict[Path, str | None] = {}

    def __getitem__(self, path: Path) -> str:
        self.links[path] = self._known.get(path)
        return self._known[path]

    def __iter__(self) -> Iterator[Path]:
        raise NotImplementedError("nobody may rest on all addresses there are")

    def __len__(self) -> int:
        raise NotImplementedError("nobody may rest on how many addresses there are")


def _are_there(cards: Mapping[str, Reading], article: Article) -> bool:
    """Whether the smaller sizes of its pictures are: they lie in the cache, which may be deleted at any moment."""
    own = article.original.path.parent
    return all(file.parent == own or file.exists() for card in cards.values() for file in card.media.values())


def _look(folder: Path) -> tuple[bytes, bool] | None:
    """(stamp of all in the folder, whether it is old enough to be trusted); None where not all are plain files."""
    now = time.time_ns()
    parts: list[str] = []
    newest = 0
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found = entry.stat(follow_symlinks=False)
                if not stat.S_ISREG(found.st_mode):
                    return None
                newest = max(newest, found.st_mtime_ns, found.st_ctime_ns)
                parts.append(f"{entry.name}/{seen_as(found)}")
    except OSError:
        return None
    return digest(*sorted(parts)), newest < now - TICK


def _content(folder: Path) -> _Digests | None:
    """The digests of what is in the folder; None where a file cannot be read."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208
        parts: list[bytes] = []
        others: list[bytes] = []
        for name in names:
            with open(os.path.join(folder, name), "rb") as stream:  # noqa: PTH118, PTH123
                own = os.fsencode(name), digest(stream.read())
            parts += own
            if not name.endswith(".md"):
                others += own
    except OSError:
        return None
    return digest(*parts), digest(*others)
