"""The categories of a site that moves in become topics, with the names that its languages give them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from nashra.content.topics import FILE_NAME
from nashra.head import frontmatter
from nashra.ingest.page.html_names import topic_key
from nashra.kit.files import read_text, write_atomic
from nashra.kit.slugs import make_slug, slug_problem

# (language, folded name) of a category.
_Node = tuple[str, str]


class _Clusters:
    """Which categories are one in several languages."""

    def __init__(self) -> None:
        self._of: dict[_Node, dict[str, str]] = {}

    def of(self, node: _Node, name: str) -> dict[str, str]:
        """Language -> name of the category `name`, as far as it is known."""
        return self._of.setdefault(node, {node[0]: name})

    def join(self, one: _Node, two: _Node) -> None:
        """Take both for one, unless that would give it two names in a language."""
        first, second = self._of[one], self._of[two]
        if first is not second and not first.keys() & second.keys():
            first |= second
            for node, found in self._of.items():
                if found is second:
                    self._of[node] = first


def new_topics(
    groups: Iterable[Sequence[tuple[str, Sequence[str]]]], known: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Id -> language -> name of the topics that `known` (folded name or id -> id) lacks.

    groups: of each text its versions, as (language, names of its categories). Two categories are one where they are the
    only ones of two versions that are not known to be others; the order in which they stand says nothing.
    """
    rows = [[(lang, {topic_key(name): name for name in names}) for lang, names in group] for group in groups]
    clusters = _Clusters()
    order: dict[_Node, str] = {}
    for row in rows:
        for lang, names in row:
            for folded, name in names.items():
                order.setdefault((lang, folded), name)
                clusters.of((lang, folded), name)
    before = -1
    while before != (before := sum(len(clusters.of(node, name)) for node, name in order.items())):
        for row in rows:
            for (lang, names), (other, others) in combinations(row, 2):
                if lang != other:
                    _pair(clusters, lang, names, other, others)
    found: dict[str, dict[str, str]] = {}
    ids = dict(known)
    for node, name in order.items():
        told = clusters.of(node, name)
        key = next((ids[topic_key(each)] for each in told.values() if topic_key(each) in ids), None)
        if key is None:
            key = _id(told, ids)
            if key is None:
                continue
            found[key] = {}
            ids.setdefault(topic_key(key), key)
        if key in found:
            for lang, each in told.items():
                found[key].setdefault(lang, each)
        for each in told.values():
            ids.setdefault(topic_key(each), key)
    return {key: {lang: name for lang, name in names.items() if lang} or names for key, names in found.items()}


def _pair(clusters: _Clusters, lang: str, names: Mapping[str, str], other: str, others: Mapping[str, str]) -> None:
    """Join what is left over on both sides where that is one category on each."""

    def rest(here: str, mine: Mapping[str, str], there: str, theirs: Mapping[str, str]) -> list[str]:
        free = []
        for folded, name in mine.items():
            twin = clusters.of((here, folded), name).get(there)
            if twin is None and folded not in theirs:
                free.append(folded)
        return free

    for folded in names.keys() & others.keys():
        clusters.join((lang, folded), (other, folded))
    left, right = rest(lang, names, other, others), rest(other, others, lang, names)
    if len(left) == len(right) == 1:
        clusters.join((lang, left[0]), (other, right[0]))


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
