"""Programs that tests need and a machine may lack."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

VNU = Path(__file__).parents[2] / ".tools" / "vnu.jar"
# For programs of a few seconds, which the second compiler and several collectors only slow down: half the time.
_BRIEF = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")
# The Nu Html Checker takes JSON-LD for a script and a page on a disk for one without an origin. Whether the policy of
# our pages stops anything of theirs, Chromium says in tests/browser/test_started_site.py.
_POLICY_IS_FOR_BROWSERS = ("--filterpattern", ".*violates Content Security Policy.*")


def missing(what: str) -> NoReturn:
    """Skip aloud, or fail where continuous integration must not pass without the test."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is missing, and CI=true")
    pytest.skip(f"TESTS SKIPPED: {what} is missing; tests/tools.sh installs it on Debian")


def java(jar: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `jar` with `arguments`; skips the test where Java or the jar is missing."""
    program = shutil.which("java")
    if program is None or not jar.is_file():
        missing(f"Java or {jar.name}")
    command = [program, *_BRIEF, "-jar", str(jar), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300)


def faults_of_html(*paths: Path, options: tuple[str, ...] = ()) -> list[str]:
    """What the Nu Html Checker says of pages, or of all in folders; skips the test where it is missing."""
    done = java(VNU, "--format", "json", *options, *_POLICY_IS_FOR_BROWSERS, *map(str, paths))
    messages = json.loads(done.stderr)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in messages]
