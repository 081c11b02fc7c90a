"""One command at a time changes translations: what it read is still there when it writes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nashra.kit.errors import NashraError
from nashra.kit.file_lock import take_lock

FILE_NAME = "write.lock"
_PATIENCE = 60.0
_STEP = 0.02


@contextmanager
def only_writer(cache: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Hold the lock of those who change translations of the site whose cache folder is `cache`.

    It is held from reading a version to writing it, which takes moments; others wait for it, `patience` seconds at
    most. Raises NashraError after that, or where the folder cannot be written.
    """
    path = cache / FILE_NAME
    give_up = time.monotonic() + patience
    while True:
        try:
            handle = take_lock(path)
        except OSError as error:
            hint = "make the folder writable, or delete it"
            raise NashraError(f"the lock cannot be made: {error.strerror}", path=path, hint=hint) from None
        if handle is not None:
            break
        if time.monotonic() > give_up:
            hint = "wait until it has ended, and try again; nothing was changed"
            raise NashraError("another nashra is changing translations of this site", path=path, hint=hint)
        time.sleep(_STEP)
    try:
        yield
    finally:
        os.close(handle)
