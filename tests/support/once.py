"""What all tests of a run share is made once, though they run in several processes."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from nashra.kit.file_lock import take_lock


def once_a_run(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder `name` of this run, filled by `make` in whichever process asks first. Nobody may change it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # that of the whole run
    folder, done = base / f"once-{name}", base / f"once-{name}.done"
    while (lock := take_lock(base / f"once-{name}.lock")) is None:
        time.sleep(0.05)
    try:
        if not done.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            done.touch()
    finally:
        os.close(lock)
    return folder
