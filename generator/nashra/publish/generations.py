"""Where the preview lies: two folders by turns, so that the one that is shown is never the one that is written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nashra.kit.errors import NashraError
from nashra.kit.file_lock import take_lock
from nashra.kit.site_mark import MARKER

# Previews of one site at the same time, each with a folder of its own.
MOST_PREVIEWS = 20


class Generations:
    """The folders of one preview, below `top`."""

    def __init__(self, top: Path) -> None:
        self._folders = (top / "a", top / "b")
        self._next = 0

    def next(self) -> Path:
        """Where the next build goes: not where the one that is shown lies."""
        return self._folders[self._next]

    def taken(self) -> None:
        """The folder that `next` gave is shown from now on."""
        self._next = 1 - self._next


@contextmanager
def generations(cache: Path) -> Iterator[Generations]:
    """The folders of a preview in the site's cache folder, for this process alone.

    Another preview of the same site that is still running keeps its own. Raises NashraError where the cache cannot be
    written.
    """
    for number in range(1, MOST_PREVIEWS + 1):
        top = cache / ("preview" if number == 1 else f"preview-{number}")
        handle = _claim(top)
        if handle is not None:
            break
    else:
        hint = "stop one of them"
        raise NashraError(f"{MOST_PREVIEWS} previews of this site are running already", path=cache, hint=hint)
    try:
        yield Generations(top)
    finally:
        os.close(handle)


def _claim(top: Path) -> int | None:
    """An open handle that holds the folder until it is closed or the process ends; None where another holds it."""
    path = top.with_name(f"{top.name}.lock")
    try:
        top.mkdir(parents=True, exist_ok=True)
        handle = take_lock(path)
    except OSError as error:
        hint = "the preview needs a folder for its pages; make it writable, or delete it"
        raise NashraError(f"the preview's folder cannot be made: {error.strerror}", path=path, hint=hint) from None
    if handle is not None and (top / MARKER).exists():  # up to version 0.1 the preview itself lay here
        with suppress(OSError):
            shutil.rmtree(top)
    return handle
