"""What runs on the workers of a cluster: batches that were planned elsewhere, translated as they are."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata

from nashra.kit.errors import NashraError, Problem, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.cluster.worker_memory import VARIABLE, keep_memory
from nashra.translate.engines.batches import Job, Whole
from nashra.translate.engines.engine import CTranslate2Engine, Decoding
from nashra.translate.models.packages import Package, installed, packages_folder

INSTALL = "run `pip install 'nashra[cluster]'`"
SAME_VERSION = "install the same version on all machines"

# A batch on its way to a worker: the text and the tokens of every job.
Batch = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker is to translate with: everything that decides about the words but the batches.

    package, pair, model_size, kind, target_prefix: as in Package; the worker must have the very same one. A model of
    several pairs is a Package for each of them.
    versions: of the programs that have a say, by name; the worker must have the same ones.
    """

    package: str
    pair: tuple[str, str]
    model_size: int
    kind: str
    target_prefix: str
    settings: TranslateSettings
    decoding: Decoding
    versions: tuple[tuple[str, str], ...]

    def fits(self, package: Package) -> bool:
        """Whether `package` is the one that is meant."""
        wanted = (self.package, self.pair, self.model_size, self.kind, self.target_prefix)
        return (package.id, package.pair, package.model_size, package.kind, package.target_prefix) == wanted


@dataclass(frozen=True, slots=True)
class Shard:
    """What came back: a text for every job, batch after batch, how sure the model was of each, and what went wrong
    without stopping it."""

    texts: list[str]
    sure: list[float | None]
    problems: list[Problem]


class _ShardEngine(CTranslate2Engine):
    """A package opened on a worker, for batches that were planned elsewhere. Its threads may share it."""

    def __init__(self, package: Package, settings: TranslateSettings) -> None:
        super().__init__(settings)
        # Opened at once, by the thread that holds the lock.
        self._shared = self._model(package)

    def run(self, shard: Iterable[Batch], decoding: Decoding) -> Shard:
        """Translate the batches as they are."""
        planned = [[Job(Whole(0, source), source, tokens) for source, tokens in batch] for batch in shard]
        problems = [job.problem for job in self._shared.run(iter(planned), decoding) if job.problem]
        jobs = [job for batch in planned for job in batch]
        return Shard([job.text or "" for job in jobs], [job.sure for job in jobs], problems)


_lock = threading.Lock()
# The package that this worker process opened last.
_opened: dict[tuple[str, TranslateSettings], _ShardEngine] = {}


def translate_shard(order: Order, shard: list[Batch]) -> Shard:
    """Runs on a worker: the texts of every job of `shard`. Raises TranslationError that names the worker."""
    from distributed import get_worker

    worker = get_worker()
    try:
        told = _see_to_memory(worker.address)
        found = _engine(order, worker.state.nthreads).run(shard, order.decoding)
        return replace(found, problems=[*told, *found.problems])
    except NashraError as error:
        problem = error.problems[0]
        raise TranslationError(
            f"the worker {worker.address}: {replace(problem, hint='').describe()}", hint=problem.hint
        ) from None


# Whether this process's memory has been seen to.
_seen_to = threading.Event()


def _see_to_memory(address: str) -> tuple[Problem, ...]:
    """See to this worker's memory before its first work; gives what is to be said of it, once."""
    if _seen_to.is_set():
        return ()
    _seen_to.set()
    if keep_memory():
        return ()
    message = f"the worker {address} gives its memory back all the time, and translates at half its speed"
    return (Problem(message, hint=f"start it with `dask worker --no-nanny`, without {VARIABLE}", warning=True),)


def _engine(order: Order, threads: int) -> _ShardEngine:
    """The package of `order`, opened by this worker.

    A worker holds one: the old one goes before the new one comes. Raises TranslationError.
    """
    check_versions(order.versions, dict(versions()), "this worker")
    settings = order.settings
    if settings.device == "cpu":
        # What `dask worker --nthreads` says; translate.threads is about the machine where the command was given.
        settings = replace(settings, threads=threads)
    key = (f"{order.package}/{order.pair}/{order.model_size}/{order.kind}/{order.target_prefix}", settings)
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


def versions() -> tuple[tuple[str, str], ...]:
    """The versions of what decides about words. Another CTranslate2 may round otherwise."""
    return tuple((name, _installed_version(name)) for name in ("nashra", "ctranslate2"))


@cache
def _installed_version(name: str) -> str:
    return metadata.version(name)


def check_versions(wanted: tuple[tuple[str, str], ...], found: Mapping[str, str | None], where: str) -> None:
    """Raises TranslationError, with `where` in it, when a version of `found` is not the one that is wanted."""
    for name, version in wanted:
        if found.get(name) is None:
            raise TranslationError(f"{where} does not have {name}", hint=INSTALL + " there")
        if found[name] != version:
            raise TranslationError(
                f"{where} runs {name} {found[name]}, and the command {name} {version}", hint=SAME_VERSION
            )
