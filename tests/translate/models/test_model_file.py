from __future__ import annotations

import struct
from pathlib import Path

import pytest

from nashra.translate.models.model_file import ModelFileError, read_model_file
from nashra.translate.models.packages import Package


def test_the_number_of_positions_is_read(cipher: dict[str, Package]) -> None:
    found = read_model_file(cipher["ar_en"].path / "model" / "model.bin")
    assert found.positions == 1024
    assert found.binary_version >= 4


@pytest.mark.parametrize("share", [0, 0.001, 0.3, 0.9, 0.99])
def test_a_file_cut_off_anywhere_is_noticed(cipher: dict[str, Package], tmp_path: Path, share: float) -> None:
    data = (cipher["ar_en"].path / "model" / "model.bin").read_bytes()
    path = tmp_path / "model.bin"
    path.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(ModelFileError, match="cut off"):
        read_model_file(path)


def variable(name: str, shape: tuple[int, ...], item: int, amount: int, data: bytes) -> bytes:
    coded = name.encode() + b"\0"
    head = struct.pack(f"<H{len(coded)}sB{len(shape)}IBI", len(coded), coded, len(shape), *shape, item, amount)
    return head + data


@pytest.mark.parametrize(("version", "item", "amount"), [(3, 4, 6), (4, 0, 24), (6, 0, 24)])
def test_older_layouts_are_read_too(tmp_path: Path, version: int, item: int, amount: int) -> None:
    path = tmp_path / "model.bin"
    name = b"TransformerSpec\0"
    head = struct.pack(f"<IH{len(name)}sII", version, len(name), name, 5, 2)
    body = variable("encoder/position_encodings/encodings", (3, 2), item, amount, bytes(24))
    path.write_bytes(head + body + variable("alpha", (), item, amount, bytes(24)))
    assert read_model_file(path).positions == 3


def test_a_model_without_a_position_table_has_no_limit(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(struct.pack("<IH2sII", 6, 2, b"x\0", 5, 0))
    assert read_model_file(path).positions is None


@pytest.mark.parametrize("data", [b"#!/bin/sh echo", b"\xff" * 100, struct.pack("<IH2sII", 6, 2, b"x\0", 5, 1 << 31)])
def test_what_is_no_model_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(data)
    with pytest.raises(ModelFileError):
        read_model_file(path)
