"""Random histories of a newsroom on real files, by commands, with a judge of every sentence (see `support.newsdesk`)."""

from __future__ import annotations

from pathlib import Path
from random import Random

from support.newsdesk import Newsdesk

HISTORIES, STEPS = 20, 16


def test_whatever_a_newsroom_does_by_command_nothing_is_lost_hidden_or_given_to_another_sentence(
    tmp_path: Path,
) -> None:
    for seed in range(HISTORIES):
        (root := tmp_path / str(seed)).mkdir()
        desk = Newsdesk(Random(seed), root)
        try:
            for _ in range(STEPS):
                desk.step()
        except AssertionError as error:
            raise AssertionError(f"{error} (history {seed}: {', '.join(desk.log)})") from None
