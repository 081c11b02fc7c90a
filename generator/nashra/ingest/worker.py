"""Reading files in a process of its own, so that a file that takes a library for ever, or kills it, costs one file.

No handler of a signal stops a library that is written in C; ending its process does. The process reads one file after
the other and starts anew only when it had to be ended.
"""

from __future__ import annotations

import io
import signal
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from nashra.ingest import companion_files
from nashra.ingest.extract import Extract
from nashra.ingest.formats import Options, read_all
from nashra.kit.budget import BUDGET, end_process_after, ended_by, patience
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import MAX_BYTES, read_bytes
from nashra.kit.processes import start_method

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

# Starting Python and loading the libraries; a busy machine may be slow at it.
_START = 60.0


@dataclass(frozen=True, slots=True)
class _Job:
    path: Path
    options: Options
    data: bytes | None
    start: int
    budget: float


class Reader:
    """Reads files, with at most `budget` seconds of processor time an article. Use as a context manager."""

    def __init__(self, options: Options, budget: float = BUDGET) -> None:
        self._options = options
        self._budget = budget
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, path: Path, data: bytes | None = None) -> Iterator[Extract]:
        """The articles of the file `path`, or of its bytes `data` where they were read already (standard input)."""
        try:
            if data is None and not _is_plain(path):
                data = read_bytes(path, special=True)  # a pipe is open in this process only
        except ContentError as error:
            yield Extract(problems=error.problems)
            return
        done = 0
        while True:
            pipe = self._start()
            pipe.send(_Job(path, self._options, data, done, self._budget))
            too_long = f"reading it took longer than {self._budget:g} seconds"
            try:
                while True:
                    if not pipe.poll(patience(self._budget)):
                        reason = too_long
                        break
                    answer = pipe.recv()
                    if answer is None:
                        return
                    done += not answer.note and answer.label not in ("the feed", "the export")
                    yield answer
            except (EOFError, OSError):
                reason = too_long if ended_by(self._exitcode()) else "it broke the program that reads it"
            self._stop()
            label = f"article {done + 1}" if done else ""
            problem = Problem(reason, path, hint="copy its text and import that")
            yield Extract(label, problems=(problem,))
            if not done:
                return  # one article, or one that ends all attempts
            done += 1

    def _start(self) -> Connection:
        """The pipe to a process that waits for work."""
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe
        method = start_method()  # a fork need not load the libraries again, half of the time of a single file
        context = get_context(method)
        here, there = context.Pipe()
        given = (there, here if method == "fork" else None)
        self._process = context.Process(target=_serve, args=given, daemon=True, name="nashra-import")  # type: ignore[attr-defined]
        self._process.start()
        there.close()
        self._pipe = here
        try:
            if here.poll(_START) and here.recv() == "ready":
                return here
        except (EOFError, OSError):
            pass
        self._stop()
        raise NashraError("the process that reads files cannot be started", hint="try again")

    def _exitcode(self) -> int | None:
        """How the process has ended, None where it has not."""
        if self._process is None:
            return None
        self._process.join(1)
        return self._process.exitcode

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._pipe = None


def _is_plain(path: Path) -> bool:
    """Whether `path` is a plain file; what cannot be read is one, and is refused by the process that opens it."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return True


def _serve(pipe: Connection, others: Connection | None) -> None:
    """Answer jobs until the other end is closed: entries, then None. others: that end, where a fork has it too."""
    if others is not None:
        others.close()
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the command, which ends this process
    try:
        pipe.send("ready")
        while True:
            job: _Job = pipe.recv()
            end_process_after(job.budget)
            for entry in read_file(job.path, job.options, job.data, job.start):
                pipe.send(entry)
                end_process_after(job.budget)
            end_process_after(0)
            pipe.send(None)
    except (EOFError, OSError):
        return


def read_file(path: Path, options: Options, data: bytes | None = None, start: int = 0) -> Iterator[Extract]:
    """The articles of the file `path`, with the pictures that lie beside it, in this process and without a budget.

    data: its bytes where they are known; nothing beside it is read then. start: the number (from 0) of the first
    article wanted.
    """
    given = options.given(path)
    try:
        if data is not None:
            yield from read_all(io.BytesIO(data), given, start)
            return
        given = replace(given, saved=companion_files.saved_at(path), companion=companion_files.beside(path))
        with _open(path) as stream:
            yield from read_all(stream, given, start)
    except OSError as error:
        yield Extract(problems=(Problem(f"the file cannot be read: {error.strerror}", path),))
    except ContentError as error:
        yield Extract(problems=error.problems)
    except MemoryError:
        yield Extract(problems=(Problem("reading it needs more memory than there is", path),))
    except Exception as error:  # a fault of ours, or of a library: it must not end the batch
        message = f"reading it failed: {type(error).__name__}: {error}"
        yield Extract(
            problems=(Problem(message[:300], path, hint="please report this; its text can be pasted instead"),)
        )


def _open(path: Path) -> BinaryIO:
    """The file as a stream; small ones are read at once, so that they cannot change under the reader."""
    if path.stat().st_size > MAX_BYTES:
        return path.open("rb")
    return io.BytesIO(read_bytes(path))
