"""The settings of the entities that come with Nashra: which there are, and how disputed places are told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nashra.settings.toml_table import TomlTable

# The parts of the starter registry, see `nashra.entities.starter`.
STARTER_PARTS = ("morocco", "maghreb", "arab-world", "world", "sport", "places")

NEUTRAL = "neutral"
# What states dispute -> the ways to tell it; what each changes stands in entities/tables/disputed.txt.
DISPUTED: Mapping[str, tuple[str, ...]] = {
    "western-sahara": (NEUTRAL, "morocco", "western-sahara"),
    "jerusalem": (NEUTRAL, "palestine", "israel"),
    "gulf": (NEUTRAL, "arab", "persian"),
    "taiwan": (NEUTRAL, "china"),
    "kosovo": (NEUTRAL, "serbia"),
}


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """Which entities there are beside those of content/entities.

    countries: whether countries and capitals are. starter: parts of the starter registry. without: ids of neither.
    page_articles: how many articles must name one that is not the site's own before it has a page.
    disputed: (key of DISPUTED, the way to tell it), those that are not neutral.
    """

    countries: bool = True
    starter: tuple[str, ...] = STARTER_PARTS
    without: frozenset[str] = frozenset()
    page_articles: int = 2
    disputed: tuple[tuple[str, str], ...] = ()


def entity_settings(table: TomlTable) -> EntitySettings:
    """The settings of the table [entities]. Raises ConfigError."""
    countries: bool = table.take("countries", bool, True)
    starter = table.table.pop("starter", True)
    if isinstance(starter, bool):
        starter = list(STARTER_PARTS) if starter else []
    known = "true, false, or a list of " + ", ".join(STARTER_PARTS)
    if not isinstance(starter, list):
        raise table.fail("starter", "must be true, false or a list of parts", known)
    for part in starter:
        if part not in STARTER_PARTS:
            raise table.fail("starter", f"has the part {part!r}, which there is not", known)
    without = table.take("without", list, [])
    if not all(isinstance(id, str) for id in without):
        raise table.fail("without", "must be a list of ids", 'such as ["chad", "sonatrach"]')
    page_articles = table.positive("page_articles", EntitySettings().page_articles)
    told = table.sub("disputed")
    chosen = [(key, told.choice(key, NEUTRAL, ways)) for key, ways in DISPUTED.items()]
    told.close("the settings are " + ", ".join(DISPUTED))
    table.close("the settings are countries, starter, without, page_articles and disputed")
    parts = tuple(part for part in STARTER_PARTS if part in starter)
    disputed = tuple((key, way) for key, way in chosen if way != NEUTRAL)
    return EntitySettings(countries, parts, frozenset(without), page_articles, disputed)
