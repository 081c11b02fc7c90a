"""The engine on a real dask cluster on this machine: a scheduler here, workers in processes of their own."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from nashra.kit.errors import ConfigError, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.chain import translate_segments
from nashra.translate.cluster.cluster_engine import ClusterEngine
from nashra.translate.cluster.cluster_worker import Order, versions
from nashra.translate.engines.engine import CTranslate2Engine, Decoding
from nashra.translate.engines.hop import Pairing
from nashra.translate.memory import Memory
from nashra.translate.models.install import install
from nashra.translate.models.packages import Package, installed
from nashra.translate.named_engines import make_engine
from support.argos_packages import AR_EN, ARABIC, EN_FR, Recipe, build_package, cipher
from support.commands import nashra
from support.random_package import LINES, build_random_package

pytest.importorskip("distributed", reason="dask.distributed is not installed: pip install nashra[cluster]")

SITE = Path(__file__).parents[2] / "sites" / "bulletin"
SETTINGS = TranslateSettings(batch_tokens=128, threads=1, beam_size=2)
NOWHERE = "tcp://127.0.0.1:9"
WAIT = 90.0  # seconds after which a test has failed; a machine at work on much else takes half of them


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.01)


class Cluster:
    """A scheduler in this process and workers in others."""

    def __init__(self, folder: Path, **scheduler: Any) -> None:
        from distributed import LocalCluster

        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self._local = LocalCluster(
            n_workers=0, host="127.0.0.1", dashboard_address="127.0.0.1:0", silence_logs=50, scheduler_kwargs=scheduler
        )
        self.address: str = self._local.scheduler_address

    def start(self, packages: Path, count: int = 1, code: str = "") -> list[str]:
        """Addresses of new workers. code: what Python runs before them."""
        before = set(self._local.scheduler.workers)
        for _ in range(count):
            scratch = self.folder / f"worker-{len(self.processes)}"
            self.processes.append(start("worker", scratch, self.address, packages=packages, code=code))
        until(lambda: len(set(self._local.scheduler.workers) - before) == count)
        return sorted(set(self._local.scheduler.workers) - before)

    def processing(self, address: str) -> int:
        """How many shards the worker at `address` has to do."""
        return len(self._local.scheduler.workers[address].processing)

    def done(self) -> int:
        """How often anything was done by any worker."""
        return int(self._local.scheduler.transition_counter)

    def close(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()
        self._local.close()


def start(what: str, scratch: Path, *arguments: str, packages: Path | None = None, code: str = "") -> Any:
    scratch.mkdir(parents=True)
    (scratch / "sitecustomize.py").write_text(code)
    if what == "worker":
        arguments = (*arguments, "--no-nanny", "--nthreads", "1", "--local-directory", str(scratch))
    return subprocess.Popen(
        [
            *[sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments],
            *["--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0"],
        ],
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(scratch), *filter(None, [os.environ.get("PYTHONPATH")])]),
            "ARGOS_PACKAGES_DIR": str(packages),
        },
        cwd=scratch,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def pretend(name: str, version: str | None) -> str:
    """Code that makes a distribution's version look other than it is, None for a missing one."""
    return textwrap.dedent(
        f"""
        import importlib.metadata as metadata

        def version(name, real=metadata.version):
            if name != {name!r}:
                return real(name)
            if {version!r} is None:
                raise metadata.PackageNotFoundError(name)
            return {version!r}

        metadata.version = version
        """
    )


