"""The languages of which the matcher of names has rules, and the one way to read them. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages import files
from nashra.languages.names.spec import PREFIXES, Rules

_NAMES: Mapping[str, Rules] = files.read("nashra.languages.names", "NAMES")
_PLAIN = Rules(prefixes=PREFIXES)


def names_of(lang: str) -> Rules:
    """The rules of the language `lang`, as they were written; general ones where it has no file."""
    return _NAMES.get(lang, _PLAIN)
