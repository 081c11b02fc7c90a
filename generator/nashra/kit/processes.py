"""How processes of Nashra's own begin."""

from __future__ import annotations

import sys
import threading
from multiprocessing import get_all_start_methods


def start_method() -> str:
    """How workers begin: only a program that has one thread can be forked, and on macOS its libraries forbid it."""
    if "fork" in get_all_start_methods() and sys.platform != "darwin" and threading.active_count() == 1:
        return "fork"
    return "spawn"
