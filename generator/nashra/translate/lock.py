"""One `nashra translate` at a time on a site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nashra.kit.errors import NashraError, TranslationError
from nashra.kit.file_lock import take_lock

FILE_NAME = "translate.lock"


@contextmanager
def only_run(cache: Path) -> Iterator[None]:
    """Hold the lock of the site whose cache folder is `cache`; the folder is made where it is missing.

    The operating system gives the lock back when the process ends, however it ends, so the file that stays behind
    blocks nobody. Raises TranslationError at once when another run holds it, NashraError when the folder cannot be
    written.
    """
    path = cache / FILE_NAME
    try:
        handle = take_lock(path)
    except OSError as error:
        hint = "translating needs a folder for its memory; make it writable, or delete it"
        raise NashraError(f"the lock cannot be made: {error.strerror}", path=path, hint=hint) from None
    if handle is None:
        hint = "wait until it has ended; nothing was changed"
        raise TranslationError("another `nashra translate` is at work on this site", path=path, hint=hint)
    try:
        yield
    finally:
        os.close(handle)
