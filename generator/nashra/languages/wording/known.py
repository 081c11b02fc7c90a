"""The languages whose words the guards know, and the one way to read them. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages import files
from nashra.languages.wording.spec import PLAIN, Wording

_WORDINGS: Mapping[str, Wording] = files.read("nashra.languages.wording", "WORDING")


def wording_of(lang: str) -> Wording:
    """The words of the language `lang`; none where it has no file, and its numbers are read as any language's."""
    return _WORDINGS.get(lang, PLAIN)


def is_known(lang: str) -> bool:
    """Whether the words of `lang` are known at all: what has none cannot be missed."""
    return lang in _WORDINGS


def all_chatter() -> tuple[str, ...]:
    """Patterns of every language, since a machine may speak English beside an Arabic text."""
    return tuple(pattern for wording in _WORDINGS.values() for pattern in wording.chatter)


def known_languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(_WORDINGS)
