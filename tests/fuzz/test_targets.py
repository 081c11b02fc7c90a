"""Every parser takes whatever bytes come; what fuzzing found once stays mended. `make fuzz` looks for longer."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.mutation import mutated
from fuzz.seeds import SEEDS
from fuzz.targets import FINDINGS, TARGETS

QUICK = [name for name in TARGETS if not name.startswith("import")]


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_changed_seeds_are_taken(name: str) -> None:
    chance = Random(name)
    for seed in SEEDS[name]:
        TARGETS[name](seed)
        for _ in range(5):
            TARGETS[name](mutated(chance, seed))


@pytest.mark.parametrize(("name", "data"), FINDINGS)
def test_what_was_found_once_stays_mended(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", QUICK)
def test_any_bytes_are_taken(name: str) -> None:
    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
    def check(data: bytes) -> None:
        TARGETS[name](data)

    check()
