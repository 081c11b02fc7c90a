from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from nashra.content.history import old_blocks, remember
from nashra.markup.blocks import fingerprint

HEAD = "---\ntitle: عنوان\ndate: 2024-07-18\n---\n\n"


def commit(folder: Path, text: str, day: str) -> None:
    (folder / "ar.md").write_text(HEAD + text, "utf-8")
    moment = f"2024-07-{day}T10:00:00+01:00"
    git = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "add", "."], check=True)
    env = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin:/usr/local/bin"}
    subprocess.run([*git, "commit", "-qm", "x"], check=True, env=env)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    commit(folder, "أولى.\n\nثانية.\n", "18")
    commit(folder, "أولى معدلة.\n\nثانية.\n", "19")
    commit(folder, "أولى معدلة مرتين.\n\nثانية.\n", "20")
    return folder


def test_old_words_and_the_moment_they_changed_come_from_git(repository: Path, tmp_path: Path) -> None:
    wanted = {fingerprint("أولى."), fingerprint("أولى معدلة."), fingerprint("لم تكن قط.")}
    found = old_blocks(tmp_path / "cache", "3f9a1c", "fr", repository / "ar.md", wanted)
    assert {block.text: block.until for block in found.values()} == {
        "أولى.": "2024-07-19T10:00:00+01:00",
        "أولى معدلة.": "2024-07-20T10:00:00+01:00",
    }


def test_without_git_the_copy_of_the_last_translation_serves(tmp_path: Path) -> None:
    remember(tmp_path / "cache", "3f9a1c", "fr", "أولى.\n\nثانية.\n")
    (tmp_path / "ar.md").write_text(HEAD + "أخرى.\n", "utf-8")
    found = old_blocks(tmp_path / "cache", "3f9a1c", "fr", tmp_path / "ar.md", {fingerprint("ثانية.")})
    assert [(block.text, block.until) for block in found.values()] == [("ثانية.", None)]


def test_with_neither_there_is_nothing_and_no_fault(tmp_path: Path) -> None:
    assert old_blocks(tmp_path / "cache", "3f9a1c", "fr", tmp_path / "gone" / "ar.md", {"00000000"}) == {}
