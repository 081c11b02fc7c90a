"""A change of some files of a site, all of them or none: staged beside the site, then written down, then carried out.

Beside the output folder `site` lies `.site.patch` meanwhile. Until its journal is there, nothing has happened; once it
is, whoever comes next carries the rest out. Carrying out what is done already does nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

_JOURNAL = "journal.json"


class Patch:
    """Files for the site in `output`, collected in `folder`."""

    def __init__(self, output: Path, folder: Path) -> None:
        self._output, self._folder = output, folder
        self._files: list[str] = []
        folder.mkdir()

    def add(self, path: str, data: bytes) -> None:
        """The site's file `path` is to be these bytes."""
        (self._folder / str(len(self._files))).write_bytes(data)
        self._files.append(path)

    def carry_out(self, remove: Iterable[str]) -> None:
        """Write the files, and delete the files and folders `remove`."""
        told = json.dumps({"files": self._files, "remove": list(remove)})
        draft = self._folder / f"{_JOURNAL}.new"
        draft.write_text(told, "utf-8", "surrogatepass")
        draft.replace(self._folder / _JOURNAL)
        finish(self._output, self._folder)


def finish(output: Path, folder: Path) -> None:
    """Carry out what the journal in `folder` says, if there is one, and delete the folder. Raises OSError."""
    try:
        told = json.loads((folder / _JOURNAL).read_text("utf-8", "surrogatepass"))
        files, remove = told["files"], told["remove"]
    except (OSError, ValueError, KeyError, TypeError):
        files, remove = (), ()
    if output.is_dir():
        for path in remove:
            _freely(_delete, output, output / path)
        for number, path in enumerate(files):
            staged = folder / str(number)
            if staged.exists():
                _freely(_put, output, output / path, staged)
        for path in remove:
            _prune(output, (output / path).parent)
    shutil.rmtree(folder)


def _delete(output: Path, target: Path) -> None:
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)


def _put(output: Path, target: Path, staged: Path) -> None:
    for folder in reversed(target.parents):
        # what stands where a folder must be goes
        if folder != output and folder.is_relative_to(output) and (folder.is_symlink() or folder.is_file()):
            folder.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)
    staged.replace(target)


def _freely(act: Callable[..., None], output: Path, target: Path, *more: Path) -> None:
    """Do `act`, if need be after the owner may change the folders on the way to `target` again."""
    try:
        act(output, target, *more)
    except PermissionError:
        for folder in (output, *(each for each in reversed(target.parents) if each.is_relative_to(output)), target):
            with suppress(OSError):
                if folder.is_dir() and not folder.is_symlink():
                    folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IRWXU)
        act(output, target, *more)


def _prune(output: Path, folder: Path) -> None:
    """Delete `folder` and those it is in, as far as they are empty."""
    while folder != output and folder.is_relative_to(output):
        try:
            os.rmdir(folder)  # noqa: PTH106
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent
