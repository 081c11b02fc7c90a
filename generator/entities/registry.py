"""content/entities/*.yaml -> entities.

Each file is a list of entries: id, names per language, and if wanted type, aliases, description, parent, wikidata.
Nothing here stops at the first fault: an entry that cannot be used is left out, a field that cannot is dropped, and
each is listed with its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from generator import frontmatter
from generator.errors import ContentError, Problem
from generator.files import read_text, visible
from generator.frontmatter import Fields, Value
from generator.languages import is_language_code
from generator.model import Entity, EntityType
from generator.slugs import slug_problem

# The type of the entries of a file that do not say their own.
FILE_TYPES: Mapping[str, EntityType] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "events": "event",
    "works": "work",
}
_TYPES: tuple[EntityType, ...] = get_args(EntityType)
_KEYS = ("id", "type", "names", "aliases", "description", "parent", "wikidata")
# Invisible marks that come along when a name is pasted: soft hyphens, zero-width spaces, marks of direction.
_STRAY = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_WIKIDATA = re.compile(r"Q[1-9]\d*\Z")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entity and where it stands. `entity` is None when it cannot be used; its id is then still taken."""

    entity: Entity | None
    path: Path
    line: int
    parent_line: int


def load(folder: Path, languages: set[str], problems: list[Problem]) -> dict[str, Entity]:
    """The entities of all .yaml files in `folder`, by id, in the order of file names and lines.

    languages: codes of the site's languages; names in other languages are passed over.
    Faults are appended to `problems`. A folder that is not there holds no entities.
    """
    entries: dict[str, _Entry] = {}
    for path in visible(folder, problems):
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
        _read_file(value, path, languages, entries, problems)
    return _with_parents(entries, problems)


def _read_file(
    rows: list[Value], path: Path, languages: set[str], entries: dict[str, _Entry], problems: list[Problem]
) -> None:
    taken = {key.casefold(): key for key in entries}
    last_line = 1
    for row in rows:
        if not isinstance(row, Fields) or not row:
            hint = "begin each entity with `- id: ...`"
            problems.append(Problem("there is an entry that is no table", path, last_line, hint))
            continue
        line = last_line = min(row.lines.values())
        reader = _Reader(row, path, line, languages, problems)
        key = reader.id()
        if key is None:
            continue
        twin = taken.get(key.casefold())
        if twin is not None:
            other = entries[twin]
            place = f"line {other.line}" if other.path == path else f"{other.path.name}, line {other.line}"
            message = f"the id {key!r} is already used in {place}"
            problems.append(Problem(message, path, row.lines["id"], "give one of the two another id"))
            continue
        taken[key.casefold()] = key
        entries[key] = _Entry(reader.entity(key), path, line, row.lines.get("parent", line))


