"""Which feeds the site has, and where each one is in other languages and formats. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Literal

from nashra.model import Article, Entity, Topic
from nashra.render.ground import urls
from nashra.render.plan.pages import Plan
from nashra.render.plan.survey import wanted
from nashra.settings.config import Settings

Address = Callable[[str, str], str]
Kind = Literal["site", "editions", "topic", "entity", "story"]
# Kind of a feed, its language, and the id of its subject or story, empty for the feed of the site.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed in one language, in all its formats.

    address: (language, format) -> its path below the site's root. page: that of the page it is the feed of.
    langs: the languages that have the same feed, this one included, in the site's order.
    subject: the topic or the name that it is about. articles: newest first, of whatever language.
    """

    kind: Kind
    lang: str
    address: Address
    page: str
    formats: tuple[str, ...]
    langs: tuple[str, ...]
    subject: Topic | Entity | None
    articles: Sequence[Article]
    limit: int

    @property
    def path(self) -> str:
        """The path of the feed in its first format."""
        return self.address(self.lang, self.formats[0])

    def chosen(self) -> list[Article]:
        """The newest articles that can be read in its language, as many as the feed has."""
        return list(islice((article for article in self.articles if self.lang in article.versions), self.limit))


class Feeds:
    """The feeds of a site.

    Feeds hold what can be read in their language: who follows the French feed wants French. A topic or an entity has
    one in each language that one of its articles is in; the site and its editions always have one.
    """

    def __init__(self, settings: Settings, plan: Plan, entities: Mapping[str, Entity]) -> None:
        self._settings, self._plan, self._entities = settings, plan, entities
        self._langs = tuple(settings.languages)
        self._spoken: dict[tuple[str, str], tuple[str, ...]] = {}

    def site(self, lang: str) -> Feed:
        """The feed of all articles."""
        formats, limit = self._settings.feeds.formats, self._settings.feed_items
        return Feed("site", lang, urls.feed, urls.home(lang), formats, self._langs, None, self._plan.articles, limit)

    def editions(self, lang: str) -> Feed:
        """The feed of daily editions; its items are not articles, so it names none."""
        formats, limit = self._settings.feeds.formats, self._settings.feed_items
        return Feed("editions", lang, urls.editions_feed, urls.editions(lang), formats, self._langs, None, (), limit)

    def topic(self, lang: str, id: str) -> Feed | None:
        """The feed of a topic; None where there is none in this language."""
        langs, formats = self._langs_of("topic", id), self._settings.feeds.topics
        if lang not in langs or not formats:
            return None
        topic, articles = self._plan.topic_names[id], self._plan.topics[id]
        address, page = partial(_of, urls.topic_feed, id), urls.topic(lang, id)
        return Feed("topic", lang, address, page, formats, langs, topic, articles, self._settings.feeds.topic_items)

    def entity(self, lang: str, id: str) -> Feed | None:
        """The feed of an entity; None where there is none in this language."""
        langs, formats = self._langs_of("entity", id), self._settings.feeds.entities
        if lang not in langs or not formats:
            return None
        entity, articles = self._entities[id], self._plan.entities[id]
        address, page = partial(_of, urls.entity_feed, id), urls.entity(lang, id)
        return Feed("entity", lang, address, page, formats, langs, entity, articles, self._settings.feeds.entity_items)

    def story(self, lang: str, id: str) -> Feed | None:
        """The feed of a story, in the formats of those of topics; None where there is none in this language."""
        langs, formats = self._langs_of("story", id), self._settings.feeds.topics
        if lang not in langs or not formats:
            return None
        address, page, limit = partial(_of, urls.story_feed, id), urls.story(lang, id), self._settings.feeds.topic_items
        articles = wanted(self._plan.stories[id], lang)
        return Feed("story", lang, address, page, formats, langs, None, articles, limit)

    def stories(self, lang: str) -> Iterator[Feed]:
        """The feeds of all stories, by id."""
        return (feed for id in self._plan.stories if (feed := self.story(lang, id)) is not None)

    def subject(self, lang: str, subject: Topic | Entity) -> Feed | None:
        """The feed of a topic or an entity; None where there is none in this language."""
        return self.topic(lang, subject.id) if isinstance(subject, Topic) else self.entity(lang, subject.id)

    def subjects(self, lang: str) -> Iterator[Feed]:
        """The feeds of all topics, then those of all entities, by id."""
        for found, ids in ((self.topic, self._plan.topics), (self.entity, self._plan.entities)):
            for id in ids:
                if (feed := found(lang, id)) is not None:
                    yield feed

    def keyed(self, lang: str) -> Iterator[tuple[Key, Feed]]:
        """All feeds of articles in the language `lang`, with their keys."""
        yield ("site", lang, ""), self.site(lang)
        for feed in self.subjects(lang):
            if feed.subject:
                yield (feed.kind, lang, feed.subject.id), feed
        for id in self._plan.stories:
            if (story := self.story(lang, id)) is not None:
                yield ("story", lang, id), story

    def known_as(self, key: Key) -> Feed | None:
        """The feed of articles that has the key."""
        kind, lang, id = key
        if kind == "topic":
            return self.topic(lang, id)
        if kind == "entity":
            return self.entity(lang, id)
        return self.story(lang, id) if kind == "story" else self.site(lang)

    def _langs_of(self, kind: Literal["topic", "entity", "story"], id: str) -> tuple[str, ...]:
        """The languages that at least one of the articles of a topic, an entity or a story is in; for a story, that in
        which two of them are wanted: there it has a page."""
        key = kind, id
        if key not in self._spoken:
            groups = {"topic": self._plan.topics, "entity": self._plan.entities, "story": self._plan.stories}[kind]
            articles = groups.get(id, ())
            found = (lang for lang in self._langs if any(lang in article.versions for article in articles))
            if kind == "story":
                found = (lang for lang in list(found) if len(wanted(articles, lang)) > 1)
            self._spoken[key] = tuple(found)
        return self._spoken[key]


def _of(address: Callable[[str, str, str], str], id: str, lang: str, format: str) -> str:
    return address(lang, id, format)
