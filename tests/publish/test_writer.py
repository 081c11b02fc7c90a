"""The output folder: swapped whole, never half, never somebody else's."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nashra.kit.errors import NashraError
from nashra.kit.site_mark import MARK, MARKER
from nashra.publish.writer import write_site

FIRST = [(MARKER, MARK), ("index.html", b"one"), ("ar/2024/07/وصول.html", "وصل".encode())]


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def test_files_are_written_and_counted(tmp_path: Path) -> None:
    picture = tmp_path / "صورة.jpg"
    picture.write_bytes(b"\xff\xd8")
    count = write_site(tmp_path / "site", [*FIRST, ("media/3f9a1c/صورة.jpg", picture)])
    assert count == 4
    assert tree(tmp_path / "site") == {**dict(FIRST), "media/3f9a1c/صورة.jpg": b"\xff\xd8"}


def test_a_second_build_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    write_site(output, [(MARKER, MARK), ("index.html", b"two")])
    assert tree(output) == {MARKER: MARK, "index.html": b"two"}
    assert beside(output) == ["site"]


@pytest.fixture
def modes_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let modes hold for root too: a folder that its owner may not write is not emptied."""
    rmtree = shutil.rmtree

    def strict(top: Path, **options: Any) -> None:
        folders = [top, *(path for path in top.rglob("*") if path.is_dir())]
        if not all(folder.stat().st_mode & 0o200 for folder in folders):
            raise PermissionError(13, "Permission denied", str(top))
        rmtree(top, **options)

    monkeypatch.setattr(shutil, "rmtree", strict)


@pytest.mark.usefixtures("modes_count")
def test_folders_of_the_old_site_that_are_read_only_do_not_stay_behind(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    for folder in ("ar/2024/07", "ar/2024", "ar", ""):
        (output / folder).chmod(0o555)
    write_site(output, [(MARKER, MARK), ("index.html", b"two")])
    assert tree(output) == {MARKER: MARK, "index.html": b"two"}
    assert beside(output) == ["site"]


@pytest.mark.usefixtures("modes_count")
def test_what_an_earlier_build_could_not_delete_is_deleted_by_the_next(tmp_path: Path) -> None:
    output, left = tmp_path / "site", tmp_path / ".site.old"
    write_site(output, FIRST)
    write_site(left, FIRST)
    (left / "ar").chmod(0)
    write_site(output, FIRST)
    assert beside(output) == ["site"]


def test_a_build_that_fails_midway_leaves_the_old_site_whole(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)

    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise NashraError("a template is broken")

    with pytest.raises(NashraError, match="a template is broken"):
        write_site(output, failing())
    assert tree(output) == dict(FIRST)
    assert beside(output) == ["site"]


def test_a_swap_that_fails_puts_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == ".site.new":
            raise PermissionError(13, "Permission denied", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(NashraError, match="cannot be written: Permission denied"):
        write_site(output, [(MARKER, MARK), ("index.html", b"two")])
    assert tree(output) == dict(FIRST)
    assert beside(output) == ["site"]


def test_git_files_at_the_top_are_kept(tmp_path: Path) -> None:
    output = tmp_path / "site"
    (output / ".git").mkdir(parents=True)
    (output / ".git" / "HEAD").write_text("ref")
    (output / ".gitignore").write_text("*\n")
    for _ in range(2):
        write_site(output, FIRST)
    assert tree(output) == {**dict(FIRST), ".git/HEAD": b"ref", ".gitignore": b"*\n"}


@pytest.mark.parametrize("name", ["thesis.docx", ".hidden", "index.html"])
def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path, name: str) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / name).write_text("mine")
    with pytest.raises(NashraError, match="Nashra did not write"):
        write_site(output, FIRST)
    assert tree(output) == {name: b"mine"}


def test_a_nojekyll_file_of_another_program_does_not_make_a_folder_ours(tmp_path: Path) -> None:
    output = tmp_path / "site"
    output.mkdir()
    (output / MARKER).write_text("")
    with pytest.raises(NashraError, match="Nashra did not write"):
        write_site(output, FIRST)


def test_a_file_in_the_place_of_the_output_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NashraError, match="is a file"):
        write_site(tmp_path / "site", FIRST)
    assert (tmp_path / "site").read_text() == "mine"


def test_a_build_that_died_while_writing_is_cleaned_up(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    (tmp_path / ".site.new").mkdir()
    (tmp_path / ".site.new" / "half.html").write_text("ha")
    write_site(output, FIRST)
    assert tree(output) == dict(FIRST)
    assert beside(output) == ["site"]


def test_a_build_that_died_between_the_two_renames_loses_nothing(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    (output / ".gitignore").write_text("*\n")
    output.rename(tmp_path / ".site.old")

    def failing() -> Iterator[tuple[str, bytes]]:
        raise NashraError("a template is broken")
        yield "", b""

    with pytest.raises(NashraError):
        write_site(output, failing())
    assert tree(output) == {**dict(FIRST), ".gitignore": b"*\n"}


def test_a_build_that_died_before_keeping_git_files_loses_none(tmp_path: Path) -> None:
    output = tmp_path / "site"
    write_site(output, FIRST)
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old" / ".gitignore").write_text("*\n")
    write_site(output, FIRST)
    assert (output / ".gitignore").read_text() == "*\n"
    assert beside(output) == ["site"]


@pytest.mark.parametrize("name", ["../outside.html", "/tmp/outside.html", "a/../../outside.html"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="outside the site"):
        write_site(tmp_path / "deep" / "site", [(name, b"")])
    assert not list(tmp_path.rglob("outside.html"))


def test_two_builds_at_once_do_not_mix(tmp_path: Path) -> None:
    pytest.importorskip("fcntl")
    output = tmp_path / "site"

    def nested() -> Iterator[tuple[str, bytes]]:
        with pytest.raises(NashraError, match="another build"):
            write_site(output, FIRST)
        yield from FIRST

    write_site(output, nested())
    assert tree(output) == dict(FIRST)
