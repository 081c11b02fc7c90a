"""What every test may use: `support.*` can be imported, and tiny real Argos packages are built once a run."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))


# A shell that runs the tests in the background has them ignore Ctrl+C, and with them the commands that they interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Where Python may keep nothing compiled, each process that a test starts would compile all modules anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Thousands of small sites are made and removed: in memory where there is plenty, which takes half the time. What the
# tests leave while they run is below 2 GB.
_MEMORY = Path("/dev/shm")
_USABLE = "TMPDIR" not in os.environ and _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK)
if _USABLE and shutil.disk_usage(_MEMORY).free > 6 << 30:
    os.environ["TMPDIR"] = str(_MEMORY)
    tempfile.tempdir = None  # to be asked for again

# A slow machine is no fault: no test asserts time.
settings.register_profile("nashra", deadline=None)
settings.load_profile("nashra")


@pytest.fixture(scope="session")
def cipher_packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two .argosmodel files, "ar_en" (Buckwalter letters) and "en_fr" (swapped case)."""
    from support.argos_packages import RECIPES, build_cipher_packages
    from support.once import once_a_run

    folder = once_a_run(tmp_path_factory, "cipher", build_cipher_packages)
    return {f"{recipe.source}_{recipe.target}": folder / f"{recipe.root}.argosmodel" for recipe in RECIPES}


# Rooms of which some files take half a minute: first, so that no core is left with one of them at the end.
_LONG = ("browser", "translate", "cli", "building", "starter", "sources", "archives", "checks", "move_in", "fuzz")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long rooms first, a file of each in turn: browsers, that take a core each, beside what waits for answers."""
    here = Path(__file__).parent
    files = dict.fromkeys(item.path for item in items)
    met: Counter[str] = Counter()
    turns = {}
    for place, file in enumerate(files):
        room = file.relative_to(here).parts[0] if file.is_relative_to(here) else ""
        turns[file] = (0, met[room], _LONG.index(room)) if room in _LONG else (1, place, 0)
        met[room] += 1
    items.sort(key=lambda item: turns[item.path])


def pytest_collection_finish() -> None:
    """What was collected stays to the end: no search for garbage needs to go through thousands of tests."""
    gc.collect()
    gc.freeze()


def pytest_xdist_auto_num_workers() -> int:
    """Three more than there are cores: browsers, servers and processes that are waited for leave a core idle."""
    return (os.cpu_count() or 1) + 3
