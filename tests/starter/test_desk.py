"""The desk: `nashra desk`, and the workflow around it, run with real git and without GitHub."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from nashra.starter import DESK, write_site
from support.commands import SOURCE, nashra

ARABIC = """\
ارتفاع حقينة السدود بعد أمطار الخريف

الرباط، 18 نونبر 2026

ارتفعت حقينة السدود في المغرب بعد أمطار الأسبوع الماضي، وبلغت نسبة الملء أربعين في المائة حسب الوزارة.
"""
PAGE = """\
<!doctype html><html lang="ar"><head><title>افتتاح مكتبة</title>
<meta property="article:published_time" content="2026-11-17T10:00:00+01:00"></head><body><article>
<h1>افتتاح مكتبة في القرية</h1><p>افتتحت جمعية أهل القرية مكتبة جديدة للأطفال، بحضور السكان والتلاميذ وعدد من
المعلمين.</p><p>وقالت رئيسة الجمعية إن الكتب جُمعت في سنة كاملة من تبرعات السكان.</p></article></body></html>
"""
FRENCH = (
    "Les barrages se remplissent",
    "Rabat, 19 novembre 2026",
    "Le niveau des barrages est remonté après les pluies.",
)


def steps(site: Path) -> list[dict[str, Any]]:
    loaded: dict[Any, Any] = yaml.safe_load((site / DESK).read_text("utf-8"))
    found: list[dict[str, Any]] = loaded["jobs"]["desk"]["steps"]
    return found


def git(*args: str, cwd: Path) -> str:
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    done = subprocess.run(["git", *identity, *args], cwd=cwd, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    write_site(root, "نشرة", ["ar", "fr", "en"], "https://a.example/", now=datetime(2026, 11, 20, 8, tzinfo=UTC))
    return root


def test_the_workflow_pins_its_actions_and_puts_no_expression_into_a_script(site: Path) -> None:
    text = (site / DESK).read_text("utf-8")
    for name, commit in re.findall(r"uses: (\S+)@(\S+)", text):
        assert name.startswith("actions/") and re.fullmatch("[0-9a-f]{40}", commit)
    assert [step["run"] for step in steps(site) if "${{" in step.get("run", "")] == []


def test_it_may_do_no_more_than_it_has_to_and_starts_on_nothing_of_its_own(site: Path) -> None:
    loaded: dict[Any, Any] = yaml.safe_load((site / DESK).read_text("utf-8"))
    assert loaded["permissions"] == {"contents": "read"}
    job = loaded["jobs"]["desk"]
    assert job["permissions"] == {"contents": "write", "pull-requests": "write", "actions": "write"}
    assert "github.actor != 'github-actions[bot]'" in job["if"]
    assert loaded[True]["push"]["paths"] == ["content/inbox/**"]


def test_the_desk_takes_in_translates_and_sums_up(site: Path, cipher_packages: dict[str, Path], tmp_path: Path) -> None:
    env = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    for package in cipher_packages.values():
        nashra("models", "install", package, cwd=site, env=env)
    (site / "content/inbox/سدود.txt").write_text(ARABIC, encoding="utf-8")
    (site / "content/inbox/old.zip").write_bytes(b"PK")
    done = nashra("desk", "--summary", "desk.md", cwd=site, env=env, offline=True)
    assert done.returncode == 0, done.stderr
    text = (site / "desk.md").read_text(encoding="utf-8")
    assert text.startswith("## 1 new, 0 changed\n")
    assert "ارتفاع حقينة السدود" in text and "ar original, en machine, fr machine" in text
    assert "## To put right" in text and "old.zip" in text
    assert "files of this kind are not read" in text
    refused = nashra("desk", "--summary", "content/inbox/old.zip", cwd=site, env=env)
    assert refused.returncode == 2 and "there is a file of that name already" in refused.stderr


def test_a_title_that_is_doubtful_is_named_with_the_reason(
    site: Path, cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    env = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    for package in cipher_packages.values():
        nashra("models", "install", package, cwd=site, env=env)
    head = "---\ntitle: 'ارتفاع السدود بنسبة 40 في المائة'\nlang: ar\ndate: 2026-11-18\n---\n\nنص.\n"
    (site / "content/articles/x.md").write_text(head, encoding="utf-8")
    out = nashra("desk", cwd=site, env=env).stdout
    doubts = out.partition("## Look at these before you publish")[2]
    assert "  - the title: " in doubts and "a percentage is missing" in doubts


def test_where_nothing_is_new_it_says_so(site: Path) -> None:
    out = nashra("desk", cwd=site).stdout
    assert "## 0 new, 0 changed" in out and "Nothing is new." in out and "## To put right" not in out


def test_a_title_cannot_give_orders_to_the_summary(site: Path) -> None:
    head = "---\ntitle: '[x](https://evil.example) <b>**y**'\nlang: fr\ndate: 2026-11-18\n---\n\nUn texte.\n"
    (site / "content/articles/x.md").write_text(head, encoding="utf-8")
    out = nashra("desk", cwd=site).stdout
    line = next(line for line in out.splitlines() if line.startswith("- **"))
    assert "](https" not in line.replace("\\]", "") and "<b>" not in line.replace("\\<", "")


class Runner:
    """The machine that GitHub lends: a clone, and the workflow's own steps in it. calls: what `gh` was asked."""

    def __init__(self, remote: Path, root: Path, packages: Path) -> None:
        self.root, self.calls = root, root.parent / f"{root.name}.calls"
        git("clone", "-q", str(remote), str(root), cwd=remote.parent)
        tools = root.parent / f"{root.name}.bin"
        tools.mkdir()
        self._tool(tools / "nashra", f'exec "{sys.executable}" -m nashra "$@"')
        self._tool(tools / "gh", f'echo "$*" >> "{self.calls}"')
        self.env = os.environ | {
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(SOURCE),
            "PYTHONIOENCODING": "utf-8",
            "ARGOS_PACKAGES_DIR": str(packages),
            "GITHUB_ENV": str(root.parent / "env"),
            "GITHUB_STEP_SUMMARY": str(root.parent / "summary.md"),
            "DESK": "pull-request",
            "DEFAULT": "main",
            "GH_TOKEN": "",
        }

    @staticmethod
    def _tool(path: Path, line: str) -> None:
        path.write_text(f"#!/bin/sh\n{line}\n")
        path.chmod(0o755)

    def run(self) -> None:
        env = dict(self.env)
        for step in steps(self.root):
            script = step.get("run", "")
            # neither a package index nor the list of models is here
            if not script or script.startswith(("python -m pip", "nashra models install")):
                continue
            command = ["bash", "-eo", "pipefail", "-c", script]
            done = subprocess.run(command, cwd=self.root, env=env, capture_output=True, text=True, timeout=180)
            assert done.returncode == 0, f"{script}: {done.stdout}{done.stderr}"
            set_here = Path(env["GITHUB_ENV"])
            if set_here.exists():
                env |= dict(line.split("=", 1) for line in set_here.read_text().splitlines())


