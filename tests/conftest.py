"""What every test may use: `support.*` can be imported, and tiny real Argos packages are built once a run."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))


# A shell that runs the tests in the background has them ignore Ctrl+C, and with them the commands that they interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

# A slow machine is no fault: no test asserts time.
settings.register_profile("nashra", deadline=None)
settings.load_profile("nashra")


@pytest.fixture(scope="session")
def cipher_packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two .argosmodel files, "ar_en" (Buckwalter letters) and "en_fr" (swapped case)."""
    from support.argos_packages import build_cipher_packages

    return build_cipher_packages(tmp_path_factory.mktemp("cipher"))
