"""Where a new site's workflow installs Nashra from."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path

import pytest
import yaml

from support.commands import nashra

COMMIT = "0123456789abcdef0123456789abcdef01234567"
HASH = "a" * 64


def wheel(path: Path, name: str = "nashra") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-0.1.0.dist-info/METADATA", f"Metadata-Version: 2.4\nName: {name}\nVersion: 0.1.0\n")
    return path


def init(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return nashra("init", "news", "--yes", *args, cwd=folder)


def source_lines(site: Path) -> list[str]:
    text = (site / "requirements.txt").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def verify(site: Path) -> subprocess.CompletedProcess[str]:
    """The workflow's own step."""
    steps = yaml.safe_load((site / ".github/workflows/publish.yml").read_text("utf-8"))["jobs"]["build"]["steps"]
    (script,) = [step["run"] for step in steps if step.get("name", "").startswith("Verify")]
    return subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=site, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        (f"https://github.com/owner/nashra@{COMMIT}", f"nashra @ git+https://github.com/owner/nashra@{COMMIT}"),
        (f"git+https://forge.ma/o/n.git@{COMMIT}", f"nashra @ git+https://forge.ma/o/n.git@{COMMIT}"),
        (f"https://h.ma/nashra-0.1.0-py3-none-any.whl#sha256={HASH}",) * 2,
    ],
)
def test_a_commit_or_an_address_with_a_checksum_is_taken(given: str, line: str, tmp_path: Path) -> None:
    done = init(tmp_path, "--nashra", given)
    assert done.returncode == 0, done.stderr
    assert source_lines(tmp_path / "news") == [line.replace("https://h.ma", "nashra @ https://h.ma")]
    assert verify(tmp_path / "news").returncode == 0


def test_a_wheel_goes_into_the_folder_with_its_checksum_and_a_changed_one_is_not_installed(tmp_path: Path) -> None:
    file = wheel(tmp_path / "nashra-0.1.0-py3-none-any.whl")
    assert init(tmp_path, "--nashra", str(file)).returncode == 0
    site = tmp_path / "news"
    assert source_lines(site) == ["./nashra-0.1.0-py3-none-any.whl"]
    assert (site / file.name).read_bytes() == file.read_bytes()
    assert (site / "nashra.sha256").read_text() == f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
    assert verify(site).returncode == 0
    (site / file.name).write_bytes(file.read_bytes() + b"!")
    assert verify(site).returncode != 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("https://github.com/owner/nashra@main", "can be moved"),
        ("https://github.com/owner/nashra@v1.0", "can be moved"),
        ("https://github.com/owner/nashra@0123456", "can be moved"),
        ("https://h.ma/nashra-0.1.0-py3-none-any.whl", "has no checksum"),
        ("https://h.ma/nashra-0.1.0-py3-none-any.whl#sha256=abc", "has no checksum"),
        ("http://h.ma/nashra-0.1.0-py3-none-any.whl", "is no address"),
        ("nashra", "is no file"),
        ("nashra~=0.1", "is no file"),
        ("notes.txt", "is no wheel"),
        ("other.whl", "is a wheel of other"),
        ("empty.whl", "is no wheel"),
    ],
)
def test_what_is_not_fixed_or_not_nashra_is_refused_and_no_site_is_made(given: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "empty.whl").write_bytes(b"")
    wheel(tmp_path / "other.whl", "other")
    done = init(tmp_path, "--nashra", given)
    assert done.returncode != 0
    assert said in done.stderr
    assert not (tmp_path / "news").exists()


def test_without_a_source_the_workflow_stops_before_it_installs_anything(tmp_path: Path) -> None:
    done = init(tmp_path)
    assert "where the workflow installs Nashra from" in done.stdout
    checked = verify(tmp_path / "news")
    assert checked.returncode == 1
    assert "name the source of Nashra here" in checked.stdout


@pytest.mark.parametrize("line", ["nashra", "nashra~=0.1", "nashra[zim]>=0.1", "Nashra == 0.1 ; python_version > '3'"])
def test_a_site_that_takes_nashra_by_its_name_is_told(line: str, tmp_path: Path) -> None:
    init(tmp_path, "--nashra", f"https://github.com/owner/nashra@{COMMIT}", "--url", "https://news.ma/")
    site = tmp_path / "news"
    assert nashra("build", cwd=site).returncode == 0
    assert nashra("check", "--deploy", cwd=site).returncode == 0
    (site / "requirements.txt").write_text(f"# x\n{line}\n")
    done = nashra("check", "--deploy", cwd=site)
    assert done.returncode == 1
    assert "requirements.txt\n      2  error" in done.stdout
    assert "taken by its name from PyPI" in done.stdout
