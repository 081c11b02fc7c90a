"""Reading text files, and writing files so that a reader, or a crash, never sees half of one."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from io import FileIO
from pathlib import Path

from nashra.kit import unfinished
from nashra.kit.conflicts import refuse_conflict
from nashra.kit.errors import ContentError, NashraError, Problem

# The longest novels are 7 MB of UTF-8 Arabic; what is larger was put here by mistake.
MAX_BYTES = 16 * 1024 * 1024

# What neither XML nor YAML may hold: https://www.w3.org/TR/xml/#charsets, https://yaml.org/spec/1.1/#id868524
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Longest file name of common file systems, in bytes (NAME_MAX of Linux, also that of NTFS and APFS in units).
MAX_NAME = 255
_UNNAMEABLE = re.compile("[\x00-\x1f\x7f-\x9f]")

# A sign of ours stands within so many bytes.
_SIGN_WITHIN = 4096
# What systems hide, and what word processors keep beside a file that is open.
_HIDDEN = (".", "~$")

_TEXT_HINT = "save it as UTF-8; `iconv -f windows-1256 -t utf-8` converts older Arabic files"


def read_text(path: Path) -> str:
    """The text of a content file, line ends as "\\n". Raises ContentError where it is not UTF-8 text, or where
    git left a conflict in it."""
    data = read_bytes(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError("the file is UTF-16, not UTF-8", path=path, hint="save it as UTF-8")
    if b"\0" in data:
        raise ContentError("the file is not text", path=path, hint="only Markdown and YAML belong here")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the codec counts from behind the byte order mark
        start = error.start + len(data) - len(error.object)
        line = data.count(b"\n", 0, start) + 1
        raise ContentError("the file is not UTF-8", path=path, line=line, hint=_TEXT_HINT) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    refuse_conflict(text, path)
    return text


def read_bytes(path: Path, *, special: bool = False) -> bytes:
    """The bytes of a file of at most MAX_BYTES. Raises ContentError where it cannot be read or is larger.

    special: whether it may be something else than a plain file, such as a pipe; reading one may wait for ever.
    """
    try:
        with FileIO(str(path), "rb", opener=None if special else _open_plain) as stream:
            data = _read_at_most(stream, MAX_BYTES + 1)
    except OSError as error:
        raise ContentError(f"the file cannot be read: {error.strerror}", path=path) from None
    except ValueError:  # a NUL in the name
        raise ContentError("the file cannot be read: it has an impossible name", path=path) from None
    if len(data) > MAX_BYTES:
        message = f"the file is larger than {MAX_BYTES // 1024 // 1024} MB"
        raise ContentError(message, path=path, hint="no article is that long; split it, or move it elsewhere")
    return data


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder. False, and no error as from Path.is_dir, where the permissions hide it."""
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Whether `path` is a file. False, and no error as from Path.is_file, where its name is too long or impossible."""
    return os.path.isfile(path)  # noqa: PTH113


def publishing_problem(file: Path) -> tuple[str, str] | None:
    """(what is wrong, what to do) with a file that a text wants published, None where nothing is."""
    if len(file.name.encode("utf-8", "surrogatepass")) > MAX_NAME:
        return f"has a name of more than {MAX_NAME} bytes", "give the file a shorter name"
    if _UNNAMEABLE.search(file.name):
        return "has a control character in its name", "rename the file, and correct the name"
    if os.path.islink(file):  # noqa: PTH114
        return "is a symbolic link", "put the file itself beside the article"
    if is_folder(file):
        return "is a folder", "put a file of that name there, or link to one in it"
    if not is_file(file) and os.path.exists(file):  # noqa: PTH110 - a pipe, a socket
        return "is no plain file", "put a file of that name there"
    if not is_file(file):
        near = _alike(file)
        hint = (
            f"there is {near.name!r}: write it like this"
            if near
            else "put the file beside the article, or correct the name"
        )
        return "is not there", hint
    return None


def _alike(file: Path) -> Path | None:
    """The one file beside `file` whose name differs in capitals, the form of a letter, blanks or the ending alone."""
    key = _bare(file.name)
    try:
        found = [path for path in file.parent.iterdir() if path.suffix != ".md" and _bare(path.name) == key]
    except OSError:
        return None
    return found[0] if len(found) == 1 else None


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKD", name).rpartition(".")[0].split()).casefold()


def leads_out(path: Path, inside: Sequence[Path]) -> bool:
    """Whether `path` is a symbolic link that leads to nothing in the folders `inside`."""
    if not os.path.islink(path):  # noqa: PTH114
        return False
    target = Path(os.path.realpath(path))
    return not any(target.is_relative_to(os.path.realpath(folder)) for folder in inside)


def link_problem(path: Path) -> Problem:
    """That `path` is a symbolic link that must not be followed."""
    hint = "put the file itself there, or allow where it leads with `links` below [paths] in nashra.toml"
    return Problem("this is a symbolic link that leads out of the site", path, hint=hint)


def visible(folder: Path, inside: Sequence[Path] = ()) -> tuple[list[Path], list[Problem]]:
    """What is in `folder`, sorted, hidden files left out, and what is wrong: that it cannot be read, or is a file.

    Nothing where there is no such folder. inside: where symbolic links may lead; others are left out, and are problems.
    Without it they are followed. What killed runs left unfinished there goes.
    """
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
        if left := [name for name in names if name.startswith(unfinished.MARK)]:
            unfinished.sweep(folder, left)
        found = [folder / name for name in names if not name.startswith(_HIDDEN)]
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        return [], [Problem("this must be a folder", folder, hint="move the file away")]
    except OSError as error:
        return [], [Problem(f"the folder cannot be read: {error.strerror}", folder)]
    out = [path for path in found if leads_out(path, inside)] if inside else []
    return [path for path in found if path not in out], [link_problem(path) for path in out]


def files_below(folder: Path, inside: Sequence[Path], above: tuple[str, ...] = ()) -> Iterator[Path | Problem]:
    """Every file in `folder` and below, sorted, hidden ones too; nothing where there is no such folder.

    In the place of what cannot be read stands what is wrong with it. inside: where symbolic links may lead; others are
    problems. above: the folders that `folder` is in, so that a link to one of them leads nobody in a circle.
    """
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - a missing folder is no error here
    except FileNotFoundError:
        return
    except OSError as error:
        yield Problem(f"the folder cannot be read: {error.strerror}", folder)
        return
    within = (os.path.realpath(folder), *above)
    for name in names:
        path = folder / name
        if leads_out(path, inside):
            yield link_problem(path)
        elif is_folder(path):
            if os.path.realpath(path) in within:
                yield Problem("this is a symbolic link to a folder that it is in", path, hint="delete it")
            else:
                yield from files_below(path, inside, within)
        elif is_file(path):
            yield path
        else:
            what = "leads to nothing" if os.path.islink(path) else "is no file"  # noqa: PTH114
            yield Problem(f"this {what}", path, hint="delete it, or put a file there")


def _open_plain(name: str, flags: int) -> int:
    handle = os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is not a plain file")
    return handle


def _read_at_most(stream: FileIO, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while left and (part := stream.read(left)):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def write_atomic(path: Path, data: str | bytes) -> None:
    """Replace the file at `path` by `data` in one step; a link stays, and what it leads to is replaced.

    An existing file keeps its mode and, where `data` is text, its byte order mark and its CRLF line ends. Raises
    NashraError when the disk or the permissions do not allow it; the old file is then untouched.
    """
    try:
        path = path.resolve()
        mode = permitted(0o666)
        payload = data.encode("utf-8") if isinstance(data, str) else data
        if path.exists():
            mode = path.stat().st_mode & 0o777
            if not os.access(path, os.W_OK):
                raise PermissionError(errno.EACCES, "it is write-protected")
            if isinstance(data, str):
                payload = _in_the_manner_of(path.read_bytes(), data)
        _sweep_once(path.parent)
        handle, name = tempfile.mkstemp(prefix=unfinished.prefix(), dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(payload)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(mode)
            Path(name).replace(path)
            _settle(path.parent)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except UnicodeEncodeError:
        raise NashraError("the text has characters that cannot be saved", path=path) from None
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        reason = getattr(error, "strerror", None) or str(error)
        raise NashraError(f"the file cannot be written: {reason}", path=path) from error


@lru_cache(maxsize=4096)
def _sweep_once(folder: Path) -> None:
    """Remove what killed runs left in `folder`, where something is written: perhaps nobody ever lists what is in it."""
    unfinished.sweep(folder)


def permitted(mode: int) -> int:
    """The permissions in `mode` that the user's umask allows to new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mode & ~mask


