"""What there is to make pages of: the articles that have some, in groups. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from nashra.entities.bylines import Bylines
from nashra.head.frontmatter import line_of
from nashra.kit.errors import Problem
from nashra.kit.slugs import slug_problem
from nashra.model import Article, Content, Topic, Version
from nashra.render.ground import urls
from nashra.render.ground.claims import Claims
from nashra.render.plan import editions
from nashra.render.plan.editions import Edition, Subjects
from nashra.render.reading.readings import Readings
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Survey:
    """What kinds of pages are made of.

    articles: those that are published, newest first, with the versions that have a page.
    topics, entities: id -> its articles, newest first, for those that have a page; sorted by id.
    alone: entity without a page -> the newest article that names it.
    stories: id -> its articles, newest first, for those of several articles; sorted by id.
    days_of: language -> the daily editions, newest first, of the articles that are wanted in it; days: of all.
    claims: the addresses that are taken.
    """

    settings: Settings
    content: Content
    readings: Readings
    articles: tuple[Article, ...]
    topic_names: Mapping[str, Topic]
    topics: Mapping[str, tuple[Article, ...]]
    entities: Mapping[str, tuple[Article, ...]]
    alone: Mapping[str, Article]
    subjects: Subjects
    days: tuple[Edition, ...]
    days_of: Mapping[str, tuple[Edition, ...]]
    stories: Mapping[str, tuple[Article, ...]]
    claims: Claims

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages, in the site's order."""
        return tuple(self.settings.languages)


def survey(settings: Settings, content: Content, readings: Readings) -> tuple[Survey, list[Problem]]:
    """What there is, and topics that cannot be used. Where two files want one address the older article keeps it."""
    claims = Claims(settings.root)
    articles = _published(content, readings, claims)
    names, faulty = _topics(content, articles, free=settings.free_topics)
    authors = Bylines(content.entities)
    named = _group(articles, lambda article: [*_mentioned(article, readings), *authors.ids(article)])
    subjects = _subjects(content, articles, names, readings)
    stories = several(_group(articles, lambda article: [id for id in (readings.stories.get(article.id),) if id]))
    days = editions.days(articles, settings.timezone, subjects, _in_stories(stories))
    days_of = dict.fromkeys(settings.languages, days)
    for lang in settings.languages:
        if len(found := wanted(articles, lang)) < len(articles):
            own = several({id: wanted(each, lang) for id, each in stories.items()})
            days_of[lang] = editions.days(found, settings.timezone, subjects, _in_stories(own))
    return Survey(
        settings=settings,
        content=content,
        readings=readings,
        articles=articles,
        topic_names=names,
        topics=_group(articles, lambda article: [id for id in article.topics if id in names]),
        entities={id: found for id, found in named.items() if id in readings.paged},
        alone={id: found[0] for id, found in named.items() if id not in readings.paged},
        subjects=subjects,
        days=days,
        days_of=days_of,
        stories=stories,
        claims=claims,
    ), faulty


def wanted(articles: Sequence[Article], lang: str) -> tuple[Article, ...]:
    """Those of `articles` that their editors want in the language `lang`, in any version that there is."""
    return tuple(article for article in articles if article.is_wanted_in(lang))


def several(stories: Mapping[str, tuple[Article, ...]]) -> dict[str, tuple[Article, ...]]:
    """Those of `stories` that more than one article tells of."""
    return {id: found for id, found in stories.items() if len(found) > 1}


def _in_stories(stories: Mapping[str, tuple[Article, ...]]) -> dict[str, str]:
    """Article id -> the one of `stories` that it is in."""
    return {article.id: id for id, found in stories.items() for article in found}


def _published(content: Content, readings: Readings, claims: Claims) -> tuple[Article, ...]:
    """The articles whose original can be published, with those versions that can, newest first."""
    kept: list[Article] = []
    for article in reversed(content.articles):
        order = sorted(article.versions.values(), key=lambda version: (version.lang != article.lang, version.lang))
        versions: dict[str, Version] = {}
        for version in order:
            path = urls.article(version.lang, article.month, version.slug)
            if (article.id, version.lang) in readings.articles and claims.claim(
                path, version.path, "change its `slug`"
            ):
                versions[version.lang] = version
            elif version.lang == article.lang:
                break
        if article.lang in versions:
            kept.append(replace(article, versions=versions))
    return tuple(reversed(kept))


def _topics(content: Content, articles: Sequence[Article], *, free: bool) -> tuple[dict[str, Topic], list[Problem]]:
    """The topics that articles name, by id. free: whether one that topics.yaml does not know is there, by its id."""
    problems: list[Problem] = []
    names: dict[str, Topic] = {}
    spelled: dict[str, str] = {}
    faulty: set[str] = set()
    for article in reversed(articles):
        for id in article.topics:
            if id in names or id in faulty:
                continue
            fault = slug_problem(id)
            if not fault and not free and id not in content.topics:
                continue
            if not fault and spelled.setdefault(id.casefold(), id) != id:
                fault = f"differs from {spelled[id.casefold()]!r} in capitals only"
            if fault:
                faulty.add(id)
                hint = "use the id of a topic in topics.yaml"
                path = article.original.path
                problems.append(Problem(f"the topic {id!r} {fault}", path, line_of(path, "topics"), hint))
            else:
                names[id] = content.topics.get(id) or Topic(id, {})
    return names, problems


def _subjects(
    content: Content, articles: Sequence[Article], names: Mapping[str, Topic], readings: Readings
) -> Subjects:
    """Topics in the order of topics.yaml, then those that it does not list, by id."""
    listed = [id for id in content.topics if id in names]
    others = sorted(names.keys() - content.topics.keys())
    named = {
        article.id: tuple(id for id in dict.fromkeys(_mentioned(article, readings)) if id in readings.paged)
        for article in articles
    }
    return Subjects([*listed, *others], named, {id: entity.type for id, entity in content.entities.items()})


def _mentioned(article: Article, readings: Readings) -> list[str]:
    return [id for lang in article.versions for id in readings.articles[article.id, lang].entities]


def _group(articles: Sequence[Article], keys: Callable[[Article], Sequence[str]]) -> dict[str, tuple[Article, ...]]:
    """Key -> the articles that have it, in their order; keys sorted."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        for key in dict.fromkeys(keys(article)):
            groups.setdefault(key, []).append(article)
    return {key: tuple(groups[key]) for key in sorted(groups)}
