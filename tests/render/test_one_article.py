"""One article never stops the others: what takes for ever, is nested without end or breaks a library is left out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from nashra import pipeline
from nashra.markup import html
from nashra.render.reading.readings import read_all
from nashra.settings.config import load
from support.commands import article_text, nashra, write_site

GOOD = "content/articles/2024/07/18-00000a/ar.md"
BAD = "content/articles/2024/07/18-00000b/ar.md"


def test_elements_without_end_are_told_with_the_file_and_the_others_are_built(tmp_path: Path) -> None:
    files = {GOOD: article_text("سليم", "نص سليم."), BAD: article_text("عميق", "<ul><li>" * 3000 + "كلمة")}
    site = write_site(tmp_path, files)
    for command in ("build", "check"):
        done = nashra(command, cwd=site)
        assert done.returncode == 1
        assert "18-00000b/ar.md" in done.stderr + done.stdout
        assert "stand inside each other" in done.stderr + done.stdout
    assert "نص سليم" in (site / "site/ar/2024/07/00000a.html").read_text("utf-8")


@pytest.mark.parametrize("fault", ["slow", "broken"])
def test_a_text_that_takes_too_long_or_breaks_its_reader_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    files = {GOOD: article_text("سليم", "نص سليم."), BAD: article_text("سيئ", "نص سيئ.")}
    settings = load(write_site(tmp_path, files))
    render = html.render

    def spoilt(body: str, **options: object) -> str:
        if "سيئ" in body and fault == "slow":
            end = time.process_time() + 5
            while time.process_time() < end:
                pass
        if "سيئ" in body:
            raise RuntimeError("a library broke")
        return render(body, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("nashra.render.reading.readings.markup.render", spoilt)
    monkeypatch.setattr(pipeline, "read_all", lambda *args, **named: read_all(*args, **named, budget=0.3))
    report = pipeline.build(settings)
    assert report.articles == 1
    (problem,) = report.problems
    assert problem.path == settings.root / BAD
    assert ("took longer than 0.3 seconds" if fault == "slow" else "RuntimeError: a library broke") in problem.message
