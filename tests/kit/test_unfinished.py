"""What killed runs left of what they were writing goes, and what others are writing stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nashra.kit import unfinished
from nashra.kit.files import visible, write_atomic


@pytest.mark.skipif(os.name == "nt", reason="there nobody can be asked whether they are alive")
def test_what_a_dead_process_left_goes_when_a_file_is_written_beside_it(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    machine = unfinished.prefix().split(".")[2]
    (tmp_path / f".new.{machine}.{dead.pid}.photo").write_text("x")
    (tmp_path / f".new.{machine}.1.theirs").write_text("x")
    write_atomic(tmp_path / "photo.jpg", b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == [f".new.{machine}.1.theirs", "photo.jpg"]


@pytest.mark.skipif(os.name == "nt", reason="there nobody can be asked whether they are alive")
def test_what_a_dead_process_left_goes_when_its_folder_is_listed_and_what_is_being_written_stays(
    tmp_path: Path,
) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    machine = unfinished.prefix().split(".")[2]
    gone = [f".new.{machine}.{dead.pid}.file", f".new.{machine}.{dead.pid}.folder/ar.md", ".new.abandoned"]
    stay = [
        f"{unfinished.prefix()}mine",
        f".new.{machine}.1.init",
        f".new.ffffff.{dead.pid}.elsewhere",
        ".new",
        "ar.md",
    ]
    for name in (*gone, *stay):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    os.utime(tmp_path / ".new.abandoned", (time.time() - 100_000,) * 2)
    assert visible(tmp_path) == ([tmp_path / "ar.md"], [])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(stay)
