"""The rules of time zones are the newest there are: an old system dates no article wrong."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from support.commands import nashra, write_site

ARTICLE = "content/articles/2026/11/05-3f9a1c/ar.md"


def published(root: Path, tables: str) -> str:
    """When an article of noon in Casablanca was published, as its feed says, on a system with such `tables`."""
    files = {ARTICLE: "---\ntitle: وصل الوفد\ndate: 2026-11-05T12:00\n---\n\nنص.\n"}
    write_site(root, files)
    assert nashra("build", cwd=root, env={**os.environ, "PYTHONTZPATH": tables}).returncode == 0
    found = re.search(r"<published>(.*?)</published>", (root / "site/ar/atom.xml").read_text("utf-8"))
    assert found
    return found[1]


def system(folder: Path, version: str | None) -> str:
    """A folder of tables in which Casablanca has the time of Tokyo."""
    tzdata = pytest.importorskip("tzdata")
    (folder / "Africa").mkdir(parents=True)
    rules = (Path(tzdata.__file__).parent / "zoneinfo/Asia/Tokyo").read_bytes()
    (folder / "Africa/Casablanca").write_bytes(rules)
    if version:
        (folder / "tzdata.zi").write_text(f"# version {version}\n# This zic input file is in the public domain.\n")
    return str(folder)


def test_morocco_keeps_utc_since_september_2026_whatever_an_old_system_says(tmp_path: Path) -> None:
    assert published(tmp_path / "site", system(tmp_path / "tables", "2025b")) == "2026-11-05T12:00:00+00:00"


def test_a_system_with_newer_rules_is_believed(tmp_path: Path) -> None:
    assert published(tmp_path / "site", system(tmp_path / "tables", "2999a")) == "2026-11-05T12:00:00+09:00"


def test_tables_that_somebody_names_and_that_do_not_say_how_old_they_are_are_believed(tmp_path: Path) -> None:
    assert published(tmp_path / "site", system(tmp_path / "tables", None)) == "2026-11-05T12:00:00+09:00"


def test_a_system_without_tables_has_those_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none/tzdata.zi").write_text("# version 1970a\n")
    assert published(tmp_path / "site", str(tmp_path / "none")) == "2026-11-05T12:00:00+00:00"
