"""The fixture site in tests/sites/bulletin, built once, and a copy of it that a test may change."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config

BULLETIN = Path(__file__).parent.parent / "sites" / "bulletin"


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """The report of the fixture site's build."""
    return build(replace(config.load(BULLETIN), output=tmp_path_factory.mktemp("built") / "site"))


@pytest.fixture
def page(report: BuildReport) -> Callable[[str], str]:
    """Gives the text of a page of the built fixture site."""
    return lambda path: (report.output / path).read_text("utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The fixture site in a folder of its own."""
    shutil.copytree(BULLETIN, tmp_path / "copy")
    return tmp_path / "copy"