@pytest.fixture(scope="module")
def folder(cipher_packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder: the ciphers, and packages of every kind that could make a difference, ar->en all of them."""
    top = tmp_path_factory.mktemp("cluster-packages")
    files = [
        *cipher_packages.values(),
        build_package(top / "bpe", Recipe("ar", "en", AR_EN, version="2.0"), bpe=True),
        build_package(top / "short", Recipe("ar", "en", AR_EN, version="3.0"), positions=64),
        build_random_package(top / "int8", Recipe("ar", "en", {}, version="4.0"), end_bias=7, quantization="int8"),
        build_package(top / "endless", Recipe("ar", "en", {**AR_EN, "</s>": "b"}, version="5.0"), positions=64),
        build_package(top / "prefix", Recipe("ar", "en", AR_EN, version="6.0"), metadata={"target_prefix": ">>en<<"}),
    ]
    for file in files:
        install(file, top / "packages")
    return top / "packages"


@pytest.fixture(scope="module")
def packages(folder: Path) -> dict[str, Package]:
    return {package.id: package for package in installed(folder)}


@pytest.fixture(scope="module")
def two_workers(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("two-workers"))
    try:
        cluster.start(folder, 2)
        yield cluster
    finally:
        cluster.close()


@contextmanager
def fresh(tmp_path: Path, **scheduler: Any) -> Iterator[Cluster]:
    """A cluster for one test, without workers."""
    cluster = Cluster(tmp_path, **scheduler)
    try:
        yield cluster
    finally:
        cluster.close()


def connected(cluster: Cluster, **options: Any) -> ClusterEngine:
    settings = options.pop("settings", SETTINGS)
    return ClusterEngine(settings, cluster.address, **{"shard_segments": 10, "worker_seconds": WAIT, **options})


def sentences(count: int) -> list[str]:
    """Sentences of many lengths, some like the ciphers know them and some beyond their alphabet."""
    rng = random.Random(7)
    alphabet = ARABIC[:36] + "      ،؛؟٣7"
    texts = ["".join(rng.choices(alphabet, k=rng.randint(1, 40))) for _ in range(count)]
    return [" ".join(text.split()) or "نعم" for text in texts]


TRICKY = [
    "",
    "  \n",
    "  أُعلِنَ عن الاتفاق، ثم غادر الوزير؛ وبقي السفير!\n",
    "شركة OpenAI في الرباط",
    "مدرسة الفتاة ــ «قال: “نعم”» 12,5٪ و ٢٠٢٤",
    "ماي ويوليوز وغشت وشتنبر ونونبر ودجنبر وتموز ويوليو",
    "see @news_desk 漢 🙂",
    *LINES,
]
# Longer than the package 3.0 allows.
LONG = [" ".join(["والاتحاد", "الإفريقي", "نعم"] * 12), "ب" * 150]


@pytest.mark.parametrize("version", ["1.0", "2.0", "3.0", "4.0", "6.0"])
def test_two_workers_give_the_words_of_one_machine(
    two_workers: Cluster, packages: dict[str, Package], version: str
) -> None:
    package = packages[f"ar_en-{version}"]
    texts = TRICKY + sentences(30) + TRICKY + (LONG if version == "3.0" else [])
    with CTranslate2Engine(SETTINGS) as alone, connected(two_workers) as engine:
        expected = alone.translate(package, texts)
        assert engine.translate(package, texts) == expected
        assert len(set(expected)) > 30
        assert engine.problems == alone.problems


def test_the_workers_are_as_sure_as_one_machine_and_nothing_is_translated_here(
    two_workers: Cluster, packages: dict[str, Package], monkeypatch: pytest.MonkeyPatch
) -> None:
    package, texts = packages["ar_en-1.0"], sentences(30)
    with CTranslate2Engine(SETTINGS) as alone:
        expected = {index: sure for index, _, sure in alone.scored(package, texts)}
    assert any(sure is not None for sure in expected.values())
    # whoever opens a model here translates beside the cluster
    monkeypatch.setattr(CTranslate2Engine, "_model", None)
    with connected(two_workers) as engine:
        assert {index: sure for index, _, sure in engine.scored(package, texts)} == expected


def test_the_model_gets_the_very_batches_that_one_machine_forms(
    tmp_path: Path, folder: Path, packages: dict[str, Package], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With rounded weights the sentences beside a sentence can tip a word; a worker in this process can be watched."""
    import ctranslate2
    from distributed import LocalCluster

    batches: list[tuple[list[list[str]], int]] = []

    class Watched(ctranslate2.Translator):  # type: ignore[misc]
        def translate_batch(self, source: list[list[str]], **options: Any) -> Any:
            batches.append((source, options["max_decoding_length"]))
            return super().translate_batch(source, **options)

    monkeypatch.setattr("ctranslate2.Translator", Watched)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(folder))
    with (
        CTranslate2Engine(SETTINGS) as alone,
        LocalCluster(
            n_workers=1, processes=False, protocol="tcp", host="127.0.0.1", dashboard_address="127.0.0.1:0"
        ) as cluster,
        ClusterEngine(SETTINGS, cluster.scheduler_address, shard_segments=5) as engine,
    ):
        for version, texts in (("3.0", sentences(40) + LONG), ("5.0", sentences(3))):
            batches.clear()
            expected = alone.translate(packages[f"ar_en-{version}"], texts)
            formed = sorted(batches)
            assert any(len(batch) > 1 for batch, _ in formed)
            batches.clear()
            assert engine.translate(packages[f"ar_en-{version}"], texts) == expected
            assert sorted(batches) == formed


