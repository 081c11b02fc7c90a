"""A limit on the time that one article may take, so that it never holds up all the others.

Processor time is counted, so that a busy machine changes nothing. It is counted by a signal: where there is none (on
Windows, or in a thread), there is no limit.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

# Seconds for one article; the slowest of large sites take a hundredth of that.
BUDGET = 30.0
# A library that is written in C may swallow what a signal raises: it is raised again after so many seconds.
_AGAIN = 1.0


class OverBudget(BaseException):
    """What is being done has taken too long. Not an Exception: nothing that handles those shall go on with it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Do what follows in at most `seconds` of processor time. Raises OverBudget once that is over."""
    if not hasattr(signal, "setitimer") or current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(number: int, frame: FrameType | None) -> None:
    raise OverBudget
