"""`nashra translate` killed with SIGKILL at some moments, and run again: nothing is damaged, lost or done twice.

KILLS=300 in the environment tries so many moments instead of the seven of CI.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from nashra.content import store
from nashra.languages.cldr import language
from nashra.markup.blocks import split
from nashra.settings import config
from nashra.translate.memory import Memory
from support.newsroom import folder, make_site, versions

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL and no fork server")

# Each process would read Babel's tables anew; the fork server reads them here.
for code in ("ar", "fr", "en"):
    language(code)

KILLS = int(os.environ.get("KILLS", "7"))
ARTICLES = 7
# What a person wrote into versions that the run renews.
BY_HAND = {
    (0, "en"): "What a person  wrote, “as it is”.",
    (1, "fr"): "Ce qu’une personne a écrit : « tel quel ».",
    (2, "en"): "Kept although the source changed.",
}


def run_translate(root: Path, packages: Path, log: Path, die_at: int | None) -> None:
    """`nashra translate` in this process. log: gets what the engine is asked; die_at: number of the step to die before.

    A step is a call that changes a file or the memory, or asks for the disk.
    """
    from nashra.cli import cli
    from nashra.translate.engines.engine import CTranslate2Engine

    os.environ["ARGOS_PACKAGES_DIR"] = str(packages)
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115 - as long as the process
    steps = 0

    def counted(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            nonlocal steps
            if steps == die_at:
                os.kill(os.getpid(), signal.SIGKILL)
            steps += 1
            return function(*args, **named)

        return call

    for owner, name in ((os, "fsync"), (os, "replace"), (os, "chmod"), (os, "mkdir"), (Memory, "put_many")):
        setattr(owner, name, counted(getattr(owner, name)))
    stream = CTranslate2Engine.stream

    def noted(engine: CTranslate2Engine, package: Any, segments: Any) -> Any:
        with log.open("a") as lines:
            lines.writelines(json.dumps([engine.fingerprint(package), text]) + "\n" for text in segments)
        return stream(engine, package, segments)

    CTranslate2Engine.stream = noted  # type: ignore[assignment,method-assign]
    status = cli.main(["-C", str(root), "translate"], standalone_mode=False)
    with log.open("a") as lines:
        lines.write(json.dumps(["ended", status, steps]) + "\n")


@dataclass
class Newsroom:
    """A site before the run, and how it must look after it."""

    before: Path
    after: dict[str, bytes]
    packages: Path
    steps: int
    seconds: float

    def copy(self, to: Path) -> Path:
        shutil.copytree(self.before, to)
        return to


class Run:
    """One process that translates."""

    def __init__(self, root: Path, packages: Path, log: Path, die_at: int | None = None) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["__main__", "ctranslate2", "sentencepiece", "nashra.translate.run", __name__])
        log.unlink(missing_ok=True)
        self.log = log
        self.process = context.Process(target=run_translate, args=(root, packages, log, die_at))
        self.process.start()

    def kill_after(self, seconds: float) -> None:
        self.process.join(seconds)
        self.process.kill()
        self.process.join()

    @cached_property
    def lines(self) -> list[list[Any]]:
        self.process.join(60)
        assert self.process.exitcode in (0, -signal.SIGKILL)
        # the last line of a killed process may be cut
        text = self.log.read_text() if self.log.exists() else ""
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    @property
    def asked(self) -> set[tuple[str, str]]:
        return {(line[0], line[1]) for line in self.lines if line[0] != "ended"}

    @property
    def ended(self) -> bool:
        return bool(self.lines) and self.lines[-1][0] == "ended"


def remembered(root: Path, scratch: Path) -> set[tuple[str, str]]:
    """What the memory of the site knows, read from a copy so that the original stays as the killed process left it."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for path in (root / ".nashra").glob("memory.sqlite*"):
        shutil.copy(path, scratch)
    with Memory(scratch / "memory.sqlite") as memory:
        assert memory.problems == []
        return {(unit.fingerprint, unit.source) for unit in memory.units()}


def check_content(root: Path) -> None:
    """Whatever moment the process died at: content/ can be read, and has what people wrote."""
    _, problems = store.load(config.load(root))
    assert problems == []
    for (number, lang), text in BY_HAND.items():
        path = root / folder(number) / f"{lang}.md"
        assert text in [block.text for block in split(path.read_text("utf-8").split("---\n", 2)[2])]


@pytest.fixture(scope="module")
def newsroom(cipher_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A site with versions that are partly a person's, sources that changed since, and new articles."""
    import time

    top = tmp_path_factory.mktemp("killed")
    root = make_site(top / "before", ARTICLES, paragraphs=3, sentences=2, words=5)
    with (root / "nashra.toml").open("a") as toml:
        toml.write("\n[translate]\nthreads = 1\nbeam_size = 1\n")
    late = [root / folder(number) for number in range(4, ARTICLES)]
    for place in late:
        place.rename(top / place.name)
    first = Run(root, cipher_folder, top / "log")
    assert first.ended
    for place in late:
        (top / place.name).rename(place)
    for (number, lang), text in BY_HAND.items():
        path = root / folder(number) / f"{lang}.md"
        head, body = path.read_text("utf-8").rsplit("---\n", 1)
        blocks = body.strip().split("\n\n")
        path.write_text(head + "---\n\n" + "\n\n".join([blocks[0], text, *blocks[2:]]) + "\n", "utf-8")
    for number in (1, 2, 3):
        path = root / folder(number) / "ar.md"
        path.write_text(path.read_text("utf-8").replace("\n\n", "\n\nتحديث: ", 3), "utf-8")
    shutil.rmtree(root / ".nashra")
    whole = shutil.copytree(root, top / "whole")
    start = time.perf_counter()
    run = Run(whole, cipher_folder, top / "log")
    assert run.ended
    seconds = time.perf_counter() - start
    assert run.lines[-1][1] == 0
    check_content(whole)
    return Newsroom(root, versions(whole), cipher_folder, int(run.lines[-1][2]), seconds)


def test_a_run_that_is_killed_at_any_moment_is_finished_by_the_next(newsroom: Newsroom, tmp_path: Path) -> None:
    rng = random.Random(2024)
    kills = sites = resumed = 0
    while kills < KILLS:
        root = newsroom.copy(tmp_path / f"site-{sites}")
        sites += 1
        known: set[tuple[str, str]] = set()
        for chance in range(6):
            # half of them before a step that writes something, half of them by the clock
            by_step = rng.random() < 0.5
            at, moment = rng.randrange(newsroom.steps), rng.random() * newsroom.seconds
            undisturbed = chance == 5
            resumed += bool(known)
            run = Run(root, newsroom.packages, tmp_path / "log", at if by_step and not undisturbed else None)
            if not by_step and not undisturbed:
                run.kill_after(moment)
            assert not known & run.asked
            check_content(root)
            now = remembered(root, tmp_path / "memory")
            assert known <= now
            known = now
            if run.ended:
                break
            kills += 1
        # nothing is missing, nothing is different, and no half-written file is left
        assert versions(root) == newsroom.after
    assert resumed > KILLS // 5


def test_a_memory_that_is_killed_while_it_writes_is_whole(newsroom: Newsroom, tmp_path: Path) -> None:
    root = newsroom.copy(tmp_path / "site")
    run = Run(root, newsroom.packages, tmp_path / "log", newsroom.steps // 3)
    assert not run.ended
    with sqlite3.connect(root / ".nashra" / "memory.sqlite") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
