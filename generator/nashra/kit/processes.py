"""How processes of Nashra's own begin."""

from __future__ import annotations

import os
import sys
import threading
from multiprocessing import get_all_start_methods


def cores() -> int:
    """Cores this process may use; a container often has fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def start_method() -> str:
    """How workers begin: only a program that has one thread can be forked, and on macOS its libraries forbid it."""
    if "fork" in get_all_start_methods() and sys.platform != "darwin" and threading.active_count() == 1:
        return "fork"
    return "spawn"
