"""The segment memory: what a model, or a person, made of a segment, so that nothing is translated twice.

It is a cache in one SQLite file: deleting it costs time, never work.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nashra.kit.errors import NashraError, Problem

FILE_NAME = "memory.sqlite"
# In place of an engine's fingerprint: pairs that people approved. They hold for a whole route, not for a hop.
APPROVED = "approved"
# The same for what people wrote and nobody approved, in exports. No engine has such a name, so that it serves nowhere
# when it comes back.
WRITTEN = "people (not approved)"

_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS segments (
    key         BLOB PRIMARY KEY,
    source_code TEXT NOT NULL,
    target_code TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    source      TEXT NOT NULL,
    target      TEXT NOT NULL
) WITHOUT ROWID
"""
# How sure the engine was, from 0 to 1, where it told.
_SCORES = "CREATE TABLE IF NOT EXISTS scores (key BLOB PRIMARY KEY, score REAL NOT NULL) WITHOUT ROWID"
_BUSY_SECONDS = 30
_KEYS_A_QUERY = 500  # SQLite allows 999 parameters in its older versions

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """One remembered pair of texts. date: when it was changed last, "20261129T100000Z", "" where that is not known."""

    source_code: str
    target_code: str
    fingerprint: str
    source: str
    target: str
    date: str = ""


class Memory:
    """Remembered segments. Safe for several processes at once, and against being killed at any point.

    problems: grows when a damaged file had to be moved aside.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at `path`, or make it. Raises NashraError when disk or permissions do not allow it."""
        self.path = path
        self.problems: list[Problem] = []
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise NashraError(f"the folder cannot be made: {error.strerror}", path=path.parent) from None
        self._connection = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was put is in it."""
        self._connection.close()

    def get_many(self, pair: Pair, fingerprint: str, sources: Iterable[str]) -> dict[str, str]:
        """Source -> target of those `sources` that are remembered for this pair and fingerprint."""
        return self._looked_up(pair, fingerprint, sources, "SELECT key, target FROM segments")

    def scores(self, pair: Pair, fingerprint: str, sources: Iterable[str]) -> dict[str, float]:
        """Source -> how sure the engine was of its translation, from 0 to 1, where it told."""
        return self._looked_up(pair, fingerprint, sources, "SELECT key, score FROM scores")

    def _looked_up(self, pair: Pair, fingerprint: str, sources: Iterable[str], query: str) -> dict[str, Any]:
        """Source -> what `query`, which gives keys and values, has for those of `sources` that it knows."""
        by_key = {_key(pair, fingerprint, source): source for source in sources}
        keys = list(by_key)
        found = {}
        with self._faults():
            for start in range(0, len(keys), _KEYS_A_QUERY):
                some = keys[start : start + _KEYS_A_QUERY]
                marks = ",".join("?" * len(some))
                for key, value in self._connection.execute(f"{query} WHERE key IN ({marks})", some):
                    found[by_key[key]] = value
        return found

    def put_scores(self, pair: Pair, fingerprint: str, scores: Iterable[tuple[str, float]]) -> None:
        """Remember how sure the engine was of these sources."""
        rows = [(_key(pair, fingerprint, source), score) for source, score in scores]
        if rows:
            with self._faults(), self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO scores VALUES (?, ?)", rows)

    def put_many(self, pair: Pair, fingerprint: str, targets: Iterable[tuple[str, str]]) -> None:
        """Remember (source, target) texts, all or none. A known source gets the new target."""
        rows = [(_key(pair, fingerprint, source), *pair, fingerprint, source, target) for source, target in targets]
        with self._faults(), self._connection:
            self._connection.executemany(
                "INSERT INTO segments VALUES (?, ?, ?, ?, ?, ?) "
                "ON CONFLICT(key) DO UPDATE SET target = excluded.target WHERE target <> excluded.target",
                rows,
            )

    def units(self, pair: Pair | None = None) -> Iterator[Unit]:
        """Everything that is remembered, of one pair or of all, in the order of languages and texts."""
        where, values = ("", ()) if pair is None else ("WHERE source_code = ? AND target_code = ? ", pair)
        query = (
            "SELECT source_code, target_code, fingerprint, source, target FROM segments "  # noqa: S608 - constants
            f"{where}ORDER BY source_code, target_code, source, fingerprint"
        )
        with self._faults():
            for row in self._connection.execute(query, values):
                yield Unit(*row)

    def __len__(self) -> int:
        with self._faults():
            (count,) = self._connection.execute("SELECT count(*) FROM segments").fetchone()
        return int(count)

    def _open(self) -> sqlite3.Connection:
        with self._faults(retry=False):
            try:
                return _connect(self.path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._move_aside()
                return _connect(self.path)
        raise AssertionError("not reached")

    def _move_aside(self) -> None:
        number = 1
        while (aside := self.path.with_name(f"{self.path.name}.damaged-{number}")).exists():
            number += 1
        try:
            self.path.replace(aside)
            for ending in ("-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        except OSError as error:
            raise NashraError(f"the memory is damaged and cannot be moved: {error.strerror}", path=self.path) from None
        self.problems.append(
            Problem(
                f"the translation memory was damaged; it was moved to {aside.name} and a new one begun",
                self.path,
                hint="nothing is lost but time: what it held is translated again",
            )
        )

    @contextmanager
    def _faults(self, *, retry: bool = True) -> Iterator[None]:
        """Turns SQLite's errors into ours. A file found damaged in use is moved aside for the next time."""
        try:
            yield
        except sqlite3.OperationalError as error:
            hint = "another nashra is at work; try again" if "locked" in str(error) else "is the disk full?"
            raise NashraError(f"the translation memory cannot be used: {error}", path=self.path, hint=hint) from None
        except sqlite3.DatabaseError as error:
            # Damage is told by the class itself; those below it (IntegrityError, DataError, ...) blame what was put in.
            if type(error) is not sqlite3.DatabaseError:
                raise NashraError(f"the translation memory refuses a text: {error}", path=self.path) from None
            if retry:
                self._connection.close()
                self._move_aside()
                self._connection = self._open()
            raise NashraError(
                f"the translation memory is damaged: {error}", path=self.path, hint="run the command again"
            ) from None


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS)
    try:
        # A write-ahead log lets readers and one writer work together and survives kill -9. "normal" leaves the
        # last commits to the operating system: a power cut may lose them, never damage the file.
        _use_write_ahead_log(connection)
        connection.execute("PRAGMA synchronous = normal")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, _SCHEMA_VERSION):
            raise sqlite3.DatabaseError("made by another version")
        connection.execute(_SCHEMA)
        connection.execute(_SCORES)
        connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
        # Reads a page of the table, so that damage shows now.
        connection.execute("SELECT key FROM segments LIMIT 1").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Two processes that make the file at once may both hold a lock that the other needs. SQLite then fails at once,
    whatever the timeout (https://www.sqlite.org/c3ref/busy_handler.html), so waiting is up to us."""
    give_up = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = wal")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return


def _key(pair: Sequence[str], fingerprint: str, source: str) -> bytes:
    # Neither codes nor fingerprints hold a line feed, so two different inputs never join to the same bytes.
    return hashlib.sha256("\n".join((*pair, fingerprint, source)).encode("utf-8", "surrogatepass")).digest()
