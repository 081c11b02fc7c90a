"""The guards with the names and terms of a site, and a cache of what they said.

Every block of every version is looked at whenever somebody asks how the site stands, so that a rule, a name or a term
that came later speaks of what was there before. Hardly anything changes from one time to the next.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nashra.entities.glossary import Glossary
from nashra.kit.errors import NashraError
from nashra.kit.files import write_atomic
from nashra.kit.own_code import own_files
from nashra.model import Entity
from nashra.versions.guards import Doubt, check

FILE_NAME = "doubts.json"
# What decides about a doubt, beside the texts and the names: the rules and the words that they know.
_RULES = ("versions", "languages", "entities", "markup")
# More answers than this are not kept: the file is read as a whole.
_MOST = 200_000


class KeptDoubts:
    """`nashra.versions.guards.check` for one site; its answers are written to the cache at the end of a `with`."""

    def __init__(self, vocabulary: Mapping[str, Entity], cache: Path) -> None:
        self._named = Glossary(vocabulary).named
        self._path = cache / FILE_NAME
        self._stamp = _digest(*own_files(*_RULES), repr(sorted(vocabulary.items())))
        self._answers: dict[str, list[list[Any]]] = _read(self._path, self._stamp)
        self._known = len(self._answers)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # a site that was never translated has no cache, and needs none
        if self._known < len(self._answers) <= _MOST and self._path.parent.is_dir():
            with suppress(NashraError):
                text = json.dumps({"stamp": self._stamp, "answers": self._answers}, ensure_ascii=False)
                write_atomic(self._path, text)

    def __call__(self, source: str, target: str, lang: str, other: str) -> tuple[Doubt, ...]:
        """Reasons to doubt that `target` is a translation of `source`."""
        key = _digest(lang, other, source, target)
        if key not in self._answers:
            found = check(source, target, lang, other, self._named)
            self._answers[key] = [[doubt.kind, doubt.text, doubt.weight] for doubt in found]
        return tuple(Doubt(*row) for row in self._answers[key])

    def in_words(self, source: str, target: str, lang: str, other: str) -> tuple[str, ...]:
        """The same as words for people."""
        return tuple(doubt.text for doubt in self(source, target, lang, other))


def _read(path: Path, stamp: str) -> dict[str, list[list[Any]]]:
    """The answers in the file at `path`; none where it is damaged, or of other rules or names."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(path.read_text(encoding="utf-8"))
        if kept["stamp"] == stamp and all(len(row) == 3 for rows in kept["answers"].values() for row in rows):
            return dict(kept["answers"])
    return {}


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=12).hexdigest()
