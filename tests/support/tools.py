"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

# The Nu Html Checker takes JSON-LD for a script and a page on a disk for one without an origin. Whether the policy of
# our pages stops anything of theirs, Chromium says in tests/browser/test_started_site.py.
POLICY_IS_FOR_BROWSERS = ("--filterpattern", ".*violates Content Security Policy.*")


def missing(what: str) -> NoReturn:
    """Skip aloud, or fail where continuous integration must not pass without the test."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true")
    pytest.skip(f"TESTS SKIPPED: {what} is missing; tests/tools.sh installs it on Debian")
