"""content/entities/*.yaml -> entities, laid over those that come with Nashra.

Each file is a list of entries: id, names per language, and if wanted type, aliases, ambiguous, description, parent,
dates, wikidata, former_ids. Nothing here stops at the first fault: an entry that cannot be used is left out, a field
that cannot is dropped, and each is listed with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.entities.entry import FILE_TYPES, EntryReader
from nashra.entities.layers import Layers
from nashra.head import frontmatter
from nashra.head.frontmatter import Fields, Value
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text, visible
from nashra.model import Entity

__all__ = ["FILE_TYPES", "PlacedEntity", "load", "read"]


@dataclass(frozen=True, slots=True)
class PlacedEntity:
    """An entity and where it stands. `entity` is None when it cannot be used; its id is then still taken.

    lines: key of the entry, such as "parent" or "names.ar" -> its 1-based line.
    """

    entity: Entity | None
    path: Path
    line: int
    lines: Mapping[str, int]

    def line_of(self, key: str) -> int:
        """The line of `key`, that of the entry where it has no such key."""
        return self.lines.get(key, self.line)


def load(
    folder: Path,
    languages: set[str],
    base: Mapping[str, Entity] | None = None,
    inside: Sequence[Path] = (),
) -> tuple[dict[str, Entity], list[Problem]]:
    """The entities of all .yaml files in `folder`, by id, in the order of file names and lines, then those of `base`;
    and what is wrong with them.

    languages: codes of the site's languages; names in other languages are passed over.
    base: what is there without being listed; an entry takes the place of one of the same id or name (see `layers`).
    inside: see `nashra.kit.files.visible`.
    A folder that is not there holds no entities.
    """
    entries, problems = read(folder, languages, inside)
    entities, faults = _with_parents(entries, base or {})
    return entities, [*problems, *faults]


def read(
    folder: Path, languages: set[str], inside: Sequence[Path] = ()
) -> tuple[dict[str, PlacedEntity], list[Problem]]:
    """The entries of all .yaml files in `folder`, by id; see `load`. Their parents have not been looked at."""
    entries: dict[str, PlacedEntity] = {}
    paths, problems = visible(folder, inside)
    for path in paths:
        if path.suffix == ".yml":
            problems.append(Problem("the name of a file of entities must end in .yaml", path, hint="rename it"))
        if path.suffix != ".yaml":
            continue
        try:
            value = frontmatter.parse_yaml(read_text(path), path)
            if isinstance(value, Fields) and not value:
                continue
            if not isinstance(value, list):
                hint = "begin each entity with `- id: ...`"
                raise ContentError("the file must be a list of entities", path=path, line=1, hint=hint)
        except ContentError as error:
            problems.extend(error.problems)
            continue
        own, faults = _read_file(value, path, languages, entries)
        entries |= own
        problems += faults
    return entries, [*problems, *_taken_former_ids(entries)]


def _taken_former_ids(entries: Mapping[str, PlacedEntity]) -> Iterator[Problem]:
    """An id that is in use cannot also be a former one of another entity, nor can two entities have had the same."""
    owners: dict[str, str] = {}
    for key, entry in entries.items():
        for old in entry.entity.former_ids if entry.entity else ():
            owner = old if old in entries else owners.setdefault(old, key)
            if owner != key or old == key:
                message = f"entity {key!r}: the former id {old!r} is that of the entity {owner!r}"
                yield Problem(message, entry.path, entry.line, "take it out of `former_ids`")


def _read_file(
    rows: list[Value], path: Path, languages: set[str], others: Mapping[str, PlacedEntity]
) -> tuple[dict[str, PlacedEntity], list[Problem]]:
    """The entries in `rows`, and what is wrong with them. others: those of the files before."""
    taken = {key.casefold(): entry for key, entry in others.items()}
    entries: dict[str, PlacedEntity] = {}
    problems: list[Problem] = []
    last_line = 1
    for row in rows:
        if not isinstance(row, Fields) or not row:
            hint = "begin each entity with `- id: ...`"
            problems.append(Problem("there is an entry that is no table", path, last_line, hint))
            continue
        line = last_line = min(row.lines.values())
        reader = EntryReader(row, path, line, languages)
        key = reader.id()
        other = taken.get(key.casefold()) if key else None
        entity = reader.entity(key) if key and other is None else None
        problems += reader.problems
        if key is None:
            continue
        if other is not None:
            place = f"line {other.line}" if other.path == path else f"{other.path.name}, line {other.line}"
            message = f"the id {key!r} is already used in {place}"
            problems.append(Problem(message, path, row.lines["id"], "give one of the two another id"))
            continue
        taken[key.casefold()] = entries[key] = PlacedEntity(entity, path, line, _lines(row))
    return entries, problems


def _lines(row: Fields) -> dict[str, int]:
    lines = dict(row.lines)
    for key, value in row.items():
        if isinstance(value, Fields):
            lines.update((f"{key}.{inner}", line) for inner, line in value.lines.items())
    return lines


def _with_parents(
    entries: Mapping[str, PlacedEntity], base: Mapping[str, Entity]
) -> tuple[dict[str, Entity], list[Problem]]:
    """The entities that can be used, without parents that are not there or that lead round in a circle, which are
    problems."""
    problems: list[Problem] = []
    layers = Layers({key: entry.entity for key, entry in entries.items() if entry.entity is not None}, base)
    merged = layers.merged()
    for key, entity in merged.items():
        if key not in entries or entity.parent is None:
            continue
        parent: str | None = layers.stands_for(entity.parent)
        if parent not in merged:
            if entity.parent not in entries:
                message = f"entity {key!r}: the parent {entity.parent!r} is not in the registry"
                line = entries[key].line_of("parent")
                problems.append(Problem(message, entries[key].path, line, "write the id of another entity"))
            parent = None
        if parent != entity.parent:
            merged[key] = replace(entity, parent=parent)
    problems.extend(_unknown_bodies(entries, merged, layers))
    for circle in _circles({key: entity.parent for key, entity in merged.items() if entity.parent is not None}):
        own = [key for key in circle if key in entries]
        start = circle.index(own[0])
        chain = " -> ".join([*circle[start:], *circle[:start], own[0]])
        message = f"entity {own[0]!r}: its parents lead back to it ({chain})"
        entry = entries[own[0]]
        problems.append(Problem(message, entry.path, entry.line_of("parent"), "remove one of these parents"))
        for key in own:
            merged[key] = replace(merged[key], parent=None)
    return merged, problems


def _unknown_bodies(
    entries: Mapping[str, PlacedEntity], merged: Mapping[str, Entity], layers: Layers
) -> Iterator[Problem]:
    """Warnings of offices that belong to an entity that there is not."""
    for key, entry in entries.items():
        for office in entry.entity.offices if entry.entity else ():
            if office.of and layers.stands_for(office.of) not in merged:
                message = f"entity {key!r}: the office is `of` {office.of!r}, which is not in the registry"
                hint = "write the id of another entity, or leave it out"
                yield Problem(message, entry.path, entry.line_of("offices"), hint, warning=True)


def _circles(parents: Mapping[str, str]) -> list[list[str]]:
    """Every circle in `parents`, once, beginning with the member that comes first."""
    circles: list[list[str]] = []
    done: set[str] = set()
    for start in parents:
        trail: dict[str, None] = {}
        key: str | None = start
        while key is not None and key not in done and key not in trail:
            trail[key] = None
            key = parents.get(key)
        if key is not None and key in trail:
            names = list(trail)
            circles.append(names[names.index(key) :])
        done.update(trail)
    return circles
