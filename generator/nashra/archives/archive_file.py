"""The archive's file: it appears whole or not at all, and never takes the place of something else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nashra.archives.formats import ArchiveFormat
from nashra.kit import unfinished
from nashra.kit.errors import ContentError, NashraError
from nashra.kit.files import permitted


def check_target(path: Path, format: ArchiveFormat) -> None:
    """Refuse a `path` that cannot be an archive of `format`, or is something else already. Raises NashraError."""
    if path.suffix.lower() != f".{format.name}":
        raise NashraError(f"the name of the archive must end in .{format.name}", path=path)
    try:
        if not path.parent.is_dir():
            raise NashraError("the folder for the archive is not there", path=path.parent, hint="make it")
        if not os.path.lexists(path):
            return
        if not path.is_file():
            raise NashraError("there is something of that name that is no file", path=path, hint="name another file")
        with path.open("rb") as stream:
            head = stream.read(len(format.magic))
    except OSError as error:
        raise NashraError(f"the archive cannot be written: {error.strerror}", path=path) from error
    if not head:
        return
    hint = "name another file with -o, or delete it"
    if head != format.magic:
        message = f"there is a file of that name already, and it is no .{format.name} archive"
        raise ContentError(message, path=path, hint=hint)
    if not format.is_ours(path):
        raise ContentError("there is an archive of that name already, and Nashra has not made it", path=path, hint=hint)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A new file beside `path`, to be written; it takes the place of `path` when all went well, else it goes.

    Raises NashraError when the disk or the permissions do not allow it; the old file is then untouched.
    """
    target = path.resolve()
    try:
        # a folder, since libzim puts files of its own beside the one that it writes
        unfinished.sweep(target.parent)
        folder = Path(tempfile.mkdtemp(prefix=unfinished.prefix(), dir=target.parent))
        try:
            draft = folder / target.name
            yield draft
            with draft.open("rb+") as stream:
                os.fsync(stream.fileno())
            draft.chmod(target.stat().st_mode & 0o777 if target.exists() else permitted(0o666))
            draft.replace(target)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise NashraError(f"the archive cannot be written: {error.strerror or error}", path=path) from error
