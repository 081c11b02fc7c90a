"""Files and folders while they are written, under names that say by whom; what killed runs left of theirs goes."""

from __future__ import annotations

import os
import re
import shutil
import socket
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

MARK = ".new."
_NAME = re.compile(r"\.new\.([0-9a-f]{6})\.([0-9]{1,10})\..+")
# Whoever wrote on another machine, or under a name that says nothing, has given up after a day.
_LONG_AGO = 86_400


def prefix() -> str:
    """How the names of what this process is writing begin."""
    return f"{MARK}{_machine()}.{os.getpid()}."


def sweep(folder: Path, names: Iterable[str] | None = None) -> None:
    """Remove what is left unfinished in `folder` by processes that are no more. names: what is there, if it is known.

    What cannot be removed stays: it is hidden, and in nobody's way.
    """
    with suppress(OSError):
        found = os.listdir(folder) if names is None else names  # noqa: PTH208
        for name in found:
            if name.startswith(MARK) and _is_left(folder / name):
                _remove(folder / name)


def _is_left(path: Path) -> bool:
    match = _NAME.fullmatch(path.name)
    if match and match[1] == _machine() and os.name == "posix":
        return not _is_alive(int(match[2]))
    return time.time() - path.lstat().st_mtime > _LONG_AGO


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@lru_cache(maxsize=1)
def _machine() -> str:
    return sha256(socket.gethostname().encode()).hexdigest()[:6]