def test_the_problems_of_the_workers_are_told_once_and_in_the_order_of_one_machine(
    two_workers: Cluster, packages: dict[str, Package]
) -> None:
    package = packages["ar_en-5.0"]
    texts = [f"وصل {'الوفد ' * number}" for number in range(1, 7)]
    settings = TranslateSettings(batch_tokens=16, beam_size=1)
    with CTranslate2Engine(settings) as alone, connected(two_workers, settings=settings, shard_segments=1) as engine:
        assert engine.translate(package, texts) == alone.translate(package, texts)
        assert len(engine.problems) == len(texts)
        assert engine.problems == alone.problems


def test_the_parameters_of_the_search_reach_the_workers(two_workers: Cluster, packages: dict[str, Package]) -> None:
    decoding = Decoding(beam_size=2, repetition_penalty=3, no_repeat_ngram_size=2)
    package = packages["ar_en-4.0"]
    with (
        CTranslate2Engine(SETTINGS) as plain,
        CTranslate2Engine(SETTINGS, decoding) as alone,
        connected(two_workers, decoding=decoding) as engine,
    ):
        assert engine.fingerprint(package) == alone.fingerprint(package) != plain.fingerprint(package)
        result = engine.translate(package, sentences(20))
        assert result == alone.translate(package, sentences(20)) != plain.translate(package, sentences(20))


def test_the_engine_goes_by_the_same_name_and_fingerprint(packages: dict[str, Package]) -> None:
    alone, engine = CTranslate2Engine(SETTINGS), ClusterEngine(SETTINGS, NOWHERE)
    assert engine.name == alone.name
    assert [engine.fingerprint(package) for package in packages.values()] == [
        alone.fingerprint(package) for package in packages.values()
    ]


def test_an_engine_that_was_closed_connects_again(two_workers: Cluster, packages: dict[str, Package]) -> None:
    engine = connected(two_workers)
    for _ in range(2):
        assert engine.translate(packages["ar_en-1.0"], ["قال نعم."]) == ["qAl nEm."]
        engine.close()


def test_blank_segments_need_no_cluster(packages: dict[str, Package]) -> None:
    assert ClusterEngine(SETTINGS, NOWHERE).translate(packages["ar_en-1.0"], ["", " \n"]) == ["", " \n"]


def test_the_shard_of_a_killed_worker_is_done_again(tmp_path: Path, folder: Path, packages: dict[str, Package]) -> None:
    """kill -9 of one of two workers, along a route of two hops."""
    way = (packages["ar_en-1.0"], packages["en_fr-1.0"])
    texts = sentences(80)
    with fresh(tmp_path / "cluster") as cluster, Memory(tmp_path / "memory.sqlite") as memory:
        (doomed,) = cluster.start(folder)
        cluster.start(folder)
        victim = cluster.processes[0]

        def watch(package: Pairing, done: int, of: int) -> None:
            if done and victim.poll() is None:
                until(lambda: cluster.processing(doomed) > 0)
                assert done < of
                victim.kill()
                victim.wait()

        with connected(cluster) as engine:
            engine.translate(way[0], ["نعم"])
            # From now on it keeps what it is given, and finishes nothing.
            os.kill(victim.pid, signal.SIGSTOP)
            result = translate_segments(engine, memory, way, texts, watch)
        assert victim.poll() == -signal.SIGKILL
        units = list(memory.units())
    assert result == [cipher(cipher(text, AR_EN), EN_FR) for text in texts]
    with Memory(tmp_path / "alone.sqlite") as memory, CTranslate2Engine(SETTINGS) as alone:
        assert translate_segments(alone, memory, way, texts) == result
        assert list(memory.units()) == units


