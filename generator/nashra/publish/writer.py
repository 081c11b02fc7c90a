"""Pages -> disk. The new site is written beside the old one and swapped in, so nobody ever sees half of either.

Beside the output folder `site` others may live for a moment: `.site.new`, being written, and `.site.old`, being
replaced; or `.site.patch`, where only some files change. A build that dies leaves them; the next one puts things right
before it starts.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nashra.kit.errors import NashraError
from nashra.kit.file_lock import take_folder_lock
from nashra.kit.site_mark import is_ours
from nashra.publish.foreign import keep_foreign, remember
from nashra.publish.patch import Patch, finish

# What tells a file from another one in its place: its time of change, its size, its number on the disk.
Stamp = tuple[int, int, int]


def write_site(
    output: Path,
    files: Iterable[tuple[str, bytes | Path]],
    *,
    record: Path | None = None,
    kept: list[str] | None = None,
) -> int:
    """Replace the folder `output` by `files`, and say how many there are.

    files: (path below the site's root with forward slashes, its bytes or the file to copy), taken one by one.
    record: where the names of those that are ours are kept, see `nashra.publish.foreign`. kept: gets the names of the
    files that people put there; without a record there are none.

    Entries of the old folder whose names start with ".git" are kept. Raises NashraError, with the old site as it was,
    when `output` holds something else than a site of ours, or the disk does not allow it.
    """
    with writing(output) as writer:
        stamps, found = writer.replace(files, record)
    if kept is not None:
        kept += found
    return len(stamps)


class SiteWriter:
    """Writes into the folder `output`, which nobody else writes into meanwhile, see `writing`."""

    def __init__(self, output: Path) -> None:
        self.output = output

    def replace(
        self, files: Iterable[tuple[str, bytes | Path]], record: Path | None = None
    ) -> tuple[dict[str, Stamp], list[str]]:
        """Put `files` in the place of the whole site; gives their stamps, and the files of people that were kept.

        record: see `write_site`.
        """
        new = _beside(self.output, "new")
        try:
            stamps = _write_all(new, files)
            kept = keep_foreign(self.output, sorted(self.present()[0]), new, list(stamps), record) if record else []
            _swap(self.output, new, _beside(self.output, "old"))
            if record:
                remember(record, list(stamps))
        except BaseException:
            with suppress(OSError):
                _remove(new)
            raise
        return stamps, kept

    def present(self) -> tuple[dict[str, Stamp], set[str]]:
        """(path -> stamp of what is there, the folders). What is no plain file has no true stamp."""
        files: dict[str, Stamp] = {}
        folders: set[str] = set()
        if self.output.is_dir():
            _look(str(self.output), "", files, folders)
        return files, folders

    def patch(self, files: Iterable[tuple[str, bytes]], remove: Callable[[], Iterable[str]]) -> dict[str, Stamp]:
        """Write `files` and then delete what `remove` says, all else staying as it is; gives the stamps of `files`."""
        folder = _beside(self.output, "patch")
        patch, written = Patch(self.output, folder), list[str]()
        try:
            for path, data in files:
                _refuse_outside(path)
                patch.add(path, data)
                written.append(path)
            patch.carry_out(remove())
        except BaseException:
            # what is written down already will be carried out by whoever comes next
            with suppress(OSError):
                finish(self.output, folder)
            raise
        return {path: _stamp(os.lstat(self.output / path)) for path in written}


@contextmanager
def writing(output: Path) -> Iterator[SiteWriter]:
    """Alone with the folder `output`, put right after what a build that died has left. Raises NashraError.

    That is also what an OSError within becomes.
    """
    new, old = _beside(output, "new"), _beside(output, "old")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _alone(output):
            _recover(output, new, old)
            _refuse_foreign(output)
            yield SiteWriter(output)
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else output
        raise NashraError(f"the site cannot be written: {error.strerror or error}", path=path) from error


if sys.platform == "win32":

    def _stamp(found: os.stat_result) -> Stamp:
        # it gives no numbers to those that list a folder
        return found.st_mtime_ns, found.st_size, 0

else:

    def _stamp(found: os.stat_result) -> Stamp:
        return found.st_mtime_ns, found.st_size, found.st_ino


def _look(top: str, prefix: str, files: dict[str, Stamp], folders: set[str]) -> None:
    with os.scandir(top) as entries:
        for entry in entries:
            if not prefix and entry.name.startswith(".git"):
                continue
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.add(path)
                _look(entry.path, path + "/", files, folders)
            else:
                found = entry.stat(follow_symlinks=False)
                files[path] = _stamp(found) if stat.S_ISREG(found.st_mode) else (0, -1, 0)


def _beside(output: Path, role: str) -> Path:
    return output.parent / f".{output.name}.{role}"


@contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Hold the folder that `output` is in, so that two builds do not write over each other."""
    handle = take_folder_lock(output.parent, _beside(output, "lock").name)
    if handle is None:
        raise NashraError("another build is writing this site", path=output, hint="wait for it to end")
    try:
        yield
    finally:
        os.close(handle)


def _recover(output: Path, new: Path, old: Path) -> None:
    """Put right what a build that died has left."""
    if old.is_dir():
        if output.exists():
            _keep_git(old, output)
            _remove(old)
        else:
            old.rename(output)
    if new.is_dir():
        _remove(new)
    patch = _beside(output, "patch")
    if patch.is_dir():
        if output.is_dir() and is_ours(output):
            finish(output, patch)
        else:
            _remove(patch)


def _refuse_foreign(output: Path) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise NashraError("the output is a file, not a folder", path=output, hint="change paths.output in nashra.toml")
    if all(entry.name.startswith(".git") for entry in output.iterdir()):
        return
    if not is_ours(output):
        hint = "empty it, or change paths.output in nashra.toml"
        raise NashraError("the output folder holds something that Nashra did not write", path=output, hint=hint)


def _refuse_outside(name: str) -> None:
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"{name!r} is outside the site")


