"""Reading text files with clear faults; writing files whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nashra.kit.errors import ContentError, NashraError, Problem, printable
from nashra.kit.files import MAX_BYTES, create_folder, read_bytes, read_text, visible, write_atomic


def reading(path: Path) -> Problem:
    with pytest.raises(ContentError) as caught:
        read_text(path)
    (problem,) = caught.value.problems
    assert problem.path == path
    return problem


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_text_comes_without_its_mark_and_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    path.write_bytes("\ufeffأ\r\nب\rج\n".encode())
    assert read_text(path) == "أ\nب\nج\n"


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        ("سطر\nعنوان\n".encode("windows-1256"), 1, "not UTF-8"),
        (b"title\nsecond\n" + "عنوان\n".encode("windows-1256"), 3, "not UTF-8"),
        (b"\xef\xbb\xbfone\ntwo \xff\n", 2, "not UTF-8"),
        ("عنوان".encode("utf-16"), None, "UTF-16"),
        ("عنوان المقال\n".encode("utf-16-le"), None, "not text"),
        (bytes(range(256)), None, "not text"),
    ],
)
def test_what_is_no_utf_8_is_named_with_its_line(tmp_path: Path, data: bytes, line: int | None, message: str) -> None:
    path = tmp_path / "ar.md"
    path.write_bytes(data)
    problem = reading(path)
    assert (problem.line, message in problem.message, bool(problem.hint)) == (line, True, True)


def test_what_is_no_plain_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "broken.md").symlink_to(tmp_path / "none")
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    for name in ("folder.md", "broken.md", "loop.md", "missing.md"):
        assert "cannot be read" in reading(tmp_path / name).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_does_not_make_it_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert "plain file" in reading(tmp_path / "pipe.md").message


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "big"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert len(read_bytes(path)) == MAX_BYTES
    with path.open("ab") as stream:
        stream.write(b"x")
    with pytest.raises(ContentError, match="larger than"):
        read_bytes(path)


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    write_atomic(path, "قديم\n" * 100)
    write_atomic(path, "جديد\n")
    assert path.read_text("utf-8") == "جديد\n"
    assert names(tmp_path) == ["ar.md"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a\r\nb\r\n", "ج\r\nد\r\n".encode()),
        (b"a\nb\n", "ج\nد\n".encode()),
        (b"a\r\nb\nc\nd\n", "ج\nد\n".encode()),
        (b"\xef\xbb\xbfa\r\n", "\ufeffج\r\nد\r\n".encode()),
    ],
    ids=["CRLF", "LF", "mostly LF", "BOM and CRLF"],
)
def test_a_file_keeps_its_line_ends_and_its_mark(tmp_path: Path, old: bytes, new: bytes) -> None:
    path = tmp_path / "ar.md"
    path.write_bytes(old)
    write_atomic(path, "ج\nد\n")
    assert path.read_bytes() == new


def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    path.write_text("x")
    path.chmod(0o660)
    write_atomic(path, "y")
    assert path.stat().st_mode & 0o777 == 0o660


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "ar.md").write_text("x")
    link = tmp_path / "ar.md"
    link.symlink_to(tmp_path / "real" / "ar.md")
    write_atomic(link, "y")
    assert link.is_symlink()
    assert (tmp_path / "real" / "ar.md").read_text() == "y"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    path.write_text("old")
    with pytest.raises(NashraError, match="cannot be saved"):
        write_atomic(path, "lone surrogate \ud800")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["ar.md"]


def test_where_nothing_can_be_written_it_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    for path in (
        tmp_path / "file" / "ar.md",
        tmp_path / "none" / "ar.md",
        tmp_path / "folder",
        tmp_path / "loop" / "x",
    ):
        with pytest.raises(NashraError, match="cannot be written"):
            write_atomic(path, "y")
    assert names(tmp_path) == ["file", "folder", "loop"]


def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "ar.md"
    path.write_text("x")
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everything")
    with pytest.raises(NashraError, match="write-protected"):
        write_atomic(path, "y")


def test_a_folder_appears_with_all_its_files_or_not_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "2024" / "07" / "18-3f9a1c"
    create_folder(folder, {"ar.md": "نص\n", "photo.jpg": b"\xff"})
    assert names(folder) == ["ar.md", "photo.jpg"]
    with pytest.raises(NashraError, match="already"):
        create_folder(folder, {"fr.md": "x"})
    with pytest.raises(NashraError):
        create_folder(tmp_path / "2024" / "07" / "19-aaaaaa", {"ar.md": "\ud800"})
    assert names(folder.parent) == ["18-3f9a1c"]


def test_a_folder_below_a_file_names_where_it_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("x")
    with pytest.raises(NashraError, match="cannot be written") as caught:
        create_folder(tmp_path / "articles" / "2024" / "18-aaaaaa", {"ar.md": "x"})
    assert caught.value.problems[0].path == tmp_path


def test_a_folder_is_listed_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b", "a", ".DS_Store", "ج"):
        (tmp_path / name).write_text("")
    found, problems = visible(tmp_path)
    assert [path.name for path in found] == ["a", "b", "ج"]
    assert problems == []
    assert visible(tmp_path / "none") == ([], [])
    found, problems = visible(tmp_path / "a")
    assert found == []
    assert [problem.path for problem in problems] == [tmp_path / "a"]


def test_messages_give_a_terminal_no_orders() -> None:
    assert printable("a\x1b[31mb\nc\u202ed\udcff") == "a\\x1b[31mb\\nc\\u202ed\\udcff"
    assert printable("نشرة «أ» 😀") == "نشرة «أ» 😀"


def test_a_problem_is_described_from_where_one_stands(tmp_path: Path) -> None:
    problem = Problem("it is wrong", tmp_path / "content" / "ar.md", 3, "do it better")
    assert problem.describe(tmp_path) == "content/ar.md:3: it is wrong (do it better)"
    assert problem.describe() == f"{tmp_path}/content/ar.md:3: it is wrong (do it better)"
    assert Problem("it is wrong").describe(tmp_path) == "it is wrong"