def test_workers_that_all_die_over_a_shard_end_the_run(
    tmp_path: Path, folder: Path, packages: dict[str, Package]
) -> None:
    with fresh(tmp_path, allowed_failures=0) as cluster, connected(cluster) as engine:
        (doomed,) = cluster.start(folder)
        cluster.start(folder)
        os.kill(cluster.processes[0].pid, signal.SIGSTOP)
        with pytest.raises(TranslationError, match=f"died over them, {doomed} as the last"):
            for _ in engine.stream(packages["ar_en-1.0"], sentences(80)):
                until(lambda: cluster.processes[0].poll() is not None or cluster.processing(doomed) > 0)
                cluster.processes[0].kill()
                cluster.processes[0].wait()


def test_without_workers_the_run_ends_after_a_while_and_keeps_what_is_done(
    tmp_path: Path, folder: Path, packages: dict[str, Package]
) -> None:
    texts = sentences(80)
    with fresh(tmp_path) as cluster, connected(cluster, worker_seconds=0.2) as engine:
        with pytest.raises(TranslationError, match=r"has had no worker for 0\.2 seconds"):
            engine.translate(packages["ar_en-1.0"], texts)
        cluster.start(folder)
        done: dict[int, str] = {}
        with pytest.raises(TranslationError, match="no worker") as caught:
            for index, text in engine.stream(packages["ar_en-1.0"], texts):
                done[index] = text
                cluster.processes[0].kill()
        assert f"dask worker {cluster.address}" in caught.value.problems[0].hint
    assert done
    assert all(text == cipher(texts[index], AR_EN) for index, text in done.items())


def test_a_worker_without_the_package_is_named(tmp_path: Path, folder: Path, packages: dict[str, Package]) -> None:
    # The same package, with another model.
    package = packages["ar_en-1.0"]
    build_package(tmp_path, Recipe("ar", "en", AR_EN), positions=32)
    install(tmp_path / "translate-ar_en-1_0.argosmodel", tmp_path / "other")
    with fresh(tmp_path / "cluster") as cluster, connected(cluster) as engine:
        (address,) = cluster.start(tmp_path / "other")
        with pytest.raises(TranslationError) as caught:
            engine.translate(package, ["قال نعم."])
    problem = caught.value.problems[0]
    assert address in problem.message
    assert "ar_en-1.0" in problem.message
    assert "nashra models install" in problem.hint


@pytest.mark.parametrize(
    ("name", "version", "message"),
    [("nashra", None, "does not have nashra"), ("ctranslate2", "3.9", "runs ctranslate2 3.9, and the command")],
)
def test_a_worker_with_another_installation_is_named(
    tmp_path: Path, folder: Path, packages: dict[str, Package], name: str, version: str | None, message: str
) -> None:
    with fresh(tmp_path) as cluster, connected(cluster) as engine:
        (address,) = cluster.start(folder, code=pretend(name, version))
        with pytest.raises(TranslationError, match=message) as caught:
            engine.translate(packages["ar_en-1.0"], ["قال نعم."])
    assert address in caught.value.problems[0].message


@pytest.mark.parametrize("address", ["", "nonsense", "127.0.0.1", "1:2:3", "gopher://127.0.0.1:70", "tcp://[::1"])
def test_an_address_that_is_none_is_refused(packages: dict[str, Package], address: str) -> None:
    with pytest.raises(ConfigError, match="no address of a scheduler"):
        ClusterEngine(SETTINGS, address).translate(packages["ar_en-1.0"], ["قال نعم."])


def test_where_nothing_answers_the_run_ends_soon(packages: dict[str, Package]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for address in (f"tcp://127.0.0.1:{port}", NOWHERE):
            engine = ClusterEngine(SETTINGS, address, connect_seconds=0.3)
            with pytest.raises(TranslationError, match="no dask scheduler has answered"):
                engine.translate(packages["ar_en-1.0"], ["قال نعم."])
            engine.close()


def test_what_answers_but_is_no_scheduler_is_told_apart(packages: dict[str, Package]) -> None:
    def serve(server: socket.socket) -> None:
        connection, _ = server.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
            connection.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=serve, args=[server], daemon=True).start()
        engine = ClusterEngine(SETTINGS, f"127.0.0.1:{server.getsockname()[1]}", connect_seconds=WAIT)
        with pytest.raises(TranslationError, match="is no dask scheduler"):
            engine.translate(packages["ar_en-1.0"], ["قال نعم."])


