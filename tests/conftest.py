"""What every test may use: `support.*` can be imported, and tiny real Argos packages are built once a run."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def cipher_packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two .argosmodel files, "ar_en" (Buckwalter letters) and "en_fr" (swapped case)."""
    from support.argos_packages import build_cipher_packages

    return build_cipher_packages(tmp_path_factory.mktemp("cipher"))
