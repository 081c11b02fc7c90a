"""Reading text files, and writing files so that a reader, or a crash, never sees half of one."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import ContentError, NashraError


def read_text(path: Path) -> str:
    """The text of a content file, line ends as "\\n". Raises ContentError where it is not UTF-8 text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError(f"the file cannot be read: {error.strerror}", path=path) from None
    if b"\0" in data:
        raise ContentError("the file is not text", path=path, hint="only Markdown and YAML belong here")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8; `iconv -f windows-1256 -t utf-8` converts older Arabic files"
        raise ContentError("the file is not UTF-8", path=path, line=line, hint=hint) from None
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def write_atomic(path: Path, data: str | bytes) -> None:
    """Replace the file at `path` by `data` in one step. An existing file keeps its CRLF line ends and its mode.

    Raises NashraError when the disk or the permissions do not allow it; the old file is then untouched.
    """
    payload = data.encode("utf-8") if isinstance(data, str) else data
    try:
        mode = 0o644
        if path.exists():
            mode = path.stat().st_mode & 0o777
            if isinstance(data, str) and _uses_crlf(path):
                payload = data.replace("\n", "\r\n").encode("utf-8")
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(payload)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NashraError(f"the file cannot be written: {error.strerror}", path=path) from error


def create_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `folder` with `files` (name -> content) appear in one step. Raises NashraError where it exists already."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for name, data in files.items():
                write_atomic(draft / name, data)
            draft.chmod(0o755)
            draft.rename(folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError as error:
        raise NashraError(f"the folder cannot be written: {error.strerror}", path=folder) from error


def _uses_crlf(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"\r\n" in stream.read(4096)
