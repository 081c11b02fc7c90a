"""Writes the table of locked packages in docs/dependencies.md: `make table`, or `python requirements/table.py`.

Needs uv on the path, which asks the index for the newest versions and their dates, and the packages that
requirements/run.txt names installed: their licences are what they say of themselves. One that only other systems need
is got for that.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK, PAGE = ROOT / "requirements/run.txt", ROOT / "docs/dependencies.md"
BEGIN, END = "<!-- table: made by `make table` -->\n", "<!-- end of the table -->\n"
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
_OSI = "License :: OSI Approved :: "
# How classifiers name licences -> SPDX.
_SPDX = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "Artistic License": "Artistic",
}


def locked() -> dict[str, list[str]]:
    """Name -> versions, of everything that requirements/run.txt locks."""
    found: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(LOCK.read_text("utf-8")):
        found.setdefault(name, []).append(version)
    return found


def newest(names: list[str]) -> dict[str, tuple[str, str]]:
    """Name -> (newest version, the day it was released), as uv resolves them without any limit."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = ", ".join(f'"{name}"' for name in names)
        project = f'[project]\nname = "x"\nversion = "0"\nrequires-python = ">=3.11"\ndependencies = [{wanted}]\n'
        (Path(folder) / "pyproject.toml").write_text(project, "utf-8")
        _uv("lock", "--quiet", "--upgrade", folder=folder)
        packages = tomllib.loads((Path(folder) / "uv.lock").read_text("utf-8"))["package"]
    found: dict[str, tuple[str, str]] = {}
    for package in packages:
        files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
        days = [str(each["upload-time"])[:10] for each in files if "upload-time" in each]
        if days:
            found[package["name"]] = max(found.get(package["name"], ("", "")), (package["version"], min(days)))
    return found


def _uv(*arguments: str, folder: str) -> None:
    program = shutil.which("uv")
    if program is None:
        sys.exit("this needs uv: run it as `make table`")
    subprocess.run([program, *arguments], cwd=folder, check=True)  # noqa: S603 - what is run is written here


def licence(name: str, version: str) -> str:
    """The licence that the package says it has, in SPDX where it can be told."""
    try:
        return _licence(metadata.metadata(name))
    except metadata.PackageNotFoundError:
        with tempfile.TemporaryDirectory() as folder:
            _uv("pip", "install", "--quiet", "--no-deps", "--target", folder, f"{name}=={version}", folder=folder)
            return _licence(next(iter(metadata.distributions(path=[folder]))).metadata)


def _licence(said: metadata.PackageMetadata) -> str:
    expression = said.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = [each.removeprefix(_OSI) for each in said.get_all("Classifier") or () if each.startswith(_OSI)]
    if classifiers:
        return " or ".join(_SPDX.get(each, each) for each in classifiers)
    first = str(said.get("License") or "").strip().split("\n")[0]
    return first if 0 < len(first) <= 40 else "see its files"


def table() -> str:
    """The rows, in Markdown."""
    versions = locked()
    latest = newest(list(versions))
    rows = ["| package | licence | locked | last release |", "|---|---|---|---|"]
    for name in sorted(versions):
        version, day = latest.get(name, ("", ""))
        last = f"{version}, {day}" if day else "not told"
        rows.append(f"| {name} | {licence(name, versions[name][-1])} | {', '.join(versions[name])} | {last} |")
    return "\n".join(rows) + "\n"


def main() -> int:
    text = PAGE.read_text("utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        print(f"{PAGE} has no place for the table", file=sys.stderr)
        return 1
    PAGE.write_text(f"{before}{BEGIN}\n{table()}\n{END}{after}", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
