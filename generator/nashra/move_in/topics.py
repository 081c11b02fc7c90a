"""The categories of a site that moves in become topics, with the names that its languages give them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from nashra.content.topics import FILE_NAME
from nashra.head import frontmatter
from nashra.ingest.page.html_names import topic_key
from nashra.kit.files import read_text, write_atomic
from nashra.kit.slugs import make_slug, slug_problem


def new_topics(
    groups: Iterable[Sequence[tuple[str, Sequence[str]]]], known: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Id -> language -> name of the topics that `known` (folded name or id -> id) lacks.

    groups: of each text its versions, as (language, names of its categories). Versions with as many categories name
    them in the same order, as their editors do; each name is taken as the first text tells it.
    """
    found: dict[str, dict[str, str]] = {}
    ids = dict(known)
    for group in groups:
        if not group:
            continue
        most = max(len(names) for _, names in group)
        for at in range(most):
            told = {lang: names[at] for lang, names in group if len(names) == most}
            key = next((ids[topic_key(name)] for name in told.values() if topic_key(name) in ids), None)
            if key is None:
                key = _id(told, ids)
                if key is None:
                    continue
                found[key] = {}
                ids.setdefault(topic_key(key), key)
            for lang, name in told.items():
                if key in found and ids.get(topic_key(name), key) == key:
                    found[key].setdefault(lang, name)
                    ids.setdefault(topic_key(name), key)
    return found


def _id(told: Mapping[str, str], ids: Mapping[str, str]) -> str | None:
    """An id of Latin letters where a name has them, as addresses of all languages share it."""
    slugs = [make_slug(name) for name in told.values()]
    usable = [slug for slug in slugs if not slug_problem(slug) and slug not in ids.values()]
    return next((slug for slug in usable if slug.isascii()), usable[0] if usable else None)


def add(content: Path, topics: Mapping[str, Mapping[str, str]]) -> None:
    """Write `topics` at the end of topics.yaml; what stands there stays. Raises NashraError where the disk says no."""
    if not topics:
        return
    path = content / FILE_NAME
    old = read_text(path) if os.path.lexists(path) else ""
    lines = frontmatter.dump({key: dict(names) for key, names in topics.items()})
    content.mkdir(parents=True, exist_ok=True)
    write_atomic(path, f"{old.rstrip()}\n{lines}" if old.strip() else lines)
