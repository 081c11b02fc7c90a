"""Which entities the same articles name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from nashra.model import Article

# Entities shown beside one. Two that met once met by chance.
SHOWN = 8
LEAST = 2


class Together:
    """Answers for all entities of a site. entities: id -> its articles."""

    def __init__(self, entities: Mapping[str, Sequence[Article]]) -> None:
        self._entities = entities
        self._named: dict[str, list[str]] = {}
        for id, articles in entities.items():
            for article in articles:
                self._named.setdefault(article.id, []).append(id)
        self._found: dict[str, tuple[tuple[str, int], ...]] = {}

    def of(self, id: str) -> tuple[tuple[str, int], ...]:
        """(entity, number of articles that name it and `id`), the most frequent first, at most SHOWN."""
        if id not in self._found:
            counts = Counter(other for article in self._entities[id] for other in self._named[article.id])
            del counts[id]
            often = [(other, count) for other, count in counts.items() if count >= LEAST]
            self._found[id] = tuple(nsmallest(SHOWN, often, key=lambda pair: (-pair[1], pair[0])))
        return self._found[id]
