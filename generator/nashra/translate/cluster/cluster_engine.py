"""The ctranslate2 engine spread over machines: batches planned here, translated by the workers of a dask cluster.

The machine that calls plans all batches exactly as the engine would alone, and sends whole batches. With rounded
weights (int8) the sentences beside a sentence in its batch can tip a word, so the same bytes need the same batches.
Workers only translate: memory and content are written by the caller.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from queue import Empty, SimpleQueue
from typing import Any

from nashra.kit.errors import Problem, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.cluster.cluster_connection import Connection
from nashra.translate.cluster.cluster_worker import Order, Shard, translate_shard, versions
from nashra.translate.engines.batches import Job
from nashra.translate.engines.engine import CTranslate2Engine, Decoding
from nashra.translate.engines.tokenizers import Tokenizer, load_tokenizer
from nashra.translate.models.packages import Package

# A shard is what one worker gets at a time: whole batches, of together at least this many segments. A second or more
# of work for a worker, so that sending costs nothing beside it; little enough to be done again when a worker dies.
SHARD_SEGMENTS = 256
# Shards under way for each thread of the workers: one at work and one waiting for it.
_SHARDS_A_THREAD = 2

CONNECT_SECONDS = 10.0
# How long to wait for a worker when there is none: at the start, and after the last one has gone.
WORKER_SECONDS = 60.0
_POLL_SECONDS = 0.5


class ClusterEngine(CTranslate2Engine):
    """CTranslate2Engine with the same words, name and fingerprint, its batches translated by dask workers.

    Connects when there is something to translate. A shard whose worker dies is given to another one by the scheduler,
    as often as its setting distributed.scheduler.allowed-failures says (3 unless changed).
    """

    def __init__(
        self,
        settings: TranslateSettings,
        address: str,
        decoding: Decoding | None = None,
        *,
        shard_segments: int = SHARD_SEGMENTS,
        connect_seconds: float = CONNECT_SECONDS,
        worker_seconds: float = WORKER_SECONDS,
    ) -> None:
        """`address`: of the scheduler, "tcp://host:8786" or "host:8786".

        shard_segments: at least so many segments a shard. connect_seconds: how long to try to reach the scheduler.
        worker_seconds: how long to wait while there is no worker.
        """
        super().__init__(settings, decoding)
        self._address = address
        self._shard_segments = shard_segments
        self._worker_seconds = worker_seconds
        self._connection = Connection(address, connect_seconds)

    def _tokenizer(self, package: Package) -> Tokenizer:
        return load_tokenizer(package)  # no model is opened here

    def _done(self, package: Package, planned: Iterator[list[Job]]) -> Iterator[Job]:
        """The jobs of `planned` batches as shards finish.

        Raises TranslationError when the scheduler cannot be reached or is lost, a worker lacks the package or has
        other versions, too many workers die, or there is none for `worker_seconds`; what was finished before has
        been given out. Raises ConfigError for an address that is none.
        """
        shards = list(_shards(planned, self._shard_segments))
        if not shards:
            return
        order = Order(
            package.id,
            package.pair,
            package.model_size,
            package.kind,
            package.target_prefix,
            self._settings,
            self._for(package),
            versions(),
        )
        problems: dict[int, list[Problem]] = {}
        try:
            for number, shard in self._run(order, shards):
                problems[number] = shard.problems
                for job, text, sure in zip(chain.from_iterable(shards[number]), shard.texts, shard.sure, strict=True):
                    job.text, job.sure = text, sure
                    yield job
        except TranslationError:
            self.close()
            raise
        finally:
            # In the order of the shards, whichever finished first.
            self.problems.extend(chain.from_iterable(found for _, found in sorted(problems.items())))

    def close(self) -> None:
        """Leave the cluster. Its workers keep the model they opened last."""
        super().close()
        self._connection.close()

    def _run(self, order: Order, planned: Sequence[list[list[Job]]]) -> Iterator[tuple[int, Shard]]:
        """The numbers and results of the shards `planned`, in the order in which they are done."""
        self._connection.open()
        done: SimpleQueue[Any] = SimpleQueue()
        under_way: dict[Any, int] = {}
        coming = iter(enumerate(planned))
        left = len(planned)
        last_seen = time.monotonic()
        try:
            while left:
                threads = self._connection.threads()
                if threads:
                    last_seen = time.monotonic()
                elif time.monotonic() - last_seen > self._worker_seconds:
                    raise TranslationError(
                        f"the cluster at {self._address} has had no worker for {self._worker_seconds:g} seconds",
                        hint=f"start some with `dask worker {self._address}`; what is done is kept, run it again then",
                    )
                for number, shard in islice(coming, max(0, _SHARDS_A_THREAD * threads - len(under_way))):
                    batches_out = [[(job.source, job.tokens) for job in batch] for batch in shard]
                    future = self._connection.submit(translate_shard, order, batches_out)
                    under_way[future] = number
                    future.add_done_callback(done.put)
                try:
                    future = done.get(timeout=_POLL_SECONDS)
                    result = self._connection.result(future)
                except Empty:
                    continue
                except TimeoutError:
                    # Its worker died with the result: the scheduler has it done again.
                    done.put(future)
                    continue
                left -= 1
                yield under_way.pop(future), result
        finally:
            # Whoever still works on one may stop.
            for future in under_way:
                future.release()


def _shards(planned: Iterable[list[Job]], least: int) -> Iterator[list[list[Job]]]:
    """Batches, in their order, in groups of at least `least` jobs; the last group may have fewer."""
    shard: list[list[Job]] = []
    for batch in planned:
        shard.append(batch)
        if sum(len(some) for some in shard) >= least:
            yield shard
            shard = []
    if shard:
        yield shard
