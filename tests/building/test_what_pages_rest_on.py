"""What pages show comes from what they say they need: nothing else is asked, and few files change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nashra.content import publication, store
from nashra.content.address_ledger import Ledger
from nashra.model import Article
from nashra.render.ground.bundle import Bundle
from nashra.render.ground.theme import Theme
from nashra.render.kinds.registry import plan
from nashra.render.plan.redirects import routes
from nashra.render.reading.readings import read_all
from nashra.render.site import Renderer
from nashra.settings import config
from support.changing_site import Newsroom

asked: set[str] = set()


class Watched(Article):
    """An article that tells who is asked for more than its id."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> Any:
        if name not in ("id", "__class__", "__dict__", "__dataclass_fields__"):
            asked.add(object.__getattribute__(self, "id"))
        return super().__getattribute__(name)


def watched(article: Article) -> Article:
    return Watched(**{name: getattr(article, name) for name in Article.__dataclass_fields__})


def renderer(room: Newsroom) -> Renderer:
    settings = config.load(room.root)
    everything, _ = store.load(settings)
    everything = replace(everything, articles=tuple(map(watched, everything.articles)))
    content = publication.select(everything, room.now)
    readings, _ = read_all(settings, content)
    pages, _ = plan(settings, content, readings)
    ways, _ = routes(settings, everything, pages, Ledger())
    return Renderer(settings, content, pages, readings, Theme(settings), ways)


def test_no_file_shows_an_article_that_it_does_not_need(newsroom: Newsroom) -> None:
    for number in range(7, 12):
        newsroom.article(number, more=f"[إلى](../../../../{newsroom.folder(2)[8:]}/ar.md)" if number == 9 else "")
    names = [bundle.name for bundle in renderer(newsroom).bundles()]
    assert len(names) > 60
    wrong = []
    for place, name in enumerate(names):
        # nothing may be left over from another file, so each is made by a renderer of its own
        bundle: Bundle = list(renderer(newsroom).bundles())[place]
        assert bundle.name == name
        needs = bundle.needs()
        if needs.everything:
            continue
        asked.clear()
        list(bundle.make())
        if more := asked - {article.id for article in needs.articles}:
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
    small, large = counted(60), counted(120)
    for change, bound in BOUNDS.items():
        assert small[change] <= bound, (change, small, large)
        assert large[change] <= bound, (change, small, large)
        assert large[change] <= small[change] * 1.3 + 6, (change, small, large)
