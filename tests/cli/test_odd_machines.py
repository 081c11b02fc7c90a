"""Machines as they are: a full disk, a clock that is wrong, permissions, time zones that there are not."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from support.commands import SOURCE, article_text, nashra, write_site

ARTICLE = "content/articles/2024/07/18-3f9a1c/ar.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "news", {ARTICLE: article_text("وصول", "وصل الوفد.")})


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["status"], ["build"], ["--help"], ["check", "--json"]])
def test_a_full_disk_behind_the_output_is_one_sentence(site: Path, command: list[str]) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "nashra", *command],
            cwd=site,
            env={**os.environ, "PYTHONPATH": str(SOURCE)},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert (done.returncode, done.stderr.decode()) == (2, "error: No space left on device\n")


@pytest.mark.parametrize(
    ("seconds", "said"), [("0", "1970-01-01"), ("946684799", "1999-12-31"), ("9999999999", "2286")]
)
def test_a_clock_that_cannot_be_right_is_said(site: Path, seconds: str, said: str) -> None:
    done = nashra("build", cwd=site, env={"SOURCE_DATE_EPOCH": seconds})
    assert done.returncode == 0
    assert f"warning: the clock says {said}" in done.stderr


def test_a_clock_that_may_be_right_is_not_spoken_of(site: Path) -> None:
    assert nashra("build", cwd=site, env={"SOURCE_DATE_EPOCH": "1721260800"}).stderr == ""


def test_a_machine_whose_files_cannot_have_arabic_names_is_told_in_one_sentence(site: Path) -> None:
    write_site(site, {ARTICLE: article_text("وصول", "وصل الوفد.", more="slug: وصول-الوفد\n")})
    done = nashra("build", cwd=site, env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})
    assert done.returncode == 2
    assert done.stderr.startswith("error: this machine is set to ascii, which cannot write the name ")
    assert "set LC_ALL=C.UTF-8" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
@pytest.mark.parametrize("mask", [0o022, 0o027, 0o077])
def test_the_umask_holds_for_all_that_is_written(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        assert nashra("init", "s", "--yes", "--languages", "ar,fr", cwd=tmp_path).returncode == 0
        site = tmp_path / "s"
        (tmp_path / "t.txt").write_text("وصول الوفد\n\n18 يوليوز 2024\n\nوصل الوفد إلى الرباط.\n", "utf-8")
        assert nashra("import", str(tmp_path / "t.txt"), "--lang", "ar", cwd=site).returncode == 0
        assert nashra("build", cwd=site).returncode == 0
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in site.rglob("*") if path.is_dir()}
    assert modes == {0o666 & ~mask}
    assert folders == {0o777 & ~mask}


@pytest.mark.parametrize("zone", [":no/where", "../../etc/passwd", "🙂", ":/etc/passwd", "/", "UTC+25"])
def test_a_time_zone_that_there_is_not_changes_nothing(site: Path, zone: str) -> None:
    done = nashra("build", cwd=site, env={"TZ": zone})
    assert (done.returncode, done.stderr) == (0, "")