def test_from_the_inbox_to_the_published_page_without_github(
    site: Path, cipher_packages: dict[str, Path], tmp_path: Path
) -> None:
    docx = pytest.importorskip("docx")
    packages = tmp_path / "packages"
    for package in cipher_packages.values():
        nashra("models", "install", package, cwd=site, env={"ARGOS_PACKAGES_DIR": str(packages)})
    (site / "nashra-1-py3-none-any.whl").write_bytes(b"a wheel")
    (site / "requirements.txt").write_text("./nashra-1-py3-none-any.whl\n")
    (site / "nashra.sha256").write_text(f"{hashlib.sha256(b'a wheel').hexdigest()}  nashra-1-py3-none-any.whl\n")
    remote = tmp_path / "remote.git"
    git("init", "-q", "--bare", "-b", "main", str(remote), cwd=tmp_path)
    git("init", "-q", "-b", "main", cwd=site)
    inbox = site / "content" / "inbox"
    (inbox / "سدود.txt").write_text(ARABIC, encoding="utf-8")
    (inbox / "مكتبة.html").write_text(PAGE, encoding="utf-8")
    word = docx.Document()
    for paragraph in FRENCH:
        word.add_paragraph(paragraph)
    word.save(str(inbox / "barrages.docx"))
    git("add", "-A", cwd=site)
    git("commit", "-qm", "Three files", cwd=site)
    git("remote", "add", "origin", str(remote), cwd=site)
    git("push", "-q", "origin", "main", cwd=site)

    runner = Runner(remote, tmp_path / "first", packages)
    runner.run()
    (branch,) = [name for name in git("branch", "--list", "desk/*", cwd=remote).split() if name]
    assert "pr create --base main" in runner.calls.read_text()
    names = git("-c", "core.quotepath=off", "ls-tree", "-r", "--name-only", branch, "content/inbox", cwd=remote).split()
    assert names == ["content/inbox/README.md"]

    # a second run of the day, after an editor has corrected what was proposed, goes on from there
    Runner(remote, tmp_path / "second", packages).run()
    git("fetch", "-q", "origin", branch, cwd=site)
    git("merge", "-q", "--no-edit", "FETCH_HEAD", cwd=site)
    heads = [path.parent.name for path in (site / "content" / "articles").glob("*/*/*/*.md")]
    assert len(set(heads)) == 4  # with the site's own first article
    done = nashra(
        "build", cwd=site, env={"SOURCE_DATE_EPOCH": str(int(datetime(2026, 11, 21, tzinfo=UTC).timestamp()))}
    )
    assert done.returncode == 0, done.stderr
    for lang in ("ar", "fr", "en"):
        assert len(list((site / "site" / lang / "2026" / "11").glob("*.html"))) >= 3
