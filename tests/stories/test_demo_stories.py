"""The articles of the demo: each is about an event of its own, though some fall on one day and share their names."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from nashra.pipeline import build
from nashra.settings import config


def test_two_finals_of_the_same_games_and_two_decisions_of_one_congress_stay_apart(tmp_path: Path) -> None:
    settings = config.load(Path(__file__).parents[2])
    output = build(replace(settings, output=tmp_path / "site", cache=tmp_path / "cache", cards=False)).output
    assert [path.name for path in output.glob("*/stories/*.html")] == []
