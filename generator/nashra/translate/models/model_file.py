"""Reads the table of contents of a CTranslate2 `model.bin`, without loading the weights.

The layout is that of CTranslate2's own loader (src/models/model.cc, binary versions 2 to 6). It tells three things
that the Python API does not: whether the file is whole, how long an input the position table allows, and how many
tokens the model knows.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

NEWEST_BINARY_VERSION = 6
_MAX_VARIABLES = 100_000
_MAX_RANK = 8
_SOURCES = ("encoder/embeddings_0/weight", "encoder/embeddings/weight")
_TARGETS = ("decoder/embeddings/weight",)
_POSITIONS = ("encoder/position_encodings/encodings", "decoder/position_encodings/encodings")


class ModelFileError(ValueError):
    """The file is no CTranslate2 model, or it is cut off."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """binary_version: of the format. positions: the longest sequence in tokens, None where nothing limits it.

    sources, targets: the tokens that it knows on either side, None where that is not found.
    kind: what CTranslate2 calls it, "TransformerSpec" for all that translate. weights: how many numbers it has.
    """

    binary_version: int
    positions: int | None
    sources: int | None = None
    targets: int | None = None
    kind: str = ""
    weights: int = 0


def read_model_file(path: Path) -> ModelFile:
    """What the header of the `model.bin` at `path` says.

    Raises ModelFileError when the file is no such model or shorter than it says, OSError when it cannot be read. A
    version newer than this module knows is returned unchecked.
    """
    size = path.stat().st_size
    with path.open("rb") as stream:
        take = _taker(stream)
        (version,) = take("<I")
        if not 1 <= version < 1000:
            raise ModelFileError("it is no CTranslate2 model")
        if version == 1 or version > NEWEST_BINARY_VERSION:
            return ModelFile(version, None)
        kind = _take_name(stream, take)
        _revision, count = take("<II")
        if count > _MAX_VARIABLES:
            raise ModelFileError("it is no CTranslate2 model")
        shapes = {}
        weights = 0
        for _ in range(count):
            name, shape, length = _take_variable(stream, take, version)
            shapes[name] = shape
            weights += prod(shape)
            if stream.tell() + length > size:
                raise ModelFileError("it is cut off")
            stream.seek(length, 1)
        # what two parts share is stored once, under one of its names
        if version >= 3 and stream.tell() < size:
            (count,) = take("<I")
            if count > _MAX_VARIABLES:
                raise ModelFileError("it is no CTranslate2 model")
            for _ in range(count):
                alias, name = _take_name(stream, take), _take_name(stream, take)
                shapes[alias] = shapes.get(name, ())
    limits = [shapes[name][0] for name in _POSITIONS if name in shapes]
    sources, targets = (
        next((shapes[name][0] for name in names if shapes.get(name)), None) for names in (_SOURCES, _TARGETS)
    )
    return ModelFile(version, min(limits, default=None), sources, targets, kind, weights)


def _taker(stream: BinaryIO) -> Callable[[str], tuple[Any, ...]]:
    def take(form: str) -> tuple[Any, ...]:
        data = stream.read(struct.calcsize(form))
        if len(data) < struct.calcsize(form):
            raise ModelFileError("it is cut off")
        return struct.unpack(form, data)

    return take


def _take_name(stream: BinaryIO, take: Callable[[str], tuple[Any, ...]]) -> str:
    (length,) = take("<H")
    data = stream.read(length)
    if len(data) < length:
        raise ModelFileError("it is cut off")
    return data.rstrip(b"\0").decode("utf-8", "replace")


def _take_variable(
    stream: BinaryIO, take: Callable[[str], tuple[Any, ...]], version: int
) -> tuple[str, tuple[int, ...], int]:
    """Name, shape and number of bytes of the next variable; the stream then stands before its data."""
    name = _take_name(stream, take)
    (rank,) = take("<B")
    if rank > _MAX_RANK:
        raise ModelFileError("it is no CTranslate2 model")
    shape = take(f"<{rank}I")
    # Up to version 3 the file gives the size of an item and their number, later a type and the bytes.
    item, amount = take("<BI")
    return name, shape, amount if version >= 4 else amount * item
