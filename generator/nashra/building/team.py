"""Bundles of files, made in several processes at once. They are asked for in their order, and come in their order.

Workers take batches of bundles and give back bytes: what is written, and what is said of it, is the same as with one
process. Where a process can be forked, workers know the site already; elsewhere each reads it anew from what the build
has kept, and makes only those bundles whose key it finds to be the same.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from nashra.kit.collector import settled
from nashra.kit.processes import start_method
from nashra.render.ground.bundle import Bundle, with_bytes

# Fewer bundles than this are made sooner than workers are ready.
LEAST = 150
# Bundles that a worker takes at a time, and how many such batches each may be ahead.
_BATCH = 4
_AHEAD = 3

# Path below the site's root, bytes.
Made = list[tuple[str, bytes]]
# A bundle by its name and its key; none where it need not be compared.
Task = tuple[str, "bytes | None"]
# Bundles by name, and what tells by what key a bundle is known.
Makers = tuple[Mapping[str, Bundle], Callable[[Bundle], "bytes | None"]]
# Gives the makers in a process that starts from nothing; the site may change meanwhile, so keys are compared.
Again = Callable[[], AbstractContextManager[Makers]]


def made(bundle: Bundle) -> Made:
    """The files of `bundle`."""
    return list(map(with_bytes, bundle.make()))


@dataclass(frozen=True, slots=True)
class Company:
    """How many processes a build may take, and what they need.

    again: what a worker that is not forked starts with; without it there are none of these. before: called before such
    workers start, that read what is kept. after_fork: called in each forked worker.
    """

    jobs: int = 1
    again: Again | None = None
    before: Callable[[], None] = lambda: None
    after_fork: Callable[[], None] = lambda: None


@contextmanager
def team(
    bundles: Sequence[Bundle], key_of: Callable[[Bundle], bytes | None], company: Company
) -> Iterator[Callable[[Bundle], Made]]:
    """What makes any of `bundles`, best in their order."""
    if company.jobs < 2 or len(bundles) < LEAST:
        yield made
        return
    method = start_method()
    again = None if method == "fork" else company.again
    if method == "fork":
        tasks: list[Task] = [(bundle.name, None) for bundle in bundles]
    else:
        tasks = [(bundle.name, key) for bundle in bundles if again and (key := key_of(bundle)) is not None]
        if not tasks:
            yield made
            return
        company.before()
    group = _Team(tasks, {bundle.name: bundle for bundle in bundles}, again, company)
    try:
        yield group.made
    finally:
        group.end()


class _Team:
    """again: what workers start with; they are forked where there is none."""

    def __init__(
        self, tasks: Sequence[Task], bundles: Mapping[str, Bundle], again: Again | None, company: Company
    ) -> None:
        self._batches = [tasks[at : at + _BATCH] for at in range(0, len(tasks), _BATCH)]
        self._batch_of = {name: number for number, batch in enumerate(self._batches) for name, _ in batch}
        self._next = 0
        self._made: dict[str, Made | Exception | None] = {}
        self._arrived: set[int] = set()
        self._ahead = company.jobs * _AHEAD
        self._workers: list[tuple[BaseProcess, Connection]] = []
        with settled(), suppress(OSError):  # where the system allows no more of them, fewer do it, or none
            for _ in range(company.jobs):
                if again is None:
                    self._start("fork", _forked, [end for _, end in self._workers], bundles, company.after_fork)
                else:
                    self._start("spawn", _spawned, again)
        if not self._workers:
            self._arrived.update(range(len(self._batches)))
        for _ in range(2):
            for _, end in self._workers:
                self._give(end, 0)

    def _start(self, method: str, act: Callable[..., None], *given: Any) -> None:
        context = get_context(method)
        ours, theirs = context.Pipe()
        worker = context.Process(target=act, args=(theirs, ours if method == "fork" else None, *given), daemon=True)  # type: ignore[attr-defined]
        worker.start()
        theirs.close()
        self._workers.append((worker, ours))

    def _give(self, end: Connection, wanted: int) -> None:
        """Have a worker make the next batch, unless we are far ahead of the one that is `wanted`."""
        if self._next < len(self._batches) and self._next <= wanted + self._ahead:
            with suppress(OSError):  # it is gone; that is seen when it is waited for
                end.send((self._next, self._batches[self._next]))
            self._next += 1

    def made(self, bundle: Bundle) -> Made:
        """The files of `bundle`."""
        number = self._batch_of.get(bundle.name)
        while number is not None and number not in self._arrived:
            self._take(number)
        found = self._made.pop(bundle.name, None)
        if isinstance(found, Exception):
            raise found
        return made(bundle) if found is None else found

    def _take(self, wanted: int) -> None:
        """Wait for what any of the workers has made."""
        if wanted >= self._next:
            for _, end in self._workers:
                self._give(end, wanted)
        ready = wait([end for _, end in self._workers])
        for worker, end in [each for each in self._workers if each[1] in ready]:
            try:
                number, results = end.recv()
            except (EOFError, OSError):
                # it is gone, killed perhaps, and nobody tells what it had: what has not come is made here
                self._workers.remove((worker, end))
                end.close()
                worker.join()
                self._arrived.update(range(self._next if self._workers else len(self._batches)))
                continue
            self._made.update(results)
            self._arrived.add(number)
            self._give(end, wanted)

    def end(self) -> None:
        """Let the workers go."""
        for worker, end in self._workers:
            end.close()
            worker.join(1)
            if worker.is_alive():
                worker.terminate()
                worker.join()


def _forked(
    end: Connection,
    other_end: Connection,
    inherited: Iterable[Connection],
    bundles: Mapping[str, Bundle],
    after_fork: Callable[[], None],
) -> None:
    # were the ends left open here that are not ours, nobody would notice that who holds them is gone
    for each in (other_end, *inherited):
        each.close()
    after_fork()
    _work(end, (bundles, lambda bundle: None))


def _spawned(end: Connection, _: None, again: Again) -> None:
    with again() as makers:
        _work(end, makers)


def _work(end: Connection, makers: Makers) -> None:
    """Make what is asked for until nobody asks any more; nothing of what is known by another key."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is interrupted is the one who asks
    bundles, key_of = makers
    with suppress(EOFError, OSError):
        while True:
            number, batch = end.recv()
            results: dict[str, Made | Exception | None] = {}
            for name, key in batch:
                bundle = bundles.get(name)
                try:
                    same = bundle is not None and (key is None or key_of(bundle) == key)
                    results[name] = made(bundle) if bundle is not None and same else None
                except Exception as error:
                    results[name] = error
                    break
            end.send((number, results))
