"""Memory of a worker process, handled as in a process that nobody meddles with.

dask's nanny starts workers with MALLOC_TRIM_THRESHOLD_=65536, and the C library then gives every piece of more than
128 kB back to the system at once and asks for it anew: for CTranslate2, which takes and frees megabytes all the time,
more than half of all work. What is set here is where glibc arrives by itself without that.
"""

from __future__ import annotations

import ctypes
import os
import sys

VARIABLE = "MALLOC_TRIM_THRESHOLD_"
# Parameters of mallopt in glibc's malloc.h, and the greatest that it adjusts itself to on 64 bits.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_MMAP_BYTES = 32 * 1024 * 1024


def keep_memory() -> bool:
    """Let this process keep memory that it will need again. False where that was asked for and cannot be done."""
    if VARIABLE not in os.environ or not sys.platform.startswith("linux"):
        return True
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    return bool(mallopt(_MMAP_THRESHOLD, _MMAP_BYTES) and mallopt(_TRIM_THRESHOLD, 2 * _MMAP_BYTES))
