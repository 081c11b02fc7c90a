"""The plan of the last build, in numbers: enough to make single pages anew without planning the site.

Whatever it gives is fetched when it is asked for, and is what the last build had. So a page made of it is the page that
a whole build makes, as long as nothing that a plan rests on has changed; whoever asks for more than it has is told so
by `Unplanned`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, Protocol, overload

from nashra.building.fetched import LastRead
from nashra.content.store import Loaded
from nashra.model import Article, Content, Topic
from nashra.render.feeds.plan import Key
from nashra.render.ground.page import Page
from nashra.render.plan.articles import article_pages
from nashra.render.plan.companions import companion_pages
from nashra.render.plan.pages import Plan
from nashra.render.plan.texts import TextPage
from nashra.render.reading.readings import Reading
from nashra.render.site import Renderer


class LastBuild(Protocol):
    """The articles of the last build, by the names of their folders; see `nashra.building.articles.Kept`."""

    @property
    def grounds(self) -> Mapping[str, bytes]:
        """Article id -> what all of it but its text was made from."""

    @property
    def texts(self) -> Mapping[str, bytes]:
        """Article id -> its text."""

    @property
    def told(self) -> Mapping[str, bytes]:
        """Folder -> what was said of it."""

    def name(self, article: Article) -> str:
        """The name of the folder of `article`."""

    def last(self, name: str) -> Loaded | None:
        """The article in the folder; None where that is not known."""

    def last_read(self, name: str) -> LastRead | None:
        """What was read of it; None where that is not known."""


class Unplanned(Exception):
    """The outline does not know: the whole site has to be planned."""


def outlined(renderer: Renderer, kept: LastBuild) -> dict[str, Any]:
    """The outline of a site that has been planned, of plain values."""
    plan, desk = renderer.plan, renderer.desk
    place = {article.id: number for number, article in enumerate(plan.articles)}

    def places(articles: Iterable[Article]) -> bytes:
        return array("I", [place[article.id] for article in articles]).tobytes()

    def groups(own: Plan) -> dict[str, Any]:
        return {
            "articles": places(own.articles),
            "topics": {id: places(found) for id, found in own.topics.items()},
            "entities": {id: places(found) for id, found in own.entities.items()},
            "stories": {id: places(found) for id, found in own.stories.items()},
            "story_of": dict(own.story_of),
            "days": len(own.days),
        }

    related = {
        lang: [
            places(desk.articles.related.to(article, lang)) if lang in article.versions else b""
            for article in plan.articles
        ]
        for lang in desk.plans
    }
    return {
        "articles": [
            (article.id, kept.name(article), tuple(article.versions), kept.told[kept.name(article)], grounds)
            for article, grounds in zip(plan.articles, _grounds(plan.articles, kept), strict=True)
        ],
        "whole": groups(plan),
        "plans": {lang: None if own is plan else groups(own) for lang, own in desk.plans.items()},
        "topics": list(plan.topic_names),
        "related": related,
        "feeds": desk.feeds.holders(),
        "texts": [
            (page.path, page.lang, dict(page.alternates), page.fallback, page.page.name) for page in plan.text_pages
        ],
        "paged": sorted(renderer.readings.paged),
    }


class Outline:
    """A planned site, of which single articles are other than they were.

    found: what `outlined` gave. texts: article id -> its text, of those that have had others since. content: everything
    but the articles.
    """

    def __init__(self, found: Mapping[str, Any], texts: Mapping[str, bytes], content: Content, kept: LastBuild) -> None:
        self._found, self._content, self._kept = found, content, kept
        self.texts = dict(texts)
        self._table = [_Row(*row) for row in found["articles"]]
        self.place = {row.id: number for number, row in enumerate(self._table)}
        self.paged: frozenset[str] = frozenset(found["paged"])
        self._articles: dict[int, Article] = {}
        self._readings: dict[str, Mapping[str, Reading]] = {}

    def put(self, article: Article, readings: Mapping[str, Reading]) -> None:
        """`article` is in the place of the one with its id. Raises Unplanned where that had no pages, or others."""
        place = self.place[article.id]
        if set(self._table[place].langs) != readings.keys():
            raise Unplanned
        self._articles[place] = self._shown(place, article)
        self._readings[article.id] = {lang: each.linking(self.paged) for lang, each in readings.items()}

    def _shown(self, place: int, article: Article) -> Article:
        """`article` with the versions that have pages."""
        return replace(article, versions={lang: article.versions[lang] for lang in self._table[place].langs})

    def article(self, place: int) -> Article:
        """The article in a place of the plan."""
        if place not in self._articles:
            loaded = self._kept.last(self._table[place].name)
            if loaded is None or loaded.article is None:
                raise Unplanned
            self._articles[place] = self._shown(place, loaded.article)
        return self._articles[place]

    def reading(self, id: str, lang: str) -> Reading:
        """The reading of an article in a language."""
        if id not in self._readings:
            found = self.last_read(id)
            self._readings[id] = {code: each.linking(self.paged) for code, each in found.readings.items()}
        return self._readings[id][lang]

    def last_read(self, id: str) -> LastRead:
        """What the last build read of an article. Raises Unplanned where another build has read it since, as of another
        state, or it had no page."""
        if id not in self.place:
            raise Unplanned
        row = self._table[self.place[id]]
        found = self._kept.last_read(row.name)
        if found is None or found.grounds != (row.grounds[0], self.texts.get(id, row.grounds[1])):
            raise Unplanned
        return found

    def is_but_text(self, article: Article) -> bool:
        """Whether all of `article`, as it was loaded and read a moment ago, is what it was, but its text."""
        row, kept = self._table[self.place[article.id]], self._kept
        return kept.told.get(row.name) == row.told and kept.grounds.get(article.id) == row.grounds[0]

    def related(self, article: Article, lang: str) -> Sequence[Article]:
        """See `nashra.render.shown.related`."""
        return tuple(map(self.article, _places(self._found["related"][lang][self.place[article.id]])))

    def feeds(self, article: Article) -> Sequence[Key]:
        """The feeds that have the article."""
        found: Sequence[Key] = self._found["feeds"].get(article.id, ())
        return found

    def plan(self) -> Plan:
        """The plan of all languages together; its pages are those outside the news."""
        pages = {(page.name, page.lang): page for page in self._content.pages}
        texts = tuple(
            TextPage(path, lang, alternates, fallback, pages[name, lang])
            for path, lang, alternates, fallback, name in self._found["texts"]
        )
        names = {id: self._content.topics.get(id) or Topic(id, {}) for id in self._found["topics"]}
        whole = _Plan.of_groups(self._found["whole"], self._some, texts, names)
        own = {
            lang: whole if found is None else _Plan.of_groups(found, self._some, texts, names, whole)
            for lang, found in self._found["plans"].items()
        }
        object.__setattr__(whole, "_plans", own)
        return whole

    def pages(self, article: Article, langs: Sequence[str]) -> list[Page]:
        """The pages that go with `article`. langs: all languages, in the site's order."""
        place = self.place[article.id]
        pages: list[Page] = []
        for page in article_pages(langs, [article]):
            newer = self._nearest(page.lang, range(place - 1, -1, -1))
            older = self._nearest(page.lang, range(place + 1, len(self._table)))
            pages.append(replace(page, older=older, newer=newer))
        return [*pages, *companion_pages(langs, [article])]

    def _nearest(self, lang: str, places: Iterable[int]) -> Article | None:
        found = next((place for place in places if lang in self._table[place].langs), None)
        return None if found is None else self.article(found)

    def _some(self, data: bytes) -> _Some:
        return _Some(self.article, _places(data))


