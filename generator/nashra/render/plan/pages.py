"""The plan: which pages the site has, what each one shows, and where it is in the other languages. Pure, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from nashra.head.frontmatter import line_of
from nashra.kit.errors import Problem
from nashra.kit.slugs import slug_problem
from nashra.model import Article, Content, Entity, StaticPage, Topic, Version
from nashra.render.ground import urls
from nashra.render.ground.claims import Claims
from nashra.render.ground.page import Page
from nashra.render.plan import archive, editions
from nashra.render.plan.archive import archive_pages
from nashra.render.plan.companions import companion_pages
from nashra.render.plan.editions import Edition, Subjects, edition_pages
from nashra.render.plan.feed_pages import feeds_pages
from nashra.render.plan.search_page import search_pages
from nashra.render.reading.readings import Readings
from nashra.settings.config import Settings

IndexKind = Literal["topics", "entities"]


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """An article in one language; older and newer are its neighbours among those in this language."""

    article: Article
    version: Version
    older: Article | None
    newer: Article | None

    @property
    def front(self) -> bool:
        return True

    @property
    def told(self) -> tuple[Article, Version]:
        return (self.article, self.version)

    @property
    def about(self) -> Article:
        return self.article

    @property
    def shows(self) -> Sequence[Article]:
        return (self.article,)


@dataclass(frozen=True, slots=True)
class ListPage(Page):
    """A part of a list of articles, newest first: all of them, or those of one subject.

    Parts are numbered from the oldest, so that those that are full never change. first: whether it is the first one for
    readers, with the newest, and so the one with the highest number. count: of all articles of the list.
    """

    subject: Topic | Entity | None
    articles: Sequence[Article]
    number: int
    first: bool
    count: int
    older: str | None
    newer: str | None

    @property
    def is_home(self) -> bool:
        return self.subject is None and self.first

    @property
    def devoted_to(self) -> Topic | Entity | None:
        return self.subject

    @property
    def shows(self) -> Sequence[Article]:
        return self.articles


@dataclass(frozen=True, slots=True)
class IndexPage(Page):
    """All topics, or all entities, that have articles."""

    kind: IndexKind

    @property
    def renewed(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class TextPage(Page):
    """A page outside the news."""

    page: StaticPage

    @property
    def static(self) -> StaticPage:
        return self.page


@dataclass(frozen=True, slots=True)
class Plan:
    """All pages and what they are about.

    articles: those that are published, newest first, with the versions that have a page.
    topics, entities: id -> its articles, newest first, for those that have a page; sorted by id.
    days: the daily editions, newest first. days_of: language -> the same, of the articles that are wanted in it.
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
        days = self.days_of.get(lang, ())
        return replace(self, articles=articles, topics=topics, entities=entities, days=days, whole=self.articles)

    @property
    def text_pages(self) -> tuple[TextPage, ...]:
        """The pages outside the news."""
        return tuple(page for page in self.pages if isinstance(page, TextPage))


def wanted(articles: Sequence[Article], lang: str) -> tuple[Article, ...]:
    """Those of `articles` that their editors want in the language `lang`, in any version that there is."""
    return tuple(article for article in articles if article.is_wanted_in(lang))


def plan(settings: Settings, content: Content, readings: Readings) -> tuple[Plan, list[Problem]]:
    """The pages of `content`, and what is wrong: where two files want one address the older article keeps it."""
    langs = tuple(settings.languages)
    claims = Claims(settings.root)
    articles = _published(content, readings, claims)
    names, faulty = _topics(content, articles, free=settings.free_topics)
    topics = _group(articles, lambda article: [id for id in article.topics if id in names])
    named = _group(articles, lambda article: _mentioned(article, readings))
    entities = {id: found for id, found in named.items() if id in readings.paged}
    alone = {id: found[0] for id, found in named.items() if id not in readings.paged}

    lists = _Lists(settings.page_size, langs)
    pages: list[Page] = [*_article_pages(langs, articles), *lists.pages(None, articles, urls.home, urls.CHOOSER)]
    for id, found in topics.items():
        pages += lists.pages(names[id], found, partial(_numbered, urls.topic, id))
    for id, found in entities.items():
        pages += lists.pages(content.entities[id], found, partial(_numbered, urls.entity, id))
    pages += _index_pages(langs)
    pages += companion_pages(langs, articles)
    subjects = _subjects(content, articles, names, readings)
    days = editions.days(articles, settings.timezone, subjects)
    days_of = dict.fromkeys(langs, days)
    for lang in langs:
        if len(found := wanted(articles, lang)) < len(articles):
            days_of[lang] = editions.days(found, settings.timezone, subjects)
    pages += edition_pages({lang: (own, editions.weeks(own, subjects)) for lang, own in days_of.items()})
    pages += archive_pages({lang: archive.months(own) for lang, own in days_of.items()})
    pages += search_pages(langs)
    pages += feeds_pages(langs)
    for path in (urls.CHOOSER, urls.NOT_FOUND, *(page.path for page in pages)):
        claims.reserve(path, "a page that the site makes itself")
    pages += _text_pages(langs, content, readings, claims)
    return Plan(tuple(pages), articles, topics, entities, names, days, alone, days_of), [*claims.problems, *faulty]


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


