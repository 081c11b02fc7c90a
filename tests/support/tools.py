"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip aloud, or fail where continuous integration must not pass without the test."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true")
    pytest.skip(f"TESTS SKIPPED: {what} is missing; tests/tools.sh installs it on Debian")
