"""`nashra archive` as an editor types it."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from support.archives import need_libzim
from support.commands import article_text, nashra, write_site
from support.newspaper import newspaper


def test_the_archive_is_named_after_the_site_and_the_choice(tmp_path: Path) -> None:
    site = newspaper(tmp_path / "site")
    done = nashra("-C", site, "archive", "--format", "epub", "--month", "2024-07", "--lang", "ar", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "wrote 6 articles in ar to نشرة-2024-07-ar.epub (" in done.stdout
    assert ZipFile(tmp_path / "نشرة-2024-07-ar.epub").testzip() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "نشرة-2024-07-ar.epub"]


def test_options_of_one_kind_add_up_and_of_different_kinds_restrict(tmp_path: Path) -> None:
    site = newspaper(tmp_path / "site")
    for options, count in (
        ("--topic sport --lang all", 3),
        ("--topic sport --from 2024-07-11 --to 2024-07-18", 2),
        ("--entity rabat --entity paris --lang ar,en", 3),
        ("--edition 2024-W28", 5),
        ("--article 13-aaaa04 --article content/articles/2024/07/14-aaaa05/ar.md --lang ar", 2),
        ("--lang fr --lang en", 1),
    ):
        done = nashra("archive", "--format", "zip", "-o", "a.zip", *options.split(), cwd=site)
        assert done.returncode == 0, done.stderr
        assert f"wrote {count} article" in done.stdout, options


def test_progress_is_on_standard_error_and_libzim_is_silent(tmp_path: Path) -> None:
    need_libzim()
    done = nashra("archive", "--format", "zim", "-o", "a.zim", cwd=newspaper(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert "pages: 100 %" in done.stderr
    assert "files: 100 %" in done.stderr


def test_faulty_files_are_listed_and_the_rest_is_archived(tmp_path: Path) -> None:
    site = newspaper(tmp_path / "site")
    (site / "content/articles/2024/07/10-aaaa01/ar.md").write_text("---\ntitle: [\n---\n", "utf-8")
    done = nashra("archive", "--format", "zip", "-o", "a.zip", cwd=site)
    assert done.returncode == 1
    assert "10-aaaa01/ar.md" in done.stderr
    assert "wrote 5 articles" in done.stdout


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ("", 2, "--format"),
        ("--format doc", 2, "'doc'"),
        ("--format zip --lang es", 2, "it has ar, fr, en"),
        ("--format zip --lang ,", 2, "--lang"),
        ("--format zip --from 2024-13-01", 2, "2024-13-01"),
        ("--format zip --from 2024-07-02 --to 2024-07-01", 2, "--from"),
        ("--format zip --topic sprot", 2, "similar: sport"),
        ("--format zip --entity x", 2, "there is no entity 'x'"),
        ("--format zip --edition 2024-W99", 2, "2024-W32"),
        ("--format zip --article bbbbbb", 1, "no article 'bbbbbb'"),
        ("--format zip --article /", 2, "names no article"),
        ("--format zip --month 1999-01", 1, "from 2024-07-10 to 2024-07-18"),
        ("--format zip -o a.epub", 2, "must end in .zip"),
        ("--format zip -o none/a.zip", 2, "is not there"),
        ("--format zip -o folder.zip", 2, "no file"),
        ("--format zip -o thesis.zip", 1, "no .zip archive"),
    ],
)
def test_what_cannot_be_archived_is_explained_and_nothing_is_written(
    tmp_path: Path, options: str, code: int, said: str
) -> None:
    site = newspaper(tmp_path / "site")
    (site / "folder.zip").mkdir()
    (site / "thesis.zip").write_text("years of work")
    before = sorted(path.name for path in site.iterdir())
    done = nashra("archive", *options.split(), cwd=site)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert sorted(path.name for path in site.iterdir() if path.name != ".nashra") == before
    assert (site / "thesis.zip").read_text() == "years of work"


def test_an_empty_site_has_nothing_to_archive(tmp_path: Path) -> None:
    done = nashra("archive", "--format", "epub", cwd=write_site(tmp_path, {}))
    assert done.returncode == 1
    assert "there is no article in ar, fr, en at all" in done.stderr


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    site = write_site(tmp_path / "s", {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("خبر", "نص.")})
    done = nashra("archive", "--format", "zip", "-o", "/proc/a.zip", cwd=site)
    assert done.returncode == 2
    assert "cannot be written" in done.stderr
