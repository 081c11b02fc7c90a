"""The entities that come with Nashra, as settings want them: the starter registry over countries and capitals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from nashra.entities.countries import countries
from nashra.entities.disputed import told
from nashra.entities.layers import Layers, without
from nashra.entities.starter import starter
from nashra.kit.errors import Problem
from nashra.model import Entity
from nashra.settings.config import FILE_NAME, Settings
from nashra.settings.entity_settings import EntitySettings


def builtin(settings: Settings) -> tuple[dict[str, Entity], list[Problem]]:
    """The entities that the site has without listing them, by id; an id of `without` that is none is a problem."""
    found = _entities(settings.entities, tuple(settings.languages))
    path, hint = settings.root / FILE_NAME, "`nashra entities list --all` shows the ids"
    problems = [
        Problem(f"`entities.without` names {id!r}, which no entity of Nashra has for its id", path, None, hint)
        for id in sorted(settings.entities.without - found.keys())
    ]
    return without(found, settings.entities.without), problems


@lru_cache(maxsize=8)
def _entities(chosen: EntitySettings, languages: tuple[str, ...]) -> dict[str, Entity]:
    listed = starter(chosen.starter, languages)
    places = countries(_known(languages)) if chosen.countries else {}
    merged = told(Layers(listed, places).merged(), chosen.disputed)
    # a parent in a part, or among the countries, that the site does not want
    return {id: entity if entity.parent in merged else _orphan(entity) for id, entity in merged.items()}


def _orphan(entity: Entity) -> Entity:
    return replace(entity, parent=None) if entity.parent else entity


def _known(languages: Iterable[str]) -> list[str]:
    """The languages that CLDR has."""
    from babel.localedata import exists

    return [lang for lang in languages if exists(lang)]