@pytest.fixture
def remote_scheduler(tmp_path: Path) -> Iterator[Callable[[str], tuple[str, Any]]]:
    """Starts a scheduler in another process: the code that Python runs before it -> its address and process."""
    processes = []

    def begin(code: str) -> tuple[str, Any]:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        processes.append(start("scheduler", tmp_path / "scheduler", "--port", str(port), code=code))
        return f"tcp://127.0.0.1:{port}", processes[-1]

    yield begin
    for process in processes:
        process.kill()
        process.wait()


def test_a_scheduler_of_another_version_is_refused(
    remote_scheduler: Callable[[str], tuple[str, Any]], packages: dict[str, Package]
) -> None:
    address, _ = remote_scheduler(pretend("distributed", "2024.1.0"))
    with pytest.raises(TranslationError, match=r"runs distributed 2024\.1\.0, this machine"):
        ClusterEngine(SETTINGS, address, connect_seconds=WAIT).translate(packages["ar_en-1.0"], ["قال نعم."])


def test_a_scheduler_that_goes_away_ends_the_run(
    remote_scheduler: Callable[[str], tuple[str, Any]], tmp_path: Path, folder: Path, packages: dict[str, Package]
) -> None:
    address, scheduler = remote_scheduler("")
    worker = start("worker", tmp_path / "worker", address, packages=folder)
    engine = ClusterEngine(SETTINGS, address, shard_segments=10, connect_seconds=WAIT)
    try:
        with pytest.raises(TranslationError, match="has gone"):
            for _ in engine.stream(packages["ar_en-1.0"], sentences(80)):
                scheduler.kill()
                scheduler.wait()
    finally:
        worker.kill()
        worker.wait()
        engine.close()


def test_the_command_translates_a_site_on_workers_to_the_same_bytes(
    tmp_path: Path, folder: Path, two_workers: Cluster
) -> None:
    trees, outputs = [], []
    for name, more in (("alone", ()), ("spread", ("--scheduler", two_workers.address))):
        root = shutil.copytree(SITE, tmp_path / name)
        before = two_workers.done()
        done = nashra("translate", *more, cwd=root, env={"ARGOS_PACKAGES_DIR": str(folder)})
        assert (two_workers.done() > before) == bool(more), done.stderr
        files = sorted(path for path in (root / "content").rglob("*") if path.is_file())
        trees.append({path.relative_to(root): path.read_bytes() for path in files})
        outputs.append((done.returncode, done.stdout))
    assert trees[0] == trees[1] and outputs[0] == outputs[1]
    assert len(trees[0].keys() - {path.relative_to(SITE) for path in SITE.rglob("*")}) >= 3


def test_without_dask_the_message_says_what_to_install(
    packages: dict[str, Package], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(TranslationError) as caught:
        ClusterEngine(SETTINGS, NOWHERE).translate(packages["ar_en-1.0"], ["قال نعم."])
    assert "nashra[cluster]" in caught.value.problems[0].hint


def test_a_scheduler_makes_the_engine_a_spread_one() -> None:
    assert isinstance(make_engine(SETTINGS, scheduler=NOWHERE), ClusterEngine)
    assert not isinstance(make_engine(SETTINGS), ClusterEngine)
    with pytest.raises(ConfigError, match="one machine only"):
        make_engine(SETTINGS, "argostranslate", NOWHERE)


def test_dask_is_imported_only_to_connect() -> None:
    code = (
        "import sys; from nashra.settings.config import TranslateSettings; from nashra.translate.named_engines import *; "
        "import nashra.translate.cluster.cluster_engine; make_engine(TranslateSettings(), scheduler='tcp://127.0.0.1:9'); "
        "print([name for name in ('dask', 'distributed', 'ctranslate2', 'tornado') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"


def test_of_a_model_of_several_pairs_the_worker_takes_the_one_that_is_meant(packages: dict[str, Package]) -> None:
    meant = packages["ar_en-1.0"]
    order = Order(
        meant.id, meant.pair, meant.model_size, meant.kind, meant.target_prefix, SETTINGS, Decoding(), versions()
    )
    assert order.fits(meant)
    assert not order.fits(replace(meant, to_code="fr"))
