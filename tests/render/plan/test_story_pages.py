"""Stories on the site: one item an edition, who told of it besides, a page with its timeline, a feed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config
from support.changing_site import tree

TOML = """\
[site]
url = "https://news.example/"
languages = ["ar", "fr"]
title = {ar = "نشرة", fr = "Bulletin"}
timezone = "Africa/Casablanca"
cards = false
[entities]
countries = false
starter = []
"""
ENTITIES = "- {id: tetouan, type: place, names: {ar: تطوان, fr: Tétouan}}\n"
NOW = datetime(2026, 10, 9, tzinfo=UTC)
FLOOD = {
    "a00001": ("ar", "05T14:00", "و م ع", "فيضانات في تطوان", "غمرت السيول أحياء تطوان بعد 112 ملمترا من الأمطار."),
    "a00002": ("fr", "05T16:00", "Tingis", "Inondations à Tétouan", "112 millimètres de pluie, l'oued a débordé."),
    "a00003": ("fr", "06T09:00", "Rif Info", "Tétouan sous les eaux", "Les inondations ont fermé 30 écoles à Tétouan."),
}
OTHER = {"b00001": ("ar", "05T15:00", "", "افتتاح مكتبة في فاس", "دشنت جمعية مكتبة للأطفال في المدينة القديمة.")}


class Room:
    """A site in two languages, each of whose articles is in one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "nashra.toml").write_text(TOML, "utf-8")
        (root / "content/entities").mkdir(parents=True)
        (root / "content/entities/all.yaml").write_text(ENTITIES, "utf-8")
        for id, each in {**FLOOD, **OTHER}.items():
            self.put(id, *each)

    def put(self, id: str, lang: str, day: str, source: str, title: str, text: str, head: str = "") -> None:
        folder = self.root / f"content/articles/2026/10/{day[:2]}-{id}"
        folder.mkdir(parents=True, exist_ok=True)
        head += f"source: {source}\n" if source else ""
        (folder / f"{lang}.md").write_text(
            f"---\ntitle: {title}\nslug: {id}\ndate: 2026-10-{day}\n{head}---\n\n{text}\n", "utf-8"
        )

    def again(self, id: str, head: str) -> None:
        self.put(id, *{**FLOOD, **OTHER}[id], head=head)

    def build(self, cached: bool = False) -> BuildReport:
        report = build(config.load(self.root), now=NOW, remember=True, cached=cached)
        assert not report.problems
        return report

    def page(self, path: str) -> str:
        return unescape((self.root / "site" / path).read_text("utf-8"))

    def text(self, path: str) -> str:
        found = re.search(r"<main.*</main>", self.page(path), re.DOTALL)
        assert found
        return " ".join(re.sub(r"<[^>]+>", " ", found[0]).split())


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Room:
    """The site as it is, built."""
    made = Room(tmp_path_factory.mktemp("stories"))
    made.build()
    return made


def titles(page: str) -> list[str]:
    return [re.sub("<[^>]+>", "", title) for title in re.findall(r"<h3>(.*?)</h3>", page)]


def test_an_edition_has_one_item_a_story_and_names_who_told_of_it_besides(built: Room) -> None:
    arabic, french = (built.page(f"{lang}/editions/2026-10-05.html") for lang in ("ar", "fr"))
    assert titles(arabic) == ["افتتاح مكتبة في فاس", "فيضانات في تطوان"]
    assert titles(french) == ["Inondations à Tétouan", "افتتاح مكتبة في فاس"]
    assert "أوردته أيضا: Tingis باللغة الفرنسية القصة كاملة" in built.text("ar/editions/2026-10-05.html")
    assert "Également rapporté par : و م ع En arabe Toute l’affaire" in built.text("fr/editions/2026-10-05.html")
    # no dot stands between the words and the first source
    assert "<span>Également rapporté par : <a" in french.replace("\u202f:", " :").replace("\u00a0:", " :")
    # the week has the three of them, by two other sources
    week = built.page("fr/editions/2026-W41.html")
    assert titles(week).count("Tétouan sous les eaux") == 1 and "Inondations à Tétouan" not in titles(week)
    assert "rapporté par : Tingis و م ع En arabe" in built.text("fr/editions/2026-W41.html")


