"""The ctranslate2 engine spread over machines: batches planned here, translated by the workers of a dask cluster.

The machine that calls plans all batches exactly as the engine would alone, and sends whole batches. With rounded
weights (int8) the sentences beside a sentence in its batch can tip a word, so the same bytes need the same batches.
Workers only translate: memory and content are written by the caller.
"""

from __future__ import annotations

import threading
import time
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata
from itertools import chain, islice
from queue import Empty, SimpleQueue
from typing import Any

from generator import __version__
from generator.config import TranslateSettings
from generator.errors import ConfigError, NashraError, Problem, TranslationError
from generator.translate.batches import Job, Whole, batches, plan_jobs
from generator.translate.engine import MAX_SOURCE_TOKENS, REVISION, CTranslate2Engine, Decoding
from generator.translate.model_file import read_model_file
from generator.translate.packages import MODEL, Package, installed, packages_folder
from generator.translate.tokenizers import load_tokenizer

# A shard is what one worker gets at a time: whole batches, of together at least this many segments. A second or more
# of work for a worker, so that sending costs nothing beside it; little enough to be done again when a worker dies.
SHARD_SEGMENTS = 256
# Shards under way for each thread of the workers: one at work and one waiting for it.
_SHARDS_A_THREAD = 2

CONNECT_SECONDS = 10.0
# How long to wait for a worker when there is none: at the start, and after the last one has gone.
WORKER_SECONDS = 60.0
_POLL_SECONDS = 0.5

_INSTALL = "run `pip install 'nashra[cluster]'`"
_SAME = "install the same version on all machines"