class _Reader:
    """Takes one entry apart and reports what is wrong in it."""

    def __init__(self, row: Fields, path: Path, line: int, languages: set[str], problems: list[Problem]) -> None:
        self.row, self.path, self.line, self.languages, self.problems = row, path, line, languages, problems
        self.name = ""

    def report(self, message: str, key: str = "", hint: str = "") -> None:
        """Add a problem at the line of `key`."""
        where = f"entity {self.name!r}: " if self.name else ""
        self.problems.append(Problem(where + message, self.path, self.row.lines.get(key, self.line), hint))

    def id(self) -> str | None:
        """The id, None when there is none that can be used."""
        value = self.row.get("id")
        if not isinstance(value, str) or not value.strip():
            self.report("an entity has no id", "id", "add a line such as `id: rabat`")
            return None
        key = value.strip()
        fault = slug_problem(key) or ("may not hold a dot" if "." in key else "")
        if fault:
            self.report(f"the entity id {key!r} {fault}", "id", "it is part of an address, such as `rabat`")
            return None
        self.name = key
        return key

    def entity(self, key: str) -> Entity | None:
        """The entity, None when its type or its names cannot be used."""
        for unknown in self.row:
            if unknown not in _KEYS:
                self.report(f"`{unknown}` is not a key of an entity", unknown, "the keys are " + ", ".join(_KEYS))
        kind = self._type()
        names = self._names()
        if kind is None or not names:
            return None
        aliases = {
            lang: tuple(alias for alias in dict.fromkeys(values) if alias != names.get(lang))
            for lang, values in self._texts("aliases", lists=True).items()
        }
        description = {lang: " ".join(values) for lang, values in self._texts("description").items()}
        return Entity(
            id=key,
            type=kind,
            names=names,
            aliases={lang: values for lang, values in aliases.items() if values},
            description=description,
            parent=self._word("parent"),
            wikidata=self._wikidata(),
        )

    def _type(self) -> EntityType | None:
        given = self._word("type")
        if given is None:
            if self.path.stem in FILE_TYPES:
                return FILE_TYPES[self.path.stem]
            hint = "add `type: ...`, or name the file " + ", ".join(f"{stem}.yaml" for stem in FILE_TYPES)
            self.report("there is no type", "type", hint)
            return None
        for kind in _TYPES:
            if kind == given:
                return kind
        self.report(f"{given!r} is not a type", "type", "one of " + ", ".join(_TYPES))
        return None

    def _names(self) -> dict[str, str]:
        before = len(self.problems)
        names = {lang: " ".join(values) for lang, values in self._texts("names").items()}
        table = self.row.get("names")
        given = isinstance(table, Fields) and any(text for text in table.values())
        if not names and not given and len(self.problems) == before:
            self.report("there are no names", "names", "names: {ar: ..., fr: ..., en: ...}")
        return names

    def _texts(self, key: str, lists: bool = False) -> dict[str, list[str]]:
        """Language code -> texts, each on one line, of a table that holds one text a language, or also lists."""
        table = self.row.get(key)
        if table is None or table == "":
            return {}
        if not isinstance(table, Fields):
            self.report(f"`{key}` must have one line a language", key, f"{key}: {{ar: ..., fr: ...}}")
            return {}
        result: dict[str, list[str]] = {}
        for lang, value in table.items():
            values = value if lists and isinstance(value, list) else [value]
            texts = [" ".join(_STRAY.sub("", text).split()) for text in values if isinstance(text, str)]
            line = table.lines[lang]
            if len(texts) < len(values):
                wanted = "a text or a list of texts" if lists else "a text"
                message = f"entity {self.name!r}: `{key}.{lang}` must be {wanted}"
                self.problems.append(Problem(message, self.path, line))
                continue
            if lang not in self.languages:
                if not is_language_code(lang):
                    message = f"entity {self.name!r}: there is no language {lang!r}"
                    self.problems.append(Problem(message, self.path, line, "use codes such as ar, fr, en"))
                continue
            texts = [text for text in texts if text]
            if key != "description":
                for text in texts:
                    if not any(character.isalnum() for character in text):
                        message = f"entity {self.name!r}: {text!r} is no name"
                        self.problems.append(Problem(message, self.path, line))
                texts = [text for text in texts if any(character.isalnum() for character in text)]
            if texts:
                result[lang] = texts
        return result

    def _word(self, key: str) -> str | None:
        value = self.row.get(key)
        if value is not None and not isinstance(value, str):
            self.report(f"`{key}` must be a text", key)
            return None
        return value.strip() or None if value else None

    def _wikidata(self) -> str | None:
        value = self._word("wikidata")
        if value is not None and not _WIKIDATA.match(value):
            self.report(f"`wikidata` is {value!r}, not an item's number", "wikidata", "such as Q1028")
            return None
        return value


def _with_parents(entries: Mapping[str, _Entry], problems: list[Problem]) -> dict[str, Entity]:
    """The entities that can be used, without parents that are not there or that lead round in a circle."""
    parents: dict[str, str] = {}
    for key, entry in entries.items():
        parent = entry.entity.parent if entry.entity else None
        if parent is None:
            continue
        if parent not in entries:
            message = f"entity {key!r}: the parent {parent!r} is not in the registry"
            problems.append(Problem(message, entry.path, entry.parent_line, "write the id of another entity"))
        elif entries[parent].entity is not None:
            parents[key] = parent
    for circle in _circles(parents):
        first = entries[circle[0]]
        chain = " -> ".join([*circle, circle[0]])
        message = f"entity {circle[0]!r}: its parents lead back to it ({chain})"
        problems.append(Problem(message, first.path, first.parent_line, "remove one of these parents"))
        for key in circle:
            del parents[key]
    return {
        key: entry.entity if entry.entity.parent is None else replace(entry.entity, parent=parents.get(key))
        for key, entry in entries.items()
        if entry.entity is not None
    }


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