def test_what_an_editor_wants_to_lead_leads_its_story(room: Room) -> None:
    room.again("a00001", "lead: true\n")
    room.build()
    assert titles(room.page("fr/editions/2026-10-05.html"))[0] == "فيضانات في تطوان"


def test_a_story_has_a_page_with_its_timeline_and_a_feed(built: Room) -> None:
    page = built.page("ar/stories/a00001.html")
    assert '<html lang="ar-MA" dir="rtl"' in page or 'dir="rtl"' in page[:300]
    assert titles(page) == ["Tétouan sous les eaux", "Inondations à Tétouan", "فيضانات في تطوان"]
    assert "3 مقالات" in page and re.search(r"<h1>فيضانات في تطوان</h1>", page)
    assert "Rif Info" in page and "Tingis" in page and "و م ع" in page
    assert 'href="../../ar/stories/a00001/rss.xml"' in page and 'href="../../fr/stories/a00001.html"' in page
    french = json.loads((built.root / "site/fr/stories/a00001/feed.json").read_text("utf-8"))
    assert [item["title"] for item in french["items"]] == ["Tétouan sous les eaux", "Inondations à Tétouan"]
    assert french["title"] == "Bulletin : فيضانات في تطوان" or french["title"].endswith("فيضانات في تطوان")
    assert "/stories/a00001.html" in built.page("sitemap-fr.xml")
    # its articles lead to it, and no other does
    assert "stories/a00001.html" in built.page("fr/2026/10/a00003.html")
    assert "stories" not in built.page("ar/2026/10/b00001.html")


def test_editors_join_and_part_by_hand_and_no_build_undoes_it(room: Room) -> None:
    room.again("a00002", "story: no\n")
    room.again("b00001", "story: a00001\n")
    for _ in range(2):
        room.build(cached=True)
        assert titles(room.page("ar/stories/a00001.html"))[-2:] == ["افتتاح مكتبة في فاس", "فيضانات في تطوان"]
        assert "Inondations à Tétouan" in titles(room.page("fr/editions/2026-10-05.html"))
        assert "Inondations à Tétouan" not in titles(room.page("fr/stories/a00001.html"))
    room.again("a00001", "story: سيول الشمال\n")
    room.again("a00002", "story: سيول الشمال\n")
    room.again("b00001", "")
    room.build(cached=True)
    assert set(titles(room.page("ar/stories/سيول-الشمال.html"))) == {each[3] for each in FLOOD.values()}


def test_a_name_of_a_story_that_no_address_can_be_made_of_is_told_with_its_line(room: Room) -> None:
    room.again("a00002", "story: '***'\n")
    (problem,) = build(config.load(room.root), now=NOW).problems
    assert problem.path and problem.path.name == "fr.md" and problem.line == 5
    assert "no address can be made" in problem.message


def test_a_story_that_begins_earlier_than_was_known_keeps_its_address(room: Room) -> None:
    room.build()
    early = ("ar", "05T09:00", "الشمال", "أمطار وفيضانات في تطوان", "سيول في أحياء تطوان بعد 112 ملمترا من الأمطار.")
    room.put("a00009", *early)
    room.build()
    assert len(titles(room.page("ar/stories/a00009.html"))) == 4
    assert "stories/a00009.html" in room.page("ar/stories/a00001.html")
    assert not titles(room.page("ar/stories/a00001.html"))


def test_a_site_may_want_no_stories_but_those_of_its_editors(room: Room) -> None:
    toml = TOML.replace("cards = false", "cards = false\nstories = false")
    (room.root / "nashra.toml").write_text(toml, "utf-8")
    for id in ("a00001", "b00001"):
        room.again(id, "story: town\n")
    room.build()
    assert len(titles(room.page("ar/stories/town.html"))) == 2
    assert [path.stem for path in (room.root / "site/ar/stories").glob("*.html")] == ["town"]


def test_warm_builds_are_cold_ones_whatever_is_joined_and_parted(room: Room) -> None:
    def same() -> None:
        warm = tree(room.build(cached=True).output)
        cold = replace(config.load(room.root), output=room.root / "cold")
        assert tree(build(cold, now=NOW).output) == warm

    same()
    for head in ("story: no\n", "draft: true\n", "languages: [fr]\n"):
        room.again("a00002", head)
        same()
    room.put("a00004", "ar", "06T12:00", "الشمال", "تطوان تحصي خسائر الفيضانات", "أغلقت 30 مدرسة في تطوان.")
    same()
