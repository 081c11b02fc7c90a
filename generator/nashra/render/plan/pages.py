"""The plan: which pages the site has, and what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from nashra.model import Article, Topic
from nashra.render.ground.page import Page
from nashra.render.plan.editions import Edition
from nashra.render.plan.survey import several, wanted
from nashra.render.plan.texts import TextPage


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages and what they are about.

    articles: those that are published, newest first, with the versions that have a page.
    topics, entities: id -> its articles, newest first, for those that have a page; sorted by id.
    days: the daily editions, newest first. days_of: language -> the same, of the articles that are wanted in it.
    stories: id -> its articles, newest first, for those of several articles; sorted by id.
    story_of: article id -> the one of `stories` that it is in.
    whole: all articles of the site, where the others are those of one language.
    alone: entity without a page -> the newest article that names it.
    """

    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    topics: Mapping[str, tuple[Article, ...]]
    entities: Mapping[str, tuple[Article, ...]]
    topic_names: Mapping[str, Topic]
    days: tuple[Edition, ...] = ()
    alone: Mapping[str, Article] = field(default_factory=dict)
    days_of: Mapping[str, tuple[Edition, ...]] = field(default_factory=dict)
    whole: tuple[Article, ...] = ()
    stories: Mapping[str, tuple[Article, ...]] = field(default_factory=dict)
    story_of: Mapping[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        of = {article.id: id for id, found in self.stories.items() for article in found}
        object.__setattr__(self, "story_of", of)

    @property
    def all_articles(self) -> tuple[Article, ...]:
        """All articles of the site, newest first."""
        return self.whole or self.articles

    def of(self, lang: str) -> Plan:
        """What readers of the language `lang` are shown: without the articles that are not wanted in it."""
        articles = wanted(self.articles, lang)
        if len(articles) == len(self.articles):
            return self
        topics, entities = (
            {id: found for id, each in groups.items() if (found := wanted(each, lang))}
            for groups in (self.topics, self.entities)
        )
        stories = several({id: wanted(each, lang) for id, each in self.stories.items()})
        days = self.days_of.get(lang, ())
        return replace(
            self, articles=articles, topics=topics, entities=entities, days=days, whole=self.articles, stories=stories
        )

    @property
    def text_pages(self) -> tuple[TextPage, ...]:
        """The pages outside the news."""
        return tuple(page for page in self.pages if isinstance(page, TextPage))
