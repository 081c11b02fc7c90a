"""A build over the last one gives what a build from nothing gives, to the byte, whatever was changed between."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from nashra.building import articles, replay
from nashra.content import store
from nashra.kit.errors import NashraError
from nashra.pipeline import build
from nashra.publish import patch
from nashra.settings import config
from support.changing_site import ENTITIES, TOML, TOPICS, Newsroom, tree

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """(where it stands, a copy of it): a newsroom with seven articles that was built, and built again."""
    root = tmp_path_factory.mktemp("newsroom").resolve() / "room"
    made = Newsroom(root)
    for number in range(7):
        made.article(number, translated=number != 3)
    made.warm()
    made.warm()
    kept = root.with_name("kept")
    shutil.copytree(root, kept)
    return root, kept


@pytest.fixture
def newsroom(built_once: tuple[Path, Path]) -> Newsroom:
    """A newsroom with seven articles and the site of its last build, at the place where it was built."""
    root, kept = built_once
    shutil.rmtree(root)
    shutil.copytree(kept, root)
    return Newsroom(root)


def _delete(room: Newsroom, n: int) -> None:
    shutil.rmtree(room.root / room.folder(n), ignore_errors=True)


def _rename(room: Newsroom, n: int) -> None:
    """The slug is another one, and the old address leads there."""
    path = room.root / room.folder(n) / "ar.md"
    if path.exists():
        path.write_text(path.read_text("utf-8").replace(f"slug: a{n}\n", f"slug: b{n}\n", 1), "utf-8")


def _move(room: Newsroom, n: int) -> None:
    """The folder is of another month: the same bytes at another address."""
    old = room.root / room.folder(n)
    new = room.root / f"content/articles/2024/04/09-{n + 0xA00000:06x}"
    if old.exists() and not new.exists():
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)


def _picture(room: Newsroom, n: int) -> None:
    room.article(n, head=f"image: p.png\nauthor: ا{n}\n")
    (room.root / room.folder(n) / "p.png").write_bytes(PNG)


def _other_picture(room: Newsroom, n: int) -> None:
    path = room.root / room.folder(n) / "p.png"
    if path.parent.exists():
        path.write_bytes(PNG if n % 2 else b"no picture")


def _spoil(room: Newsroom, n: int) -> None:
    """What the cache and the site hold is damaged, or gone."""
    database = room.root / ".nashra/build.db"
    page = room.root / "site/ar/index.html"
    if n % 4 == 0 and database.exists():
        database.write_bytes(database.read_bytes()[: 100 + 999 * n])
    elif n % 4 == 1 and page.exists():
        page.write_text("changed by hand", "utf-8")
        (room.root / "site/stray").mkdir(exist_ok=True)
    elif n % 4 == 2 and page.exists():
        page.unlink()
    else:
        shutil.rmtree(room.root / "site", ignore_errors=True)


def _reword(room: Newsroom, n: int) -> None:
    """The text of an article is another, and nothing else."""
    path = room.root / room.folder(n) / ("fr.md" if n % 3 else "ar.md")
    if path.exists():
        path.write_text(f"{path.read_text('utf-8')}\n- {n} كلمة\n", "utf-8")


def _clock(room: Newsroom, n: int) -> None:
    room.now += timedelta(days=13 * (n - 5))


STEPS: dict[str, Callable[[Newsroom, int], None]] = {
    "edit": lambda room, n: room.article(n, more=f"فقرة أخرى عن FIFA {n}."),
    "reword": _reword,
    "retitle": lambda room, n: room.article(n, title="عنوان جديد"),
    "add": lambda room, n: room.article(n + 7),
    "retag": lambda room, n: room.article(n, head=f"updated: 2024-08-{n + 1:02}\n", more="المغرب وسارة العلوي."),
    "broken link": lambda room, n: room.article(n, more=f"[رابط](../{room.folder(n + 1)[-9:]}/ar.md)"),
    "link": lambda room, n: room.article(n, more=f"[إلى](../../../../{room.folder((n + 3) % 7)[8:]}/ar.md)"),
    "break": lambda room, n: room.article(n, head="breaking: true\n"),
    "draft": lambda room, n: room.article(n, head="draft: true\n"),
    "expire": lambda room, n: room.article(n, head=f"expires: 2024-09-{n + 1:02}\n"),
    "fault": lambda room, n: room.article(n, head="updated: never\n"),
    "unwanted": lambda room, n: room.article(n, head="languages: [ar]\n", translated=False),
    "untranslate": lambda room, n: (room.root / room.folder(n) / "fr.md").unlink(missing_ok=True),
    "delete": _delete,
    "rename": _rename,
    "move": _move,
    "picture": _picture,
    "other picture": _other_picture,
    "spoil": _spoil,
    "clock": _clock,
    "settings": lambda room, n: room.write("nashra.toml", TOML.replace("page_size = 2", f"page_size = {n + 1}")),
    "registry": lambda room, n: room.write("content/entities/all.yaml", ENTITIES.replace("Rabat", f"Rabat {n}")),
    "settings of few pages": lambda room, n: room.write(
        "nashra.toml",
        TOML.replace(
            "plain_text = true", f"plain_text = {'true' if n % 2 else 'false'}\nreport = 'mailto:a{n}@b.example'"
        )
        + f"# {n}\n",
    ),
    "name that few have": lambda room, n: room.write(
        "content/entities/all.yaml", ENTITIES.replace("FIFA", f"Fifa {n}")
    ),
    "smaller registry": lambda room, n: room.write(
        "content/entities/all.yaml", ENTITIES[: ENTITIES.index("- {id: sara")]
    ),
    "topics": lambda room, n: room.write("content/topics.yaml", TOPICS.replace("Eau", f"Eaux {n}")),
    "page": lambda room, n: room.write("content/pages/about.ar.md", f"---\ntitle: من نحن {n}\n---\n\nنص.\n"),
    "template": lambda room, n: room.write("templates/item.html", f"<li class='own'>{n} {{{{ item.title }}}}</li>\n"),
    "style": lambda room, n: room.write("templates/assets/style.css", f"p {{ margin: {n}px }}\n"),
    "static": lambda room, n: room.write(f"static/own/{n % 3}.txt", f"{n}"),
    "static in the way": lambda room, n: room.write(("static/ar/index.html", "static/s")[n % 2], "x"),
    "script": lambda room, n: room.write(f"templates/assets/{'fonts/fr.css' if n % 2 else 'own.js'}", f"/* {n} */"),
    "catalogue": lambda room, n: room.write(
        "templates/locale/fr.po", f'msgid ""\nmsgstr ""\n\nmsgid "Topics"\nmsgstr "Sujets {n}"\n'
    ),
}


# With the changes one by one below these are more than a hundred steps; they are the same each time.
@settings(max_examples=2, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 9)), min_size=15, max_size=15))
def test_warm_is_cold_after_any_change(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        # texts alone are made anew without the others where all others are old enough to be trusted
        monkeypatch.setattr(replay, "TICK", 0)
        room = Newsroom(Path(folder).resolve())
        for number in range(7):
            room.article(number, translated=number != 3)
        for at, (name, n) in enumerate(steps):
            STEPS[name](room, n)
            room.step()
            if at % 3 == 0:
                _reword(room, (n + at) % 7)
                room.step()


@pytest.mark.parametrize("name", sorted(STEPS))
def test_warm_is_cold_after_a_change_of_each_kind(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(articles, "TICK", 0)
    monkeypatch.setattr(replay, "TICK", 0)
    for n in (1, 4):
        STEPS[name](newsroom, n)
        newsroom.step()
        newsroom.again()


def test_where_nothing_has_changed_no_article_is_even_loaded(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.article(2, head="updated: never\n")
    newsroom.article(3, head="expires: 2024-10-01\n")
    newsroom.warm()
    monkeypatch.setattr(replay, "TICK", 0)
    first = newsroom.warm()
    with monkeypatch.context() as during:
        during.setattr(store, "load", None)
        again = newsroom.warm()
    assert again == replace(first, written=0, held=dict(first.held))
    newsroom.now += timedelta(days=60)
    assert newsroom.step().held == {"expired": 1}


def test_nothing_is_written_where_nothing_has_changed(newsroom: Newsroom) -> None:
    before = {path: path.stat().st_mtime_ns for path in sorted((newsroom.root / "site").rglob("*"))}
    assert newsroom.warm().written == 0
    assert {path: path.stat().st_mtime_ns for path in sorted((newsroom.root / "site").rglob("*"))} == before


def test_an_edit_that_leaves_size_and_time_of_the_file_is_seen(newsroom: Newsroom) -> None:
    path = newsroom.root / newsroom.folder(2) / "ar.md"
    found = path.stat()
    path.write_text(path.read_text("utf-8").replace("كلمة", "جملة"), "utf-8")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert "جملة" in (newsroom.step().output / "ar/2024/05/a2.html").read_text("utf-8")


def test_problems_of_files_that_did_not_change_are_told_again(newsroom: Newsroom) -> None:
    newsroom.article(2, head="updated: never\n")
    newsroom.article(4, more="[x](nowhere.md)")
    first = newsroom.warm()
    assert len(first.problems) == 2
    assert newsroom.step().problems == first.problems


def test_a_cache_of_other_code_is_thrown_away(newsroom: Newsroom) -> None:
    database = sqlite3.connect(newsroom.root / ".nashra/build.db")
    with database:
        database.execute("UPDATE meta SET made_by = x'00'")
        database.execute("UPDATE kept SET value = x'00'")
        database.execute("UPDATE large SET value = x'00'")
    database.close()
    newsroom.step()


@pytest.mark.parametrize("table", ["kept", "large"])
def test_damaged_values_are_made_anew(newsroom: Newsroom, table: str) -> None:
    database = sqlite3.connect(newsroom.root / ".nashra/build.db")
    with database:
        # what a foreign pickle would call
        evil = b"cos\nsystem\n(S'touch %s'\ntR." % os.fsencode(newsroom.root / "called")
        database.execute(f"UPDATE {table} SET value = ?", (evil,))
    database.close()
    newsroom.article(1, title="آخر")
    newsroom.write("templates/article.html", '{% extends "default/article.html" %}\n')
    newsroom.step()
    assert not (newsroom.root / "called").exists()


def test_files_of_people_in_the_site_are_kept_and_told_of_as_by_a_build_from_nothing(newsroom: Newsroom) -> None:
    newsroom.write("site/own/letter.txt", "x")
    newsroom.article(2, title="آخر")
    warm = newsroom.warm()
    kept = tree(warm.output)
    assert kept["own/letter.txt"] == b"x"
    assert [warning.path for warning in warm.warnings] == [newsroom.root / "site/own/letter.txt"]
    again = newsroom.warm()
    cold = build(config.load(newsroom.root), now=newsroom.now, remember=True)
    assert warm.warnings == again.warnings == cold.warnings
    assert tree(cold.output) == kept
    newsroom.write("site/s/aaaaaa/index.html", "mine")
    newsroom.write("content/articles/2024/08/01-aaaaaa/ar.md", "---\ntitle: خبر\ndate: 2024-08-01\n---\n\nنص.\n")
    for cached in (True, False):
        with pytest.raises(NashraError, match="not of Nashra"):
            build(config.load(newsroom.root), now=newsroom.now, cached=cached)


def test_two_outputs_are_remembered_apart(newsroom: Newsroom) -> None:
    newsroom.warm("one")
    newsroom.article(1, title="آخر")
    newsroom.warm("two")
    assert tree(newsroom.warm("one").output) == tree(newsroom.warm("two").output)


def test_a_preview_and_a_build_do_not_mix(newsroom: Newsroom) -> None:
    newsroom.article(5, head="draft: true\n")
    newsroom.warm()
    site = replace(config.load(newsroom.root), output=newsroom.root / "preview")
    for _ in range(2):
        warm = build(site, preview=True, now=newsroom.now, cached=True)
        cold = build(replace(site, output=newsroom.root / "cold"), preview=True, now=newsroom.now)
        assert tree(warm.output) == tree(cold.output)
        newsroom.step()


@pytest.mark.parametrize("killed_at", (0, 4, 9))
def test_a_kill_while_files_change_leaves_a_site_that_the_next_build_puts_right(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, killed_at: int
) -> None:
    _delete(newsroom, 6)
    newsroom.article(2, title="آخر")
    newsroom.article(8)
    calls = 0

    class Killed(BaseException):
        pass

    def dying(act: Callable[..., None]) -> Callable[..., None]:
        def one(*values: Path) -> None:
            nonlocal calls
            calls += 1
            if calls > killed_at:
                raise Killed
            act(*values)

        return one

    with monkeypatch.context() as during:
        during.setattr(patch, "_put", dying(patch._put))
        during.setattr(patch, "_delete", dying(patch._delete))
        with pytest.raises(Killed):
            newsroom.warm()
    assert (newsroom.root / ".site.patch/journal.json").exists()
    newsroom.step()
    assert not (newsroom.root / ".site.patch").exists()


def test_a_kill_before_the_journal_is_written_leaves_the_site_as_it_was(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(newsroom.warm().output)
    newsroom.article(2, title="آخر")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as during:
        during.setattr(patch.Patch, "carry_out", die)
        with pytest.raises(KeyboardInterrupt):
            newsroom.warm()
    assert tree(newsroom.root / "site") == before
    newsroom.step()


@pytest.mark.parametrize("number", [0, 1])
def test_what_is_no_longer_wanted_in_a_language_leaves_every_page_of_it(tmp_path: Path, number: int) -> None:
    """A name, a topic or an edition may have a page in one language alone: others link to it in that one alone."""
    room = Newsroom(tmp_path)
    for each in (0, 2):
        room.article(each)
    room.step()
    room.article(2 * number, head="languages: [ar]\n", translated=False)
    room.step()
    room.article(2 * number)
    room.step()


def test_the_editions_of_a_language_reach_back_as_far_as_its_own_days(tmp_path: Path) -> None:
    """Where the newest days are of another language, its feed holds older ones, and rests on them."""
    room = Newsroom(tmp_path)
    for number in range(7):
        room.article(number)
    for number in (5, 6):
        room.article(number, head="languages: [ar]\n", translated=False)
    room.step()
    french = room.root / room.folder(2) / "fr.md"
    french.write_text(french.read_text("utf-8").replace("Info", "Nouvelle"), "utf-8")
    room.step()


def test_the_page_of_what_is_breaking_shows_nothing_that_is_merely_newest(tmp_path: Path) -> None:
    """It is the one page without its own headline in the strip: what would stand there instead would go out of date."""
    room = Newsroom(tmp_path)
    for number in (0, 1, 2, 3, 4, 6):
        room.article(number)
    room.article(5, head="breaking: true\n")
    room.step()
    room.article(7, title="أحدث الأخبار")
    assert "strip" not in (room.step().output / "ar/2024/05/a5.html").read_text("utf-8")


def test_a_link_among_what_is_published_as_it_is_leads_nobody_in_a_circle(newsroom: Newsroom) -> None:
    folder = newsroom.root / "static"
    folder.mkdir()
    (folder / "all").symlink_to("..")
    report = newsroom.warm()
    published = [path.relative_to(newsroom.root).as_posix() for path in (newsroom.root / "site" / "all").rglob("*")]
    assert "site/all/nashra.toml" in published
    assert not [path for path in published if path.count("/all/") > 1]
    assert [problem.path for problem in report.problems] == [folder / "all" / "static"]
