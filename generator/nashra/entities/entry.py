"""One entry of a file of entities -> an entity, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

from nashra.head import known_keys
from nashra.head.aliases import former_ids_field
from nashra.head.frontmatter import Fields
from nashra.head.spelling import nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.slugs import slug_problem
from nashra.languages.cldr import is_language_code
from nashra.languages.scripts import in_wrong_letters
from nashra.model import Entity, EntityType, Office

# The type of the entries of a file that do not say their own.
FILE_TYPES: Mapping[str, EntityType] = {
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "events": "event",
    "works": "work",
}
_TYPES: tuple[EntityType, ...] = get_args(EntityType)
_OFFICE_KEYS = ("title", "from", "to", "of", "checked")
_KEYS = (
    "id", "type", "names", "aliases", "ambiguous", "description", "parent", "dates", "wikidata", "former_ids",
    "country", "generic", "feminine", "offices"
)  # fmt: skip
# Invisible marks that come along when a name is pasted: soft hyphens, zero-width spaces, marks of direction.
_STRAY = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_FLAGS = {"true": True, "false": False}
_WIKIDATA = re.compile(r"Q[1-9]\d*\Z")
# ISO 8601 dates, of which month and day may be unknown.
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


class EntryReader:
    """Takes one entry apart, and collects in `problems` what is wrong in it.

    languages: codes of the site's languages; names in other languages are passed over.
    """

    def __init__(self, row: Fields, path: Path, line: int, languages: set[str]) -> None:
        self.row, self.path, self.line, self.languages = row, path, line, languages
        # its own: nearly every field of an entry can be wrong, and is then left out
        self.problems: list[Problem] = []
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
            if unknown not in _KEYS and not known_keys.is_own(unknown):
                what = f"the entity {self.name!r}"
                self.problems.append(known_keys.unknown(unknown, _KEYS, what, self.path, self.row.lines[unknown]))
        kind = self._type()
        names = self._names()
        if kind is None or not names:
            return None
        if lang := in_wrong_letters(names):
            message = f"entity {key!r}: the name in {lang!r}, {names[lang]!r}, is not in its letters"
            hint = "write each name beside its language"
            self.problems.append(Problem(message, self.path, self.row.lines["names"], hint, warning=True))
        aliases = {
            lang: tuple(alias for alias in dict.fromkeys(values) if alias != names.get(lang))
            for lang, values in self._texts("aliases", lists=True).items()
        }
        aliases = {lang: values for lang, values in aliases.items() if values}
        start, end = self._dates()
        description = {lang: " ".join(values) for lang, values in self._texts("description").items()}
        return Entity(
            id=key,
            type=kind,
            names=names,
            aliases=aliases,
            description=description,
            parent=self._word("parent"),
            wikidata=self._wikidata(),
            former_ids=self._former_ids(),
            ambiguous=self._ambiguous(names, aliases),
            start=start,
            end=end,
            country=self._word("country"),
            generic=self._flag("generic"),
            feminine=self._flag("feminine"),
            offices=tuple(self._offices()),
            own=True,
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

    def _texts(self, key: str, lists: bool = False, row: Fields | None = None) -> dict[str, list[str]]:
        """Language code -> texts, each on one line, of a table that holds one text a language, or also lists.

        row: the table that `key` stands in, where that is not the entry itself.
        """
        table = (self.row if row is None else row).get(key)
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
                    meant = nearest(lang, self.languages)
                    hint = f"did you mean `{meant}`?" if meant else "use codes such as ar, fr, en"
                    self.problems.append(Problem(message, self.path, line, hint))
                continue
            texts = [text for text in texts if text]
            if key not in ("description", "title"):
                for text in texts:
                    if not any(character.isalnum() for character in text):
                        message = f"entity {self.name!r}: {text!r} is no name"
                        self.problems.append(Problem(message, self.path, line))
                texts = [text for text in texts if any(character.isalnum() for character in text)]
            if texts:
                result[lang] = texts
        return result

    def _ambiguous(
        self, names: Mapping[str, str], aliases: Mapping[str, tuple[str, ...]]
    ) -> dict[str, tuple[str, ...]]:
        """The names that need context; each must be among the names and aliases."""
        table = self.row.get("ambiguous")
        result: dict[str, tuple[str, ...]] = {}
        for lang, values in self._texts("ambiguous", lists=True).items():
            known = {*aliases.get(lang, ()), names.get(lang)}
            for value in values:
                if value not in known and isinstance(table, Fields):
                    message = f"entity {self.name!r}: the ambiguous name {value!r} is not among its names and aliases"
                    self.problems.append(Problem(message, self.path, table.lines[lang], "write it as it is there"))
            result[lang] = tuple(value for value in values if value in known)
        return {lang: values for lang, values in result.items() if values}

    def _dates(self) -> tuple[str | None, str | None]:
        """(start, end), None what is not given or not a date."""
        table = self.row.get("dates")
        if table is None or table == "":
            return None, None
        if not isinstance(table, Fields):
            self.report("`dates` must have a start, an end, or both", "dates", "dates: {start: 2024-07-26, end: ...}")
            return None, None
        found: dict[str, str] = {}
        for key, value in table.items():
            line = table.lines[key]
            if key not in ("start", "end"):
                message = f"entity {self.name!r}: `dates.{key}` is not a date of an entity"
                self.problems.append(Problem(message, self.path, line, "the dates are start and end"))
            elif value and (not isinstance(value, str) or not is_date(value)):
                message = f"entity {self.name!r}: `dates.{key}` is {value!r}, not a date"
                self.problems.append(Problem(message, self.path, line, "such as 2024, 2024-07 or 2024-07-26"))
            elif isinstance(value, str) and value:
                found[key] = value
        start, end = found.get("start"), found.get("end")
        if start and end and end < start[: len(end)]:
            self.report(f"its end, {end}, is before its start, {start}", "dates", "correct one of the two")
            return start, None
        return start, end

    def _offices(self) -> Iterator[Office]:
        """The offices of which title and dates can be used."""
        rows = self.row.get("offices")
        for row in rows if isinstance(rows, list) else [rows] if rows else []:
            line = min(row.lines.values(), default=0) if isinstance(row, Fields) else 0
            line = line or self.row.lines["offices"]
            if not isinstance(row, Fields):
                self._fault("each of the `offices` must be a table", line, "- {title: {en: ...}, from: 2021-10-07}")
                continue
            for key in row:
                if key not in _OFFICE_KEYS and not known_keys.is_own(key):
                    what = f"an office of the entity {self.name!r}"
                    self.problems.append(known_keys.unknown(key, _OFFICE_KEYS, what, self.path, row.lines[key]))
            title: dict[str, str] = {}
            if isinstance(row.get("title"), Fields):
                title = {lang: " ".join(values) for lang, values in self._texts("title", row=row).items()}
            else:
                self._fault("an office must have a `title`, one line a language", line, "title: {ar: ..., fr: ...}")
            words = {key: self._office_word(row, key) for key in _OFFICE_KEYS[1:]}
            dates = {key: self._office_date(row, key, words[key]) for key in ("from", "to", "checked")}
            start, end = dates["from"], dates["to"]
            if start and end and end < start[: len(end)]:
                self._fault(f"an office ends, {end}, before it begins, {start}", row.lines["to"], "correct one of them")
                continue
            # without its dates an office would say what it does not mean
            if title and all(dates[key] == words[key] for key in ("from", "to")):
                yield Office(title, start, end, words["of"], dates["checked"])

    def _office_word(self, row: Fields, key: str) -> str | None:
        value = row.get(key)
        if value is not None and not isinstance(value, str):
            self._fault(f"`{key}` of an office must be a text", row.lines[key])
        return value.strip() or None if isinstance(value, str) else None

    def _office_date(self, row: Fields, key: str, value: str | None) -> str | None:
        if value is None or is_date(value):
            return value
        self._fault(
            f"`{key}` of an office is {value!r}, not a date", row.lines[key], "such as 2021, 2021-10 or 2021-10-07"
        )
        return None

    def _fault(self, message: str, line: int, hint: str = "") -> None:
        self.problems.append(Problem(f"entity {self.name!r}: {message}", self.path, line, hint))

    def _word(self, key: str) -> str | None:
        value = self.row.get(key)
        if value is not None and not isinstance(value, str):
            self.report(f"`{key}` must be a text", key)
            return None
        return value.strip() or None if value else None

    def _flag(self, key: str) -> bool:
        """Whether `key` is there and true."""
        value = self.row.get(key)
        if value is None or value == "" or value in _FLAGS:
            return _FLAGS.get(value, False) if isinstance(value, str) else False
        self.report(f"`{key}` must be true or false", key)
        return False

    def _former_ids(self) -> tuple[str, ...]:
        try:
            return former_ids_field(self.row, self.path)
        except ContentError as error:
            self.problems.extend(error.problems)
            return ()

    def _wikidata(self) -> str | None:
        value = self._word("wikidata")
        if value is not None and not _WIKIDATA.match(value):
            self.report(f"`wikidata` is {value!r}, not an item's number", "wikidata", "such as Q1028")
            return None
        return value


def is_date(text: str) -> bool:
    """Whether `text` is a date as ISO 8601 writes it, of which the day, or the month too, may be left out."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True
