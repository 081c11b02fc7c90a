"""What a build takes after each kind of change, beside a build from nothing: `python benchmarks/changes.py 1000`.

Printed are CPU seconds of the build, seconds by the clock, and files written.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from build import write_nashra

from nashra.pipeline import build
from nashra.settings import config


def main() -> None:
    """Print a table; see the module's text."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_nashra(root, count)

        def measure(change: str) -> None:
            settings = config.load(root)
            cpu, wall = time.process_time(), time.monotonic()
            report = build(settings, cached=True)
            cpu, wall = time.process_time() - cpu, time.monotonic() - wall
            print(f"{change:24}{cpu:8.2f}{wall:8.2f}{report.written:8} of {report.files}")

        measure("from nothing")
        measure("nothing changed")
        time.sleep(3)
        measure("nothing changed, settled")
        measure("nothing changed, again")
        articles = sorted((root / "content/articles").glob("*/*/*"))
        path = articles[count // 2] / "ar.md"
        text = path.read_text("utf-8")
        path.write_text(text + "\nفقرة جديدة.\n", "utf-8")
        measure("one body")
        path.write_text(text.replace('title: "', 'title: "جديد ', 1), "utf-8")
        measure("one title")
        new = articles[-1].parent / f"{articles[-1].name[:2]}-fffff1"
        shutil.copytree(articles[-1], new)
        for copy in sorted(new.glob("*.md")):
            copy.write_text(copy.read_text("utf-8").replace("slug: a", "slug: b"), "utf-8")
        measure("one new article")


if __name__ == "__main__":
    main()
