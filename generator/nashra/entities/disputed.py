"""Places that states dispute, told as the site's settings say; neutral where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from nashra.entities.table_files import table
from nashra.model import Entity

_TEXTS = 4


def told(entities: Mapping[str, Entity], choices: Iterable[tuple[str, str]]) -> dict[str, Entity]:
    """`entities` with what `choices`, pairs of a setting and its value, change of them."""
    found = dict(entities)
    listed = table("disputed")
    count = len(listed.languages)
    wanted = frozenset(choices)
    for row in listed.rows:
        setting, value, id, parent, *texts = (*row, *[""] * (_TEXTS + 2 * count - len(row)))
        if (setting, value) not in wanted or id not in found:
            continue
        names = dict(zip(listed.languages, texts[:count], strict=True))
        about = dict(zip(listed.languages, texts[count : 2 * count], strict=True))
        entity = _named(found[id], {lang: text for lang, text in names.items() if text})
        description = {**entity.description, **{lang: text for lang, text in about.items() if text}}
        found[id] = replace(entity, parent=parent or entity.parent, description=description)
    return found


@lru_cache(maxsize=1)
def nearby() -> Mapping[str, str]:
    """Id of a place -> what the first way to tell it puts it in.

    That is no word on whose it is: it only says which names stand beside it in texts, as العيون and الرباط do.
    """
    found: dict[str, str] = {}
    for _, _, id, parent, *_ in (row for row in table("disputed").rows if row[3]):
        found.setdefault(id, parent)
    return found


def _named(entity: Entity, names: Mapping[str, str]) -> Entity:
    """`entity` under other main names; the old ones stay aliases. Languages that it has no name in are left out."""
    main, aliases = dict(entity.names), dict(entity.aliases)
    for lang, name in names.items():
        if lang in main and name != main[lang]:
            others = [main[lang], *aliases.get(lang, ())]
            main[lang], aliases[lang] = name, tuple(other for other in others if other != name)
    return replace(entity, names=main, aliases=aliases)
