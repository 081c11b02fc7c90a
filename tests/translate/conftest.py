"""The cipher packages, installed once a run the way an editor installs them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.memory import Memory
from nashra.translate.models.install import install
from nashra.translate.models.packages import Package, installed
from support.argos_packages import build_cipher_packages
from support.once import once_a_run


@pytest.fixture(scope="session")
def cipher_folder(cipher_packages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packages folder with ar->en and en->fr, both SentencePiece."""

    def make(folder: Path) -> None:
        for path in cipher_packages.values():
            install(path, folder)

    return once_a_run(tmp_path_factory, "argos", make)


@pytest.fixture(scope="session")
def cipher(cipher_folder: Path) -> dict[str, Package]:
    """The same packages by pair, "ar_en" and "en_fr"."""
    return {"_".join(package.pair): package for package in installed(cipher_folder)}


@pytest.fixture(scope="session")
def bpe_cipher(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Package]:
    """The BPE twins of the packages."""
    pytest.importorskip("sacremoses", reason="BPE packages need sacremoses: pip install sacremoses")

    def make(folder: Path) -> None:
        for path in build_cipher_packages(folder / "files", bpe=True).values():
            install(path, folder / "packages")

    top = once_a_run(tmp_path_factory, "argos-bpe", make)
    return {"_".join(package.pair): package for package in installed(top / "packages")}


@pytest.fixture
def engine() -> Iterator[CTranslate2Engine]:
    with CTranslate2Engine(TranslateSettings(threads=1)) as engine:
        yield engine


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as memory:
        yield memory
