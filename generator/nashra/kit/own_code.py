"""What tells the program's own files from those of another version of it."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


@lru_cache(maxsize=4)
def own_files(*rooms: str) -> tuple[str, ...]:
    """Name, size and time of change of every file of the package, or of those of its `rooms`, data among them."""
    found = []
    for top in map(str, (_PACKAGE / room for room in rooms) if rooms else (_PACKAGE,)):
        for folder, folders, names in os.walk(top):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                seen = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - hundreds of them at each start
                found.append(f"{folder}/{name} {seen.st_size} {seen.st_mtime_ns}")
    return tuple(found)