def _write_all(top: Path, files: Iterable[tuple[str, bytes | Path]]) -> dict[str, Stamp]:
    top.mkdir()
    root, made = str(top), {""}
    stamps: dict[str, Stamp] = {}
    for name, data in files:
        _refuse_outside(name)
        folder = name.rpartition("/")[0]
        if folder not in made:
            (top / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        if isinstance(data, Path):
            data = data.read_bytes()
        stamps[name] = _write(f"{root}/{name}", data)
    return stamps


def _write(path: str, data: bytes) -> Stamp:
    """Make a file, with as few calls of the system as that takes: on some, they are half of a build."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)  # EXCL: one address, one page
    handle = os.open(path, flags, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        return _stamp(os.lstat(path) if sys.platform == "win32" else os.fstat(handle))
    finally:
        os.close(handle)


def _swap(output: Path, new: Path, old: Path) -> None:
    if not output.exists():
        new.rename(output)
        return
    output.rename(old)
    try:
        new.rename(output)
    except BaseException:
        old.rename(output)
        raise
    _keep_git(old, output)
    with suppress(OSError):  # the new site stands; the next build tries again
        _remove(old)


def _remove(folder: Path) -> None:
    """Delete a folder of ours, also where folders in it have been made read-only. Raises OSError."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        _free(folder)
        shutil.rmtree(folder)


def _free(folder: Path) -> None:
    """Let the owner change `folder` and every folder in it; what symbolic links lead to stays as it is."""
    folder.chmod(stat.S_IMODE(folder.stat().st_mode) | stat.S_IRWXU)
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            _free(entry)


def _keep_git(old: Path, output: Path) -> None:
    for entry in sorted(old.glob(".git*")):
        if not (output / entry.name).exists():
            entry.rename(output / entry.name)
