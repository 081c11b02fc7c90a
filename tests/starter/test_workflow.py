"""The workflow that `nashra init` writes: its shape, its pins, and its own steps, run as far as GitHub is not needed."""

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

from nashra.starter import WORKFLOW, write_site
from support.commands import SOURCE, nashra

URL = "https://owner.github.io/news/"
FORK = "https://somebody.github.io/news-copy"
OFFICIAL = {
    "actions/checkout",
    "actions/setup-python",
    "actions/cache",
    "actions/configure-pages",
    "actions/upload-pages-artifact",
    "actions/deploy-pages",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write_site(tmp_path, "نشرة", ["ar", "fr", "en"], URL, now=datetime(2026, 3, 1, 12, tzinfo=UTC))
    return tmp_path


def workflow(site: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((site / WORKFLOW).read_text("utf-8"))
    return loaded


def steps(site: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(site)["jobs"].values() for step in job["steps"]]


def test_it_runs_on_a_push_every_day_and_by_hand(site: Path) -> None:
    triggers = workflow(site)[True]  # YAML 1.1 takes `on` for true
    assert set(triggers) == {"push", "schedule", "workflow_dispatch"}
    (schedule,) = triggers["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", schedule["cron"])
    assert "default_branch" in workflow(site)["jobs"]["build"]["if"]


def test_it_uses_official_actions_only_pinned_by_commit_with_their_version(site: Path) -> None:
    lines = re.findall(r"uses: (\S+)@(\S+)(.*)", (site / WORKFLOW).read_text("utf-8"))
    assert {name for name, _, _ in lines} == OFFICIAL
    for name, commit, comment in lines:
        assert re.fullmatch("[0-9a-f]{40}", commit), name
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), name


def test_each_job_may_do_no_more_than_it_has_to(site: Path) -> None:
    text = workflow(site)
    assert text["permissions"] == {"contents": "read"}
    assert text["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert text["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    (checkout,) = [step for step in steps(site) if "checkout" in step.get("uses", "")]
    assert checkout["with"]["persist-credentials"] is False


def test_runs_of_a_branch_wait_for_each_other_and_none_goes_on_for_ever(site: Path) -> None:
    text = workflow(site)
    assert text["concurrency"] == {"group": "publish-${{ github.ref }}", "cancel-in-progress": False}
    assert all(0 < job["timeout-minutes"] <= 30 for job in text["jobs"].values())


def test_where_pages_is_off_the_site_is_built_and_nothing_is_deployed(site: Path) -> None:
    jobs = workflow(site)["jobs"]
    (configure,) = [step for step in jobs["build"]["steps"] if step.get("id") == "pages"]
    (upload,) = [step for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    assert configure["continue-on-error"] is True
    assert upload["if"] == "steps.pages.outcome == 'success'"
    assert jobs["build"]["outputs"]["pages"] == "${{ steps.pages.outcome }}"
    assert jobs["deploy"]["if"] == "needs.build.outputs.pages == 'success'"
    assert jobs["deploy"]["needs"] == "build"
    assert jobs["deploy"]["environment"]["name"] == "github-pages"


def test_a_run_that_is_started_again_deploys_what_it_has_built(site: Path) -> None:
    """Artifacts of earlier attempts stay, and actions/deploy-pages fails when two have the name it looks for."""
    jobs = workflow(site)["jobs"]
    (upload,) = [step for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    (deploy,) = jobs["deploy"]["steps"]
    assert "run_attempt" in upload["with"]["name"]
    assert jobs["build"]["outputs"]["artifact"] == upload["with"]["name"]
    assert deploy["with"]["artifact_name"] == "${{ needs.build.outputs.artifact }}"
    assert upload["with"]["path"] == "site"


def test_what_nashra_remembers_is_kept_between_runs(site: Path) -> None:
    (cache,) = [step for step in steps(site) if "actions/cache@" in step.get("uses", "")]
    assert cache["with"]["path"] == ".nashra"
    assert cache["with"]["key"].startswith(cache["with"]["restore-keys"].splitlines()[0])
    assert "run_id" in cache["with"]["key"]


def test_no_expression_stands_in_a_script(site: Path) -> None:
    """What GitHub puts into a script as text could be a command; in `env` it is a value."""
    assert [step["run"] for step in steps(site) if "${{" in step.get("run", "")] == []


def test_dependabot_looks_after_the_pins(site: Path) -> None:
    text = yaml.safe_load((site / ".github" / "dependabot.yml").read_text("utf-8"))
    assert text["version"] == 2
    (update,) = text["updates"]
    assert (update["package-ecosystem"], update["directory"]) == ("github-actions", "/")


def test_no_name_alone_is_installed(site: Path) -> None:
    lines = [line for line in (site / "requirements.txt").read_text().splitlines() if not line.startswith("#")]
    assert lines == []


def test_its_own_commands_check_and_build_the_site(site: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    command = tools / "nashra"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m nashra "$@"\n')
    command.chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    (site / "nashra-1-py3-none-any.whl").write_bytes(b"a wheel")
    (site / "requirements.txt").write_text("./nashra-1-py3-none-any.whl\n")
    (site / "nashra.sha256").write_text(f"{hashlib.sha256(b'a wheel').hexdigest()}  nashra-1-py3-none-any.whl\n")
    ran, told = [], ""
    for args in (["init", "-q"], ["add", "-A"]):
        subprocess.run(["git", *args], cwd=site, check=True)
    for step in workflow(site)["jobs"]["build"]["steps"]:
        script = step.get("run", "")
        # there is no package index here; every other command runs as it is written
        if not script or script.startswith("python -m pip install"):
            continue
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=site,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", "PATH": path, "CI": "true"}
            | environment(step, FORK),
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, f"{script}: {done.stdout}{done.stderr}"
        ran.append(script)
        told = done.stdout
    assert ran[1:3] == ["nashra check --deploy --github", "nashra build"]
    # a build that nobody had made before has noted addresses that are not committed yet
    assert len(ran) == 4 and "::warning file=content/addresses.txt::" in told
    stands_at(site, f"{FORK}/ar/", URL)


@pytest.mark.parametrize(
    ("base_url", "canonical", "old"),
    [
        ("https://news.nashra.press", "https://news.nashra.press/ar/", URL),
        ("https://owner.github.io", "https://owner.github.io/ar/", URL),
        ("", f"{URL}ar/", "https://somebody"),
    ],
    ids=["custom domain", "user site", "pages off"],
)
def test_it_builds_the_site_for_the_address_that_it_will_have(
    site: Path, base_url: str, canonical: str, old: str
) -> None:
    (step,) = (step for step in steps(site) if step.get("run") == "nashra build")
    assert nashra("build", cwd=site, env=environment(step, base_url)).returncode == 0
    stands_at(site, canonical, old)


def environment(step: dict[str, Any], base_url: str) -> dict[str, str]:
    """What a step gets where GitHub's Pages say `base_url`."""
    given = step.get("env", {}).items()
    env = {name: value.replace("${{ steps.pages.outputs.base_url }}", base_url) for name, value in given}
    assert "${{" not in str(env)
    return env


def stands_at(site: Path, canonical: str, old: str) -> None:
    """The built site speaks of itself at one address, and nowhere of the other."""
    home = (site / "site" / "ar" / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{canonical}">' in home
    assert f"{canonical.removesuffix('ar/')}sitemap.xml" in (site / "site" / "robots.txt").read_text("utf-8")
    files = [path for path in (site / "site").rglob("*") if path.suffix in (".html", ".xml", ".txt", ".json")]
    assert [path for path in files if old in path.read_text("utf-8")] == []
