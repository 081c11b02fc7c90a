"""What pages show comes from what they say they need: nothing else is asked, and few files change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from nashra.content import publication, store
from nashra.content.address_ledger import Ledger
from nashra.model import Article, Entity, Topic, Version
from nashra.render.ground.bundle import ON_FEW_PAGES, Bundle
from nashra.render.ground.theme import Theme
from nashra.render.kinds.registry import plan
from nashra.render.plan.redirects import routes
from nashra.render.reading.readings import Reading, read_all
from nashra.render.site import Renderer
from nashra.settings import config
from nashra.settings.config import Settings
from support.changing_site import Newsroom

asked: set[str] = set()
# What every page may ask of the settings.
FIELDS = {name for name in dir(Settings) if name not in ON_FEW_PAGES}
NOT_ASKED = ("id", "__class__", "__dict__", "__dataclass_fields__")


class WatchedArticle(Article):
    """An article that tells when it is asked for more than its id."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name not in NOT_ASKED:
            asked.add(object.__getattribute__(self, "id"))
        return super().__getattribute__(name)


class WatchedEntity(Entity):
    """A name that tells when it is asked for more than its id."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name not in NOT_ASKED:
            asked.add(object.__getattribute__(self, "id"))
        return super().__getattribute__(name)


class WatchedTopic(Topic):
    """A topic that tells when it is asked for more than its id."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name not in NOT_ASKED:
            asked.add("topic " + object.__getattribute__(self, "id"))
        return super().__getattribute__(name)


class WatchedSettings(Settings):
    """Settings that tell which of them are asked for."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        asked.add("feed_authority" if name == "tag_authority" else name)
        return super().__getattribute__(name)


class WatchedVersion(Version):
    """A version that tells when it is asked for its text."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name == "body":
            asked.add("text " + object.__getattribute__(self, "path").parent.name[-6:])
        return super().__getattribute__(name)


class WatchedReading(Reading):
    """A reading that tells when it is asked for its text. of: the article's id."""

    __slots__ = ("of",)
    of: str

    def __getattribute__(self, name: str) -> Any:
        if name == "html":
            asked.add("text " + object.__getattribute__(self, "of"))
        return super().__getattribute__(name)


W = TypeVar("W", WatchedArticle, WatchedEntity, WatchedTopic, WatchedSettings, WatchedVersion, WatchedReading)


def watched(kind: type[W], plain: Any) -> W:
    return kind(**{name: getattr(plain, name) for name in kind.__dataclass_fields__})


def _with_watched_versions(article: Article) -> Article:
    return replace(article, versions={lang: watched(WatchedVersion, each) for lang, each in article.versions.items()})


def _watched_reading(article: str, plain: Reading) -> WatchedReading:
    made = watched(WatchedReading, plain)
    object.__setattr__(made, "of", article)
    return made


def renderers(room: Newsroom) -> Callable[[], Renderer]:
    """Makes renderers of the site, which share what was read."""
    settings = watched(WatchedSettings, config.load(room.root))
    everything, _ = store.load(settings)
    everything = replace(
        everything,
        articles=tuple(watched(WatchedArticle, _with_watched_versions(each)) for each in everything.articles),
        entities={id: watched(WatchedEntity, each) for id, each in everything.entities.items()},
        topics={id: watched(WatchedTopic, each) for id, each in everything.topics.items()},
    )
    content = publication.select(everything, room.now)
    readings, _ = read_all(settings, content)
    readings = replace(
        readings, articles={key: _watched_reading(key[0], each) for key, each in readings.articles.items()}
    )
    pages, _ = plan(settings, content, readings)
    ways, _ = routes(settings, everything, pages, Ledger())
    theme = Theme(settings)
    return lambda: Renderer(settings, content, pages, readings, theme, ways)


def test_no_file_shows_an_article_a_name_or_a_setting_that_it_does_not_need(newsroom: Newsroom) -> None:
    toml = (newsroom.root / "nashra.toml").read_text("utf-8").replace("\nentities = []", '\nentities = ["json"]')
    newsroom.write("nashra.toml", toml.replace("cards = false", 'cards = true\nreport = "mailto:a@b.example"'))
    for number in range(7, 12):
        newsroom.article(number, more=f"[إلى](../../../../{newsroom.folder(2)[8:]}/ar.md)" if number == 9 else "")
    renderer = renderers(newsroom)
    names = [bundle.name for bundle in renderer().bundles()]
    assert len(names) > 60
    wrong = []
    for place, name in enumerate(names):
        # nothing may be left over from another file, so each is made by a renderer of its own
        made = renderer()
        bundle: Bundle = list(made.bundles())[place]
        assert bundle.name == name
        needs = bundle.needs()
        named = {*needs.names, *needs.settings, *(article.id for article in needs.articles)}
        named.update(f"text {article.id}" for article in needs.texts)
        readings = made.readings.articles
        for article in needs.articles:
            named.update(id for lang in article.versions for id in readings[article.id, lang].entities)
            named.update(f"topic {id}" for id in article.topics)
        # what is put together out of all names before any page is made counts for none
        _ = made.desk.articles, made.desk.editions, made.desk.feeds, made.desk.lists, made.desk.fronts
        asked.clear()
        list(bundle.make())
        more = {each for each in asked - named if each in ON_FEW_PAGES or each not in FIELDS}
        if needs.everything:
            more = set() if needs.all_texts else {each for each in more if each.startswith("text ")}
        if more:
            wrong.append((name, more))
    assert wrong == []


@pytest.fixture
def counted(tmp_path: Path) -> Callable[[int], dict[str, int]]:
    """Files written after each kind of change, on a site of so many articles."""

    def count(articles: int) -> dict[str, int]:
        room = Newsroom(tmp_path / str(articles))
        room.write(
            "nashra.toml", (room.root / "nashra.toml").read_text("utf-8").replace("page_size = 2", "page_size = 9")
        )
        for number in range(articles):
            room.article(number)
        room.warm()
        written = {}

        def after(change: str) -> None:
            report = room.warm()
            written[change] = report.written

        middle = articles // 2
        after("nothing")
        room.article(middle, more="فقرة جديدة.")
        after("body")
        room.article(middle, more="فقرة جديدة.", title="عنوان")
        after("title")
        room.article(articles)
        after("new")
        path = room.root / room.folder(articles)
        for file in sorted(path.iterdir()):
            file.unlink()
        path.rmdir()
        after("deleted")
        return written

    return count


# Files that a change may write: those of the article itself and of its neighbours, the parts of lists, the day, week and
# month that it is in, the feeds that have it, the indexes, the maps, and the parts of the search index with its words.
BOUNDS = {"nothing": 0, "body": 20, "title": 80, "new": 140, "deleted": 140}


def test_the_files_that_a_change_writes_do_not_grow_with_the_site(counted: Callable[[int], dict[str, int]]) -> None:
    small, large = counted(40), counted(80)
    for change, bound in BOUNDS.items():
        assert small[change] <= bound, (change, small, large)
        assert large[change] <= bound, (change, small, large)
        assert large[change] <= small[change] * 1.3 + 6, (change, small, large)
