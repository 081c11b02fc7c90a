"""Which block of a version that moved in translates which of its original: remembered where it is sure."""

from __future__ import annotations

from pathlib import Path

from nashra.model import BlockRecord, Draft, Translation, Version
from nashra.versions.alignment import align


def pairs(original: Draft, version: Draft) -> tuple[BlockRecord, ...]:
    """The records of the blocks of `version`; empty where not every block of both has its partner."""
    found = align(_version(original, None), _version(version, Translation(original.lang, "manual")))
    if found.missing or any(pair.source is None or pair.target is None or pair.tie for pair in found.pairs):
        return ()
    return tuple(pair.kept_record() for pair in found.pairs)


def _version(draft: Draft, translation: Translation | None) -> Version:
    path = Path(f"{draft.lang}.md")
    return Version(draft.lang, draft.title, draft.slug, f"{draft.body.strip()}\n", path, 1, translation=translation)
