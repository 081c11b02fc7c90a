"""Articles and readings whose texts are fetched from the store when they are asked for.

What says all about an article but its text is its card.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from nashra.building.database import Damaged, Store, unpacked
from nashra.entities.annotate import without_links
from nashra.kit.errors import Problem
from nashra.model import Article, BlockRecord, Translation, Version
from nashra.render.reading.readings import Reading

# Texts of articles that are kept in memory.
_KEPT = 64

# The body and the records of its translation.
Text = tuple[str, tuple[BlockRecord, ...]]


class Texts:
    """What is kept apart of one article, loaded when it is asked for."""

    def __init__(self, shelf: Shelf, kind: str, name: str) -> None:
        self._shelf, self._kind, self._name = shelf, kind, name

    def of(self, lang: str) -> Any:
        return self._shelf.get(self._kind, self._name)[lang]


class Shelf:
    """The texts that were asked for last."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept: OrderedDict[tuple[str, str], Any] = OrderedDict()

    def get(self, kind: str, name: str) -> Any:
        key = kind, name
        if key not in self._kept:
            data = self._store.large(kind, name)
            if data is None:
                raise Damaged
            self._kept[key] = unpacked(data)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return self._kept[key]

    def forget(self, kind: str, name: str) -> None:
        """Another one is in the store now."""
        self._kept.pop((kind, name), None)


class _KeptVersion(Version):
    """A version whose text is fetched when it is asked for. A copy of it is a plain version."""

    __slots__ = ("_texts",)
    _texts: Texts

    def __new__(cls, *values: Any, **named: Any) -> Any:
        return Version(*values, **named)

    @property
    def body(self) -> str:
        found: str = self._texts.of(self.lang)[0]
        return found


class _KeptTranslation(Translation):
    """A translation whose records are fetched when they are asked for."""

    __slots__ = ("_lang", "_texts")
    _lang: str
    _texts: Texts

    def __new__(cls, *values: Any, **named: Any) -> Any:
        return Translation(*values, **named)

    @property
    def blocks(self) -> tuple[BlockRecord, ...]:
        found: tuple[BlockRecord, ...] = self._texts.of(self._lang)[1]
        return found


def whole(article: Article) -> Article:
    """`article` with its texts in memory: they can be read when the store is closed.

    Raises Damaged where they cannot be fetched.
    """
    versions = {
        lang: replace(each, translation=each.translation and replace(each.translation))
        for lang, each in article.versions.items()
    }
    return replace(article, versions=versions)


class _KeptReading(Reading):
    """A reading whose HTML is fetched when it is asked for."""

    __slots__ = ("_lang", "_paged", "_texts")
    _lang: str
    _texts: Texts
    _paged: Collection[str] | None

    def __new__(cls, *values: Any, **named: Any) -> Any:
        return Reading(*values, **named)

    @property
    def html(self) -> str:
        found: str = self._texts.of(self._lang)[0]
        return found if self._paged is None else without_links(found, self._paged)

    def linking(self, paged: Collection[str]) -> Reading:
        """The text stays where it is until it is asked for."""
        return kept_reading(self, self._lang, self._texts, paged)

    @property
    def contexts(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._texts.of(self._lang)[1]
        return found


_VERSION = tuple(field.name for field in fields(Version) if field.name not in ("body", "translation"))
_TRANSLATION = tuple(field.name for field in fields(Translation) if field.name != "blocks")
_READING = tuple(field.name for field in fields(Reading) if field.name not in ("html", "contexts"))


def _filled(made: Any, names: tuple[str, ...], card: Any, **more: Any) -> Any:
    for name in names:
        object.__setattr__(made, name, getattr(card, name))
    for name, value in more.items():
        object.__setattr__(made, name, value)
    return made


def kept_reading(card: Reading, lang: str, texts: Texts, paged: Collection[str] | None) -> Reading:
    """paged: the entities that have pages, None where links to all are left."""
    made: Reading = _filled(object.__new__(_KeptReading), _READING, card, _lang=lang, _texts=texts, _paged=paged)
    return made


@dataclass(frozen=True, slots=True)
class LastRead:
    """What was read of an article.

    links: the files that its texts lead to, with the addresses that these had. grounds: what all of it but its text was
    made from, and its text.
    """

    links: Mapping[Path, str | None]
    problems: list[Problem]
    readings: Mapping[str, Reading]
    grounds: tuple[bytes, bytes]


def card_of(article: Article) -> tuple[Article, dict[str, Text]]:
    """`article` without its texts, and those by language."""
    texts: dict[str, Text] = {}
    versions = {}
    for lang, version in article.versions.items():
        made = version.translation
        texts[lang] = version.body, made.blocks if made else ()
        versions[lang] = replace(version, body="", translation=made and replace(made, blocks=()))
    return replace(article, versions=versions), texts


def fetched(card: Article, texts: Texts) -> Article:
    """The article of `card`, with its `texts`."""
    versions: dict[str, Version] = {}
    for lang, version in card.versions.items():
        made = version.translation
        if made is not None:
            own = object.__new__(_KeptTranslation)
            made = _filled(own, _TRANSLATION, made, _lang=lang, _texts=texts)
        versions[lang] = _filled(object.__new__(_KeptVersion), _VERSION, version, translation=made, _texts=texts)
    return replace(card, versions=versions)
