"""A small site that changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.changing_site import Newsroom


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """A newsroom with seven articles."""
    made = Newsroom(tmp_path)
    for number in range(7):
        made.article(number, translated=number != 3)
    return made