class _Row(NamedTuple):
    """An article in the table of the outline. name: of its folder. langs: of the versions that have pages."""

    id: str
    name: str
    langs: tuple[str, ...]
    told: bytes
    grounds: tuple[bytes, bytes]


def _grounds(articles: Iterable[Article], kept: LastBuild) -> Iterator[tuple[bytes, bytes]]:
    for article in articles:
        yield kept.grounds.get(article.id, b""), kept.texts.get(article.id, b"")


def _places(data: bytes) -> Sequence[int]:
    found = array("I")
    found.frombytes(data)
    return found


class _Some(Sequence[Article]):
    """Articles of the outline, fetched when they are asked for."""

    def __init__(self, article: Callable[[int], Article], places: Sequence[int]) -> None:
        self._article, self._places = article, places

    @overload
    def __getitem__(self, at: int) -> Article: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Article, ...]: ...
    def __getitem__(self, at: int | slice) -> Article | tuple[Article, ...]:
        if isinstance(at, slice):
            return tuple(map(self._article, self._places[at]))
        return self._article(self._places[at])

    def __iter__(self) -> Iterator[Article]:
        return map(self._article, self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Withheld(Sequence[Any]):
    """What is counted and no more."""

    def __init__(self, count: int) -> None:
        self._count = count

    def __getitem__(self, at: Any) -> Any:
        raise Unplanned

    def __iter__(self) -> Iterator[Any]:
        raise Unplanned

    def __len__(self) -> int:
        return self._count


class _Plan(Plan):
    """A plan that fetches what it is asked for."""

    __slots__ = ("_plans",)
    _plans: Mapping[str, Plan]

    @classmethod
    def of_groups(
        cls,
        found: Mapping[str, Any],
        some: Callable[[bytes], _Some],
        pages: tuple[TextPage, ...],
        topic_names: Mapping[str, Topic],
        whole: Plan | None = None,
    ) -> _Plan:
        """whole: the plan of all languages, of which this one is less."""
        made = object.__new__(cls)
        values: dict[str, Any] = {
            name: {id: some(data) for id, data in found[name].items()} for name in ("topics", "entities", "stories")
        }
        values |= {
            "pages": pages,
            "articles": some(found["articles"]),
            "topic_names": topic_names,
            "days": _Withheld(found["days"]),
            "alone": _Nothing(),
            "days_of": _Nothing(),
            "whole": whole.articles if whole else (),
            "story_of": found["story_of"],
            "_plans": {},
        }
        for name, value in values.items():
            object.__setattr__(made, name, value)
        return made

    def of(self, lang: str) -> Plan:
        return self._plans[lang]


class _Nothing(Mapping[str, Any]):
    """What nobody may ask for."""

    def __getitem__(self, key: str) -> Any:
        raise Unplanned

    def __iter__(self) -> Iterator[str]:
        raise Unplanned

    def __len__(self) -> int:
        raise Unplanned
