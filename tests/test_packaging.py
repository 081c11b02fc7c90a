"""What people install is the wheel, not the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("nashra-*.whl")
    return path


def test_the_wheel_has_the_code_and_the_theme_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert "nashra/cli/__init__.py" in names
    assert "nashra/templates/article.html" in names
    assert "nashra/templates/locale/ar.po" in names
    assert "nashra/py.typed" in names
    assert "nashra/starter/files/publish.yml" in names
    assert "nashra/starter/files/readme/ar.md" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"nashra"}


def test_a_site_is_made_and_built_by_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(target)
    env = {**os.environ, "PYTHONPATH": str(target), "PYTHONSAFEPATH": "1"}

    def run(*args: str) -> str:
        command: list[str | Path] = [sys.executable, "-m", "nashra", *args]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
        return done.stdout

    run("init", "news", "--yes")
    assert "built 1 article" in run("-C", "news", "build")
    assert (tmp_path / "news" / "site" / "ar" / "index.html").exists()
    where = [sys.executable, "-c", "import nashra; print(nashra.__file__)"]
    assert str(target) in subprocess.run(where, env=env, cwd=tmp_path, capture_output=True, text=True).stdout


def locked(part: str) -> dict[str, list[SpecifierSet]]:
    """The packages of a lock: name -> versions, one for each kind of machine that needs one of its own."""
    found: dict[str, list[SpecifierSet]] = {}
    text = (ROOT / "requirements" / f"{part}.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            assert "--hash=sha256:" in line, line
            requirement = Requirement(line.split("--hash")[0])
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement.specifier)
    return found


@pytest.mark.parametrize(("part", "extra"), [("run", None), ("test", "test"), ("lint", "lint")])
def test_the_lock_names_what_the_project_asks_for_with_hashes(part: str, extra: str | None) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else [])]
    found = locked(part)
    for requirement in map(Requirement, asked):
        name = canonicalize_name(requirement.name)
        assert name in found, f"{name} is not locked: run `make lock`"
        versions = [str(specifier).removeprefix("==") for specifier in found[name]]
        assert any(requirement.specifier.contains(version) for version in versions), f"{name}: run `make lock`"


def test_the_table_of_dependencies_names_what_is_locked_with_licence_and_last_release() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([^|]+) \| ([^|]+) \| [^|]+, (\d{4}-\d\d-\d\d) \|$", page, re.MULTILINE)
    versions = {
        name: [str(each).removeprefix("==") for each in each_locked] for name, each_locked in locked("run").items()
    }
    assert {name: sorted(said.split(", ")) for name, _, said, _ in rows} == {
        name: sorted(found) for name, found in versions.items()
    }, "run `make table`"
    assert not [name for name, licence, _, _ in rows if not licence.strip() or licence.startswith("see")]


def test_the_locks_agree_with_each_other() -> None:
    run, test, lint = locked("run"), locked("test"), locked("lint")
    for name, versions in run.items():
        assert test[name] == versions
        assert lint[name] == versions