# A batch on its way to a worker: the text and the tokens of every job.
_Batch = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is to translate with: everything that decides about the words but the batches.

    package, model_size, kind, target_prefix: as in Package; the worker must have the very same one.
    versions: of the programs that have a say, by name; the worker must have the same ones.
    """

    package: str
    model_size: int
    kind: str
    target_prefix: str
    settings: TranslateSettings
    decoding: Decoding
    versions: tuple[tuple[str, str], ...]

    def fits(self, package: Package) -> bool:
        """Whether `package` is the one that is meant."""
        wanted = (self.package, self.model_size, self.kind, self.target_prefix)
        return (package.id, package.model_size, package.kind, package.target_prefix) == wanted


@dataclass(frozen=True, slots=True)
class Shard:
    """What came back: a text for every job, batch after batch, and what went wrong without stopping it."""

    texts: list[str]
    problems: list[Problem]


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
        self._connect_seconds = connect_seconds
        self._worker_seconds = worker_seconds
        self._client: Any = None

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """The index and the translation of every segment, as shards finish.

        Blank segments come out as they are, without asking the cluster; white space around a segment is kept.
        Raises TranslationError when the scheduler cannot be reached or is lost, a worker lacks the package or has
        other versions, too many workers die, or there is none for `worker_seconds`; what was finished before has
        been given out. Raises ConfigError for an address that is none.
        """
        wholes = [Whole(index, segment) for index, segment in enumerate(segments) if segment.strip()]
        yield from ((index, segment) for index, segment in enumerate(segments) if not segment.strip())
        if not wholes:
            return
        for whole in plan_jobs(wholes, load_tokenizer(package).encode, _longest_source(package)):
            yield whole.index, whole.text()
        jobs = [job for whole in wholes for job in whole.jobs if job.tokens]
        planned = list(_shards(batches(jobs, self._settings.batch_tokens), self._shard_segments))
        order = Order(
            package.id,
            package.model_size,
            package.kind,
            package.target_prefix,
            self._settings,
            self._decoding,
            _versions(),
        )
        problems: dict[int, list[Problem]] = {}
        try:
            for number, shard in self._run(order, planned):
                problems[number] = shard.problems
                for job, text in zip(chain.from_iterable(planned[number]), shard.texts, strict=True):
                    job.text = text
                    if job.whole.ready():
                        yield job.whole.index, job.whole.text()
        finally:
            # In the order of the shards, whichever finished first.
            self.problems.extend(chain.from_iterable(found for _, found in sorted(problems.items())))

    def close(self) -> None:
        """Leave the cluster. Its workers keep the model they opened last."""
        super().close()
        if self._client is not None:
            client, self._client = self._client, None
            client.close(timeout=self._connect_seconds)

    def _run(self, order: Order, planned: Sequence[list[list[Job]]]) -> Iterator[tuple[int, Shard]]:
        """The numbers and results of the shards `planned`, in the order in which they are done."""
        client = self._connect()
        done: SimpleQueue[Any] = SimpleQueue()
        under_way: dict[Any, int] = {}
        coming = iter(enumerate(planned))
        last_seen = time.monotonic()
        try:
            while True:
                threads = self._threads(client)
                if threads:
                    last_seen = time.monotonic()
                elif time.monotonic() - last_seen > self._worker_seconds:
                    raise TranslationError(
                        f"the cluster at {self._address} has had no worker for {self._worker_seconds:g} seconds",
                        hint=f"start some with `dask worker {self._address}`; what is done is kept, run it again then",
                    )
                for number, shard in islice(coming, max(0, _SHARDS_A_THREAD * max(1, threads) - len(under_way))):
                    batches_out = [[(job.source, job.tokens) for job in batch] for batch in shard]
                    # Not pure: dask would hash the texts for a key, to look for the result of an equal call.
                    future = client.submit(translate_shard, order, batches_out, pure=False)
                    under_way[future] = number
                    future.add_done_callback(done.put)
                if not under_way:
                    return
                try:
                    future = done.get(timeout=_POLL_SECONDS)
                    result = self._result(future)
                except Empty:
                    continue
                except TimeoutError:
                    # Its worker died with the result: the scheduler has it done again.
                    done.put(future)
                    continue
                yield under_way.pop(future), result
        finally:
            if under_way and client.status == "running":
                client.cancel(list(under_way))

    def _result(self, future: Any) -> Shard:
        """What a finished shard gave. Raises TranslationError, and TimeoutError when it has to be waited for again."""
        from distributed import CancelledError, KilledWorker

        try:
            shard: Shard = future.result(timeout=_POLL_SECONDS * 4)
        except (TranslationError, TimeoutError):
            raise
        except CancelledError:
            raise self._lost() from None
        except KilledWorker as error:
            raise TranslationError(
                f"{error.allowed_failures + 1} workers died over the same sentences, the last one was "
                f"{error.last_worker.address}",
                hint="look at its log: often it had too little memory for the model",
            ) from None
        except Exception as error:
            # What is raised while a task is unpacked has any class: nashra is missing there, or another version.
            raise TranslationError(
                f"the cluster at {self._address} failed: {_describe(error)}",
                hint=f"scheduler and workers need nashra {__version__} too; {_SAME}",
            ) from None
        return shard

    def _connect(self) -> Any:
        """The client, connected now or before."""
        if self._client is not None and self._client.status == "running":
            return self._client
        try:
            import distributed
            from distributed.comm import get_address_host_port
            from distributed.core import coerce_to_address
        except ImportError:
            raise TranslationError("dask.distributed is not installed", hint=_INSTALL) from None
        try:
            get_address_host_port(coerce_to_address(self._address), strict=True)
        except (ValueError, NotImplementedError) as error:
            raise ConfigError(
                f"{self._address!r} is no address of a scheduler: {_describe(error)}",
                hint='write it as "tcp://host:8786", as `dask scheduler` shows it',
            ) from None
        try:
            with warnings.catch_warnings():
                # Versions are compared below, in our own words.
                warnings.simplefilter("ignore")
                client = distributed.Client(
                    self._address, timeout=self._connect_seconds, set_as_default=False, name="nashra"
                )
            theirs = client.get_versions()["scheduler"]["packages"]["distributed"]
        except Exception as error:  # something else may listen there, or a version that speaks otherwise
            raise TranslationError(
                f"no dask scheduler answers at {self._address}: {_describe(error)}",
                hint="is `dask scheduler` running there, and does a firewall let it through?",
            ) from None
        self._client = client
        if theirs != distributed.__version__:
            self.close()
            raise TranslationError(
                f"the scheduler at {self._address} runs distributed {theirs}, this machine {distributed.__version__}",
                hint=_SAME,
            )
        return client

    def _threads(self, client: Any) -> int:
        """How many threads the workers have together at the moment."""
        try:
            return sum(client.nthreads().values())
        except (
            Exception
        ):  # OSError, CommClosedError, TypeError or RuntimeError, as the connection is about to go or gone
            raise self._lost() from None

    def _lost(self) -> TranslationError:
        return TranslationError(
            f"the scheduler at {self._address} has gone",
            hint="what is done is kept; start it and run the command again",
        )


def _longest_source(package: Package) -> int:
    """The most tokens a job may have, as the engine reckons it: a model adds up to two marks of its own."""
    positions = read_model_file(package.path / MODEL).positions
    return MAX_SOURCE_TOKENS if positions is None else min(MAX_SOURCE_TOKENS, positions - 2)


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


def _versions() -> tuple[tuple[str, str], ...]:
    """The versions of what decides about words. Another CTranslate2 may round otherwise."""
    return (("nashra", f"{__version__} (engine {REVISION})"), ("ctranslate2", _installed_version("ctranslate2")))


@cache
def _installed_version(name: str) -> str:
    return metadata.version(name)


def _describe(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


# --- On the workers ---


class _ShardEngine(CTranslate2Engine):
    """A package opened on a worker, for batches that were planned elsewhere. Its threads may share it."""

    def __init__(self, package: Package, settings: TranslateSettings) -> None:
        super().__init__(settings)
        # Opened at once, by the thread that holds the lock.
        self._shared = self._model(package)

    def run(self, shard: Iterable[_Batch], decoding: Decoding) -> Shard:
        """Translate the batches as they are."""
        planned = [[Job(Whole(0, source), source, tokens) for source, tokens in batch] for batch in shard]
        problems: list[Problem] = []
        for _ in self._shared.run(iter(planned), decoding, problems):
            pass
        return Shard([job.text or "" for batch in planned for job in batch], problems)


_lock = threading.Lock()
# The package that this worker process opened last.
_opened: dict[tuple[str, TranslateSettings], _ShardEngine] = {}


def translate_shard(order: Order, shard: list[_Batch]) -> Shard:
    """Runs on a worker: the texts of every job of `shard`. Raises TranslationError that names the worker."""
    from distributed import get_worker

    worker = get_worker()
    try:
        return _engine(order, worker.state.nthreads).run(shard, order.decoding)
    except NashraError as error:
        problem = error.problems[0]
        raise TranslationError(
            f"the worker {worker.address}: {replace(problem, hint='').describe()}", hint=problem.hint
        ) from None


def _engine(order: Order, threads: int) -> _ShardEngine:
    """The package of `order`, opened by this worker. A worker holds one: the old one goes before the new one comes."""
    for (name, wanted), (_, found) in zip(order.versions, _versions(), strict=True):
        if wanted != found:
            raise TranslationError(f"{name} is {found} here, and {wanted} where the command was given", hint=_SAME)
    settings = order.settings
    if settings.device == "cpu":
        # What `dask worker --nthreads` says; translate.threads is about the machine where the command was given.
        settings = replace(settings, threads=threads)
    key = (f"{order.package}/{order.model_size}/{order.kind}/{order.target_prefix}", settings)
    with _lock:
        if key not in _opened:
            # Threads that still use the old one keep it alive until they are done.
            _opened.clear()
            folder = packages_folder()
            package = next((package for package in installed(folder) if order.fits(package)), None)
            if package is None:
                raise TranslationError(
                    f"the package {order.package} with a model of {order.model_size} bytes is not in {folder}",
                    hint="install it there with `nashra models install`",
                )
            _opened[key] = _ShardEngine(package, settings)
        return _opened[key]
