"""A machine with translation models, for the commands that need some."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.translate.models.install import install


@pytest.fixture(scope="module")
def env(cipher_packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables of a machine with the cipher packages ar->en and en->fr."""
    packages = tmp_path_factory.mktemp("argos") / "packages"
    for path in cipher_packages.values():
        install(path, packages)
    return {"ARGOS_PACKAGES_DIR": str(packages)}
