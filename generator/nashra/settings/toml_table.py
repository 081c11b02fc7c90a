"""Reading settings out of TOML: every error names the file, the line and the key."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from nashra.head.spelling import nearest
from nashra.kit.errors import ConfigError
from nashra.kit.files import CONTROL
from nashra.kit.spaces import one_line
from nashra.languages.cldr import Language


class TomlTable:
    """Takes keys out of nested tables and complains about what is wrong, missing or left over.

    path, text: the file and its whole text, to find lines in. name: of this table, "site", empty for the whole file.
    """

    def __init__(self, path: Path, text: str, table: Mapping[str, Any], name: str = "") -> None:
        self.path, self.text, self.name = path, text, name
        self.table = dict(table)
        # keys that were asked for, whether they are there or not
        self.taken: set[str] = set()

    def fail(self, key: str, message: str, hint: str = "") -> ConfigError:
        """The error that blames `key`, with its line, for the caller to raise."""
        full = f"{self.name}.{key}" if self.name else key
        return ConfigError(f"`{full}` {message}", path=self.path, line=self._line(key), hint=hint)

    def _line(self, key: str) -> int | None:
        pattern = re.compile(rf'\s*\[?\s*(?:[\w.-]+\.)?"?{re.escape(key)}"?\s*[\].=]')
        inside = not self.name
        for number, line in enumerate(self.text.splitlines(), 1):
            if line.lstrip().startswith("["):
                inside = line.strip().strip("[]").strip() == self.name or not self.name
            if (inside or f"[{self.name}.{key}]" in line) and pattern.match(line):
                return number
        return None

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """The value under `key`, which must be a `kind`. Raises ConfigError."""
        self.taken.add(key)
        value = self.table.pop(key, default)
        if value is None or (isinstance(value, kind) and not (kind is int and isinstance(value, bool))):
            return value
        wanted = {str: "text", int: "a whole number", list: "a list", dict: "a table", bool: "true or false"}[kind]
        raise self.fail(key, f"must be {wanted}")

    def sub(self, key: str) -> TomlTable:
        """The table under `key`, an empty one where there is none."""
        table = self.take(key, dict, {})
        return TomlTable(self.path, self.text, table, f"{self.name}.{key}" if self.name else key)

    def names(self, key: str) -> frozenset[str]:
        """The texts in the list under `key`, with single blanks; none where there is no such key."""
        found = self.take(key, list, [])
        if not all(isinstance(each, str) for each in found):
            raise self.fail(key, "must be a list of texts")
        return frozenset(" ".join(each.split()) for each in found)

    def positive(self, key: str, default: int, least: int = 1) -> int:
        """The whole number under `key`, at least `least`."""
        value: int = self.take(key, int, default)
        if value < least:
            raise self.fail(key, f"must be {least} or more")
        return value

    def choice(self, key: str, default: str, allowed: tuple[str, ...]) -> str:
        """The text under `key`, one of `allowed`."""
        value: str = self.take(key, str, default)
        if value not in allowed:
            raise self.fail(key, f"is {value!r}", "one of " + ", ".join(allowed))
        return value

    def texts(self, key: str, languages: Mapping[str, Language]) -> dict[str, str]:
        """A text on one line, either the same in all languages or a table of language code -> text."""
        self.taken.add(key)
        value = self.table.pop(key, {})
        texts = list(value.values()) if isinstance(value, dict) else [value]
        for text in texts:
            if isinstance(text, str) and (control := CONTROL.search(text)):
                raise self.fail(key, f"has the control character U+{ord(control[0]):04X}", "delete it")
        if isinstance(value, str):
            return dict.fromkeys(languages, one_line(value))
        if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
            raise self.fail(key, "must be a text, or a table with one text a language")
        unknown = [code for code in value if code not in languages]
        if unknown:
            raise self.fail(key, f"has the language {unknown[0]!r}, which is not in site.languages")
        return {code: one_line(text) for code, text in value.items()}

    def close(self, known: str = "", keys: Collection[str] = ()) -> None:
        """Raises ConfigError for a key that nobody has taken, and that is none of `keys`, which others will take.

        known: which keys there are, for the editor.
        """
        for key in self.table:
            if key in keys:
                continue
            meant = nearest(key, {*self.taken, *keys}) if key not in self.taken else None
            raise self.fail(key, f"is not a setting; did you mean `{meant}`?" if meant else "is not a setting", known)


def ways(table: TomlTable) -> tuple[tuple[str, ...], ...]:
    """`routes`: each a text of language codes, "fr-en-ar". Raises ConfigError for anything else."""
    found = []
    for text in table.take("routes", list, []):
        codes = tuple(text.split("-")) if isinstance(text, str) else ()
        if len(codes) < 2 or len(set(codes)) < len(codes) or not all(code.isalpha() for code in codes):
            hint = 'the languages of a way: "fr-ar" for the direct one, "fr-en-ar" for the one over English'
            raise table.fail("routes", f"has {text!r}, which is no way", hint)
        found.append(codes)
    return tuple(found)
