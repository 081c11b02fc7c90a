"""Who made a picture, named in the language of the page: only by names that are known there, and never by a guess."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from nashra.model import Entity
from nashra.settings.config import Settings


class Credits:
    """Knows makers of pictures: the site by its title, and what the registry has under one name alone."""

    def __init__(self, settings: Settings, entities: Mapping[str, Entity]) -> None:
        self._titles, self._entities = settings.title, entities
        self._known = cache(self._names)

    def shown(self, credit: tuple[str, str], lang: str) -> tuple[str, str]:
        """`credit`, (text, its language), by the maker's name in `lang`; as it is where that is not known."""
        text, own = credit
        key = _key(text)
        if own == lang or not key:
            return credit
        if own in self._titles and lang in self._titles and key == _key(self._titles[own]):
            return self._titles[lang], lang
        entity = self._entities.get(self._known(own).get(key, ""))
        return (entity.names[lang], lang) if entity and lang in entity.names else credit

    def _names(self, lang: str) -> dict[str, str]:
        """The names in `lang` that mean one thing alone -> the id of the entity."""
        found: dict[str, set[str]] = {}
        for entity in self._entities.values():
            for name in _names_of(entity, lang):
                found.setdefault(_key(name), set()).add(entity.id)
        return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def _names_of(entity: Entity, lang: str) -> Iterator[str]:
    unclear = entity.ambiguous.get(lang, ())
    for name in (entity.names.get(lang, ""), *entity.aliases.get(lang, ())):
        if name and name not in unclear and entity.type != "term":
            yield name


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
