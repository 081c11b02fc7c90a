from __future__ import annotations

import os
import signal
from pathlib import Path
from threading import Timer

import pytest

from nashra.ingest.chosen_files import gather
from nashra.ingest.worker import Reader, read_file
from support.imported import FORMATS, OPTIONS, account, entries


def test_a_process_of_its_own_gives_what_reading_here_gives() -> None:
    with Reader(OPTIONS) as reader:
        for name in ("wordpress.xml", "atom.xml", "pelican.md"):
            assert list(reader.read(FORMATS / name)) == list(read_file(FORMATS / name, OPTIONS))


def test_an_article_that_takes_too_long_costs_itself_and_the_next_file_is_read(tmp_path: Path) -> None:
    slow = tmp_path / "slow.html"
    paragraph = "<p>" + "كلمة طويلة، جدا " * 1000 + "</p>"
    slow.write_text(f"<html><title>عنوان</title><body>{paragraph * 60}</body></html>", encoding="utf-8")
    with Reader(OPTIONS, budget=0.02) as reader:
        (entry,) = reader.read(slow)
        assert "longer than 0.02 seconds" in entry.problems[0].message and entry.problems[0].path == slow
        reader._budget = 30
        assert len(list(reader.read(FORMATS / "atom.xml"))) == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows counts no processor time for a process")
def test_an_article_that_waits_for_other_programs_is_not_given_up() -> None:
    with Reader(OPTIONS) as reader:
        assert len(list(reader.read(FORMATS / "atom.xml"))) == 3
        reader._budget = 1
        process = reader._process
        assert process is not None and process.pid is not None
        os.kill(process.pid, signal.SIGSTOP)
        Timer(2, os.kill, (process.pid, signal.SIGCONT)).start()
        assert len(list(reader.read(FORMATS / "atom.xml"))) == 3


def test_data_that_was_read_already_needs_no_file() -> None:
    data = (FORMATS / "atom.xml").read_bytes()
    with Reader(OPTIONS) as reader:
        found = list(reader.read(Path("standard input"), data))
    assert account(found) == account(entries(Path("standard input"), data=data))


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with Reader(OPTIONS) as reader:
        for path in (tmp_path / "none", tmp_path):
            (entry,) = reader.read(path)
            assert entry.problems[0].path == path and "cannot be read" in entry.problems[0].message


def test_files_come_once_and_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = gather([str(tmp_path / "b.txt"), str(tmp_path), "-", str(tmp_path / "a.txt")])
    assert [path.name for path in found.paths] == ["b.txt", "a.txt", "d.txt", "-"]
    assert gather([str(tmp_path)], [tmp_path / "c"]).paths == [tmp_path / "a.txt", tmp_path / "b.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    assert any("cannot be read" in problem.message for problem in gather([str(tmp_path)]).problems)
