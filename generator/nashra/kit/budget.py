"""A limit on the time that one article may take, so that it never holds up all the others.

Processor time is counted, so that a busy machine changes nothing. It is counted by a signal, which Windows lacks, and a
thread: there is no limit there but what the clock gives a process, see `patience`.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType

# Seconds for one article; the slowest of large sites take a hundredth of that.
BUDGET = 30.0
# Of a process that waits for others on a busy machine so many times its budget passes.
_BUSY = 20
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


def end_process_after(seconds: float) -> None:
    """End this process once it has used `seconds` of processor time from now on, whatever it is doing then.

    0 takes that back. See `ended_by` and, where there is no such signal, `patience`.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)


def ended_by(exitcode: int | None) -> bool:
    """Whether `exitcode`, of a process, says that `end_process_after` has ended it."""
    return hasattr(signal, "SIGPROF") and exitcode == -signal.SIGPROF


def patience(seconds: float) -> float:
    """Seconds by the clock after which a process hangs, that may use `seconds` of processor time."""
    return seconds * _BUSY if hasattr(signal, "setitimer") else seconds


def _stop(number: int, frame: FrameType | None) -> None:
    raise OverBudget
