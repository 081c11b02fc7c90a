"""The registry of a site laid over what comes with Nashra: the site's own entries win."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from nashra.entities.forms import names_in
from nashra.entities.normalize import normalize
from nashra.model import Entity


class Layers:
    """Entities `over` others, `under`.

    Of `under` goes what has the id, a former id or, in any language, the main name of an entity that is over it; an
    alias that is a name of one that is over it goes alone.
    """

    def __init__(self, over: Mapping[str, Entity], under: Mapping[str, Entity]) -> None:
        self._over, self._under = over, under
        self._gone: dict[str, str] = {old: id for id, entity in over.items() for old in entity.former_ids}
        self._kept: dict[str, Entity] = {}
        if not over:  # a thousand names need not be folded for each command
            self._kept.update(under)
            return
        names = _owners(over.values())
        for id, entity in under.items():
            if id in over:
                continue
            owner = self._gone.get(id) or _first(names.get(_key(name, lang)) for lang, name in entity.names.items())
            if owner is None:
                self._kept[id] = _without(entity, names)
            else:
                self._gone[id] = owner

    def merged(self) -> dict[str, Entity]:
        """All by id, those that are over first. A parent that went is replaced by what stands for it now."""
        kept = dict(self._kept)
        for id, entity in kept.items():
            if (parent := self._parent(entity)) != entity.parent:
                kept[id] = replace(entity, parent=parent)
        return {**self._over, **kept}

    def stands_for(self, id: str) -> str:
        """The id of the entity that took the place of the entity `id`; `id` itself where none did."""
        return id if id in self._over or id in self._kept else self._gone.get(id, id)

    def _parent(self, entity: Entity) -> str | None:
        parent = entity.parent
        seen: set[str] = set()
        while parent is not None and parent not in seen:
            seen.add(parent)
            found = self.stands_for(parent)
            if found in self._over or found in self._kept:
                return found if found != entity.id else None
            parent = self._under[parent].parent if parent in self._under else None
        return None


def without(entities: Mapping[str, Entity], ids: Iterable[str]) -> dict[str, Entity]:
    """`entities` without those of `ids`; their children go to their parents."""
    gone = frozenset(ids)
    kept = {id: entity for id, entity in entities.items() if id not in gone}
    for id, entity in kept.items():
        parent = entity.parent
        while parent in gone and parent in entities:
            parent = entities[parent].parent
        if parent != entity.parent:
            kept[id] = replace(entity, parent=parent)
    return kept


# A preview lays a site's entities over the same thousands of names at each of its builds.
@lru_cache(maxsize=1 << 14)
def _key(name: str, lang: str) -> tuple[str, str]:
    return lang, normalize(name, lang)


def _owners(entities: Iterable[Entity]) -> dict[tuple[str, str], str]:
    """(language, folded name) -> the first entity with that name or alias."""
    owners: dict[tuple[str, str], str] = {}
    for entity in entities:
        for lang in {**entity.names, **entity.aliases}:
            for name in names_in(entity, lang):
                owners.setdefault(_key(name, lang), entity.id)
    return owners


def _first(owners: Iterator[str | None]) -> str | None:
    return next((owner for owner in owners if owner is not None), None)


def _without(entity: Entity, names: Mapping[tuple[str, str], str]) -> Entity:
    """`entity` without the aliases that are among `names`."""
    if not any(_key(alias, lang) in names for lang, aliases in entity.aliases.items() for alias in aliases):
        return entity
    aliases = {
        lang: tuple(alias for alias in aliases if _key(alias, lang) not in names)
        for lang, aliases in entity.aliases.items()
    }
    return replace(entity, aliases={lang: values for lang, values in aliases.items() if values})
