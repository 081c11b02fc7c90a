"""A thousand random histories, in pieces: no line of a person is lost, no change hidden, no sentence given to another."""

from __future__ import annotations

from random import Random

import pytest

from support.histories import History

HISTORIES, PIECES, STEPS = 1_000, 20, 12


@pytest.mark.parametrize("piece", range(PIECES))
def test_whatever_editors_do_nothing_is_lost_hidden_or_given_to_another_sentence(piece: int) -> None:
    for seed in range(piece * HISTORIES // PIECES, (piece + 1) * HISTORIES // PIECES):
        history = History(Random(seed))
        try:
            for _ in range(STEPS):
                history.step()
                history.check()
        except AssertionError as error:
            raise AssertionError(f"{error} (history {seed}: {', '.join(history.log)})") from None
