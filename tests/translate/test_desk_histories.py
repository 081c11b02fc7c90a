"""Random histories of two articles in two languages, judged sentence by sentence (see `support.desks`)."""

from __future__ import annotations

from random import Random

import pytest

from support.desks import Desk

HISTORIES, PIECES, STEPS = 60, 2, 14


@pytest.mark.parametrize("piece", range(PIECES))
def test_whatever_a_desk_does_each_sentence_stays_with_its_source(piece: int) -> None:
    for seed in range(piece * HISTORIES // PIECES, (piece + 1) * HISTORIES // PIECES):
        desk = Desk(Random(seed), "ar" if seed % 3 else "fr")
        try:
            for _ in range(STEPS):
                desk.step()
        except AssertionError as error:
            raise AssertionError(f"{error} (history {seed}: {', '.join(desk.log)})") from None
