"""Which articles tell of one event: what was read of them, as `nashra.stories` wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from nashra.model import ALONE, Article, Content, Entity
from nashra.settings.config import Settings
from nashra.stories.grouping import Tell, grouped
from nashra.stories.telling import NAME, OF, Placed, Telling

# How much a name counts in a title, after it, and the country or body that it belongs to.
_IN_TITLE, _AFTER, _BELONGS = 1.0, 0.6, 0.5
# Names after those of the title that count, in order of mention: what an article is about stands at its beginning.
_MOST_AFTER = 6
_STEPS_UP = 8


class Read(Protocol):
    """What is asked of a reading, see `nashra.render.reading.readings.Reading`."""

    @property
    def signs(self) -> str: ...
    @property
    def entities(self) -> tuple[str, ...]: ...
    @property
    def named(self) -> int: ...


class KeepStories(Protocol):
    """What may know the stories from before."""

    def stories(self, articles: Sequence[Placed], tell: Tell) -> Sequence[Placed]:
        """What `nashra.stories.grouping.grouped` gives, which may have been told before."""


def told_together(
    settings: Settings,
    content: Content,
    readings: Mapping[tuple[str, str], Read],
    keep: KeepStories | None = None,
) -> dict[str, str]:
    """Article id -> the story that it is in, which may be its own; without the articles that have no reading.

    Where the site wants none found, only those that editors named are there.
    """
    known = {each.id: each for each in content.articles if (each.id, each.lang) in readings}
    hands = by_hand(known)
    if not settings.stories:
        return {id: hand for id, hand in hands.items() if hand and hand != ALONE}
    articles = [
        Placed(each.id, hands[each.id].encode(), each.published.timestamp() / 3600) for each in reversed(known.values())
    ]

    def tell(id: str) -> Telling:
        return _telling(known[id], hands[id], content.entities, readings)

    found = keep.stories(articles, tell) if keep else grouped(articles, tell)
    return {each.id: each.story for each in found}


def by_hand(articles: Mapping[str, Article]) -> dict[str, str]:
    """Article id -> the story that an editor put it into: whoever names the id of another article means its story."""
    named = {each.story for each in articles.values()}
    return {id: each.story or (id if id in named else "") for id, each in articles.items()}


def _telling(
    article: Article, hand: str, entities: Mapping[str, Entity], readings: Mapping[tuple[str, str], Read]
) -> Telling:
    names: dict[str, float] = {}
    actors: set[str] = set()
    texts: dict[str, frozenset[str]] = {}
    for lang in article.versions:
        reading = readings.get((article.id, lang))
        if reading is None:
            continue
        texts[lang] = frozenset(reading.signs.split())
        for number, id in enumerate(reading.entities[: reading.named + _MOST_AFTER]):
            in_title = number < reading.named
            names[NAME + id] = max(names.get(NAME + id, 0.0), _IN_TITLE if in_title else _AFTER)
            names[OF + _whole(id, entities)] = _BELONGS
            if in_title and entities[id].type != "place":
                actors.add(NAME + id)
    return Telling(
        id=article.id,
        hours=article.published.timestamp() / 3600,
        lang=article.lang,
        title=article.original.title,
        names=names,
        texts=texts,
        source=article.source.name if article.source else "",
        actors=frozenset(actors),
        hand=hand,
    )


def _whole(id: str, entities: Mapping[str, Entity]) -> str:
    """What the entity belongs to in the end: a country, or a body; itself where nothing is above it."""
    for _ in range(_STEPS_UP):
        above = entities[id].country or entities[id].parent
        if not above or above not in entities:
            break
        id = above
    return id
