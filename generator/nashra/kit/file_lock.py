"""Locks on files that the operating system gives back when a process ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def take_lock(path: Path) -> int | None:
    """An open handle of the file at `path` that holds its lock until it is closed; None where another process does.

    File and folder are made where they are missing. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    return _taken(os.open(path, os.O_RDWR | os.O_CREAT, 0o644))


def take_folder_lock(folder: Path, name: str) -> int | None:
    """As `take_lock`, for the folder itself, which must be there; nothing is left behind in it.

    Windows has no locks on folders: there it is the lock of a file `name` in it.
    """
    if sys.platform == "win32":
        return take_lock(folder / name)
    return _taken(os.open(folder, os.O_RDONLY))


def _taken(handle: int) -> int | None:
    """`handle` with its lock, or None, and closed, where another process has it."""
    if _lock(handle):
        return handle
    os.close(handle)
    return None


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    # What flock says where another process holds the lock; some network file systems say EACCES.
    _HELD = (errno.EWOULDBLOCK, errno.EACCES)

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # where the file system has no locks, files that another run wrote are still left alone
            return error.errno not in _HELD
        return True
