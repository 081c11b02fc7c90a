"""A translation alone, and by a cluster on the same cores: `python benchmarks/cluster.py [ARTICLES] [WORKERS]`.

By the commands of docs/translation.md, in turn: `nashra translate`, then `dask scheduler`, `dask worker` (as many as
asked for, 2 by default, each started by a nanny) and `nashra translate --scheduler`. Seconds by the clock, from
nothing; both must give the same bytes. The model is the tests' cipher, beam 1.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from build import START, body, timedelta
from translation_runs import install_models, set_beam

PORT = 18786


def write_site(root: Path, count: int) -> None:
    """Arabic articles of about 400 words."""
    toml = '[site]\nurl = "https://news.example/"\nlanguages = ["ar", "en"]\ntitle = "News"\n'
    (root / "nashra.toml").write_text(toml, "utf-8")
    for number in range(count):
        moment = START + timedelta(minutes=37 * number)
        title, _, text = body(number, "ar")
        folder = root / f"content/articles/{moment:%Y/%m/%d}-{number + 0xA00000:06x}"
        folder.mkdir(parents=True)
        head = f'---\ntitle: "{title}"\nlang: ar\nslug: a{number:05d}\ndate: {moment.isoformat()}Z\n---\n\n'
        (folder / "ar.md").write_text(head + text, "utf-8")


@contextmanager
def cluster(workers: int, environment: dict[str, str], folder: Path) -> Iterator[str]:
    """The address of a scheduler with so many workers."""
    dask = str(Path(sys.executable).with_name("dask"))
    address = f"tcp://127.0.0.1:{PORT}"
    # the cores are shared out, as whoever starts several workers on a machine does
    threads = str(max(1, (os.cpu_count() or 1) // workers))
    commands = [[dask, "scheduler", "--host", "127.0.0.1", "--port", str(PORT), "--dashboard-address", ":0"]]
    commands += [[dask, "worker", address, "--nthreads", threads, "--dashboard-address", ":0"]] * workers
    processes = [
        subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]
    try:
        time.sleep(10)  # until all of them are there
        yield address
    finally:
        for process in reversed(processes):
            process.terminate()
        for process in processes:
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                process.kill()


def translate(root: Path, environment: dict[str, str], *more: str) -> float:
    """Seconds by the clock."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "nashra", "-C", str(root), "translate", *more]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the figures; see the module's text."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    workers = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "site").mkdir()
        write_site(folder / "site", count)
        set_beam(folder / "site", 1)
        packages = folder / "packages"
        install_models(packages)
        environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(packages)}
        alone, spread = [], []
        with cluster(workers, environment, folder) as address:
            for step in range(3):
                one, two = (shutil.copytree(folder / "site", folder / f"{each}{step}") for each in ("alone", "spread"))
                alone.append(translate(one, environment))
                spread.append(translate(two, environment, "--scheduler", address))
                texts = [{p.relative_to(r): p.read_bytes() for p in r.rglob("*.md")} for r in (one, two)]
                assert texts[0] == texts[1], "other bytes"
        ratios = [one / two for one, two in zip(alone, spread, strict=True)]
        print(f"{count} articles, alone {statistics.median(alone):.1f} s, {workers} workers on the same cores")
        print(f"{statistics.median(spread):.1f} s: {statistics.median(ratios):.2f} of the speed ({min(ratios):.2f} to")
        print(f"{max(ratios):.2f}); the same bytes")


if __name__ == "__main__":
    main()
