"""What builds keep between them: one SQLite file in the cache. Damaged, old or foreign, it is thrown away in silence.

Nothing in it is trusted beyond its key: values are found by digests of what they were made from. Objects are read back
as the few plain classes of `_CLASSES` and nothing else, so that a foreign file can do no harm.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from nashra.kit.zones import zone

FILE_NAME = "build.db"
_T = TypeVar("_T")

# Module -> what of it may be read back. It is imported when something of it is met: of some there is seldom any.
_CLASSES: Mapping[str, tuple[str, ...]] = {
    "nashra.model": ("Alias", "Article", "BlockRecord", "Picture", "Source", "Translation", "Version"),
    "nashra.content.store": ("Loaded",),
    "nashra.entities.contexts": ("Context",),
    "nashra.kit.errors": ("Problem",),
    "nashra.kit.pictures.shrink": ("Sizes", "Small"),
    "nashra.kit.zones": ("zone",),
    "nashra.render.ground.pictures": ("LeadPicture",),
    "nashra.render.reading.readings": ("Reading",),
    "nashra.versions.status": ("Standing",),
    "datetime": ("date", "datetime", "timedelta", "timezone"),
    # where a class lies is another thing in later versions of Python
    **{each.__module__: ("PosixPath", "PurePosixPath", "WindowsPath", "PureWindowsPath") for each in (PurePath, Path)},
}

# Large values that wait in memory to be written.
_AT_ONCE = 300

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (made_by BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS kept (kind TEXT NOT NULL, name TEXT NOT NULL, key BLOB NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (kind, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS large (kind TEXT NOT NULL, name TEXT NOT NULL, value BLOB NOT NULL,
    PRIMARY KEY (kind, name));
"""


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in _CLASSES.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name} is not kept here")
        return getattr(import_module(module), name)


def packed(value: Any) -> bytes:
    """`value`, of plain classes, as bytes."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, protocol=5)
    pickler.dispatch_table = copyreg.dispatch_table | {ZoneInfo: lambda each: (zone, (each.key,))}
    pickler.dump(value)
    return stream.getvalue()


def unpacked(data: bytes) -> Any:
    """The value of `packed` bytes. Raises Damaged."""
    try:
        return _Reader(io.BytesIO(data)).load()
    except Exception as error:  # whatever bytes may do to it
        raise Damaged from error


class Damaged(Exception):
    """What was kept cannot be read."""


class Store:
    """The kept values, read when asked for and written in transactions of some hundred, the last one at the end.

    A build that is killed leaves some of them, each of which is right by its key. made_by: the digest of the code and
    the libraries; what others made is thrown away.
    """

    def __init__(self, folder: Path, made_by: bytes) -> None:
        self._path, self._made_by = folder / FILE_NAME, made_by
        self._rows: list[tuple[str, str, bytes, bytes]] = []
        self._large: dict[tuple[str, str], bytes] = {}
        self._gone: list[tuple[str, str]] = []
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = self._opened()
        except (sqlite3.Error, OSError):
            self.discard()

    def _opened(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            connection = sqlite3.connect(self._path, timeout=5, isolation_level=None, check_same_thread=False)
            try:
                connection.execute("PRAGMA synchronous = OFF")
                connection.executescript(_TABLES)
                found = connection.execute("SELECT made_by FROM meta").fetchall()
                if found == [(self._made_by,)]:
                    return connection
                if not found:
                    connection.execute("INSERT INTO meta VALUES (?)", (self._made_by,))
                    return connection
            except sqlite3.DatabaseError as error:
                if "locked" in str(error):
                    connection.close()
                    raise
            connection.close()
            self._path.unlink()
        raise sqlite3.DatabaseError("it cannot be made")

    def discard(self) -> None:
        """Go on without, and leave nothing for the next build."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        with suppress(OSError):
            self._path.unlink()

    def all(self, kind: str) -> dict[str, tuple[bytes, bytes]]:
        """Name -> (key, value) of everything of a kind."""
        rows = self._asked("SELECT name, key, value FROM kept WHERE kind = ?", (kind,))
        return {name: (key, value) for name, key, value in rows}

    def one(self, kind: str, name: str) -> tuple[bytes, bytes] | None:
        """(key, value), None where there is none."""
        rows = self._asked("SELECT key, value FROM kept WHERE kind = ? AND name = ?", (kind, name))
        return rows[0] if rows else None

    def large(self, kind: str, name: str) -> bytes | None:
        """What is kept apart, since it is seldom read; what was put a moment ago too."""
        if (kind, name) in self._large:
            return self._large[kind, name]
        rows = self._asked("SELECT value FROM large WHERE kind = ? AND name = ?", (kind, name))
        return rows[0][0] if rows else None

    def _asked(self, query: str, values: tuple[str, ...]) -> list[Any]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error:
            self.discard()
            return []

    def put(self, kind: str, name: str, key: bytes, value: bytes, large: bytes | None = None) -> None:
        """Keep a value."""
        self._rows.append((kind, name, key, value))
        if large is not None:
            self._large[kind, name] = large
        if len(self._large) >= _AT_ONCE:
            self.save()

    def drop(self, kind: str, names: Iterable[str]) -> None:
        """Forget values with the next `save`."""
        self._gone += [(kind, name) for name in names]

    def save(self) -> None:
        """Write what was put. A cache that cannot be written costs time only."""
        if self._connection is None or not (self._rows or self._gone):
            return
        try:
            with _transaction(self._connection):
                for table in ("kept", "large"):
                    self._connection.executemany(f"DELETE FROM {table} WHERE kind = ? AND name = ?", self._gone)  # noqa: S608
                self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", self._rows)
                large = [(*key, value) for key, value in self._large.items()]
                self._connection.executemany("INSERT OR REPLACE INTO large VALUES (?, ?, ?)", large)
        except sqlite3.Error:
            self.discard()
        self._rows, self._large, self._gone = [], {}, []

    def forked(self) -> None:
        """This is another process now, which reads the file for itself and writes nothing."""
        self._inherited = self._connection  # closing it is the business of the process that opened it
        if self._connection is not None:
            name = f"{self._path.resolve().as_uri()}?mode=ro"
            self._connection = sqlite3.connect(name, timeout=5, isolation_level=None, uri=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def using(store: Store | None, work: Callable[[Store | None], _T]) -> _T:
    """What `work` gives with `store`, which is saved and closed; without one where what is kept turns out damaged."""
    try:
        return work(store)
    except Damaged:
        if store is None:
            raise
        store.discard()
    finally:
        if store is not None:
            store.save()
            store.close()
    return work(None)
