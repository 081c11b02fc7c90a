"""Locks on files that the operating system gives back when a process ends, however it ends."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import msvcrt

    def lock_file(handle: int) -> bool:
        """Lock the open file `handle` for this process, until it is closed; False where another process holds it."""
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

    def lock_file(handle: int) -> bool:
        """Lock the open file `handle` for this process, until it is closed; False where another process holds it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # where the file system has no locks, files that another run wrote are still left alone
            return error.errno not in _HELD
        return True
