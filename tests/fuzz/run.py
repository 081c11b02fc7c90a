"""Fuzzes every parser for so many minutes of processor time in all: `python tests/fuzz/run.py MINUTES [TARGET ...]`.

Stopped by Ctrl-C or SIGTERM, it says what it has done so far. With `--atheris TARGET` it hands one target to atheris,
where that is installed, which looks for new paths in the code.
"""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.mutation import mutated
from fuzz.seeds import SEEDS
from fuzz.targets import TARGETS
from nashra.kit.budget import OverBudget, within

# An input of 20 kB that takes longer is a finding.
SLOW = 5.0
FOUND = Path(__file__).parents[2] / ".hypothesis" / "fuzz"


class Stop:
    """Whether somebody wants an end."""

    wanted = False

    def __call__(self, *_: object) -> None:
        self.wanted = True


def run(name: str, seconds: float, seed: int, stop: Stop) -> tuple[int, int, float]:
    """(inputs tried, findings, seconds of processor time) of one target; findings are written down."""
    chance, tried, found = Random(f"{name} {seed}"), 0, 0
    corpus = list(SEEDS[name])
    began = time.process_time()
    while time.process_time() < began + seconds and not stop.wanted:
        data = mutated(chance, chance.choice(corpus))
        tried += 1
        try:
            with within(SLOW):
                TARGETS[name](data)
        except (Exception, OverBudget) as error:
            found += 1
            FOUND.mkdir(parents=True, exist_ok=True)
            path = FOUND / f"{name.replace(' ', '-')}-{found}"
            path.write_bytes(data)
            print(f"{name}: {type(error).__name__}: {error} ({path})", flush=True)
            if found >= 5:
                break
        if len(corpus) < 200 and chance.random() < 0.02:
            corpus.append(data)
    return tried, found, time.process_time() - began


def unknown(names: list[str]) -> int:
    """Say that there are no targets of these names, and which there are."""
    print(f"there is no target {', '.join(map(repr, names))}; the targets are {', '.join(map(repr, TARGETS))}")
    return 2


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--atheris"]:
        if arguments[1] not in TARGETS:
            return unknown(arguments[1:2])
        import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]

        atheris.instrument_all()
        atheris.Setup([sys.argv[0], *arguments[2:]], TARGETS[arguments[1]])
        atheris.Fuzz()
        return 0
    names = arguments[1:] or list(TARGETS)
    if strangers := [name for name in names if name not in TARGETS]:
        return unknown(strangers)
    share = float(arguments[0]) * 60 / len(names)
    seed = time.time_ns()
    total = findings = 0
    stop = Stop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, stop)
    for name in names:
        if stop.wanted:
            break
        tried, found, took = run(name, share, seed, stop)
        print(f"{name}: {tried:,} inputs in {took:.0f} s, {found} findings", flush=True)
        total, findings = total + tried, findings + found
    print(f"{total:,} inputs, {findings} findings (seed {seed})")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
