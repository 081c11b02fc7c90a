"""Running `nashra` as its users do: as a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from support import warm_interpreter

# What commands import when they run in folders of their own.
SOURCE = Path(__file__).parents[2] / "generator"


def nashra(
    *args: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes | None = None,
    offline: bool = False,
) -> subprocess.CompletedProcess[str]:
    """`nashra ARGS` in the folder `cwd`. offline: without any network, not even loopback."""
    variables = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", **(env or {})}
    if not offline and warm_interpreter.can_run(variables):
        code, output, errors = warm_interpreter.run(list(map(str, args)), cwd, variables, stdin, timeout=120)
    else:
        command = [*(offline_prefix() if offline else []), sys.executable, "-m", "nashra", *map(str, args)]
        done = subprocess.run(command, cwd=cwd, env=variables, input=stdin, capture_output=True, timeout=120)
        code, output, errors = done.returncode, done.stdout, done.stderr
    result = subprocess.CompletedProcess(args, code, output.decode("utf-8"), errors.decode("utf-8"))
    assert "Traceback" not in result.stderr, result.stderr
    return result


@lru_cache(maxsize=1)
def offline_prefix() -> list[str]:
    """The command that cuts a process off the network; skips the test where there is none, fails when CI=true."""
    unshare = shutil.which("unshare")
    if unshare:
        for command in ([unshare, "-rn"], [unshare, "-n"]):
            if subprocess.run([*command, "true"], capture_output=True).returncode == 0:
                return command
    reason = "NOT TESTED WITHOUT A NETWORK: unshare(1) is missing or not allowed here"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def write_site(root: Path, files: Mapping[str, str], *, url: str = "https://example.org/nashra/") -> Path:
    """A site in the folder `root`: a nashra.toml for ar, fr and en, and `files` (path -> text)."""
    toml = f'[site]\nurl = "{url}"\nlanguages = ["ar", "fr", "en"]\ntitle = "نشرة"\ntimezone = "Africa/Casablanca"\n'
    for name, text in {"nashra.toml": toml, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    return root


def article_text(title: str, body: str, *, date: str = "2024-07-18", lang: str = "ar", more: str = "") -> str:
    """The file of an original."""
    return f"---\ntitle: {title}\nlang: {lang}\ndate: {date}\n{more}---\n\n{body}\n"