def _article_pages(langs: Sequence[str], articles: Sequence[Article]) -> Iterator[ArticlePage]:
    for lang in langs:
        here = [article for article in articles if lang in article.versions]
        for older, article, newer in zip([*here[1:], None], here, [None, *here], strict=False):
            alternates = {
                code: urls.article(code, article.month, article.versions[code].slug)
                for code in langs
                if code in article.versions
            }
            yield ArticlePage(
                path=alternates[lang],
                lang=lang,
                alternates=alternates,
                fallback=alternates[article.lang],
                article=article,
                version=article.versions[lang],
                older=older,
                newer=newer,
            )


def _numbered(address: Callable[[str, str, int], str], id: str, lang: str, number: int) -> str:
    return address(lang, id, number)


@dataclass(frozen=True, slots=True)
class _Lists:
    """Cuts lists of articles into pages. A list has the same articles in every language, so its pages correspond,
    but for those that are not wanted in a language."""

    page_size: int
    langs: Sequence[str]

    def pages(
        self,
        subject: Topic | Entity | None,
        articles: Sequence[Article],
        address: Callable[[str, int], str],
        fallback: str | None = None,
    ) -> Iterator[ListPage]:
        """Pages of `articles`; address(lang, number) is where each goes, 0 being the first.

        fallback: x-default of the first ones. Of a subject there are pages in the languages in which one of its
        articles is wanted.
        """
        # the first page is never short: it takes the newest ones up until there are enough for another whole page
        size = self.page_size
        lists = {lang: wanted(articles, lang) for lang in self.langs}
        totals = {lang: max(1, len(found) // size) for lang, found in lists.items() if found or subject is None}
        # 0 stands for the first page of each language, whatever its number
        for number in (0, *range(max(totals.values()) - 1, 0, -1)) if totals else ():
            first = number == 0
            alternates = {lang: address(lang, number) for lang, total in totals.items() if first or number < total}
            shown = next(iter(alternates.values()))
            for lang, path in alternates.items():
                found, total = lists[lang], totals[lang]
                own = total if first else number
                end = len(found) - (own - 1) * size
                yield ListPage(
                    path=path,
                    lang=lang,
                    alternates=alternates,
                    fallback=fallback if fallback and first else shown,
                    subject=subject,
                    articles=found[0 if first else end - size : end],
                    number=own,
                    first=first,
                    count=len(found),
                    older=address(lang, own - 1) if own > 1 else None,
                    newer=None if first else address(lang, own + 1 if own + 1 < total else 0),
                )


def _index_pages(langs: Sequence[str]) -> Iterator[IndexPage]:
    kinds: tuple[tuple[IndexKind, Callable[[str], str]], ...] = (("topics", urls.topics), ("entities", urls.entities))
    for kind, address in kinds:
        alternates = {lang: address(lang) for lang in langs}
        for lang in langs:
            yield IndexPage(alternates[lang], lang, alternates, alternates[langs[0]], kind)


def _text_pages(langs: Sequence[str], content: Content, readings: Readings, claims: Claims) -> Iterator[TextPage]:
    kept = [
        page
        for page in content.pages
        if (page.name, page.lang) in readings.pages
        and claims.claim(urls.static(page.lang, page.name), page.path, "rename the file")
    ]
    for page in kept:
        have = {twin.lang for twin in kept if twin.name == page.name}
        alternates = {lang: urls.static(lang, page.name) for lang in langs if lang in have}
        yield TextPage(alternates[page.lang], page.lang, alternates, next(iter(alternates.values())), page)
