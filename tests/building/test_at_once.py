"""A saved article of a preview is on its pages at once, as a build of the whole would make them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.building.at_once import AtOnce
from nashra.pipeline import at_once, build
from nashra.publish.writer import writing
from nashra.settings import config

NOW = datetime(2024, 8, 20, 12, tzinfo=UTC)
BULLETIN = Path(__file__).parents[1] / "sites" / "bulletin"
FOLDER = "content/articles/2024/07/18-3f9a1c"


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, AtOnce, dict[str, bytes]]]:
    """A site, what makes its articles at once, and its preview as the last build left it."""
    root = tmp_path_factory.mktemp("at-once") / "site"
    shutil.copytree(BULLETIN, root)
    last: list[AtOnce] = []
    report = build(
        replace(config.load(root), output=root / "a"), preview=True, now=NOW, cached=True, planned=last.append
    )
    assert report.articles
    yield root, last[0], files(root / "a")


@pytest.fixture
def site(planned: tuple[Path, AtOnce, dict[str, bytes]]) -> Path:
    """The same site; its content is as it was."""
    root, _, _ = planned
    shutil.rmtree(root / "content")
    shutil.copytree(BULLETIN / "content", root / "content")
    return root


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(path: Path, old: str, new: str) -> Path:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("ar.md", "أُعلن الخبر", "أُعلن [النبأ](https://x.example/) **مساء**"),
        ("ar.md", "author: سعاد العلوي", "author: ليلى العلوي"),
        ("fr.md", "\n---\n", "\n---\nUne phrase de plus, à Marrakech.\n\n"),
        ("ar.md", "يصل إلى باريس", "في طريقه إلى باريس"),
    ],
)
def test_the_pages_of_a_saved_text_are_those_of_a_whole_build(
    name: str, old: str, new: str, site: Path, planned: tuple[Path, AtOnce, dict[str, bytes]]
) -> None:
    before = files(site / "a")
    saved = change(site / FOLDER / name, old, new)
    with writing(site / "b"):  # the next preview is being built
        assert planned[1].show([saved], site / "a")
    shown = files(site / "a")
    changed = {path for path in shown if shown[path] != before.get(path)}
    assert f"{name[:2]}/2024/07/" in " ".join(changed)
    build(replace(config.load(site), output=site / "b"), preview=True, now=NOW)
    whole = files(site / "b")
    assert {path: shown[path] for path in changed} == {path: whole[path] for path in changed}
    # its pages, comparisons, texts and cards, however many other pages there are
    assert len(changed) <= 12
    missing = {path for path in whole if whole[path] != shown.get(path) and "/2024/07/وفد" in path}
    assert not missing


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("ar.md", "slug: وفد-من-المغرب", "slug: وفد"),
        ("ar.md", "date: 2024-07-18", "date: 2024-07-17"),
        ("ar.md", "topics: [security, sport]", "topics: [sport]"),
        ("ar.md", "topics:", "draft: true\ntopics:"),
        ("ar.md", "topics:", "darft: true\ntopics:"),
        ("fr.md", "\n---\n", "\n---\n<style>\n"),
    ],
)
def test_what_other_pages_decide_about_waits_for_the_whole_build(
    name: str, old: str, new: str, site: Path, planned: tuple[Path, AtOnce, dict[str, bytes]]
) -> None:
    before = files(site / "a")
    saved = change(site / FOLDER / name, old, new)
    assert not planned[1].show([saved], site / "a")
    assert files(site / "a") == before


def test_other_files_and_articles_that_are_new_or_gone_wait_too(
    site: Path, planned: tuple[Path, AtOnce, dict[str, bytes]]
) -> None:
    shutil.copytree(site / FOLDER, site / "content/articles/2024/07/19-eeee55")
    for path in (site / "nashra.toml", site / "content/topics.yaml", site / "content/articles/2024/07/19-eeee55/ar.md"):
        assert not planned[1].show([path], site / "a")
    assert not planned[1].show([site / FOLDER / "ar.md", site / "content/topics.yaml"], site / "a")
    (site / FOLDER / "fr.md").unlink()
    assert not planned[1].show([site / FOLDER / "fr.md"], site / "a")


def test_a_preview_in_which_nothing_was_to_be_done_is_ready_as_well(site: Path) -> None:
    ready = at_once(config.load(site), NOW)
    ready.prepare()
    saved = change(site / FOLDER / "ar.md", "وبالرباط أُعلن الخبر", "وبمراكش أُعلن الخبر")
    os.utime(saved)
    assert ready.show([saved], site / "a")
    assert (
        "وبمراكش"
        in next(text for path, text in files(site / "a").items() if path.startswith("ar/2024/07/وفد")).decode()
    )
