"""What docs/library.md promises to other programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import nashra
from support.commands import SOURCE

BULLETIN = Path(__file__).parent / "sites" / "bulletin"
ROOT = Path(__file__).parents[1]
NOW = datetime(2024, 7, 21, tzinfo=UTC)


def copy_of_the_bulletin(folder: Path) -> Path:
    return Path(shutil.copytree(BULLETIN, folder / "bulletin"))


def test_a_site_is_read_with_its_articles_and_what_is_wrong(tmp_path: Path) -> None:
    folder = copy_of_the_bulletin(tmp_path)
    before = nashra.load(folder)
    assert before.problems == ()
    spoilt = folder / "content/articles/2024/08/01-dddd44/ar.md"
    spoilt.write_text("---\ntitle: [\n---\nنص\n", encoding="utf-8")
    after = nashra.load(folder)
    assert len(after.content.articles) == len(before.content.articles) - 1
    assert any(problem.path == spoilt for problem in after.problems)


def test_a_site_is_built_elsewhere_and_its_content_stays_as_it_was(tmp_path: Path) -> None:
    folder = copy_of_the_bulletin(tmp_path)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".nashra" not in path.parts}
    report = nashra.build(folder, output=tmp_path / "out", now=NOW)
    assert report.pages > 0
    assert (tmp_path / "out" / "ar" / "index.html").exists()
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".nashra" not in path.parts}
    assert after == before


def test_the_program_in_the_documentation_runs_as_it_stands(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    program = page.split("```python\n")[1].split("```")[0].replace("/srv/www/news", str(tmp_path / "out"))
    shutil.copytree(BULLETIN, tmp_path / "my-news")
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "pages" in done.stdout


def test_reading_the_version_loads_nothing_heavy() -> None:
    code = "import sys, nashra; nashra.__version__; print({'jinja2', 'yaml', 'lxml', 'babel'} & set(sys.modules))"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
