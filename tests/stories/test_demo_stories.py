"""The articles of the demo: each is about an event of its own, though some fall on one day and share their names."""

from __future__ import annotations

import shutil
from pathlib import Path

from nashra.content import store
from nashra.render.reading.readings import read_all
from nashra.settings import config

ROOT = Path(__file__).parents[2]


def test_two_finals_of_the_same_games_and_two_decisions_of_one_congress_stay_apart(tmp_path: Path) -> None:
    # without the pictures, which say nothing here and take long
    pictures = shutil.ignore_patterns("*.jpg", "*.png", "*.webp", "*.avif", "*.svg")
    shutil.copytree(ROOT / "content", tmp_path / "content", ignore=pictures)
    shutil.copy(ROOT / "nashra.toml", tmp_path)
    settings = config.load(tmp_path)
    content, _ = store.load(settings)
    stories = read_all(settings, content)[0].stories
    assert len(stories) == len(content.articles) > 30
    assert len(set(stories.values())) == len(stories)
