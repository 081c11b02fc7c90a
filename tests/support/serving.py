"""`nashra serve` as a process of its own, and what it says."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from support.commands import SOURCE

# Seconds until a preview that says nothing is taken for hung; a machine at work on much else is slow.
PATIENCE = 90.0


class Serving:
    """A running preview. `lines` is everything it has said so far, errors included."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._condition = threading.Condition()
        self._ended = False
        threading.Thread(target=self._read, daemon=True).start()
        self.address = ""

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            with self._condition:
                self.lines.append(line.rstrip("\n"))
                self._condition.notify_all()
        with self._condition:
            self._ended = True
            self._condition.notify_all()

    def said(self, pattern: str) -> re.Match[str]:
        """Wait for a line that has `pattern`; the first one of them."""
        found: list[re.Match[str]] = []

        def look() -> bool:
            found[:] = [match for line in self.lines if (match := re.search(pattern, line))]
            return bool(found) or self._ended

        with self._condition:
            assert self._condition.wait_for(look, PATIENCE), f"nothing like {pattern!r} in {self.lines}"
        assert found, f"ended without {pattern!r}: {self.lines}"
        return found[0]

    def get(self, path: str = "") -> str:
        """The page at `path` below the base path."""
        with urlopen(self.address + path, timeout=PATIENCE) as answer:
            text: str = answer.read().decode("utf-8")
        return text

    def interrupt(self) -> int:
        """Ctrl+C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@contextmanager
def serving(site: Path, *args: str, env: Mapping[str, str] | None = None, port: int = 0) -> Iterator[Serving]:
    """`nashra serve ARGS` in the folder `site`, from when it serves until the end of the block."""
    command = [sys.executable, "-m", "nashra", "serve", "--port", str(port), *args]
    variables = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command,
        cwd=site,
        env={**variables, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        # a shell that runs the tests in the background has its children ignore Ctrl+C
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )
    try:
        running = Serving(process)
        running.address = running.said(r"^serving (\S+)")[1]
        yield running
    finally:
        process.kill()
        process.wait()
        assert process.stdout is not None
        assert not any(line.startswith("Traceback") for line in running.lines), running.lines


@contextmanager
def events(address: str) -> Iterator[Iterator[dict[str, object]]]:
    """The states that an open page at `address` is told, each within `PATIENCE`; they end when the stream is cut."""
    with urlopen(f"{address}.nashra/events", timeout=PATIENCE) as stream:

        def states() -> Iterator[dict[str, object]]:
            last = time.monotonic()
            for line in stream:
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
                    last = time.monotonic()
                # signs of life keep the timeout of the socket from ever being reached
                assert time.monotonic() < last + PATIENCE, "the page was told no state"

        yield states()
