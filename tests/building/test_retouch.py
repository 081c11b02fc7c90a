"""A text in which a word is corrected is built without planning the site, to the bytes of a build from nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pytest

from nashra import pipeline
from nashra.building import articles, replay
from nashra.building.database import Store
from nashra.building.standings import all_standings
from nashra.content import store
from nashra.pipeline import build
from nashra.render.search import index
from nashra.settings import config
from support.changing_site import TOML, Newsroom

SECOND = "في الفقرة الثانية كلام، و[رابط](https://a.example/x) و**تشديد**."


@pytest.fixture
def plans(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Gets a word for each site that is planned. No file is too young to be trusted."""
    monkeypatch.setattr(articles, "TICK", 0)
    monkeypatch.setattr(replay, "TICK", 0)
    made: list[str] = []
    plan = pipeline._planned

    def told(how: pipeline._How, known: Store | None) -> pipeline._Planned:
        made.append("warm" if known else "cold")
        return plan(how, known)

    monkeypatch.setattr(pipeline, "_planned", told)
    return made


@pytest.fixture
def room(newsroom: Newsroom, plans: list[str]) -> Newsroom:
    """A newsroom that was built, where article 5 leads to article 2 and article 3 has no translation."""
    for number in range(7, 12):
        newsroom.article(number)
    newsroom.article(5, more=f"{SECOND} [إلى](../../../../{newsroom.folder(2)[8:]}/ar.md)")
    newsroom.step()
    plans.clear()
    return newsroom


def reword(room: Newsroom, number: int, lang: str, change: Callable[[str], str]) -> int:
    path = room.root / room.folder(number) / f"{lang}.md"
    return path.write_text(change(path.read_text("utf-8")), "utf-8")


