"""Scratch folders on the disk of the packages folder, for what is not whole yet."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

_PREFIX = ".nashra-"
_LOCK = ".lock"


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A scratch folder from which things can be renamed into `folder`; it is deleted at the end.

    It lies beside `folder` where that is possible: argostranslate fails on a folder of packages that holds one without
    metadata.json. What killed processes left there is deleted too. Raises OSError.
    """
    parent = folder.resolve().parent
    beside = os.access(parent, os.W_OK) and parent.stat().st_dev == folder.stat().st_dev
    place = parent if beside else folder
    _clear(place)
    # The lock lies beside the scratch folder and is there before and after it: a process may be killed at any point.
    with tempfile.NamedTemporaryFile(prefix=_PREFIX, suffix=_LOCK, dir=place, delete=False) as lock:
        _try_lock(lock)
        path = Path(lock.name)
        draft = _scratch(path)
        try:
            draft.mkdir()
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)
            path.unlink(missing_ok=True)


def _scratch(lock: Path) -> Path:
    return lock.with_name(lock.name.removesuffix(_LOCK))


def _clear(place: Path) -> None:
    """Delete scratch folders whose process is gone: its lock is free. Without a lock file nothing is touched."""
    for path in sorted(place.glob(f"{_PREFIX}*{_LOCK}")):
        with suppress(OSError), path.open("rb") as lock:
            if _try_lock(lock):
                shutil.rmtree(_scratch(path), ignore_errors=True)
                path.unlink(missing_ok=True)


def _try_lock(stream: IO[bytes]) -> bool:
    """Whether this process now holds the lock on `stream`. The system frees it however the process ends."""
    try:
        import fcntl
    except ImportError:  # Windows: nothing is ever taken for abandoned
        return False
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
