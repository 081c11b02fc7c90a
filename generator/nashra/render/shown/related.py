"""Which articles belong together: those that name the same rare names, then those on the same topics.

What comes later changes little of it: the page of an old article should not change with every new one. So an article
looks far back and a few articles ahead, and how rare a name is it asks of the past, and in rough steps.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import islice
from math import log2
from typing import Protocol

from nashra.model import Article

# Related articles on one page, and those kept so that enough remain in every language.
SHOWN = 4
_KEPT = 16
# So many neighbours an article looks at in the list of a name or topic: of two articles on Rabat the nearer
# is likelier to go on with the story.
_OLDER, _NEWER = 50, 4
# So many articles that came later count when it is asked how rare a name is: a site begins with few.
_AHEAD = 64
# A topic is a drawer that an editor chose; a name is what the text is about.
_TOPIC_WEIGHT = 0.5


class RelatedArticles(Protocol):
    """Tells which articles belong together."""

    def to(self, article: Article, lang: str) -> Sequence[Article]:
        """At most SHOWN articles related to `article` that have a version in `lang`, the closest first."""


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
        self._found: dict[tuple[str, str], tuple[Article, ...]] = {}
        for weight, groups in ((1.0, entities), (_TOPIC_WEIGHT, topics)):
            for found in groups.values():
                if len(found) < 2:
                    continue
                places = tuple(self._place[article.id] for article in found)
                for at, article in enumerate(found):
                    self._lists.setdefault(article.id, []).append((weight, places, at))

    def to(self, article: Article, lang: str) -> tuple[Article, ...]:
        """At most SHOWN articles related to `article` that have a version in `lang`, the closest first."""
        key = article.id, lang
        if key not in self._found:
            if article.id not in self._ranked:
                self._ranked[article.id] = self._rank(article)
            found = (other for other in self._ranked[article.id] if lang in other.versions)
            self._found[key] = tuple(islice(found, SHOWN))
        return self._found[key]

    def _rank(self, article: Article) -> tuple[Article, ...]:
        scores: dict[int, float] = {}
        here = self._place[article.id]
        start = max(0, here - _AHEAD)
        known = _steps(len(self._articles) - start)
        for weight, places, at in self._lists.get(article.id, ()):
            # as in tf-idf: a name that every article has tells nothing
            worth = weight * (known - _steps(len(places) - bisect_left(places, start)))
            if worth <= 0:
                continue
            for place in places[max(0, at - _NEWER) : at + _OLDER + 1]:
                scores[place] = scores.get(place, 0.0) + worth
        scores.pop(here, None)

        def order(place: int) -> tuple[float, float, str]:
            other = self._articles[place]
            return -scores[place], abs((other.published - article.published).total_seconds()), other.id

        # first by the score alone: what is told apart by time is few
        best = sorted(scores, key=scores.__getitem__, reverse=True)
        least = scores[best[min(_KEPT, len(best)) - 1]] if best else 0.0
        best = sorted((place for place in best if scores[place] >= least), key=order)[:_KEPT]
        return tuple(self._articles[place] for place in best)


def _steps(count: int) -> int:
    """The size of `count` in half powers of two, so that one article more or less seldom changes it."""
    return round(2 * log2(count))
