"""A few kills of the many that `python tests/fuzz/kills.py` does: the next run makes good, and nothing is lost."""

from __future__ import annotations

import os
from random import Random

import pytest

from fuzz.killed_sites import SCENES
from fuzz.kills import play


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
@pytest.mark.parametrize("name", ["build that patches", "import of the inbox"])
def test_the_run_after_a_kill_makes_good_and_nothing_of_an_editor_is_lost(name: str) -> None:
    tally = play(SCENES[name], 2, Random(name))
    assert (tally.rounds, tally.faults) == (2, [])
