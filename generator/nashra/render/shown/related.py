"""Which articles belong together: those that name the same rare names, then those on the same topics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import nsmallest
from math import log

from nashra.model import Article

# Related articles on one page, and those kept so that enough remain in every language.
SHOWN = 4
_KEPT = 16
# An article looks at this many neighbours on each side in the list of a name or topic. It bounds the work on large
# sites, and of two articles on Rabat the nearer in time is the likelier to go on with the story.
_REACH = 50
# A topic is a drawer that an editor chose; a name is what the text is about.
_TOPIC_WEIGHT = 0.5


class Related:
    """Answers for all articles of a site, out of the lists that the plan has anyway.

    articles: newest first. entities, topics: id -> its articles, newest first.
    """

    def __init__(
        self,
        articles: Sequence[Article],
        entities: Mapping[str, Sequence[Article]],
        topics: Mapping[str, Sequence[Article]],
    ) -> None:
        self._articles = articles
        self._place = {article.id: place for place, article in enumerate(articles)}
        self._lists: dict[str, list[tuple[float, tuple[int, ...], int]]] = {}
        self._ranked: dict[str, tuple[Article, ...]] = {}
        for weight, groups in ((1.0, entities), (_TOPIC_WEIGHT, topics)):
            for found in groups.values():
                # as in tf-idf: a name that every article has tells nothing
                worth = weight * log(len(articles) / len(found))
                if worth <= 0 or len(found) < 2:
                    continue
                places = tuple(self._place[article.id] for article in found)
                for at, article in enumerate(found):
                    self._lists.setdefault(article.id, []).append((worth, places, at))

    def to(self, article: Article, lang: str) -> tuple[Article, ...]:
        """At most SHOWN articles related to `article` that have a version in `lang`, the closest first."""
        if article.id not in self._ranked:
            self._ranked[article.id] = self._rank(article)
        return tuple(other for other in self._ranked[article.id] if lang in other.versions)[:SHOWN]

    def _rank(self, article: Article) -> tuple[Article, ...]:
        scores: dict[int, float] = {}
        for worth, places, at in self._lists.get(article.id, ()):
            for place in places[max(0, at - _REACH) : at + _REACH + 1]:
                scores[place] = scores.get(place, 0.0) + worth
        here = self._place[article.id]
        scores.pop(here, None)
        best = nsmallest(_KEPT, scores, key=lambda place: (-round(scores[place], 6), abs(place - here), place))
        return tuple(self._articles[place] for place in best)
