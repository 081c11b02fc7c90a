"""The files by which the project itself is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_one_job_least_rights_and_actions_pinned_by_commit(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert job["timeout-minutes"] <= 45
    for step in job["steps"]:
        assert "uses" not in step or re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), step


def test_what_workflows_run_is_in_the_project() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"\bmake ([a-z-]+)", text):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for script in re.findall(r"\bbash (\S+)", text):
        assert (ROOT / script).exists(), script


@pytest.mark.parametrize(
    "name", [".pre-commit-config.yaml", ".github/ISSUE_TEMPLATE/fault.yml", ".github/ISSUE_TEMPLATE/idea.yml"]
)
def test_what_other_tools_read_is_yaml(name: str) -> None:
    assert isinstance(yaml.safe_load((ROOT / name).read_text(encoding="utf-8")), dict)
