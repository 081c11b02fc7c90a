"""Pages -> disk. The new site is written beside the old one and swapped in, so nobody ever sees half of either.

Beside the output folder `site` two others may live for a moment: `.site.new`, being written, and `.site.old`, being
replaced. A build that dies leaves them; the next one puts things right before it starts.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from nashra.kit.errors import NashraError
from nashra.kit.file_lock import take_folder_lock
from nashra.kit.site_mark import is_ours
from nashra.publish.foreign import keep_foreign, remember


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
    new, old = _beside(output, "new"), _beside(output, "old")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with _alone(output):
            _recover(output, new, old)
            _refuse_foreign(output)
            try:
                names = _write_all(new, files)
                count = len(names)
                if record is not None:
                    found = keep_foreign(output, new, names, record)
                    if kept is not None:
                        kept += found
                _swap(output, new, old)
                if record is not None:
                    remember(record, names)
            except BaseException:
                with suppress(OSError):
                    _remove(new)
                raise
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else output
        raise NashraError(f"the site cannot be written: {error.strerror or error}", path=path) from error
    return count


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
    """Undo what a build that died has left."""
    if old.is_dir():
        if output.exists():
            _keep_git(old, output)
            _remove(old)
        else:
            old.rename(output)
    if new.is_dir():
        _remove(new)


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


def _write_all(top: Path, files: Iterable[tuple[str, bytes | Path]]) -> list[str]:
    top.mkdir()
    made = {""}
    names: list[str] = []
    for name, data in files:
        if name.startswith("/") or ".." in name.split("/"):
            raise ValueError(f"{name!r} is outside the site")
        folder = name.rpartition("/")[0]
        if folder not in made:
            (top / folder).mkdir(parents=True, exist_ok=True)
            made.add(folder)
        if isinstance(data, Path):
            data = data.read_bytes()
        with (top / name).open("xb") as stream:  # x: one address, one page
            stream.write(data)
        names.append(name)
    return names


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
