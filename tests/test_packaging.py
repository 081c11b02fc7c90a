"""What people install is the wheel, not the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
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
        command = [sys.executable, "-m", "nashra", *args]
        done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=True)
        return done.stdout

    run("init", "news", "--yes")
    assert "built 1 article" in run("-C", "news", "build")
    assert (tmp_path / "news" / "site" / "ar" / "index.html").exists()
    where = [sys.executable, "-c", "import nashra; print(nashra.__file__)"]
    assert str(target) in subprocess.run(where, env=env, cwd=tmp_path, capture_output=True, text=True).stdout
