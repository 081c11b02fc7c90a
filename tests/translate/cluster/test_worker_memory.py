"""A worker under dask's nanny keeps the memory that it will need again."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from nashra.translate.cluster.worker_memory import VARIABLE

# Pages that the system has to give while 4 MB are taken and freed two hundred times.
FAULTS = """
import ctypes, resource
{before}
c = ctypes.CDLL(None)
c.malloc.restype, c.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
start = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
for _ in range(200):
    piece = c.malloc(4_000_000)
    ctypes.memset(piece, 1, 4_000_000)
    c.free(piece)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - start)
"""
KEEP = "from nashra.translate.cluster.worker_memory import keep_memory\nassert keep_memory()"


def faults(before: str) -> int:
    script = FAULTS.format(before=before)
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {VARIABLE: "65536"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return int(done.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have no mallopt")
def test_memory_is_not_given_back_and_asked_for_anew_under_the_nanny() -> None:
    assert faults("") > 100_000
    assert faults(KEEP) < 10_000
