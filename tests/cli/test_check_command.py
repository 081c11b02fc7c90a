"""`nashra check` as editors and CI call it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from nashra.kit.file_lock import take_lock
from support.commands import nashra
from support.faults import AR, FR, clean_site, line_of

LINK = "[باريس](https://paris.fr/visite?a=1&b=2)"
BROKEN = {AR: (LINK, "[باريس](/nashra/ar/رحلة.html)")}
DOUBTFUL = {AR: ("![خريطة الطريق]", "![]")}
HERE = {"GITHUB_ACTIONS": "", "GITHUB_REPOSITORY": "", "GITHUB_WORKSPACE": "", "NASHRA_URL": ""}


def test_a_clean_site_ends_with_0_and_says_what_was_looked_at(tmp_path: Path) -> None:
    done = nashra("check", cwd=clean_site(tmp_path), env=HERE)
    assert done.returncode == 0
    assert done.stdout.startswith("0 errors, 0 warnings, 0 notes in 2 articles, ")
    assert done.stderr == ""


def test_an_error_ends_with_1_and_names_the_file_and_the_line(tmp_path: Path) -> None:
    root = clean_site(tmp_path / "موقع", BROKEN)
    done = nashra("check", "-C", root, cwd=tmp_path, env=HERE)
    assert done.returncode == 1
    lines = done.stdout.split("\n")
    assert lines[0] == AR
    assert lines[1].split()[:3] == [str(line_of(root, AR, "رحلة")), "error", "links"]
    assert "'/nashra/ar/رحلة.html' leads to nothing" in lines[1]
    assert "\x1b" not in done.stdout


def test_a_check_over_the_last_one_says_what_one_from_nothing_says(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    clean = nashra("check", cwd=root, env=HERE)
    text = (root / AR).read_text("utf-8")
    (root / AR).write_text(text.replace(*BROKEN[AR]).replace("![خريطة الطريق]", "![]"), "utf-8")
    warm = nashra("check", cwd=root, env=HERE)
    handle = take_lock(root / ".nashra/check.lock")
    assert handle is not None
    beside = nashra("check", cwd=root, env=HERE)  # while another one runs
    os.close(handle)
    assert not list(root.glob(".nashra/check.*/"))
    shutil.rmtree(root / ".nashra")
    cold = nashra("check", cwd=root, env=HERE)
    assert cold.returncode == 1
    assert "leads to nothing" in cold.stdout
    assert "no alternative text" in cold.stdout
    assert warm.stdout == cold.stdout == beside.stdout
    (root / AR).write_text(text, "utf-8")
    assert nashra("check", cwd=root, env=HERE).stdout == clean.stdout
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("changes", "level", "status"),
    [
        (BROKEN, "error", 1),
        (BROKEN, "warning", 1),
        (BROKEN, "never", 0),
        (DOUBTFUL, "error", 0),
        (DOUBTFUL, "warning", 1),
        (DOUBTFUL, "never", 0),
    ],
)
def test_the_exit_status_follows_fail_on(
    changes: dict[str, tuple[str, str]], level: str, status: int, tmp_path: Path
) -> None:
    done = nashra("check", "--fail-on", level, "--only", "links,pictures", cwd=clean_site(tmp_path, changes), env=HERE)
    assert done.returncode == status
    assert "1 error" in done.stdout or "1 warning" in done.stdout


def test_notes_never_fail_and_are_shown_on_demand(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / FR).unlink()
    done = nashra("check", "--fail-on", "warning", cwd=root, env=HERE)
    assert done.returncode == 0
    assert "no version" not in done.stdout
    assert "1 note (shown with --notes)" in done.stdout
    assert "there is no version in fr" in nashra("check", "--notes", cwd=root, env=HERE).stdout


def test_json_is_all_that_is_printed(tmp_path: Path) -> None:
    root = clean_site(tmp_path, BROKEN)
    done = nashra("check", "--json", cwd=root, env={**HERE, "GITHUB_ACTIONS": "true"})
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert found["counts"] == {"error": 1, "warning": 0, "info": 0}
    assert (found["findings"][0]["file"], found["findings"][0]["page"]) == (AR, "ar/2024/07/وصول-الوفد.html")
    assert "deploy" not in found["checks"]


@pytest.mark.parametrize(
    ("flags", "variable", "annotated"),
    [([], "true", True), (["--github"], "", True), (["--no-github"], "true", False), ([], "", False)],
)
def test_github_gets_annotations_by_itself_unless_a_flag_says_otherwise(
    flags: list[str], variable: str, annotated: bool, tmp_path: Path
) -> None:
    root = clean_site(tmp_path / "repository" / "news", BROKEN)
    env = {**HERE, "GITHUB_ACTIONS": variable, "GITHUB_WORKSPACE": str(tmp_path / "repository")}
    done = nashra("check", *flags, cwd=root, env=env)
    wanted = f"::error file=news/{AR},line={line_of(root, AR, 'رحلة')},title=nashra links::the link "
    assert done.stdout.startswith(wanted) == annotated
    assert ("::error" in done.stdout) == annotated


def test_deploy_adds_its_check_and_reads_the_repository(tmp_path: Path) -> None:
    root = clean_site(tmp_path, url="https://desk.github.io/other/")
    env = {**HERE, "GITHUB_REPOSITORY": "desk/news"}
    assert nashra("check", cwd=root, env=env).returncode == 0
    done = nashra("check", "--deploy", cwd=root, env=env)
    assert done.returncode == 1
    assert "https://desk.github.io/news/" in done.stdout
    assert nashra("check", "--only", "deploy", cwd=root, env=HERE).returncode == 0


def test_a_new_sites_address_is_no_address_to_deploy_to(tmp_path: Path) -> None:
    done = nashra("check", "--deploy", cwd=clean_site(tmp_path, url="https://example.org/"), env=HERE)
    assert done.returncode == 1
    assert "nashra.toml" in done.stdout


def test_only_the_checks_that_are_named_run(tmp_path: Path) -> None:
    root = clean_site(tmp_path, {**BROKEN, FR: ("slug: la-delegation", "slug: ..")})
    done = nashra("check", "--json", "--only", "content, translations", cwd=root, env=HERE)
    found = json.loads(done.stdout)
    assert found["checks"] == ["content", "translations"]
    assert {finding["check"] for finding in found["findings"]} <= {"content", "translations"}


@pytest.mark.parametrize(
    "flags",
    [["--only", "links,spelling"], ["--only", ""], ["--fail-on", "always"], ["--json", "--github"], ["extra"]],
    ids=" ".join,
)
def test_a_wrong_command_ends_with_2_and_says_what_there_is(flags: list[str], tmp_path: Path) -> None:
    done = nashra("check", *flags, cwd=clean_site(tmp_path), env=HERE)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Error" in done.stderr


def test_a_wrong_configuration_and_a_broken_theme_end_with_2(tmp_path: Path) -> None:
    assert nashra("check", cwd=tmp_path, env=HERE).returncode == 2
    root = clean_site(tmp_path / "site")
    (root / "templates").mkdir()
    (root / "templates" / "article.html").write_text("{% if %}")
    done = nashra("check", cwd=root, env=HERE)
    assert done.returncode == 2
    assert "article.html" in done.stderr
    assert list((root / ".nashra/check").iterdir()) == []


def test_a_cache_that_cannot_be_made_is_an_error_and_no_traceback(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / ".nashra").write_text("in the way")
    done = nashra("check", cwd=root, env=HERE)
    assert done.returncode == 2
    assert "cannot be checked" in done.stderr


def test_checks_of_the_content_alone_need_no_site(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    assert nashra("check", "--only", "translations", cwd=root, env=HERE).returncode == 0
    assert not (root / ".nashra").exists()


def test_what_is_still_to_come_is_not_missed_on_the_pages(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / AR).write_text((root / AR).read_text("utf-8").replace("slug:", "draft: true\nslug:", 1), "utf-8")
    done = nashra("check", "--json", cwd=root, env=HERE)
    found = json.loads(done.stdout)["findings"]
    assert [finding for finding in found if finding["severity"] == "error"] == []


def test_the_demo_site_has_no_error() -> None:
    demo = Path(__file__).parents[2]
    done = nashra("check", "--fail-on", "warning", cwd=demo, env=HERE)
    assert done.stdout.startswith("0 errors, 0 warnings, "), done.stdout
    assert done.returncode == 0
