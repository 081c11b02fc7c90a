"""What waits on the disk: of a large site not all texts and pictures fit into the memory."""

from __future__ import annotations

import pickle
import tempfile
from types import TracebackType
from typing import Any, NamedTuple, Self


class Ticket(NamedTuple):
    """Where something waits."""

    at: int
    size: int


class Spool:
    """A file without a name, gone when it is closed; nobody else can write to it. Use as a context manager."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="nashra.")  # noqa: SIM115, open until the last one is asked for

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, thing: object) -> Ticket:
        """Keep `thing`."""
        data = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
        at = self._file.seek(0, 2)
        self._file.write(data)
        return Ticket(at, len(data))

    def get(self, ticket: Ticket) -> Any:
        """What got `ticket`."""
        self._file.seek(ticket.at)
        return pickle.loads(self._file.read(ticket.size))  # noqa: S301, nobody else has this file
