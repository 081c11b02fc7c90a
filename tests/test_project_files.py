"""The files by which the project itself is kept."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


READMES = [ROOT / name for name in ("README.md", "README.fr.md", "README.ar.md")]


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


def commands(path: Path) -> list[str]:
    """The lines of all code blocks, without their comments."""
    blocks = re.findall(r"^```\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return [re.sub(r"\s+# .*", "", line) for block in blocks for line in block.splitlines()]


def headings(path: Path) -> list[str]:
    text = re.sub(r"^```.*?^```$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^(#+) ", text, re.MULTILINE)


def links(path: Path) -> list[str]:
    """Where the links of a README lead, but for those to its sisters."""
    found = re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8"))
    return [target for target in found if not target.startswith("README")]


@pytest.mark.parametrize("path", READMES[1:], ids=lambda path: path.name)
def test_a_translated_readme_has_the_headings_commands_points_and_links_of_the_english_one(path: Path) -> None:
    english = READMES[0]
    assert commands(path) == commands(english) != []
    assert headings(path) == headings(english) != []
    for pattern in (r"^- ", r"^\*\*"):
        there, here = (
            re.findall(pattern, readme.read_text(encoding="utf-8"), re.MULTILINE) for readme in (english, path)
        )
        assert len(here) == len(there)
    there, here = (links(readme) for readme in (english, path))
    assert here == there


@pytest.mark.parametrize("path", READMES, ids=lambda path: path.name)
def test_a_readme_leads_to_its_sisters_and_to_what_is_there(path: Path) -> None:
    targets = set(re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")))
    assert {readme.name for readme in READMES if readme != path} <= targets
    for target in targets:
        assert "://" in target or (ROOT / target).exists(), target


def test_a_change_to_come_is_of_a_kind_that_the_changelog_knows() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["towncrier"]
    kinds = "|".join(kind["directory"] for kind in settings["type"])
    for path in (ROOT / settings["directory"]).iterdir():
        assert path.name in settings["ignore"] or re.fullmatch(rf"(\d+|\+[a-z-]+)\.({kinds})\.md", path.name), path.name
    assert settings["start_string"] in (ROOT / settings["filename"]).read_text(encoding="utf-8")


def test_what_workflows_install_is_locked_by_hash() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    for line in re.findall(r"pip install .*", text):
        assert "--require-hashes" in line or "--no-deps --no-build-isolation --editable ." in line, line
    for name in re.findall(r"--requirement (\S+)", text):
        assert "--hash=sha256:" in (ROOT / name).read_text(encoding="utf-8"), name
