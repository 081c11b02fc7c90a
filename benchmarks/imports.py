"""Time, memory and failures of `nashra import` on many saved pages: `python benchmarks/imports.py [N] [NASHRA ...]`.

The pages are made up from a fixed seed. Each NASHRA is a program to compare (default: the one beside this Python); all
of them import the same files into a fresh site.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.newspaper_pages import newspaper_page


def write_pages(folder: Path, count: int) -> None:
    """`count` pages with a date each, all of them different."""
    for seed in range(count):
        page = newspaper_page(seed)
        head = f'<meta property="article:published_time" content="2024-07-{1 + seed % 28:02}T10:00:00+00:00">'
        (folder / f"{seed:05}.html").write_text(page.html.replace("<title>", f"{head}<title>{seed} ", 1), "utf-8")


def measure(nashra: str, pages: Path) -> dict[str, float]:
    """CPU seconds, peak memory in MB and what became of the pages."""
    with tempfile.TemporaryDirectory() as made:
        site = Path(made) / "site"
        subprocess.run([nashra, "init", "--yes", str(site)], check=True, capture_output=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([nashra, "import", "--json", str(pages)], cwd=site, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        articles = sum(1 for _ in (site / "content" / "articles").rglob("*.md"))
        return {
            "CPU s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 1),
            "peak MB": round(after.ru_maxrss / 1024),
            "files": articles,
            "status": done.returncode,
            "tracebacks": done.stderr.count("Traceback"),
        }


def main() -> None:
    """Measure every program named on the command line."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    programs = [str(Path(each).absolute()) for each in sys.argv[2:]] or [str(Path(sys.executable).with_name("nashra"))]
    with tempfile.TemporaryDirectory() as made:
        pages = Path(made)
        write_pages(pages, count)
        for program in programs:
            print(program, json.dumps(measure(program, pages)), flush=True)


if __name__ == "__main__":
    main()
