"""The front page: what leads, what stands beside it, what follows by topic, and the rest by time. Pure, no I/O.

Every article stands there once. What weighs is measured by the content itself, never by a clock: how much older an
article is than the newest one, and not how old it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import takewhile

from nashra.model import Article

# An article that is this much older than the newest one leads no more, whatever is said of it.
FRESH = timedelta(hours=48)
SECONDS = 4
MOST_URGENT = 5
# A topic has a block of its own from this many articles on; more than so many blocks, or articles in one, are no help.
LEAST_IN_BLOCK = 2
MOST_IN_BLOCK = 4
MOST_BLOCKS = 6
# With fewer articles than these besides the first ones, a list by time tells more than blocks of one or two.
LEAST_FOR_BLOCKS = 6

COLUMNS = 3
# How tall things are on a desk, in rems: a block with its label, the picture of its first story, a story.
_LABEL, _PHOTO, _STORY = 4.0, 13.5, 6.0

# What an article weighs, in hours of age that it makes up for.
_SAID_TO_LEAD = 1000.0
_BREAKING = 500.0
_READ_HERE = 100.0
_PICTURE = 5.0
_MOST_SALIENT = 8.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What the front page in one language asks about an article.

    here: whether it can be read in the page's language. picture: whether it has one. titled: entities in its title.
    """

    here: bool
    picture: bool
    titled: Sequence[str]


@dataclass(frozen=True, slots=True)
class Front:
    """The articles of a front page, each once. blocks: (topic id, its articles, newest first). latest: newest first."""

    lead: Article | None
    seconds: tuple[Article, ...]
    blocks: tuple[tuple[str, tuple[Article, ...]], ...]
    latest: tuple[Article, ...]


def front(articles: Sequence[Article], look: Callable[[Article], Seen], topics: Sequence[str]) -> Front:
    """The front page of `articles`, newest first. topics: ids in the order in which their blocks stand."""
    if not articles:
        return Front(None, (), (), ())
    seen = {article.id: look(article) for article in articles}
    weights = _weights(articles, seen)
    order = sorted(articles, key=lambda article: -weights[article.id])  # stable: the newer first among equals
    lead, seconds = order[0], tuple(order[1 : 1 + SECONDS])
    chosen = {lead.id, *(article.id for article in seconds)}
    rest = [article for article in articles if article.id not in chosen]
    blocks = _blocks(rest, topics) if len(rest) >= LEAST_FOR_BLOCKS else ()
    chosen |= {article.id for _, found in blocks for article in found}
    return Front(lead, seconds, blocks, tuple(article for article in rest if article.id not in chosen))


def columns(blocks: Sequence[tuple[int, bool]]) -> tuple[tuple[int, ...], ...]:
    """Blocks, each as (its stories, whether it begins with a picture), in columns about equally tall: their indices.

    The tallest block first, each into the column that is shortest yet; within a column, and from column to column by
    its first block, they keep their order.
    """
    heights = [_LABEL + _STORY * stories + _PHOTO * pictured for stories, pictured in blocks]
    found: list[list[int]] = [[] for _ in range(min(COLUMNS, len(blocks)))]
    for index in sorted(range(len(blocks)), key=lambda index: -heights[index]):
        min(found, key=lambda column: sum(heights[each] for each in column)).append(index)
    return tuple(sorted(tuple(sorted(column)) for column in found))


def candidates(first: Sequence[Article], articles: Sequence[Article]) -> Sequence[Article]:
    """`first`, the newest of `articles`, and what editors want seen while it is fresh, however much is newer."""
    if not first:
        return first
    there = {article.id for article in first}
    fresh = takewhile(lambda article: first[0].published - article.published <= FRESH, articles)
    urgent = [article for article in fresh if article.id not in there and (article.lead or article.breaking)]
    return [*first, *urgent[:MOST_URGENT]]


def _weights(articles: Sequence[Article], seen: Mapping[str, Seen]) -> dict[str, float]:
    """Article id -> what it weighs: the newer the more, more still where editors, or the other news, say so."""
    newest = articles[0].published
    fresh = [article for article in articles if newest - article.published <= FRESH]
    # a story that others of these days tell of too is the one that everybody is on
    talk = Counter(id for article in fresh for id in set(seen[article.id].titled))
    weights = {}
    for article in articles:
        about = seen[article.id]
        weight = -(newest - article.published) / timedelta(hours=1)
        weight += _PICTURE * about.picture
        if newest - article.published <= FRESH:
            weight += _SAID_TO_LEAD * article.lead + _BREAKING * article.breaking + _READ_HERE * about.here
            weight += min(_MOST_SALIENT, sum(2.0 * (talk[id] - 1) for id in set(about.titled)))
        weights[article.id] = weight
    return weights


def _blocks(rest: Sequence[Article], topics: Sequence[str]) -> tuple[tuple[str, tuple[Article, ...]], ...]:
    """Blocks of the topics that have enough of `rest`; each article in the largest of those it is about.

    The largest by what is left of them, so that no block is robbed of half its articles by one above it.
    """
    left = list(rest)
    blocks: dict[str, tuple[Article, ...]] = {}
    rank = {id: number for number, id in enumerate(topics)}
    while len(blocks) < MOST_BLOCKS:
        counts = Counter(id for article in left for id in article.topics if id in rank and id not in blocks)
        best = max(counts, key=lambda id: (min(counts[id], MOST_IN_BLOCK), -rank[id]), default=None)
        if best is None or counts[best] < LEAST_IN_BLOCK:
            break
        blocks[best] = tuple([article for article in left if best in article.topics][:MOST_IN_BLOCK])
        taken = {article.id for article in blocks[best]}
        left = [article for article in left if article.id not in taken]
    return tuple(sorted(blocks.items(), key=lambda block: rank[block[0]]))
