"""Who signs an article, by the names that the language of a version has for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nashra.entities.normalize import normalize, plain
from nashra.languages.known import SPECS, spec_of
from nashra.model import Article, Entity, Version

_COMMAS = re.compile(r"\s*[,،;؛]\s*")
_WORD = re.compile(r"[^\W\d_]+")
# AFP, MAP: a word of so many capitals is no person's name.
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Signed:
    """One of those who sign. lang: the language of the name. entity: the person or body of the registry, if any."""

    name: str
    lang: str
    entity: Entity | None = None


class Bylines:
    """The authors among `entities`."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def signed(self, article: Article, version: Version) -> tuple[Signed, ...]:
        """Who signs: those whom the version itself names, else those of the article; the registry's have their name in
        the version's language, where they have one there. Empty where nobody signs."""
        names, lang = (version.authors, version.lang) if version.authors else (article.authors, article.lang)
        found = []
        for name in self._one_by_one(names):
            known = self.known(name)
            if known and version.lang in known.names and not version.authors:
                found.append(Signed(known.names[version.lang], version.lang, known))
            else:
                found.append(Signed(known.name(lang)[0] if known and name == known.id else name, lang, known))
        return tuple(found)

    def ids(self, article: Article) -> tuple[str, ...]:
        """The ids of those of the registry who sign `article`."""
        known = [self.known(name) for name in self._one_by_one(article.authors)]
        return tuple(dict.fromkeys(each.id for each in known if each))

    def known(self, name: str) -> Entity | None:
        """The person or body of the registry with that name or id; None where it knows none, or several."""
        id = self._names.get(name.casefold(), "")
        return self._entities.get(id)

    def _one_by_one(self, names: tuple[str, ...]) -> list[str]:
        """The names; several in one text are told apart where the registry knows them all."""
        found: list[str] = []
        for name in names:
            parts = [part for part in _COMMAS.split(name) if part]
            several = len(parts) > 1 and not self.known(name) and all(map(self.known, parts))
            found += parts if several else [name]
        return list(dict.fromkeys(found))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Name, alias or id of an author -> the id; empty where several have it."""
        found: dict[str, str] = {}
        for id, entity in self._entities.items():
            if entity.type not in ("person", "organization"):
                continue
            aliases = (name for names in entity.aliases.values() for name in names)
            for name in {each.casefold() for each in (id, *entity.names.values(), *aliases)}:
                found[name] = "" if found.get(name, id) != id else id
        return found


def is_body(signed: Signed, article: Article) -> bool:
    """Whether who signs is no person: by the registry, else by its words, such as "desk" or "agency"."""
    if signed.entity:
        return signed.entity.type == "organization"
    if article.source and article.source.name.casefold() == signed.name.casefold():
        return True
    words = _WORD.findall(plain(signed.name))
    if words and all(len(word) == 1 for word in words):
        return True  # و م ع
    if len(words) == 1 and words[0].isupper() and words[0].isascii() and len(words[0]) <= _LONGEST_ACRONYM:
        return True
    return any(normalize(word, lang) in _desks(lang) for lang in SPECS for word in words)


def _desks(lang: str) -> frozenset[str]:
    return frozenset(normalize(word, lang) for word in spec_of(lang).desks)
