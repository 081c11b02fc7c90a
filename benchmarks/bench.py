"""All that `make bench` measures: whole processes, in turn, Nashra beside the other generators that are there.

    make bench N="200 1000 5000"
    python benchmarks/bench.py 200 1000 --peers .peers --runs 3

Every generator builds the same trilingual articles from nothing, then after each kind of change: nothing, one body, one
title, one new article, one name (a topic's or an entity's, where Nashra alone has a file to change), one template. For
each run: CPU seconds of the process and its children, seconds by the clock, the largest process, and files that are
other files than before. Runs of one kind alternate between generators, so that a slow machine is slow for all; the
median counts. Printed as the tables of docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from build import move_away
from peers import Peer, peers

from nashra.render.ground.theme import default_folder

Seen = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Run:
    """One process."""

    cpu: float
    wall: float
    peak: int
    written: int


def seen(folder: Path) -> Seen:
    """Path -> what tells a file from the one that was there before."""
    found: Seen = {}
    for top, _, names in os.walk(folder):
        for name in names:
            path = f"{top}/{name}"
            state = os.lstat(path)
            found[path] = state.st_mtime_ns, state.st_ino
    return found


def run(peer: Peer, root: Path) -> Run:
    """Build once."""
    before = seen(root / peer.output)
    # what users have: compiled modules are kept from one run to the next
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        peer.command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise RuntimeError(f"{peer.name} ended with {process.returncode}")
    peak = usage.ru_maxrss // (1024 if sys.platform != "darwin" else 1024 * 1024)
    after = seen(root / peer.output)
    written = sum(before.get(path) != state for path, state in after.items())
    return Run(usage.ru_utime + usage.ru_stime, wall, peak, written)


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def cold(peer: Peer, root: Path, count: int, step: int) -> bool:
    """Nothing is left of the last build."""
    for name in (peer.output, *peer.caches):
        move_away(root, name)
    return True


def nothing(peer: Peer, root: Path, count: int, step: int) -> bool:
    """Nobody has touched anything, for longer than the clock of a disk is coarse."""
    time.sleep(3)
    return True


def one_body(peer: Peer, root: Path, count: int, step: int) -> bool:
    """A paragraph more in an article in the middle."""
    _edit(root / peer.article(count // 2), lambda text: f"{text}\nAnother paragraph {step}.\n")
    return True


def one_title(peer: Peer, root: Path, count: int, step: int) -> bool:
    """Its title is another."""
    title = re.escape(peer.title)
    _edit(root / peer.article(count // 2), lambda text: re.sub(f"^{title}", rf"\g<0>New {step} ", text, flags=re.M))
    return True


def one_new(peer: Peer, root: Path, count: int, step: int) -> bool:
    """An article more, in all languages, newer than all others."""
    other = Path(tempfile.mkdtemp(dir=root.parent))
    peer.write(other, count + step + 1)
    for path in sorted(other.rglob("*.md")):
        target = root / path.relative_to(other)
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    shutil.rmtree(other)
    return True


def one_name(peer: Peer, root: Path, count: int, step: int) -> bool:
    """A topic, of which every twentieth article is, has another name."""
    names = root / "content/topics.yaml"
    if not names.exists():
        return False
    _edit(names, lambda text: text.replace("en: Topic 7}", f"en: Topic 7 ({step})}}", 1))
    _edit(names, lambda text: re.sub(r"en: Topic 7 \(\d+\).*", f"en: Topic 7 ({step})}}", text))
    return True


def one_template(peer: Peer, root: Path, count: int, step: int) -> bool:
    """The template of articles is another: all of them are."""
    path = root / peer.template
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        shutil.copyfile(default_folder() / path.name, path)
    _edit(path, lambda text: text.replace("<article", f'<article data-step="{step}"', 1))
    return True


CHANGES: dict[str, Callable[[Peer, Path, int, int], bool]] = {
    "from nothing": cold,
    "nothing changed": nothing,
    "one body": one_body,
    "one title": one_title,
    "one new article": one_new,
    "one name": one_name,
    "one template": one_template,
}


def serve(root: Path, count: int) -> float:
    """Seconds from saving an article to its page with the change, by `nashra serve`; the median of five."""
    command = [sys.executable, "-m", "nashra", "serve", "--port", "0"]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True)
    try:
        address = ""
        for line in process.stdout or ():
            if match := re.search(r"serving (http\S+)", line):
                address = match[1]
                break
        number = count // 2
        path = next((root / "content/articles").glob(f"*/*/*-{number + 0xA00000:06x}")) / "en.md"
        month = "/".join(path.parent.parts[-3:-1])
        page = f"{address}en/{month}/a{number:05d}.html"
        took = []
        for step in range(6):
            words = f"Saved just now {step}."
            time.sleep(1)
            _edit(path, lambda text, words=words: f"{text}\n{words}\n")
            start = time.perf_counter()
            while words.encode() not in urllib.request.urlopen(page).read():
                time.sleep(0.01)
                if time.perf_counter() - start > 600:
                    raise RuntimeError(f"{page} does not change")
            took.append(time.perf_counter() - start)
        return statistics.median(took[1:])
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def measure(found: list[Peer], count: int, runs: int, folder: Path) -> None:
    """Print the table for `count` articles."""
    roots = {peer.name: folder / f"{peer.name}-{count}" for peer in found}
    for peer in found:
        peer.write(roots[peer.name], count)
    print(f"\n### {count:,} articles in three languages\n")
    print("| | | CPU s | clock s | MB | files written | of Hugo's CPU |\n|---|---|---|---|---|---|---|")
    failed: set[str] = set()
    for what, change in CHANGES.items():
        results: dict[str, list[Run]] = {}
        for step in range(runs):
            for peer in found:
                if peer.name in failed:
                    continue
                try:
                    if change(peer, roots[peer.name], count, step):
                        results.setdefault(peer.name, []).append(run(peer, roots[peer.name]))
                except (RuntimeError, OSError) as error:
                    failed.add(peer.name)
                    print(f"{peer.name} is left out: {error}", file=sys.stderr)
        medians = {name: statistics.median(each.cpu for each in rows) for name, rows in results.items()}
        for name, rows in results.items():
            ratio = f"{medians[name] / medians['Hugo']:.0%}" if "Hugo" in medians and name != "Hugo" else ""
            clock = statistics.median(each.wall for each in rows)
            written = statistics.median_high(each.written for each in rows)
            peak = max(each.peak for each in rows)
            print(
                f"| {what} | {name} | {medians[name]:.2f} | {clock:.2f} | {peak} | {written:,} | {ratio} |", flush=True
            )
    print(f"\n`nashra serve`: {serve(roots['Nashra'], count):.2f} s from saving an article to its page, by the clock.")
    status = [sys.executable, "-m", "nashra", "status"]
    start = time.perf_counter()
    subprocess.run(status, cwd=roots["Nashra"], stdout=subprocess.DEVNULL, check=False)
    print(f"`nashra status`: {time.perf_counter() - start:.2f} s by the clock.", flush=True)


def main() -> None:
    """Print the tables; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", default=[200, 1000, 5000])
    parser.add_argument("--peers", type=Path, default=Path(".peers"), help="where other generators are")
    parser.add_argument("--only", default="", help="these generators, such as nashra,hugo")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    wanted = options.only.lower().split(",") if options.only else []
    found = [peer for peer in peers(options.peers) if not wanted or peer.name.lower() in wanted]
    load = os.getloadavg()[0]
    print(f"{platform.platform()}, {os.cpu_count()} cores, load {load:.1f} at the start; {time.strftime('%-d %B %Y')}")
    with tempfile.TemporaryDirectory() as folder:
        for count in options.counts:
            measure(found, count, options.runs, Path(folder))


if __name__ == "__main__":
    main()