CORRECTIONS: dict[str, Callable[[Newsroom], object]] = {
    "a paragraph more": lambda room: reword(room, 4, "ar", lambda text: f"{text}\nجملة جديدة عن الماء، ١٢٫٥ في المئة.\n"),
    "of a translation": lambda room: reword(room, 4, "fr", lambda text: f"{text}\nUne phrase de plus : l’été.\n"),
    "a word": lambda room: reword(room, 5, "ar", lambda text: text.replace("كلام", "حديث")),
    "an address": lambda room: reword(room, 5, "ar", lambda text: text.replace("a.example/x", "b.example/y")),
    "a link within the site is gone": lambda room: reword(room, 5, "ar", lambda text: text.split("[إلى]")[0] + "\n"),
    "a paragraph less": lambda room: reword(room, 5, "ar", lambda text: text.split("في الفقرة")[0]),
    "of the newest, which feeds hold": lambda room: reword(room, 11, "ar", lambda text: f"{text}\nسطر أخير.\n"),
    "of one without translation": lambda room: reword(room, 3, "ar", lambda text: f"{text}\nسطر أخير.\n"),
    "of two articles": lambda room: [reword(room, n, "ar", lambda text: f"{text}\nسطر أخير.\n") for n in (1, 10)],
    "in both languages": lambda room: [reword(room, 9, lang, lambda text: f"{text}\n- 1\n- 2\n") for lang in ("ar", "fr")],
    "a remark in the head": lambda room: reword(room, 6, "fr", lambda text: text.replace("---\n", "---\n# to do\n", 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CORRECTIONS))
def test_a_correction_plans_nothing_and_is_what_a_build_from_nothing_gives(
    room: Newsroom, plans: list[str], name: str
) -> None:
    CORRECTIONS[name](room)
    report = room.step()
    assert plans == (["warm", "cold"] if name == "a remark in the head" else ["cold"])
    assert 0 < report.written < 12 or name == "a remark in the head"
    # and nothing is left to be done
    plans.clear()
    room.again()
    assert plans == []


def test_one_correction_after_the_other_needs_no_plan_until_something_else_changes(
    room: Newsroom, plans: list[str]
) -> None:
    for number in range(6):
        reword(room, 4 + number % 2, "ar", lambda text, number=number: f"{text}\nجملة {number} هنا.\n")  # type: ignore[misc]
        room.step()
    assert plans == ["cold"] * 6
    room.article(8, title="عنوان آخر")
    room.step()
    assert plans == ["cold"] * 6 + ["warm", "cold"]
    reword(room, 8, "ar", lambda text: f"{text}\nجملة أخيرة.\n")
    room.step()
    assert plans == ["cold"] * 6 + ["warm", "cold", "cold"]


OTHERS: dict[str, Callable[[Newsroom], object]] = {
    "a title": lambda room: room.article(4, title="عنوان"),
    "the lead, which is the summary": lambda room: reword(room, 4, "ar", lambda text: text.replace("كلمة", "كلمتين")),
    "a name more": lambda room: reword(room, 4, "ar", lambda text: f"{text}\nقال الفيفا إنه حضر.\n"),
    "another link within the site": lambda room: reword(
        room, 4, "ar", lambda text: f"{text}\n[إلى](../../../../{room.folder(1)[8:]}/ar.md)\n"
    ),
    "a link that leads nowhere": lambda room: reword(room, 4, "ar", lambda text: f"{text}\n[إلى](none.md)\n"),
    "a draft": lambda room: reword(room, 4, "ar", lambda text: text.replace("slug:", "draft: true\nslug:")),
    "a draft, told in an odd way": lambda room: reword(room, 4, "ar", lambda text: text.replace("slug:", "Draft: yes\nslug:")),
    "an end in the past": lambda room: reword(room, 4, "ar", lambda text: text.replace("slug:", "expires: 2024-08-31\nslug:")),
    "a text that is gone": lambda room: (room.root / room.folder(4) / "fr.md").unlink(),
    "a new text": lambda room: room.article(3),
    "a topic's name": lambda room: room.write("content/topics.yaml", "sport: {ar: كرة, fr: Balle}\n"),
    "a setting": lambda room: room.write("nashra.toml", TOML.replace("feed_items = 4", "feed_items = 3")),
    "a template": lambda room: room.write("templates/item.html", "<li>{{ item.title }}</li>\n"),
    "a page that was changed by hand": lambda room: (room.root / "site/ar/index.html").write_text("x", "utf-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_whatever_other_pages_show_has_the_whole_planned(room: Newsroom, plans: list[str], name: str) -> None:
    reword(room, 10, "ar", lambda text: f"{text}\nسطر أخير.\n")
    OTHERS[name](room)
    room.step()
    assert plans == ["warm", "cold"]


@pytest.mark.parametrize("other", ["status", "another output", "drafts"])
def test_what_others_read_in_between_is_not_taken_for_what_the_last_build_showed(
    room: Newsroom, plans: list[str], other: str
) -> None:
    room.article(4, title="عنوان آخر", more="كلمة أخرى.")
    if other == "status":
        all_standings(config.load(room.root), room.now)
    elif other == "another output":
        room.warm("elsewhere")
    else:
        settings = replace(config.load(room.root), output=room.root / "drafts")
        build(settings, now=room.now, cached=True, shown=frozenset({"draft"}))
    plans.clear()
    room.step()
    assert plans == ["warm", "cold"]


def test_a_text_that_was_built_elsewhere_first_is_found_by_its_new_words_here_too(room: Newsroom) -> None:
    reword(room, 4, "ar", lambda text: f"{text}\nمنطاد يحلق.\n")
    room.warm("elsewhere")
    room.step()


def test_an_index_with_more_files_or_fewer_is_made_whole(
    room: Newsroom, plans: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "WORDS_SIZE", 400)
    room.article(4, title="عنوان آخر")
    room.step()
    plans.clear()
    words = " ".join(f"كلمة{number}" for number in range(300))
    reword(room, 4, "ar", lambda text: f"{text}\n{words}\n")
    room.step()
    assert plans == ["warm", "cold"]
    plans.clear()
    reword(room, 4, "ar", lambda text: text.replace(words, "كلمة"))
    room.step()
    assert plans == ["warm", "cold"]


def test_a_sentence_that_the_page_of_a_name_quotes_changes_that_page(room: Newsroom, plans: list[str]) -> None:
    room.article(4, head="summary: ملخص\n")
    room.step()
    plans.clear()
    reword(room, 4, "ar", lambda text: text.replace("كلمة", "كلمتين"))
    room.step()
    assert plans == ["warm", "cold"]


def test_a_text_saved_a_moment_ago_is_looked_at_again(
    room: Newsroom, plans: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a tick of the disk's clock it may be saved once more and look the same: its bytes tell."""
    monkeypatch.setattr(replay, "TICK", 10**18)
    room.article(2, more="جملة أولى.")
    room.step()
    path = room.root / room.folder(2) / "ar.md"
    seen = path.stat()
    plans.clear()
    # of the same length, at the same time
    path.write_text(path.read_text("utf-8").replace("أولى", "ألوى"), "utf-8")
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    room.step()
    assert plans == ["cold"]
    plans.clear()
    # and when it is old it is known by what it was
    monkeypatch.setattr(replay, "TICK", 0)
    room.again()
    assert plans == []


def test_more_texts_than_a_few_are_built_with_all_others(
    room: Newsroom, plans: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "_MOST", 2)
    for number in (1, 2, 4):
        reword(room, number, "ar", lambda text: f"{text}\nسطر أخير.\n")
    room.step()
    assert plans == ["warm", "cold"]


def test_a_look_at_the_standings_has_no_article_loaded_anew(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "load_article", _never)
    all_standings(config.load(room.root), room.now)


def _never(*asked: object) -> None:
    raise AssertionError(asked)