def _settle(folder: Path) -> None:
    """Have the disk remember which files `folder` has, so that a power cut right afterwards loses none."""
    with suppress(OSError):  # not every file system knows how to
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _in_the_manner_of(old: bytes, text: str) -> bytes:
    """`text` as UTF-8 with the byte order mark and the line ends that most lines of `old` have."""
    if old.count(b"\r\n") * 2 > old.count(b"\n"):
        text = text.replace("\n", "\r\n")
    mark = b"\xef\xbb\xbf"
    return (mark if old.startswith(mark) else b"") + text.encode("utf-8")


def refuse_foreign(path: Path, sign: bytes, ours: str) -> None:
    """Refuse to write over a file that a command of ours has not made. Raises NashraError.

    sign: what stands at the beginning of those that it makes, and of no other. ours: what they are, "an export".
    """
    unfinished.sweep(path.parent)
    if not os.path.lexists(path):
        return
    hint = f"it is not {ours}; name another file, or move this one away"
    if os.path.islink(path) or not is_file(path):  # noqa: PTH114
        raise NashraError("there is something of that name that is no file of ours", path=path, hint=hint)
    try:
        with path.open("rb") as stream:
            head = stream.read(_SIGN_WITHIN)
    except OSError as error:
        raise NashraError(f"the file cannot be read: {error.strerror}", path=path) from None
    if head and sign not in head:
        raise NashraError("there is a file of that name already", path=path, hint=hint)


def create_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `folder` with `files` (name -> content) appear in one step. Raises NashraError where it exists already."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            raise FileExistsError(errno.EEXIST, "there is something of that name already")
        draft = Path(tempfile.mkdtemp(prefix=unfinished.prefix(), dir=folder.parent))
        try:
            for name, data in files.items():
                write_atomic(draft / name, data)
            draft.chmod(permitted(0o777))
            draft.rename(folder)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
    except OSError as error:
        # the first of its parents that is there is the one to blame
        where = next((parent for parent in folder.parents if is_folder(parent)), folder)
        raise NashraError(f"the folder {folder.name} cannot be written here: {error.strerror}", path=where) from error
