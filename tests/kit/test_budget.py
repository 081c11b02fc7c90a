"""One article that takes for ever costs itself."""

from __future__ import annotations

import time
from contextlib import suppress
from threading import Thread

import pytest

from nashra.kit.budget import OverBudget, within


def work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        sum(range(100))


def test_work_is_stopped_when_its_time_is_over() -> None:
    with pytest.raises(OverBudget), within(0.05):
        work(5)
    work(0.1)  # nothing is left that would stop what follows


def test_nothing_that_handles_exceptions_goes_on_with_it() -> None:
    with pytest.raises(OverBudget), within(0.05), suppress(Exception):
        work(5)


def test_waiting_costs_nothing() -> None:
    with within(0.2):
        time.sleep(0.3)


def test_in_a_thread_there_is_no_limit_and_no_fault() -> None:
    done: list[bool] = []

    def run() -> None:
        with within(0.01):
            work(0.05)
        done.append(True)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    assert done == [True]
