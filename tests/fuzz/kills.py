"""Kills commands at every kind of moment and looks whether the next run makes good: `python tests/fuzz/kills.py ROUNDS`.

Each round takes a fresh copy of a site, starts a command, and kills it and all its children with SIGKILL: every second
time before a write to the disk (a file opened to be written, renamed, removed; a folder made), by chance which one, else
after a part, by chance, of the time that it takes. Then the same command runs again undisturbed. Three things must hold:

- what an editor had in content/ before is there after the kill, as it was or as the command leaves it in the end;
- the second run ends as an undisturbed one does, with the same files of the same bytes, those of the site among them;
- nothing else is there besides, no hidden file either.

Runs on systems that can fork.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.killed_sites import SCENES, Scene, prepared

# A moment for all runs: what they write does not depend on the clock.
CLOCK = "1732500000"
_WRITES = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.utime"}
)
_FOR_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass
class Run:
    """How a run of a command ended. status: None where it was killed. writes: to the disk, seen from Python."""

    status: int | None
    writes: int
    seconds: float
    said: str = ""


@dataclass
class Tally:
    """What the rounds of one scene showed. early: how often the command was through before the kill."""

    rounds: int = 0
    early: int = 0
    faults: list[str] = field(default_factory=list)


def run(folder: Path, scene: Scene, arguments: Sequence[str], *, at: int = 0, after: float = 0.0) -> Run:
    """Run a command in a process of its own; kill it before its write number `at`, or `after` so many seconds."""
    began = time.monotonic()
    reader, writer = os.pipe()
    out = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the child
    child = os.fork()
    if child == 0:
        os.close(reader)
        _become(folder, scene, arguments, at, writer, out.fileno())
    os.close(writer)
    status: int | None = None
    while True:
        ended, code = os.waitpid(child, os.WNOHANG)
        if ended:
            status = os.waitstatus_to_exitcode(code)
            break
        if after and time.monotonic() - began >= after:
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            break
        if time.monotonic() - began > 300:
            os.killpg(child, signal.SIGKILL)
            os.waitpid(child, 0)
            raise TimeoutError(f"{scene.name} does not end")
        time.sleep(0.002)
    with suppress(ProcessLookupError, PermissionError):  # what it left running
        os.killpg(child, signal.SIGKILL)
    counted = os.read(reader, 20)
    os.close(reader)
    out.seek(0)
    said = out.read().decode("utf-8", "replace")
    out.close()
    if status is not None and status < 0:
        status = None
    return Run(status, int(counted or b"0"), time.monotonic() - began, said)


def _become(folder: Path, scene: Scene, arguments: Sequence[str], at: int, writer: int, out: int) -> None:
    """Be the command, in a session of its own, so that its children can be killed with it."""
    code = 70
    try:
        os.setsid()
        os.chdir(folder)
        os.environ.update({"SOURCE_DATE_EPOCH": CLOCK, "ARGOS_PACKAGES_DIR": str(folder.parent / "packages")})
        os.environ.update(scene.env)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", closefd=False), "utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(os.fdopen(2, "wb", closefd=False), "utf-8", write_through=True)
        sys.argv = ["nashra", *arguments]
        count = 0

        def watch(event: str, args: tuple[object, ...]) -> None:
            nonlocal count
            if event == "open":
                name, _, flags = args
                if not isinstance(flags, int) or not flags & _FOR_WRITING or str(name).endswith((".pyc", "/dev/null")):
                    return
            elif event not in _WRITES:
                return
            count += 1
            if count == at:
                os.killpg(0, signal.SIGKILL)

        sys.addaudithook(watch)
        from nashra.cli import main

        try:
            main()
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else int(error.code is not None)
        os.write(writer, str(count).encode())
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}\n".encode())
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def files(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of all files, hidden ones too, those of caches left out."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if name.startswith((".nashra/", ".git/")) or not path.is_file():
            continue
        found[name] = path.read_bytes()
    return found


def differences(found: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> list[str]:
    """What files are missing, too many, or have other bytes."""
    told = [f"missing {name}" for name in wanted if name not in found]
    told += [f"too many: {name}" for name in found if name not in wanted]
    return told + [f"differs: {name}" for name in wanted if name in found and found[name] != wanted[name]]


def lost(before: Mapping[str, bytes], after: Mapping[str, bytes], wanted: Mapping[str, bytes]) -> Iterator[str]:
    """Files of editors that are neither as they were nor as the command leaves them."""
    for name, data in before.items():
        if name.startswith("site/") and name != "site/note.txt":
            continue
        allowed = {data, *([wanted[name]] if name in wanted else [])}
        if name not in after:
            if name in wanted:
                yield f"an editor's file is gone after the kill: {name}"
        elif after[name] not in allowed:
            yield f"an editor's file is neither old nor new after the kill: {name}"


def play(scene: Scene, rounds: int, chance: Random, report: Callable[[str], None] = print) -> Tally:
    """Kill the command of `scene` so often. What went wrong is in the tally."""
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="nashra-kills-") as top:
        pristine = Path(top) / "pristine"
        with prepared(scene, pristine) as (command, again):
            before = files(pristine / "site")
            whole = Path(top) / "whole"
            shutil.copytree(pristine, whole, symlinks=True)
            first = run(whole / "site", scene, command, after=scene.seconds)
            last = first if again == command else run(whole / "site", scene, again)
            wanted = files(whole / "site")
            if last.status != 0:
                tally.faults.append(f"undisturbed it ends with {last.status}: {last.said[-300:]}")
                return tally
            writes = max(first.writes, scene.writes, 1)
            for number in range(rounds):
                copy = Path(top) / "copy"
                shutil.copytree(pristine, copy, symlinks=True)
                if number % 2:
                    killed = run(copy / "site", scene, command, after=first.seconds * chance.uniform(0.05, 1.05))
                else:
                    at = chance.randint(1, writes)
                    killed = run(copy / "site", scene, command, at=at, after=scene.seconds)
                tally.rounds += 1
                tally.early += killed.status is not None
                faults = list(lost(before, files(copy / "site"), wanted))
                done = run(copy / "site", scene, again)
                if done.status != 0:
                    faults.append(f"the next run ends with {done.status}: {done.said[-300:]}")
                faults += differences(files(copy / "site"), wanted)[:5]
                for fault in faults:
                    report(f"{scene.name}, round {number}: {fault}")
                tally.faults += faults
                shutil.rmtree(copy)
    return tally


def main(arguments: Sequence[str]) -> int:
    rounds = int(arguments[0]) if arguments else 300
    names = arguments[1:] or list(SCENES)
    seed = time.time_ns() % 1_000_000
    total = Tally()
    for number, name in enumerate(names):
        share = rounds // len(names) + (number < rounds % len(names))
        tally = play(SCENES[name], share, Random(f"{name} {seed}"))
        more = f", {tally.early} through before" if tally.early else ""
        print(f"{name}: {tally.rounds} kills, {len(tally.faults)} faults{more}", flush=True)
        total.rounds += tally.rounds
        total.faults += tally.faults
    print(f"{total.rounds} kills, {len(total.faults)} faults (seed {seed})")
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
